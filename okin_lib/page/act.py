"""Reading an event: what it asks for, of what, and with what value; nothing is taken on trust."""

from collections.abc import Collection, Mapping
from typing import Any

from attrs import frozen

from okin_lib.page.regions import BadEvent
from okin_lib.reasoning.scenario import UnknownName

VALUE = "value"
LONGEST_LINK = 2000


@frozen
class Event:
    """One act of a learner: ``{act: target, "value": value}``."""

    act: str
    target: str
    value: Any

    @classmethod
    def read(cls, event: Mapping[str, Any], acts: Collection[str]) -> "Event":
        """Return the event; raise `BadEvent` unless it is exactly one of ``acts``."""
        keys = [str(key) for key in event if key != VALUE]
        if len(keys) != 1:
            raise BadEvent(f"an event is one of {', '.join(sorted(acts))}; this has {len(keys)}")
        act = known("event", keys[0], acts)
        target = event[act]
        if not isinstance(target, str):
            raise BadEvent(f"{act!r} must name what it is about, as text")
        return cls(act, target, event.get(VALUE))

    def switch(self) -> bool:
        """Return the value of a checkbox."""
        if not isinstance(self.value, bool):
            raise BadEvent(f"{self.act!r} of {self.target!r} must be true or false")
        return self.value

    def choice(self, choices: Collection[str]) -> str:
        """Return the value of a choice from ``choices``."""
        return known(f"value of {self.target}", self.value, choices)

    def link(self, end: str) -> str:
        """Return the value as a link that ends so."""
        text = self.value if isinstance(self.value, str) else ""
        if len(text) > LONGEST_LINK or not text.startswith(("http://", "https://")):
            raise BadEvent(f"a link starts with http and has at most {LONGEST_LINK} characters")
        if not text.endswith(end):
            raise BadEvent("the link is not to what is shown here; ask for it again")
        return text

    def text(self, longest: int) -> str:
        """Return the value as text that is no longer than that."""
        if not isinstance(self.value, str) or len(self.value) > longest:
            raise BadEvent(f"{self.act!r} takes text of at most {longest} characters")
        return self.value

    def field(self, name: str) -> str:
        """Return one field of a form, on one line."""
        fields = self.value if isinstance(self.value, Mapping) else {}
        text = fields.get(name)
        if not isinstance(text, str) or not text.strip():
            raise BadEvent(f"{self.target!r} needs its field {name!r}")
        return " ".join(text.split())


def known(kind: str, name: object, names: Collection[str]) -> str:
    """Return ``name`` if it is one of ``names``; raise `BadEvent` with the nearest if not."""
    if not isinstance(name, str):
        raise BadEvent(f"a {kind} must be text")
    if name not in names:
        raise BadEvent(str(UnknownName(kind, name, names)))
    return name
