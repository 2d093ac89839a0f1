"""Instruments as widgets: other widgets and one's own code follow them, and turn them."""

from typing import Any

import traitlets
from ipywidgets import ValueWidget
from markupsafe import Markup
from traitlets import Bunch

from okin_lib.api.analysis import Analysis
from okin_lib.api.comparison import Comparison
from okin_lib.api.scenario import Scenario
from okin_lib.doctrine.case import Case
from okin_lib.doctrine.own_case import bare
from okin_lib.hosts.jupyter import opened
from okin_lib.hosts.still import still
from okin_lib.hosts.widget import PartWidget
from okin_lib.lessons.alone import PART, Alone
from okin_lib.page.claims import RECORD, shown
from okin_lib.page.regions import BadEvent
from okin_lib.reasoning import types

SAVED = "As it stood when it was saved: run the notebook to use it"


class Supposed(traitlets.TraitType[Scenario, Scenario]):
    """A trait that holds a scenario of the case that its widget shows."""

    info_text = "a scenario of its own case, as okin.suppose(...) returns one"

    def validate(self, obj: traitlets.HasTraits, value: object) -> Scenario:
        """Return the value; raise `TraitError`, which names the remedy, if it is no such one."""
        if not isinstance(obj, Instrument) or not isinstance(value, Scenario):
            self.error(obj, value)
        if value.case not in (obj.case, bare(obj.case)):
            self.error(obj, value)
        return value


class Instrument(PartWidget, ValueWidget):  # type: ignore[misc]  # ipywidgets has no types
    """An instrument of the page: to assign to it is as to act on it, and both can be observed.

    Parameters
    ----------
    at : Alone
        Where it begins.
    """

    called = "An instrument"
    scenario = Supposed()
    """What is supposed on it."""
    value = Supposed()
    """The same, by the name under which ``interactive`` looks for it."""
    party = traitlets.Unicode()
    """The id of the party that it looks at."""
    changes = traitlets.Instance(Comparison, read_only=True)
    """What is otherwise than on the record."""
    code = traitlets.Unicode(read_only=True).tag(sync=True)
    """The code of its scenario; the page has it too, for ``jsdlink``."""

    def __init__(self, at: Alone) -> None:
        self._session = opened(at)
        super().__init__(self._session, PART)
        self._follow(at)
        self._session.listen(self._follow)

    @property
    def case(self) -> Case:
        """The case that it shows, with the facts of their own that a learner added."""
        return self._session.lesson.whole.board.case

    def _follow(self, state: Alone) -> None:
        """Say in every trait where the instrument is; observers are told once all of them do."""
        scenario = Scenario(state.scenario, self.case)
        with self.hold_trait_notifications():
            self.scenario = self.value = scenario
            self.party = state.party
            self.set_trait("changes", _changes(self.case, state.scenario))
            self.set_trait("code", scenario.code)

    def _turn(self, after: Alone) -> None:
        if after is not self._session.lesson:
            self._session.take(after)

    @traitlets.observe("value")
    def _value_assigned(self, change: Bunch) -> None:
        value: Scenario = change.new
        self.scenario = value

    @traitlets.observe("scenario")
    def _scenario_assigned(self, change: Bunch) -> None:
        scenario: Scenario = change.new
        self._turn(self._session.lesson.supposing(scenario.supposed))
        self.value = scenario

    @traitlets.validate("party", "element")
    def _known(self, proposal: Bunch) -> str:
        name: str = proposal.value
        try:
            self._turned(proposal.trait.name, name)
        except BadEvent as error:
            raise traitlets.TraitError(str(error)) from error
        return name

    @traitlets.observe("party", "element")
    def _named(self, change: Bunch) -> None:
        self._turn(self._turned(change.name, change.new))

    def _turned(self, trait: str, name: str) -> Alone:
        state = self._session.lesson
        return state.of_party(name) if trait == "party" else state.of_element(name)

    def _repr_mimebundle_(self, **_include: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the widget, and beside it what it shows now, for where no widget can be."""
        self.first = {str(key): html for key, html in self._session.regions(PART).items()}
        shown_here = super()._repr_mimebundle_()
        assert shown_here is not None  # as a widget without a view has
        data, metadata = shown_here
        saved = Markup("<p>{}.</p>{}").format(SAVED, still(self._session, PART, self.called))
        text = f"{self.called}\n{self.changes}"
        return {**data, "text/html": saved, "text/plain": text}, metadata

    def __repr__(self) -> str:
        return f"{self.called}: {self.scenario}"


class Reasoned(Instrument):
    """An instrument that gives the reason for one element."""

    element = traitlets.Unicode()
    """The id of the element; it is asked of the party."""

    def _follow(self, state: Alone) -> None:
        with self.hold_trait_notifications():
            super()._follow(state)
            self.element = state.element


class Board(Reasoned):
    """The whole board: every fact, reading and finding, and the reason for one."""

    called = "The board"


class Circuit(Reasoned):
    """The line of a claim, from the record to the motion, for one party."""

    called = "The circuit"


class Timeline(Instrument):
    """The incidents in time: who tells what, by whose account, of each."""

    called = "The incidents in time"


def _changes(case: Case, supposed: types.Scenario) -> Comparison:
    """The comparison with the record; its analyses are those that the page shows."""
    return Comparison(
        *(
            Analysis(Scenario(each, case), shown(case, tuple(case.claims), each))
            for each in (RECORD, supposed)
        )
    )
