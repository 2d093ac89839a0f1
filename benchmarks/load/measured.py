"""How long it took, what was lost and what was wrong; and what is aimed at, beside it."""

from collections.abc import Awaitable
from statistics import median, quantiles
from time import perf_counter

from attrs import define, field, frozen
from learner import LOST


@frozen
class Target:
    """What is aimed at: milliseconds at the 95th percentile, and memory a learner."""

    ready: float
    toggle: float
    megabytes: float


@define
class Measured:
    """The milliseconds of what was answered rightly, and how often it was not."""

    times: list[float] = field(factory=list)
    failed: int = 0
    wrong: int = 0

    async def of(self, answered: Awaitable[bool]) -> None:
        """Wait for an answer."""
        began = perf_counter()
        try:
            right = await answered
        except LOST as problem:
            self.failed += 1
            if self.failed == 1:
                print(f"the first that failed: {problem!r}")
        else:
            self.wrong += not right
            self.times.append((perf_counter() - began) * 1000)


def report(name: str, what: str, measured: Measured, target: Target) -> None:
    """Print what was measured."""
    print(name)
    if len(measured.times) > 1:
        slow, most = quantiles(measured.times, n=20)[-1], getattr(target, what)
        print(
            f"  {what:<7} median {median(measured.times):8.1f} ms   95th percentile {slow:8.1f} ms"
            f"   {_said(slow, most, 'ms')}"
        )
    print(
        f"  failed {measured.failed}, wrong {measured.wrong}, right "
        f"{len(measured.times) - measured.wrong}   "
        f"{_met('none failed, none wrong', not (measured.failed or measured.wrong))}"
    )


def learners_cost(before: float, after: float, learners: int, target: Target) -> None:
    """Print the megabytes a learner, and before they came."""
    each = (after - before) / learners
    said = f"{before:.0f} MB before, {each:.2f} MB a learner, {1000 / each:.0f} a GB"
    print(f"  {said}   {_said(each, target.megabytes, 'MB')}", flush=True)


def _said(value: float, most: float, unit: str) -> str:
    return _met(f"under {most:g} {unit}", value < most)


def _met(what: str, met: bool) -> str:
    return f"target: {what}: {'met' if met else 'missed'}"
