"""A fault of the program is told once, without a word about anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from checkin.ui.bug_report import BugReports, report_of
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def a_fault(name: str) -> Exception:
    """A fault whose text names a person, as texts of faults do."""
    try:
        try:
            {}[name]
        except KeyError as fault:
            message = f"{name} is nowhere"
            raise ValueError(message) from fault
    except ValueError as fault:
        return fault


def test_a_report_names_places_and_kinds_and_nobody() -> None:
    report = report_of(a_fault("SOK Sopheap"))

    assert "SOK" not in report
    assert "KeyError" in report
    assert "ValueError" in report
    assert "test_bug_report.py" in report


@pytest.mark.logs_warnings("a fault is logged, that is the story")
def test_faults_are_told_in_one_window_that_holds_nothing_up(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    reports = BugReports(a_look(), window)
    reports.take(a_fault("SOK Sopheap"))
    reports.take(a_fault("CHEA Vanna"))

    dialogs = window.findChildren(QDialog)
    assert len(dialogs) == 1
    assert not dialogs[0].isModal()
    assert dialogs[0].findChildren(QPlainTextEdit)[0].toPlainText().count("ValueError") == 2
    assert "SOK" not in caplog.text

    dialogs[0].reject()
    reports.take(a_fault("KEM Rith"))
    assert len([each for each in window.findChildren(QDialog) if each.isVisible()]) == 1
