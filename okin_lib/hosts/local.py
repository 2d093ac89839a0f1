"""What an instructor may say otherwise on every page in Voila: the quick exit and the footer."""

import os
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from attrs import asdict, field, frozen
from attrs.validators import instance_of
from cattrs import Converter, transform_error
from cattrs.v import format_exception

VARIABLE = "OKIN_LOCAL"
DEFAULT = Path(__file__).parent / "local.yaml"


def _web_address(_instance: object, _attribute: object, value: str) -> None:
    if urlsplit(value).scheme not in {"http", "https"}:
        raise ValueError(f"{value!r} is not a web address")


@frozen
class Local:
    """The texts around a lesson, in plain text."""

    quick_exit: str = field(validator=[instance_of(str), _web_address])
    content_note: str = field(validator=instance_of(str))
    hotline: str = field(validator=instance_of(str))


def load() -> dict[str, str]:
    """Return the texts in the file that ``OKIN_LOCAL`` names, or the package's own.

    Raises
    ------
    ValueError
        If the file is not as `local.yaml` is; the message names it and what is wrong.
    """
    path = Path(os.environ.get(VARIABLE, DEFAULT))
    converter = Converter(forbid_extra_keys=True)
    try:
        return asdict(converter.structure(yaml.safe_load(path.read_text("utf-8")), Local))
    except OSError as problem:
        raise ValueError(f"{VARIABLE}: {problem}") from problem
    except yaml.YAMLError as problem:
        raise ValueError(f"{path}: {problem}") from problem
    except Exception as problem:
        said = transform_error(problem, format_exception=_say)
        raise ValueError(f"{path}: {'; '.join(said)}") from problem


def _say(problem: BaseException, expected: type | None) -> str:
    """Keep the words of a validator, which cattrs would drop."""
    return str(problem) if type(problem) is ValueError else format_exception(problem, expected)
