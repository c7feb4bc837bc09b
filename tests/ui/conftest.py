"""What tests of the window have: the program's own fonts, so that widths are everywhere the same; a whole program."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from checkin import settings
from checkin.app import Program
from checkin.desk.demo import make_demo
from checkin.pictures.stage import DESK, Stage
from checkin.ui.theme import register_name_fonts, register_window_fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


_STAYS_NEW: Final = timedelta(minutes=3)
"""How long a demo is as good as one made now: its opening starts 15 to 20 minutes after it was made."""


@pytest.fixture(scope="session")
def new_demo(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Gives the event file of a demo that was made some moments ago, to be copied: making one takes seconds."""
    made: list[tuple[datetime, Path]] = []

    def give() -> Path:
        now = datetime.now(UTC)
        if not made or now - made[-1][0] > _STAYS_NEW:
            made.append((now, make_demo(tmp_path_factory.mktemp("demo"), now)))
        return made[-1][1]

    return give


@pytest.fixture
def demo_event(new_demo: Callable[[], Path], tmp_path: Path) -> Path:
    """The event file of a demo, which nobody has open."""
    return shutil.copyfile(new_demo(), tmp_path / "forum.event")


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    register_window_fonts(qapp)
    register_name_fonts()
    return qapp


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.chdir(tmp_path)
    here = replace(
        settings.load(), desk_name=DESK.station, operator=DESK.operator, pdf_folder="Badges", language="en"
    )
    palette, style = qapp.palette(), qapp.styleSheet()
    program = Program(qapp, here)
    stage = Stage(program)
    stage.begin()
    yield stage
    program.look.grow(100)
    program.close()
    program.window.close()
    program.window.deleteLater()
    qapp.setPalette(palette)
    qapp.setStyleSheet(style)
