"""What an instructor can change, and where the notebooks are."""

import os
import socket
from unittest.mock import patch

import pytest
from click.testing import CliRunner
from jupyter_client.manager import start_new_kernel

from okin_lib.cli import main
from okin_lib.hosts import local
from okin_lib.hosts.serve import notebooks
from okin_lib.hosts.server.address import check_free, own_address, written
from okin_lib.hosts.server.home import keep_apart

PLACE = "https://www.example.org/"
NO_PLACES = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//www.example.org/",
    "https:///x",
    "https://a b/",
    "https://name:word@www.example.org/",
    "https://www.example.org:99999/",
    "'https://[::1/'",
    '" https://www.example.org/"',
    '"https://www.example.org/\\njavascript:alert(1)"',
    '"https:\\\\www.example.org/"',
]
CHANGED = f"quick_exit: {PLACE}\ncontent_note: Ours.\nhotline: Also ours.\n"


@pytest.fixture
def instead(tmp_path, monkeypatch):
    """A function that puts a text in the place of our own file."""
    path = tmp_path / "local.yaml"
    monkeypatch.setenv(local.VARIABLE, str(path))
    return lambda text: path.write_text(text, "utf-8")


def test_our_own_texts():
    texts = local.load()
    assert texts["quick_exit"] == "https://www.weather.gov/"
    assert "1-800-799-7233" in texts["hotline"]


def test_an_instructors_texts_stand_in_the_place_of_ours(instead):
    instead(CHANGED)
    assert local.load()["hotline"] == "Also ours."


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (CHANGED.replace("hotline", "hotlien"), "hotlien"),
        *((CHANGED.replace(PLACE, exit), "web address") for exit in NO_PLACES),
        (CHANGED + "{", "local.yaml"),
        ("", "local.yaml"),
    ],
)
def test_a_file_that_is_not_as_ours_is_refused_with_its_name_and_what_is_wrong(
    instead, text, wrong
):
    instead(text)
    with pytest.raises(ValueError, match=wrong) as refused:
        local.load()
    assert "local.yaml" in str(refused.value)


@pytest.mark.parametrize("name", ["local.yaml", "", "/dev/zero", "pipe", "x" * 5000])
def test_what_is_no_file_is_refused(instead, tmp_path, monkeypatch, name):
    assert instead
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setenv(local.VARIABLE, str(tmp_path / name))
    with pytest.raises(ValueError, match="OKIN_LOCAL"):
        local.load()


def test_the_notebooks_are_found():
    assert notebooks().is_dir()


def test_a_port_that_is_taken_is_named_with_the_remedy():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ValueError, match=rf"port {port} is taken.*--port"):
            check_free("127.0.0.1", port)


@pytest.mark.parametrize("command", ["voila", "serve", "lab"])
def test_the_command_says_so_without_a_traceback(command):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = CliRunner().invoke(main, [command, "--port", str(port), "--no-browser"])
    assert (ran.exit_code, f"okin: port {port} is taken" in ran.output) == (2, True)


@pytest.mark.parametrize("ip", ["192.0.2.77", "no such name", "localhost\n"])
def test_an_address_that_is_not_this_machines_is_refused(ip):
    with pytest.raises(ValueError, match="--ip"):
        check_free(ip, None)


@pytest.mark.parametrize("ip", ["localhost", "127.0.0.1", "192.168.0.7"])
def test_others_find_only_a_server_that_listens_for_them(ip):
    assert own_address(ip) == ""
    assert written("::") == written("0.0.0.0") == "localhost"
    assert written("::1") == "[::1]"


def test_the_home_is_not_needed(monkeypatch):
    monkeypatch.setenv("HOME", "/proc/1")
    with patch.dict(os.environ):
        keep_apart()
        written_to = [os.environ[name] for name in ("JUPYTER_DATA_DIR", "IPYTHONDIR")]
        assert not [each for each in written_to if each.startswith("/proc")]
        assert "MPLCONFIGDIR" in os.environ


def test_a_kernel_runs_nothing_of_the_users_as_it_starts(tmp_path, monkeypatch):
    ran = tmp_path / "ran"
    startup = tmp_path / "profile_default" / "startup"
    startup.mkdir(parents=True)
    for program in (startup / "00.py", tmp_path / "startup.py"):
        program.write_text(f"open({str(ran)!r}, 'w')", "utf-8")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.setenv("PYTHONSTARTUP", str(tmp_path / "startup.py"))
    with patch.dict(os.environ):
        keep_apart()
        manager, client = start_new_kernel()
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    assert not ran.exists()
