"""Templates: one environment, built once; everything that is not markup is escaped."""

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from okin_lib.page import words
from okin_lib.page.regions import RegionId as RegionId  # for every view that renders one


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


def nothing(region: RegionId) -> Markup:
    """Return a region that is not shown: there is nothing to see of it now."""
    return Markup('<section data-region="{}" hidden></section>').format(region)
