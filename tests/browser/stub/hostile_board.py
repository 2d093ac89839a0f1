"""The whole board of a case whose every fact, event and party bears a script in its text."""

from attrs import evolve

from okin_lib.doctrine.case import Case, load_case
from okin_lib.lessons.library import open_board
from okin_lib.lessons.whole import Whole

SCRIPT = """"'><script>bad=1</script><img src=x onerror=bad=1>"""


def board() -> Whole:
    whole, case = open_board("whole-board"), hostile(load_case())
    return evolve(
        whole,
        board=evolve(whole.board, case=case),
        aspect=evolve(whole.aspect, case=case),
        reader=evolve(whole.reader, case=case),
    )


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
