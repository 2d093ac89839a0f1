"""The pages of Voila, rendered with no server: what is put in is shown and never markup."""

import asyncio
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import jinja2
import pytest
from jinja2 import nodes
from nbformat import v4
from voila.exporter import VoilaExporter
from voila.paths import collect_template_paths

from okin_lib.hosts import local
from okin_lib.hosts.cells import JUPYTER_ONLY
from okin_lib.hosts.serve import HERE, notebooks
from okin_lib.hosts.server.frame import entries
from tests.hosts.markup import SCRIPT, elements

OURS = HERE / "voila" / "templates" / "okin"
TEMPLATES = sorted(each.name for each in OURS.glob("*.*") if each.suffix in {".html", ".j2"})
PLAIN = "plain"
PLACES = {
    "the title": lambda page, text: page["metadata"].update(title=text),
    "the kernel's name": lambda page, text: page["metadata"]["kernelspec"].update(name=text),
    "other metadata": lambda page, text: page["metadata"].update({text: text}),
    "the file's name": lambda page, text: page["resources"]["metadata"].update(name=text),
    "the theme": lambda page, text: page["resources"].update(theme=text),
    "the prefix": lambda page, text: page["resources"].update(base_url=text),
    "the quick exit": lambda page, text: page["resources"]["local"].update(quick_exit=text),
    "the content note": lambda page, text: page["resources"]["local"].update(content_note=text),
    "a notebook's title": lambda page, text: page["resources"]["notebooks"][-1].update(title=text),
    "a notebook's question": lambda page, text: page["resources"]["notebooks"][-1].update(
        question=text
    ),
    "the title of the one before": lambda page, text: page["resources"]["notebooks"][-2].update(
        title=text
    ),
    "the id of the one before": lambda page, text: page["resources"]["notebooks"][-2].update(
        id=text
    ),
    "the hotline": lambda page, text: page["resources"]["local"].update(hotline=text),
    "a cell's tag": lambda page, text: page["cells"][0]["metadata"].update(tags=[text]),
    "Voila's own page data": lambda page, text: page["page_config"].update({text: [text]}),
    "the folder of Voila's files": lambda page, text: page["page_config"].update(
        fullStaticUrl=text
    ),
    "an extension": lambda page, text: page["page_config"].update(
        federated_extensions=[{"name": text}]
    ),
}


