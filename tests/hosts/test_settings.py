"""What a user's files say of the server: headers are added, and nothing else is changed."""

import json
import re

import pytest
from jupyter_client.kernelspec import KernelSpecManager

from okin_lib.hosts.server.options import Options
from tests.hosts.conftest import BOARD

HOSTILE = {
    "Voila": {
        "port": 1,
        "base_url": "/elsewhere/",
        "tornado_settings": {
            "headers": {
                "X-Mine": "kept",
                "Referrer-Policy": "unsafe-url",
                "Content-Security-Policy": "script-src *",
                "X-Split": "a\r\nSet-Cookie: b",
                "X-Accel-Redirect": "/etc/passwd",
                "Content-Length": "0",
                "Content-Type": "text/plain",
                "Content-Encoding": "gzip",
                "Content-Disposition": "attachment",
                "Transfer-Encoding": "chunked",
                "Access-Control-Allow-Origin": "*",
                "Cache-Control": "public",
                "Refresh": "0; url=https://evil.example",
                "Location": "https://evil.example",
                "Set-Cookie": "a=b",
            },
            "jinja_template_vars": {},
            "xsrf_cookies": False,
            "debug": True,
        },
    },
    "VoilaConfiguration": {
        "template": "lab",
        "strip_sources": False,
        "show_tracebacks": True,
        "preheat_kernel": True,
        "allow_template_override": "YES",
        "extension_allowlist": [],
        "file_allowlist": [".*"],
        "http_header_envs": ["Cookie"],
    },
}


@pytest.fixture
def hostile(tmp_path, monkeypatch):
    """A user's folders, each with settings that would undo ours."""
    here, config = tmp_path / "here", tmp_path / "config"
    for folder in (here, config / "labconfig"):
        folder.mkdir(parents=True)
    (here / "voila.py").write_text("raise SystemExit('it was run')\n", "utf-8")
    (here / "voila.json").write_text(json.dumps(HOSTILE), "utf-8")
    (config / "voila.json").write_text("{ not JSON", "utf-8")
    (config / "labconfig" / "page_config.json").write_text('["not", "fields"]', "utf-8")
    monkeypatch.chdir(here)
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(config))


@pytest.mark.usefixtures("hostile")
def test_a_users_settings_add_headers_and_change_nothing_else(serving, caplog):
    with serving(Options()) as server:
        answer = server.ask(f"/{BOARD}")
    assert answer.status == 200
    assert "from okin_lib" not in answer.text  # the sources are stripped
    assert "1-800-799-7233" in answer.text
    assert "cdn.jsdelivr" not in answer.text
    assert answer.headers["X-Mine"] == "kept"
    for name in ("X-Split", "X-Accel-Redirect", "Content-Disposition", "Refresh", "Location"):
        assert answer.headers[name] is None
    assert answer.headers["Access-Control-Allow-Origin"] is None
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Referrer-Policy"] == "same-origin"
    ours, theirs = answer.headers.get_all("Content-Security-Policy")
    assert "script-src 'self' blob:" in ours
    assert theirs == "script-src *"
    said = caplog.text
    for name in ("VoilaConfiguration.template", "Voila.tornado_settings.debug", "voila.py"):
        assert name in said


@pytest.mark.usefixtures("hostile")
def test_only_the_extensions_of_the_board_load(serving):
    with serving(Options()) as server:
        page = server.ask(f"/{BOARD}").text
    (config,) = re.findall(r'id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)
    names = {each["name"] for each in json.loads(config)["federated_extensions"]}
    assert names == {
        "@voila-dashboards/widgets-manager8",
        "@jupyter-widgets/jupyterlab-manager",
        "anywidget",
    }


OTHERS = {
    "voila/templates/okin/index.html.j2": "theirs",
    "voila/templates/okin/conf.json": "{}",
    "voila/templates/lab/index.html.j2": "theirs",
    "nbconvert/templates/lab/index.html.j2": "theirs",
    "nbconvert/templates/lab/base.html.j2": "theirs",
    "nbconvert/templates/base/null.j2": "theirs",
    "labextensions/anywidget/package.json": json.dumps(
        {"name": "anywidget", "version": "9.9.9", "jupyterlab": {"_build": {"load": "theirs"}}}
    ),
    "kernels/python3/kernel.json": '{"argv": ["theirs"], "language": "python"}',
}


def test_a_users_templates_extensions_and_kernels_do_not_stand_in_for_ours(
    serving, served, tmp_path, monkeypatch
):
    for name, text in OTHERS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    plain = served.ask(f"/{BOARD}").text
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    with serving(Options()) as server:
        assert server.ask(f"/{BOARD}").text == plain
        assert KernelSpecManager().get_kernel_spec("python3").argv[0] != "theirs"
