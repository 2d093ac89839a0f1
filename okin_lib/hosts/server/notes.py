"""The window of the notes for whoever teaches a notebook."""

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError, authenticated

from okin_lib.hosts import instructor
from okin_lib.hosts.query import fields
from okin_lib.hosts.server.pages import Unswayed
from okin_lib.lessons.teaching import notes


class NotesPage(Unswayed, JupyterHandler):  # type: ignore[misc]
    """What is kept off the projector; it computes nothing, and starts no kernel."""

    @authenticated
    async def get(self, path: str = "") -> None:
        """Send the notes, to whoever asks for them as for a page with notes."""
        found = notes(path) if instructor.is_shown(fields(self.request.query)) else None
        if found is None:
            raise HTTPError(404)
        self.set_header("Cache-Control", "no-store")
        self.write(self.render_template("notes.html", notes=found))  # type: ignore[no-untyped-call]
