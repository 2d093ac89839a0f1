"""What a learner takes away of a lesson: a file that it makes when its page asks for one."""

from collections.abc import Callable, Mapping
from datetime import datetime

from attrs import frozen


@frozen
class Download:
    """A file, as it is saved."""

    name: str
    type: str
    """Its media type."""
    data: bytes


@frozen
class Order:
    """What whoever makes a file is told: what the page says, and what its host knows."""

    fields: Mapping[str, str]
    """Of the form in which the file was asked for; whoever holds the page can send anything."""
    at: datetime
    version: str
    """Of the package."""


Files = Mapping[str, Callable[[Order], Download]]
"""What makes each file that can be asked for, by the name that it is asked for by."""
