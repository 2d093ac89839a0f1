"""What the log of the server leaves out: what a visitor got wrong, and we did not."""

import logging

from tornado.log import access_log, gen_log
from tornado.web import RequestHandler

ANSWERED = "%d %s: "
"""How Tornado begins to say of an exception that it was the answer to a request."""
WROTE = "wrote error: "
"""How Jupyter says once more what it answered."""


def quiet(log: logging.Logger) -> None:
    """Leave such messages out of Tornado's log, and out of the application's."""
    gen_log.addFilter(_is_ours)
    log.addFilter(_is_ours)


def _is_ours(record: logging.LogRecord) -> bool:
    said = str(record.msg)
    if said.startswith(ANSWERED) and isinstance(record.args, tuple):
        return not 400 <= int(str(record.args[0])) < 500
    return not said.startswith(WROTE)


def request(handler: RequestHandler) -> None:
    """Say of an answered request that it failed here, if it did."""
    status = handler.get_status()
    if status >= 500 and status != 503:  # 503: not computed ahead of time, or no place is free
        access_log.error("%d %s", status, handler._request_summary())
