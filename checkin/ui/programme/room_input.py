"""The input for the room of a session: one of the event's rooms, or another name that is typed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QVBoxLayout

from checkin.domain.programme import LocalText
from checkin.domain.rooms import room_for_session, rooms_named
from checkin.ui.appearance import Dressed
from checkin.ui.frames.inputs import ChoiceBox, Input, TextLine

if TYPE_CHECKING:
    from checkin.domain.programme import Event
    from checkin.ui.appearance import Appearance


class RoomInput(Input, Dressed):
    """A line for a room's name, with a list of the event's rooms; codes tell rooms with the same name apart."""

    def __init__(self, look: Appearance, event: Event, room: LocalText) -> None:
        """`room` is the room at the beginning, as a session names it."""
        super().__init__()
        self._look = look
        self._event, self._former = event, room
        self._codes = tuple(event.names_of_rooms())
        self.combo = ChoiceBox(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert)
        self.combo.setMinimumContentsLength(12)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.line = TextLine()
        self.combo.setLineEdit(self.line)
        completer = QCompleter(self.combo.model())
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.combo.setCompleter(completer)
        self.combo.addItems([""] * len(self._codes))
        self.combo.setCurrentIndex(-1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.combo)
        self.setFocusProxy(self.combo)
        self._label()
        self._show(room)
        self._at_first = self.content()
        self.combo.editTextChanged.connect(self.changed)
        look.language_changed.connect(self._on_language)

    def content(self) -> str:
        """The text in the line."""
        return " ".join(self.combo.currentText().split())

    def room(self) -> LocalText | None:
        """The value for `Session.room`: a room of the event, or a new room if no room has the typed name.

        None if two rooms have the name, so that one of them must be chosen from the list.
        """
        text = self.content()
        if text == self._at_first:
            return self._former
        codes = self._codes_of(text)
        if len(codes) > 1:
            return None
        return room_for_session(self._event, codes[0]) if codes else LocalText.of(text)

    def take(self, name: str) -> None:
        """Write this name as if the operator had typed it."""
        self.combo.setEditText(name)

    @property
    def is_new(self) -> bool:
        """Whether the typed name is the name of no room."""
        text = self.content()
        return bool(text) and text != self._at_first and not self._codes_of(text)

    def setAccessibleName(self, name: str) -> None:
        """Give this name to the input and to its list."""
        super().setAccessibleName(name)
        self.combo.setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Give this description to the input and to its line."""
        super().setAccessibleDescription(description)
        self.line.setAccessibleDescription(description)

    def _codes_of(self, text: str) -> list[str]:
        """The codes of the rooms that the text names: those that stand so in the list, or have this code or name."""
        named = [code for code, name in zip(self._codes, self._names(), strict=True) if name == text]
        return named or list(rooms_named(self._event, text))

    def _names(self) -> list[str]:
        """The names of the rooms in the window's language, with the code where two rooms have one name."""
        names = [self._say.local(name) for name in self._event.names_of_rooms().values()]
        number = Counter(names)
        return [
            name if number[name] == 1 else f"{name} ({code})"
            for code, name in zip(self._codes, names, strict=True)
        ]

    def _show(self, room: LocalText) -> None:
        code = str(room)
        if code in self._codes:
            self.combo.setCurrentIndex(self._codes.index(code))
        else:
            self.combo.setEditText(self._say.local(room))
        self.line.setCursorPosition(0)

    def _on_language(self) -> None:
        """Write the rooms' names in the new language; a name that was typed stays."""
        room = self.room()
        is_first = self.content() == self._at_first
        is_known = room is not None and str(room) in self._codes
        self.combo.blockSignals(True)
        self._label()
        if is_first:
            self._show(self._former)
            self._at_first = self.content()
        elif is_known and room is not None:
            self._show(room)
        self.combo.blockSignals(False)

    def _label(self) -> None:
        text = self.combo.currentText()
        for number, name in enumerate(self._names()):
            self.combo.setItemText(number, name)
        self.combo.setEditText(text)
