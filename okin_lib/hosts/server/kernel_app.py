"""The program of a kernel that was forked: ipykernel's, which logs as its server does."""

from typing import Any

from ipykernel.kernelapp import IPKernelApp

from okin_lib.hosts import log_lines


class ForkedKernelApp(IPKernelApp):
    """What a kernel runs."""

    def initialize(self, argv: Any = None) -> None:
        """Begin the log before anything is said."""
        log_lines.begin(log_lines.of_a_kernel(), *log_lines.OF_A_KERNEL)
        super().initialize(argv)  # type: ignore[no-untyped-call]

    def configure_tornado_logger(self) -> None:
        """Leave it as it is: ipykernel would write of it in a form of its own."""

    def get_default_logging_config(self) -> dict[str, Any]:
        """Leave it to the log of the process how what is said here is written."""
        return log_lines.left_to_the_process(self.log.name)
