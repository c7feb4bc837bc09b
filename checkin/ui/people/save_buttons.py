"""The buttons that save what the table of people shows: exactly its rows and columns, in the same order."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.file_dialog import choose_where_to_save
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.ui.frames.saved_strip import SavedStrip
    from checkin.ui.page import Parts
    from checkin.ui.people.people_list import PeopleList
    from checkin.ui.people.people_work import PeopleWork

FORMATS: Final = ("xlsx", "csv")


class SaveButtons(QWidget, Dressed):
    """The words “Save as” and a button for each file format; the signal `saved` says which file was written."""

    def __init__(
        self,
        parts: Parts,
        work: PeopleWork,
        people: PeopleList,
        saved: SavedStrip,
        ask_where: Callable[[QWidget, str], Path | None] | None = None,
    ) -> None:
        super().__init__()
        self._at, self._look = parts, parts.look
        self._work, self._people, self._saved = work, people, saved
        self._ask_where = ask_where or self._ask
        self._folder: Path | None = None
        self._words = PlainLabel()
        self.buttons = {ending: self._button(ending) for ending in FORMATS}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._words)
        for button in self.buttons.values():
            line.addWidget(button)
        people.wanted.connect(lambda: saved.keep_for(people.sought))
        work.is_busy_changed.connect(self._on_busy)
        parts.look.in_each_language(self._label)

    def save_as(self, ending: str) -> None:
        """Ask for a file name, then save the shown people and columns in the format with this file-name ending."""
        if self._work.is_busy:
            return
        path = self._ask_where(self, self.proposed_name(ending))
        if path is None:
            return
        self._folder, about = path.parent, self._people.sought
        self._work.save(
            path,
            list(self._people.ids),
            self._people.table.columns,
            lambda number: self._saved.show_saved(path, number, about),
            self._at.trouble,
        )

    def proposed_name(self, ending: str) -> str:
        """The proposed file name, which contains the present time at the venue."""
        when = self._at.now().astimezone(self._at.file.known_event.zone).strftime("%Y-%m-%d-%H%M")
        return f"people-{when}.{ending}"

    def _ask(self, parent: QWidget, name: str) -> Path | None:
        folder = self._folder or Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home()
        )
        return choose_where_to_save(parent, self._say.text("Save what is shown"), folder / name, self._say)

    def _button(self, ending: str) -> QPushButton:
        button = QPushButton(ending.upper())
        self._look.put_icon(button, "file-spreadsheet")
        button.clicked.connect(lambda _checked=False: self.save_as(ending))
        return button

    def _on_busy(self) -> None:
        if self._work.is_busy and any(button.hasFocus() for button in self.buttons.values()):
            self._people.table.setFocus()  # else Qt would move the focus to an Undo button of the history
        for button in self.buttons.values():
            button.setEnabled(not self._work.is_busy)

    def _label(self) -> None:
        self._words.setText(self._say.text("Save as"))
        for ending, button in self.buttons.items():
            button.setAccessibleName(self._say.text("Save as {format}").format(format=ending.upper()))
