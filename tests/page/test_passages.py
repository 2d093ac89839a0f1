"""A passage: its words, whose they are, and the way to its page."""

from okin_lib.page.passages import passage
from okin_lib.record.types import Support
from tests.page.markup import read


def test_a_passage_says_whose_words_and_turns_to_its_page(case):
    support = Support(
        text="An example.",
        page="430",
        quote="defendants' actions, such as discussing football with Sears",
        speaker="argument",
    )
    root = read(passage(case, support))
    (quote,) = root.all("blockquote")
    (turn,) = root.all("button", data_act="read", data_go="opinion")
    assert quote.text == turn.attrs["value"] == support.quote
    assert turn.attrs["data-id"] == "430"
    assert (
        root.all("cite")[0].text == "430: a party's argument, as the court reports it; reasoning"
    )
