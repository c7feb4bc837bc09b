"""The buttons of the Import page, one for each group of findings, with the group's sign, count and name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.import_list.findings import GROUPS, Group, count, has_rows
from checkin.ui.wrapped import wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from checkin.ui.appearance import Appearance
    from checkin.ui.import_list.findings import Findings

_LETTERS: Final = 12
"""The width of the words on a group's button, in letters; longer words take several lines."""
_IN_ONE_ROW: Final = 132
"""The width of the panel, in letters, below which the buttons stand in two rows."""


class GroupButtons(QWidget, Dressed):
    """The groups' buttons, in one row or in two; one of them is checked."""

    chosen = Signal(Group)
    """Emitted with the group whose button was clicked."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._is_narrow = False
        self._found: Findings | None = None
        self._one_of = QButtonGroup(self)
        self.of = {group: self._button(group) for group in Group}
        """The button of each group."""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._place()
        look.in_each_language(self._label)
        look.size_changed.connect(self._arrange)
        look.size_changed.connect(self._label)

    def show_findings(self, found: Findings) -> None:
        """Show how many rows are in each group."""
        self._found = found
        self._label()

    def check(self, group: Group) -> None:
        """Show that the rows of this group are shown."""
        self.of[group].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons into one row or into two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_narrow = self.width() < _IN_ONE_ROW * self.fontMetrics().averageCharWidth()
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place()
            self._label()

    def _place(self) -> None:
        columns = len(Group) // 2 if self._is_narrow else len(Group)
        for number, button in enumerate(self.of.values()):
            self._grid.addWidget(button, number // columns, number % columns)
        for column in range(len(Group)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _label(self) -> None:
        if self._found is None:
            return
        say = self._say
        for group, button in self.of.items():
            number, look = count(self._found, group), GROUPS[group]
            letter, name = button.fontMetrics().averageCharWidth(), say.text(look.name)
            if self._is_narrow:
                words = wrapped(f"{look.sign} {number}  {name}", button.fontMetrics(), letter * _LETTERS)
            else:
                words = f"{look.sign} {number}\n{wrapped(name, button.fontMetrics(), letter * _LETTERS)}"
            button.setText(words)
            button.setAccessibleName(f"{number} {say.text(look.name)}. {say.text(look.meaning)}")
            button.setEnabled(has_rows(self._found, group))
            _dress(button, group if number else None)

    def _button(self, group: Group) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        # All are as high as the highest.
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._look.put_font(button, 1.15)
        _dress(button, None)
        self._one_of.addButton(button)
        button.clicked.connect(lambda: self.chosen.emit(group))
        return button


def _dress(button: QPushButton, group: Group | None) -> None:
    """Colour the button of a group; `group` is None for a group without rows.

    The sign on the button says the same as the colour.
    """
    warning = "group warning"
    tones = {
        Group.REJECTED: "group bad", Group.ALIKE: warning, Group.NOT_DRAWN: warning,
        Group.ASKED: warning, None: "group none",
    }  # fmt: skip
    tone = tones.get(group, "group")
    if button.property("tone") != tone:
        button.setProperty("tone", tone)
        button.style().unpolish(button)
        button.style().polish(button)
