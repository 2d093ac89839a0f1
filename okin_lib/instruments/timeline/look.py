"""A look at the incidents in time: what the record recites of each, and who says so."""

from okin_lib.doctrine.case import Case
from okin_lib.instruments.timeline.moments import line_of, parties, sources
from okin_lib.instruments.timeline.view import timeline
from okin_lib.page.look import WHO_SAYS_SO, Ask, Look, Options, Seen


def _calls(case: Case, _: tuple[str, ...]) -> Options:
    return [("", "the first"), *((event.id, event.title) for event in line_of(case).events)]


def _facts(case: Case, _: tuple[str, ...]) -> Options:
    dated = (fact for facts in line_of(case).facts.values() for fact in facts)
    return [("", "one that is disputed"), *((fact.id, fact.label) for fact in dated)]


_SOURCE = Ask("source", "Told by", lambda case, _: sources(case))
CONCERNED = Ask("concerned", "Concerning", lambda case, _: parties(case))
_CALL = Ask("call", "Incident", _calls, within=True)
_FACT = Ask("fact", "Fact", _facts, within=True)


def _timeline(seen: Seen) -> str:
    source, party = seen.chosen[_SOURCE.id], seen.party(CONCERNED)
    at = (seen.chosen[_CALL.id], seen.chosen[_FACT.id])
    return timeline(seen.case, seen.scenario, seen.region, source, party, seen.drawn, *at)


_ASKS = (_SOURCE, CONCERNED, _CALL, _FACT)
TIMELINE = Look("timeline", "The incidents in time", _ASKS, _timeline, "In time", WHO_SAYS_SO)
