"""libyaml's parser, where it is present, reads every text as Python's does, errors included."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import okin_lib
from okin_lib.record import yaml_loader
from okin_lib.record.placed import DataError, place_of
from okin_lib.record.yamltext import parse
from tests.examples import examples

pytestmark = pytest.mark.skipif(
    yaml_loader.QuickLoader is None, reason="PyYAML was built without libyaml"
)
DATA = sorted(Path(okin_lib.__file__).parent.rglob("*.yaml"))
SIGNS = [
    *"ab1:-?[]{},#&*!|>'\"%@` \n\t\\~.=<\x85\u2028\ufeff\x07",
    "\n  ",
    "\n- ",
    ": ",
    " #",
    "? ",
]
signs = st.lists(st.sampled_from(SIGNS), max_size=25).map("".join)


def placed(value: Any) -> Any:
    """Return a value with the place of each part of it."""
    if isinstance(value, dict):
        return place_of(value), [(placed(key), placed(each)) for key, each in value.items()]
    if isinstance(value, list):
        return place_of(value), [placed(each) for each in value]
    return (place_of(value), value) if isinstance(value, str) else value


def read(text: str) -> Any:
    try:
        return placed(parse.__wrapped__(text, "any.yaml"))
    except DataError as error:
        return str(error)


def read_in_python(text: str) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_loader, "QuickLoader", None)
        return read(text)


@settings(deadline=None)
@given(signs | signs.map("a: {}".format) | st.text())
def test_any_text_is_read_alike(text):
    assert read(text) == read_in_python(text)


@settings(deadline=None, max_examples=examples(50))
@given(st.sampled_from(DATA), st.integers(0), signs)
def test_damaged_data_are_read_alike(path, at, damage):
    text = path.read_text("utf-8")[:1500]
    at %= len(text)
    damaged = text[:at] + damage + text[at + len(damage) :]
    assert read(damaged) == read_in_python(damaged)


@pytest.mark.parametrize(
    "text",
    [
        "a: b\tc",
        "a: |#",
        "a: {b\n *!? }",
        "{a: [b],\n c?d: e}",
        "a:\n\ufeffb",
        "a: b\x85 c",
        "a: &x b",
    ],
)
def test_what_libyaml_would_read_otherwise_is_read_in_python(text):
    assert read(text) == read_in_python(text)


def test_what_both_read_alike_is_left_to_libyaml(monkeypatch):
    monkeypatch.setattr(yaml_loader, "PlainLoader", None)
    assert parse.__wrapped__("a: [b, c]", "any.yaml") == {"a": ["b", "c"]}
