"""Imports many photos in the background: from a folder that the operator chooses, or files dropped on the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from checkin.ui.file_dialog import choose_folder
from checkin.ui.strip import Offer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from checkin.desk.photos import PhotosTaken
    from checkin.errors import CheckinError
    from checkin.tasks import Handle, Progress, Ticker
    from checkin.ui.main_window import MainWindow
    from checkin.ui.page import Parts
    from checkin.wording import Wording

_MOST_NAMES: Final = 6


class PhotoFolder(QObject):
    """Imports photos as one act; the window's strip (a line of messages) shows the progress and the outcome.

    `ask_for_folder` asks the operator for a folder. If a single file is dropped while a page shows a delegate, the file
    becomes the photo of this delegate, whatever the file's name is.
    """

    def __init__(self, parts: Parts, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._at = parts
        self._window = window
        self._handle: Handle | None = None
        self._progress = (0, 0)
        self._told: Callable[[Wording], tuple[str, str]] = self._doing
        self.ask_for_folder: Callable[[QWidget], Path | None] = self._ask_for_folder

    @property
    def is_busy(self) -> bool:
        """Whether photos are being imported."""
        return self._handle is not None and not self._handle.is_done

    def choose(self) -> None:
        """Ask for a folder, and import the photos in it."""
        if self.is_busy:
            return
        folder = self.ask_for_folder(self._window)
        if folder is not None:
            self._take(folder)

    def take_dropped(self, paths: list[Path]) -> None:
        """Import dropped files: one photo of the delegate whom the page shows, or photos named by their delegates."""
        page = self._window.page
        if self.is_busy or (
            len(paths) == 1 and page is not None and not paths[0].is_dir() and page.take_photo(paths[0])
        ):
            return
        self._take(*paths)

    def _take(self, *paths: Path) -> None:
        file, staff, stopped = self._at.file, self._at.shift.staff, self._at.stopped
        if stopped.why is not None:
            self._window.strip.show_outcome(
                lambda say: (stopped.title(say), stopped.sentence(say)), is_well=False
            )
            return

        def work(tick: Ticker) -> PhotosTaken:
            from checkin.desk.photos import take_folder, take_many  # noqa: PLC0415 - Pillow is loaded when it is needed

            if len(paths) == 1 and paths[0].is_dir():
                return take_folder(file, staff, paths[0], tick)
            return take_many(file, staff, paths, tick)

        self._progress = (0, 0)
        self._told = self._doing
        self._handle = self._at.tasks.batch.run(
            work,
            then=self._on_taken,
            fail=self._on_failed,
            progress=self._on_progress,
            stopped=self._on_stopped,
        )
        stop = Offer(lambda say: say.text("Stop"), self._handle.cancel)
        self._window.strip.ask(self._told, (stop,), is_danger=False)

    def _on_progress(self, progress: Progress) -> None:
        self._progress = (progress.done, progress.total)
        self._window.strip.write_again(self._told)

    def _doing(self, say: Wording) -> tuple[str, str]:
        done, number = self._progress
        return say.text("Taking photos in…"), f"{done:,} / {number:,}" if number else ""

    def _on_stopped(self) -> None:
        self._window.strip.put_away(self._told)
        self._window.strip.show_outcome(
            lambda say: (say.text("Stopped. No photo was taken in."), ""), is_well=True
        )

    def _on_failed(self, error: CheckinError) -> None:
        self._window.strip.put_away(self._told)
        self._at.trouble(error)

    def _on_taken(self, done: PhotosTaken) -> None:
        strip, changes = self._window.strip, self._at.changes
        strip.put_away(self._told)

        def tell(say: Wording) -> tuple[str, str]:
            return say.photos_taken(done.taken, done.same, len(done.not_matched), len(done.rejected)), _about(
                done, say
            )

        if done.not_matched or done.rejected:
            offers = (
                Offer(lambda say: say.text("Copy the list"), lambda: _copy(done, self._at.look.say)),
                Offer(lambda say: say.text("Close"), lambda: strip.put_away(tell)),
            )
            strip.ask(tell, offers, is_danger=False)
        else:
            strip.show_outcome(tell, is_well=True)
        if done.act is not None:
            changes.delegates_changed.emit(frozenset())
            changes.acts_changed.emit()
            changes.list_came_in.emit()

    def _ask_for_folder(self, parent: QWidget) -> Path | None:
        say = self._at.look.say
        return choose_folder(parent, say.text("Choose the folder of photos"), say)


def _about(done: PhotosTaken, say: Wording) -> str:
    """The first files that mean nobody or were not taken, and how the act is undone."""
    parts = []
    if done.not_matched:
        parts.append(say.about(say.text("Files that mean nobody"), _some(done.not_matched)))
    if done.rejected:
        parts.append(say.about(say.text("Not taken"), _some(tuple(name for name, _ in done.rejected))))
    if done.act is not None:
        parts.append(say.text("One undo on the Import page takes all of them back."))
    return "  ·  ".join(parts)


def _some(names: tuple[str, ...]) -> str:
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f", … (+{more:,})" if more > 0 else "")


def _copy(done: PhotosTaken, say: Wording) -> None:
    """Copy the names of all files that were not taken, with the reason for each, to paste them into a table."""
    nobody = say.text("means nobody")
    lines = [f"{name}\t{nobody}" for name in done.not_matched]
    lines += [f"{name}\t{say.trouble(error)[1]}" for name, error in done.rejected]
    QGuiApplication.clipboard().setText("\n".join(lines))
