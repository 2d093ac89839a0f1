"""A hub on one Linux machine: whoever is in the group okin logs in with their password there.

Each has a server of their own, that runs as them: the pages by Voila at okin/, which is what
opens, and JupyterLab at lab. How to install and start it: docs/hub.md.
"""

import os
import sys
from pathlib import Path

from okin_lib.hosts.lab_app import LAB

HERE = Path(__file__).resolve().parent
BIN = Path(sys.prefix, "bin")
DATA = 1 << 30
"""Bytes that one process of a learner's may have."""
PROCESSES = 256
"""Processes and threads that one learner may have, kernels included."""

c = get_config()  # noqa: F821  # of traitlets, which runs this

c.JupyterHub.bind_url = "http://127.0.0.1:8000"  # TLS is for the web server before it
c.ConfigurableHTTPProxy.command = [str(HERE / "node_modules" / ".bin" / "configurable-http-proxy")]

c.JupyterHub.authenticator_class = "pam"
c.LocalAuthenticator.allowed_groups = {"okin"}

# The system holds each process to what is said here. A share of the processor, or one limit for
# all processes of a learner's, takes systemd: jupyterhub-systemdspawner sets both.
limits = ["prlimit", f"--data={DATA}", f"--nproc={PROCESSES}"]
c.Spawner.cmd = [*limits, str(BIN / "jupyterhub-singleuser")]
c.Spawner.environment = {"JUPYTER_CONFIG_PATH": f"{HERE / 'singleuser'}{os.pathsep}{LAB}"}
c.Spawner.default_url = "/okin/"
c.Spawner.disable_user_config = True
c.Spawner.http_timeout = 60
c.JupyterHub.active_server_limit = 60
c.JupyterHub.concurrent_spawn_limit = 10

c.JupyterHub.services = [
    {
        "name": "culler",
        "command": [sys.executable, "-m", "jupyterhub_idle_culler", "--timeout=3600"],
    }
]
c.JupyterHub.load_roles = [
    {
        "name": "culler",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["culler"],
    }
]
