"""A notebook as one page that reads with no network."""

import json
import re
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from nbformat import v4

from okin_lib import cli
from okin_lib.hosts.offline import ExportError, find, page
from okin_lib.hosts.serve import notebooks
from okin_lib.lessons.library import start
from okin_lib.reasoning.scenario import UnknownName
from tests.page.markup import ids, read, unlabelled

NOTEBOOKS = sorted(notebooks().glob("*.ipynb"))
VERDICTS = sorted((Path(__file__).parents[1] / "notebooks" / "verdicts").glob("*.ipynb"))
ACT = "03_act_or_omission"
HOSTILE = """</title><script>alert(1)</script><img src="http://a.example" onerror="alert(2)">"""
POLICY = "Content-Security-Policy"
SHOW = 'show("10_whole_board", "board")'


@pytest.fixture
def notebook(tmp_path):
    """A function that writes a notebook of these cells, and returns its path."""

    def written(*cells, **metadata) -> Path:
        path = tmp_path / "own.ipynb"
        nbformat.write(v4.new_notebook(cells=list(cells), metadata=metadata), path)
        return path

    return written


def code(source, *outputs):
    return v4.new_code_cell(source, outputs=list(outputs))


def printed(text):
    return v4.new_output("stream", text=text)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_each_notebook_is_a_page_with_its_title_its_prose_and_every_step(path):
    html = page(path)
    stored = json.loads(path.read_text("utf-8"))
    root = read(html)
    assert [title.text for title in root.all("title")] == [stored["metadata"]["title"]]
    assert [h1.text for h1 in root.all("h1")] == [stored["metadata"]["title"]]
    lesson = re.findall(r'show\("(\w+)"', "".join("".join(c["source"]) for c in stored["cells"]))
    every = [node.attrs["data-region"] for node in root.walk() if "data-region" in node.attrs]
    shown = [key for key in every if not key.endswith("-in-full")]  # what is folded in one
    assert shown == [key for part in start(lesson[0]).parts.values() for key in part]
    assert len(set(ids(root))) == len(ids(root))
    assert not unlabelled(root)
    assert "Run All" not in root.text


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_page_runs_nothing_and_asks_for_nothing(path):
    html = page(path)
    root = read(html)
    assert not root.all("script")
    assert "default-src &#39;none&#39;" in html or "default-src 'none'" in html
    asked = [
        node.attrs[name]
        for node in root.walk()
        for name in ("src", "srcset")
        if name in node.attrs
    ]
    assert [each for each in asked if not each.startswith("data:")] == []
    assert {link.attrs["href"] for link in root.all("link")} == {"data:,"}
    assert not re.search(r"@import|url\((?!data:)", "".join(s.text for s in root.all("style")))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_control_is_disabled_and_the_page_says_so(path):
    root = read(page(path))
    stills = root.all("fieldset", disabled=None)
    held = [node for still in stills for node in still.walk()]
    controls = [
        each for tag in ("button", "input", "select", "textarea") for each in root.all(tag)
    ]
    (choice,) = root.all("input", id="fewer")
    controls.remove(choice)
    assert controls
    assert all(control in held for control in controls)
    assert "its controls do nothing" in root.text


def test_a_prediction_is_not_answered_and_its_board_stays_locked():
    html = page(find(ACT, notebooks()))
    assert "This opens once you have committed your prediction above." in html
    shown = read(html).all("main")[0]
    assert "prediction-reveal" not in ids(shown)
    assert not [node for node in shown.walk() if node.attrs.get("data-act") == "toggle"]


def test_the_reasons_of_a_board_that_is_open_are_there():
    html = page(find("10_whole_board", notebooks()))
    assert "One moment." not in html
    assert "why it stands so" in html


def test_the_frame_is_that_of_every_page(monkeypatch, tmp_path):
    texts = tmp_path / "local.yaml"
    said = "quick_exit: https://a.example/?a&b\ncontent_note: <b>Ours</b>\nhotline: Call us.\n"
    texts.write_text(said, "utf-8")
    monkeypatch.setenv("OKIN_LOCAL", str(texts))
    html = page(find(ACT, notebooks()))
    links = read(html).all("a")
    assert links[0].attrs["href"] == "https://a.example/?a&b"
    assert "&lt;b&gt;Ours&lt;/b&gt;" in html
    assert "Call us." in html


