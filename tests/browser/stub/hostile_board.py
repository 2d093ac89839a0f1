"""The whole board of a case each of whose texts ends in a script."""

from typing import Any

from attrs import evolve, fields, has

from okin_lib.doctrine.case import Case
from okin_lib.lessons.installed import PACKAGE, load_case
from okin_lib.lessons.load import load_plan
from okin_lib.lessons.whole import Whole

SCRIPT = """"'><script>bad=1</script><img src=x onerror=bad=1>"""
TEXTS = {
    *("name", "title", "label", "description", "definition", "statement", "question", "text"),
    *("note", "who", "hops", "aliases", "posture", "history", "cite"),
}


def board() -> Whole:
    case = load_case()
    return Whole.of(hostile(case), load_plan(PACKAGE / "lessons" / "10_whole_board.yaml", case))


def hostile(case: Case) -> Case:
    """The case with a script in each text, but not in a quotation: a wrong one is refused."""
    return evolve(case, record=_bearing(case.record), doctrine=_bearing(case.doctrine))


def _bearing(value: Any, text: bool = False) -> Any:
    if isinstance(value, str):
        return value + SCRIPT if text and value else value
    if isinstance(value, tuple):
        return tuple(_bearing(each, text) for each in value)
    if isinstance(value, dict):
        return {key: _bearing(each, text) for key, each in value.items()}
    if not has(type(value)):
        return value
    here = {each.name: getattr(value, each.name) for each in fields(type(value)) if each.init}
    return evolve(value, **{name: _bearing(each, name in TEXTS) for name, each in here.items()})
