"""A look at the incidents in time."""

from okin_lib.instruments.timeline.moments import parties, sources
from okin_lib.instruments.timeline.view import timeline
from okin_lib.page.look import Ask, Look, Seen

_SOURCE = Ask("source", "Told by", lambda case, _: sources(case))
_CONCERNED = Ask("concerned", "Concerning", lambda case, _: parties(case))


def _timeline(seen: Seen) -> str:
    source, party = seen.chosen[_SOURCE.id], seen.party(_CONCERNED)
    return timeline(seen.case, seen.scenario, seen.region, source, party, seen.drawn)


TIMELINE = Look("timeline", "The incidents in time", (_SOURCE, _CONCERNED), _timeline, "In time")
