"""A sweep that several processes share: the same rows in the same order, and a clean end."""

import multiprocessing
import os
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

import okin_lib as okin
from okin_lib.api.in_processes import AHEAD, CHUNK, in_order

ROOT = Path(__file__).parents[2]
SCRIPT = """\
import os, signal
import okin_lib as okin
{guard}
    swept = okin.sweep(okin.facts, years=[1990, 2001], elements="violation", processes=2)
    for n, row in enumerate(swept):
        if n == 60:
            {act}
"""


def run(folder: Path, **parts: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a process group of its own, as a terminal does."""
    script = folder / "script.py"
    script.write_text(SCRIPT.format(**parts), encoding="utf-8")
    return subprocess.run(
        [sys.executable, script],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )


def test_the_rows_are_the_same_whatever_the_number_of_processes(tmp_path):
    alone, shared = (
        okin.sweep(okin.facts, years=[1990, 2001], processes=processes) for processes in (1, 2)
    )
    assert alone == shared
    alone.to_csv(tmp_path / "alone.csv")
    shared.to_csv(tmp_path / "shared.csv")
    assert (tmp_path / "alone.csv").read_bytes() == (tmp_path / "shared.csv").read_bytes()


def test_no_more_is_taken_up_than_is_soon_worked_out():
    without_end = count()
    made = in_order(abs, without_end, processes=2)
    assert [next(made) for _ in range(1000)] == [(n, n) for n in range(1000)]
    assert next(without_end) <= 1000 + CHUNK * (AHEAD * 2 + 1)


def test_who_stops_early_leaves_no_process_behind():
    rows = iter(okin.sweep(okin.facts, elements="violation", processes=2))
    next(rows)
    assert multiprocessing.active_children()
    del rows
    assert not multiprocessing.active_children()


def test_a_process_that_is_killed_is_said():
    rows = iter(okin.sweep(okin.facts, years=range(1985, 2000), processes=2))
    next(rows)
    for each in multiprocessing.active_children():
        each.kill()
    with pytest.raises(RuntimeError, match="a process ended before its work was done"):
        list(rows)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups here")
def test_ctrl_c_ends_all_of_them_with_one_word(tmp_path):
    ended = run(
        tmp_path, guard="if __name__ == '__main__':", act="os.killpg(os.getpgid(0), signal.SIGINT)"
    )
    assert ended.returncode == -signal.SIGINT
    assert ended.stderr.count("Traceback") == 1
    assert ended.stderr.rstrip().endswith("KeyboardInterrupt")


def test_a_script_that_every_process_would_run_again_is_told_so(tmp_path):
    ended = run(tmp_path, guard="if True:", act="pass")
    assert ended.returncode == 1
    assert "outside `if __name__ == '__main__':`" in ended.stderr
