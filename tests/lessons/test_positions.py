"""A named position is taken whole, and what has one label has one answer on every page."""

import re

import pytest

from okin_lib.doctrine.established import Establishing
from okin_lib.doctrine.generality import Generality
from okin_lib.instruments.precedents.courts.data import Courts
from okin_lib.instruments.precedents.view import answer as in_words
from okin_lib.lessons.as_text import framings, years
from okin_lib.lessons.library import open_lesson
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import scenario
from tests.lessons.answering import dated, predicted
from tests.page.markup import read
from tests.reasoning.courtroom import VILLAGE, held

FRAMING, DATES = "05_framing_the_right", "06_law_on_the_day"
POSITIONS = (
    "affirmative-creation-of-risk", "implicit-but-affirmative", "encouraging-intentional-violence",
    "known-victim-encouragement", "fostering-impunity", "repeated-inaction", "panels-reading",
    "district-courts-reading",
)  # fmt: skip
READERS = ("narrow", "broad")


@pytest.fixture(scope="module")
def framing():
    return predicted(open_lesson(FRAMING)).exercise


@pytest.fixture(scope="module")
def dates():
    return dated().exercise


def at(framing, position):
    return framing.after({"position": "positions", "value": position})


def reading(state, reader):
    return state.after({"reading": "pena", "value": reader})


def paths(framing):
    """Every other act, by itself and after another reading."""
    acts = [{"tick": f"{name} {factor}", "value": value}
            for name, ticked in framing.ticks
            for factor in framing.case.precedents[name].factors
            for value in (True, False)]  # fmt: skip
    acts += [{"switch": name, "value": value}
             for name in ("together", "clarity") for value in (True, False)]  # fmt: skip
    acts += [{"position": "positions", "value": name} for name in POSITIONS]
    acts += [{"draw": "grid"}, {"reset": "framing"}]
    for reader in READERS:
        for act in acts:
            yield reading(framing, reader).after(act)


# A position


def test_these_are_the_positions(case):
    assert [position.id for position in case.study(Generality).positions] == list(POSITIONS)


@pytest.mark.parametrize("position", POSITIONS)
def test_a_position_does_not_depend_on_the_path_to_it(framing, position):
    straight = at(framing, position)
    assert all(at(state, position) == straight for state in paths(framing))


def test_a_position_is_the_rule_that_it_names_and_nothing_else_holds(case, framing):
    for position in case.study(Generality).positions:
        if not position.reading:
            state = at(framing, position.id)
            assert dict(state.ticks) == {
                name: set(position.material) if name in position.drawn_from else set()
                for name in framing.plan.precedents
            }
            assert not state.on
            assert {each.id for each in state.found.found.by} <= set(position.drawn_from)


@pytest.mark.parametrize(
    ("position", "reader"), [("panels-reading", "narrow"), ("district-courts-reading", "broad")]
)
def test_a_courts_position_is_its_reading(framing, position, reader):
    assert at(framing, position) == reading(framing, reader)


def test_what_the_opinion_says_of_a_position_agrees_with_what_taking_it_computes(case, framing):
    for position in case.study(Generality).positions:
        found = at(framing, position.id).found.found.answer
        assert position.established == found or position.established == "not-said"
        assert bool(position.says) == (position.established not in ("yes", "no"))


def test_repeated_inaction_is_no_in_penas_context_and_otherwise_open(framing):
    state = at(framing, "repeated-inaction")
    assert state.found.found.answer == "open"
    box = boxes(framing)["repeated-inaction"]
    assert "where reckless off-duty behavior was encouraged, no (435-36)." in box
    assert "Otherwise, as here, the opinion leaves it open." in box
    assert "The opinion says no" not in box


def answer(framing):
    """The answer that what is ticked comes to."""
    (found,) = read(framing.regions()["established"]).all("span", **{"class": "answer"})
    return found.text


def boxes(framing):
    named = framing.after({"show": "by-position"}).regions()["by-position"]
    found = (each.text for each in read(named).all("details"))
    return dict(zip(POSITIONS, found, strict=True))


# The same label, the same answer


@pytest.mark.parametrize("position", POSITIONS)
def test_headline_box_and_plain_text_of_a_position_are_one_answer(case, framing, position):
    state = at(framing, position)
    headline = answer(state)
    assert headline in boxes(framing)[position]
    (label,) = (p.label for p in case.study(Generality).positions if p.id == position)
    lines = framings(FRAMING).splitlines()
    assert lines[lines.index(label) + 2].strip() == headline


@pytest.mark.parametrize("reader", READERS)
def test_a_reading_is_one_answer_in_framing_dates_courts_board_and_plain_text(
    case, framing, dates, reader
):
    year = case.record.conduct_year
    found = reading(dates, reader).found
    assert reading(framing, reader).found.found == found.found
    headline = answer(reading(framing, reader))
    assert said(reading(dates, reader), reader) == headline
    found_so = headline.removeprefix(f"In {year}: ")
    assert plain(case, reader)[year] == found_so
    court = [each.reading for each in case.study(Courts).courts].index(reader)
    courts = dates.after({"show": "courts"}).regions()["courts"]
    computed = read(courts).all("tr")[-1]
    assert found_so == computed.all("td")[court].text.strip()
    board = analyze(case, scenario(case, readings={"pena": reader}))
    for party in VILLAGE:
        assert held(board, "clearly-established", party)[0] == found.found.answer


@pytest.mark.parametrize("reader", READERS)
def test_a_reading_is_one_answer_in_every_year(case, dates, reader):
    text = plain(case, reader)
    for year in case.years:
        state = reading(dates, reader).after({"year": "when", "value": str(year)})
        assert f"In {year}: {text[year]}" == said(state, reader)
        board = analyze(case, scenario(case, readings={"pena": reader}, year=year))
        found = held(board, "clearly-established", dates.plan.party)[0]
        assert found == state.found.found.answer


@pytest.mark.parametrize("preset", ["second-circuit", "district-court"])
def test_a_court_is_one_answer_on_the_board_and_in_its_column(case, dates, preset):
    (chosen,) = (each for each in case.doctrine.presets if each.id == preset)
    board = analyze(case, scenario(case, readings=chosen.readings))
    found = held(board, "clearly-established", dates.plan.party)[0]
    assert found == reading(dates, chosen.readings["pena"]).found.found.answer


def test_every_answer_is_in_the_words_of_one_list(case):
    words = {in_words(case, each) for each in case.study(Establishing).wording.answers}
    for line in framings(FRAMING).splitlines()[2::3] + years(DATES).splitlines():
        if found := re.search(r": (.+?)( \(.*\))?$", line):
            assert found[1] in words


def said(dates, reader):
    """The answer in the column of a reading."""
    (found,) = read(dates.regions()["established"]).all("p", data_reading=reader)
    return found.text


def plain(case, reader):
    """The plain text's answer for each year, on the reading."""
    labels = {v.label: v.id for v in case.readings["pena"].values}
    answers, now = {}, ""
    for line in years(DATES).splitlines():
        if line in labels:
            now = labels[line]
        elif now == reader:
            since, said = re.fullmatch(r"  from (\d+): (.+)", line).groups()
            answers |= dict.fromkeys(range(int(since), case.years[-1] + 1), said)
    return answers
