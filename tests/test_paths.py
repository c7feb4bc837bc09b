"""Where this computer keeps what belongs to no event."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checkin import paths

if TYPE_CHECKING:
    import pytest

_FOLDERS = (paths.config_folder, paths.data_folder, paths.log_folder)


def test_one_variable_moves_every_folder(home: Path) -> None:
    assert {folder().parent for folder in _FOLDERS} == {home}


def test_a_home_that_is_relative_means_the_folder_of_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHECKIN_HOME", "stick")

    assert paths.data_folder() == tmp_path / "stick" / "data"


def test_without_it_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHECKIN_HOME")

    assert all(folder().is_relative_to(Path.home()) for folder in _FOLDERS)
    assert len({folder() for folder in _FOLDERS}) == 3
