"""Reading a receipt, which comes from anyone: what it says once it proves to be as it was made."""

import json
from collections.abc import Collection, Mapping
from functools import cache
from hmac import compare_digest
from typing import Any, NoReturn

from cattrs import BaseValidationError, Converter

from okin_lib.lessons.receipts.making import CLOSES, END, MARK, OPENS
from okin_lib.lessons.receipts.receipt import DIGEST, FORM, MADE, Receipt, digest, seal
from okin_lib.record.misfits import in_words
from okin_lib.record.nearest import meant
from okin_lib.record.structure import new_converter

LARGEST = 200_000
"""Bytes of a file; a receipt that is filled to the brim has a third of it."""

ANEW = "ask for the file as it was downloaded"
NEWER = "read it with a newer version of okin"


class BadReceipt(ValueError):
    """A file that is no receipt, or not as it was made; the message says what to do."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"{why}: {remedy}")


def read(data: bytes, lessons: Collection[str], law: int) -> Receipt:
    """Return the receipt in a file, a page or JSON; raise `BadReceipt` if it holds none.

    Parameters
    ----------
    lessons
        The ids of those that there are.
    law
        The version of the law, the last that is known here.
    """
    said = _parsed(_json_in(_text(data)))
    if said.get("form") != FORM:
        raise BadReceipt(f"it is not of form {FORM}, the only one that is read here", NEWER)
    found = said.pop(DIGEST, None)
    receipt = _structured(said)
    if not _same(found, digest(said)):
        raise BadReceipt("it was edited: its digest does not fit what it says", ANEW)
    if receipt.lesson not in lessons:
        remedy = meant(receipt.lesson, lessons)
        raise BadReceipt(f"it is of a lesson that is not here, {receipt.lesson!r:.100}", remedy)
    if receipt.law > law:
        raise BadReceipt(f"it was made with law {receipt.law}, which is not known here", NEWER)
    return receipt


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        raise BadReceipt(f"it is larger than {LARGEST} bytes, as no receipt is", ANEW)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise BadReceipt("it is not text in UTF-8, as a receipt is", ANEW) from None


def _json_in(text: str) -> str:
    """Return the JSON that a page holds, if the page is as it was made; other text as it is."""
    if not text.lstrip().startswith("<"):
        return text
    page, marked, end = text.rpartition(f"\n{MARK}")
    if not marked or OPENS not in page:
        raise BadReceipt("it is a page, and no receipt or not a whole one", ANEW)
    if not _same(end.rstrip(), f"{seal(page)}{END}".rstrip()):
        raise BadReceipt("it was edited, or saved anew: its seal does not fit the page", ANEW)
    return page.rpartition(OPENS)[2].partition(CLOSES)[0]


def _parsed(text: str) -> dict[str, Any]:
    try:
        said = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    except BadReceipt:
        raise
    except (ValueError, RecursionError):
        raise BadReceipt("it is not JSON, as a receipt is, or not whole", ANEW) from None
    if not isinstance(said, dict):
        raise BadReceipt("it is JSON of another kind than a receipt", ANEW)
    return said


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise BadReceipt("it says a thing twice", ANEW)
    return dict(pairs)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _structured(said: Mapping[str, Any]) -> Receipt:
    try:
        receipt = _converter().structure(said, Receipt)
    except BaseValidationError as error:
        first, *_ = in_words(error, "it")
        raise BadReceipt(f"it has not the form of a receipt, {first:.200}", ANEW) from None
    if not MADE.fullmatch(receipt.made):
        raise BadReceipt("it does not say when it was made, as a receipt does", ANEW)
    return receipt


@cache
def _converter() -> Converter:
    return new_converter()


def _same(found: object, due: str) -> bool:
    return isinstance(found, str) and compare_digest(
        found.encode("utf-8", "replace"), due.encode()
    )
