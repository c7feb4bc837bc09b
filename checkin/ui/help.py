"""The two help windows: what to do on the open page (F1), and the keys of the open page (Ctrl+/)."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.page import KeyGroup
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.ui.appearance import Appearance, Words
    from checkin.ui.help_topics import HelpTopic
    from checkin.ui.page import KeyHelp
    from checkin.wording import Wording

_WIDE, _HIGH = 620, 620
_HEADINGS: Final[dict[KeyGroup, Words]] = {
    KeyGroup.DO: lambda say: say.text("Do"),
    KeyGroup.LOOK: lambda say: say.text("Find and look"),
    KeyGroup.UNDO: lambda say: say.text("Take back"),
    KeyGroup.ANYWHERE: lambda say: say.text("On every page"),
}
_KINDS_OF_KEYS: Final = (r"Enter", r"[0-9].*", r".*Enter", r"Ctrl\+.*", r"F[0-9]+", r".*")
"""The order in which the keys of a group are listed: Enter first, and Esc last."""


class HelpWindow(QDialog, Dressed):
    """A window of help, which closes at Esc. Work can go on while it is open."""

    def __init__(self, title: Words, look: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._title = title
        self._labels: list[tuple[PlainLabel, Words]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def show_instead(self) -> None:
        """Show this window, and close the help window that was open before."""
        window = self.parentWidget()
        for former in window.findChildren(HelpWindow) if window is not None else ():
            if former is not self:
                former.close()
        self.show()

    def _label_for(self, words: Words, tone: str = "") -> PlainLabel:
        label = PlainLabel()
        label.setProperty("tone", tone)
        self._labels.append((label, words))
        return label

    def _label(self) -> None:
        self.setWindowTitle(self._title(self._say))
        for label, words in self._labels:
            label.setText(words(self._say))


class PageHelp(HelpWindow):
    """The help of one page: situations at the desk or door, and what the operator does in each."""

    def __init__(self, page: Words, topics: Iterable[HelpTopic], look: Appearance, parent: QWidget) -> None:
        super().__init__(lambda say: say.text("Help: {page}").format(page=page(say)), look, parent)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(4)
        for topic in topics:
            column.addWidget(self._label_for(topic.happens, "strong"))
            does = self._label_for(topic.do)
            does.setWordWrap(True)
            column.addWidget(does)
            column.addSpacing(8)
        column.addWidget(
            self._label_for(lambda say: say.text("Ctrl+/ lists the keys of this page."), "muted")
        )
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(told)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        look.in_each_language(self._label)
        self.resize(_WIDE, min(told.heightForWidth(_WIDE), _HIGH, round(parent.height() * 0.9)))


class KeysHelp(HelpWindow):
    """The list of the keys of one page and of those that work everywhere, in groups."""

    def __init__(self, page: Words, keys: Iterable[KeyHelp], look: Appearance, parent: QWidget) -> None:
        super().__init__(lambda say: say.text("Keys: {page}").format(page=page(say)), look, parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 16, 20, 16)
        grid.setHorizontalSpacing(18)
        grid.setColumnMinimumWidth(2, 18)
        known = list(keys)
        left = 0
        for group, heading in _HEADINGS.items():
            of_group = sorted((each for each in known if each.group is group), key=_place)
            is_right = group is KeyGroup.ANYWHERE
            row, column = (0, 3) if is_right else (left, 0)
            if not of_group:
                continue
            grid.addWidget(self._label_for(heading, "heading"), row, column, 1, 2)
            for number, key in enumerate(of_group, row + 1):
                grid.addWidget(self._label_for(partial(_keys_of, key), "strong"), number, column)
                grid.addWidget(self._label_for(key.does), number, column + 1)
            left += 0 if is_right else len(of_group) + 1
        look.in_each_language(self._label)


def _keys_of(key: KeyHelp, say: Wording) -> str:
    return say.keys(key.keys)


def _place(key: KeyHelp) -> tuple[int, int, int, str]:
    """The place of a key in its group: by its kind, then by the number or the letter of the key."""
    kind = next(number for number, kind in enumerate(_KINDS_OF_KEYS) if re.fullmatch(kind, key.keys))
    number = re.search(r"[0-9]+", key.keys)
    return kind, int(number.group()) if number else 0, key.keys.count("+"), key.keys
