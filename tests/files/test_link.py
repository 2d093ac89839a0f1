"""A code out of whatever was pasted: a link, or the code alone."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okin_lib.files.link import LONGEST, code_in
from okin_lib.files.scenario_data import BadCode

CODE = "1FgyZPz1OuVSz.year-199053ff5bf6"


@pytest.mark.parametrize(
    "text",
    [
        CODE,
        f"  {CODE}\n",
        f"?s={CODE}",
        f"http://127.0.0.1:8866/voila/render/00_whole_board.ipynb?s={CODE}",
        f"https://example.org/a%20b/?theme=dark&s={CODE}&other=1#frag",
        f"http://[::1]:8866/x.ipynb?s={CODE}#s=other",
        f"example.org/x?s={CODE}",
        f"/voila/render/x.ipynb?S=other&ss=other&s={CODE}",
        f"http://[?s={CODE}",
        f"http://x/?s={CODE.replace('.', '%2E')}\n",
    ],
)
def test_the_code_is_found_in_what_was_pasted(text):
    assert code_in(text) == CODE


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("http://127.0.0.1:8866/voila/render/x.ipynb", "holds no code"),
        ("http://x/?t=1", "holds no code"),
        ("http://x/?s=", "holds no code"),
        (f"http://x/#s={CODE}", "holds no code"),
        (f"http://x/#?s={CODE}", "holds no code"),
        (f"x?s={CODE}&s={CODE}", "2 codes"),
        (f"http://x/?s={CODE}&s={CODE}0", "2 codes"),
        (f"http://x/?a={'b' * 100_000}&s={CODE}", f"at most {LONGEST}"),
        ("1" * 100_000, f"at most {LONGEST}"),
        ("?", "holds no code"),
    ],
)
def test_a_link_that_holds_no_one_code_says_so(text, says):
    with pytest.raises(BadCode, match=says) as error:
        code_in(text)
    assert len(str(error.value)) < 200


@given(st.text() | st.text("?&=#s/:%1A "))
def test_fuzz_nothing_but_a_code_or_a_refusal_comes_of_any_text(text):
    with suppress(BadCode):
        assert isinstance(code_in(text), str)
