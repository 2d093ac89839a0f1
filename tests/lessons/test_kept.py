"""What a learner came to is kept as plain data and taken up again; all else is refused."""

import copy
import json
from random import Random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okin_lib.files.link_code import EARLIER
from okin_lib.lessons.kept import BadState, kept, restored
from okin_lib.lessons.library import lesson_ids, open_ids, start
from okin_lib.page.regions import BadEvent
from scripts.walks import events

EVERY = [*lesson_ids(), *open_ids()]
BOARD = "03_act_or_omission"


def walked(lesson_id: str, seed: int, steps: int = 6):
    """Return the lesson after random acts, the first of them a prediction if it asks for one."""
    random, lesson = Random(seed), start(lesson_id)
    for step in range(steps):
        can = events(dict(lesson.regions()), random)
        can.pop("share", None)
        act = "commit" if step == 0 and "commit" in can else random.choice(sorted(can))
        event = can[act][0] if step == 0 else random.choice(can[act])
        try:
            lesson = lesson.after(event)
        except BadEvent:
            continue
    return lesson


def unsaid(lesson):
    """The lesson without what it says of the last act, which is not kept."""
    name = "board" if hasattr(lesson, "board") else "exercise"
    member = getattr(lesson, name)
    said = hasattr(member, "said")
    return attrs.evolve(lesson, **{name: member.but(said="")}) if said else lesson


@pytest.fixture(scope="module")
def data():
    return {lesson_id: kept(walked(lesson_id, 1)) for lesson_id in EVERY}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("lesson_id", EVERY)
def test_what_is_kept_is_taken_up_as_it_was(lesson_id, seed):
    lesson = walked(lesson_id, seed)
    text = json.dumps(kept(lesson), sort_keys=True)
    again = restored(start(lesson_id), json.loads(text)).lesson
    assert again.regions() == unsaid(lesson).regions()
    assert json.dumps(kept(again), sort_keys=True) == text


@pytest.mark.parametrize("lesson_id", EVERY)
def test_a_lesson_not_begun_is_kept_too(lesson_id):
    lesson = start(lesson_id)
    assert restored(lesson, kept(lesson)).lesson.regions() == lesson.regions()


def test_a_reason_and_the_answers_can_be_read_in_what_is_kept():
    lesson = start(BOARD).after(
        {"commit": "without-football", "value": {"choice": "fails", "because": "<b>so</b>"}}
    )
    lesson = lesson.after({"commit": "omission", "value": {"choice": "never"}})
    members = kept(lesson)["members"]
    assert members["prediction"] == {"choice": "fails", "because": "<b>so</b>"}
    assert members["check"] == {"answers": {"omission": "never"}, "cited": {}, "at": "omission"}


def test_what_was_written_to_leave_with_is_taken_up():
    lesson = start(BOARD).after({"write": "exit", "value": "Two <b>lines</b>\nof it"})
    again = restored(start(BOARD), json.loads(json.dumps(kept(lesson)))).lesson
    assert again.leaving.text == "Two <b>lines</b>\nof it"
    assert "Two &lt;b&gt;lines&lt;/b&gt;\nof it</textarea>" in again.regions()["exit"]


def test_what_was_kept_before_the_opinion_had_a_pane_is_taken_up():
    lesson = start(BOARD).after({"page": "opinion", "value": "430"})
    data = kept(lesson)
    data["members"]["reader"] = {"page": "430", "quote": ""}
    assert restored(start(BOARD), data).lesson == lesson


def changed(data, path, value):
    """Return the data with ``value`` at the path; `KeyError`, as a value, takes away."""
    new = copy.deepcopy(data)
    at = new
    *way, last = path.split(".")
    for step in way:
        at = at[step]
    if value is KeyError:
        del at[last]
    else:
        at[last] = value
    return new


DATES, FRAMING, PIVOTS = "06_law_on_the_day", "05_framing_the_right", "04_the_facts_that_matter"
DISPUTED, WHOLE = "07_the_record_and_its_disputes", "10_whole_board"


