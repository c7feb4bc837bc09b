"""The panel of a delegation or another group: who has arrived, and a button that receives the others together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from checkin.desk.name_on_badge import signs_not_drawn
from checkin.ui.announcing import announce
from checkin.ui.finding.signs import HEAD
from checkin.ui.frames.panel import Panel
from checkin.ui.letters import is_letter
from checkin.ui.plain import PlainLabel, set_tool_tip
from checkin.ui.theme import icon
from checkin.ui.whole_rows import of_whole_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QShowEvent

    from checkin.domain.registration import Registration
    from checkin.ui.appearance import Appearance, Words
    from checkin.ui.arrivals.group import Group
    from checkin.ui.finding.results import Results
    from checkin.wording import Wording


_FLAG: Final = QSize(14, 14)
_LINES: Final = 1.4
"""The height of a row, in lines of text."""


class DelegationPanel(Panel):
    """A panel that lists the members of a delegation. Enter records the arrival of the members who are ticked.

    If nobody is ticked, Enter says how to tick somebody. At first, every expected member who has not yet been received
    at a desk is ticked. The ticks of the other members cannot be changed.
    """

    received = Signal(list)
    """Emitted with the ids of the delegates to be received."""

    refused = Signal()
    """Emitted when letters are typed after a tick was changed: letters close the list, and the ticks would be lost."""

    def __init__(
        self, look: Appearance, group: Group, members: Sequence[Registration], states: Results
    ) -> None:
        super().__init__()
        self._look = look
        self._known, self._states = tuple(members), states
        self.group = group
        self._hint_words: Words = _how_to_tick
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._title = PlainLabel(wordWrap=True)
        self._title.setProperty("tone", "heading")
        self._arrived = PlainLabel()
        self._about = PlainLabel(wordWrap=True)
        self.members = _Members()
        self.members.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.members.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.members.setWordWrap(True)
        self.members.setIconSize(_FLAG)
        self._fill(frozenset())
        self.members.setCurrentRow(
            next((row for row, item in enumerate(self._items) if _can_be_ticked(item)), 0)
        )
        self.members.itemChanged.connect(lambda _item: self._on_ticked())
        self.members.not_ticked.connect(self._say_who_can_be_ticked)
        self._receive = QPushButton()
        self._receive.setDefault(True)
        self._receive.clicked.connect(self._on_enter)
        self._cancel, self._hint = QPushButton(), PlainLabel()
        self._cancel.clicked.connect(self.given_up)
        self._hint.setProperty("tone", "muted")
        self._lay_out()
        look.in_each_language(self._label)
        look.colours_changed.connect(self._show_flags)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._receive, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        for widget in (self._title, self._arrived, self._about):
            column.addWidget(widget)
        column.addWidget(self.members, 1)
        column.addWidget(self._hint)
        column.addLayout(buttons)

    def show_members(self, members: Sequence[Registration]) -> None:
        """Show the members as they are now, after a change; whoever was unticked stays unticked.

        The row on which the operator stands stays too.
        """
        if tuple(members) == self._known:
            return
        unticked = frozenset(
            _id_of(item) for item in self._items if _can_be_ticked(item) and not _is_ticked(item)
        )
        row, scroll = self.members.currentRow(), self.members.verticalScrollBar()
        stands_on, height = _id_of(self._items[row]) if row >= 0 else "", scroll.value()
        self._known = tuple(members)
        with QSignalBlocker(self.members):
            self.members.clear()
            self._fill(unticked)
        self.members.setCurrentRow(
            next((row for row, item in enumerate(self._items) if _id_of(item) == stands_on), 0)
        )
        self._label()
        scroll.setValue(height)

    def _fill(self, unticked: frozenset[str]) -> None:
        """Make a row for each member; `unticked` are the ids of those whose tick the operator has taken away."""
        for member in self._known:
            self.members.addItem(_item(member, is_ticked=member.delegate.id not in unticked))

    def _label(self) -> None:
        say = self._say
        self._title.setText(self.group.name(self._known, say))
        self.members.setAccessibleName(self._title.text())
        self._about.setText(self.group.about(self._known, say))
        self._about.setVisible(bool(self._about.text()))
        arrived = sum(member.arrival is not None for member in self._known)
        words = say.many(
            "{count} of {members} arrived", "{count} of {members} arrived", arrived, members=len(self._known)
        )
        self._arrived.setText(words)
        for row, member in enumerate(self._known):
            item = self.members.item(row)
            states = (self._states.state(member), self._states.warning(member))
            beside = member.delegate.position if member.delegate.accompanies else ""
            item.setText(" · ".join(filter(None, (member.delegate.titled_name, beside, *states))))
            set_tool_tip(item, item.text())
        self._cancel.setText(say.with_key(say.text("Back"), "Esc"))
        self._hint.setText(self._hint_words(say))
        self._show_flags()
        self._count()

    def _show_flags(self) -> None:
        """Draw the flag of the head of the delegation in the colour of the texts, also in the selected row."""
        flag = icon(HEAD, self._colours.text, self._colours.on_accent)
        for row, member in enumerate(self._known):
            if member.delegate.head_of_delegation:
                self.members.item(row).setIcon(flag)

    @property
    def ticked(self) -> list[str]:
        """The ids of the ticked members who can still be received."""
        return [_id_of(item) for item in self._items if _can_be_ticked(item) and _is_ticked(item)]

    @property
    def is_begun(self) -> bool:
        """Whether the operator has unticked anybody; at first everybody who can be received is ticked."""
        return any(_can_be_ticked(item) and not _is_ticked(item) for item in self._items)

    @property
    def _items(self) -> list[QListWidgetItem]:
        return [self.members.item(row) for row in range(self.members.count())]

    def showEvent(self, event: QShowEvent) -> None:
        """Give the focus to the list, so that it gets the keys."""
        super().showEvent(event)
        self.members.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record the arrival of the ticked members on Enter; close the panel without recording anything on Escape.

        Letters go to the page, which closes the panel and searches. If the ticks were changed, letters are refused.
        """
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not event.isAutoRepeat():
                    self._on_enter()
            case Qt.Key.Key_Escape if not event.modifiers():
                self.escape()
            case _ if is_letter(event) and self.is_begun:
                self.refused.emit()
            case _ if is_letter(event):
                event.ignore()
            case _:
                pass

    def _count(self) -> None:
        count = len(self.ticked)
        self._receive.setText(self._say.with_key(self._words_to_receive(), "Enter"))
        self._receive.setEnabled(count > 0)

    def _words_to_receive(self) -> str:
        """What Enter does: how many members it receives, and how many of their badges are printed or cannot be."""
        say, ticked = self._say, set(self.ticked)
        waits = [
            each.delegate
            for each in self._known
            if each.delegate.id in ticked and not (each.badge is not None and each.badge.printed)
        ]
        if ticked and not waits:
            return say.many("Receive {count}", "Receive {count}", len(ticked))
        words = say.many("Receive {count} and print", "Receive {count} and print", len(ticked))
        lost = sum(bool(signs_not_drawn(delegate)) for delegate in waits)
        stopped = say.many("{count} cannot be printed", "{count} cannot be printed", lost)
        return f"{words} · {stopped}" if lost else words

    def _on_enter(self) -> None:
        if self.ticked:
            self.received.emit(self.ticked)
        else:
            self._show_hint(_how_to_tick, "bad")
            announce(self, self._hint.text(), at_once=True)

    def _on_ticked(self) -> None:
        self.keep()
        self._show_hint(_how_to_tick, "muted")
        self._count()

    def _say_who_can_be_ticked(self) -> None:
        """Say why the space key did nothing: the operator stands on a member who cannot be received."""
        self._show_hint(lambda say: say.text("Only who is still expected can be ticked."), "bad")
        announce(self, self._hint.text(), at_once=True)

    def _show_hint(self, words: Words, tone: str) -> None:
        self._hint_words = words
        self._hint.setText(words(self._say))
        self._hint.setProperty("tone", tone)
        self._hint.style().unpolish(self._hint)
        self._hint.style().polish(self._hint)