def test_what_comes_from_a_notebook_is_text(notebook):
    as_html = {"text/html": HOSTILE, "text/plain": HOSTILE}
    html = page(
        notebook(
            v4.new_markdown_cell(f"# Heading\n\n{HOSTILE}\n\n[a link](javascript:alert(3))"),
            v4.new_markdown_cell(f"inline {HOSTILE} more"),
            *(
                v4.new_markdown_cell(f"```{kind}\n{HOSTILE}\n```")
                for kind in ("", "html", "mermaid")
            ),
            v4.new_raw_cell(HOSTILE),
            code("1", printed(HOSTILE)),
            code("2", v4.new_output("display_data", as_html)),
            code("3", v4.new_output("display_data", {"image/png": f'"{HOSTILE}'})),
            code("4", v4.new_output("error", ename="E", evalue=HOSTILE, traceback=[HOSTILE])),
            title=HOSTILE,
        )
    )
    root = read(html)
    assert not root.all("script")
    assert [img.attrs["src"][:5] for img in root.all("img")] == ["data:"]
    assert not [node for node in root.walk() for name in node.attrs if name.startswith("on")]
    assert "javascript:" not in "".join(a.attrs["href"] for a in root.all("a"))
    assert root.all("title")[0].text == HOSTILE


def test_what_a_learner_added_and_ran_stays(notebook):
    drawn = v4.new_output("display_data", {"image/png": "iVBO\nRw==", "text/plain": "<Figure>"})
    picture = v4.new_markdown_cell(
        "![](attachment:a.png)", attachments={"a.png": {"image/png": "QQ"}}
    )
    html = page(
        notebook(
            v4.new_markdown_cell("My *notes*"), picture, code("1", printed("\x1b[31mred\x1b[0m")),
            code("2", drawn),
        )
    )  # fmt: skip
    assert "My <em>notes</em>" in html
    assert "<pre>red</pre>" in html
    assert "data:image/png;base64,iVBORw==" in html
    assert "data:image/png;base64,QQ" in html
    assert "&lt;Figure&gt;" not in html


def test_no_code_is_run_and_code_that_shows_nothing_of_ours_is_left_out(notebook, tmp_path):
    mark = tmp_path / "ran"
    sources = [f"open({str(mark)!r}, 'w')", "%magic (", "show(x, y)", "(" * 5000, "show('a')", ""]
    html = page(notebook(*map(code, sources)))
    assert not mark.exists()
    assert "<fieldset" not in html


@pytest.mark.parametrize("path", VERDICTS, ids=lambda path: path.stem)
def test_a_verdict_that_is_saved_is_on_its_page(path):
    cells = json.loads(path.read_text("utf-8"))["cells"]
    (output,) = (text for cell in cells for text in cell.get("outputs", []))
    assert "".join(output["text"]).split("\n")[0] in read(page(path)).text


@pytest.mark.parametrize(
    "source",
    [
        f"# A caption\nimport okin_lib as okin\nokin.{SHOW}",
        f"# In a copy that was made before\nfrom okin_lib.hosts.jupyter import show\n{SHOW}",
    ],
)
def test_saved_outputs_of_a_step_give_way_to_the_step(notebook, source):
    saved = v4.new_output("display_data", {"text/plain": "of another day"})
    html = page(notebook(code(source, saved)))
    assert 'data-region="matrix"' in html
    assert "of another day" not in html


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ('show("whole-bord", "board")', "did you mean '10_whole_board'"),
        ('show("10_whole_board", "bord")', "no part 'bord'"),
    ],
)
def test_a_step_that_is_none_is_refused_with_the_notebook_and_the_remedy(notebook, source, says):
    with pytest.raises(ExportError, match=rf"own\.ipynb.*{says}"):
        page(notebook(code(source)))


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "3", '{"cells": 1}', '{"nbformat": 4}', "[" * 20_000, "\x00"]
)
def test_a_file_that_is_no_notebook_is_refused_by_name(tmp_path, text):
    path = tmp_path / "bad.ipynb"
    path.write_text(text, "utf-8")
    with pytest.raises(ExportError, match=r"bad\.ipynb cannot be read as a notebook"):
        page(path)


