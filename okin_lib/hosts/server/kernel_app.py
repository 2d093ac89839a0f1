"""The program of a kernel that was forked: ipykernel's, which logs as its server does."""

import logging

from ipykernel.kernelapp import IPKernelApp

from okin_lib.hosts import log_lines


class ForkedKernelApp(IPKernelApp):
    """What a kernel runs."""

    @property
    def _log_formatter_cls(self) -> type[logging.Formatter]:  # type: ignore[override]
        return log_lines.of_a_kernel()

    def configure_tornado_logger(self) -> None:
        """Leave what Tornado says unwritten: ipykernel would write it in a form of its own."""
        logging.getLogger("tornado").addHandler(logging.NullHandler())
