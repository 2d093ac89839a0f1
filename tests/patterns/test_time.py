"""Time to deliberate in answering complaints of domestic violence (432, 437 n.14)."""

import pytest

from okin_lib.lessons.installed import load_case
from tests.patterns.test_what_is_not_said import PATTERN, found, sides
from tests.reasoning.courtroom import VILLAGE, ask, finding

ELEMENT = "time-to-deliberate"
KNOWN = {"training": True, "legal-duty": True}
UNKNOWN = dict.fromkeys(KNOWN)
NEITHER = dict.fromkeys(KNOWN, False)
SILENT = {**PATTERN, ELEMENT: None}
NOTE = "437 n.14"


@pytest.mark.parametrize(
    "value", [UNKNOWN, {**UNKNOWN, "training": True}, {**KNOWN, "training": False}]
)
def test_what_is_said_of_trained_and_obligated_officers_is_said_of_no_others(value):
    """437 n.14: where officers are trained and legally obligated to investigate."""
    asked = found({**SILENT, **value}, ELEMENT, violence="domestic")
    assert asked.status == "triable"
    assert not [each for each in asked.because if "actual deliberation" in each.quote]
    both = found({**SILENT, **KNOWN}, ELEMENT, violence="domestic")
    assert both.status == "triable"
    assert [each for each in both.because if "actual deliberation" in each.quote]


def test_time_is_open_where_officers_are_shown_to_have_neither_and_time_is_not():
    asked = found({**SILENT, **NEITHER}, ELEMENT, violence="domestic")
    assert asked.status == "open"
    assert sides(asked) == {"plaintiff", "officers"}
    assert NOTE in {each.page for each in asked.because if each.side == "officers"}
    timed = found({**SILENT, **NEITHER, ELEMENT: True}, ELEMENT, violence="domestic")
    assert timed.status == "triable"


@pytest.mark.parametrize(
    "altered",
    [{"added": ["officers-untrained", "no-legal-duty"]}, {"without": ["officers-trained"]}],
)
def test_officers_not_known_to_be_trained_are_not_called_prepared(altered):
    """432: a known danger that the officers were prepared to address."""
    case = load_case()
    for party in VILLAGE:
        asked = finding(ask(case, **altered), ELEMENT, party)
        assert asked.status == "triable"
        assert not [each for each in asked.because if "prepared" in f"{each.text} {each.quote}"]
        assert not [each for each in asked.because if "actual deliberation" in each.quote]
