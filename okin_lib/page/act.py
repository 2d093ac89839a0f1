"""Reading what a learner did, to what, and with what value; nothing is taken on trust."""

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from attrs import frozen

from okin_lib.page.regions import BadEvent
from okin_lib.reasoning.scenario import UnknownName, one_of

Name = TypeVar("Name", bound=str)

VALUE = "value"
LONGEST_LINK = 2000


@frozen
class Act:
    """What a learner did; it comes from the page as ``{name: target, "value": value}``."""

    name: str
    target: str
    value: Any

    @classmethod
    def read(cls, event: Mapping[str, Any], names: Collection[str]) -> "Act":
        """Return the act; raise `BadEvent` unless the event is exactly one of the acts named."""
        keys = [str(key) for key in event if key != VALUE]
        if len(keys) != 1:
            raise BadEvent(f"an event is one of {', '.join(sorted(names))}; this has {len(keys)}")
        name = known("event", keys[0], names)
        target = event[name]
        if not isinstance(target, str):
            raise BadEvent(f"{name!r} must name what it is about, as text")
        return cls(name, target, event.get(VALUE))

    def switch(self) -> bool:
        """Return the value of a checkbox."""
        if not isinstance(self.value, bool):
            raise BadEvent(f"{self.name!r} of {self.target!r} must be true or false")
        return self.value

    def among(self, names: Collection[Name]) -> Name:
        """Return the target as the one of ``names`` that it is."""
        return known(self.name, self.target, names)

    def choice(self, choices: Collection[Name]) -> Name:
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
            raise BadEvent(f"{self.name!r} takes text of at most {longest} characters")
        return self.value

    def field(self, name: str) -> str:
        """Return one field of a form, on one line."""
        fields = self.value if isinstance(self.value, Mapping) else {}
        text = fields.get(name)
        if not isinstance(text, str) or not text.strip():
            raise BadEvent(f"{self.target!r} needs its field {name!r}")
        return " ".join(text.split())


def known(kind: str, name: object, names: Collection[Name]) -> Name:
    """Return the one of ``names`` that ``name`` is; raise `BadEvent` with the nearest if none."""
    if not isinstance(name, str):
        raise BadEvent(f"a {kind} must be text")
    try:
        return one_of(kind, name, names)
    except UnknownName as problem:
        raise BadEvent(str(problem)) from None
