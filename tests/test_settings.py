"""This computer's settings: made once, written whole, and never a reason for a desk not to open."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checkin import settings
from checkin.errors import CheckinError
from checkin.settings import Palette

if TYPE_CHECKING:
    from pathlib import Path


def test_the_first_start_makes_settings_and_the_next_one_finds_them() -> None:
    first = settings.load()
    second = settings.load()

    assert first == second
    assert first.backup_minutes == 10


def test_two_computers_are_two_desks(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = settings.load()
    monkeypatch.setenv("CHECKIN_HOME", str(home / "other computer"))
    there = settings.load()

    assert here.desk_id != there.desk_id


def test_what_was_saved_is_loaded() -> None:
    wanted = replace(
        settings.load(),
        desk_name="តុ ២",
        operator="CHEA Vanna",
        printer="QL-1110",
        pdf_folder="C:\\badges",
        backup_minutes=0,
        language="km",
        palette=Palette.CONTRAST,
    )
    settings.save(wanted)

    assert settings.load() == wanted


@pytest.mark.parametrize(
    "line",
    [
        'backup_minutes = "ten"',
        "backup_minutes = -1",
        "backup_minutes = true",
        'palette = "pink"',
        "operator = 7",
        "language = [",
    ],
)
@pytest.mark.logs_warnings("a damaged settings file is worth a line in the log")
def test_a_damaged_file_keeps_the_desk_and_is_put_aside(line: str) -> None:
    before = settings.load()
    damaged = f'desk_id = "{before.desk_id}"\n{line}\n'
    settings.settings_file().write_text(damaged, encoding="utf-8")
    after = settings.load()

    assert after == before
    assert settings.load() == before
    kept = list(settings.settings_file().parent.glob("settings.damaged-*.toml"))
    assert [file.read_text(encoding="utf-8") for file in kept] == [damaged]


@pytest.mark.logs_warnings("a damaged settings file is worth a line in the log")
def test_what_can_be_read_of_a_damaged_file_is_used() -> None:
    before = settings.load()
    settings.settings_file().write_text(
        f'desk_id = "{before.desk_id}"\nprinter = "QL-1110"\nbackup_minutes = "ten"\n', encoding="utf-8"
    )

    assert settings.load() == replace(before, printer="QL-1110")


@pytest.mark.parametrize("content", [b"\x00" * 400, "desk_id = é".encode("utf-16"), b'desk_id = "../../etc"'])
@pytest.mark.logs_warnings("a damaged settings file is worth a line in the log")
def test_a_file_of_rubbish_is_a_first_start(content: bytes) -> None:
    before = settings.load()
    settings.settings_file().write_bytes(content)
    after = settings.load()

    assert after.desk_id != before.desk_id
    assert settings.load() == after


def test_a_setting_of_a_newer_program_is_passed_over() -> None:
    before = settings.load()
    with settings.settings_file().open("a", encoding="utf-8") as file:
        file.write('scanner = "COM3"\n')

    assert settings.load() == before


def test_where_the_folder_cannot_be_made_the_desk_works_with_its_defaults(home: Path) -> None:
    (home / "config").write_text("a file where the folder should be", encoding="utf-8")
    told = settings.in_order()

    assert told is not None
    assert "cannot be read or written" in told.title
    assert str(home / "config") in told.message
    assert settings.load() == settings.load() == settings.Settings(settings.load().desk_id)


def test_there_settings_that_are_chosen_are_not_silently_lost(home: Path) -> None:
    (home / "config").write_text("a file where the folder should be", encoding="utf-8")

    with pytest.raises(CheckinError, match="cannot be read or written"):
        settings.save(settings.load())


@pytest.mark.parametrize(
    "line",
    [
        f"a = {'[' * 50_000}",
        f"backup_minutes = {'9' * 5000}",
        "backup_minutes = 99999999999",
        f"a{'.a' * 100_000} = 1",
        f'operator = "{"x" * 100_000}"',
        "operator = 0001-01-01",
    ],
    ids=["deep", "digits", "minutes", "parts", "long", "year 1"],
)
@pytest.mark.logs_warnings("a damaged settings file is worth a line in the log")
def test_whatever_the_file_holds_it_is_told_once_and_the_desk_works(line: str) -> None:
    before = settings.load()
    settings.settings_file().write_text(f'desk_id = "{before.desk_id}"\n{line}\n', encoding="utf-8")
    told = settings.in_order()

    assert told is not None
    assert str(settings.settings_file()) in told.message
    assert settings.in_order() is None
    assert settings.load() == before


@pytest.mark.logs_warnings("a damaged settings file is worth a line in the log")
def test_a_folder_in_the_place_of_the_settings_is_put_aside() -> None:
    settings.settings_file().mkdir(parents=True)
    told = settings.in_order()

    assert told is not None
    assert settings.in_order() is None
    assert settings.load() == settings.load()


def test_the_first_start_tells_nothing() -> None:
    assert settings.in_order() is None


def test_an_operator_in_the_settings_has_no_control_characters() -> None:
    before = settings.load()
    settings.save(replace(before, operator="CHEA\x1b[31m\u202e Vanna"))

    assert settings.load().operator == "CHEA[31m Vanna"


def test_programs_that_start_at_the_same_moment_agree_on_the_desk() -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        desks = pool.map(_desk_id, range(8), chunksize=1)

    assert len(set(desks)) == 1


def _desk_id(_start: int) -> str:
    return settings.load().desk_id
