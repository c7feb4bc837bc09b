"""Files that are dropped anywhere on the window, wherever the pointer is."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QWindow

LIST_ENDINGS: Final = (
    *(".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"),
    *(".html", ".htm", ".xml", ".vcf", ".ldif"),
)
"""The endings of the names of files that hold lists."""
CALENDAR_ENDING: Final = ".ics"
PROGRAMME_ENDINGS: Final = (*LIST_ENDINGS, CALENDAR_ENDING)
"""The endings of the names of files that can hold a programme."""
PHOTO_ENDINGS: Final = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff")
"""The endings of the names of photo files."""
_DRAGGED: Final = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})


_MOST_LOOKED_AT: Final = 1_000


def are_photos(paths: Sequence[Path]) -> bool:
    """Whether these paths are files with the endings of photos, or a single folder that contains such files."""
    if len(paths) == 1 and paths[0].is_dir():
        try:
            with os.scandir(paths[0]) as there:
                return any(_is_photo(each.name) for each in islice(there, _MOST_LOOKED_AT))
        except OSError:
            return False
    return all(_is_photo(path.name) for path in paths)


def _is_photo(name: str) -> bool:
    return name.casefold().endswith(PHOTO_ENDINGS)


def lists_in(paths: Iterable[Path]) -> list[Path]:
    """Those of these files that may be lists; a folder is replaced by the files in it, sorted by name."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        found += [
            each
            for each in inside
            if each.suffix.casefold() in LIST_ENDINGS
            and not each.name.startswith((".", "~$"))
            and each.is_file()
        ]
    return list(dict.fromkeys(found))


class Drops(QObject):
    """Takes the files that are dropped on the window, before a text field could insert their paths as text."""

    dropped = Signal(list)
    """Emitted with the paths of the files that were dropped together."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._are_over = False

    def listen_to(self, window: QWindow) -> None:
        """Take what is dropped on this window; a second call with the same window changes nothing."""
        window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Accept files while they are dragged over the window, and emit `dropped` where they are let go."""
        if event.type() is QEvent.Type.DragLeave and self._are_over:
            self._are_over = False
            return True  # Qt has not seen them come
        if event.type() not in _DRAGGED or not isinstance(event, QDropEvent):
            return False
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            return False
        event.acceptProposedAction()
        self._are_over = event.type() is not QEvent.Type.Drop
        if event.type() is QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True
