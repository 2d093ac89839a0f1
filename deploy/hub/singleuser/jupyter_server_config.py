"""What the server of each learner of a hub has: the pages by Voila, and JupyterLab.

The same here, on Kubernetes and on Binder: Jupyter finds it in a folder of JUPYTER_CONFIG_PATH,
or in etc/jupyter of the environment, beside what is in `okin_lib/hosts/lab`.
"""

import sys
from pathlib import Path

from okin_lib.hosts.copies import copy
from okin_lib.hosts.lab_app import SETTINGS
from okin_lib.hosts.serve import notebooks

COPIES = Path.home() / "okin-notebooks"
PAGES = 6
"""In Voila at once: each has a kernel."""

c = get_config()  # noqa: F821  # of traitlets, which runs this

for setting, value in SETTINGS.items():
    section, name = setting.split(".")
    c[section][name] = value

COPIES.mkdir(mode=0o700, exist_ok=True)  # a home can be open to others on its machine
copy(notebooks(), COPIES)
c.ServerApp.root_dir = str(COPIES)
# Else others on the machine could listen to what a kernel says.
c.MappingKernelManager.transport_encryption = "auto"

# Voila asks nobody who they are. So it listens where its user alone can ask it, and what others
# ask comes by way of the server before it, which lets in who has logged in as that user.
voila = [str(Path(sys.prefix, "bin", "okin")), "voila", "--socket", "{unix_socket}"]
c.ServerProxy.servers = {
    "okin": {
        "command": [*voila, "--base-url", "{base_url}okin/", "--pages", str(PAGES)],
        "unix_socket": True,
        "absolute_url": True,
        "timeout": 60,
        "launcher_entry": {"title": "Okin"},
        "new_browser_tab": True,
    }
}
