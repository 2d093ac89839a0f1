"""What a settings file of Voila's may say here: headers to add, and nothing else."""

import json
import logging
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from okin_lib.hosts.log_lines import OURS

log = logging.getLogger(OURS)

NAME = re.compile(
    r"strict-transport-security|[a-z-]+-policy(-report-only)?|report-to|reporting-endpoints"
    r"|x-(?!accel-|sendfile)[a-z0-9_-]+",
    re.IGNORECASE,
)
"""What tells a browser what it may do, or is someone's own. A header that says what an answer
holds, where it leads, or who may keep it, would break or open a page."""
VALUE = re.compile(r"[\x20-\x7e]{0,4000}")
TAKEN = ("Voila", "tornado_settings", "headers")
FRAMING = re.compile(r"frame-ancestors", re.IGNORECASE)


def headers_in(folders: Iterable[str]) -> dict[str, str]:
    """Return the headers that ``voila.json`` adds, the first folder's last; say what else it says.

    A ``voila.py`` is not run: whoever can write to the folder could run anything.
    """
    headers: dict[str, str] = {}
    for folder in reversed([Path(folder) for folder in folders]):
        if (program := folder / "voila.py").is_file():
            log.warning(f"{program}: it is not run, as settings are not taken from it")
        if (file := folder / "voila.json").is_file():
            headers |= _headers_in(file)
    return headers


def _headers_in(file: Path) -> dict[str, str]:
    try:
        settings = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as problem:
        log.warning(f"{file}: it is not read: {problem}")
        return {}
    headers = _taken(settings)
    good = {name: value for name, value in headers.items() if _is_a_header(name, value)}
    left = [name for name in _names(settings) if not name.startswith(".".join(TAKEN))]
    left += [f"the header {name!r}" for name in headers if name not in good]
    if left:
        log.warning(f"{file}: only headers are taken; left out: {', '.join(left)}")
    if any(FRAMING.search(value) for value in good.values()):
        log.warning(f"{file}: who may frame a page is said with --frame-ancestors")
    return good


def _taken(settings: Any) -> dict[str, Any]:
    for name in TAKEN:
        settings = settings.get(name) if isinstance(settings, dict) else None
    return settings if isinstance(settings, dict) else {}


def _is_a_header(name: str, value: Any) -> bool:
    return (
        isinstance(value, str)
        and NAME.fullmatch(name) is not None
        and VALUE.fullmatch(value) is not None
    )


def _names(settings: Any) -> Iterator[str]:
    """Yield the name of each setting in a file: of Tornado's settings, each of theirs."""
    for section, entries in settings.items() if isinstance(settings, dict) else ():
        if not isinstance(entries, dict):
            yield section
            continue
        for name, value in entries.items():
            if name == TAKEN[1] and isinstance(value, dict):
                yield from (f"{section}.{name}.{each}" for each in value)
            else:
                yield f"{section}.{name}"
