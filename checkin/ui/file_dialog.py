"""Asking for a file or folder, by dialogs that open no file.

Qt's own dialog opens each file that it lists, to see of what kind the file is. On Linux and macOS a program that closes
any handle of a file loses all its locks on the file (https://sqlite.org/howtocorrupt.html, "POSIX advisory locks"). If
the open event file lies in a listed folder, another program would then take the event for closed, and delete its log.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from checkin.wording import Wording

_HAS_SAFE_DIALOG: Final = sys.platform in {"win32", "darwin"}
"""Whether the system's own dialog runs in another process, or the system's locks belong to handles."""


def choose_file(parent: QWidget, title: str, folder: Path | None, kinds: str, say: Wording) -> Path | None:
    """Let the operator choose a file; None if they choose none.

    `kinds` are the files that are offered, in Qt's notation, such as "Event files (*.event)". The dialog begins in
    `folder`, or where the last dialog was if it is None.
    """
    dialog = _dialog(parent, title, folder, say)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(kinds.split(";;"))
    return _chosen(dialog)


def choose_folder(parent: QWidget, title: str, say: Wording) -> Path | None:
    """Let the operator choose a folder; None if they choose none."""
    dialog = _dialog(parent, title, None, say)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _chosen(dialog)


def choose_where_to_save(
    parent: QWidget, title: str, proposed: Path, say: Wording, endings: Sequence[str] = ()
) -> Path | None:
    """Let the operator choose where a new file is saved; None if they do not. `proposed` has the file's ending.

    With several `endings`, such as ("pdf", "ics"), the operator also chooses the kind of the file.
    """
    dialog = _dialog(parent, title, proposed.parent, say)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, say.text("Save"))
    dialog.setNameFilters([f"*.{ending}" for ending in endings] or [f"*{proposed.suffix}"])
    dialog.setDefaultSuffix(proposed.suffix[1:])
    dialog.selectFile(proposed.name)
    dialog.filterSelected.connect(lambda kind: _take_kind(dialog, kind.removeprefix("*.")))
    return _chosen(dialog)


def _take_kind(dialog: QFileDialog, ending: str) -> None:
    """Give the name in the dialog the ending of the kind that the operator has chosen."""
    dialog.setDefaultSuffix(ending)
    names = dialog.selectedFiles()
    if names:
        dialog.selectFile(Path(names[0]).with_suffix(f".{ending}").name)


def _dialog(parent: QWidget, title: str, folder: Path | None, say: Wording) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder or ""))
    if _HAS_SAFE_DIALOG:
        return dialog
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.setIconProvider(_icons())
    for label, words in (
        (QFileDialog.DialogLabel.LookIn, say.text("Folder:")),
        (QFileDialog.DialogLabel.FileName, say.text("File name:")),
        (QFileDialog.DialogLabel.FileType, say.text("Kind of file:")),
        (QFileDialog.DialogLabel.Accept, say.text("Choose")),
        (QFileDialog.DialogLabel.Reject, say.text("Cancel")),
    ):
        dialog.setLabelText(label, words)
    return dialog


def _chosen(dialog: QFileDialog) -> Path | None:
    is_taken = dialog.exec()
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if is_taken and chosen else None


class _Icons(QAbstractFileIconProvider):
    """Gives the icon and the kind of a listed file by its name alone. Qt asks in a thread of its own."""

    def __init__(self) -> None:
        super().__init__()
        style = QApplication.style()
        self._file = style.standardIcon(QStyle.StandardPixmap.SP_FileIcon)
        self._folder = style.standardIcon(QStyle.StandardPixmap.SP_DirIcon)

    def icon(self, what: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        """The icon of a folder, or that of a file."""
        if isinstance(what, QFileInfo):
            return self._folder if what.isDir() else self._file
        return self._file if what is QAbstractFileIconProvider.IconType.File else self._folder

    def type(self, info: QFileInfo) -> str:
        """The file's ending, in capitals."""
        return "" if info.isDir() else info.suffix().upper()


@cache
def _icons() -> _Icons:
    """The one provider of icons, which outlives every dialog."""
    return _Icons()
