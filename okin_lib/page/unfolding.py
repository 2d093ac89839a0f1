"""What has boxes that are filled once one of them is opened, and stay filled from then on."""

from typing import Self

from okin_lib.page.act import Act
from okin_lib.page.acting import Acting, step
from okin_lib.page.regions import RegionId


class Unfolding(Acting):
    """A state of which one region has boxes, all of them filled once one is asked for."""

    __slots__ = ()
    unfolded: bool

    @property
    def boxes_in(self) -> RegionId:
        """The region that has them."""
        raise NotImplementedError

    @step("unfold", "thing to unfold", lambda state: (state.boxes_in,))
    def _unfold(self, _act: Act) -> Self:
        return self.but(unfolded=True)
