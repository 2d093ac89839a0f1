"""What an instructor may say otherwise on every page in Voila: the quick exit and the footer."""

import os
import re
from pathlib import Path
from typing import NewType
from urllib.parse import urlsplit

from attrs import asdict, frozen

from okin_lib.record.data_file import read_file
from okin_lib.record.misfits import Misfit
from okin_lib.record.placed import DataError
from okin_lib.record.structure import new_converter

VARIABLE = "OKIN_LOCAL"
DEFAULT = Path(__file__).parent / "local.yaml"

WEB_ADDRESS = re.compile(r"https?://[^\s/?#@\\]+([/?#][^\s\\]*)?", re.IGNORECASE)
"""Of a site; there is no name or password in it."""

WebAddress = NewType("WebAddress", str)


@frozen
class Local:
    """The texts around a lesson, in plain text."""

    quick_exit: WebAddress
    content_note: str
    hotline: str


def load() -> dict[str, str]:
    """Return the texts in the file that ``OKIN_LOCAL`` names, or the package's own.

    Raises
    ------
    ValueError
        If the file is not as `local.yaml` is; the message names it, the line and the remedy.
    """
    path = Path(os.environ.get(VARIABLE) or DEFAULT)
    converter = new_converter()
    text = converter.get_structure_hook(str)
    converter.register_structure_hook(WebAddress, lambda value, _: _web_address(text(value, str)))
    try:
        if not path.is_file():  # what is no file may never end
            raise FileNotFoundError(f"{path}: there is no such file: give the path of one")
        texts = asdict(read_file(path.parent, path.name, Local, converter))
    except DataError as problem:
        raise ValueError(f"{VARIABLE}: {path}: {problem}") from problem
    except OSError as problem:
        raise ValueError(f"{VARIABLE}: {problem}") from problem
    return {name: str(text) for name, text in texts.items()}


def _web_address(value: str) -> str:
    if not value.isprintable() or not WEB_ADDRESS.fullmatch(value) or not _is_a_place(value):
        raise Misfit(f"must be a web address, as https://www.example.org/ is, not '{value}'")
    return value


def _is_a_place(address: str) -> bool:
    """Return whether its host and port can be."""
    try:
        return bool(urlsplit(address).hostname) and urlsplit(address).port != 0
    except ValueError:
        return False
