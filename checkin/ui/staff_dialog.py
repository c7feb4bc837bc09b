"""Who works here, and at which desk: stands on every act that is recorded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from checkin.settings import Settings
    from checkin.wording import Wording


class StaffDialog(QDialog):
    """Two fields; work goes on while it is open, Esc changes nothing."""

    chosen = Signal(object)
    """The settings with the names that were given."""

    def __init__(self, settings: Settings, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(wording.text("Operator and desk"))
        self._settings = settings
        self.operator, self.desk = QLineEdit(settings.operator), QLineEdit(settings.desk_name)
        form = QFormLayout()
        for label, field in (
            (wording.text("Your name"), self.operator),
            (wording.text("Name of this desk"), self.desk),
        ):
            field.setAccessibleName(label)
            field.setMinimumWidth(260)
            buddy = QLabel(label)
            buddy.setBuddy(field)
            form.addRow(buddy, field)
        told = QLabel(wording.text("Both stand on everything that is recorded from now on."))
        told.setProperty("tone", "muted")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        for which, words in (
            (QDialogButtonBox.StandardButton.Ok, wording.text("Save")),
            (QDialogButtonBox.StandardButton.Cancel, wording.text("Cancel")),
        ):
            buttons.button(which).setText(words)
            buttons.button(which).setIcon(QIcon())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addLayout(form)
        column.addWidget(buttons)

    def accept(self) -> None:
        """Tell the names; a desk without a name keeps the one it had."""
        operator = " ".join(self.operator.text().split())
        desk = " ".join(self.desk.text().split()) or self._settings.desk_name
        super().accept()
        self.chosen.emit(replace(self._settings, operator=operator, desk_name=desk))
