"""How much is tried in `make test`, and how much is left to `make test-long`."""

from collections.abc import Sequence

import pytest
from _pytest.mark import ParameterSet
from hypothesis import settings

USUAL = 100  # of a profile of hypothesis itself


def examples(usual: int) -> int:
    """Return ``usual`` in `make test`, and as many times that as `make test-long` has of all."""
    return usual * settings.default.max_examples // USUAL


def left_to_long(every: Sequence[object], *now: object) -> list[ParameterSet]:
    """Return parameters of which `make test` takes these, and `make test-long` the others.

    What is the same for each of many is looked at every time on one of them.
    """
    assert set() < {*now} <= {*every}
    return [pytest.param(each, marks=() if each in now else pytest.mark.long) for each in every]
