"""The whole program between events: the start page, what is dropped, another event, a copy, a rehearsal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QToolButton

from checkin import app, recents
from checkin.app.open_event import OpenEvent
from checkin.desk.arrive import arrive
from checkin.desk.define import amend
from checkin.desk.find import everybody, find
from checkin.desk.photos import photo_of
from checkin.domain.codes import Code
from checkin.domain.programme import LocalText
from checkin.recents import RecentEvent
from checkin.storage.event_file import EventFile
from checkin.ui.arrivals.arrivals_page import ArrivalsPage
from checkin.ui.import_list.import_page import ImportPage
from checkin.ui.lamp import Lamp
from checkin.ui.main_window import PAGES
from checkin.ui.one_window import OneWindow, is_raised
from checkin.ui.programme.programme_page import ProgrammePage
from checkin.ui.recent_list import RecentList
from checkin.ui.start import StartPage
from tests.importing.made_files import a_csv
from tests.photos import a_photo
from tests.programs import a_program
from tests.ui.desks import NOW, STAFF, an_event_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

HERE = "0123456789ab"


@pytest.fixture
def event(tmp_path: Path) -> Path:
    return a_file(tmp_path / "forum.event")


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return a_file(tmp_path / "seminar.event")


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[app.Program]:
    yield from a_program(qapp, tmp_path)


class Window:
    """The program as an operator sees and handles it."""

    def __init__(self, program: app.Program, qtbot: QtBot) -> None:
        self.program = program
        self.window = program.window
        self._qtbot = qtbot

    def show(self, event: Path | None) -> None:
        self.program.show(event)
        if event is None:
            self.until_start()
        else:
            self.until_open(event)
        self.window.activateWindow()
        self._qtbot.waitActive(self.window)

    @property
    def start(self) -> StartPage:
        (page,) = self.window.findChildren(StartPage)
        return page

    @property
    def recent(self) -> RecentList:
        (listed,) = self.start.findChildren(RecentList)
        return listed

    @property
    def rows(self) -> list[str]:
        return [self.recent.item(row).text() for row in range(self.recent.count())]

    @property
    def strip(self) -> str:
        strip = self.window.strip
        return ": ".join(label.text() for label in strip.findChildren(QLabel) if label.text())

    def until_start(self) -> None:
        self._qtbot.waitUntil(lambda: len(self.window.findChildren(StartPage)) == 1, timeout=20_000)

    def until_open(self, event: Path) -> None:
        def is_open() -> bool:
            page = self.window.page
            return isinstance(page, ArrivalsPage) and self.window.state[""].get("file") == str(event)

        self._qtbot.waitUntil(is_open, timeout=20_000)

    def until_strip_says(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: self.window.strip.isVisible() and words in self.strip, timeout=20_000)

    def until_window_is(self, title: str) -> None:
        self._qtbot.waitUntil(lambda: self.window.windowTitle() == title, timeout=20_000)

    def until_idle(self) -> None:
        tasks = self.program.tasks
        self._qtbot.waitUntil(
            lambda: (
                not self.program.opener.closing
                and not any(lane.is_busy for lane in (tasks.batch, tasks.devices, tasks.prompt))
            ),
            timeout=20_000,
        )

    def choose_in_menu(self, words: str) -> None:
        menu = self.program.menu.of_event
        (action,) = [each for each in menu.actions() if each.text() == words and each.isVisible()]
        assert menu.menuAction().isEnabled()
        action.trigger()

    def answer(self, words: str) -> None:
        (button,) = [each for each in self.window.strip.findChildren(QToolButton) if each.text() == words]
        button.click()

    def drop(self, *paths: Path) -> bool:
        """Drag these files into the window and let them go there; whether the window takes them."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        handle = self.window.windowHandle()
        action, button, none = (
            Qt.DropAction.CopyAction,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        entering = QDragEnterEvent(QPointF(40, 90).toPoint(), action, data, button, none)
        QApplication.sendEvent(handle, entering)
        QApplication.sendEvent(handle, QDropEvent(QPointF(40, 90), action, data, button, none))
        return entering.isAccepted()


@pytest.fixture
def window(program: app.Program, qtbot: QtBot) -> Window:
    return Window(program, qtbot)


def a_file(path: Path) -> Path:
    with an_event_file(path):
        return path


def as_recent(path: Path) -> RecentEvent:
    return RecentEvent(path, (("en", "Forum"), ("km", "វេទិកា")), date(2026, 9, 14), date(2026, 9, 15))


# ---- the start page


def test_a_first_start_says_what_to_do_and_lists_nothing(window: Window) -> None:
    window.show(None)
    seen = [label.text() for label in window.start.findChildren(QLabel) if label.isVisible()]

    assert any("first start" in words for words in seen)
    assert not window.recent.isVisible()
    assert not window.program.menu.of_event.menuAction().isEnabled()


def test_the_demo_is_one_click_away(program: app.Program, qtbot: QtBot) -> None:
    start = StartPage(program.look, program.tasks.devices)
    qtbot.addWidget(start)
    (demo,) = [each for each in start.findChildren(QPushButton) if "demo" in each.text()]
    with qtbot.waitSignal(start.demo_wanted):
        QTest.mouseClick(demo, Qt.MouseButton.LeftButton)


def test_recent_events_are_known_without_being_opened_and_enter_opens_the_newest(
    window: Window, event: Path, other: Path, qtbot: QtBot
) -> None:
    gone = other.with_name("gone.event")
    for path in (gone, other, event):
        recents.remember_event(as_recent(path))
    other.write_text("not read before it is opened", "utf-8")
    window.show(None)
    qtbot.waitUntil(lambda: any("not found" in row for row in window.rows))

    assert window.rows == [
        f"Forum\nSep 14, 2026 – Sep 15, 2026 · {event}",
        f"Forum\nSep 14, 2026 – Sep 15, 2026 · {other}",
        f"Forum\nSep 14, 2026 – Sep 15, 2026 · not found: {gone}",
    ]
    assert window.window.focusWidget() is window.recent
    QTest.keyClick(window.recent, Qt.Key.Key_Return)
    window.until_open(event)


def test_delete_takes_an_event_off_the_list_and_leaves_its_file(
    window: Window, event: Path, other: Path
) -> None:
    for path in (other, event):
        recents.remember_event(as_recent(path))
    window.show(None)
    QTest.keyClick(window.recent, Qt.Key.Key_Delete)

    assert [known.path for known in recents.recent_events()] == [other]
    assert len(window.rows) == 1
    assert event.exists()
    window.program.look.speak("km")
    assert window.rows[0].startswith("វេទិកា\n")
    QTest.keyClick(window.recent, Qt.Key.Key_Delete)
    assert not window.recent.isVisible()


# ---- closing, and another event


def test_a_closed_event_is_backed_up_and_nothing_of_it_stays(window: Window, event: Path) -> None:
    window.show(event)
    with EventFile.open(event, HERE) as file:
        (badge,) = arrive(file, STAFF, [find(file, "chea")[0].delegate.id], NOW)
    window.until_idle()
    window.choose_in_menu("Close this event")
    window.until_start()
    window.until_idle()

    assert window.rows == [f"Forum\nSep 14, 2026 – Sep 15, 2026 · {event}"]
    assert window.window.windowTitle() == "checkin"
    assert [lamp.text() for lamp in window.window.footer.findChildren(Lamp)[:3]] == [
        "Printer",
        "Back-up",
        "Journal",
    ]
    assert not event.with_name("forum.event-wal").exists(), "the file is closed whole"
    copies = list(event.with_name("forum.backups").glob("*.event"))
    assert copies
    with EventFile.open(max(copies), HERE) as file:
        assert [known.delegate.name for known in everybody(file) if known.arrival] == ["CHEA Vanna"]
    window.window.on_scanned(badge.code)
    assert "No event is open" in window.strip
    QTest.keyClick(window.recent, Qt.Key.Key_Return)
    window.until_open(event)


def test_an_event_that_is_opened_again_while_it_is_being_closed_opens_after_that(
    window: Window, event: Path
) -> None:
    window.show(event)
    window.until_idle()
    window.choose_in_menu("Close this event")
    window.program.opener.open(event)
    window.until_open(event)

    assert not window.window.strip.isVisible(), "it is not in use by another program"


def test_another_event_that_is_dropped_takes_the_place_of_the_open_one(
    window: Window, event: Path, other: Path
) -> None:
    window.show(event)
    window.until_idle()
    window.window.open_page(2)
    assert window.drop(other)
    window.until_open(other)
    window.until_idle()
    with EventFile.open(other, HERE) as file:
        code = file.mint_code()
    page = window.window.page
    assert isinstance(page, ArrivalsPage)
    window.window.on_scanned(code.text)
    window.until_idle()

    assert "genuine" in page.band.text
    assert not event.with_name("forum.event-wal").exists()
    assert [known.path for known in recents.recent_events()] == [other, event]
    assert not window.window.strip.isVisible()


def test_an_event_file_that_cannot_be_opened_leaves_the_open_one(
    window: Window, event: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "letter.event"
    wrong.write_text("Dear all,", "utf-8")
    window.show(event)
    page = window.window.page
    window.drop(wrong)
    window.until_strip_says("not an event file")

    assert window.window.page is page
    window.drop(event)
    assert "This event is open already" in window.strip


def test_what_is_half_typed_is_asked_about_before_another_event_opens(
    window: Window, event: Path, other: Path
) -> None:
    window.show(event)
    page = window.window.page
    assert isinstance(page, ArrivalsPage)
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    window.until_idle()
    focused = page.focusWidget()
    QTest.keyClicks(focused, "Ros")
    window.window.open_page(2)
    window.drop(other)

    assert window.window.page is page
    assert "half done" in window.strip
    window.answer("Go back to it")
    assert window.window.page is page
    assert not window.window.strip.isVisible()
    window.drop(other)
    window.answer("Go on without it")
    window.until_open(other)


def begin_form(window: Window, event: Path) -> ArrivalsPage:
    """Open the event, begin an on-site registration, and go to another page."""
    window.show(event)
    page = window.window.page
    assert isinstance(page, ArrivalsPage)
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    window.until_idle()
    QTest.keyClicks(page.focusWidget(), "Ros")
    window.window.open_page(2)
    return page


def test_what_is_half_typed_is_asked_about_before_the_window_closes(
    window: Window, event: Path, qtbot: QtBot
) -> None:
    page = begin_form(window, event)
    closed: list[bool] = []
    window.window.closed.connect(lambda: closed.append(True))
    window.window.close()

    assert window.window.isVisible()
    assert window.window.page is page
    assert "half done" in window.strip
    window.answer("Go back to it")
    assert page.is_begun
    assert not window.window.strip.isVisible()
    window.window.close()
    assert not closed
    with qtbot.waitSignal(window.window.closed):
        window.answer("Go on without it")
    assert not window.window.isVisible()


class Stays(QObject):
    """Something that refuses the closing of the window when the operator has agreed to it."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Refuse a closing."""
        if event.type() is QEvent.Type.Close:
            event.ignore()
            return True
        return False


def test_a_window_that_stays_open_after_all_asks_again_at_the_next_closing(
    window: Window, event: Path
) -> None:
    page = begin_form(window, event)
    window.window.close()
    refusing = Stays()
    window.window.installEventFilter(refusing)
    window.answer("Go on without it")
    window.window.removeEventFilter(refusing)

    assert window.window.isVisible()
    window.window.close()
    assert window.window.isVisible()
    assert page.is_begun
    assert "half done" in window.strip


def test_a_form_that_was_given_up_holds_up_no_closing(window: Window, event: Path) -> None:
    page = begin_form(window, event)
    window.window.open_page(0)
    while page.is_begun:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    window.window.close()

    assert not window.window.isVisible()


# ---- what is dropped


def test_a_list_that_is_dropped_is_looked_at_and_nothing_comes_in(
    window: Window, event: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.show(event)
    window.drop(a_csv(tmp_path, (("Family name", "Category"), ("TEP", "M"))))
    page = window.window.page
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(page.bring_in_button.isEnabled, timeout=20_000)
    with EventFile.open(event, HERE) as file:
        assert find(file, "tep") == []


def test_a_programme_that_is_dropped_is_looked_at_on_its_page(
    window: Window, event: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    calendar = tmp_path / "calendar.ics"
    calendar.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:one\r\n"
        "DTSTAMP:20270101T000000Z\r\nDTSTART:20990101T090000Z\r\nDTEND:20990101T100000Z\r\nSUMMARY:Talk\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    window.show(event)
    window.drop(calendar)
    page = window.window.page
    assert isinstance(page, ProgrammePage)
    qtbot.waitUntil(lambda: page.from_file.check is not None, timeout=20_000)
    window.drop(a_csv(tmp_path, (("Day", "Time", "Title"), ("Day 1", "09:00-10:00", "Talk"))))
    qtbot.waitUntil(lambda: getattr(page.from_file.check, "to_come", 0) == 1, timeout=20_000)

    assert window.window.page is page


def test_what_cannot_be_taken_is_said_and_changes_nothing(window: Window, tmp_path: Path) -> None:
    guests = a_csv(tmp_path, (("Family name",), ("TEP",)))
    picture = tmp_path / "photo.jpg"
    picture.write_bytes(b"\xff\xd8")
    (tmp_path / "empty").mkdir()
    window.show(None)
    for paths, words in (
        ((guests,), "Open an event first"),
        ((picture,), "photo.jpg is neither an event nor a list"),
        ((tmp_path / "empty",), "is neither an event nor a list"),
        ((tmp_path / "gone.event",), "gone.event is neither an event nor a list"),
        ((guests, picture), "Open an event first"),
        ((picture, picture), "None of these files is a list"),
    ):
        assert window.drop(*paths)
        assert words in window.strip, paths
    assert not window.drop(), "a text that is dragged is left to the fields"
    assert window.start.isVisible()


# ---- one window for one file


def a_second_start(event: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "checkin", "desk", str(event)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def test_a_second_start_with_the_same_file_brings_the_first_window_to_the_front(
    window: Window, event: Path, qtbot: QtBot
) -> None:
    window.show(event)
    window.window.showMinimized()
    beside = event.with_name("the-same.event")
    beside.symlink_to(event)
    second = a_second_start(beside)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)

    assert second.returncode == 0
    assert not window.window.isMinimized()


def test_an_event_that_another_window_has_open_is_not_opened_twice_from_the_start_page(
    window: Window, event: Path, qtbot: QtBot
) -> None:
    first = OneWindow(window.window)
    first.answer_for(event)
    window.show(None)
    with qtbot.waitSignal(first.wanted):
        window.drop(event)
    window.until_strip_says("open in another window already")

    assert window.start.isVisible()
    first.answer_for(None)


def test_the_socket_of_a_killed_window_does_no_harm(event: Path, qapp: QApplication, qtbot: QtBot) -> None:
    killed = subprocess.Popen(
        [sys.executable, "-c", _ANSWERS, str(event)],
        stdout=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert killed.stdout is not None
    assert killed.stdout.readline() == b"True\n"
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    killed.stdout.close()

    assert not is_raised(event)
    window = OneWindow(qapp)
    window.answer_for(event)
    assert window.answers_for(event)
    second = a_second_start(event)
    with qtbot.waitSignal(window.wanted, timeout=20_000):
        pass
    assert second.wait(20) == 0
    window.answer_for(None)
    assert not is_raised(event)


_ANSWERS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from checkin.ui.programme.programme_page import ProgrammePage
from checkin.ui.one_window import OneWindow
app = QCoreApplication([])
window = OneWindow(app)
window.answer_for(Path(sys.argv[1]))
print(window.answers_for(Path(sys.argv[1])), flush=True)
time.sleep(60)
"""


def test_an_event_that_another_program_has_open_is_said_so_and_opens(window: Window, event: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDS, str(event)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"open\n"
    window.show(event)

    window.until_strip_says("open in another program too")
    holder.communicate(b"\n")


_HOLDS = """
import sys
from pathlib import Path
from checkin.desk.open_event import open_event
with open_event(Path(sys.argv[1])) as file:
    file.event
    print("open", flush=True)
    sys.stdin.readline()
"""


# ---- copies and rehearsals


def test_a_rehearsal_is_marked_and_nothing_of_it_comes_back(
    window: Window, event: Path, qtbot: QtBot
) -> None:
    window.show(event)
    window.until_idle()
    window.choose_in_menu("Rehearse…")
    window.answer("Rehearse")
    rehearsal = event.with_name("forum.rehearsal.event")
    window.until_open(rehearsal)
    window.until_idle()
    page = window.window.page
    assert isinstance(page, ArrivalsPage)
    page.finder.search.setText("chea")
    qtbot.waitUntil(lambda: [each.delegate.name for each in page.finder.results.found] == ["CHEA Vanna"])
    page.reception.receive()
    window.until_idle()
    marks: list[QLabel | QPushButton] = [
        each
        for kind in (QLabel, QPushButton)
        for each in window.window.findChildren(kind)
        if each.property("tone") == "rehearsal"
    ]
    way_back = next(each.menu() for each in marks if isinstance(each, QPushButton))

    def seen() -> list[str]:
        return [mark.text() for mark in marks if mark.isVisible()]

    assert window.window.windowTitle() == "Rehearsal: Forum"
    assert "Back to the event" in [each.text() for each in way_back.actions() if each.isVisible()]
    assert seen() == ["Rehearsal"]
    window.window.open_page(1)
    assert seen() == ["Rehearsal"]
    window.window.showFullScreen()
    qtbot.waitUntil(lambda: not window.window.footer.isVisible())
    assert seen() == ["Rehearsal"], "also where guests stand before the door"
    window.window.showNormal()
    window.choose_in_menu("Delete the rehearsal…")
    window.answer("Cancel")
    assert rehearsal.exists()
    window.choose_in_menu("Delete the rehearsal…")
    window.answer("Delete the rehearsal")
    window.until_start()
    window.until_idle()

    assert not [each for each in event.parent.iterdir() if "rehearsal" in each.name]
    assert [known.path for known in recents.recent_events()] == [event]
    QTest.keyClick(window.recent, Qt.Key.Key_Return)
    window.until_open(event)
    assert not any(mark.isVisible() for mark in marks)
    with EventFile.open(event, HERE) as file:
        assert [known for known in everybody(file) if known.arrival] == []


def test_from_a_rehearsal_the_menu_leads_back_to_the_event_which_is_proposed_first(
    window: Window, event: Path
) -> None:
    window.show(event)
    window.until_idle()
    for name in ("forum.rehearsal.event", "forum.rehearsal-2.event"):
        window.choose_in_menu("Rehearse…")
        window.answer("Rehearse")
        window.until_open(event.with_name(name))
        window.until_idle()
        window.choose_in_menu("Back to the event")
        window.until_open(event)
        window.until_idle()
    window.choose_in_menu("Rehearse…")
    window.answer("Rehearse")
    window.until_open(event.with_name("forum.rehearsal-3.event"))
    window.until_idle()
    window.choose_in_menu("Close this event")
    window.until_start()

    assert [row.startswith("Rehearsal: ") for row in window.rows] == [False, True, True, True]
    assert window.recent.path == event


def test_a_rehearsal_of_the_demo_is_a_demo_and_neither_is_listed(window: Window, event: Path) -> None:
    window.program.show(event, is_demo=True)
    window.until_open(event)
    window.until_idle()
    window.choose_in_menu("Rehearse…")
    window.answer("Rehearse")
    window.until_open(event.with_name("forum.rehearsal.event"))
    window.until_idle()

    assert window.program.opener.is_demo
    assert recents.recent_events() == ()


def test_the_title_in_the_list_follows_a_change_of_the_event(window: Window, event: Path) -> None:
    window.show(event)
    window.until_idle()
    with EventFile.open(event, HERE) as file:
        known = file.event
        renamed = replace(known, description=replace(known.description, title=LocalText.of("Summit")))
        amend(file, STAFF, known, renamed)
    window.until_window_is("Summit")
    window.until_idle()

    assert [each.title for each in recents.recent_events()] == [(("", "Summit"),)]


def test_a_copy_is_saved_while_the_event_is_open(window: Window, event: Path) -> None:
    window.show(event)
    window.until_idle()
    proposed: list[str] = []

    def save() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        proposed.extend(dialog.selectedFiles())
        dialog.accept()

    QTimer.singleShot(0, save)
    window.choose_in_menu("Save a copy…")
    window.until_strip_says("The copy is saved")

    copy = event.with_name("forum-copy.event")
    assert proposed == [str(copy)]
    with EventFile.open(copy, HERE) as file:
        assert len(everybody(file)) == 8
        assert isinstance(file.read_code(file.mint_code().text), Code)


# ---- photos


def photos_of(event: Path) -> list[str]:
    """The names of those who have a photo."""
    with EventFile.open(event, HERE) as file:
        return [each.delegate.name for each in everybody(file) if photo_of(file, each.delegate) is not None]


def a_folder_of_photos(tmp_path: Path) -> Path:
    """Photos of two people, one of nobody, and one that cannot be read."""
    (folder := tmp_path / "photos").mkdir()
    for name in ("CHEA Vanna.jpg", "Rith KEM.png", "IMG_1.jpg"):
        a_photo(folder / name)
    (folder / "LY Nary.jpg").write_text("no photo")
    return folder


def test_a_folder_of_photos_is_taken_in_from_the_menu_and_what_was_not_taken_is_said(
    window: Window, event: Path, tmp_path: Path
) -> None:
    folder = a_folder_of_photos(tmp_path)
    window.show(event)
    opened = window.program.findChild(OpenEvent)
    assert opened is not None
    opened.photos.ask_for_folder = lambda _parent: folder
    window.choose_in_menu("Take in a folder of photos…")
    window.until_strip_says("2 photos taken in · 1 file means nobody · 1 file not taken")

    assert "IMG_1.jpg" in window.strip
    assert "LY Nary.jpg" in window.strip
    assert "One undo on the Import page" in window.strip
    window.answer("Copy the list")
    copied = QApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in copied] == ["IMG_1.jpg", "LY Nary.jpg"]
    window.answer("Close")
    assert not window.window.strip.isVisible()
    assert sorted(photos_of(event)) == ["CHEA Vanna", "KEM Rith"]


def test_photos_that_are_dropped_are_taken_in_by_their_names_and_undone_on_the_import_page(
    window: Window, event: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = a_folder_of_photos(tmp_path)
    window.show(event)
    assert window.drop(folder / "CHEA Vanna.jpg", folder / "Rith KEM.png")
    window.until_strip_says("2 photos taken in")
    assert len(photos_of(event)) == 2
    window.window.open_page(next(n for n, entry in enumerate(PAGES) if entry.module == "import_list"))
    page = window.window.page
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(lambda: bool(page.work.last.act))
    page.asking.ask()
    qtbot.waitUntil(lambda: page.asking.is_open)
    QTest.keyClick(window.window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: photos_of(event) == [], timeout=20_000)


def test_a_photo_that_is_dropped_is_of_whoever_is_selected(
    window: Window, event: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.show(event)
    page = window.window.page
    assert isinstance(page, ArrivalsPage)
    page.take_typed("chea")
    qtbot.waitUntil(lambda: page.finder.chosen is not None)
    window.drop(a_photo(tmp_path / "IMG_1.jpg"))
    qtbot.waitUntil(lambda: page.side.is_writing)

    assert photos_of(event) == []


def test_a_folder_that_is_no_folder_of_photos_is_said(window: Window, event: Path, tmp_path: Path) -> None:
    (folder := tmp_path / "letters").mkdir()
    (folder / "letter.odt").touch()
    window.show(event)
    window.drop(folder)

    window.until_strip_says("letters is neither an event nor a list")


def test_photos_that_are_stopped_leave_none(window: Window, event: Path, tmp_path: Path) -> None:
    (folder := tmp_path / "photos").mkdir()
    for n in range(400):
        a_photo(folder / f"IMG_{n}.jpg", size=(60, 80))
    a_photo(folder / "ZZ CHEA Vanna.jpg")
    window.show(event)
    window.drop(folder)
    window.answer("Stop")
    window.until_strip_says("Stopped. No photo was taken in.")

    assert photos_of(event) == []
