"""The way back: where a learner was before this, and what was gone back from."""

from typing import Generic, TypeVar

from attrs import frozen

from okin_lib.page.regions import Mistake

LONGEST = 500
"""More than anyone goes back by hand, and little to hold: one process holds a class's trails."""

T = TypeVar("T")
NOTHING_TO_UNDO = "Nothing was undone: there is nothing to undo before this."
NOTHING_TO_REDO = "Nothing was redone: there is nothing to redo after this."


@frozen
class Trail(Generic[T]):
    """Places in the order in which a learner came through them; where they are now is not one."""

    past: tuple[T, ...] = ()
    undone: tuple[T, ...] = ()

    def on(self, here: T) -> "Trail[T]":
        """Return the trail of who goes on from here to somewhere else."""
        return Trail((*self.past, here)[-LONGEST:], ())

    def back(self, here: T) -> tuple[T, "Trail[T]"]:
        """Return the place before this one, and the trail from there; `Mistake` if none is."""
        if not self.past:
            raise Mistake(NOTHING_TO_UNDO)
        *past, last = self.past
        return last, Trail(tuple(past), (*self.undone, here))

    def forth(self, here: T) -> tuple[T, "Trail[T]"]:
        """Return the place that was last gone back from, and the trail; `Mistake` if none was."""
        if not self.undone:
            raise Mistake(NOTHING_TO_REDO)
        *undone, last = self.undone
        return last, Trail((*self.past, here), tuple(undone))
