"""The choice of a look at what is supposed: a tab for each, and what the one taken asks for."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Self

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.look import Ask, Look, Options
from okin_lib.page.regions import BadEvent
from okin_lib.page.template import RegionId, render


@frozen
class Tab:
    """Something that can be shown, and what it is called in full and in short."""

    id: str
    label: str
    short: str = ""


@frozen
class Field:
    """Something to choose, from these options, and what is chosen."""

    id: str
    label: str
    options: Options
    chosen: str


class LookChoice(Acting):
    """Which of several looks is taken, and what is chosen of all that they ask for."""

    __slots__ = ()
    looks: ClassVar[Mapping[str, Look]]
    tabs: Sequence[Tab]
    """What there is to show, if one can choose: the looks, and what is no look, if anything."""
    case: Case
    look: str
    chosen: dict[str, str]

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims of which it is a look."""
        raise NotImplementedError

    def tab_panel(self, region: RegionId) -> str:
        """Return a button for each tab, and the choices that the look that is taken asks for."""
        fields = [
            Field(ask.id, ask.label, self._options(ask), self.chosen[ask.id])
            for ask in self._asks().values()
            if not ask.within
        ]
        return render(
            "lessons/aspects", tabs=self.tabs, shown=self.look, fields=fields, region=region
        )

    @classmethod
    def every_ask(cls) -> Mapping[str, Ask]:
        """Return what any of the looks asks for, by id."""
        return {ask.id: ask for look in cls.looks.values() for ask in look.asks}

    def check_choice(self) -> None:
        """Raise `BadEvent` if no act leads to what is chosen."""
        known("look", self.look, [tab.id for tab in self.tabs])
        asks = self.every_ask()
        if self.chosen.keys() != asks.keys():
            raise BadEvent(f"what is chosen here is {', '.join(asks)}")
        for key, ask in asks.items():
            known(key, self.chosen[key], [option for option, _ in self._options(ask)])

    def _asks(self) -> Mapping[str, Ask]:
        taken = self.looks.get(self.look)
        return {ask.id: ask for ask in taken.asks} if taken else {}

    def _options(self, ask: Ask) -> Options:
        return ask.options(self.case, self.claims)

    @step("show", "aspect", lambda state: [tab.id for tab in state.tabs])
    def _show(self, act: Act) -> Self:
        return self.but(look=act.target, drawn=False)

    @step("choose", "choice", _asks)
    def _choose(self, act: Act) -> Self:
        options = self._options(self._asks()[act.target])
        value = act.choice([key for key, _ in options])
        return self.but(chosen={**self.chosen, act.target: value}, drawn=False)