def test_a_picture_that_is_missing_is_named(notebook):
    with pytest.raises(ExportError, match=r"own\.ipynb.*a\.png"):
        page(notebook(v4.new_markdown_cell("![](attachment:a.png)")))


def test_a_notebook_without_a_title_is_called_as_its_file(notebook):
    assert read(page(notebook())).all("title")[0].text == "own"


def test_a_notebook_is_found_by_its_name_its_file_or_its_path(notebook, monkeypatch):
    folder, own = notebooks(), notebook()
    assert find(ACT, folder) == find(f"{ACT}.ipynb", folder) == folder / f"{ACT}.ipynb"
    assert find(str(own), folder) == find(str(own.with_suffix("")), folder) == own
    monkeypatch.chdir(own.parent)
    own.rename(own.parent / f"{ACT}.ipynb")
    assert find(ACT, folder) == Path(f"{ACT}.ipynb")


@pytest.mark.parametrize("name", ["03_act_or_omision", "../notebooks/03_act_or_omision", ""])
def test_an_unknown_name_is_refused_with_what_there_is(name):
    with pytest.raises(UnknownName, match=ACT):
        find(name, notebooks())


@pytest.fixture
def made(tmp_path, monkeypatch):
    """A function that gives the command, and returns its exit code and what it said."""
    monkeypatch.chdir(tmp_path)

    def given(*arguments):
        result = CliRunner().invoke(cli.main, ["export", *map(str, arguments)])
        return result.exit_code, result.output

    return given


def test_the_command_writes_the_page_here_or_where_it_is_told(made, tmp_path):
    assert made(ACT) == (
        0, f"Wrote {ACT}.html: it opens in any browser, with no network.\n"
    )  # fmt: skip
    assert made(ACT, "--to", "für mich.html")[0] == 0
    both = [(tmp_path / name).read_bytes() for name in (f"{ACT}.html", "für mich.html")]
    assert both[0] == both[1] == page(find(ACT, notebooks())).encode()


@pytest.mark.parametrize("there", ["file", "link to nowhere"])
def test_what_is_there_is_kept_unless_told_otherwise(made, tmp_path, there):
    at = tmp_path / f"{ACT}.html"
    at.write_text("mine", "utf-8") if there == "file" else at.symlink_to("no")
    before = at.lstat()
    code, said = made(ACT)
    assert (code, at.lstat()) == (2, before)
    assert "is there already" in said
    assert "--force" in said
    assert made(ACT, "--force")[0] == 0
    assert "<html" in at.read_text("utf-8")


def test_a_notebook_is_never_replaced_by_its_page(made, notebook):
    own = notebook()
    before = own.read_bytes()
    code, said = made(own, "--to", own, "--force")
    assert (code, own.read_bytes()) == (2, before)
    assert "is the notebook itself" in said


@pytest.mark.parametrize("to", ["nowhere/page.html", "folder", "file/page.html"])
def test_a_page_that_cannot_be_written_is_said_with_the_remedy(made, tmp_path, to):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    code, said = made(ACT, "--to", to, "--force")
    assert code == 2
    assert f"{to} cannot be written" in said
    assert "--to" in said
    assert {path.name for path in tmp_path.iterdir()} == {"file", "folder"}


def test_a_settings_file_that_is_wrong_is_said(made, monkeypatch, tmp_path):
    monkeypatch.setenv("OKIN_LOCAL", str(tmp_path / "none.yaml"))
    code, said = made(ACT)
    assert code == 2
    assert "OKIN_LOCAL" in said


def test_a_step_stands_as_its_lesson_lays_it_out_in_a_row_for_each_region(notebook):
    divs = read(page(notebook(code(SHOW)))).all("div")
    (step,) = (div for div in divs if "data-layout" in div.attrs)
    regions = [node for node in step.walk() if "data-region" in node.attrs]
    assert step.attrs["data-layout"] == "board"
    assert step.attrs["style"] == f"--regions: {len(regions)}"
