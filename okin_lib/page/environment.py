"""Where templates are found, what they can use, and where they are kept as compiled."""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket

from okin_lib.page import words
from okin_lib.page.casing import capitalized
from okin_lib.page.worded import worded
from okin_lib.record.part import brief

STORE = Path(__file__).parents[1] / "_templates"


class Stored(FileSystemBytecodeCache):
    """Templates as compiled, beside the package: to compile them takes half of a first page.

    One that has changed since is compiled anew, and a folder closed to us is no matter.
    """

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store a template, if that can be."""
        with suppress(OSError):
            STORE.mkdir(exist_ok=True)
            super().dump_bytecode(bucket)


# The environment keeps the templates that it has read.
@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the one environment of every template."""
    env = Environment(
        loader=PackageLoader("okin_lib", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=Stored(str(STORE)),
    )
    env.globals["words"] = words
    env.globals["worded"] = worded
    env.filters["capitalized"] = capitalized
    env.filters["brief"] = brief
    return env
