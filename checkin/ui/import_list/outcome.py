"""The row of the Import page that says what the last work resulted in, with the button that undoes the last import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from checkin.ui.enter_key import EnterButton
from checkin.ui.frames.button_row import ButtonRow
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from checkin.ui.appearance import Appearance
    from checkin.ui.import_list.last_import import LastImport
    from checkin.wording import Wording


class Outcome(QWidget):
    """A row with a sentence about the result of the last work, such as an import, and the Undo button.

    The Undo button names the import that it undoes. After an undo there is a button that brings the import back.
    """

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self.setObjectName("done")
        self.result, self.undo_button = PlainLabel(wordWrap=True), QPushButton()
        self.undo_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.put_icon(self.undo_button, "undo-2")
        look.put_font(self.result, 1.3, bold=True)
        self.back_button = EnterButton()
        self.back_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pairs_button = EnterButton()
        self.pairs_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.result, 1)
        line.addLayout(ButtonRow(self.pairs_button, self.back_button, self.undo_button, is_at_left=True), 2)

    def show_outcome(
        self, result: str, last: LastImport, say: Wording, *, can_undo: bool, can_bring_back: bool
    ) -> None:
        """Show the sentence `result` and, on the Undo button, the import `last`; hide the row if there is neither.

        `result` is "" if there is no sentence. If nothing can be recorded now, `can_undo` is False, and the buttons are
        greyed out. `can_bring_back` says whether an import was undone that can be brought back.
        """
        self.result.setText(result)
        self.result.setVisible(bool(result))
        undo = say.text("Undo: {act}").format(act=last.description(say))
        self.undo_button.setText(say.with_key(undo, "Ctrl+Z"))
        self.undo_button.setAccessibleName(undo)
        self.undo_button.setVisible(bool(last.act))
        self.undo_button.setEnabled(can_undo)
        self.back_button.setText(say.with_key(say.text("Bring the import back"), "Ctrl+Shift+Z"))
        self.back_button.setAccessibleName(say.text("Bring the import back"))
        self.back_button.setVisible(can_bring_back)
        self.back_button.setEnabled(can_undo)
        self.setVisible(bool(result or last.act or can_bring_back))