@pytest.fixture
def paths(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("JUPYTER_PATH", str(HERE))
    return collect_template_paths(["voila", "nbconvert"], "okin")


def page_of_nothing() -> dict[str, Any]:
    return {
        "cells": [v4.new_markdown_cell("Prose.", id="prose")],
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python"}},
        "resources": {
            "base_url": "/",
            "theme": "light",
            "metadata": {"name": "10_whole_board"},
            "local": local.load(),
            "notebooks": entries(notebooks()),
        },
        "page_config": {"fullStaticUrl": "/voila/static"},
    }


def rendered(paths: list[str], page: dict[str, Any]) -> str:
    """What Voila sends for a notebook, with nothing run."""

    async def started(_notebook: object) -> str:
        return "kernel"

    async def run(notebook: Any, _kernel: str):
        for cell in notebook.cells:
            yield cell

    async def whole() -> str:
        settings = {name: page["resources"][name] for name in ("base_url", "theme")}
        exporter = VoilaExporter(template_paths=paths, template_name="okin", **settings)
        pieces = exporter.generate_from_notebook_node(
            v4.new_notebook(cells=page["cells"], metadata=page["metadata"]),
            resources=page["resources"],
            extra_context={"kernel_start": started, "cell_generator": run, "main_js": "voila.js"},
            page_config=page["page_config"],
        )
        return "".join([piece async for piece, _ in pieces])

    with ThreadPoolExecutor() as apart:  # a browser's tests leave a loop running in this thread
        return apart.submit(asyncio.run, whole()).result()


def with_text(paths: list[str], place: str, text: str) -> str:
    page = page_of_nothing()
    PLACES[place](page, text)
    return rendered(paths, page)


@pytest.mark.parametrize("place", PLACES)
def test_no_value_of_a_notebooks_page_becomes_markup(paths: list[str], place: str) -> None:
    hostile = with_text(paths, place, SCRIPT)
    assert elements(hostile) == elements(with_text(paths, place, PLAIN))
    assert "<script>bad" not in hostile


def test_what_voila_reads_of_the_page_is_what_was_put_in(paths: list[str]) -> None:
    html = with_text(paths, "Voila's own page data", SCRIPT)
    data = re.search(r'<script id="jupyter-config-data"[^>]*>(.*?)</script>', html, re.DOTALL)
    assert json.loads(data[1])[SCRIPT] == [SCRIPT]


@pytest.mark.parametrize(
    ("metadata", "title"),
    [({"title": "Bread & butter"}, "Bread &amp; butter"), ({}, "10 whole board")],
)
def test_the_title_is_the_notebooks_own_or_its_file_name_made_readable(
    paths: list[str], metadata: dict[str, str], title: str
) -> None:
    page = page_of_nothing()
    page["metadata"].update(metadata)
    assert f"<title>{title}</title>" in rendered(paths, page)


@pytest.mark.parametrize("template", TEMPLATES)
def test_each_value_that_a_template_of_ours_prints_is_escaped(template: str) -> None:
    """Where nbconvert renders it, by turning autoescape on; Voila has it on for the others."""
    notebooks = template.endswith(".j2")
    parsed = jinja2.Environment().parse((OURS / template).read_text("utf-8"))
    bare = [each.lineno for each in _printed(parsed, not notebooks, not notebooks)]
    assert bare == []
    assert "safe" not in {each.name for each in parsed.find_all(nodes.Filter)}


def _printed(node: nodes.Node, escaped: bool, outside: bool) -> Iterator[nodes.Node]:
    """Each expression printed where autoescape is off, as it is ``outside`` or not."""
    if isinstance(node, nodes.ScopedEvalContextModifier):
        escaped = any(each.key == "autoescape" and each.value.value for each in node.options)
    elif isinstance(node, nodes.Block):  # which takes nothing over from what is around it
        escaped = outside
    if isinstance(node, nodes.Output) and not escaped:
        yield from (each for each in node.nodes if not isinstance(each, nodes.TemplateData))
    for child in node.iter_child_nodes():
        yield from _printed(child, escaped, outside)


def test_no_script_of_a_page_is_inline_so_that_a_policy_can_refuse_all_that_are(
    paths: list[str],
) -> None:
    html = rendered(paths, page_of_nothing())
    inline = re.findall(r"<script(?![^>]*\b(?:src=|type=\"application/))[^>]*>", html)
    assert inline == []
    assert not [name for _, names in elements(html) for name in names if name.startswith("on")]


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_template_of_ours_has_an_inline_script_or_style(template: str) -> None:
    text = (OURS / template).read_text("utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", text)


def test_a_notebooks_page_asks_nothing_of_another_machine(paths: list[str]) -> None:
    html = rendered(paths, page_of_nothing())
    assert re.findall(r"(?:src|rel=\"stylesheet\"[^>]*href)=\"(?:https?:)?//[^\"]*", html) == []


def test_a_notebook_of_the_sequence_has_its_question_and_leads_to_the_one_before(paths) -> None:
    html = rendered(paths, page_of_nothing())
    before, its = entries(notebooks())[-2:]
    assert f"<span>{its['question']}</span>" in html
    assert f'href="/voila/render/{before["file"]}" rel="prev"' in html
    assert 'rel="next"' not in html
    assert '<a class="brand" href="/">' in html


def test_a_readers_own_notebook_leads_to_the_first_page_alone(paths: list[str]) -> None:
    page = page_of_nothing()
    page["resources"]["metadata"]["name"] = "mine"
    html = rendered(paths, page)
    assert "All the notebooks" in html
    assert 'rel="prev"' not in html


def test_what_tells_of_the_menus_of_jupyter_is_on_no_page(paths: list[str]) -> None:
    page = page_of_nothing()
    run = v4.new_markdown_cell("Choose Run.", id="run", metadata={"tags": [JUPYTER_ONLY]})
    page["cells"].insert(0, run)
    html = rendered(paths, page)
    assert "Prose." in html
    assert "Choose Run." not in html
