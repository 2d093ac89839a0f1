"""How many pages have a kernel at once, and what is said to one more."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from traitlets import Integer

from okin_lib.hosts.log_lines import OURS
from okin_lib.hosts.server.options import PAGES

log = logging.getLogger(OURS)

COME_AGAIN = "30"
"""Seconds. A page that is closed ends its kernel at once; one that never came, within a minute."""

_awaited: ContextVar[str | None] = ContextVar("_awaited", default=None)
"""The kernel that the page which is being answered will have."""


class Room(AsyncMappingKernelManager):
    """Kernels for so many pages, and for no more.

    A page has its place before it asks for its kernel, so that of those that come together each
    is counted; the place then is the kernel's, for as long as there is one.
    """

    places = Integer(PAGES, config=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)  # type: ignore[no-untyped-call]
        self._coming: set[str] = set()

    @property
    def taken(self) -> int:
        """How many places are taken: by pages on their way to a kernel, and by kernels."""
        # One that could not start, or end, is left there.
        changing = {its for its, task in self._pending_kernels.items() if not task.done()}
        return len(self._coming | changing | set(self._kernels))

    @contextmanager
    def place(self) -> Iterator[bool]:
        """Keep a place until a page has its kernel, or fails; give whether there was one."""
        if self.taken >= self.places:
            yield False
            return
        kernel_id = self.new_kernel_id()
        self._coming.add(kernel_id)
        if self.taken == self.places:
            log.warning("The room is full: --pages allows %d at once", self.places)
        before = _awaited.set(kernel_id)
        try:
            yield True
        finally:
            _awaited.reset(before)
            self._coming.discard(kernel_id)

    async def start_kernel(self, **asked: Any) -> str:  # type: ignore[override]
        """Start the kernel of the page that has a place."""
        kernel_id = _awaited.get()
        try:
            return await super().start_kernel(kernel_id=kernel_id, **asked)
        finally:
            self._coming.discard(str(kernel_id))


def say_full(page: JupyterHandler, path: str, places: int) -> None:
    """Answer that there is no place for the notebook at ``path``, and what can be done."""
    page.set_status(503)
    page.set_header("Retry-After", COME_AGAIN)
    page.set_header("Cache-Control", "no-store")
    said = {"path": path, "query": page.request.query, "places": places}
    page.write(page.render_template("full.html", **said))  # type: ignore[no-untyped-call]
