"""How a learner opens what was written elsewhere, a code or a case file, and closes the file."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Self

from okin_lib.doctrine.own_case import bare
from okin_lib.files.link import code_in
from okin_lib.files.link_code import decode
from okin_lib.files.opening.answered import NO_FILE, AnsweredFile, answered
from okin_lib.files.opening.view import TEXT, case_file_panel
from okin_lib.files.scenario_data import BadCode
from okin_lib.files.stream import visible
from okin_lib.page.act import Act, known
from okin_lib.page.acting import step
from okin_lib.page.on_demand import Makers
from okin_lib.page.own.acts import NO_LINK_SAYS, Owning
from okin_lib.page.own.whereabouts import OpenedFile, Whereabouts
from okin_lib.page.regions import BadEvent, Mistake, RegionId
from okin_lib.record.placed import DataError, brief

BOARD = ("board",)
CASE_FILE = RegionId("case-file")

ON_THE_BOARD = "From your case file {title}, HYPOTHETICAL: {supposing}"
NO_LONGER = "Your case file {title} is open; what is supposed is no longer what it says."
BELOW = (
    "Your case file {title} is open below: another case, as its factors. The board is of this "
    "record, and goes on as it was."
)
CLOSED = "Your case file is closed. Undo opens it again."
NO_LINK_OPENS = (
    "A link, or a code, cannot carry your case file: of what is supposed it has the facts, the "
    "readings and the year, and nothing of what you wrote. Hand on the file itself."
)


class Opening(Owning):
    """The acts that open a code or a case file on a board, and what is said of the file."""

    __slots__ = ()
    unfolded: frozenset[str]
    refused: tuple[str, ...]
    """What was wrong in the case file that was last to be opened, line by line."""

    @property
    def _answered(self) -> AnsweredFile:
        return answered(bare(self.case), self.file.text) if self.file else NO_FILE

    @property
    def of_the_file(self) -> str:
        """How what is supposed stands to the case file that is open, if one is."""
        if self.file is None:
            return ""
        found = self._answered
        title = brief(found.title)
        if not found.scenarios:
            return BELOW.format(title=title)
        for each in found.answers:
            if each.scenario == self.scenario:
                return ON_THE_BOARD.format(title=title, supposing=brief(each.supposing))
        return NO_LONGER.format(title=title)

    @property
    def left_out(self) -> str:
        """What a link or a code does not carry, in words."""
        told = ((self.own, NO_LINK_SAYS), (self.file, NO_LINK_OPENS))
        return " ".join(said for there, said in told if there)

    def file_makers(self) -> Makers:
        """Return what makes the region in which a case file is opened, if one can be opened."""
        if not self.plan.own:
            return {}
        text = self.file.text if self.file else ""
        supposed, case = self.scenario, bare(self.case)
        its = (case, text, supposed, self.refused, CASE_FILE in self.unfolded, CASE_FILE)
        return {CASE_FILE: partial(case_file_panel, *its)}

    def fitted(self, _start: Self) -> tuple[Self, Sequence[str]]:
        """Return the board without a case file that can no longer be read."""
        try:
            _ = self._answered
        except DataError:
            return self.but(file=None), ["your case file"]
        return self, ()

    @step("code", "place for a code", BOARD)
    def _read_code(self, act: Act) -> Self:
        try:
            found = decode(bare(self.case), code_in(act.field("code")))
        except BadCode as error:
            raise Mistake(f"Nothing was opened: {error}.") from error
        if found.scenario == self.scenario:
            raise Mistake("Nothing was changed: this is what you suppose already.")
        return self.supposing(found.scenario).but(said=found.notice)

    @step("openfile", "board for a case file", lambda board: BOARD if board.plan.own else ())
    def _open_file(self, act: Act) -> Self:
        text = _text_of(act)
        try:
            found = answered(bare(self.case), text)
        except DataError as error:
            its = (f"Line {each.place.line}: {visible(each.message)}" for each in error.problems)
            return self.but(refused=tuple(its))
        before = self.file.before if self.file else self.scenario
        to = Whereabouts((*found.scenarios, self.scenario)[0], self.own, OpenedFile(text, before))
        return self.gone_to(to).but(refused=())

    def _places(self) -> Collection[str]:
        return [str(place) for place in range(len(self._answered.scenarios))]

    @step("showfile", "scenario of a case file", _places)
    def _show_again(self, act: Act) -> Self:
        return self.supposing(self._answered.scenarios[int(act.target)])

    @step("closefile", "case file that is open", lambda board: BOARD if board.file else ())
    def _close_file(self, _act: Act) -> Self:
        supposes = self._answered.scenarios
        to = self.file.before if self.file and supposes else self.scenario
        return self.gone_to(Whereabouts(to, self.own)).but(said=CLOSED, refused=())


def _text_of(act: Act) -> str:
    fields = act.value if isinstance(act.value, Mapping) else {}
    for name in fields:
        known("field", name, [TEXT])
    if not isinstance(text := fields.get(TEXT), str):
        raise BadEvent(f"{act.target!r} needs its field {TEXT!r}, as text")
    return text
