"""How long `okin receipts` takes on a class: 115 receipts, and five files that are none.

The whole command is timed, from a cold process to the table. The target is 5 s.

    PYTHONPATH=. python benchmarks/receipts.py
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from measuring.told import met

from tests.lessons.handing_in import class_of_120

TARGET = 5


def main() -> None:
    with TemporaryDirectory() as at:
        folder, to = Path(at), Path(at) / "out.csv"
        class_of_120(folder)
        before = perf_counter()
        command = [sys.executable, "-m", "okin_lib", "receipts", at, "--csv", str(to)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        taken = perf_counter() - before
        rows, refused = len(to.read_text("utf-8").splitlines()) - 1, done.stderr.splitlines()
    print(
        f"{rows} rows, {len(refused)} refused: {taken:.2f} s ({met(taken <= TARGET)}: {TARGET} s)"
    )


if __name__ == "__main__":
    main()