@pytest.mark.parametrize(
    ("lesson_id", "path", "value", "says"),
    [
        (BOARD, "version", 2, "another form"),
        (BOARD, "version", "1", "whole number"),
        (BOARD, "version", KeyError, "'version' is missing"),
        (BOARD, "law", 10**6, "a version of the law that is not known here"),
        (BOARD, "law", 0, "a version of the law that is not known here"),
        (BOARD, "lesson", DATES, "of another lesson .*Act or omission"),
        (BOARD, "hack", 1, "no field 'hack'"),
        (BOARD, "members.hack", {}, "must have prediction"),
        (BOARD, "members.exercise", KeyError, "must have prediction, exercise"),
        (BOARD, "members.exercise", [], "fields"),
        (BOARD, "members.exercise.trail", [], "no field 'trail'"),
        (BOARD, "members.exercise.party", "duglas", "douglas"),
        (BOARD, "members.exercise.opened", ["elephant"], "unknown element"),
        (BOARD, "members.exercise.opened", "explicit", "a list"),
        (BOARD, "members.exercise.drawn", 1, "must be a list"),
        (BOARD, "members.exercise.scenario", {"without": ["footbal-talk"]}, "football-talk"),
        (BOARD, "members.exercise.scenario", {"readings": {"pena": "brod"}}, "broad"),
        (BOARD, "members.exercise.search.words", "x" * 10**5, "at most"),
        (BOARD, "members.exercise.search.element", "x", "element"),
        (BOARD, "members.prediction.choice", "maybe", "choice of without-football"),
        (BOARD, "members.prediction.because", "x" * 10**5, "longer"),
        (BOARD, "members.prediction.because", "", "a reason"),
        (BOARD, "members.prediction.because", "one\ntwo", "one line"),
        (BOARD, "members.prediction", {"choice": "", "because": ""}, "before a prediction"),
        (BOARD, "members.check.answers", {"omission": "nevr"}, "never"),
        (BOARD, "members.check.answers", {"omision": "never"}, "omission"),
        (BOARD, "members.check.at", "omision", "omission"),
        (BOARD, "members.reader.page", "999", "unknown page|cannot be opened"),
        (BOARD, "members.reader.quote", "what the court never said", "cannot be opened"),
        (BOARD, "members.reader.quote", "x" * 10**5, "at most"),
        (BOARD, "members.reader.find", "x" * 10**5, "at most"),
        (BOARD, "members.reader.open", "yes", "true or false"),
        (BOARD, "members.reader.nth", "1", "whole number"),
        (DATES, "members.exercise.year", 1066, "the years are"),
        (DATES, "members.exercise.year", True, "whole number"),
        (DATES, "members.exercise.reader", "x", "reading of precedent"),
        (DATES, "members.exercise.on", ["x"], "switch"),
        (FRAMING, "members.exercise.ticks", {}, "the precedents are"),
        (PIVOTS, "members.exercise.fact", "x", "unknown fact"),
        (PIVOTS, "members.exercise.element", "x", "unknown element"),
        (DISPUTED, "members.exercise.scenario", {"without": ["football-talk"]}, "fact"),
        (DISPUTED, "members.exercise.scenario", {"readings": {"pena": "broad"}}, "reading"),
        (DISPUTED, "members.exercise.scenario", {"year": 1995}, "no year|fact"),
        (WHOLE, "members.aspect.look", "x", "unknown look"),
        (WHOLE, "members.aspect.chosen", {}, "what is chosen here is"),
        (WHOLE, "members.aspect.chosen.left", "x", "unknown left"),
    ],
)
def test_what_no_act_leads_to_is_refused_with_what_is_wrong(data, lesson_id, path, value, says):
    with pytest.raises(BadState, match=says) as refused:
        restored(start(lesson_id), changed(data[lesson_id], path, value))
    assert len(str(refused.value)) < 2000


@pytest.mark.parametrize("other", [None, 3, "{}", [], {}, {1: 2}, {"version": 10**5000}])
def test_what_is_nothing_like_it_is_refused(other):
    with pytest.raises(BadState):
        restored(start(BOARD), other)


def test_a_prediction_that_is_committed_stays_as_it_is():
    def predicted(choice):
        value = {"choice": choice, "because": "so"}
        return start(BOARD).after({"commit": "without-football", "value": value})

    assert restored(predicted("fails"), kept(predicted("fails"))).lesson == predicted("fails")
    with pytest.raises(BadState, match="stays as it is"):
        restored(predicted("undecided"), kept(predicted("fails")))


def test_what_was_made_with_an_earlier_law_says_so(case, monkeypatch):
    lesson = start(BOARD)
    data = kept(lesson)
    assert restored(lesson, data).notice == ""
    record = type(case.record)
    monkeypatch.setattr(record, "law", data["law"] + 1)
    assert restored(lesson, data).notice == EARLIER


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9)
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=9), inner)
)


def places(data, way=()):
    """Every path in the data."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield ".".join((*way, key))
            yield from places(value, (*way, key))


@settings(deadline=None, max_examples=150)
@given(drawn=st.data())
def test_fuzz_of_what_is_taken_up_never_fails_otherwise(data, drawn):
    lesson_id = drawn.draw(st.sampled_from(EVERY))
    path = drawn.draw(st.sampled_from(sorted(places(data[lesson_id]))))
    try:
        again = restored(start(lesson_id), changed(data[lesson_id], path, drawn.draw(JSON)))
    except BadState:
        return
    assert again.lesson.regions()
