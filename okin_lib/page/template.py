"""Templates: one environment, built once; everything that is not markup is escaped."""

from markupsafe import Markup

from okin_lib.page.regions import RegionId as RegionId  # for every view that renders one


def render(template: str, **context: object) -> Markup:
    """Return a template filled with ``context``, safe to stand in others.

    Parameters
    ----------
    template
        Its path in the package, without ``.html``.
    """
    # Jinja takes a quarter of a cold start, and what is told as text alone needs none of it.
    from okin_lib.page.environment import environment

    return Markup(environment().get_template(f"{template}.html").render(context))


def nothing(region: RegionId, area: str = "") -> Markup:
    """Return a region that is not shown: there is nothing to see of it now."""
    placed = Markup(' data-area="{}"').format(area) if area else ""
    return Markup('<section data-region="{}"{} hidden></section>').format(region, placed)
