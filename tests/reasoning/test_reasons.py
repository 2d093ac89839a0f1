"""What a reason says of the situation is so in it."""

from itertools import combinations

import pytest

from okin_lib.lessons.installed import load_case
from tests.patterns.test_what_is_not_said import PATTERN, found
from tests.reasoning.courtroom import VILLAGE, ask, finding

CASE = load_case()
SUPPORT = {
    "officers-trained": ("their training", "extensive professional training"),
    "mandatory-arrest-law": ("New York law", "state law"),
    "manual-treat-as-crime": ("Police Department Manual",),
    "manual-no-mediation": ("Police Department Manual",),
}
"""What further supports awareness and notice (431-32, 436-37), and the words that say it is so."""
EXCEPTED = ("misdemeanor-each-time", "no-arrest-asked-each-time")
FAILURES = ("implicit-sanction", "sorting", "disregard")
EXCEPTION = "436 n.13"


def off() -> list[tuple[str, ...]]:
    return [gone for many in range(1, 5) for gone in combinations(SUPPORT, many)]


@pytest.mark.parametrize("year", [None, 1990])
@pytest.mark.parametrize("gone", off(), ids="+".join)
@pytest.mark.parametrize("element", ["awareness", "disregard", "clearly-established"])
def test_no_support_is_named_that_was_left_out_or_was_not_yet_law(element, gone, year):
    """436 n.13: first adopted in 1994."""
    still = {word for fact in SUPPORT if fact not in gone for word in SUPPORT[fact]}
    still -= set(SUPPORT["mandatory-arrest-law"]) if year else set()
    asked = finding(ask(CASE, without=gone, year=year), element, "weber")
    for word in {word for words in SUPPORT.values() for word in words} - still:
        assert not [each for each in asked.because if word in each.quote], word


@pytest.mark.parametrize("element", FAILURES)
def test_the_exception_shown_on_every_call_is_argued_for_the_officers(element):
    """436 n.13. That record is weaker for Okin than the one decided."""
    shown, recorded = ask(CASE, added=EXCEPTED), ask(CASE)
    for party in VILLAGE:
        asked = finding(shown, element, party)
        assert asked.authority != finding(recorded, element, party).authority
        assert [r.page for r in asked.because if r.side == "officers"][-1:] == [EXCEPTION]


@pytest.mark.parametrize("element", FAILURES)
@pytest.mark.parametrize("half", EXCEPTED)
def test_one_half_of_the_exception_excepts_nothing(element, half):
    for party in VILLAGE:
        asked = finding(ask(CASE, added=[half]), element, party)
        assert asked.because == finding(ask(CASE), element, party).because


@pytest.mark.parametrize("element", FAILURES)
@pytest.mark.parametrize("dealing", [True, False])
def test_in_a_fact_pattern_the_exception_is_argued_too(element, dealing):
    halves = {
        "arrest-mandatory": True,
        "family-offense-misdemeanor": True,
        "no-arrest-asked": True,
    }
    acts = dict.fromkeys(("friendly-dealing", "affirmative-interaction"), dealing)
    passive = dict.fromkeys(
        ("open-contempt", "unanswered-admission", "present-at-assault", "exposure"), False
    )
    asked = found({**PATTERN, **passive, **acts, **halves}, element, violence="domestic")
    assert EXCEPTION in {each.page for each in asked.because if each.side == "officers"}


def test_notice_does_not_cite_a_law_that_was_complied_with():
    """437: the relevant state law."""
    for party in VILLAGE:
        asked = finding(ask(CASE, added=EXCEPTED), "clearly-established", party)
        assert asked.status == "yes"
        assert not [each for each in asked.because if "state law" in each.quote]


STATE_OF_MIND = ("time-to-deliberate", "awareness", "disregard")
RECKLESS = {**PATTERN, "intentional-violence": False, "reckless-harm": True}


@pytest.mark.parametrize("element", [*STATE_OF_MIND, "conscience", "violation"])
@pytest.mark.parametrize("factors", [PATTERN, RECKLESS], ids=["intentional", "reckless"])
@pytest.mark.parametrize("timed", [True, None])
@pytest.mark.parametrize("untrained", [True, False])
def test_violence_that_is_not_domestic_is_not_judged_by_what_is_said_of_it(
    element, factors, timed, untrained
):
    """432: who knows of a risk and disregards it; 431-32 and n.14 speak of domestic violence."""
    without = dict.fromkeys(("training", "legal-duty"), False) if untrained else {}
    asked = found({**factors, "time-to-deliberate": timed, **without}, element)
    assert asked.because
    for each in asked.because:
        assert "domestic violence" not in f"{each.text} {each.quote}", each
        assert "actual deliberation is practical" not in each.quote


