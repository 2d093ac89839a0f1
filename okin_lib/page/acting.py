"""What can be acted on: it says which acts it takes, of what, and what each of them does.

A class that is acted on marks a method for each act with `step`. The page's events come in by
`Acting.after`, which reads them, and refuses what is not one of these acts, in one way for all.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any, ClassVar, Self, TypeVar, cast

from attrs import evolve, frozen

from okin_lib.page.act import Act, known
from okin_lib.page.download import Files
from okin_lib.page.regions import Parts, Regions

T = TypeVar("T", bound="Acting")
Targets = Collection[str] | Callable[[Any], Collection[str]] | None


@frozen(eq=False)
class Step:
    """What one act does."""

    act: str
    kind: str
    """What its target is, in words."""
    targets: Targets
    """What it can be done to: in every state, or in a given one; None for what no list holds."""
    take: Callable[[Any, Act], Any]

    def of(self, state: "Acting") -> Collection[str] | None:
        """Return what it can be done to in this state."""
        return self.targets(state) if callable(self.targets) else self.targets


def step(act: str, kind: str, targets: Targets = None) -> Callable[[Callable[[T, Act], T]], Step]:
    """Return what makes a method the `Step` of an act: it takes a state to the next one."""
    return lambda method: Step(act, kind, targets, method)


class Acting:
    """Immutable state that a learner acts on."""

    __slots__ = ()
    steps: ClassVar[Mapping[str, Step]] = {}
    keeps: ClassVar[tuple[str, ...]] = ()
    """The fields that say where a learner is: what is kept of it."""
    linked: ClassVar[tuple[str, ...]] = ()
    """Those of them that the code of a link says."""

    def __init_subclass__(cls) -> None:
        """Gather the steps of the class by their acts, those that it inherits included."""
        super().__init_subclass__()
        every = (each for base in reversed(cls.__mro__) for each in vars(base).values())
        cls.steps = {each.act: each for each in every if isinstance(each, Step)}

    @property
    def parts(self) -> Parts:
        """The parts, with the ids of their regions."""
        raise NotImplementedError

    @property
    def files(self) -> Files:
        """The files that it makes."""
        return {}

    def regions(self) -> Regions:
        """Every region."""
        raise NotImplementedError

    def but(self, **its: Any) -> Self:
        """Return the state as it is, but for these fields."""
        return cast(Self, evolve(cast(Any, self), **its))

    def after(self, event: Mapping[str, Any]) -> Self:
        """Return the state after ``event``; raise `BadEvent` if it is no act that this takes."""
        act = Act.read(event, self.steps)
        taken = self.steps[act.name]
        if (targets := taken.of(self)) is not None:
            known(taken.kind, act.target, targets)
        after: Self = taken.take(self, act)
        return after

    def fitted(self, _start: Self) -> tuple[Self, Sequence[str]]:
        """Return the state, which was kept, without what is no longer asked, and what that was.

        Parameters
        ----------
        _start
            What it is where nothing was done yet.
        """
        return self, ()

    def beside(self, _left: Self) -> Self:
        """Return the state that a link opens, with what no link says of where a learner left."""
        return self

    def checked(self) -> Self:
        """Return the state, which comes from outside; raise `BadEvent` if no act leads to it."""
        raise NotImplementedError


def routed(members: Mapping[str, Acting], event: Mapping[str, Any]) -> str:
    """Return which of the members an event is for; raise `BadEvent` if it is for none of them."""
    act = Act.read(event, {name for member in members.values() for name in member.steps})
    takers = [key for key, member in members.items() if act.name in member.steps]
    if len(takers) == 1:
        return takers[0]
    by_target = {
        target: key
        for key in takers
        for target in members[key].steps[act.name].of(members[key]) or ()
    }
    kind = members[takers[-1]].steps[act.name].kind
    return by_target[known(kind, act.target, by_target)]


def files_of(members: Iterable[Acting]) -> Files:
    """Return the files of all of them."""
    return {name: make for member in members for name, make in member.files.items()}


def told_apart(members: Mapping[str, T]) -> Mapping[str, T]:
    """Return the members; raise `ValueError` if the same act could be meant for two of them."""
    for (one, its), (other, others) in combinations(members.items(), 2):
        for act in its.steps.keys() & others.steps.keys():
            mine, theirs = its.steps[act].of(its), others.steps[act].of(others)
            if mine is None or theirs is None or set(mine) & set(theirs):
                raise ValueError(f"{one} and {other} both take {act!r} of the same")
    return members
