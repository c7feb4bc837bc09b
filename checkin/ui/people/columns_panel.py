"""The panel in which the operator chooses the columns of the table on the People page, and their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from checkin.domain.listing import ListColumn
from checkin.ui.frames.button_row import ButtonRow
from checkin.ui.frames.panel import Panel
from checkin.ui.people.columns import USUAL
from checkin.ui.plain import PlainLabel, set_tool_tip
from checkin.wording.listing import head

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from checkin.ui.appearance import Appearance

_COLUMN = Qt.ItemDataRole.UserRole


class ColumnsPanel(Panel):
    """A list of all columns with boxes to tick; the operator moves a column by Alt with an arrow key, or drags it."""

    chosen = Signal(object)
    """Emitted with the tuple of the chosen columns, in the chosen order."""

    closes_from_anywhere = True

    def __init__(self, look: Appearance, shown: Sequence[ListColumn]) -> None:
        super().__init__()
        self._look = look
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._heading, self._how = PlainLabel(wordWrap=True), PlainLabel(wordWrap=True)
        self._heading.setProperty("tone", "heading")
        self._how.setProperty("tone", "muted")
        self.list = QListWidget()
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.up, self.down = QPushButton("▲"), QPushButton("▼")
        self.usual, self.take, self._cancel = QPushButton(), QPushButton(default=True), QPushButton()
        self._fill(shown, [each for each in ListColumn if each not in shown])
        self._untouched = self._contents()
        self._lay_out()
        self.up.clicked.connect(lambda _checked=False: self._move(-1))
        self.down.clicked.connect(lambda _checked=False: self._move(1))
        self.usual.clicked.connect(
            lambda _checked=False: self._fill(USUAL, [each for each in ListColumn if each not in USUAL])
        )
        self.take.clicked.connect(lambda _checked=False: self._take())
        self._cancel.clicked.connect(self.given_up)
        self.list.itemChanged.connect(lambda _item: self.keep())
        look.in_each_language(self._label)

    @property
    def is_begun(self) -> bool:
        """Whether the operator has changed the choice."""
        return self._contents() != self._untouched

    @property
    def wanted(self) -> tuple[ListColumn, ...]:
        """The ticked columns, in the chosen order."""
        return tuple(column for column, is_ticked in self._contents() if is_ticked)

    def showEvent(self, event: QShowEvent) -> None:
        """Move the focus to the list."""
        super().showEvent(event)
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move a column on Alt with an arrow key, accept the choice on Enter, and close the panel on Esc."""
        has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Up if has_alt:
                self._move(-1)
            case Qt.Key.Key_Down if has_alt:
                self._move(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.isAutoRepeat():
                focused = self.focusWidget()
                focused.click() if isinstance(focused, QPushButton) else self._take()
            case Qt.Key.Key_Escape if not event.modifiers():
                self.escape()
            case _:
                super().keyPressEvent(event)

    def _take(self) -> None:
        """Give the choice to the page; without any column nothing would be seen, so the usual ones are shown."""
        self.chosen.emit(self.wanted or USUAL)

    def _move(self, by: int) -> None:
        at, to = self.list.currentRow(), self.list.currentRow() + by
        if 0 <= at < self.list.count() and 0 <= to < self.list.count():
            self.list.insertItem(to, self.list.takeItem(at))
            self.list.setCurrentRow(to)
            self.keep()

    def _fill(self, shown: Iterable[ListColumn], others: Iterable[ListColumn]) -> None:
        self.list.clear()
        for columns, tick in ((shown, Qt.CheckState.Checked), (others, Qt.CheckState.Unchecked)):
            for column in columns:
                item = QListWidgetItem(head(column, self._say))
                item.setFlags(
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
                    | Qt.ItemFlag.ItemIsDragEnabled
                )  # fmt: skip
                item.setCheckState(tick)
                item.setData(_COLUMN, column.value)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _contents(self) -> list[tuple[ListColumn, bool]]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return [
            (ListColumn(item.data(_COLUMN)), item.checkState() == Qt.CheckState.Checked) for item in items
        ]

    def _label(self) -> None:
        say = self._say
        self._heading.setText(say.text("Columns of the table"))
        self._how.setText(say.text("Space ticks a column. Alt with ↑ or ↓ moves a column."))
        self.list.setAccessibleName(say.text("Columns of the table"))
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setText(head(ListColumn(item.data(_COLUMN)), say))
        for button, words, keys in (
            (self.up, say.text("Move up"), "Alt+↑"),
            (self.down, say.text("Move down"), "Alt+↓"),
        ):
            button.setAccessibleName(words)
            set_tool_tip(button, say.with_key(words, keys))
        self.usual.setText(say.text("The usual columns"))
        self.take.setText(say.with_key(say.text("Show these columns"), "Enter"))
        self._cancel.setText(say.with_key(say.text("Cancel"), "Esc"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self._heading)
        column.addWidget(self._how)
        column.addWidget(self.list, 1)
        column.addLayout(ButtonRow(self.up, self.down, self.usual, is_at_left=True))
        column.addLayout(ButtonRow(self._cancel, self.take))
