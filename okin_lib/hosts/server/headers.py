"""The headers of every response, whoever writes it."""

from collections.abc import Mapping

from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import OutputTransform

POLICY = {
    "default-src": "'self'",
    "script-src": "'self' blob:",  # a widget's module is a blob
    "style-src": "'self' 'unsafe-inline'",  # JupyterLab's, and a figure's
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self' ws: wss:",  # an old Safari does not count a websocket as 'self'
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
CSP = "Content-Security-Policy"


def ours(frame_ancestors: tuple[str, ...]) -> dict[str, str]:
    """Return the headers that every response has.

    Parameters
    ----------
    frame_ancestors
        The other sites that may show a page in a frame.
    """
    policy = POLICY | {"frame-ancestors": " ".join(("'self'", *frame_ancestors))}
    return {
        CSP: "; ".join(f"{directive} {sources}" for directive, sources in policy.items()),
        "X-Content-Type-Options": "nosniff",
        # The address of a page, with what a learner supposes in it, is told to no other site.
        "Referrer-Policy": "same-origin",
    }


def transform(ours: Mapping[str, str], theirs: Mapping[str, str]) -> type[OutputTransform]:
    """Return what gives a response ``theirs`` and then ``ours``, which no one undoes.

    Browsers obey every Content-Security-Policy that they get: another one only adds to ours.
    """

    class Headers(OutputTransform):
        def __init__(self, request: HTTPServerRequest) -> None: ...

        def transform_first_chunk(
            self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
        ) -> tuple[int, HTTPHeaders, bytes]:
            for name, value in {**theirs, **ours}.items():
                headers[name] = value
            if CSP in theirs:
                headers.add(CSP, theirs[CSP])
            return super().transform_first_chunk(status_code, headers, chunk, finishing)

    return Headers
