"""A notebook in a course (SCORM 1.2): what the course is told, call by call, and nothing else."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.browser.conftest import VIEWPORT, comes_to
from tests.servers import sending

pytestmark = pytest.mark.long
ACT = "03_act_or_omission"
STARTED_WITHIN = 60_000
COURSE = """<!DOCTYPE html><html lang="en"><title>A course</title><h1>A course</h1>
<script>
  const told = [];
  const answers = { LMSGetValue: "STATUS", LMSInitialize: "TAKES", LMSSetValue: "TAKES" };
  window.API = Object.fromEntries(
    ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish"].map((name) => [
      name, (...given) => { told.push([name, ...given]); return answers[name] ?? "true"; },
    ]),
  );
</script>
<iframe src="course/PAGE.html" title="A notebook" width="1000" height="850"></iframe>"""
TOLD = "() => told"
BEGUN = [
    ["LMSInitialize", ""],
    ["LMSGetValue", "cmi.core.lesson_status"],
    ["LMSSetValue", "cmi.core.lesson_status", "incomplete"],
    ["LMSCommit", ""],
]
COMPLETED = [["LMSSetValue", "cmi.core.lesson_status", "completed"], ["LMSCommit", ""]]


@pytest.fixture(scope="module")
def course(static_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A course with our package, of which learners are at different points."""
    folder = tmp_path_factory.mktemp("course")
    with ZipFile(static_site.with_suffix(".scorm")) as package:
        package.extractall(folder / "course")
    at = {"new": ("not attempted", "true"), "over": ("completed", "true"), "shut": ("", "false")}
    for name, (status, takes) in at.items():
        page = COURSE.replace("PAGE", ACT).replace("STATUS", status).replace("TAKES", takes)
        (folder / f"{name}.html").write_text(page)
    with sending(folder, "localhost") as site:
        yield site


@pytest.fixture
def learner(browser: Browser) -> Iterator[Page]:
    """A page of a browser that was never there."""
    context = browser.new_context(viewport={**VIEWPORT, "height": 1000})
    yield context.new_page()
    context.close()


def notebook(learner: Page, address: str) -> FrameLocator:
    """Open a course at a notebook, and wait until that can be used."""
    learner.goto(address)
    shown = learner.frame_locator("iframe")
    expect(shown.locator("fieldset.still")).to_have_count(0, timeout=STARTED_WITHIN)
    expect(shown.locator(".keeping > span:empty")).to_have_count(0)
    return shown


def told(shown: FrameLocator):
    return shown.locator("#told")


def turn_to(shown: FrameLocator, step: str) -> None:
    link = shown.locator("#steps").get_by_role("link", name=step, exact=True)
    link.click()
    expect(link).to_have_attribute("aria-current", "step")


def commit(shown: FrameLocator, step: str) -> None:
    """Turn to a prediction, and commit it."""
    turn_to(shown, step)
    form = shown.locator("form.predict:visible")
    form.get_by_role("radio").first.check()
    form.get_by_role("textbox").fill("a reason that is nobody else's")
    form.locator("[type=submit]").click()
    expect(shown.get_by_text("Your prediction, committed").locator("visible=true")).to_be_visible()


def leave(shown: FrameLocator, step: str) -> None:
    """Turn to the last question, and write."""
    turn_to(shown, step)
    shown.locator("#exit-answer").fill("what nobody else reads")
    expect(shown.locator("[data-region=exit]")).to_be_in_viewport()


@pytest.mark.parametrize("last", ["Before you go", "Predict again"])
def test_a_notebook_is_complete_once_all_is_predicted_and_its_exit_was_there(
    learner, course, last
) -> None:
    shown = notebook(learner, f"{course}/new.html")
    expect(told(shown)).to_contain_text("Your course is told that you opened this notebook")
    expect(shown.get_by_role("link", name="All the notebooks")).to_have_count(0)
    steps = {"Before you go": leave, "Predict again": commit}
    commit(shown, "Predict")
    for step in (*(each for each in steps if each != last), last):
        assert learner.evaluate(TOLD) == BEGUN
        steps[step](shown, step)
    expect(told(shown)).to_contain_text("has been told that you completed this notebook")
    assert learner.evaluate(TOLD) == BEGUN + COMPLETED
    learner.locator("iframe").evaluate("each => each.remove()")
    ended = [["LMSSetValue", "cmi.core.exit", ""], ["LMSFinish", ""]]
    comes_to(learner, TOLD, BEGUN + COMPLETED + ended)


def test_what_is_left_before_that_can_be_gone_on_with(learner, course) -> None:
    notebook(learner, f"{course}/new.html")
    learner.locator("iframe").evaluate("each => { each.src = 'about:blank'; }")
    ended = [["LMSSetValue", "cmi.core.exit", "suspend"], ["LMSFinish", ""]]
    comes_to(learner, TOLD, BEGUN + ended)


def test_what_is_complete_stays_so(learner, course) -> None:
    shown = notebook(learner, f"{course}/over.html")
    expect(told(shown)).to_contain_text("has been told that you completed this notebook")
    assert learner.evaluate(TOLD) == BEGUN[:2]


@pytest.mark.parametrize("place", ["shut.html", f"course/{ACT}.html"])
def test_where_no_course_hears_it_that_is_said_and_all_else_works(
    learner, course, axe, place
) -> None:
    learner.goto(f"{course}/{place}")
    shown = learner if "/" in place else learner.frame_locator("iframe")
    expect(told(shown)).to_contain_text("No course could be told")
    expect(shown.locator("fieldset.still")).to_have_count(0, timeout=STARTED_WITHIN)
    commit(shown, "Predict")
    if shown is learner:
        assert axe(learner) == []
