"""The log of the server: requests and what goes wrong, and nothing of who asked or what for."""

import logging
import os
import re
import sys
import threading
from typing import Any

from tornado.log import gen_log
from tornado.web import RequestHandler

from okin_lib.hosts.log_lines import FORMS, OURS, TOLD, VARIABLE, Sparing
from okin_lib.hosts.server.options import Form

log = logging.getLogger(OURS)

ANSWERED = "%d %s: "
"""How Tornado begins to say of an exception that it was the answer to a request."""
WROTE = "wrote error: "
"""How Jupyter says once more what it answered."""
TOGETHER, RATE = 200, 5
"""Warnings at once, and in each second."""
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
KERNEL = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""By its id anyone could join it."""


def begin(form: Form) -> None:
    """Write all that this process and its kernels say in one form, on standard error.

    As lines it has what goes wrong; as JSON each request too.
    """
    os.environ[VARIABLE] = form
    handler = logging.StreamHandler()
    handler.setFormatter(FORMS[form]())
    handler.addFilter(Sparing(TOGETHER, RATE))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.captureWarnings(True)
    sys.unraisablehook = threading.excepthook = _nobody_caught
    log.setLevel(logging.INFO if form == "json" else logging.WARNING)


def _nobody_caught(it: Any) -> None:
    raised = (it.exc_type, it.exc_value, it.exc_traceback)
    log.error("Nobody caught an exception", exc_info=raised)


def quiet(app: logging.Logger) -> None:
    """Leave out of Tornado's log, and the application's, what a visitor got wrong."""
    gen_log.addFilter(_is_ours)
    app.addFilter(_is_ours)


def _is_ours(record: logging.LogRecord) -> bool:
    said = str(record.msg)
    if said.startswith(ANSWERED) and isinstance(record.args, tuple):
        return not 400 <= int(str(record.args[0])) < 500
    return not said.startswith(WROTE)


def request(handler: RequestHandler) -> None:
    """Tell of an answered request; as an error, if it failed here."""
    status, asked = handler.get_status(), handler.request
    told = {
        "method": asked.method if asked.method in METHODS else "other",
        "path": KERNEL.sub("*", asked.path),
        "status": status,
        "ms": round(1000 * asked.request_time(), 1),
    }
    if 400 <= status < 500:  # it is no address of ours, and may be anything
        del told["path"]
    failed = status >= 500 and status != 503  # 503: not ahead of time, or no place is free
    log.log(logging.ERROR if failed else logging.INFO, "request", extra={TOLD: told})
