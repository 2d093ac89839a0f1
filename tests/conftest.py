"""What every test can ask for."""

from pathlib import Path

import pytest
from click.testing import CliRunner
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
def static_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The static site of our notebooks, with Pyodide from its registry and without figures.

    Beside it stands what is of the same name: as one file, and as a package of a course.
    """
    to = tmp_path_factory.mktemp("static") / "site"
    beside = {f"--{kind}": str(to.with_suffix(f".{kind}")) for kind in ("zip", "scorm")}
    options = [each for option in beside.items() for each in option]
    made = CliRunner().invoke(main, ["site", "--out", str(to), "--no-figures", *options])
    written = " and ".join([str(to), *beside.values()])
    assert (made.exit_code, made.output) == (0, f"Wrote the site to {written}.\n")
    return to
