"""Makes what the instructor guide has from the data: the plans, the notes, the map, the rubric.

    python docs/teaching.py FILE.md

The notes are those that a page shows to whoever teaches, from the same template.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from okin_lib.course.memo.data import Capstone
from okin_lib.course.teaching import view
from okin_lib.course.teaching.data import Teaching
from okin_lib.lessons.installed import load_case
from okin_lib.lessons.library import plans
from okin_lib.lessons.teaching import note_of

# A blank line would end what Markdown takes over as it is, and a gap would be code to it.
SHOWN = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string("""
## Class plans

{{ plans }}

## Notebook by notebook

{% for name, title, question, note in notes %}
### {{ title }}

{% if question %}
<p><b>{{ question }}</b></p>

{% endif %}
{{ note }}

{% endfor %}
## Outcomes

<table>
<caption>P: practised. A: assessed, by a question, a prediction or what is written.</caption>
<thead><tr><th scope="col">Skill</th>
{% for each in numbers %}
<th scope="col">{{ each }}</th>
{% endfor %}
</tr></thead>
<tbody>
{% for text, marks in skills %}
<tr><th scope="row">{{ text }}</th>
{% for mark in marks %}
<td>{{ mark }}</td>
{% endfor %}
</tr>
{% endfor %}
</tbody>
</table>

## The rubric of the capstone

<table>
<thead><tr><th scope="col">Points</th><th scope="col">For</th></tr></thead>
<tbody>
{% for row in rubric %}
<tr><td>{{ row.points }}</td><td>{{ row.text }}</td></tr>
{% endfor %}
<tr><td>{{ rubric | sum(attribute="points") }}</td><td>in all</td></tr>
</tbody>
</table>

{% for each in rubric_notes %}
- {{ each }}

{% endfor %}
""")


def whole(html: Markup) -> Markup:
    """Return markup in which no line is blank or begins with a gap."""
    return Markup("\n".join(filter(None, map(str.strip, html.splitlines()))))


def notes() -> Iterator[tuple[str, str, str, Markup]]:
    """Yield for each note its notebook's id, title and question, and what it says."""
    case, known = load_case(), {plan.id: plan for plan in plans()}
    for each in case.study(Teaching).notes:
        plan, number = known.get(each.notebook), number_of(each.notebook)
        title = plan.title if plan else each.notebook[3:].replace("_", " ").capitalize()
        said = whole(note_of(case, each, 4, shown=True))
        yield each.notebook, f"{number}. {title}", plan.question if plan else "", said


def of_the_rubric(capstone: Capstone) -> Iterator[str]:
    """Yield each note on the rubric, with whose memo it is of."""
    for note in capstone.rubric_notes:
        seats = " or ".join(capstone.seats[seat] for seat in note.seats)
        yield f"In a memo for {seats}: {note.text}" if seats else note.text


def number_of(notebook: str) -> str:
    """Return the number by which a notebook is known."""
    return str(int(notebook.partition("_")[0]))


def main(to: Path) -> None:
    """Write the text."""
    case = load_case()
    teaching, capstone = case.study(Teaching), case.study(Capstone)
    names = [note.notebook for note in teaching.notes]
    text = SHOWN.render(
        plans=whole(view.plans(case, 3)),
        notes=notes(),
        numbers=map(number_of, names),
        skills=[
            (s.text, ["A" if n in s.assessed else "P" if n in s.practised else "" for n in names])
            for s in teaching.skills
        ],
        rubric=capstone.rubric,
        rubric_notes=[*of_the_rubric(capstone)],
    )
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
