"""The choice of a look at what is supposed: by tab or from a list, and what that look asks for."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Self

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.look import Ask, Look, Options
from okin_lib.page.regions import BadEvent
from okin_lib.page.template import RegionId, render

ROOM = 6
"""How many tabs stand side by side; of more the last place is for a list of all that are left."""
MORE = "more"


@frozen
class Tab:
    """Something that can be shown: what it is called in full and in short, and what it answers."""

    id: str
    label: str
    short: str = ""
    question: str = ""

    @classmethod
    def of(cls, look: Look) -> "Tab":
        """Return the tab of a look."""
        return cls(look.id, look.label, look.short, look.question)


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
    claims: tuple[str, ...]
    """Those of which it is a look."""
    look: str
    chosen: dict[str, str]
    given: Sequence[str]
    """Of what nothing else can be chosen."""

    def tab_panel(self, region: RegionId) -> str:
        """Return what there is to show, and the choices that the look that is taken asks for."""
        fields = [
            Field(ask.id, ask.label, self._options(ask), self.chosen[ask.id])
            for ask in self._asks().values()
            if not ask.within
        ]
        first = ROOM if len(self.tabs) <= ROOM else ROOM - 1
        return render(
            "lessons/aspects",
            tabs=self.tabs[:first],
            more=_by_question(self.tabs[first:]),
            shown=self.look,
            fields=fields,
            region=region,
        )

    @classmethod
    def every_ask(cls) -> Mapping[str, Ask]:
        """Return what any of the looks asks for, by id."""
        return {ask.id: ask for look in cls.looks.values() for ask in look.asks}

    @property
    def offered(self) -> list[str]:
        """The ids of what there is to show."""
        return [tab.id for tab in self.tabs]

    def check_choice(self) -> None:
        """Raise `BadEvent` if no act leads to what is chosen."""
        known("look", self.look, self.offered)
        asks = self.every_ask()
        if self.chosen.keys() != asks.keys():
            raise BadEvent(f"what is chosen here is {', '.join(asks)}")
        for key, ask in asks.items():
            known(key, self.chosen[key], [option for option, _ in self._options(ask)])

    def fitted(self, start: Self) -> tuple[Self, Sequence[str]]:
        """Return the choice; as it is at first, of what is no longer offered."""
        look = self.look if self.look in self.offered else start.look
        options = {key: dict(start._options(ask)) for key, ask in self.every_ask().items()}
        kept = {key: value for key, value in self.chosen.items() if value in options.get(key, ())}
        return self.but(look=look, chosen={**start.chosen, **kept}), ()

    def _asks(self) -> Mapping[str, Ask]:
        taken = self.looks.get(self.look)
        return {ask.id: ask for ask in taken.asks} if taken else {}

    def _options(self, ask: Ask) -> Options:
        every = ask.options(self.case, self.claims)
        kept = self.chosen[ask.id] if ask.id in self.given else None
        return every if kept is None else [each for each in every if each[0] == kept]

    @step("show", "aspect", lambda state: [*state.offered, MORE])
    def _show(self, act: Act) -> Self:
        look = act.choice(self.offered) if act.target == MORE else act.target
        return self.but(look=look, drawn=False)

    @step("choose", "choice", _asks)
    def _choose(self, act: Act) -> Self:
        options = self._options(self._asks()[act.target])
        value = act.choice([key for key, _ in options])
        return self.but(chosen={**self.chosen, act.target: value}, drawn=False)


def _by_question(tabs: Sequence[Tab]) -> Mapping[str, list[Tab]]:
    found: dict[str, list[Tab]] = {}
    for tab in tabs:
        found.setdefault(tab.question, []).append(tab)
    return found
