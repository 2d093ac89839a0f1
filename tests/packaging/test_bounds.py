"""The wheel with the lowest versions that it allows, and with the newest; it takes an index."""

import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.packaging.conftest import ROOT, started

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
BOUND = re.compile(r"([\w-]+)>=([\w.]+)")
LOWEST_PYTHON = PROJECT["requires-python"].removeprefix(">=")
ASKED = "import okin_lib as okin; print(okin.analyze())"

pytestmark = pytest.mark.index


def lowest() -> str:
    """Return a constraint for each library that is needed, to the lowest version allowed."""
    bounds = [BOUND.fullmatch(each) for each in PROJECT["dependencies"]]
    return "\n".join(f"{bound[1]}=={bound[2]}" for bound in bounds)


@pytest.fixture(params=["lowest", "newest"])
def installed(request, wheel: Path, tmp_path: Path) -> Path:
    """Return the commands of an environment of the wheel and what it needs, from the index."""
    constraints = lowest() if request.param == "lowest" else ""
    (tmp_path / "constraints.txt").write_text(constraints, encoding="utf-8")
    venv.create(tmp_path / "env", symlinks=True)
    python = tmp_path / "env" / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "--quiet", "install"]
    subprocess.run([*pip, "--constraint", tmp_path / "constraints.txt", wheel], check=True)
    return python.parent


@pytest.mark.skipif(
    "{}.{}".format(*sys.version_info) != LOWEST_PYTHON,
    reason=f"the lowest versions are for the lowest Python, {LOWEST_PYTHON}",
)
@pytest.mark.usefixtures("elsewhere")
def test_it_works_with_the_lowest_versions_and_with_the_newest(installed: Path) -> None:
    said = subprocess.check_output([installed / "python", "-c", ASKED], text=True)
    assert said.startswith("Supposed: ")
    for command in (["check"], ["export", "10_whole_board"]):
        subprocess.run([installed / "okin", *command], check=True, stdout=subprocess.DEVNULL)
    with started(installed, "serve") as address:
        page = urlopen(f"{address}voila/render/10_whole_board.ipynb", timeout=120).read().decode()
    assert "application/vnd.jupyter.widget-view+json" in page
