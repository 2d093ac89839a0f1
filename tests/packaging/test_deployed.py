"""What deploy/ and Binder install is what the project says that it needs."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from jsonschema import Draft7Validator
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tests.packaging.conftest import ROOT

DEPLOY = ROOT / "deploy"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
VALUES = yaml.safe_load((DEPLOY / "z2jh" / "values.yaml").read_text("utf-8"))
IMAGE = (DEPLOY / "z2jh" / "Containerfile").read_text("utf-8")
POST_BUILD = ROOT / "postBuild"


def pins(path: Path) -> dict[str, str]:
    """Return the version of each package that a lock names."""
    found = re.findall(r"^([\w.-]+)==(\S+)", path.read_text("utf-8"), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


HUB = pins(DEPLOY / "hub" / "requirements.txt")


def python_of_conda() -> str:
    (found,) = (each for each in ENVIRONMENT["dependencies"] if str(each).startswith("python="))
    return found.removeprefix("python=")


def test_conda_installs_the_project_and_nothing_that_it_does_not_name() -> None:
    named = [each for each in ENVIRONMENT["dependencies"] if isinstance(each, str)]
    assert named == [f"python={python_of_conda()}", "pip"]
    assert ENVIRONMENT["dependencies"][-1] == {"pip": ["--editable ."]}
    assert ENVIRONMENT["name"] == PROJECT["name"]


def test_its_python_is_one_that_the_project_is_for() -> None:
    assert SpecifierSet(PROJECT["requires-python"]).contains(python_of_conda())
    assert f"Programming Language :: Python :: {python_of_conda()}" in PROJECT["classifiers"]


def test_binder_adds_what_the_project_names_for_a_hub() -> None:
    said = POST_BUILD.read_text("utf-8")
    assert os.access(POST_BUILD, os.X_OK)
    assert re.findall(r"pip install .* '\.\[(\w+)\]'", said) == ["hub"]
    assert [path for path in copied(said, r'^cp -R (.+) "') if not path.is_dir()] == []


def copied(text: str, line: str) -> Iterator[Path]:
    """Yield what is copied from the checkout, of which there is some."""
    found = re.findall(line, text, re.MULTILINE)
    assert found
    yield from (ROOT / name for names in found for name in names.split())


@pytest.mark.parametrize("needed", [*PROJECT["dependencies"], *EXTRAS["hub"]])
def test_a_hub_installs_a_version_that_the_project_allows(needed: str) -> None:
    requirement = Requirement(needed)
    pinned = HUB[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(pinned, prereleases=True)


def test_a_hub_installs_what_the_tests_run_with() -> None:
    tested = pins(ROOT / "requirements-dev.lock")
    assert {name: HUB[name] for name in HUB.keys() & tested.keys()} == {
        name: tested[name] for name in HUB.keys() & tested.keys()
    }


def test_the_proxy_is_the_one_that_is_locked() -> None:
    folder = DEPLOY / "hub"
    asked = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    locked = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in asked} == asked
    assert [name for name, each in locked.items() if name and "integrity" not in each] == []


def test_the_image_is_made_of_what_is_there_with_the_python_of_conda() -> None:
    assert set(re.findall(r"^FROM \S+/python:([\d.]+)-slim", IMAGE, re.MULTILINE)) == {
        python_of_conda()
    }
    missing = copied(IMAGE, r"^COPY (?!--)(.+) \S+$")
    assert [path for path in missing if not path.exists()] == []
    assert VALUES["singleuser"]["image"]["tag"] == PROJECT["version"]
    for each in ("name", "tag"):
        assert VALUES["singleuser"]["image"][each] in IMAGE


def test_what_the_image_copies_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    """Which it makes before it has the rest of the checkout."""
    before, _, _ = IMAGE.partition("RUN ")
    for path in copied(before, r"^COPY (.+) \S+$"):
        copy = shutil.copytree if path.is_dir() else shutil.copy
        copy(path, tmp_path / path.name)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", tmp_path]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    (made,) = (tmp_path / "dist").glob("*.whl")
    assert set(ZipFile(made).namelist()) == set(ZipFile(wheel).namelist())


@pytest.mark.skipif(
    "Z2JH_SCHEMA" not in os.environ, reason="Z2JH_SCHEMA does not name the schema of the chart"
)
def test_the_values_are_as_the_chart_would_have_them() -> None:
    schema = yaml.safe_load(Path(os.environ["Z2JH_SCHEMA"]).read_text("utf-8"))
    check = Draft7Validator(schema)
    assert [error.message for error in check.iter_errors(VALUES)] == []
    misspelt = VALUES | {"singleuser": {**VALUES["singleuser"], "defaultURL": "/okin/"}}
    assert len(list(check.iter_errors(misspelt))) == 1
