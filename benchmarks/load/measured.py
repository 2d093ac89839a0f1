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

    @property
    def is_bad(self) -> bool:
        """Whether an answer was lost, or wrong."""
        return bool(self.failed or self.wrong)

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


def report(name: str, what: str, measured: Measured, target: Target | None) -> None:
    """Print what was measured; without a target it only stands beside the others."""
    print(name)
    if len(measured.times) > 1:
        slow = quantiles(measured.times, n=20)[-1]
        said = _said(slow, getattr(target, what), "ms") if target else ""
        print(
            f"  {what:<7} median {median(measured.times):8.1f} ms   95th percentile {slow:8.1f} ms"
            f"   {said}".rstrip()
        )
    report_answers(measured, is_aimed_at=target is not None)


def report_answers(measured: Measured, is_aimed_at: bool = True) -> None:
    """Print how many answers were lost, wrong and right."""
    right = len(measured.times) - measured.wrong
    said = met("none failed, none wrong", not measured.is_bad) if is_aimed_at else ""
    print(f"  failed {measured.failed}, wrong {measured.wrong}, right {right}   {said}".rstrip())


def learners_cost(before: float, after: float, learners: int, target: Target | None) -> None:
    """Print the megabytes a learner, and before they came."""
    each = (after - before) / learners
    said = f"{before:.0f} MB before, {each:.2f} MB a learner, {1000 / each:.0f} a GB"
    aimed_at = _said(each, target.megabytes, "MB") if target else ""
    print(f"  {said}   {aimed_at}".rstrip(), flush=True)


def _said(value: float, most: float, unit: str) -> str:
    return met(f"under {most:g} {unit}", value < most)


def met(what: str, reached: bool) -> str:
    """Return what is aimed at, and whether it was reached."""
    return f"target: {what}: {'met' if reached else 'missed'}"
