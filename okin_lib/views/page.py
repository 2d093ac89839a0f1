"""Templates: one environment, built once; everything that is not markup is escaped."""

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from okin_lib.views import words


@lru_cache(maxsize=1)
def _environment() -> Environment:
    env = Environment(
        loader=PackageLoader("okin_lib.views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.globals["words"] = words
    return env


def render(template: str, **context: object) -> Markup:
    """Return the template ``template.html`` filled with ``context``, safe to stand in others."""
    return Markup(_environment().get_template(f"{template}.html").render(context))
