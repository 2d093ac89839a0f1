"""The parts of the front end: they join to one script and one sheet, in whatever order."""

import re
from collections import Counter

import pytest

from okin_lib.hosts.front import join

PARTS = {path.name: path.read_text("utf-8") for path in sorted(join.HERE.glob("*.js"))}
DECLARED = re.compile(r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", re.MULTILINE)
IMPORTED = re.compile(r'^import \{ ([^}]+) \} from "\./([a-z]+\.js)";$', re.MULTILINE)
NOT_CODE = re.compile(r"/\*.*?\*/|//[^\n]*|\"[^\"\n]*\"", re.DOTALL)


def imported(part: str) -> dict[str, str]:
    """Each name that a part imports, and from where."""
    found = IMPORTED.findall(PARTS[part])
    return {name: source for names, source in found for name in names.split(", ")}


def test_no_two_parts_declare_the_same_name() -> None:
    """Joined, they share one scope."""
    names = Counter(name for text in PARTS.values() for name in DECLARED.findall(text))
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("part", PARTS)
def test_a_part_imports_what_it_uses_of_the_others_and_nothing_else(part: str) -> None:
    elsewhere = {name for text in PARTS.values() for name in DECLARED.findall(text)}
    code = IMPORTED.sub("", NOT_CODE.sub("", PARTS[part]))
    used = set(re.findall(r"(?<![.#\w])\w+", code)) & elsewhere - {*DECLARED.findall(code)}
    assert used == imported(part).keys()


@pytest.mark.parametrize("part", PARTS)
def test_what_is_imported_is_exported(part: str) -> None:
    for name, source in imported(part).items():
        assert re.search(rf"^export (?:async )?\w+ {name}\b", PARTS[source], re.MULTILINE)


def test_the_script_is_every_part_once_after_those_it_imports_from_and_exports_the_widget() -> (
    None
):
    script = join.script()
    declared = DECLARED.findall(script)
    assert sorted(declared) == sorted(n for text in PARTS.values() for n in DECLARED.findall(text))
    for part, text in PARTS.items():
        (first, *_) = DECLARED.findall(text)
        assert all(declared.index(name) < declared.index(first) for name in imported(part))
    assert re.findall(r"^(?:import|export).*", script, re.MULTILINE) == [
        "export default { render };"
    ]


def test_the_tokens_and_the_base_come_first_in_the_sheet_and_the_pages_own_is_not_in_it() -> None:
    first = [(join.HERE / f"{name}.css").read_text("utf-8") for name in ("tokens", "base")]
    assert join.sheet().startswith("\n".join(first))
    assert "[data-voila]" not in join.sheet().replace("body[data-voila] .okin", "")
