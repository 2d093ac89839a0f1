"""Hostile addresses and headers in great number: nothing of them runs, shows or stays."""

import random
import re
import string
from urllib.parse import quote

import pytest

from okin_lib.hosts.server.options import Options
from tests.hosts.conftest import BOARD

MARK = "<script>alert(86)</script>"
NAMES = ["s", "template", "theme", "classic-tree", "token", "voila", "_xsrf", "path"]
VALUES = [
    MARK,
    f'">{MARK}',
    f"'>{MARK}",
    f"</script>{MARK}",
    f"{{{{7*7}}}}{MARK}",
    "lab",
    "nonexistent",
    "../../../../etc/passwd",
    "javascript:alert(86)",
    "%00",
    "x" * 4000,
    "",
]
HEADERS = ["Referer", "User-Agent", "Cookie", "X-Forwarded-Host", "Origin", "Purpose"]
PLACES = ["/", "/nothing", "/voila/tree/", "/voila/render/nothing.ipynb", "/voila/templates/"]
MANY, PAGES = 2_000, 60


def query(chance: random.Random) -> str:
    noise = "".join(chance.choices(string.printable, k=chance.randrange(20)))
    pairs = [
        f"{chance.choice(NAMES)}={quote(chance.choice([*VALUES, noise]))}"
        for _ in range(chance.randrange(1, 6))
    ]
    return "&".join(pairs)


def headers(chance: random.Random) -> dict[str, str]:
    chosen = chance.sample(HEADERS, chance.randrange(3))
    return {name: chance.choice(VALUES) for name in chosen}


def is_ours(text: str) -> bool:
    """Whether a page has what each of ours has, and nothing that only others have."""
    return 'id="quick-exit"' in text and not re.search(r"cdn\.|cdnjs|tree-lab", text)


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in (1, 2, 3))]
)
def test_fuzz_no_address_and_no_header_changes_a_page(served, seed):
    chance = random.Random(seed)
    for _ in range(MANY // 4):
        address = f"{chance.choice(PLACES)}{quote(chance.choice(['', *VALUES]))}?{query(chance)}"
        sent = headers(chance)
        answer = served.ask(address, chance.choice(["GET", "GET", "HEAD"]), sent)
        assert answer.status in {200, 302, 400, 403, 404}, (address, sent)
        assert MARK not in answer.text, (address, sent)
        assert "script-src 'self' blob:;" in answer.headers["Content-Security-Policy"]
        if answer.text.lstrip().startswith("<!DOCTYPE"):
            assert is_ours(answer.text), (address, sent)


@pytest.mark.long
def test_fuzz_a_page_is_the_same_whatever_is_asked_and_its_kernel_is_told_only_the_query(served):
    chance = random.Random(86)
    plain = served.ask(f"/{BOARD}").text
    for _ in range(PAGES):
        asked, before = query(chance), len(served.started)
        answer = served.ask(f"/{BOARD}?{asked}")
        assert answer.text == plain, asked
        assert served.started[before:] == [asked]


@pytest.mark.parametrize("seed", range(8))
def test_fuzz_no_settings_file_changes_a_page(serving, served, tmp_path, monkeypatch, seed):
    chance = random.Random(seed)
    values = ["true", "null", "[]", "{}", '"lab"', "1e999", '"' + MARK.replace('"', "") + '"']
    names = "template resources strip_sources preheat_kernel tornado_settings port prelaunch_hook"
    lines = [f'"{name}": {chance.choice(values)}' for name in names.split()]
    body = f'{{"VoilaConfiguration": {{{", ".join(lines)}}}, "Voila": {{{lines[4]}}}}}'
    broken = body[: chance.randrange(len(body))]
    (tmp_path / "voila.json").write_text(chance.choice([body, broken]), "utf-8")
    plain = served.ask(f"/{BOARD}").text
    monkeypatch.chdir(tmp_path)
    with serving(Options()) as server:
        assert server.ask(f"/{BOARD}").text == plain
