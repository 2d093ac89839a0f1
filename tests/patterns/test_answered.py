"""What share of partial patterns is answered is measured alike each time."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "scripts" / "answered.py"


def measured(seed: str) -> str:
    command = [sys.executable, str(SCRIPT), "4", "10", seed]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_the_same_seed_gives_the_same_table_of_every_claim_and_element(case):
    table = measured("1")
    assert table == measured("1") != measured("2")
    rows = {line.split()[0] for line in table.splitlines() if line.endswith("%")}
    claims = {claim.id for claim in case.doctrine.claims if claim.parts is not None}
    assert rows == {"every", *claims, *(element.id for element in case.doctrine.elements)}
