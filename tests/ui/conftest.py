"""What tests of the window have: the program's own fonts, so that widths are everywhere the same; a whole program."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checkin import settings
from checkin.app import Program
from checkin.pictures.stage import DESK, Stage
from checkin.ui.theme import register_name_fonts, register_window_fonts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


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
