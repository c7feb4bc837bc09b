"""The window in use: what other colours and another language cost, and how long the window stands still for a sort.

All pages have been opened. The floor of the first two is a bare window with as many labels and buttons, which is given
a palette or other texts; that of a sort is the same window while nothing is asked of it.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import replace
from itertools import cycle, islice, pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from checkin import settings
from checkin.app import Program
from checkin.settings import Palette
from checkin.ui.main_window import PAGES
from checkin.ui.reports.reports_page import ReportsPage
from tests.benchmarks import event_files
from tests.benchmarks.figures import Goal, Pair, say, show, show_beside_floor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHANGES = 12
_QUIET_SECONDS = 1.0
_AT_MOST_SECONDS = 120.0
_PALETTES = (Palette.DARK, Palette.CONTRAST, Palette.LIGHT)
_LANGUAGES = ("fr", "km", "zh", "en")
_COLOURS = ("black", "white", "navy")


def settings_applied(size: int, runs: int) -> None:
    """From the choice to the last widget painted."""
    with a_program(size) as program:
        here = program.preferences.here
        palettes = [replace(here, palette=palette) for palette in islice(cycle(_PALETTES), CHANGES)]
        languages = [replace(here, language=code) for code in islice(cycle(_LANGUAGES), CHANGES)]
        say(f"{len(program.window.findChildren(QWidget))} widgets")
        bare = _bare_window(program.window)
        for name, chosen, floor, limit in (
            ("palette", palettes, _dyed, 100),
            ("language", languages, _labelled, 300),
        ):
            pairs = []
            for _ in range(runs):
                pair = Pair()
                for number, each in enumerate(chosen):
                    pair.take(
                        lambda each=each: _chosen(program, each),
                        lambda number=number, floor=floor: floor(bare, number),
                    )
                pairs.append(pair)
            show_beside_floor(f"{name} {size}", pairs, 50)
            show_beside_floor(f"{name} {size}", pairs, 100, goal=Goal(limit))
        bare.close()


def sorted_by_heading(size: int, runs: int) -> None:
    """The attendance of everybody is put in another order by a click on the first, the middle and the last heading."""
    with a_program(size) as program:
        program.window.open_page(next(n for n, entry in enumerate(PAGES) if entry.module == "reports"))
        page = program.window.page
        assert isinstance(page, ReportsPage)
        table = page.view.rows
        wait_until(lambda: table.model().rowCount() > 0)
        idle = longest_stop(quiet())
        stops, waits = [], []
        count = table.model().columnCount()
        for column in (0, count // 2, count - 1) * runs:
            known: list[object] = []
            listening = page.work.preview_known.connect(known.append)
            began = time.perf_counter()
            table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
            stops.append(longest_stop(lambda known=known: bool(known)))
            waits.append(time.perf_counter() - began)
            page.work.preview_known.disconnect(listening)
        show(f"sort {size} longest stop of the window", 1000 * max(stops), "ms", Goal(100))
        show(f"sort {size} longest stop of the window floor", 1000 * idle, "ms")
        show(f"sort {size} click to rows", 1000 * max(waits), "ms")


@contextmanager
def a_program(size: int) -> Iterator[Program]:
    """The program with every page opened once, and nothing left to do."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with event_files.copy_of(event_files.of_size(size)) as file:
        path = file.path
        file.close()
        here = replace(
            settings.load(), language="en", palette=Palette.LIGHT, desk_name="Desk", operator="Dara"
        )
        program = Program(app, here)
        program.show(path)
        try:
            wait_until(lambda: program.window.page is not None)
            for number in range(len(PAGES)):
                program.window.open_page(number)
                wait_until(quiet())
            yield program
        finally:
            program.window.close()
            program.close()
            program.window.deleteLater()
            app.processEvents()


def _chosen(program: Program, here: settings.Settings) -> None:
    program.preferences.choose(here)
    QApplication.processEvents()


def _bare_window(like: QWidget) -> QWidget:
    """As many labels and buttons as this window has, in a column, as many of them in sight as fit."""
    bare = QWidget()
    column = QVBoxLayout(bare)
    for label in like.findChildren(QLabel):
        column.addWidget(QLabel(label.text()))
    for button in like.findChildren(QAbstractButton):
        column.addWidget(QPushButton(button.text()))
    bare.resize(like.size())
    bare.show()
    QApplication.processEvents()
    return bare


def _dyed(bare: QWidget, number: int) -> None:
    bare.setPalette(QPalette(QColor(_COLOURS[number % len(_COLOURS)])))
    QApplication.processEvents()


def _labelled(bare: QWidget, number: int) -> None:
    for widget in bare.children():
        if isinstance(widget, QLabel | QAbstractButton):
            widget.setText(f"{widget.text()[:20]} {number}")
    QApplication.processEvents()


def quiet() -> Callable[[], bool]:
    """Whether a second has passed since this was asked for."""
    until = time.perf_counter() + _QUIET_SECONDS
    return lambda: time.perf_counter() > until


def wait_until(is_so: Callable[[], bool]) -> None:
    longest_stop(is_so)


def longest_stop(is_so: Callable[[], bool]) -> float:
    """The longest time in seconds for which no event was heard, until it is so."""
    heard = [time.perf_counter()]
    until = heard[0] + _AT_MOST_SECONDS
    while not is_so():
        QApplication.processEvents()
        heard.append(time.perf_counter())
        if heard[-1] > until:
            message = f"not in {_AT_MOST_SECONDS:g} seconds"
            raise TimeoutError(message)
    return max((after - before for before, after in pairwise(heard)), default=0.0)
