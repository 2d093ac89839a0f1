"""The whole board of a case whose every fact, event and party bears a script in its text."""

from attrs import evolve

from okin_lib.doctrine.case import Case
from okin_lib.lessons.installed import PACKAGE, load_case
from okin_lib.lessons.lesson_file import load_plan
from okin_lib.lessons.whole import Whole

SCRIPT = """"'><script>bad=1</script><img src=x onerror=bad=1>"""


def board() -> Whole:
    case = load_case()
    return Whole.of(hostile(case), load_plan(PACKAGE / "lessons" / "10_whole_board.yaml", case))


def hostile(case: Case) -> Case:
    record = case.record
    return evolve(
        case,
        record=evolve(
            record,
            parties=tuple(evolve(each, name=each.name + SCRIPT) for each in record.parties),
            events=tuple(evolve(each, title=each.title + SCRIPT) for each in record.events),
            facts=tuple(
                evolve(
                    each,
                    label=each.label + SCRIPT,
                    statement=each.statement + SCRIPT,
                    source=evolve(each.source, who=each.source.who + SCRIPT),
                )
                for each in record.facts
            ),
            hypotheticals=tuple(
                evolve(each, label=each.label + SCRIPT, statement=each.statement + SCRIPT)
                for each in record.hypotheticals
            ),
        ),
    )
