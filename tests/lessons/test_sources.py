"""All that ships is read and verified together, and everything wrong is told at once."""

import shutil

import attrs
import pytest

from okin_lib.doctrine.compiled import with_studies
from okin_lib.instruments.jury.data import JURY
from okin_lib.instruments.statute.data import STATUTE
from okin_lib.lessons.installed import PACKAGE
from okin_lib.lessons.sources import MISCONCEPTIONS, STUDIES, TEACHING, counted, read_lessons
from okin_lib.record.placed import DataError

DISPUTES = "record/disputes.yaml"


@pytest.fixture
def root(tmp_path):
    for name in (DISPUTES, *(study.file for study in STUDIES)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PACKAGE / name, tmp_path / name)
    return tmp_path


def test_the_installed_files_are_sound(case):
    lines = counted(case)
    assert all(line in lines for study in STUDIES for line in study.counted(case))
    assert not any(line.endswith(": 0") for line in lines)


def test_what_is_wrong_in_each_file_is_told_at_once(case, root):
    (root / STATUTE.file).unlink()
    (root / JURY.file).write_text("notes: []\n", "utf-8")
    with pytest.raises(DataError) as refused:
        with_studies(root, case, STUDIES)
    assert "no such file" in str(refused.value)
    assert "'questions' is missing" in str(refused.value)


@pytest.mark.parametrize("study", [MISCONCEPTIONS, TEACHING], ids=lambda study: study.file)
def test_what_is_said_of_a_notebook_that_there_is_not_is_found_with_its_line(case, root, study):
    for name in ("lessons", "examples"):
        shutil.copytree(PACKAGE / name, root / name, dirs_exist_ok=True)
    file = root / study.file
    text = file.read_text("utf-8")
    assert "10_whole_board" in text
    file.write_text(text.replace("10_whole_board", "10_whole"), "utf-8")
    with pytest.raises(DataError, match=rf"{study.file}:\d+: there is no notebook '10_whole'"):
        read_lessons(root, case)


def test_studies_are_verified_against_the_case_they_are_for(case):
    facts = tuple(fact for fact in case.record.facts if fact.id != "told-lug-of-blows")
    other = attrs.evolve(case, record=attrs.evolve(case.record, facts=facts))
    with pytest.raises(DataError, match="no fact 'told-lug-of-blows'"):
        with_studies(PACKAGE, other, STUDIES)
