"""The parts of the front end: they join to one script and one sheet, in whatever order."""

import re
from collections import Counter

import pytest

from okin_lib.hosts.front import join

PARTS = {path.name: path.read_text("utf-8") for path in sorted(join.HERE.glob("*.js"))}
DECLARED = re.compile(r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", re.MULTILINE)
IMPORTED = re.compile(r'^import \{ ([^}]+) \} from "\./([a-z]+\.js)";$', re.MULTILINE)
SCRIPTS = {
    "widget.js": ["export default { render };"],
    **{
        entry: []
        for entry in (
            "socket.js",
            "static.js",
            "scorm.js",
            "phone.js",
            "screen.js",
            "desk.js",
        )
    },
}
"""The entries, and what each exports."""
STYLES_ALL_BELOW = re.compile(r"[^{};]*:has\([^{]*[\s>~+]\*\s*(?:,[^{]*)?\{")
"""What follows a relation to what is inside, and names nothing: a browser styles all below anew
at each change in there."""
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


def needed(entry: str) -> set[str]:
    """The parts that a script is made of."""
    return {entry}.union(*(needed(source) for source in imported(entry).values()))


@pytest.mark.parametrize("entry", SCRIPTS)
def test_a_script_is_what_its_back_end_needs_once_each_after_those_it_imports_from(
    entry: str,
) -> None:
    script, parts = join.script(entry), needed(entry)
    declared = DECLARED.findall(script)
    assert sorted(declared) == sorted(n for part in parts for n in DECLARED.findall(PARTS[part]))
    for part in parts:
        (first, *_) = DECLARED.findall(PARTS[part])
        assert all(declared.index(name) < declared.index(first) for name in imported(part))
    exported = re.findall(r"^(?:import|export).*", script, re.MULTILINE)
    assert exported == SCRIPTS[entry]


def test_every_part_is_in_a_script_and_no_back_end_in_that_of_another() -> None:
    scripts = {entry: needed(entry) for entry in SCRIPTS}
    assert set.union(*scripts.values()) == {*PARTS}
    assert set.intersection(*scripts.values()).isdisjoint({*SCRIPTS})


def test_the_tokens_and_the_base_come_first_in_the_sheet_and_the_pages_own_is_not_in_it() -> None:
    first = [(join.HERE / f"{name}.css").read_text("utf-8") for name in ("tokens", "base")]
    assert join.sheet().startswith("\n".join(first))
    assert "[data-voila]" not in join.sheet().replace("body[data-voila] .okin", "")


@pytest.mark.parametrize(
    "sheet", [*join.sheets(), *sorted(join.FRAME.rglob("*.css"))], ids=lambda path: path.stem
)
def test_what_a_rule_styles_by_what_is_inside_it_names(sheet) -> None:
    found = STYLES_ALL_BELOW.findall(sheet.read_text("utf-8"))
    assert found == []


def test_a_rule_that_names_nothing_would_be_found() -> None:
    assert STYLES_ALL_BELOW.findall(".why:not(:has([open])) > * { overflow: auto; }")
    assert not STYLES_ALL_BELOW.findall(".bar:has(:checked) > label { flex: none; }")
