"""Sizes, names and circles: what keeps a stranger able to find their way.

    python scripts/check_house.py [FOLDER]

Prints each fault as file:line, the rule, and the remedy, and exits with 1 if there is any.
Imports that a function makes late, or that stand under TYPE_CHECKING, count: a circle of them
is a circle in the reader's head.
"""

import ast
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import grimp

PACKAGE, PUBLIC = "okin_lib", "api"
FILE, FUNCTION, INSTRUMENT, NOTEBOOK = 200, 40, 500, 15
# The engine; a family of instruments; the screen that facts, moves and effects meet on; and what
# is drawn on a page, in miniature and on paper.
ALLOWED = {"reasoning": 3500, "precedents": 1200, "board": 1100, "circuit": 700}
READ = {".py", ".js", ".css", ".html", ".j2"}
GUESSED = {"aspect", "bearing", "code", "hearing", "index", "plain", "plan", "probe", "situation",
           "study", "switching"}  # fmt: skip
ONCE = {"scenario", "reading", "factor", "situation", "finding", "grade", "disposition", "ratio",
        "stance", "instrument", "stands", "standing"}  # fmt: skip

# In JavaScript: what may hold a brace that opens nothing, and the braces.
TOKENS = re.compile(
    r"//[^\n]*|/\*.*?\*/|`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"|[{}]", re.S
)

Fault = tuple[Path, int, str]


def main(root: Path) -> int:
    """Print the faults of the house at ``root``, and return the code to exit with."""
    rules = (files, functions, parts, circles, names, words, notebooks)
    faults = sorted(fault for rule in rules for fault in rule(root))
    for path, line, said in faults:
        print(f"{path.relative_to(root)}:{line}: {said}")
    print(
        f"the house: {len(faults)} faults" if faults else "the house: sizes, names, circles hold"
    )
    return bool(faults)


def files(root: Path) -> Iterator[Fault]:
    """Yield each file that is too long."""
    for path in written(root):
        if (long := lines(path)) > FILE:
            yield path, FILE + 1, f"{long} lines, {FILE} allowed: make two files of it"


def functions(root: Path) -> Iterator[Fault]:
    """Yield each function that is too long."""
    spans = {".py": python_spans, ".js": javascript_spans}
    for path in written(root):
        for name, start, end in spans.get(path.suffix, lambda _: ())(path.read_text("utf-8")):
            if (long := end - start + 1) > FUNCTION:
                said = f"{name} has {long} lines, {FUNCTION} allowed: name a part of it"
                yield path, start, said


def python_spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the name, the first and the last line of each function."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno, node.end_lineno or node.lineno


def javascript_spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the same of each block after ``)`` or ``=>``: a long one makes its function long."""
    opened: list[tuple[bool, int]] = []
    for token in TOKENS.finditer(text):
        line = text.count("\n", 0, token.start()) + 1
        if token[0] == "{":
            before = text[: token.start()].rstrip()
            opened.append((before.endswith((")", "=>")), line))
        elif token[0] == "}":
            block, start = opened.pop()
            if block:
                yield text.splitlines()[start - 1].strip(" {"), start, line
    if opened:
        raise ValueError(f"line {opened[-1][1]}: a brace that finds no other")


def parts(root: Path) -> Iterator[Fault]:
    """Yield the engine, or an instrument, that has grown too large."""
    for path in [root / PACKAGE / "reasoning", *(root / PACKAGE / "instruments").glob("*/")]:
        allowed = ALLOWED.get(path.name, INSTRUMENT)
        if (long := sum(map(lines, path.rglob("*.py")))) > allowed:
            said = f"{long} lines of Python, {allowed} allowed: make two of it, or move a part"
            yield path, 1, said


def circles(root: Path) -> Iterator[Fault]:
    """Yield each module that imports, by way of others, itself."""
    sys.path.insert(0, str(root))
    graph = grimp.build_graph(PACKAGE, cache_dir=None)
    for module in sorted(graph.modules):
        for imported in sorted(graph.find_modules_directly_imported_by(module)):
            back = graph.find_shortest_chain(imported, module)
            if back and module == min(back):
                details = graph.get_import_details(importer=module, imported=imported)
                around = " -> ".join((module, *back))
                said = f"a circle of imports, {around}: move what both need below both"
                yield source(root, module), details[0]["line_number"], said


def names(root: Path) -> Iterator[Fault]:
    """Yield each module whose name does not say what is inside."""
    for path in (root / PACKAGE).rglob("*.py"):
        if path.stem in GUESSED:
            yield path, 1, f"{path.stem!r} does not say what is inside: name what it holds"


def words(root: Path) -> Iterator[Fault]:
    """Yield each class, and each word of the glossary, that means something else elsewhere."""
    found = defaultdict(list)
    for path in sorted((root / PACKAGE).rglob("*.py")):
        if root / PACKAGE / PUBLIC in path.parents:  # what it hands on is called as it is inside
            continue
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) or getattr(node, "name", "") in ONCE:
                found[node.name].append((path, node.lineno))
    for name, ((first, _), *others) in found.items():
        for path, line in others:
            where = first.relative_to(root)
            yield path, line, f"{name} is something else in {where}: one word, one meaning"


def notebooks(root: Path) -> Iterator[Fault]:
    """Yield each notebook that has more code than prose and one call a cell need."""
    for path in (root / "notebooks").glob("*.ipynb"):
        cells = json.loads(path.read_text("utf-8"))["cells"]
        code = "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "code")
        said = [line for line in code.splitlines() if line.strip() and line[0] != "#"]
        if (long := len(said)) > NOTEBOOK:
            yield path, 1, f"{long} lines of code, {NOTEBOOK} allowed: move it to {PACKAGE}"


def written(root: Path) -> Iterator[Path]:
    """Yield each file that is written by hand; data and tests are exempt."""
    for folder in (PACKAGE, "scripts", "benchmarks"):
        yield from (path for path in (root / folder).rglob("*") if path.suffix in READ)


def lines(path: Path) -> int:
    """Return how many lines a file has."""
    return len(path.read_text("utf-8").splitlines())


def source(root: Path, module: str) -> Path:
    """Return the file of a module."""
    path = root.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
