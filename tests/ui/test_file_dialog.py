"""Dialogs for files: they open none of the files that they list, and speak the window's language."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QListView, QPushButton, QWidget

import checkin
from checkin import wording
from checkin.ui.file_dialog import choose_file, choose_folder, choose_where_to_save
from tests.ui.desks import an_event_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from checkin.storage.event_file import EventFile

ALL_LOCKS: Final = Path("/proc/locks")
OWN: Final = "file_dialog.py"
"""The one module that makes dialogs for files."""


def in_the_dialog(qtbot: QtBot, do: Callable[[QFileDialog], object]) -> None:
    """Do this in the dialog that opens next, once it has listed its folder."""

    def begin() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(1, begin)
            return
        listed = dialog.findChild(QListView, "listView")
        assert listed is not None
        qtbot.waitUntil(lambda: listed.model().rowCount(listed.rootIndex()) > 0)
        do(dialog)

    QTimer.singleShot(0, begin)


def locks_on(file: EventFile) -> int:
    numbers = [file.path.with_name(file.path.name + ending).stat().st_ino for ending in ("", "-shm")]
    return sum(f":{number} " in line for line in ALL_LOCKS.read_text().splitlines() for number in numbers)


@pytest.mark.skipif(not ALL_LOCKS.exists(), reason="only Linux tells which files are locked")
@pytest.mark.parametrize(
    "ask",
    [
        lambda parent, file: choose_file(parent, "", file.path.parent, "All (*)", wording.in_language("en")),
        lambda parent, file: choose_where_to_save(
            parent, "", file.path.with_name("report.pdf"), wording.in_language("en")
        ),
    ],
    ids=["open", "save"],
)
def test_a_dialog_in_the_events_folder_leaves_the_event_locked(
    tmp_path: Path, qtbot: QtBot, ask: Callable[[QWidget, EventFile], Path | None]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    (tmp_path / "reports").mkdir()
    with an_event_file(tmp_path / "forum.event") as file:
        before = locks_on(file)
        in_the_dialog(qtbot, QFileDialog.reject)

        assert ask(parent, file) is None
        assert before > 0
        assert locks_on(file) == before


@pytest.mark.parametrize("language", ["fr", "km", "zh"])
def test_a_dialog_speaks_the_windows_language(tmp_path: Path, qtbot: QtBot, language: str) -> None:
    (tmp_path / "list.csv").write_text("Name")
    parent = QWidget()
    qtbot.addWidget(parent)
    said: list[str] = []

    def read(dialog: QFileDialog) -> None:
        texts = [*dialog.findChildren(QLabel), *dialog.findChildren(QPushButton)]
        said.extend(each.text() for each in texts if each.isVisible())
        dialog.reject()

    in_the_dialog(qtbot, read)
    choose_file(parent, "", tmp_path, "CSV (*.csv)", wording.in_language(language))

    say = wording.in_language(language)
    words = ("Folder:", "File name:", "Kind of file:", "Choose", "Cancel")
    assert {say.text(each) for each in words} <= {each.replace("&", "") for each in said}


def test_what_is_chosen_is_given(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "list.csv").write_text("Name")
    (tmp_path / "inside").mkdir()
    parent, say = QWidget(), wording.in_language("en")
    qtbot.addWidget(parent)

    def take(name: str) -> Callable[[QFileDialog], object]:
        def do(dialog: QFileDialog) -> None:
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            assert field is not None
            field.setText(str(tmp_path / name))
            dialog.accept()

        return do

    in_the_dialog(qtbot, take("list.csv"))
    assert choose_file(parent, "", tmp_path, "CSV (*.csv)", say) == tmp_path / "list.csv"
    in_the_dialog(qtbot, QFileDialog.accept)
    assert choose_where_to_save(parent, "", tmp_path / "report.pdf", say) == tmp_path / "report.pdf"
    in_the_dialog(qtbot, take("inside"))
    assert choose_folder(parent, "", say) == tmp_path / "inside"


def test_many_dialogs_over_a_full_folder_never_hang(tmp_path: Path, qtbot: QtBot) -> None:
    for number in range(400):
        (tmp_path / f"{number}.csv").write_text("")
    parent, say = QWidget(), wording.in_language("en")
    qtbot.addWidget(parent)

    for _ in range(20):
        in_the_dialog(qtbot, QFileDialog.reject)
        assert choose_file(parent, "", tmp_path, "CSV (*.csv)", say) is None
        QApplication.processEvents()


def test_nobody_else_makes_a_dialog_for_files() -> None:
    folder = Path(checkin.__file__).parent
    others = [
        path.name
        for path in sorted(folder.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and any(each.name == "QFileDialog" for each in node.names)
    ]

    assert others == [OWN]
