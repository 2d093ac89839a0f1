"""What every test can ask for."""

import pytest

from okin_lib.doctrine.case import Case, load_case


@pytest.fixture(scope="session")
def case() -> Case:
    return load_case()
