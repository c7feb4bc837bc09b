"""The row at the top of the Import page: the file of the list, and what the operator says of the whole list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from checkin.ui.elided import ElidedLabel
from checkin.ui.import_list.category_box import CategoryBox
from checkin.ui.import_list.list_words import file_told
from checkin.ui.import_list.sheet_box import SheetBox
from checkin.ui.import_list.source_box import SourceBox
from checkin.ui.plain import PlainLabel, set_tool_tip
from checkin.ui.rows import row

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QRect

    from checkin.importing.people.planned import ImportPlan
    from checkin.ui.appearance import Appearance
    from checkin.ui.import_list.looking import Look
    from checkin.ui.import_list.told import Told
    from checkin.wording import Wording


class _Lines(QBoxLayout):
    """Two widgets beside each other, or below each other where the first would have no room for its texts.

    The layout never asks for more than the width of the wider one, so that the window never grows by it.
    """

    def __init__(self, first: QWidget, second: QWidget) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self.setContentsMargins(0, 0, 0, 0)
        self._both = (first, second)
        self.addWidget(first, 1)
        self.addWidget(second)

    def minimumSize(self) -> QSize:
        """The least width of the wider widget, and the height of both as they stand."""
        widest = max(each.minimumSizeHint().width() for each in self._both)
        return QSize(widest, super().minimumSize().height())

    def setGeometry(self, rect: QRect) -> None:
        """Put the widgets beside each other or below each other."""
        wanted = sum(each.sizeHint().width() for each in self._both) + self.spacing()
        direction = QBoxLayout.Direction
        now = direction.LeftToRight if wanted <= rect.width() else direction.TopToBottom
        if now is not self.direction():
            self.setDirection(now)
        super().setGeometry(rect)


class ListRow(QWidget):
    """The button that chooses a list, the list's file, its sheet, its source, and the category for rows without one."""

    said = Signal()
    """Emitted when the operator has said something else of the whole list."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self.choose_button = QPushButton()
        look.put_icon(self.choose_button, "file-spreadsheet")
        self.path, self.sheet = ElidedLabel(), SheetBox()
        self.source, self._source_words = SourceBox(), PlainLabel()
        self.category, self.category_label = CategoryBox(), PlainLabel()
        self._source_words.setBuddy(self.source)
        self.category_label.setBuddy(self.category)
        of_file, of_list = QWidget(), QWidget()
        of_file.setLayout(row(self.choose_button, (self.path, 1), self.sheet))
        of_list.setLayout(row(self._source_words, (self.source, 1), self.category_label, (self.category, 1)))
        self._lines = _Lines(of_file, of_list)
        self.setLayout(self._lines)
        self.sheet.activated.connect(lambda _number: self.said.emit())
        self.source.said.connect(lambda _source: self.said.emit())
        self.category.activated.connect(lambda _number: self.said.emit())

    def label(self, say: Wording) -> None:
        """Write the words in this language."""
        self.choose_button.setText(say.with_key(say.text("Choose a list…"), "Ctrl+O"))
        self._source_words.setText(say.text("&Whose list is it?"))
        self.source.label(say)
        self.category_label.setText(say.text("C&ategory if none is named"))

    def with_said(self, told: Told) -> Told:
        """What was told of the list, with what the operator says in this row."""
        return replace(
            told, category=self.category.chosen, source=self.source.source, sheet=self.sheet.chosen
        )

    def show_told(self, told: Told, look: Look, say: Wording) -> None:
        """Show what was told of the list that was examined."""
        self.category.choose(told.category)
        self.sheet.offer(look.sheets, told.sheet, say)
        self.source.offer(look.sources)
        self.source.show_source(told.source)

    def show_file(self, path: Path | None, plan: ImportPlan | None, say: Wording) -> None:
        """Show the file of the list; None if there is no list."""
        if path is not None:
            self.path.setText(file_told(path, plan, say))
            set_tool_tip(self.path, str(path))
        else:
            self.path.setText(say.text("or drop a file on this page"))
            self.sheet.hide()

    def allow(self, *, is_idle: bool, takes_choices: bool) -> None:
        """Enable or disable choosing a list, and saying something of the present one."""
        self.choose_button.setEnabled(is_idle)
        for box in (self.sheet, self.source, self.category):
            box.setEnabled(takes_choices)

    def forget(self) -> None:
        """Forget what was said, because the page shows another list or none."""
        self.category.choose("")
        self.source.show_source("")
        self.sheet.clear()
