"""The programme of the selected delegate as a file: the sessions that they may enter, in their own language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from checkin.desk.report import language_of, report
from checkin.reports import write_report
from checkin.ui.file_dialog import choose_where_to_save
from checkin.ui.frames.saved_strip import SavedStrip
from checkin.ui.page import if_alive
from checkin.wording import in_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from checkin.domain.registration import Registration
    from checkin.ui.page import Parts

_ENDINGS = ("pdf", "ics")
"""The kinds of file, the proposed one first: a paper to be handed over, and entries for a calendar."""


class TheirProgramme(SavedStrip):
    """The strip that says where a delegate's programme was saved, and the work that saves it; at first it is hidden.

    `ask_where` asks the operator for the place of the file.
    """

    def __init__(self, parts: Parts, page: QWidget) -> None:
        super().__init__(parts.look)
        self._at = parts
        self._page = page
        self._folder: Path | None = None
        self.ask_where: Callable[[QWidget, str], Path | None] = self._ask

    @property
    def has_sessions(self) -> bool:
        """Whether the event's programme has any session."""
        return bool(self._at.file.known_event.sessions_by_time())

    def save(self, chosen: Registration) -> None:
        """Ask where the delegate's programme shall be saved, and write it there, in the delegate's language.

        The name that is proposed for the file contains nothing about the delegate.
        """
        file, at, delegate = self._at.file, self._at.now(), chosen.delegate
        when = at.astimezone(file.known_event.zone).strftime("%Y-%m-%d-%H%M")
        path = self.ask_where(self._page, f"programme-{when}.{_ENDINGS[0]}")
        if path is None:
            return
        self._folder = path.parent

        def work(_tick: object) -> None:
            event = file.event
            language = language_of(event, delegate)
            say = in_language(language)
            made = report(file, "programme", at, say, None, delegate, language)
            file.require_in_place()
            write_report(made, path, event, say)

        self._at.tasks.batch.run(
            work,
            then=if_alive(self, lambda _done: self.show_saved(path, None, delegate.id)),
            fail=if_alive(self, self._at.trouble),
        )

    def _ask(self, parent: QWidget, name: str) -> Path | None:
        folder = self._folder or Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home()
        )
        title = self._say.text("Save their programme")
        return choose_where_to_save(parent, title, folder / name, self._say, _ENDINGS)
