"""What every test can ask for."""

import pytest
from hypothesis import settings

from okin_lib.doctrine.case import Case
from okin_lib.lessons.installed import load_case

settings.register_profile("long", max_examples=1_000, derandomize=True, deadline=None)


@pytest.fixture(scope="session")
def case() -> Case:
    return load_case()
