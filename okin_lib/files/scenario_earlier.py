"""A scenario that was kept under an earlier law, without the names that the case has no more."""

from typing import Any

from okin_lib.doctrine.case import Case


def without_unknown(case: Case, data: Any) -> tuple[Any, list[str]]:
    """Return the data of a scenario without the names that the case lacks, and those names.

    What is no list or mapping of names is left for `from_data` to refuse.
    """
    if not isinstance(data, dict):
        return data, []
    known = {"without": case.fact_names, "with": case.hypothetical_names}
    fitting, gone = dict(data), list[str]()
    for field, names in known.items():
        if isinstance(listed := data.get(field), list):
            fitting[field] = [name for name in listed if _is_known(name, names)]
            gone += [name for name in listed if not _is_known(name, names)]
    if isinstance(chosen := data.get("readings"), dict):
        fitting["readings"] = {k: v for k, v in chosen.items() if _is_reading(case, k, v)}
        gone += [f"{k}={v}" for k, v in chosen.items() if not _is_reading(case, k, v)]
    return fitting, gone


def _is_known(name: object, names: Any) -> bool:
    return not isinstance(name, str) or name in names


def _is_reading(case: Case, reading: object, value: object) -> bool:
    if not (isinstance(reading, str) and isinstance(value, str)):
        return True
    key = case.reading_names.get(reading)
    return key is not None and value in case.value_names[key]
