"""What every test can ask for."""

import pytest
from hypothesis import HealthCheck, settings

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
