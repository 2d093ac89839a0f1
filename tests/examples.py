"""How many examples a property is tried with."""

from hypothesis import settings

USUAL = 100  # of a profile of hypothesis itself


def examples(usual: int) -> int:
    """Return ``usual`` in `make test`, and as many times that as `make test-long` has of all."""
    return usual * settings.default.max_examples // USUAL
