"""The whole program in the process of a test, closed at its end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checkin import app, settings
from checkin.ui.main_window import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


def a_program(qapp: QApplication, folder: Path) -> Iterator[app.Program]:
    """The program, whose badges go into `printed` in this folder. In the end, no lane may have met a fault."""
    here = replace(settings.load(), pdf_folder=str(folder / "printed"), language="en", operator="Bopha")
    settings.save(here)
    palette, style = qapp.palette(), qapp.styleSheet()
    program = app.Program(qapp, here)
    faults: list[Exception] = []
    program.tasks.bug.connect(faults.append)
    yield program
    program.close()
    program.window.close()
    program.window.deleteLater()
    qapp.setPalette(palette)
    qapp.setStyleSheet(style)
    assert not faults, faults


def page_number(module: str) -> int:
    """The number by which the window opens the page of this module of `checkin.ui`."""
    return [entry.module for entry in PAGES].index(module)
