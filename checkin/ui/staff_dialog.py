"""The dialog that asks for the name of the operator and of the desk; both are recorded with every act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from checkin.desk.staff import Staff
from checkin.ui.appearance import Dressed
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from checkin.desk.staff import Shift
    from checkin.ui.appearance import Appearance
    from checkin.ui.preferences import Preferences


class StaffDialog(QDialog, Dressed):
    """The dialog in which the operator enters their name and the name of the desk.

    The rest of the window can be used while the dialog is open. Esc closes the dialog without a change.
    """

    def __init__(self, shift: Shift, preferences: Preferences, look: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._shift = shift
        self._preferences = preferences
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.operator, self.desk = QLineEdit(shift.staff.operator), QLineEdit(shift.staff.station)
        self._told, self._operator_label, self._desk_label = PlainLabel(), PlainLabel(), PlainLabel()
        self._told.setProperty("tone", "muted")
        form = QFormLayout()
        for label, field in ((self._operator_label, self.operator), (self._desk_label, self.desk)):
            field.setMinimumWidth(260)
            label.setBuddy(field)
            form.addRow(label, field)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._told)
        column.addLayout(form)
        column.addWidget(self._buttons)
        look.in_each_language(self._label)

    def _label(self) -> None:
        say = self._say
        self.setWindowTitle(say.text("Operator and desk"))
        self._told.setText(say.text("Both stand on everything that is recorded from now on."))
        for label, field, words in (
            (self._operator_label, self.operator, say.text("Your name")),
            (self._desk_label, self.desk, say.text("Name of this desk")),
        ):
            label.setText(words)
            field.setAccessibleName(words)
        for which, words in (
            (QDialogButtonBox.StandardButton.Ok, say.text("Save")),
            (QDialogButtonBox.StandardButton.Cancel, say.text("Cancel")),
        ):
            self._buttons.button(which).setText(words)
            self._buttons.button(which).setIcon(QIcon())

    def accept(self) -> None:
        """Close the dialog, and record all further acts under the names of the operator and the desk that were entered.

        If no name of the desk was entered, the desk keeps its name. Both names are saved in this computer's settings.
        """
        operator = " ".join(self.operator.text().split())
        desk = " ".join(self.desk.text().split()) or self._shift.staff.station
        super().accept()
        self._preferences.choose(replace(self._preferences.here, operator=operator, desk_name=desk))
        self._shift.hand_over(Staff(operator, desk))
