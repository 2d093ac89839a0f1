"""A hub as deploy/hub/ has it, with users of this machine that are made for it and deleted."""

import grp
import os
import pwd
import re
import secrets
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
from attrs import field, frozen
from playwright.sync_api import Browser, Page

from tests.browser.conftest import VIEWPORT, free_port
from tests.packaging.conftest import ROOT

DEPLOYED = ROOT / "deploy" / "hub" / "jupyterhub_config.py"
GROUP, NAMES = "okin-test", ("okin-test-a", "okin-test-b")
STARTED_WITHIN = 90_000
# What differs: ports that are free, who may log in, how soon it is seen who is idle, and that all
# that is theirs is in their homes, which are deleted.
CONFIG = """
import pwd
load_subconfig({deployed!r})
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_port = {hub_port}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api_port}"
c.LocalAuthenticator.allowed_groups = {{{group!r}}}
c.JupyterHub.last_activity_interval = 1
c.Spawner.environment["JUPYTERHUB_ACTIVITY_INTERVAL"] = "1"
c.Spawner.environment["TMPDIR"] = lambda spawner: pwd.getpwnam(spawner.user.name).pw_dir
"""


@frozen
class User:
    """A user of this machine."""

    name: str
    password: str = field(factory=secrets.token_urlsafe, repr=False)

    @property
    def home(self) -> Path:
        return Path(pwd.getpwnam(self.name).pw_dir)

    def processes(self) -> list[psutil.Process]:
        """Return what runs as them."""
        uid, found = pwd.getpwnam(self.name).pw_uid, []
        for process in psutil.process_iter():
            with suppress(psutil.NoSuchProcess):
                if process.uids().real == uid and process.status() != psutil.STATUS_ZOMBIE:
                    found.append(process)
        return found

    def takes(self) -> str:
        """Say what that takes."""
        return taken(self.processes())

    def socket(self) -> str:
        """Return where their Voila listens."""
        commands = (each.cmdline() for each in self.processes())
        return next(each[each.index("--socket") + 1] for each in commands if "--socket" in each)

    def runs(self, python: Path, code: str) -> str:
        """Return the last line of what Python says that runs ``code`` as them."""
        ran = subprocess.run(
            [python, "-I", "-c", code],
            user=self.name, group=GROUP, extra_groups=[], cwd="/",
            capture_output=True, text=True,
        )  # fmt: skip
        return (ran.stdout + ran.stderr).strip().splitlines()[-1]


def taken(processes: list[psutil.Process]) -> str:
    """Say how much memory they have, of what is shared their part, and how long they computed."""
    megabytes = sum(each.memory_full_info().pss for each in processes) / 1e6
    seconds = sum(sum(each.cpu_times()[:2]) for each in processes)
    return f"{megabytes:.0f} MB, and so far {seconds:.0f} s of a core"


@contextmanager
def users() -> Iterator[tuple[User, ...]]:
    """Make the users; delete them, and all that is theirs."""
    _delete()
    subprocess.run(["groupadd", GROUP], check=True)
    made = tuple(map(User, NAMES))
    try:
        for user in made:
            subprocess.run(["useradd", "--create-home", "--gid", GROUP, user.name], check=True)
            said = f"{user.name}:{user.password}"
            subprocess.run(["chpasswd"], input=said, text=True, check=True)
        yield made
    finally:
        _delete()


def _delete() -> None:
    for name in NAMES:
        with suppress(KeyError):  # there is none
            left = User(name).processes()
            for process in left:
                process.kill()
            psutil.wait_procs(left)
            subprocess.run(["userdel", "--remove", name], check=True, stderr=subprocess.DEVNULL)
    with suppress(KeyError):
        grp.getgrnam(GROUP)
        subprocess.run(["groupdel", GROUP], check=True)


@frozen
class Hub:
    """A running hub."""

    url: str
    process: psutil.Process
    users: tuple[User, ...]

    def of(self, user: User) -> str:
        """Return the address of a user's server."""
        return f"{self.url}user/{user.name}/"

    def logged_in(self, browser: Browser, user: User) -> Page:
        """Return a page of a browser of the user's own, once it shows what opens for them."""
        page = browser.new_context(viewport=VIEWPORT).new_page()
        page.goto(self.url)
        page.get_by_label("Username").fill(user.name)
        page.get_by_label("Password").fill(user.password)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{self.of(user)}okin/", timeout=STARTED_WITHIN)
        return page

    def takes(self) -> str:
        """Say what the hub, its proxy and its culler take."""
        ours = [each for each in self.process.children() if each.uids() == self.process.uids()]
        return taken([self.process, *ours])

    def culler(self, *sooner: str) -> subprocess.Popen[bytes]:
        """Start a culler as the hub has one, with its rights, which waits less long."""
        (theirs,) = (
            each for each in self.process.children() if "jupyterhub_idle_culler" in each.cmdline()
        )
        command = [part for part in theirs.cmdline() if not part.startswith("--timeout")]
        return subprocess.Popen([*command, *sooner], env=theirs.environ())


@contextmanager
def hub(commands: Path, folder: Path, made: tuple[User, ...]) -> Iterator[Hub]:
    """Run a hub in ``folder``, for the users that are made.

    Parameters
    ----------
    commands : Path
        Those of the environment that it is installed in.
    """
    port, hub_port, api_port = free_port(), free_port(), free_port()
    config = folder / "jupyterhub_config.py"
    said = {"port": port, "hub_port": hub_port, "api_port": api_port}
    config.write_text(CONFIG.format(deployed=str(DEPLOYED), group=GROUP, **said), "utf-8")
    run = [commands / "jupyterhub", "--config", config]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    kept = {key: value for key, value in os.environ.items() if not key.startswith("JUPYTER")}
    kept.pop("PYTHONPATH", None)
    with subprocess.Popen(run, cwd=folder, env=kept, **pipes) as process:
        lines = []
        for line in process.stdout:
            lines.append(line)
            if re.search("JupyterHub is now running", line):
                break
        else:
            raise AssertionError("".join(lines))
        log = threading.Thread(target=lambda: lines.extend(process.stdout))
        log.start()
        try:
            yield Hub(f"http://127.0.0.1:{port}/", psutil.Process(process.pid), made)
        finally:
            process.terminate()
            log.join()
            print("".join(lines))
