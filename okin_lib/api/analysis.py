"""What the model finds in a scenario: how each element stands, and what becomes of each motion."""

import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Self

from attrs import field, frozen

from okin_lib.api.finding import Disposition, Finding, Names, disposition_of, finding_of
from okin_lib.api.records import Records
from okin_lib.api.scenario import Scenario, suppose
from okin_lib.api.shown import Shown, as_json, part, same
from okin_lib.page.supposition import supposition
from okin_lib.page.verdict import ruled_on, standings, verdict_text
from okin_lib.page.words import graded, party_names
from okin_lib.reasoning import analysis, types
from okin_lib.reasoning.scenario import one_of


@frozen(repr=False, slots=False)
class Analysis(Shown):
    """Every finding and disposition in a scenario, in the order of the doctrine."""

    scenario: Scenario
    found: types.Analysis = field(repr=False, eq=False)

    @cached_property
    def findings(self) -> Records[Finding]:
        """How each element stands for each party of whom it is asked."""
        case, names = self.scenario.case, self._names
        every = (finding_of(case, each, names) for each in self.found.findings)
        return Records(every, "Findings")

    @cached_property
    def dispositions(self) -> Records[Disposition]:
        """What becomes of the motion on each claim, party by party."""
        case, names = self.scenario.case, self._names
        every = (disposition_of(case, each, names) for each in self.found.dispositions)
        return Records(every, "Motions")

    @property
    def _names(self) -> Names:
        return party_names(self.scenario.case)

    def finding(self, party: str, element: str) -> Finding:
        """Return how an element stands for a party; both are ids.

        Raises
        ------
        ValueError
            For an id that the case does not have, with the nearest that it has, or an element
            that is not asked of the party.
        """
        case = self.scenario.case
        one_of("party", party, case.parties)
        one_of("element", element, case.elements)
        for each in self.found.findings:
            if (each.party, each.element) == (party, element):
                return finding_of(case, each, self._names)
        asked = ", ".join(each.party for each in self.found.findings if each.element == element)
        raise ValueError(f"{element!r} is not asked of {party!r}; it is asked of {asked}")

    def disposition(self, party: str, claim: str) -> Disposition:
        """Return what becomes of the motion on a claim against a party; both are ids.

        Raises
        ------
        ValueError
            For an id that the case does not have, with the nearest that it has, or a claim that
            is not ruled on for the party.
        """
        case = self.scenario.case
        one_of("party", party, case.parties)
        one_of("claim", claim, case.claims)
        for each in self.dispositions:
            if (each.party, each.claim) == (party, claim):
                return each
        raise ValueError(f"there is no ruling on {claim!r} for {party!r}")

    def to_json(self) -> str:
        """Return it as JSON, in the form that the terminal prints."""
        return as_json(self._data())

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the analysis of the scenario in ``text``, which `to_json` made.

        Raises
        ------
        ValueError
            If it is none, or tells of findings that this version of the model does not make.
        """
        told = json.loads(text)
        if not isinstance(told, Mapping) or not isinstance(told.get("scenario"), Mapping):
            raise ValueError("this is no analysis: it has no 'scenario'")
        read = suppose(code=str(told["scenario"].get("code", "")))
        again = cls(read, analysis.analyze(read.case, read.supposed))
        same("analyze its scenario anew", told, again._data())
        return again

    def _data(self) -> object:
        # It knows patterns of other cases too, a fifth of a cold start that few values need.
        from okin_lib.files.as_json import as_data

        return as_data(self.scenario.case, self.found)

    def __str__(self) -> str:
        return verdict_text(self.found, self.scenario.case)

    def _repr_html_(self) -> str:
        case = self.scenario.case
        return part(
            "analysis",
            supposed=supposition(case, self.scenario.supposed).in_brief,
            claims=[
                (claim.label, standings(case, self.found, claim))
                for claim in ruled_on(case, self.found)
            ],
            elements=case.elements,
            graded=lambda finding: graded(case, finding),
        )


def analyze(
    scenario: Scenario | None = None,
    *,
    without: Iterable[str] = (),
    added: Iterable[str] = (),
    readings: Mapping[str, str] | None = None,
    year: int | None = None,
    preset: str | None = None,
    code: str | None = None,
) -> Analysis:
    """Return the analysis of a scenario: of one that is given, or of what is supposed here.

    Parameters
    ----------
    scenario
        What is supposed; without it, what the others say, as `suppose` takes them.

    Raises
    ------
    ValueError
        As `suppose` does, or if both a scenario and something else is supposed.

    Examples
    --------
    >>> import okin_lib as okin
    >>> okin.analyze(without=["football-talk"]).finding("weber", "implicit-sanction").status
    'open'
    >>> okin.analyze(preset="district-court").finding("weber", "clearly-established").status
    'no'
    """
    said = suppose(without, added, readings, year, preset=preset, code=code)
    if scenario is not None and said != Scenario():
        raise ValueError("the scenario says all that is supposed: give it alone")
    asked = said if scenario is None else scenario
    return Analysis(asked, analysis.analyze(asked.case, asked.supposed))
