"""The window while somebody pulls its event file away: nothing is told as done, and the event comes back."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QToolButton, QWidget

from checkin.desk.find import find
from checkin.desk.keep import bring_back
from checkin.domain.programme import LocalText
from checkin.errors import CheckinError, EventFileError
from checkin.storage.event_file import EventFile
from checkin.ui.arrivals.arrivals_page import ArrivalsPage
from checkin.ui.door.door_page import DoorPage
from checkin.ui.import_list.import_page import ImportPage
from checkin.ui.lamp import Lamp
from checkin.ui.reports.reports_page import ReportsPage
from checkin.ui.start import StartPage
from checkin.ui.theme import VERDICT_LOOKS, Look
from tests.programs import a_program, page_number
from tests.storage.pulled_away import pull_away
from tests.storage.stories import an_event
from tests.storage.test_two_windows import Window
from tests.ui.desks import an_event_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from checkin import app

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems do not let anybody take an open file away"
)


@pytest.fixture
def event(tmp_path: Path) -> Path:
    (tmp_path / "events").mkdir()
    with an_event_file(tmp_path / "events" / "forum.event") as file:
        return file.path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    with an_event_file(tmp_path / "other.event") as file:
        return file.path


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[app.Program]:
    yield from a_program(qapp, tmp_path)


def opened(program: app.Program, qtbot: QtBot) -> ArrivalsPage:
    qtbot.waitUntil(lambda: program.window.page is not None, timeout=20_000)
    page = program.window.page
    assert isinstance(page, ArrivalsPage)
    program.window.activateWindow()
    qtbot.waitActive(program.window)
    return page


def begun(program: app.Program, event: Path, qtbot: QtBot) -> ArrivalsPage:
    program.show(event)
    return opened(program, qtbot)


def received(program: app.Program, page: ArrivalsPage, name: str, qtbot: QtBot) -> None:
    """Type a name and press Enter; wait until all lanes rest."""
    handle = program.window.windowHandle()
    assert handle is not None
    page.finder.search.clear()
    for letter in name:
        QTest.keyClick(handle, letter)
    qtbot.waitUntil(
        lambda: (
            [each.delegate.family_name.lower() for each in page.finder.results.found] == [name]
            or "Bring the event back" in told(program)[1]  # a file that was cut cannot be searched any more
        )
    )
    QTest.keyClick(handle, Qt.Key.Key_Return)
    tasks = program.tasks
    qtbot.waitUntil(
        lambda: not (tasks.prompt.is_busy or tasks.batch.is_busy or tasks.devices.is_busy), timeout=20_000
    )


def told(program: app.Program) -> tuple[str, list[str]]:
    """The words of the journal's lamp, and the offers of the strip."""
    strip = program.window.strip
    offers = [button.text() for button in strip.findChildren(QToolButton) if button.text()]
    return program.window.footer.findChildren(Lamp)[2].text(), offers if strip.isVisible() else []


def strip_says(program: app.Program) -> list[str]:
    """The words of the strip, as far as it is shown."""
    return [
        label.text()
        for label in program.window.strip.findChildren(QLabel)
        if label.isVisible() and label.text()
    ]


def asked_what_lies_there(program: app.Program, qtbot: QtBot) -> None:
    """Choose to open what lies at the event's place; the window asks, for acts are not in that file."""
    qtbot.waitUntil(lambda: "Open what lies there now" in told(program)[1], timeout=10_000)
    pressed(program, "Open what lies there now")
    qtbot.waitUntil(lambda: "Open it without them" in told(program)[1], timeout=10_000)


def pressed(program: app.Program, words: str) -> None:
    (button,) = [each for each in program.window.strip.findChildren(QToolButton) if each.text() == words]
    button.click()


def arrived(event: Path) -> list[str]:
    with EventFile.open(event, "0123456789ab") as file:
        names = ("chea", "kem", "ly")
        return [name for name in names if any(each.arrival is not None for each in find(file, name))]


