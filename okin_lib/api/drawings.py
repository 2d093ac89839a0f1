"""What each figure draws of a scenario, and what else can be asked of it."""

from collections.abc import Callable, Mapping

from attrs import evolve

from okin_lib.api.analysis import analyze
from okin_lib.api.scenario import Scenario
from okin_lib.instruments.circuit.view import line_figure
from okin_lib.instruments.pivots.data import Turning
from okin_lib.instruments.pivots.view import roles_figure
from okin_lib.instruments.precedents.dates.points import points
from okin_lib.instruments.precedents.dates.view import map_figure
from okin_lib.instruments.precedents.framing.in_lesson import FramingPlan
from okin_lib.instruments.precedents.framing.view import grid_figure
from okin_lib.instruments.timeline.moments import moments
from okin_lib.instruments.timeline.view import moments_figure
from okin_lib.lessons.lesson_file import LessonPlan
from okin_lib.lessons.library import plans
from okin_lib.page.drawer import claims_of
from okin_lib.page.figures.drawing import Drawing
from okin_lib.page.matrix import states_figure, titled
from okin_lib.page.states import blocks
from okin_lib.page.words import party_names
from okin_lib.reasoning import scenario as reasoning
from okin_lib.reasoning.pivotal import pivotal
from okin_lib.reasoning.scenario import one_of


def states(scenario: Scenario) -> Drawing:
    """Return how each element stands for each party, with what differs from the record marked."""
    record = analyze(Scenario(case=scenario.case))
    case, found = scenario.case, analyze(scenario).found
    drawn = blocks(case, found, record.found)
    return states_figure(drawn, titled(case, found), case.record.called.text)


def circuit(scenario: Scenario, party: str | None = None, claim: str | None = None) -> Drawing:
    """Return a claim's line for a party: the first that is drawn, of those that are meant.

    Raises
    ------
    ValueError
        If the claim is not drawn for the party.
    """
    case, now = scenario.case, analyze(scenario).found
    its = None if party is None else one_of("party", party, case.parties)
    about = None if claim is None else one_of("claim", claim, case.claims)
    lines = [(each, p.id) for p in case.defendants for each in claims_of(case, now, p.id)]
    for each, whose in lines:
        if its in (None, whose) and about in (None, each.id):
            return line_figure(case, each, now, whose)
    drawn = "; ".join(f"{each.id} for {whose}" for each, whose in lines)
    raise ValueError(f"that claim is not drawn for that party; these are: {drawn}")


def timeline(scenario: Scenario) -> Drawing:
    """Return the incidents in time, and how many facts of each stand."""
    case, supposed = scenario.case, scenario.supposed
    return moments_figure(case, moments(case, supposed), supposed)


def precedents(scenario: Scenario, party: str | None = None) -> Drawing:
    """Return the precedents by date, and by how far an officer's situation is from each."""
    case, year = scenario.case, scenario.year
    officers = [each.id for each in case.officers]
    its = officers[0] if party is None else one_of("officer", party, officers)
    reader = scenario.readings[case.doctrine.precedent_reading]
    drawn = map_figure(points(case, its, year, reader, scenario.supposed), year, case.years)
    return _titled(drawn, f", {party_names(case)[its]}, in this model: {scenario}")


def grid(scenario: Scenario) -> Drawing:
    """Return which kinds of case have been decided.

    Raises
    ------
    ValueError
        If anything is supposed, which changes nothing in it.
    """
    if scenario != Scenario(case=scenario.case):
        raise ValueError("no scenario changes which cases were decided: draw them without one")
    return grid_figure(scenario.case, _framing().axes)


def pivots(scenario: Scenario, element: str | None = None, fact: str | None = None) -> Drawing:
    """Return the part that a fact plays in a finding, officer by officer, reading by reading.

    Raises
    ------
    ValueError
        For a fact that is left out, as it plays none; if readings are supposed.
    """
    case, supposed, first = scenario.case, scenario.supposed, scenario.case.study(Turning)
    asked = [each.id for each in case.doctrine.elements if "officer" in each.applies]
    on = one_of("element asked of officers", element or first.element, asked)
    its = one_of("fact", fact or first.fact, case.facts)
    if its in supposed.without:
        raise ValueError(f"{its!r} is left out: it plays no part in a finding")
    if supposed.readings:
        raise ValueError("its columns are readings: give a scenario that supposes none")
    read = [
        reasoning.scenario(case, supposed.without, supposed.added, each.readings, supposed.year)
        for each in first.readings
    ]
    table = tuple(
        (party.id, tuple(pivotal(case, each, on, party.id) for each in read))
        for party in case.officers
    )
    labels = tuple(each.label for each in first.readings)
    return _titled(roles_figure(case, its, labels, table), f": {scenario}")


DRAWN: Mapping[str, Callable[..., Drawing]] = {
    each.__name__: each for each in (states, circuit, timeline, precedents, grid, pivots)
}
"""What draws each figure, by its name."""


def _framing() -> FramingPlan:
    """What a lesson asks for in its exercise on framing: where the figure begins."""
    lessons = [plan for plan in plans() if isinstance(plan, LessonPlan)]
    given = (each for plan in lessons for each in plan.exercises.values())
    return next(each for each in given if isinstance(each, FramingPlan))


def _titled(drawn: Drawing, more: str) -> Drawing:
    """The drawing with what is supposed in its title, which a page says beside it."""
    return evolve(drawn, title=f"{drawn.title}{more}")
