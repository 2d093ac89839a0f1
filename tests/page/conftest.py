"""Analyses that several of the views show."""

import pytest

from okin_lib.reasoning.scenario import scenario
from tests.page.shown import CLAIMS, analyze


@pytest.fixture(scope="module")
def record(case):
    return analyze(case, scenario(case))


@pytest.fixture(scope="module")
def elements(case):
    return [element for element in case.doctrine.elements if element.claim in CLAIMS]


@pytest.fixture(scope="module")
def without_football(case):
    return analyze(case, scenario(case, without=["football-talk"]))
