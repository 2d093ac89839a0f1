"""Two scenarios compared: what changed, for whom, by which cause, on which page."""

import json
from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from okin_lib.api.analysis import Analysis, analyze
from okin_lib.api.finding import Finding, Reason, finding_of, reason_of
from okin_lib.api.records import Records
from okin_lib.api.scenario import Scenario
from okin_lib.api.shown import Record, Shown, as_json, part, same
from okin_lib.doctrine.case import Case
from okin_lib.files import scenario_data, scenario_form
from okin_lib.lessons.installed import load_case
from okin_lib.page.changes import cards
from okin_lib.page.stills import stills
from okin_lib.page.words import how_it_stands, party_names
from okin_lib.reasoning import difference


@frozen(repr=False)
class Change(Shown):
    """A finding that stands otherwise, and what was switched that did it."""

    before: Finding
    after: Finding
    facts: tuple[str, ...]
    """Ids of the switched facts that changed what it turns on."""
    readings: tuple[str, ...]
    """Ids of the readings that were switched."""
    moved: bool
    """Whether the events were moved to another year, and precedent decides it."""
    said: str = field(eq=False)

    @property
    def page(self) -> str:
        """The page of the first reason for how it stands now."""
        return self.after.because[0].page if self.after.because else ""

    def to_record(self) -> Record:
        """Return it as a row, without its reasons."""
        causes = [*self.facts, *self.readings, *(["year"] if self.moved else [])]
        return {
            "element": self.after.element,
            "party": self.after.party,
            "was": self.before.status,
            "now": self.after.status,
            "lean": self.after.lean,
            "because_of": "; ".join(causes),
            "page": self.page,
        }

    def __str__(self) -> str:
        return "\n".join([self.said, *map(str, self.after.because)])

    def _repr_html_(self) -> str:
        return part("finding", said=self.said, reasons=self.after.because)


@frozen(repr=False, slots=False)
class Comparison(Shown):
    """Two analyses of one case, and what differs."""

    before: Analysis
    after: Analysis

    @cached_property
    def changes(self) -> Records[Change]:
        """The findings whose status or lean changed, with what changed them."""
        case = self.after.scenario.case
        every = (_change(case, each) for each in self._found.changes)
        return Records(every, "Findings that changed")

    @property
    def unmoved(self) -> dict[str, str]:
        """By id of a switched fact that changed no finding: why it did not."""
        case = self.after.scenario.case
        return {str(each.fact.id): each.said for each in stills(case, self._found)}

    @cached_property
    def _found(self) -> difference.Difference:
        return difference.difference(self.after.scenario.case, self.before.found, self.after.found)

    def to_json(self) -> str:
        """Return the two scenarios and what changed between them, as JSON."""
        scenarios = (self.before.scenario, self.after.scenario)
        before, after = (scenario_data.as_data(each.supposed) for each in scenarios)
        rows = self.changes.to_records()
        return as_json({"before": before, "after": after, "changes": rows})

    @staticmethod
    def from_json(text: str) -> "Comparison":
        """Return the comparison of the two scenarios in ``text``, which `to_json` made.

        Raises
        ------
        ValueError
            If it is none, or tells of changes that this version of the model does not find.
        """
        case, told = load_case(), json.loads(text)
        if not isinstance(told, Mapping) or not {"before", "after", "changes"} <= set(told):
            raise ValueError("this is no comparison: it needs 'before', 'after' and 'changes'")
        again = compare(
            *(
                Scenario(scenario_form.from_data(case, told[name]), case)
                for name in ("before", "after")
            )
        )
        same("compare its scenarios anew", told["changes"], again.changes.to_records())
        return again

    def __str__(self) -> str:
        lines = [f"From: {self.before.scenario}", f"To: {self.after.scenario}", self._counted]
        lines += [f"  {told}" for told, _ in self._told]
        return "\n".join([*lines, *self.unmoved.values()])

    def _repr_html_(self) -> str:
        return part(
            "comparison",
            before=self.before.scenario,
            after=self.after.scenario,
            counted=self._counted,
            told=self._told,
            unmoved=list(self.unmoved.values()),
        )

    @property
    def _counted(self) -> str:
        changed, total = len(self.changes), self._found.total
        if not changed:
            return f"Nothing changed: none of {total} findings."
        return f"{changed} of {total} findings changed."

    @property
    def _told(self) -> list[tuple[str, list[Reason]]]:
        """Each element that changed, once for all who share it: in words, and its reasons."""
        case = self.after.scenario.case
        return [
            (
                f"{card.element.label}, {card.parties}: {how_it_stands(case, card.now)} "
                f"(was {how_it_stands(case, card.was)})"
                f", because of: {'; '.join(card.causes)}",
                [reason_of(case, each, card.now.party) for each in card.now.because],
            )
            for card in cards(case, self._found.changes)
        ]


def compare(before: Scenario | Analysis, after: Scenario | Analysis) -> Comparison:
    """Return what changes from one scenario, or its analysis, to another.

    Examples
    --------
    >>> import okin_lib as okin
    >>> change = okin.compare(okin.on_record, okin.suppose(["football-talk"])).changes[0]
    >>> change.said
    'Implicit sanction, Douglas: open, leaning to Okin (was triable)'
    >>> change.facts, change.page
    (('football-talk',), '436')
    """
    return Comparison(
        *(each if isinstance(each, Analysis) else analyze(each) for each in (before, after))
    )


def _change(case: Case, found: difference.Change) -> Change:
    now, names = found.after, party_names(case)
    who = f"{case.elements[now.element].label}, {names[now.party]}"
    return Change(
        before=finding_of(case, found.before, names),
        after=finding_of(case, now, names),
        facts=found.facts,
        readings=found.readings,
        moved=found.moved,
        said=f"{who}: {how_it_stands(case, now)} (was {how_it_stands(case, found.before)})",
    )
