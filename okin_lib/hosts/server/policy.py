"""Every setting of Voila's that this project decides."""

from collections.abc import Mapping
from logging import WARNING
from typing import Any

from traitlets.config import Config

from okin_lib.hosts.server.forked import POSSIBLE
from okin_lib.hosts.server.options import Options

TEMPLATE = "okin"
CONNECTION = "okin_lib.hosts.connection.PromptConnection"
PROVISIONER = "okin-forked"
LEFT = 600
"""Seconds that a kernel waits for a page to come back: a telephone closes one without a word."""
BETWEEN_LOOKS = 15
"""Seconds."""
# What the board is made of in a page, and what starts it there; a user may have others.
EXTENSIONS = [
    "@voila-dashboards/widgets-manager8",
    "@jupyter-widgets/jupyterlab-manager",
    "anywidget",
]


def policy(options: Options, around: Mapping[str, Any]) -> Config:
    """Return the settings.

    Parameters
    ----------
    options
        What the instructor said.
    around
        What stands around a notebook: the texts, the others, and where others find this machine.
    """
    only = {} if options.port is None else {"port": options.port, "port_retries": 0}
    return Config(
        Voila={
            "ip": options.ip,
            "base_url": options.base_url,
            "log_level": WARNING,
            "identity_provider_class": "okin_lib.hosts.server.readers.Anyone",
            "kernel_websocket_connection_class": CONNECTION,
            **only,
        },
        VoilaConfiguration={
            "template": TEMPLATE,
            "allow_template_override": "NO",
            "allow_theme_override": "NO",
            "classic_tree": True,
            "resources": dict(around),
            "extension_allowlist": EXTENSIONS,
            "multi_kernel_manager_class": "okin_lib.hosts.server.kernels.Kernels",
        },
        KernelProvisionerFactory={"default_provisioner_name": PROVISIONER} if POSSIBLE else {},
        Room={"places": options.pages},
        MappingKernelManager={"cull_idle_timeout": LEFT, "cull_interval": BETWEEN_LOOKS},
        VoilaExecutor={"cell_error_instruction": "The details are in the log of the server."},
    )
