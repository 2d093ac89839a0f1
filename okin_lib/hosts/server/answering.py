"""What answers of all that Voila has: ours instead of its own, and nothing that no page asks."""

from collections.abc import Mapping

from jupyter_server.base.handlers import FileFindHandler
from jupyter_server.services.kernels.handlers import KernelHandler
from voila.shutdown_kernel_handler import (  # type: ignore[import-untyped]
    VoilaShutdownKernelHandler,
)
from voila.static_file_handler import (  # type: ignore[import-untyped]
    MultiStaticFileHandler,
    TemplateStaticFileHandler,
)
from voila.tornado.handler import TornadoVoilaHandler  # type: ignore[import-untyped]
from voila.tornado.treehandler import TornadoVoilaTreeHandler  # type: ignore[import-untyped]

from okin_lib.hosts.server.pages import (
    ExtensionFile,
    NotebookList,
    NotebookPage,
    TemplateFile,
)

FILES = {
    TornadoVoilaTreeHandler: NotebookList,
    TemplateStaticFileHandler: TemplateFile,
    MultiStaticFileHandler: MultiStaticFileHandler,
    FileFindHandler: ExtensionFile,
}
KERNELS = {
    TornadoVoilaHandler: NotebookPage,
    KernelHandler: KernelHandler,
    VoilaShutdownKernelHandler: VoilaShutdownKernelHandler,
}


def answering(together: bool) -> Mapping[type, type]:
    """Return what answers in place of each; where a class meets, nothing that starts a kernel."""
    return FILES if together else FILES | KERNELS
