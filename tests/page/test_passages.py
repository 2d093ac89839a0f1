"""A passage: its words, whose they are, and the way to its page."""

from okin_lib.page.passages import foremost, passage, reasons
from okin_lib.record.types import NO_PARTY, Support
from tests.page.markup import read
from tests.reasoning.courtroom import finding


def test_a_passage_says_whose_words_and_turns_to_its_page(case):
    support = Support(
        text="An example.",
        page="430",
        quote="defendants' actions, such as discussing football with Sears",
        speaker="argument",
    )
    root = read(passage(case, support, NO_PARTY))
    (quote,) = root.all("blockquote")
    (turn,) = root.all("button", data_act="read", data_go="opinion")
    assert quote.text == turn.attrs["value"] == support.quote
    assert turn.attrs["data-id"] == "430"
    assert (
        root.all("cite")[0].text == "430: a party's argument, as the court reports it · reasoning"
    )


def test_the_other_sides_argument_never_stands_for_the_reason_of_a_finding():
    reason, more, against = (
        Support("A reason.", "430", "a"),
        Support("One more.", "430", "b"),
        Support("Against it.", "431", "c", side="officers"),
    )
    assert foremost([reason, more, against]) == (reason, against)


def test_why_a_finding_leans_is_told_last_and_is_no_sides_argument(case, without_football):
    found = finding(without_football, "implicit-sanction", "douglas")
    (why,) = found.leaning
    assert why not in found.because
    told = [each.all("p")[0].text for each in read(reasons(case, found)).all("div")]
    assert [each.partition(": ")[0] for each in told] == [
        "For Okin", "For the officers", "Leans to Okin",
    ]  # fmt: skip
    assert told[-1] == f"Leans to Okin: {why.text}"


def test_what_does_not_lean_has_no_reason_to(record):
    assert not [found for found in record.findings if found.lean or found.leaning]
