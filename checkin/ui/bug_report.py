"""Reports of faults (bugs) in the program itself.

A fault is logged and shown in a window, with a text to copy; the desk keeps running.
"""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout

from checkin import __version__, logs
from checkin.ui.appearance import Dressed
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

    from checkin.ui.appearance import Appearance

_LOG = logging.getLogger(__name__)


def report_of(fault: BaseException) -> str:
    """The report on a fault: the versions in use, and where in the program the fault happened.

    It never contains the fault's own text or any value, because these may name a person.
    """
    lines = [
        f"checkin {__version__}, Python {platform.python_version()}, Qt {qt_version}, {platform.platform()}",
        *_chain(fault),
    ]
    return "\n".join(lines)


def _chain(fault: BaseException) -> list[str]:
    earlier = fault.__cause__ or fault.__context__
    before = [*_chain(earlier), ""] if earlier is not None else []
    places = [
        f"  {'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(fault.__traceback__)
    ]
    return [*before, type(fault).__qualname__, *places]


class BugReports(QObject):
    """Logs faults (bugs) of the program, and shows a report on them in a window.

    The first fault opens the window; later faults are added to the window while it is open.
    """

    def __init__(self, look: Appearance, window: QWidget, parent: QObject | None = None) -> None:
        """Prepare to report faults; the reports are shown in front of `window`."""
        super().__init__(parent)
        self._look = look
        self._window = window
        self._dialog: _Dialog | None = None

    def take_uncaught(self) -> None:
        """Set Python's `sys.excepthook`, so that an exception that no code has caught is reported too."""
        sys.excepthook = self._on_uncaught

    def take(self, fault: BaseException) -> None:
        """Log the fault and show its report."""
        report = report_of(fault)
        _LOG.error("a fault of the program\n%s", report)
        if self._dialog is not None:
            self._dialog.add(report)
            return
        self._dialog = _Dialog(self._look, report, self._window)
        self._dialog.finished.connect(self._on_closed)
        self._dialog.show()

    def _on_closed(self) -> None:
        self._dialog = None

    def _on_uncaught(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self.take(fault.with_traceback(trace))


class _Dialog(QDialog, Dressed):
    """The window that shows the reports of faults. It is not modal: scans and arrivals go on while it is open."""

    def __init__(self, look: Appearance, report: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.resize(640, 360)
        self._told = PlainLabel(wordWrap=True)
        self._report = QPlainTextEdit(report, readOnly=True)
        where = PlainLabel(str(logs.log_file()))
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._close = buttons.button(QDialogButtonBox.StandardButton.Close)
        self._close.setIcon(QIcon())
        self._copy = buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self._copy.clicked.connect(lambda: QApplication.clipboard().setText(self._report.toPlainText()))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self._told, self._report, where, buttons):
            column.addWidget(widget)
        look.in_each_language(self._label)

    def add(self, report: str) -> None:
        """Append the report of another fault."""
        self._report.appendPlainText("\n" + report)

    def _label(self) -> None:
        say = self._say
        self.setWindowTitle(say.text("A fault of the program"))
        self._told.setText(
            say.text(
                "Something went wrong inside the program. What was recorded is safe, and you can go on. "
                "This report names no person; please send it to whoever looks after the program:"
            )
        )
        self._report.setAccessibleName(say.text("Report of the fault"))
        self._close.setText(say.text("Close"))
        self._copy.setText(say.text("Copy"))
