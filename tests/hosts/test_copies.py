"""A learner's own copies of the notebooks."""

import errno
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from okin_lib import cli
from okin_lib.hosts import copies, lab_app, serve, writing
from okin_lib.hosts.copies import MANIFEST, CopyError, copy

ONE, TWO = "01_one.ipynb", "02_two.ipynb"
NEW = "01_one.new.ipynb"


@pytest.fixture
def package(tmp_path) -> Path:
    """The notebooks of a package that cannot be written to, as an installed one."""
    folder = tmp_path / "site-packages" / "notebooks"
    folder.mkdir(parents=True)
    for name in (ONE, TWO):
        (folder / name).write_text(f"{name} as published", "utf-8")
        (folder / name).chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


@pytest.fixture(params=["mine", "a learner's own, für März"])
def folder(tmp_path, request) -> Path:
    return tmp_path / request.param


def publish(package: Path, name: str, text: str) -> None:
    """Put another edition of a notebook into the package."""
    (package / name).chmod(0o644)
    (package / name).write_text(text, "utf-8")


def contents(folder: Path) -> dict[str, str]:
    return {p.name: p.read_text("utf-8") for p in folder.iterdir() if p.name != MANIFEST}


def test_the_first_time_each_notebook_is_copied_and_can_be_written(package, folder):
    lines = copy(package, folder)
    assert lines == [f"Copied {name} to {folder}." for name in (ONE, TWO)]
    assert contents(folder) == contents(package)
    assert all((folder / name).stat().st_mode & 0o200 for name in (ONE, TWO))


@pytest.mark.parametrize("refresh", [False, True])
def test_the_second_time_nothing_is_written(package, folder, refresh):
    copy(package, folder)
    (folder / ONE).write_text("my notes", "utf-8")
    folder.chmod(0o555)
    times = {path: path.stat().st_mtime_ns for path in (folder, *folder.iterdir())}
    assert copy(package, folder, refresh) == [
        f"Kept the notebooks that are in {folder} already: 2."
    ]
    assert {path: path.stat().st_mtime_ns for path in (folder, *folder.iterdir())} == times
    folder.chmod(0o755)


def test_a_copy_is_older_once_the_package_has_another_edition(package, folder):
    copy(package, folder)
    publish(package, ONE, "the second edition")
    _, line = copy(package, folder)
    assert line == (
        f"{ONE} is older than the package's. To put the new one beside it, add --refresh."
    )
    assert contents(folder)[ONE] == f"{ONE} as published"


def test_refresh_puts_each_new_edition_beside_once(package, folder):
    copy(package, folder)
    (folder / ONE).write_text("my notes", "utf-8")
    publish(package, ONE, "the second edition")
    _, line = copy(package, folder, refresh=True)
    assert line == f"{ONE} is older than the package's. The new one was put beside it: {NEW}."
    (folder / NEW).write_text("my notes on the second edition", "utf-8")
    for refresh in (False, True):
        _, line = copy(package, folder, refresh)
        assert line == f"{ONE} is older than the package's. The new one is beside it: {NEW}."
    publish(package, ONE, "the third edition")
    copy(package, folder, refresh=True)
    assert contents(folder) == {
        ONE: "my notes",
        NEW: "my notes on the second edition",
        "01_one.new2.ipynb": "the third edition",
        TWO: f"{TWO} as published",
    }


def written(path):
    """All that tells of a thing but when it was last read: to read a link is not to touch it."""
    found = path.lstat()
    return found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


@pytest.mark.parametrize("standing", ["file", "folder", "link to nowhere"])
def test_what_stands_where_the_new_one_would_go_is_left(package, folder, standing):
    copy(package, folder)
    publish(package, ONE, "the second edition")
    at = folder / NEW
    make = {"file": at.touch, "folder": at.mkdir, "link to nowhere": lambda: at.symlink_to("no")}
    make[standing]()
    before = written(at)
    copy(package, folder, refresh=True)
    assert written(at) == before
    assert (folder / "01_one.new2.ipynb").read_text("utf-8") == "the second edition"


def test_a_copy_that_was_deleted_is_made_again(package, folder):
    copy(package, folder)
    (folder / ONE).unlink()
    assert f"Copied {ONE} to {folder}." in copy(package, folder)


@pytest.mark.parametrize("standing", ["file", "folder", "link", "link to nowhere"])
def test_what_was_there_before_is_never_touched_and_never_called_older(
    package, folder, standing, tmp_path
):
    folder.mkdir()
    at, other = folder / ONE, tmp_path / "other"
    other.write_text("another's", "utf-8")
    make = {
        "file": lambda: at.write_text("mine", "utf-8"),
        "folder": at.mkdir,
        "link": lambda: at.symlink_to(other),
        "link to nowhere": lambda: at.symlink_to("no"),
    }
    make[standing]()
    before = written(at)
    *_, line = copy(package, folder, refresh=True)
    assert line.startswith(f"{ONE} was there before, and may be older")
    assert written(at) == before
    assert other.read_text("utf-8") == "another's"
    assert (folder / NEW).read_text("utf-8") == f"{ONE} as published"


