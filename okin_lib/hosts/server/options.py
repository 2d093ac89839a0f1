"""What an instructor may say of the server, read on purpose and checked."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from attrs import field, frozen

Form = Literal["text", "json"]
"""Of the log."""
PREFIX = re.compile(r"(/([\w.~@-]|%(?![01]|7F)[0-9A-F]{2})+)*/", re.ASCII)
"""As a hub has one for each user, whose name may be an address."""
SITE = re.compile(
    r"https?://([a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(:\d{1,5})?", re.ASCII | re.IGNORECASE
)
PAGES = 60
"""A class, in 2 GB where kernels are forked."""
SITES = re.compile(r"https?://\*(\.[a-z0-9-]+)+(:\d{1,5})?", re.ASCII | re.IGNORECASE)


def _prefix(value: str) -> str:
    whole = f"/{value.strip('/')}/" if value.strip("/") else "/"
    if not PREFIX.fullmatch(whole):
        raise ValueError(
            f"--base-url: {value!r} is not a path of letters, digits, '-', '_', '.', '~' and '@', "
            "as /okin/ is"
        )
    return whole


def _origins(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(_site("--origin", each, SITE) for each in value)


def _ancestors(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(_site("--frame-ancestors", each, SITE, SITES) for each in value)


def _site(option: str, value: str, *patterns: re.Pattern[str]) -> str:
    bare = value.removesuffix("/")
    if not any(pattern.fullmatch(bare) for pattern in patterns):
        raise ValueError(
            f"{option}: {value!r} is not the address of a site, as https://lms.example.edu is: "
            "no path, no spaces, and the option again for another site"
        )
    return bare.lower()


@frozen
class Options:
    """Where the server stands, and who may show its pages.

    Attributes
    ----------
    ip
        The address of this machine to listen on.
    port
        The port; None for the first free one from Voila's own.
    socket
        The file to listen on instead, for a proxy that runs as the same user.
    base_url
        The path under which a proxy has the pages.
    frame_ancestors
        The other sites that may show a page in a frame.
    origins
        The sites from which a page may reach what computes it, when a proxy rewrites Host.
    pages
        How many pages kernels compute at once.
    shared
        Whether this process holds the lessons of all pages; else each page has a kernel.
    together
        Whether a class can meet here; then no page has a kernel.
    log
        In what form the log is written.

    Raises
    ------
    ValueError
        If one is not of its form; the message names the option and what would be.
    """

    ip: str = "localhost"
    port: int | None = None
    socket: Path | None = None
    base_url: str = field(default="/", converter=_prefix)
    frame_ancestors: tuple[str, ...] = field(default=(), converter=_ancestors)
    origins: tuple[str, ...] = field(default=(), converter=_origins)
    pages: int = PAGES
    shared: bool = False
    together: bool = False
    log: Form = "text"

    def __attrs_post_init__(self) -> None:
        if self.together and self.socket:
            raise ValueError("--class: phones reach a port, and no file: leave out --socket")
