"""What is supposed: facts left out, facts added, readings switched, the events moved."""

import json
import warnings
from collections.abc import Iterable, Mapping
from typing import Self

from attrs import field, frozen

from okin_lib.api.ids import listed
from okin_lib.api.shown import Cell, Record, Shown, as_json, part
from okin_lib.doctrine.case import Case
from okin_lib.files import scenario_data
from okin_lib.files.link import code_in
from okin_lib.files.link_code import decode, encode
from okin_lib.lessons.installed import load_case
from okin_lib.page.supposition import itemized, supposition
from okin_lib.reasoning import types
from okin_lib.reasoning.posed import full_readings
from okin_lib.reasoning.scenario import preset as readings_of
from okin_lib.reasoning.scenario import scenario, shared


@frozen(repr=False)
class Scenario(Shown):
    """What is supposed of a case; with nothing supposed, the record as the court read it.

    Examples
    --------
    >>> import okin_lib as okin
    >>> okin.suppose(["football-talk"], year=1990)
    left out: The football conversation; New York's mandatory-arrest law; the events begin in 1990
    >>> okin.suppose(readings={"attribution": "individual"}) == okin.on_record
    False
    >>> okin.suppose(code=okin.suppose(["football-talk"]).code).without
    ('football-talk',)
    """

    supposed: types.Scenario = field(factory=types.Scenario)
    """What it changes of the record."""
    case: Case = field(factory=load_case, eq=False, repr=False)

    @property
    def without(self) -> tuple[str, ...]:
        """The ids of the facts of the record that are left out, in its order."""
        return tuple(key for key in self.case.facts if key in self.supposed.without)

    @property
    def added(self) -> tuple[str, ...]:
        """The ids of the facts that are added, and not in the record."""
        return tuple(key for key in self.case.hypotheticals if key in self.supposed.added)

    @property
    def readings(self) -> dict[str, str]:
        """Every reading with its value, by id."""
        return {str(key): value for key, value in full_readings(self.case, self.supposed).items()}

    @property
    def year(self) -> int:
        """The year in which the events begin."""
        return self.supposed.year or self.case.record.conduct_year

    @property
    def code(self) -> str:
        """The short code that a link, a board and the terminal take."""
        return encode(self.case, shared(self.case, self.supposed))

    def to_record(self) -> Record:
        """Return it as a row: its code, and what it supposes in words."""
        cells: dict[str, Cell] = {"code": self.code, "supposes": str(self), "year": self.year}
        return cells

    def to_json(self) -> str:
        """Return what it changes of the record, as JSON."""
        return as_json(scenario_data.as_data(self.supposed))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the scenario that `to_json` made ``text`` of.

        Raises
        ------
        ValueError
            If it is no JSON, or no scenario of the case; the message says where and why.
        """
        from okin_lib.files import scenario_form  # what reads any data is slow to import

        case = load_case()
        return cls(scenario_form.from_data(case, json.loads(text)), case)

    def __str__(self) -> str:
        return supposition(self.case, self.supposed).in_brief

    def _repr_html_(self) -> str:
        items = list(itemized(self.case, self.supposed))
        return part("scenario", brief=str(self), items=items, code=self.code)


def suppose(
    without: Iterable[str] = (),
    added: Iterable[str] = (),
    readings: Mapping[str, str] | None = None,
    year: int | None = None,
    *,
    preset: str | None = None,
    code: str | None = None,
) -> Scenario:
    """Return a scenario.

    Parameters
    ----------
    without
        Ids of facts of the record to leave out: those that `facts` has.
    added
        Ids of facts to add that are not in the record: those that `hypotheticals` has.
    readings
        Values of readings, by id, where they are not the court's own.
    year
        The year in which the events begin.
    preset
        The court whose readings to take, but for those in ``readings``.
    code
        A code or a link, which says all that is supposed: it is given alone.

    Raises
    ------
    ValueError
        For an id, a reading or a value that the case does not have, with the nearest that it
        has; for facts that cannot both be supposed; for a code that cannot be read.
    """
    case = load_case()
    if code is not None:
        if without or added or readings or year is not None or preset is not None:
            raise ValueError("a code says all that is supposed: give it alone")
        return _coded(case, code)
    read = _read(case, preset, readings or {})
    return Scenario(scenario(case, listed(without), listed(added), read, year), case)


def _coded(case: Case, code: str) -> Scenario:
    """The scenario of a code or a link; what must be said of it is a warning."""
    found = decode(case, code_in(code))
    if found.notice:
        warnings.warn(found.notice, stacklevel=3)
    return Scenario(found.scenario, case)


def _read(case: Case, preset: str | None, readings: Mapping[str, str]) -> dict[str, str]:
    """The readings of a court, if one is named, and over them those that are given."""
    theirs = {} if preset is None else readings_of(case, preset)
    return {str(key): value for key, value in theirs.items()} | dict(readings)
