"""The table of authorities: each with what it is cited for, as what, by whom and where."""

from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.authorities.data import Authorities, CitedFor, CitedSource, Kind, UsedAs
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import whose_words

TITLES: Mapping[Kind, str] = {
    "case": "Cases",
    "statute": "Statutes",
    "rule": "Rules",
    "secondary": "Secondary sources",
}
USED_AS: Mapping[UsedAs, str] = {
    "holding": "a holding",
    "statement": "a statement, quoted or restated",
    "contrast": "a contrast",
    "dissent": "a dissent",
    "left-open": "not decided whether it governs",
    "background": "background",
}


@frozen
class Row:
    """A use of an authority as it is shown."""

    name: str
    citation: str
    use: CitedFor
    used_as: str
    by: str


# It does not change, and a page asks for it after each act.
@lru_cache(maxsize=4)
def authorities_table(case: Case, region: RegionId) -> str:
    """Return every authority by its kind, with each use that the opinion makes of it."""
    return render(
        "instruments/authorities/authorities", case=case, groups=grouped(case), region=region
    )


def grouped(case: Case) -> list[tuple[str, list[Row]]]:
    """Return each kind of authority, by its title, with every use that the opinion makes of it."""
    found = case.study(Authorities).authorities
    names = {each.id: each.short or each.name for each in found}
    return [
        (
            title,
            [
                _row(case, each, use, names)
                for each in found
                if each.kind == kind
                for use in each.uses
            ],
        )
        for kind, title in TITLES.items()
    ]


def _row(case: Case, authority: CitedSource, use: CitedFor, names: Mapping[str, str]) -> Row:
    when = " ".join(filter(None, (authority.court, str(authority.year or ""))))
    by = whose_words(case, "court" if use.through else use.by)
    return Row(
        name=authority.name,
        citation=" ".join(filter(None, (authority.cite, f"({when})" if when else ""))),
        use=use,
        used_as=USED_AS[use.used_as],
        by=f"{by}, through {names[use.through]}" if use.through else by,
    )
