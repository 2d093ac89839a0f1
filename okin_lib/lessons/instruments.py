"""Every instrument, once: what it brings is taken from here by all that use instruments."""

from functools import partial

from okin_lib.instruments.authorities.data import AUTHORITIES
from okin_lib.instruments.board.in_lesson import BoardPlan
from okin_lib.instruments.board.in_lesson import wrong as wrong_board
from okin_lib.instruments.board.state import Board
from okin_lib.instruments.cases.data import GRIDS
from okin_lib.instruments.cases.look import CASES
from okin_lib.instruments.cast.data import CAST
from okin_lib.instruments.cast.look import WHO
from okin_lib.instruments.circuit.view import DRAWER
from okin_lib.instruments.comparison.data import COMPARISONS
from okin_lib.instruments.comparison.look import BESIDE_THE_RECORD, PARTIES
from okin_lib.instruments.disputes.look import LENS
from okin_lib.instruments.docket.data import DOCKET
from okin_lib.instruments.evidence.look import EVIDENCE
from okin_lib.instruments.glossary.data import GLOSSARY
from okin_lib.instruments.jury.data import JURY
from okin_lib.instruments.jury.look import REMAND
from okin_lib.instruments.knowledge.data import KNOWLEDGE
from okin_lib.instruments.knowledge.look import WHO_KNEW
from okin_lib.instruments.lanes.look import LANES
from okin_lib.instruments.later.data import LATER
from okin_lib.instruments.pivots.data import TURNING
from okin_lib.instruments.pivots.look import TURNS_ON
from okin_lib.instruments.precedents.courts.data import COURTS
from okin_lib.instruments.precedents.dates.look import PRECEDENTS
from okin_lib.instruments.precedents.framing.state import EXERCISE as FRAMING
from okin_lib.instruments.statute.data import STATUTE
from okin_lib.instruments.statute.look import STATUTE_STUDY
from okin_lib.instruments.timeline.look import TIMELINE
from okin_lib.lessons.dates import EXERCISE as DATES
from okin_lib.page.instrument import Exercise, Instrument

BOARD = Exercise(
    BoardPlan,
    wrong_board,
    partial(Board.of, drawer=DRAWER),
    closable=lambda plan: plan.closable,
    closed=lambda board, plan, shut: board.but(plan=plan.closed(shut)),
)

INSTRUMENTS = (
    Instrument("board", exercise=BOARD),
    Instrument("timeline", looks=(TIMELINE,)),
    Instrument("evidence", looks=(EVIDENCE,)),
    Instrument("cast", studies=(CAST,), looks=(WHO,)),
    Instrument("comparison", studies=(COMPARISONS,), looks=(PARTIES, BESIDE_THE_RECORD)),
    Instrument("lanes", looks=(LANES,)),
    Instrument("cases", studies=(GRIDS,), looks=(CASES,)),
    Instrument("framing", exercise=FRAMING),
    Instrument("dates", exercise=DATES, looks=(PRECEDENTS,)),
    Instrument("courts", studies=(COURTS,)),
    Instrument("docket", studies=(DOCKET,)),
    Instrument("authorities", studies=(AUTHORITIES,)),
    Instrument("later", studies=(LATER,)),
    Instrument("disputes", looks=(LENS,)),
    Instrument("knowledge", studies=(KNOWLEDGE,), looks=(WHO_KNEW,)),
    Instrument("pivots", studies=(TURNING,), looks=(TURNS_ON,)),
    Instrument("jury", studies=(JURY,), looks=(REMAND,)),
    Instrument("statute", studies=(STATUTE,), looks=(STATUTE_STUDY,)),
    Instrument("glossary", studies=(GLOSSARY,)),
)

EXERCISES = {each.name: each.exercise for each in INSTRUMENTS if each.exercise}
"""By its name in a lesson's file, what a learner can work with in the middle of a lesson."""

LOOKS = {look.id: look for each in INSTRUMENTS for look in each.looks}
"""In the order in which they are offered."""
