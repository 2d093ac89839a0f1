"""Templates: one environment, built once; everything that is not markup is escaped."""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from okin_lib.page import words
from okin_lib.page.regions import RegionId as RegionId  # for every view that renders one

STORE = Path(__file__).parents[1] / "_templates"


class _Stored(FileSystemBytecodeCache):
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
def _environment() -> Environment:
    env = Environment(
        loader=PackageLoader("okin_lib", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_Stored(str(STORE)),
    )
    env.globals["words"] = words
    return env


def render(template: str, **context: object) -> Markup:
    """Return a template filled with ``context``, safe to stand in others.

    Parameters
    ----------
    template
        Its path in the package, without ``.html``.
    """
    return Markup(_environment().get_template(f"{template}.html").render(context))


def nothing(region: RegionId, area: str = "") -> Markup:
    """Return a region that is not shown: there is nothing to see of it now."""
    placed = Markup(' data-area="{}"').format(area) if area else ""
    return Markup('<section data-region="{}"{} hidden></section>').format(region, placed)
