"""The static site as a package of a course (SCORM 1.2): each notebook is one thing to complete."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from okin_lib.hosts.server.frame import entries
from okin_lib.hosts.site.build import HERE, Computing, paged
from okin_lib.lessons.installed import load_case

MANIFEST = "imsmanifest.xml"
LIST = "index.html"


def files(folder: Path, computing: Computing) -> dict[str, bytes]:
    """Return the package of the notebooks in ``folder``, by the name of each file.

    The course has the list of the notebooks, and lets each be opened from there. Nothing is kept
    for a visit without a network: it is for the course to say each time who may open it.

    Raises
    ------
    ValueError
        If the file of ``OKIN_LOCAL`` is not as it must be.
    """
    made = paged(folder, computing, "scorm.js", "scorm.html")
    del made[LIST]
    notebooks = entries(folder)
    pages = {f"{each['id']}.html" for each in notebooks}
    templates = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    manifest = templates.get_template(MANIFEST).render(
        title=load_case().record.title, notebooks=notebooks, shared=sorted({*made} - pages)
    )
    return made | {MANIFEST: manifest.encode()}
