"""What Jupyter and the kernels keep on disk, and where, so that no home is needed."""

import atexit
import json
import os
import shutil
import tempfile
from pathlib import Path

from jupyter_core.paths import ENV_JUPYTER_PATH, jupyter_config_dir, jupyter_data_dir

# A kernel of a page has no history to keep, and runs nothing of the user's as it starts.
IPYTHON = {
    "HistoryManager": {"enabled": False},
    "InteractiveShellApp": {"exec_PYTHONSTARTUP": False},
}


def keep_apart() -> None:
    """For this process and its kernels: read nobody's settings, and leave nothing behind."""
    scratch = _scratch()
    profile = scratch / "ipython" / "profile_default"
    profile.mkdir(parents=True)
    (profile / "ipython_config.json").write_text(json.dumps(IPYTHON), "utf-8")
    os.environ |= {
        "JUPYTER_NO_CONFIG": "1",
        "JUPYTER_PREFER_ENV_PATH": "1",
        "JUPYTER_DATA_DIR": str(scratch / "data"),
        "JUPYTER_RUNTIME_DIR": str(scratch / "runtime"),
        "IPYTHONDIR": str(scratch / "ipython"),
        # A kernel's debugger would warn of what nobody asked of it.
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }
    prepend("JUPYTER_PATH", ENV_JUPYTER_PATH[0])  # what is installed, before what a user has
    atexit.register(shutil.rmtree, jupyter_config_dir(), ignore_errors=True)
    if not _home_is_writable():
        _put({"MPLCONFIGDIR": "matplotlib"}, scratch)


def do_without() -> None:
    """Where the home cannot be written to, keep what JupyterLab writes until it ends."""
    if _home_is_writable():
        return
    prepend("JUPYTER_PATH", jupyter_data_dir())
    prepend("JUPYTER_CONFIG_PATH", jupyter_config_dir())
    kept = {
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "IPYTHONDIR": "ipython",
        "MPLCONFIGDIR": "matplotlib",
    }
    _put(kept, _scratch())


def prepend(variable: str, folder: str | Path) -> None:
    """Put ``folder`` first on a search path in the environment, for us and what we start."""
    folders = [str(folder), os.environ.get(variable, "")]
    os.environ[variable] = os.pathsep.join(filter(None, folders))


def _put(variables: dict[str, str], scratch: Path) -> None:
    for variable, name in variables.items():
        os.environ[variable] = str(scratch / name)


def _scratch() -> Path:
    made = tempfile.mkdtemp(prefix="okin-")
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return Path(made)


def _home_is_writable() -> bool:
    try:
        with tempfile.TemporaryFile(dir=Path.home()):
            return True
    except (OSError, RuntimeError):  # RuntimeError: there is none at all
        return False
