"""What the public face costs in a cold process, beside Python itself and what it stands on.

Each is a process of its own, timed from outside; what Python takes to start is printed first and
is part of each. The targets are 60 ms for the import, Python's start left out, and 250 ms for the
first analysis, all told.

    python benchmarks/face.py
"""

import subprocess
import sys
from statistics import median
from time import perf_counter

RUNS = 7
COLD = {
    "python, nothing asked of it": "pass",
    "import attrs, jinja2": "import attrs, jinja2",
    "import okin_lib": "import okin_lib",
    "okin_lib.analyze()": "import okin_lib; okin_lib.analyze()",
}


def cold(code: str) -> float:
    """Return how many milliseconds a new Python takes for ``code``."""
    before = perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return (perf_counter() - before) * 1000


def main() -> None:
    for name, code in COLD.items():
        cold(code)  # what is compiled beside the sources is there from now on
        taken = [cold(code) for _ in range(RUNS)]
        print(f"{name:30} least {min(taken):5.0f} ms, median {median(taken):5.0f} ms")


if __name__ == "__main__":
    main()
