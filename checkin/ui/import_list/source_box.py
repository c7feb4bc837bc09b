"""The box of the Import page in which the operator says whose list it is, such as a ministry's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal

from checkin.ui.frames.inputs import ChoiceBox, TextLine
from checkin.ui.plain import set_tool_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.wording import Wording

_LETTERS: Final = 14


class SourceBox(ChoiceBox):
    """A line for the source of a list, which offers the sources of earlier lists."""

    said = Signal(str)
    """Emitted when the operator has said another source; "" for none."""

    def __init__(self) -> None:
        super().__init__(editable=True, insertPolicy=ChoiceBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self._source = ""
        self._line = TextLine()
        self.setLineEdit(self._line)
        self.activated.connect(lambda _number: self._on_said())
        self._line.editingFinished.connect(self._on_said)

    def minimumSizeHint(self) -> QSize:
        """Half of the preferred width, so that the boxes beside this one have room in a narrow window."""
        hint = super().minimumSizeHint()
        return QSize(hint.width() // 2, hint.height())

    @property
    def source(self) -> str:
        """The source as it stands in the line."""
        return " ".join(self.currentText().split())

    def show_source(self, source: str) -> None:
        """Show this source in the line, unless the operator is typing another one now."""
        self._source = source
        if not (self._line.hasFocus() and self._line.isModified()):
            self.setEditText(source)

    def offer(self, sources: Sequence[str]) -> None:
        """Offer these sources; what stands in the line stays."""
        if [self.itemText(number) for number in range(self.count())] == list(sources):
            return
        text, place, is_modified = self.currentText(), self._line.cursorPosition(), self._line.isModified()
        self.clear()
        self.addItems(list(sources))
        self.setEditText(text)
        self._line.setCursorPosition(place)
        self._line.setModified(is_modified)

    def label(self, say: Wording) -> None:
        """Write the words in this language."""
        self.setAccessibleName(say.text("Whose list is it?"))
        set_tool_tip(
            self,
            say.text(
                "Only people whom an earlier list of the same source brought are called not in this list."
            ),
        )

    def _on_said(self) -> None:
        if self.source != self._source:
            self._source = self.source
            self.said.emit(self.source)