def test_copies_of_which_the_record_is_lost_are_known_by_what_they_hold(package, folder):
    copy(package, folder)
    (folder / MANIFEST).unlink()
    copy(package, folder)
    (folder / ONE).write_text("my notes", "utf-8")
    assert copy(package, folder) == [f"Kept the notebooks that are in {folder} already: 2."]


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_copying_that_is_cut_off_is_finished_the_next_time(package, folder, cut, monkeypatch):
    done = []

    def full(path, data):
        if len(done) == cut - 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        done.append(path)
        writing.write(path, data)

    monkeypatch.setattr(copies, "write", full)
    with pytest.raises(CopyError, match=r"No space left on device.*okin lab FOLDER"):
        copy(package, folder)
    monkeypatch.undo()
    copy(package, folder)
    assert contents(folder) == contents(package)
    assert copy(package, folder) == [f"Kept the notebooks that are in {folder} already: 2."]


def test_a_file_that_cannot_be_written_whole_is_not_written(tmp_path, monkeypatch):
    at = tmp_path / "kept"
    at.write_bytes(b"as it was")

    def full(_self, _to):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        writing.write(at, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
    assert at.read_bytes() == b"as it was"


def test_the_packages_own_folder_is_opened_and_not_copied(package, tmp_path):
    before = contents(package)
    (tmp_path / "link").symlink_to(package)
    for same in (package, tmp_path / "link"):
        assert copy(package, same, refresh=True) == [
            "These are the package's own notebooks: nothing was copied."
        ]
    assert not (package / MANIFEST).exists()
    assert contents(package) == before


def test_a_folder_that_is_none_is_refused_with_the_remedy(package, tmp_path):
    (tmp_path / "file").touch()
    (tmp_path / "nowhere").symlink_to("no")
    (tmp_path / "loop").symlink_to("loop")
    for name in ("file", "file/below", "nowhere", "loop"):
        with pytest.raises(CopyError, match=f"{name}: it is not a folder.*okin lab FOLDER"):
            copy(package, tmp_path / name)


def test_a_folder_that_takes_no_files_is_refused_with_the_remedy(package, folder, monkeypatch):
    def refuse(*_args, **_named):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)  # the superuser may write anywhere
    with pytest.raises(CopyError, match=r"Permission denied.*okin lab FOLDER"):
        copy(package, folder)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"\xff",
        b"[]",
        b"null",
        b'{"editions": []}',
        b'{"editions": {"01_one.ipynb": 3}}',
        b"[" * 50_000,
        b" " * 200_000,
    ],
)
def test_a_record_that_is_not_ours_is_refused_by_name_and_nothing_is_written(
    package, folder, text
):
    folder.mkdir()
    (folder / MANIFEST).write_bytes(text)
    with pytest.raises(CopyError, match=r"\.okin\.json does not say.*Delete that file"):
        copy(package, folder, refresh=True)
    assert contents(folder) == {}
    assert (folder / MANIFEST).read_bytes() == text


def test_a_record_that_is_a_folder_or_a_pipe_is_refused(package, folder):
    folder.mkdir()
    for make in (os.mkdir, os.mkfifo):
        at = folder / MANIFEST
        make(at)
        with pytest.raises(CopyError, match="it is not a file"):
            copy(package, folder)
        (os.rmdir if at.is_dir() else os.unlink)(at)


def test_names_in_the_record_lead_nowhere(package, folder, tmp_path):
    folder.mkdir()
    strange = {"../../etc/passwd": "0" * 64, "/etc/passwd": "", "\x1b[2J": "", ONE: "\x1b[2J"}
    (folder / MANIFEST).write_text(json.dumps({"editions": strange}), "utf-8")
    lines = copy(package, folder, refresh=True)
    assert lines == [f"Copied {name} to {folder}." for name in (ONE, TWO)]
    assert {path.name for path in tmp_path.iterdir()} == {"site-packages", folder.name}


@pytest.fixture
def opened(monkeypatch, package, tmp_path) -> list[tuple]:
    """The arguments with which JupyterLab would have been started, from another folder."""
    calls: list[tuple] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(serve, "notebooks", lambda: package)
    monkeypatch.setattr(lab_app, "lab", lambda *given: calls.append(given))
    return calls


def test_the_command_copies_and_opens_the_copies(opened, tmp_path):
    result = CliRunner().invoke(cli.main, ["lab", "--no-browser"])
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[0] == f"Copied {ONE} to okin-notebooks."
    assert opened == [(tmp_path / "okin-notebooks", None, False)]
    assert (tmp_path / "okin-notebooks" / ONE).exists()


def test_the_command_opens_no_copies_that_cannot_be_made(opened, tmp_path):
    (tmp_path / "file").touch()
    result = CliRunner().invoke(cli.main, ["lab", "file"])
    assert (result.exit_code, opened) == (2, [])
    assert "it is not a folder" in result.output
