"""A lesson about nothing, with every kind of control and every way for a step to fail."""

from collections.abc import Mapping
from html import escape
from typing import Any, Self

from attrs import evolve, field, frozen

from okin_lib.page.download import Download, Files, Order
from okin_lib.page.regions import BadEvent, Layout

ITEMS = {"talk": "The talk", "report": "The report", "trainer": "The trainer"}


@frozen
class StubLesson:
    on: frozenset[str] = frozenset(ITEMS)
    reading: str = "narrow"
    answer: Mapping[str, str] = field(factory=dict)
    said: str = ""

    @property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        return {"controls": ("live", "facts", "predict"), "findings": ("verdict", "passage")}

    @property
    def layouts(self) -> Mapping[str, Layout]:
        return {"controls": "beside"}

    @property
    def files(self) -> Files:
        return {"items.txt": self._items, "failing.txt": lambda _: 1 / 0}

    def regions(self) -> dict[str, str]:
        return {
            "live": f'<p data-region="live" role="status">{escape(self.said)}</p>',
            "facts": self._facts(),
            "predict": self._predict(),
            "verdict": self._verdict(),
            "passage": self._passage(),
        }

    def after(self, event: Mapping[str, Any]) -> Self:
        match event:
            case {"toggle": str(item), "value": bool(value)} if item in ITEMS:
                on = self.on | {item} if value else self.on - {item}
                return evolve(self, on=on, said=f"{len(on)} of {len(ITEMS)} on")
            case {"choose": "reading", "value": "narrow" | "broad" as reading}:
                return evolve(self, reading=reading, said=f"The {reading} reading")
            case {"commit": "q1", "value": {"holds": str(), "because": str()} as answer}:
                return evolve(self, answer=answer, said="Locked in")
            case {"fail": _}:
                raise ZeroDivisionError("on purpose")
            case {"reset": _}:
                return type(self)()
        raise BadEvent(f"No such event: <b>{event}</b>")

    def _items(self, order: Order) -> Download:
        text = f"{order.fields.get('title', '')}: {', '.join(sorted(self.on))}"
        return Download("own-items.txt", "text/plain", text.encode())

    def _facts(self) -> str:
        boxes = "".join(
            f'<li><label><input type="checkbox" data-act="toggle" data-id="{item}"'
            f"{' checked' if item in self.on else ''}> {name}</label></li>"
            for item, name in ITEMS.items()
        )
        options = "".join(
            f"<option{' selected' if name == self.reading else ''}>{name}</option>"
            for name in ("narrow", "broad")
        )
        return (
            '<section data-region="facts" aria-labelledby="facts-title">'
            '<h2 id="facts-title">The record</h2>'
            f"<fieldset><legend>What the record holds</legend><ul>{boxes}</ul></fieldset>"
            f'<label>Reading <select data-act="choose" data-id="reading">{options}</select>'
            "</label>"
            '<form><label>Title <input name="title"></label>'
            '<button data-file="items.txt">The items</button> '
            '<span role="status" data-said></span></form>'
            '<label>Notes <textarea id="notes" name="notes"></textarea></label>'
            '<p><button type="button" data-act="reset" data-id="">Put everything back</button>'
            '<button type="button" data-act="fail" data-id="x">Fail</button>'
            '<button type="button" data-act="unheard-of" data-id="x">Misbehave</button></p>'
            "</section>"
        )

    def _predict(self) -> str:
        if self.answer:
            body = (
                f'<p class="feedback">You said {escape(self.answer["holds"])}, because '
                f"{escape(self.answer['because'])}</p>"
            )
        else:
            body = (
                '<form class="predict" data-act="commit" data-id="q1"><fieldset>'
                "<legend>Does it hold?</legend>"
                '<label><input type="radio" name="holds" value="yes" required> Yes</label>'
                '<label><input type="radio" name="holds" value="no"> No</label></fieldset>'
                '<label>Because <input name="because" required></label>'
                "<button>Lock in</button></form>"
            )
        return (
            '<section data-region="predict" aria-labelledby="predict-title">'
            f'<h2 id="predict-title">Predict</h2>{body}</section>'
        )

    def _verdict(self) -> str:
        holds = "talk" in self.on
        state = '<td class="state-triable">Triable</td>' if holds else ""
        state = state or '<td class="state-open changed">Open <span>was Triable</span></td>'
        return (
            '<section data-region="verdict" aria-labelledby="verdict-title">'
            '<h2 id="verdict-title">Findings</h2>'
            '<table class="matrix"><caption>By element and officer</caption>'
            '<thead><tr><th scope="col">Element</th><th scope="col">One</th></tr></thead>'
            f'<tbody><tr><th scope="row">Sanction</th>{state}</tr>'
            '<tr><th scope="row">Explicit</th>'
            '<td class="state-no-genuine-issue">No genuine issue</td></tr>'
            '<tr><th scope="row">Awareness</th><td class="state-not-reached">Not reached</td></tr>'
            '<tr><th scope="row">Sorting</th><td class="state-not-stated">Not stated</td></tr>'
            '<tr><th scope="row">Law</th><td class="state-yes">Yes</td></tr>'
            '<tr><th scope="row">Immunity</th><td class="state-no">No</td></tr>'
            f"</tbody></table><p>On: {', '.join(sorted(self.on))}</p></section>"
        )

    def _passage(self) -> str:
        return (
            '<section data-region="passage" aria-labelledby="passage-title">'
            '<h2 id="passage-title">Authority</h2>'
            '<details id="passage-429"><summary>The passage, at 429</summary>'
            f'<blockquote class="passage">As read {self.reading}ly. <cite>429</cite>'
            "</blockquote></details></section>"
        )
