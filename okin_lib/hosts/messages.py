"""The messages between a page and its session, of which those from the page may be anything."""

import json
from collections.abc import Callable, Mapping
from typing import Any

LARGEST_MESSAGE = 100_000
"""Characters of its JSON as a page sends it: a letter is one, whatever its script."""

Message = Mapping[str, Any]
Send = Callable[[Message], None]


class BadMessage(ValueError):
    """A message that no page of ours sends; the text names what was wrong."""


def check(content: object) -> Message:
    """Return ``content`` if it is a message from a page; raise `BadMessage` if it is not.

    Whoever holds the page can send anything, so nothing is taken on trust. What an event
    may hold is for the lesson to say.
    """
    if not isinstance(content, dict):
        raise BadMessage("it is not an object")
    if _size(content) > LARGEST_MESSAGE:
        raise BadMessage(f"it is larger than {LARGEST_MESSAGE} characters: send less")
    match content:
        case (
            {"kind": "hello", **rest}
            | {"kind": "ping", "n": int(), **rest}
            | {"kind": "event", "seq": int(), "event": dict(), **rest}
            | {"kind": "keeping", "state": _, **rest}
            | {"kind": "keeping", "do": "keep" | "delete", **rest}
        ):
            pass
        case {"kind": "file", "seq": int(), "name": str(), "fields": fields, **rest} if _texts(
            fields
        ):
            pass
        case _:
            raise BadMessage("it is of no known kind, or lacks a part of the right type")
    if rest:
        raise BadMessage(f"it has a part that its kind does not have: {min(map(str, rest))!r}")
    return content


def _texts(fields: object) -> bool:
    return isinstance(fields, dict) and all(isinstance(text, str) for text in fields.values())


def _size(content: object) -> int:
    try:
        return len(json.dumps(content, ensure_ascii=False, separators=(",", ":")))
    except (TypeError, ValueError, RecursionError) as problem:
        raise BadMessage("it is not JSON") from problem