@pytest.mark.parametrize("how", ["deleted", "replaced", "overwritten", "cut", "log deleted"])
def test_nobody_is_told_as_arrived_once_the_file_is_gone_and_the_lamp_is_red(
    program: app.Program, event: Path, other: Path, qtbot: QtBot, how: str
) -> None:
    page = begun(program, event, qtbot)
    received(program, page, "chea", qtbot)
    pull_away(how, event, other)
    received(program, page, "kem", qtbot)

    assert told(program)[0] == "Journal: failed"
    qtbot.waitUntil(lambda: "Bring the event back" in told(program)[1], timeout=10_000)
    assert ("Open what lies there now" in told(program)[1]) == (how != "deleted")
    assert "KEM" not in page.band.text


def test_a_lost_file_is_told_within_seconds_though_nobody_acts(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    begun(program, event, qtbot)
    pull_away("deleted", event, other)

    qtbot.waitUntil(lambda: told(program) == ("Journal: failed", ["Bring the event back"]), timeout=10_000)


def test_each_key_and_button_that_records_says_in_its_place_that_nothing_is_recorded(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    page = begun(program, event, qtbot)
    received(program, page, "chea", qtbot)
    assert "CHEA" in page.band.text
    pull_away("deleted", event, other)
    qtbot.waitUntil(lambda: told(program) == ("Journal: failed", ["Bring the event back"]), timeout=10_000)

    said = "NOTHING IS RECORDED · Press “Bring the event back” at the top of the window."
    assert page.band.text == said
    received(program, page, "kem", qtbot)
    assert page.band.text == said
    assert (page.side.main.text(), page.side.main.isEnabled()) == ("NOTHING IS RECORDED", False)
    alive = [
        each.text() for each in page.side.findChildren(QPushButton) if each.isVisible() and each.isEnabled()
    ]
    assert alive == []
    for action in page.actions():
        if action.text() != "Private note":  # it only looks
            action.trigger()
        assert not page.side.is_asking, action.text()
    assert page.band.text == said

    program.window.open_page(page_number("import_list"))
    brought_in = program.window.page
    assert isinstance(brought_in, ImportPage)
    assert brought_in.bring_in_button.text() == "NOTHING IS RECORDED"
    assert not brought_in.bring_in_button.isEnabled()


def test_a_door_looks_stopped_and_never_ready_nor_green_once_the_file_is_gone(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    begun(program, event, qtbot)
    program.window.open_page(page_number("door"))
    door = program.window.page
    assert isinstance(door, DoorPage)
    door.take_state({"direction": "in", "told": True})
    pull_away("deleted", event, other)
    qtbot.waitUntil(lambda: told(program) == ("Journal: failed", ["Bring the event back"]), timeout=10_000)

    for act in (lambda: None, lambda: QTest.keyClick(door, Qt.Key.Key_Escape), lambda: door.on_scanned("B1")):
        act()
        qtbot.waitUntil(lambda: not program.tasks.prompt.is_busy)
        sight = door.panel.sight
        assert sight is not None
        assert sight.colour == VERDICT_LOOKS[Look.HELP_DESK].colour
        assert sight.lines[0].text in {"STOPPED", "NOT RECORDED"}
        assert door.operator.text.startswith("NOTHING IS RECORDED  ·  Press “Bring the event back”")
    assert not door.undo_button.isVisible()


def test_what_to_do_is_short_and_cannot_be_put_away(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    begun(program, event, qtbot)
    pull_away("deleted", event, other)
    qtbot.waitUntil(lambda: told(program) == ("Journal: failed", ["Bring the event back"]), timeout=10_000)
    said = ["The event file was deleted while it was open", "Nothing is recorded until the event is back."]
    assert strip_says(program) == said

    QTest.keyClick(program.window, Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)
    assert strip_says(program) == said
    program.show_trouble(CheckinError("The report cannot be written", "Choose another folder."))
    assert strip_says(program) == ["The report cannot be written", "Choose another folder."]
    assert told(program)[1] == ["Bring the event back"]


def test_a_search_that_cannot_be_done_shows_nobody_and_says_so(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    page = begun(program, event, qtbot)
    received(program, page, "chea", qtbot)
    pull_away("overwritten", event, other)
    qtbot.waitUntil(lambda: bool(told(program)[1]), timeout=10_000)
    handle = program.window.windowHandle()
    assert handle is not None
    for letter in "kem":
        QTest.keyClick(handle, letter)
    qtbot.waitUntil(lambda: not program.tasks.prompt.is_busy)

    assert page.finder.search.text() == "kem"
    assert list(page.finder.results.found) == []
    assert page.finder.chosen is None
    heading, say = page.finder.results.heading, program.look.say
    assert heading.words(say) == "Nobody can be searched for now"
    assert heading.if_empty(say) == "This cannot be read until the event is back."


@pytest.mark.parametrize("how", ["overwritten", "cut"])
def test_reports_that_cannot_be_read_say_so_and_are_not_saved_in_silence(
    program: app.Program, event: Path, other: Path, qtbot: QtBot, tmp_path: Path, how: str
) -> None:
    begun(program, event, qtbot)
    pull_away(how, event, other)
    qtbot.waitUntil(lambda: bool(told(program)[1]), timeout=10_000)
    program.window.open_page(page_number("reports"))
    page = program.window.page
    assert isinstance(page, ReportsPage)
    qtbot.waitUntil(lambda: not program.tasks.batch.is_busy, timeout=10_000)

    said = "This cannot be read until the event is back."
    assert (page.sessions.hint, page.view.rows.hint) == (said, said)
    assert page.view.title.text() == ""
    page.work.save(tmp_path / "report.csv")
    qtbot.waitUntil(lambda: strip_says(program)[:1] == ["The report was not saved"], timeout=10_000)
    assert strip_says(program)[1].endswith(". Save it again when the event is back.")
    assert told(program)[1]
    assert not (tmp_path / "report.csv").exists()


def test_the_printer_lamp_says_nothing_new_from_a_file_that_cannot_be_read(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    begun(program, event, qtbot)
    backed_up(program, event, qtbot)
    lamp = program.window.footer.findChildren(Lamp)[0]
    qtbot.waitUntil(lambda: not program.tasks.devices.is_busy)
    before = lamp.text(), lamp.toolTip()
    pull_away("overwritten", event, other)
    qtbot.waitUntil(lambda: bool(told(program)[1]), timeout=10_000)
    program.changes.printing_changed.emit()
    qtbot.waitUntil(lambda: not program.tasks.devices.is_busy)

    assert (lamp.text(), lamp.toolTip()) == before


def test_the_event_that_is_back_is_good_news_and_speaks_of_no_restart(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    page = begun(program, event, qtbot)
    received(program, page, "chea", qtbot)
    pull_away("deleted", event, other)
    received(program, page, "kem", qtbot)

    pressed(program, "Bring the event back")
    again = opened(program, qtbot)
    qtbot.waitUntil(lambda: bool(again.finder.results.found))

    assert program.window.strip.property("tone") == "calm"
    assert strip_says(program)[0] == "The event is back"
    assert again.band.text.startswith("Last selected")
    assert again.side.main.isEnabled()


def test_a_scan_while_the_event_cannot_be_brought_back_is_told_and_later_records_nothing(
    program: app.Program, event: Path, other: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(program, event, qtbot)
    backed_up(program, event, qtbot)
    program.window.open_page(page_number("door"))
    door = program.window.page
    assert isinstance(door, DoorPage)
    door.take_state({"direction": "in", "told": True})
    pull_away("deleted", event, other)
    qtbot.waitUntil(lambda: told(program) == ("Journal: failed", ["Bring the event back"]), timeout=10_000)
    resource = pytest.importorskip("resource", reason="only POSIX limits how large a file may be")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        pressed(program, "Bring the event back")
        qtbot.waitUntil(lambda: strip_says(program)[:1] == ["The disk is full"], timeout=20_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    monkeypatch.undo()
    assert ".new" not in " ".join(strip_says(program))
    assert program.window.findChildren(StartPage)
    assert not any(each.isChecked() for each in program.window.findChildren(QToolButton))

    program.window.on_scanned("CHEA")
    assert strip_says(program) == ["No event is open", "Scan again when an event is open."]
    qtbot.waitUntil(lambda: "Bring the event back" in told(program)[1])
    pressed(program, "Bring the event back")
    qtbot.waitUntil(lambda: isinstance(program.window.page, DoorPage), timeout=20_000)
    qtbot.waitUntil(lambda: not program.tasks.prompt.is_busy)
    assert strip_says(program)[0] == "The event is back"
    program.close()
    assert arrived(event) == []


@pytest.mark.parametrize("choice", ["Bring the event back", "Open what lies there now"])
def test_a_stick_that_was_pulled_out_and_is_put_in_again_offers_both_ways_and_all_is_there(
    program: app.Program, event: Path, other: Path, qtbot: QtBot, choice: str
) -> None:
    page = begun(program, event, qtbot)
    received(program, page, "chea", qtbot)
    folder, away = event.parent, event.parent.with_name("events away")
    pull_away("folder moved", event, other)
    received(program, page, "kem", qtbot)
    assert told(program)[1] == ["Bring the event back"]

    pressed(program, "Bring the event back")
    assert strip_says(program)[0] == "The folder of the event is not there"
    assert program.window.page is page
    away.rename(folder)
    qtbot.waitUntil(lambda: choice in told(program)[1], timeout=10_000)
    pressed(program, choice)
    received(program, opened(program, qtbot), "ly", qtbot)

    program.close()
    assert arrived(event) == ["chea", "ly"]


def test_an_event_that_can_only_be_read_says_at_once_that_nothing_is_recorded(
    program: app.Program, event: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checkin.storage.event_file.can_be_written", lambda _: False)
    page = begun(program, event, qtbot)

    assert page.band.text == "NOTHING IS RECORDED · The event file cannot be written to"
    assert not page.side.main.isEnabled()
    program.window.open_page(page_number("door"))
    door = program.window.page
    assert isinstance(door, DoorPage)
    door.take_state({"direction": "in", "told": True})
    assert door.panel.sight is not None
    assert door.panel.sight.lines[0].text == "STOPPED"


@pytest.mark.parametrize("how", ["deleted", "replaced", "log replaced"])
def test_the_event_comes_back_in_the_window_with_all_that_was_recorded_and_work_goes_on(
    program: app.Program, event: Path, other: Path, qtbot: QtBot, how: str
) -> None:
    page = begun(program, event, qtbot)
    received(program, page, "chea", qtbot)
    pull_away(how, event, other)
    received(program, page, "kem", qtbot)

    pressed(program, "Bring the event back")
    again = opened(program, qtbot)
    assert again is not page
    received(program, again, "kem", qtbot)
    received(program, again, "ly", qtbot)

    lamp, _ = told(program)
    assert ":" in lamp
    assert "failed" not in lamp
    program.close()
    assert arrived(event) == ["chea", "kem", "ly"]


def test_a_second_window_joins_the_event_that_another_has_brought_back(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    page = begun(program, event, qtbot)
    received(program, page, "chea", qtbot)
    pull_away("replaced", event, other)
    received(program, page, "kem", qtbot)
    bring_back(event, next(event.parent.glob("*.rescued-*")), lambda _: None)
    work = (
        "EventFile.open(Path(sys.argv[1]), 'ba9876543210'); print('open', flush=True); sys.stdin.readline()"
    )
    head = "import sys; from pathlib import Path; from checkin.storage.event_file import EventFile; file = "
    with subprocess.Popen(
        [sys.executable, "-c", head + work, str(event)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == b"open\n"

        pressed(program, "Bring the event back")
        again = opened(program, qtbot)
        assert strip_says(program)[0] == "The event is back"
        received(program, again, "ly", qtbot)
        program.close()
        first.communicate(b"\n")

    assert arrived(event) == ["chea", "ly"]


def test_a_window_that_another_is_in_the_way_of_keeps_its_button_until_the_event_is_back(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    page = begun(program, event, qtbot)
    received(program, page, "chea", qtbot)
    program.menu.backup_wanted.emit()
    qtbot.waitUntil(lambda: len(list((event.parent / "forum.backups").glob("*.event"))) == 1, timeout=10_000)
    second = Window(event, "ba9876543210")
    pull_away("overwritten", event, other)
    qtbot.waitUntil(lambda: "Bring the event back" in told(program)[1], timeout=10_000)

    pressed(program, "Bring the event back")
    qtbot.waitUntil(program.window.strip.isVisible, timeout=20_000)
    assert strip_says(program)[0] == "The event is open in another program"
    assert second.says("back") == "The event is back"
    pressed(program, "Bring the event back")
    received(program, opened(program, qtbot), "ly", qtbot)

    assert second.says("act") == "fine"
    second.process.communicate(timeout=60)
    program.close()
    assert arrived(event) == ["chea", "ly"]


def test_what_lies_there_now_can_be_opened_instead(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    page = begun(program, event, qtbot)
    received(program, page, "chea", qtbot)
    pull_away("replaced", event, other)
    received(program, page, "kem", qtbot)

    pressed(program, "Open what lies there now")
    qtbot.waitUntil(lambda: "Open it without them" in told(program)[1], timeout=10_000)
    pressed(program, "Open it without them")
    received(program, opened(program, qtbot), "ly", qtbot)

    program.close()
    assert arrived(event) == ["ly"]


def test_an_overwritten_event_comes_back_from_the_copy_with_the_newest_entries(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    page = begun(program, event, qtbot)
    received(program, page, "chea", qtbot)
    program.menu.backup_wanted.emit()
    qtbot.waitUntil(lambda: len(list((event.parent / "forum.backups").glob("*.event"))) == 1, timeout=10_000)
    received(program, page, "ly", qtbot)
    pull_away("emptied", event, other)
    received(program, page, "kem", qtbot)

    pressed(program, "Bring the event back")
    opened(program, qtbot)

    program.close()
    assert "chea" in arrived(event)


def backed_up(program: app.Program, event: Path, qtbot: QtBot) -> None:
    """Wait for the back-up that is made at the opening."""
    tasks = program.tasks
    folder = event.parent / "forum.backups"
    qtbot.waitUntil(lambda: any(folder.glob("*.event")) and not tasks.batch.is_busy, timeout=20_000)


def test_an_overwritten_event_comes_back_with_the_acts_that_no_back_up_has(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    page = begun(program, event, qtbot)
    backed_up(program, event, qtbot)
    received(program, page, "chea", qtbot)
    other.write_bytes(b"PK" + b"x" * 500_000)
    pull_away("overwritten", event, other)
    qtbot.waitUntil(lambda: "Bring the event back" in told(program)[1], timeout=10_000)

    assert told(program)[1] == ["Bring the event back"]  # what lies there is no event file
    pressed(program, "Bring the event back")
    opened(program, qtbot)
    assert program.window.strip.property("tone") == "calm"
    program.close()
    assert arrived(event) == ["chea"]


def test_a_file_that_cannot_be_opened_leads_back_to_the_offer_to_bring_the_event_back(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    page = begun(program, event, qtbot)
    backed_up(program, event, qtbot)
    received(program, page, "chea", qtbot)
    other.write_bytes(other.read_bytes()[:4096])
    pull_away("replaced", event, other)
    asked_what_lies_there(program, qtbot)
    pressed(program, "Open it without them")
    qtbot.waitUntil(lambda: strip_says(program)[:1] == ["The event file is damaged"], timeout=10_000)
    qtbot.waitUntil(lambda: "Bring the event back" in told(program)[1], timeout=10_000)
    pressed(program, "Bring the event back")
    opened(program, qtbot)
    program.close()
    assert arrived(event) == ["chea"]


def test_an_older_copy_is_opened_only_after_a_question_that_says_what_is_not_in_it_and_where_that_stays(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    page = begun(program, event, qtbot)
    backed_up(program, event, qtbot)
    shutil.copyfile(next((event.parent / "forum.backups").glob("*.event")), other)
    received(program, page, "chea", qtbot)
    received(program, page, "kem", qtbot)
    pull_away("replaced", event, other)
    asked_what_lies_there(program, qtbot)

    (rescued,) = event.parent.glob("forum.rescued-*")
    title, more = strip_says(program)
    assert title.startswith("2 acts since ")
    assert title.endswith(" are not in that file.")
    assert str(rescued) in more
    pressed(program, "Open it without them")
    opened(program, qtbot)
    program.close()
    assert arrived(event) == []


def test_another_event_that_lies_there_is_named_before_it_is_opened_and_then_where_the_acts_are_kept(
    program: app.Program, event: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    thing = replace(an_event().description, title=LocalText((("en", "Other thing"),)))
    EventFile.create(
        tmp_path / "thing.event", replace(an_event(), description=thing), "desk1", "Dara"
    ).close()
    page = begun(program, event, qtbot)
    backed_up(program, event, qtbot)
    received(program, page, "chea", qtbot)
    pull_away("overwritten", event, tmp_path / "thing.event")
    asked_what_lies_there(program, qtbot)

    (rescued,) = event.parent.glob("forum.rescued-*")
    title, more = strip_says(program)
    assert title.startswith("Another event lies there: Other thing. ")
    assert title.endswith(" not in that file.")
    assert str(rescued) in more
    pressed(program, "Open it without them")
    opened(program, qtbot)
    assert strip_says(program) == [
        "Another event is open now: Other thing",
        f"What was recorded stays in {rescued}.",
    ]


def test_a_page_that_cannot_read_does_not_take_the_question_away(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    page = begun(program, event, qtbot)
    backed_up(program, event, qtbot)
    received(program, page, "chea", qtbot)
    pull_away("overwritten", event, other)
    asked_what_lies_there(program, qtbot)

    program.show_trouble(EventFileError("This cannot be read", "The file is lost."))

    assert "Open it without them" in told(program)[1]


def test_the_offer_that_saves_stands_at_the_same_place_whatever_lies_there(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    begun(program, event, qtbot)
    pull_away("deleted", event, other)
    qtbot.waitUntil(lambda: told(program)[1] == ["Bring the event back"], timeout=10_000)

    def place() -> int:
        program.window.strip.layout().activate()
        (button,) = [
            each
            for each in program.window.strip.findChildren(QToolButton)
            if each.text() == "Bring the event back"
        ]
        return program.window.strip.width() - button.geometry().right()  # from the right edge

    alone = place()
    shutil.copyfile(other, event)
    qtbot.waitUntil(lambda: len(told(program)[1]) == 2, timeout=10_000)
    qtbot.waitUntil(lambda: place() == alone)


def test_no_way_back_is_offered_where_nothing_is_left_of_the_event(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    program.preferences.choose(replace(program.preferences.here, backup_minutes=0))
    page = begun(program, event, qtbot)
    other.write_bytes(b"PK" + b"x" * 500_000)
    pull_away("overwritten", event, other)
    qtbot.waitUntil(lambda: told(program)[1] == ["Choose another event"], timeout=10_000)

    assert page.band.text == "NOTHING IS RECORDED · The event file was overwritten by another program"
    pressed(program, "Choose another event")
    qtbot.waitUntil(lambda: bool(program.window.findChildren(StartPage)), timeout=10_000)


@contextmanager
def a_full_disk(event: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No file grows any more; afterwards files do, but the disk is told as full until `monkeypatch` is undone."""
    resource = pytest.importorskip("resource", reason="only POSIX limits how large a file may be")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    log = event.with_name("forum.event-wal")
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_an_act_that_fails_on_a_full_disk_is_red_and_the_message_goes_with_the_first_act_that_succeeds(
    program: app.Program, event: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = begun(program, event, qtbot)
    backed_up(program, event, qtbot)
    qtbot.waitUntil(lambda: not program.tasks.prompt.is_busy)
    with a_full_disk(event, monkeypatch):
        received(program, page, "chea", qtbot)
        qtbot.waitUntil(lambda: bool(strip_says(program)), timeout=10_000)

    assert page.band.text == "NOTHING IS RECORDED · The disk is full"
    assert strip_says(program)[0] == "The disk is full"
    monkeypatch.undo()
    qtbot.waitUntil(lambda: "NOTHING" not in page.band.text, timeout=10_000)
    assert page.side.main.isEnabled()
    assert strip_says(program)[0] == "The disk is full"  # the last act is still to be done
    received(program, page, "chea", qtbot)
    assert "CHEA" in page.band.text
    assert strip_says(program) == []


def buttons(page: QWidget) -> list[tuple[str, bool, bool]]:
    """The words of each button of a page, and whether the button is shown and can be pressed."""
    return [
        (each.text(), each.isVisibleTo(page), each.isEnabled()) for each in page.findChildren(QAbstractButton)
    ]


def test_each_button_that_a_full_disk_has_taken_away_is_back_with_the_first_act_that_succeeds(
    program: app.Program, event: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = begun(program, event, qtbot)
    backed_up(program, event, qtbot)
    received(program, page, "chea", qtbot)
    program.window.open_page(page_number("import_list"))
    brought_in = program.window.page
    program.window.open_page(page_number("door"))
    door = program.window.page
    assert isinstance(door, DoorPage)
    assert isinstance(brought_in, ImportPage)
    door.take_state({"direction": "in", "told": True})
    door.on_scanned("B1")
    tasks = program.tasks
    qtbot.waitUntil(lambda: not (tasks.prompt.is_busy or tasks.batch.is_busy or tasks.devices.is_busy))
    former = [buttons(each) for each in (page, door, brought_in)]
    assert door.undo_button.isVisible()

    with a_full_disk(event, monkeypatch):
        door.on_scanned("B1")
        qtbot.waitUntil(lambda: door.operator.text == "NOTHING IS RECORDED  ·  The disk is full")
    assert not door.undo_button.isVisible()
    assert [buttons(each) for each in (page, door, brought_in)] != former

    monkeypatch.undo()
    door.on_scanned("B1")
    qtbot.waitUntil(lambda: not tasks.prompt.is_busy and "NOTHING" not in door.operator.text)
    assert door.undo_button.isVisible()
    assert [buttons(each) for each in (page, door, brought_in)] == former


def test_a_file_that_can_be_written_to_again_is_opened_again_at_a_click(
    program: app.Program, event: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checkin.storage.event_file.can_be_written", lambda _: False)
    page = begun(program, event, qtbot)
    assert page.band.text.startswith("NOTHING IS RECORDED")
    monkeypatch.undo()
    qtbot.waitUntil(lambda: told(program)[1] == ["Open it again"], timeout=10_000)

    pressed(program, "Open it again")
    qtbot.waitUntil(lambda: program.window.page is not page, timeout=10_000)
    received(program, opened(program, qtbot), "chea", qtbot)
    program.close()
    assert arrived(event) == ["chea"]


def test_undo_takes_back_the_newest_act_and_the_window_says_what_another_window_has_added(
    program: app.Program, event: Path, other: Path, qtbot: QtBot
) -> None:
    page = begun(program, event, qtbot)
    backed_up(program, event, qtbot)
    shutil.copyfile(next((event.parent / "forum.backups").glob("*.event")), other)
    received(program, page, "kem", qtbot)
    pull_away("replaced", event, other)
    asked_what_lies_there(program, qtbot)
    (rescued,) = event.parent.glob("forum.rescued-*")
    pressed(program, "Open it without them")
    qtbot.waitUntil(lambda: program.window.page is not page, timeout=10_000)
    again = opened(program, qtbot)
    received(program, again, "chea", qtbot)
    work = "print(bring_back(Path(sys.argv[1]), Path(sys.argv[2]), print, sys.argv[3]).told, flush=True)"
    head = "import sys; from pathlib import Path; from checkin.desk.keep import bring_back; "
    file = again.side._parts.file
    done = subprocess.run(
        [sys.executable, "-c", head + work, str(event), str(rescued), file.event_id],
        check=True, capture_output=True, text=True,
    )  # fmt: skip

    assert "were added" in done.stdout
    qtbot.waitUntil(lambda: "has added 1 act" in " ".join(strip_says(program)), timeout=10_000)
    qtbot.waitUntil(lambda: not program.tasks.prompt.is_busy)
    assert "CHEA" in again.undo_button.text()
    program.close()
    assert arrived(event) == ["chea", "kem"]
