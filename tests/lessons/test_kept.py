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
from scripts.walks import events, opening
from tests.lessons.answering import BECAUSE, predicted

EVERY = [*lesson_ids(), *open_ids()]
BOARD = "03_act_or_omission"


def walked(lesson_id: str, seed: int, steps: int = 6):
    """Return the lesson after random acts, the first of them a prediction if it asks for one."""
    random, lesson = Random(seed), start(lesson_id)
    for step in range(steps):
        can = events(dict(lesson.regions()), random)
        can.pop("share", None)
        act = random.choice(sorted(can))
        event = random.choice(can[act] if step else opening(can) or can[act])
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
    lesson = predicted(start(BOARD))
    lesson = lesson.after({"commit": "omission", "value": {"choice": "never"}})
    members = kept(lesson)["members"]
    made = {"choice": lesson.plan.prediction.choices[0].id, "because": BECAUSE}
    assert members["prediction"] == {**made, "unfolded": False}
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


DATES, FRAMING, WHOLE = "06_law_on_the_day", "05_framing_the_right", "10_whole_board"


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
        (BOARD, "members.exercise", [], "fields"),
        (BOARD, "members.check.answers", ["never"], "fields"),
        (BOARD, "members.exercise.trail", [], "no field 'trail'"),
        (BOARD, "members.exercise.party", "duglas", "douglas"),
        (BOARD, "members.exercise.opened", ["elephant"], "unknown element"),
        (BOARD, "members.exercise.opened", "explicit", "a list"),
        (BOARD, "members.exercise.drawn", 1, "must be a list"),
        (BOARD, "members.exercise.scenario", {"without": ["footbal-talk"]}, "football-talk"),
        (BOARD, "members.exercise.scenario", {"readings": {"pena": "brod"}}, "broad"),
        (BOARD, "members.exercise.search.words", "x" * 10**5, "at most"),
        (BOARD, "members.exercise.search.element", "x", "element"),
        (BOARD, "members.prediction.because", "x" * 10**5, "longer"),
        (BOARD, "members.prediction.because", "", "a reason"),
        (BOARD, "members.prediction.because", "one\ntwo", "one line"),
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
    ],
)
def test_what_no_act_leads_to_is_refused_with_what_is_wrong(data, lesson_id, path, value, says):
    with pytest.raises(BadState, match=says) as refused:
        restored(start(lesson_id), changed(data[lesson_id], path, value))
    assert len(str(refused.value)) < 2000


@pytest.mark.parametrize(
    ("path", "value", "names"),
    [
        ("members.hack", {"any": "thing"}, "hack"),
        ("members.prediction.choice", "maybe", f"for which you wrote {BECAUSE!r}"),
        (
            "members.again",
            {"choice": "maybe", "because": "and so"},
            "for which you wrote 'and so'",
        ),
        ("members.check.answers", {"omission": "nevr"}, "the answer omission: nevr"),
        ("members.check.answers", {"omision": "never"}, "the answer omision: never"),
        ("members.check.cited", {"omission": "1"}, "the passage omission: 1"),
    ],
)
def test_what_a_lesson_no_longer_has_is_left_out_and_named(path, value, names):
    data = changed(kept(written()), path, value)
    found = restored(start(BOARD), data)
    assert found.notice.startswith("What is no longer here was left out: ")
    assert names in found.notice
    assert found.lesson.leaving.text == "Two lines"
    assert restored(start(BOARD), kept(found.lesson)).notice == ""


def written():
    """A lesson with a prediction, an answer and what one leaves with."""
    lesson = predicted(start(BOARD))
    lesson = lesson.after({"commit": "omission", "value": {"choice": "never"}})
    return lesson.after({"write": "exit", "value": "Two lines"})


def test_a_question_whose_answer_is_no_longer_offered_is_open_again():
    for path in ("members.prediction.choice", "members.check.answers.omission"):
        again = restored(start(BOARD), changed(kept(written()), path, "gone")).lesson
        assert again.prediction.committed == ("prediction" not in path)
        assert bool(again.check.answers) == ("check" not in path)


def place(member):
    return [getattr(member, name) for name in member.keeps]


@pytest.mark.parametrize("lesson_id", EVERY)
def test_what_a_lesson_has_gained_since_begins_at_its_start(lesson_id, data):
    fresh = start(lesson_id)
    for name in data[lesson_id]["members"]:
        found = restored(fresh, changed(data[lesson_id], f"members.{name}", KeyError))
        assert found.notice == ""
        assert place(found.lesson.members[name]) == place(fresh.members[name])


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


@pytest.mark.parametrize(
    ("supposed", "left"),
    [
        ({"without": ["gone", "football-talk"]}, {"without": ["football-talk"]}),
        ({"with": ["gone"], "readings": {"gone": "x", "pena": "gone"}}, {}),
    ],
)
def test_a_name_that_an_earlier_law_had_is_left_out_of_what_is_supposed(
    case, monkeypatch, supposed, left
):
    data = changed(kept(walked(WHOLE, 1)), "members.board.scenario", supposed)
    with pytest.raises(BadState, match="gone"):
        restored(start(WHOLE), data)
    monkeypatch.setattr(type(case.record), "law", data["law"] + 1)
    found = restored(start(WHOLE), data)
    assert found.notice.startswith(EARLIER)
    assert "gone" in found.notice
    assert kept(found.lesson)["members"]["board"]["scenario"] == left


@pytest.mark.parametrize("fields", [{"look": "gone"}, {"chosen": {}}, {"chosen": {"gone": "x"}}])
def test_a_look_that_is_no_longer_offered_gives_way_to_the_first(data, fields):
    member = {**data[WHOLE]["members"]["aspect"], **fields}
    found = restored(start(WHOLE), changed(data[WHOLE], "members.aspect", member))
    first = start(WHOLE).aspect
    assert all(getattr(found.lesson.aspect, name) == getattr(first, name) for name in fields)


def test_a_task_that_is_no_longer_set_gives_way_to_the_first():
    found = restored(start(BOARD), changed(kept(written()), "members.tasks.at", "gone"))
    assert found.lesson.tasks == start(BOARD).tasks


def test_an_exercise_that_is_another_under_the_new_law_begins_anew_and_the_rest_stays(
    case, monkeypatch
):
    data = changed(kept(written()), "members.exercise", {"party": "gone"})
    monkeypatch.setattr(type(case.record), "law", data["law"] + 1)
    found = restored(start(BOARD), data)
    assert "all of one exercise" in found.notice
    assert found.lesson.prediction.because == BECAUSE
    assert place(found.lesson.exercise) == place(start(BOARD).exercise)


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
    assert dict(again.lesson.regions())


@pytest.mark.parametrize("chosen", [{}, {"cases": "conscience"}])
def test_what_a_lesson_gives_is_as_it_gives_it_whatever_was_kept(chosen):
    data = kept(start(BOARD))
    data["members"]["looks"]["chosen"] = chosen
    assert restored(start(BOARD), data).lesson.looks.chosen["cases"] == "act-or-omission"