class _Members(QListWidget):
    """The list of the members, which leaves letters to the panel.

    A space after letters belongs to the name that is being typed, and ticks nobody.
    """

    not_ticked = Signal()
    """Emitted when the space key is pressed on a member who cannot be ticked."""

    def __init__(self) -> None:
        super().__init__()
        self._is_after_letter = False
        self.setItemDelegate(_Rows(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick or untick on the space key, move on an arrow, and leave letters to the panel."""
        is_space = event.text() == " "
        self._is_after_letter = is_letter(event) and (not is_space or self._is_after_letter)
        if self._is_after_letter:
            event.ignore()
        elif is_space and self.currentRow() >= 0 and not _can_be_ticked(self.item(self.currentRow())):
            self.not_ticked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that have room as a whole."""
        super().paintEvent(of_whole_rows(self, event))


class _Rows(QStyledItemDelegate):
    """Rows of one height, whichever signs their texts have; a text of several lines makes its row higher."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The size of a row."""
        least = round(option.fontMetrics.height() * _LINES)  # type: ignore[attr-defined,unused-ignore]
        return super().sizeHint(option, index).expandedTo(QSize(0, least))


def _how_to_tick(say: Wording) -> str:
    return say.text("Space ticks or unticks")


def _id_of(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))


def _can_be_ticked(item: QListWidgetItem) -> bool:
    return bool(item.flags() & Qt.ItemFlag.ItemIsUserCheckable)


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked


def _item(member: Registration, *, is_ticked: bool) -> QListWidgetItem:
    delegate = member.delegate
    item = QListWidgetItem()
    item.setData(Qt.ItemDataRole.UserRole, delegate.id)
    if delegate.is_expected and member.arrivals.desk is None:
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        )
        item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
    else:
        item.setFlags(Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(Qt.CheckState.Unchecked if member.arrival is None else Qt.CheckState.Checked)
    return item
