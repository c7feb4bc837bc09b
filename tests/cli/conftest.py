"""The event files and the computer of the command line's tests."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import Computer
from tests.cli.seminar import LIST, definition

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A seminar whose doors are open now, and the eight people of its list."""
    folder = tmp_path_factory.mktemp("seminar")
    (folder / "seminar.toml").write_text(definition(), encoding="utf-8")
    (folder / "list.csv").write_text(LIST, encoding="utf-8")
    computer = Computer(folder / "home")
    computer.does("new", folder / "seminar.event", "--from", folder / "seminar.toml", "--operator", "Dara")
    computer.does("import", folder / "seminar.event", folder / "list.csv", "--operator", "Dara")
    return folder / "seminar.event"


@pytest.fixture
def event(template: Path, tmp_path: Path) -> Path:
    """A copy of the seminar's event file, which nobody has open."""
    path = tmp_path / "seminar.event"
    shutil.copyfile(template, path)
    return path


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    """A computer on which the program was never started."""
    return Computer(tmp_path / "home")