@pytest.mark.parametrize("element", STATE_OF_MIND)
def test_where_the_harm_was_reckless_it_is_judged_as_pena_was(element):
    """431-32: the risk is assumed or acquiesced in."""
    for party in VILLAGE:
        asked = finding(ask(CASE, added=["harm-was-reckless"]), element, party)
        assert asked.status == "triable"
        assert not [each for each in asked.because if "domestic violence" in each.quote]
        if element != "time-to-deliberate":
            assert [each for each in asked.because if "acquiesced in [the] risk" in each.quote]


@pytest.mark.parametrize("element", [*STATE_OF_MIND, "implicit-sanction"])
def test_off_duty_no_complaint_was_being_answered(element):
    """435-36: the capacity; what is supposed is not shown in answering calls."""
    asked = finding(ask(CASE, added=["officers-off-duty"]), element, "weber")
    assert asked.status == "triable"
    for words in ("responded to Okin's complaints had", "during their response", "practical"):
        assert not [each for each in asked.because if words in each.quote], words


def test_off_duty_time_is_not_given_by_the_duty_to_answer_complaints():
    silent = {**PATTERN, "time-to-deliberate": None}
    assert found(silent, "time-to-deliberate", violence="domestic").status == "triable"
    off_duty = {**silent, "official-duty": False}
    asked = found(off_duty, "time-to-deliberate", violence="domestic")
    assert asked.status == "open"
    assert not [each for each in asked.because if "disregard" in each.quote]


def texts(asked):
    return " ".join(f"{each.text} {each.quote}" for each in (*asked.because, *asked.leaning))


def test_each_side_argues_the_assurance_and_the_harm_that_there_are():
    """436: intentional violence, and implicit sanction, are what those arguments speak of."""
    told = {**RECKLESS, "explicit-assurance": True, "friendly-dealing": False}
    for duty in (True, False):
        asked = found({**told, "official-duty": duty}, "clearly-established")
        assert asked.status == "open"
        assert {"plaintiff", "officers"} <= {each.side for each in asked.because}
        assert "encouraged violence is intentional" not in texts(asked)
        assert "without an explicit statement" not in texts(asked)
        assert "implicit sanction theory" not in texts(asked)


@pytest.mark.parametrize("element", ["awareness", "disregard"])
def test_an_assurance_of_recklessness_is_no_sanction_of_intentional_violence(element):
    """431: "closer calls" is said of how state action inflicts harm, and not of private harm."""
    asked = found({**RECKLESS, "explicit-assurance": True}, element)
    assert "official sanction of intentional violence" not in texts(asked)
    assert "closer calls" not in texts(asked)
    assert "acquiesced in" in texts(asked)


def test_an_assurance_alone_is_not_called_dealings_and_failures():
    told = {**PATTERN, "explicit-assurance": True, "repeated-failures": False}
    asked = found(told, "implicit-sanction")
    assert asked.status == "triable"
    assert "repeated failures" not in texts(asked)


def test_what_was_found_of_time_is_said_in_words_on_time():
    asked = found({**PATTERN, "time-to-deliberate": None}, "time-to-deliberate")
    assert asked.status == "open"
    assert "time for reflection" in texts(asked)
    assert "willful disregard" not in texts(asked)


@pytest.mark.parametrize(
    "altered", [{"without": ["choking-reported"]}, {"added": ["bruises-mistaken"]}]
)
def test_the_complaint_that_is_off_is_not_quoted(altered):
    """430: that he had beaten and tried to choke her."""
    for party in VILLAGE:
        assert "choke" not in texts(finding(ask(CASE, **altered), "implicit-sanction", party))


@pytest.mark.parametrize("element", ["implicit-sanction", "affirmative-conduct"])
def test_many_failures_are_no_single_act(element):
    repeated = {**PATTERN, "friendly-dealing": False, "wrongdoer-aware": None}
    asked = found(repeated, element)
    assert asked.status == "open"
    assert "one act" not in texts(asked)


def test_of_a_fact_pattern_nothing_has_been_taken_away():
    passages = [
        reason.text
        for element in CASE.elements.values()
        for authority in element.authorities
        if not authority.parties and authority.kind in ("rule", "contested")
        for reason in (*authority.because, *(authority.lean.argument if authority.lean else ()))
    ]
    assert passages
    assert not [text for text in passages if "What is left" in text or "What remains" in text]


def test_one_visit_is_not_said_to_be_repeated():
    """437, of Lug alone."""
    lug = finding(ask(CASE, attribution="individual"), "sorting", "lug")
    assert lug.status == "open"
    assert "The failures are repeated" not in texts(lug)
