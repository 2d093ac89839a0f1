"""The pages whose lessons this process holds, as the server sends them."""

import re
import resource

import nbformat
import pytest
from nbconvert.filters.markdown_mistune import markdown2html_mistune

from okin_lib.hosts.cells import JUPYTER_ONLY
from okin_lib.hosts.serve import notebooks
from okin_lib.hosts.server.open_files import OF_A_KERNEL, OTHERS, share_of
from okin_lib.hosts.server.options import Options
from okin_lib.hosts.shared.limits import Bucket
from okin_lib.hosts.shared.page import page
from okin_lib.lessons.library import start
from okin_lib.lessons.sequence import sequence
from tests.page.markup import ids, read, unlabelled

NOTEBOOKS = [entry.id for entry in sequence()]
ACT = "03_act_or_omission"
ANCHOR = re.compile(r'<a class="anchor-link"[^>]*>[^<]*</a>')


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_each_notebook_has_its_title_its_steps_and_every_region_and_no_control_works(held, name):
    root = read(held.ask(f"/{name}").text.replace("<!DOCTYPE html>", ""))
    (entry,) = [each for each in sequence() if each.id == name]
    assert entry.title in root.all("title")[0].text
    every = [node.attrs["data-region"] for node in root.walk() if "data-region" in node.attrs]
    shown = [key for key in every if not key.endswith("-in-full")]  # what is folded in one
    assert shown == [key for part in start(name).parts.values() for key in part]
    assert len(set(ids(root))) == len(ids(root))
    assert not unlabelled(root)
    stills = [node for still in root.all("fieldset", disabled=None) for node in still.walk()]
    acting = [node for node in root.walk() if "data-act" in node.attrs]
    assert acting
    assert all(node in stills for node in acting)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_prose_is_as_jupyter_has_it_with_the_same_ids(name):
    path = notebooks() / f"{name}.ipynb"
    cells = [
        ANCHOR.sub("", markdown2html_mistune(cell.source))
        for cell in nbformat.read(path, 4).cells
        if cell.cell_type == "markdown" and JUPYTER_ONLY not in cell.metadata.get("tags", ())
    ]
    assert [str(each.html) for each in page(path, "").cells if each.is_prose] == cells


def test_a_page_is_the_same_for_everyone_and_knows_nobody(held):
    plain = held.ask(f"/{ACT}")
    asked = held.ask(f"/{ACT}?s=<script>&template=lab&instructor=2", headers={"Cookie": "a=b"})
    assert (plain.status, asked.text) == (200, plain.text)
    assert plain.headers.get_all("Set-Cookie") is None
    assert "script-src 'self' blob:;" in plain.headers["Content-Security-Policy"]
    assert held.ask(f"/{ACT}", "HEAD").status == 200
    assert held.started == []


def test_its_script_and_its_sheet_may_be_kept_for_ever_since_their_names_change(held):
    names = re.findall(r'"/okin/(lessons-[0-9a-f]{16}\.(?:js|css))"', held.ask(f"/{ACT}").text)
    assert len(names) == 2
    for name in names:
        assert "immutable" in held.ask(f"/okin/{name}").headers["Cache-Control"]
    assert held.ask("/okin/lesson.css").headers["Cache-Control"] is None


@pytest.mark.parametrize("name", ["04_nothing", "socket", f"{ACT}.ipynb", f"..%2f{ACT}"])
def test_what_is_no_page_is_not_there(held, name):
    assert held.ask(f"/{name}").status in {400, 404}


def test_under_a_prefix_every_address_keeps_it(serving):
    with serving(Options(base_url="/course", shared=True)) as served:
        first, act = served.ask("/course/").text, served.ask(f"/course/{ACT}").text
    assert f'href="/course/{ACT}"' in first
    assert 'data-socket="/course/socket"' in act
    assert not re.findall(r'(?:href|src)="/(?!course/)', first + act)


def test_below_voila_the_list_leads_to_pages_that_a_kernel_computes(serving):
    with serving(Options(base_url="/course", shared=True)) as served:
        assert served.ask("/course/voila").headers["Location"] == "/course/voila/"
        listed = served.ask("/course/voila/").text
        assert f'href="/course/voila/render/{ACT}.ipynb"' in listed
        assert f'href="/course/{ACT}"' not in listed
        assert served.ask("/course/voila/tree").text == listed


def test_without_these_pages_their_addresses_are_not_there(served):
    assert served.ask(f"/{ACT}").status == served.ask("/socket").status == 404


def test_a_bucket_lets_so_many_through_together_and_fills_again_as_time_goes_on():
    now = [0.0]
    bucket = Bucket(3, 2, lambda: now[0])
    assert [bucket.take(1) for _ in range(4)] == [True, True, True, False]
    now[0] = 100
    assert [bucket.take(1) for _ in range(4)] == [True, True, True, False]
    now[0] += 1
    assert bucket.take(1)


@pytest.mark.parametrize(
    ("soft", "hard", "share", "files"),
    [
        (resource.RLIM_INFINITY, resource.RLIM_INFINITY, 1, None),
        (20_000, 20_000, 1, None),
        (1_024, resource.RLIM_INFINITY, 1, 2_000),
        (1_024, 4_096, 1, 2_000),
        (1_000, 1_000, 0.5, 1_000),
    ],
)
def test_there_is_room_for_no_more_than_may_be_open(monkeypatch, soft, hard, share, files):
    asked = []
    monkeypatch.setattr(resource, "getrlimit", lambda _of: (soft, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda _of, to: asked.append(to))
    pages = 10
    wanted = 2_000 - OTHERS - pages * OF_A_KERNEL
    assert share_of(wanted, pages) == share
    assert asked == ([] if files is None else [(files, hard)])
