"""The line below each input of a form, which shows what is wrong with the input's value, or a note about the value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout

from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QLabel, QWidget

    from checkin.ui.appearance import Words
    from checkin.wording import Wording

Name = TypeVar("Name")


class LinesBelow(Generic[Name]):
    """The lines below the inputs of a form, by the names of the inputs. If there is a fault, it hides the note."""

    def __init__(self, inputs: Mapping[Name, QWidget]) -> None:
        self._inputs = inputs
        self._lines = {name: PlainLabel(wordWrap=True) for name in inputs}
        self.wrong: dict[Name, Words] = {}
        """The faults (what is wrong with a value), by the name of the input."""
        self.notes: dict[Name, Words] = {}
        """The notes about values, by the name of the input."""

    def line(self, name: Name) -> QLabel:
        """The line below the input with this name."""
        return self._lines[name]

    def below(self, name: Name) -> QVBoxLayout:
        """A layout with the input of this name, and its line below."""
        line = self._lines[name]
        line.setProperty("tone", "bad")
        line.hide()
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._inputs[name])
        column.addWidget(line)
        return column

    def show(self, name: Name, say: Wording) -> None:
        """Show the fault or note of this input in its line; hide the line without either or with a hidden input."""
        words = self.wrong.get(name) or self.notes.get(name)
        line, tone = self._lines[name], "bad" if name in self.wrong else "warning"
        if line.property("tone") != tone:
            line.setProperty("tone", tone)
            line.style().unpolish(line)
            line.style().polish(line)
        line.setText(words(say) if words is not None else "")
        line.setVisible(words is not None and not self._inputs[name].isHidden())
