"""A case: its record and its doctrine."""

from attrs import frozen

from okin_lib.doctrine.types import Doctrine
from okin_lib.record.opinion import Opinion
from okin_lib.record.types import Record


@frozen(eq=False)
class Case:
    """The record, the doctrine and the opinion's text, verified against each other."""

    record: Record
    doctrine: Doctrine
    opinion: Opinion
