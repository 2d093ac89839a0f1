"""Who asks for a page: a reader, for whom a kernel starts, or a program."""

import re

from tornado.httputil import HTTPServerRequest

# As they name themselves; a Cubot is a telephone.
ROBOT = re.compile(
    r"(?<!cu)bot(\b|_)|crawl|spider|slurp|archiver|preview|external(hit|agent)|whatsapp|embedly",
    re.IGNORECASE,
)
AHEAD = re.compile(r"\s*(prefetch|prerender|preview)", re.IGNORECASE)
PURPOSES = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")


def is_ahead_of_time(request: HTTPServerRequest) -> bool:
    """Whether a browser asks before its reader does, and perhaps for nothing."""
    return any(AHEAD.match(request.headers.get(name, "")) for name in PURPOSES)


def is_a_robot(request: HTTPServerRequest) -> bool:
    """Whether the one who asks says that it is a program which reads pages."""
    return bool(ROBOT.search(request.headers.get("User-Agent", "")))
