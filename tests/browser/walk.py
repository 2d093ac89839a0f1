"""Working a notebook as a learner does, by what its file asks; nothing here is about any one."""

from playwright.sync_api import Locator, Page, expect

from okin_lib.lessons.check import passages_of
from okin_lib.lessons.lesson_file import Plan, Question, ToPredict

BECAUSE = "so I take it to be"
LEFT = "Where <b>nothing</b> was said."
WHY = "By what was done."
STARTED_WITHIN = 30_000
MOST_TABS = 60
KEYS = {"checkbox": ("Space", "Space"), "range": ("ArrowLeft", "ArrowRight")}
"""What moves a control of an exercise, and what moves it back."""
STANDS = "control => `${control.checked} ${control.value}`"
FOCUSED = "document.activeElement.outerHTML.slice(0, 200)"


def asks(page: Page, question: Question) -> Locator:
    """The form of a question."""
    return page.locator(f'form[data-act=commit][data-id="{question.id}"]')


def work(page: Page, plan: Plan) -> list[str]:
    """Do all that the step that shows asks, in its order; return the ids of what was done."""
    done = []
    for question in plan.questions:
        if not asks(page, question).is_visible():
            continue
        done.append(question.id)
        if isinstance(question, ToPredict):
            predict(page, question)
        else:
            answer(page, question)
    if plan.tasks and page.locator(".task:visible").count():
        done += [each.id for each in plan.tasks]
        do_tasks(page, plan)
        toggle(page)
    return done


def predict(page: Page, question: ToPredict) -> None:
    """Commit a prediction, by keyboard alone."""
    form = asks(page, question)
    tab_to(page, form.get_by_role("radio").first)
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to(page, form.get_by_role("textbox"))
    page.keyboard.type(BECAUSE)
    tab_to(page, form.locator("[type=submit]"))
    page.keyboard.press("Enter")
    expect(form).to_have_count(0)
    said = page.locator(".prediction:visible dd", has_text=BECAUSE)
    expect(said.last).to_be_visible()


def tab_to(page: Page, control: Locator) -> None:
    """Press Tab until a control has focus."""
    for _ in range(MOST_TABS):
        if control.evaluate("control => control === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{MOST_TABS} times Tab do not reach {control}")


def answer(page: Page, question: Question) -> None:
    """Answer a question, choose its passage, say why where that is asked, and go on."""
    stage = page.locator(".stage").filter(has=asks(page, question))
    asks(page, question).get_by_role("radio").last.check()
    asks(page, question).locator("[type=submit]").click()
    if passages_of(question):
        cite = stage.locator("form.cite")
        cite.get_by_role("radio").first.check()
        cite.locator("[type=submit]").click()
    expect(stage.locator(".said")).to_be_visible()
    for why in stage.get_by_role("textbox").all():
        why.fill(WHY)
        why.press("Tab")
    following = stage.get_by_role("button", name="Next question")
    if following.count():
        following.click()
        expect(stage).to_be_hidden()


def do_tasks(page: Page, plan: Plan) -> None:
    """Read each task, and let the board be set where it can be."""
    for number, task in enumerate(plan.tasks, 1):
        shown = page.locator(".task:visible")
        expect(shown).to_contain_text(f"Task {number} of {len(plan.tasks)}. {task.do}")
        if task.tries:
            shown.get_by_role("button", name="Set it on the board").click()
            expect(page.locator(f"[data-act=suppose][value={task.tries}]")).to_be_checked()
        if number < len(plan.tasks):
            shown.get_by_role("button", name="Next task").click()


def toggle(page: Page) -> None:
    """Move the first control of the exercise, see it said, and move it back."""
    control = page.locator(".okin :is([role=switch], [type=range]):visible").first
    live = page.locator("[data-region=live]")
    there, back = KEYS[control.get_attribute("type")]
    for key in (there, back):
        stood, before = control.evaluate(STANDS), live.inner_text()
        control.press(key)
        moved = control.evaluate(STANDS)
        assert moved != stood, f"{key} moved nothing: {page.evaluate(FOCUSED)} had the focus"
        expect(live).not_to_have_text(before)
        assert control.evaluate(STANDS) == moved, page.locator(".okin").all_inner_texts()
        expect(control).to_be_focused()


def leave(page: Page) -> None:
    """Write what one leaves with."""
    page.locator("#exit-answer").fill(LEFT)
    page.locator("#exit-answer").press("Tab")


def found_again(page: Page, predicted: dict[str, ToPredict | None]) -> None:
    """Each prediction is committed in its region, and what was written is there."""
    line = page.locator(".okin > .keeping").last
    expect(line).to_contain_text("This is where you left off", timeout=STARTED_WITHIN)
    for region, question in predicted.items():
        said = page.locator(f"[data-region={region}] dd")
        expect(said).to_have_text([question.choices[1].label, BECAUSE] if question else [])
    expect(page.locator("#exit-answer")).to_have_value(LEFT)
