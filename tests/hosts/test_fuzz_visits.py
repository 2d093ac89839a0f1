"""Hostile visits to the real server: it answers in time, its log stays clean, no kernel stays."""

import random
import subprocess
import sys
from urllib.parse import quote
from urllib.request import urlopen

import psutil
import pytest

from okin_lib.hosts.serve import notebooks
from tests.servers import kernels

VISITS = 40
MARK = "<script>alert(86)</script>"
NAMES = ["s", "template", "theme", "classic-tree", "token"]
VALUES = [MARK, f'">{MARK}', "nonexistent", "../lab", "\0", "x" * 50_000, "%%%"]
SERVE = """
from pathlib import Path
from okin_lib.hosts.serve import serve
from okin_lib.hosts.server import kernels, policy
kernels.Kernels.never_joined_timeout.default_value = 10
policy.BETWEEN_LOOKS = 1
serve(Path({folder!r}), ip="127.0.0.1")
"""


@pytest.mark.long
def test_fuzz_hostile_visits(tmp_path) -> None:
    chance = random.Random(40)
    code = SERVE.format(folder=str(notebooks()))
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with subprocess.Popen([sys.executable, "-u", "-c", code], cwd=tmp_path, **pipes) as server:
        try:
            url = server.stdout.readline().split()[1]
            for _ in range(VISITS):
                query = f"{chance.choice(NAMES)}={quote(chance.choice(VALUES))}"
                address = f"{url}voila/render/10_whole_board.ipynb?{query}"
                with urlopen(address, timeout=20) as answer:
                    page = answer.read().decode()
                assert MARK not in page
                assert 'id="quick-exit"' in page
            psutil.wait_procs(kernels(server.pid), timeout=60)
            assert kernels(server.pid) == set()
        finally:
            server.terminate()
            said = server.stdout.read()
    assert said == ""
