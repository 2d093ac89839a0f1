"""The files of deploy/ do what they say: with real proxies, and as systemd reads them."""

import asyncio
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from okin_lib.cli import main
from tests.hosts.running import ENDS_WITHIN, Running, running
from tests.hosts.socket_client import BOARD, Reader, run
from tests.servers import free_port

DEPLOY = Path(__file__).parents[2] / "deploy"
ROOT = DEPLOY.parent
SITE = "http://notebooks.example.edu"
NGINX = """\
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/http.conf;
    server {{
        listen 127.0.0.1:{port};
        include {folder}/location.conf;
    }}
}}
"""
SECRET = "what-a-learner-supposes"


def file(name: str, **changes: str) -> str:
    """A file of deploy/, with other ports and places; each must be there to be changed."""
    text = (DEPLOY / name).read_text("utf-8")
    for old, new in changes.items():
        found = {"port": "127.0.0.1:8866", "log": "/var/log/nginx/okin.log"}.get(old, old)
        assert found in text
        text = text.replace(found, new)
    return text


@contextmanager
def ran(command: list[str], port: int) -> Iterator[None]:
    """Run a proxy until the end, from when it listens."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as proxy:
        try:
            while True:
                assert proxy.poll() is None, proxy.stderr.read().decode()
                try:
                    urlopen(f"http://127.0.0.1:{port}/okin/healthz", timeout=5).close()
                    break
                except HTTPError:
                    break
                except (URLError, OSError):
                    pass
            yield
        finally:
            proxy.terminate()
            proxy.wait(ENDS_WITHIN)


def program(name: str) -> str:
    """The path of a program, which Debian has where only root looks."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    if found is None:
        pytest.skip(f"{name} is not installed, so that its example is not tried")
    return found


