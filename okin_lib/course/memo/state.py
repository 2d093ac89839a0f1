"""For whom a memo is to be written and on which officer; it is then made as a file."""

from functools import partial

from attrs import evolve, frozen

from okin_lib.course.memo.compose import memo, seats, subjects
from okin_lib.course.memo.data import Capstone
from okin_lib.course.memo.formats import FORMATS
from okin_lib.doctrine.case import Case
from okin_lib.page.act import Act, known
from okin_lib.page.acting import step
from okin_lib.page.claims import RECORD
from okin_lib.page.download import Download, Files, Order
from okin_lib.page.look import Options
from okin_lib.page.outcomes import number
from okin_lib.page.regions import Parts, Regions, region_ids
from okin_lib.page.template import render
from okin_lib.page.unfolding import Unfolding
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import PartyId

(REGION,) = REGIONS = region_ids("memo")
SIDE, OFFICER = "memo-side", "memo-officer"


@frozen
class Writing(Unfolding):
    """What a memo is to be on: a board's scenario, for a side or the judge, and an officer."""

    keeps = ("side", "officer", "unfolded")
    boxes_in = REGION

    case: Case
    side: str
    officer: PartyId
    scenario: Scenario = RECORD
    unfolded: bool = False

    @classmethod
    def of(cls, case: Case) -> "Writing":
        """Return it with the first side and the first officer chosen."""
        return cls(case, next(iter(seats(case))), next(iter(subjects(case))))

    def seen(self, case: Case, scenario: Scenario) -> "Writing":
        """Return it on a scenario of a case."""
        return evolve(self, case=case, scenario=scenario)

    @property
    def parts(self) -> Parts:
        """The one part."""
        return {REGION: REGIONS}

    @property
    def files(self) -> Files:
        """The memo as each kind of file."""
        return {f"memo.{ending}": partial(self._made, ending) for ending in FORMATS}

    def regions(self) -> Regions:
        """What a memo has and leaves empty, two choices, and a button for each kind of file."""
        plan = self.case.study(Capstone)
        shown = render(
            "course/memo/form",
            region=REGION,
            plan=plan,
            changes=number(plan.changes),
            fields=[
                (SIDE, "For", self._options(SIDE), self.side),
                (OFFICER, "On", self._options(OFFICER), self.officer),
            ],
            formats=FORMATS,
            unfolded=self.unfolded,
        )
        return {REGION: shown}

    def checked(self) -> "Writing":
        """Return it, which comes from outside; raise `BadEvent` if no act leads to it."""
        known("side", self.side, seats(self.case))
        known("officer", self.officer, subjects(self.case))
        return self

    @step("choose", "choice of a memo", (SIDE, OFFICER))
    def _choose(self, act: Act) -> "Writing":
        chosen = act.choice([key for key, _ in self._options(act.target)])
        return self.but(**{"side" if act.target == SIDE else "officer": chosen})

    def _options(self, field: str) -> Options:
        if field == OFFICER:
            return [(key, party.name) for key, party in subjects(self.case).items()]
        employer = self.case.parties[self.case.parties[self.officer].employer].name
        words = self.case.study(Capstone).seats
        return [
            (name, words[seat].format(party="", municipality=employer))
            for name, seat in seats(self.case).items()
        ]

    def _made(self, ending: str, _order: Order) -> Download:
        kind = FORMATS[ending]
        written = memo(self.case, self.scenario, seats(self.case)[self.side], self.officer)
        return Download(f"memo-{self.officer}-{self.side}.{ending}", kind.type, kind.make(written))
