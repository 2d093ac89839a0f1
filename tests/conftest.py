"""What every test can ask for."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from filelock import FileLock
from hypothesis import HealthCheck, settings

from okin_lib.cli import main
from okin_lib.doctrine.case import Case
from okin_lib.lessons.installed import load_case

# A busy machine draws slowly, and no test is of the time.
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("usual", UNTIMED)
settings.register_profile("long", UNTIMED, max_examples=1_000, derandomize=True)
settings.load_profile("usual")


@pytest.fixture(scope="session")
def case() -> Case:
    return load_case()


@pytest.fixture(scope="session")
def static_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The static site of our notebooks, with Pyodide from its registry and without figures.

    Beside it stands what is of the same name: as one file, and as a package of a course. It takes
    long to make, so that the first worker that asks for it makes it for all.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "static"
    folder.mkdir(exist_ok=True)
    with FileLock(folder / "lock"):
        if not (folder / "made").exists():
            make_static_site(folder / "site")
            (folder / "made").touch()
    return folder / "site"


def make_static_site(to: Path) -> None:
    """Make it, and fail unless it is said to be made."""
    beside = {f"--{kind}": str(to.with_suffix(f".{kind}")) for kind in ("zip", "scorm")}
    options = [each for option in beside.items() for each in option]
    made = CliRunner().invoke(main, ["site", "--out", str(to), "--no-figures", *options])
    written = " and ".join([str(to), *beside.values()])
    assert (made.exit_code, made.output) == (0, f"Wrote the site to {written}.\n")