@contextmanager
def nginx(folder: Path, location: str, http: str) -> Iterator[str]:
    """Run nginx with the example's own files, as whoever is here; give where its pages are."""
    port = free_port()
    (folder / "http.conf").write_text(http)
    (folder / "location.conf").write_text(location)
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=port))
    command = [program("nginx"), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
    with ran(command, port):
        yield f"http://127.0.0.1:{port}/okin/"


@contextmanager
def caddy(folder: Path, text: str) -> Iterator[str]:
    port = free_port()
    options = "{\n\tadmin off\n\tauto_https off\n}\n"
    text = text.replace("notebooks.example.edu {", f"http://127.0.0.1:{port} {{")
    (folder / "Caddyfile").write_text(options + text)
    command = [program("caddy"), "run", "--config", str(folder / "Caddyfile")]
    with ran(command, port):
        yield f"http://127.0.0.1:{port}/okin/"


@pytest.fixture(scope="module")
def behind() -> Iterator[Running]:
    with running("serve", "--base-url", "/okin/") as server:
        yield server


def asked(url: str, **headers: str) -> tuple[int, str]:
    with urlopen(Request(url, headers=headers), timeout=60) as answer:
        return answer.status, answer.read().decode()


async def toggled(url: str) -> str:
    """Connect as a page of this site does, and take a fact away; return what then is said."""
    site = "/".join(url.split("/")[:3])
    address = f"{url.replace('http', 'ws', 1)}socket"
    reader = Reader(await websocket_connect(HTTPRequest(address, headers={"Origin": site})))
    await reader.send({"open": {"query": "", "states": {}}})
    assert await reader.hears() == {"opened": True}
    act = {"toggle": "football-talk", "value": False}
    await reader.tell(BOARD, "board", {"kind": "event", "seq": 1, "event": act})
    return (await reader.hears())["message"]["regions"]["live"]


async def each_toggled(url: str, pages: int) -> None:
    """Do the same on several pages, which stay connected until all have."""
    for _ in range(pages):
        assert "Without the football conversation" in await toggled(url)


def sockets(server: Running) -> int:
    return sum(each.get("path") == "/okin/socket" for each in server.log.lines)


def complete(url: str) -> None:
    """Fail unless a page and what it asks for are there, under the prefix."""
    status, html = asked(f"{url}{BOARD}?s={SECRET}")
    assert status == 200
    linked = set(re.findall(r'(?:href|src)="(/[^"?]+\.(?:css|js))', html))
    assert linked
    assert all(address.startswith("/okin/") for address in linked)
    site = url.removesuffix("/okin/")
    assert {asked(site + address)[0] for address in linked} == {200}


def walked(url: str) -> None:
    """Fail unless a page, what it asks for, its socket and Voila are there, under the prefix."""
    complete(url)
    assert "Without the football conversation" in run(toggled(url))
    assert asked(url.removesuffix("/"))[0] == 200
    assert json.loads(asked(f"{url}healthz")[1])["status"] == "ready"
    assert "widget-view" in asked(f"{url}voila/render/{BOARD}.ipynb")[1]


async def refused(url: str) -> int:
    """What a page of another site is told."""
    address = f"{url.replace('http', 'ws', 1)}socket"
    try:
        await websocket_connect(HTTPRequest(address, headers={"Origin": SITE}))
    except HTTPClientError as error:
        return error.code
    return 101


def test_behind_nginx_a_page_its_socket_and_voila_work_and_no_query_is_written_down(
    behind, tmp_path
):
    log = tmp_path / "access.log"
    location = file("nginx.conf", port=f"127.0.0.1:{behind.port}", log=str(log))
    with nginx(tmp_path, location, file("nginx-http.conf")) as url:
        walked(url)
        assert asyncio.run(refused(url)) == 403
    said = log.read_text()
    assert f"GET /okin/{BOARD} 200" in said
    assert SECRET not in said
    assert "127.0.0.1" not in said


@pytest.fixture
def www() -> Iterator[Path]:
    """A folder that nginx can read where root has started it, as it cannot one of pytest's."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.long
def test_pages_that_are_files_of_nginx_are_there_without_the_server(tmp_path, www):
    command = ["build", "--out", str(www / "okin"), "--base-url", "/okin/"]
    assert CliRunner().invoke(main, command).exit_code == 0
    log = str(tmp_path / "access.log")
    files = file("nginx-files.conf", log=log, **{"/srv/www": str(www)})
    with running("serve", "--base-url", "/okin/") as server:
        behind = {"port": f"127.0.0.1:{server.port}", "location /okin/": "location @okin"}
        location = files + file("nginx.conf", log=log, **behind)
        with nginx(tmp_path, location, file("nginx-http.conf")) as url:
            walked(url)
            assert SECRET not in Path(log).read_text("utf-8")
            server.process.terminate()
            assert server.process.wait(ENDS_WITHIN) == 0
            complete(url)


@pytest.mark.long
def test_of_several_servers_behind_nginx_any_goes_on_with_a_page_when_one_has_ended(tmp_path):
    """A page comes back with its state, to whichever answers: nothing is shared."""
    with (
        running("serve", "--base-url", "/okin/") as one,
        running("serve", "--base-url", "/okin/") as other,
    ):
        both = {
            "127.0.0.1:8866": "one",
            "127.0.0.1:8867": "other",
        }  # one may have the other's port
        several = file("nginx-several.conf", **both)
        several = several.replace("server one;", f"server 127.0.0.1:{one.port};")
        several = several.replace("server other;", f"server 127.0.0.1:{other.port};")
        location = file("nginx.conf", log=f"{tmp_path}/access.log", **{"127.0.0.1:8866": "$okin"})
        with nginx(tmp_path, location, file("nginx-http.conf") + several) as url:
            run(each_toggled(url, 4))
            assert [sockets(each) for each in (one, other)] == [2, 2]
            for _ in range(2):
                assert "widget-view" in asked(f"{url}voila/render/{BOARD}.ipynb")[1]
            one.process.terminate()
            assert one.process.wait(ENDS_WITHIN) == 0
            complete(url)
            run(each_toggled(url, 4))
            with pytest.raises(HTTPError, match="502"):  # no kernel of it is at the other
                asked(f"{url}voila/render/{BOARD}.ipynb")


def test_behind_caddy_a_page_its_socket_and_voila_work(behind, tmp_path, monkeypatch):
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    with caddy(tmp_path, file("Caddyfile", port=f"127.0.0.1:{behind.port}")) as url:
        walked(url)
        assert asyncio.run(refused(url)) == 403


def test_systemd_understands_its_unit_and_finds_it_little_exposed(tmp_path):
    analyze = program("systemd-analyze")
    unit = tmp_path / "okin.service"
    bare = tmp_path / "okin"
    bare.write_text("#!/bin/sh\n")
    bare.chmod(0o755)
    unit.write_text(file("okin.service", **{"/opt/okin/bin/okin": str(bare)}))
    said = subprocess.run([analyze, "verify", str(unit)], capture_output=True, text=True)
    assert (said.returncode, said.stdout) == (0, "")
    assert str(unit) not in said.stderr
    command = [analyze, "security", "--offline=true", "--threshold=25", str(unit)]
    rated = subprocess.run(command, capture_output=True, text=True)
    assert rated.returncode == 0, rated.stdout[-400:]


def test_the_unit_leaves_to_voila_what_it_looks_for():
    """Without a home it does not start, and without netlink no kernel of it is reached."""
    unit = file("okin.service")
    assert re.search(r"^Environment=HOME=/tmp$", unit, re.MULTILINE)
    families = re.search(r"^RestrictAddressFamilies=(.*)$", unit, re.MULTILINE)[1].split()
    assert {"AF_INET", "AF_INET6", "AF_NETLINK", "AF_UNIX"} == {*families}


def commands() -> list[list[str]]:
    """Each command of ours that the files of deploy/ run, from the name of it on."""
    containers = (DEPLOY / "Containerfile").read_text("utf-8")
    listed = re.search(r"^CMD (\[.*\])$", containers, re.MULTILINE)[1]
    unit = re.search(r"^ExecStart=\S+ (.*)$", file("okin.service"), re.MULTILINE)[1]
    told = re.findall(r": okin (serve .*)$", file("nginx.conf") + file("Caddyfile"), re.MULTILINE)
    return [json.loads(listed), unit.split(), *(each.split() for each in told)]


def test_the_commands_that_the_files_run_are_there(monkeypatch):
    asked = []
    monkeypatch.setattr("okin_lib.hosts.serve.serve", lambda *_, **its: asked.append(its))
    for command in commands():
        ran = CliRunner().invoke(main, command)
        assert (ran.exit_code, ran.output) == (0, "")
        assert (asked[-1]["port"], asked[-1]["log"]) == (8866, "json")
    assert len(asked) == 4


def test_the_container_copies_what_there_is_runs_as_nobody_in_particular_and_asks_its_health():
    text = (DEPLOY / "Containerfile").read_text("utf-8")
    copied = [each.split()[:-1] for each in re.findall(r"^COPY (?!--)(.*)$", text, re.MULTILINE)]
    assert all((ROOT / path).exists() for paths in copied for path in paths)
    assert re.search(r"--constraint (\S+)", text)[1] in copied[0]
    assert text.index("USER okin") < text.index("ENTRYPOINT")
    assert "http://127.0.0.1:8866/healthz" in text
    assert "HEALTHCHECK" not in text or "podman build --format docker " in text  # OCI has none
    for program_of_the_build in re.findall(r"/opt/okin/bin/(\w+)", text):
        assert program_of_the_build in {"pip", "python", "okin"}


def test_the_page_shows_the_files_themselves():
    page = (ROOT / "docs" / "deploy.md").read_text("utf-8")
    shown = set(re.findall(r"literalinclude} \.\./deploy/(\S+)", page))
    assert shown == {path.name for path in DEPLOY.iterdir() if path.is_file()}
