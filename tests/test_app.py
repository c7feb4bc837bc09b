"""The whole program in one process: from the empty window to a badge in the folder."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from checkin import app, settings
from checkin.desk.arrive import arrive
from checkin.desk.find import find
from checkin.domain import codes
from checkin.domain.presence import Direction
from checkin.errors import CheckinError
from checkin.settings import Palette
from checkin.storage.event_file import EventFile
from checkin.ui.arrivals.arrivals_page import ArrivalsPage
from checkin.ui.door.door_page import DoorPage
from checkin.ui.help import KeysHelp
from checkin.ui.import_list.findings import Group
from checkin.ui.import_list.import_page import ImportPage
from checkin.ui.lamp import Lamp
from checkin.ui.scanner_dialog import ScannerDialog
from checkin.ui.staff_dialog import StaffDialog
from checkin.ui.start import StartPage
from tests.importing.made_files import a_csv
from tests.programs import a_program, page_number
from tests.scanning.keyboard import Keyboard
from tests.ui.desks import NOW, STAFF, an_event_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def event(tmp_path: Path) -> Path:
    with an_event_file(tmp_path / "forum.event") as file:
        return file.path


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[app.Program]:
    yield from a_program(qapp, tmp_path)


def opened(program: app.Program, event: Path, qtbot: QtBot, *, is_demo: bool = False) -> ArrivalsPage:
    program.show(event, is_demo=is_demo)
    qtbot.waitUntil(lambda: program.window.page is not None, timeout=20_000)
    page = program.window.page
    assert isinstance(page, ArrivalsPage)
    program.window.activateWindow()
    qtbot.waitActive(program.window)
    return page


def test_a_name_and_enter_bring_a_badge_into_the_folder_and_the_lamps_tell(
    program: app.Program, event: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened(program, event, qtbot)
    handle = program.window.windowHandle()
    assert handle is not None
    for letter in "chea":
        QTest.keyClick(handle, letter)
    qtbot.waitUntil(lambda: [each.delegate.name for each in page.finder.results.found] == ["CHEA Vanna"])
    QTest.keyClick(handle, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(list((tmp_path / "printed").glob("*.pdf"))) == 1, timeout=20_000)
    qtbot.waitUntil(lambda: not program.tasks.devices.is_busy and not program.tasks.prompt.is_busy)

    printer, _, journal = program.window.footer.findChildren(Lamp)[:3]
    assert str(tmp_path / "printed") in printer.toolTip()
    assert ":" in journal.text()
    program.close()
    with EventFile.open(event, "0123456789ab") as file:
        (known,) = find(file, "chea")
    assert known.arrival is not None
    assert known.arrival.station == "Desk 1"
    assert known.badge is not None
    assert known.badge.printed == 1


def test_a_demo_lays_its_badges_into_a_folder_beside_it_where_no_printer_was_chosen(
    program: app.Program, event: Path, qtbot: QtBot
) -> None:
    program.preferences.choose(replace(settings.load(), pdf_folder=""))
    page = opened(program, event, qtbot, is_demo=True)
    page.finder.search.setText("chea")
    qtbot.waitUntil(lambda: [each.delegate.name for each in page.finder.results.found] == ["CHEA Vanna"])
    page.reception.receive()
    qtbot.waitUntil(lambda: len(list(event.with_name("Badges").glob("*.pdf"))) == 1, timeout=20_000)

    qtbot.waitUntil(lambda: not program.tasks.devices.is_busy and not program.tasks.prompt.is_busy)


def test_what_another_program_records_is_seen_without_a_key(
    program: app.Program, event: Path, qtbot: QtBot
) -> None:
    page = opened(program, event, qtbot)
    qtbot.waitUntil(lambda: not program.tasks.prompt.is_busy)
    with EventFile.open(event, settings.load().desk_id) as other:
        (known,) = find(other, "chea")
        arrive(other, STAFF, [known.delegate.id], NOW)
    qtbot.waitUntil(lambda: page.undo_button.accessibleName().startswith("Undo: CHEA Vanna"), timeout=10_000)

    assert [each.delegate.name for each in page.finder.results.found] == ["CHEA Vanna"]
    assert page.band.text == "Last arrivals at this desk, newest first"


def test_another_language_and_palette_are_put_on_at_once_and_kept(
    program: app.Program, event: Path, qtbot: QtBot
) -> None:
    page = opened(program, event, qtbot)
    page.finder.search.setText("so")
    program.preferences.choose(replace(settings.load(), language="fr", palette=Palette.DARK))

    assert program.window.page is page
    assert page.finder.search.text() == "so"
    assert page.finder.search.placeholderText() == "Scannez, ou tapez les lettres d’un nom"
    assert settings.load().language == "fr"
    assert settings.load().palette is Palette.DARK


def test_whoever_takes_over_says_so_and_stands_on_what_follows(
    program: app.Program, event: Path, qtbot: QtBot
) -> None:
    opened(program, event, qtbot)
    program.menu.staff_wanted.emit()
    (dialog,) = program.window.findChildren(StaffDialog)
    dialog.operator.setText("  Dara ")
    dialog.desk.setText("Desk 7")
    dialog.accept()

    assert (settings.load().operator, settings.load().desk_name) == ("Dara", "Desk 7")
    assert "Desk 7 · Dara" in [label.text() for label in program.window.findChildren(QLabel)]


def test_the_scanner_is_tried_out_from_the_settings_and_then_scans_again(
    program: app.Program, event: Path, qtbot: QtBot
) -> None:
    page = opened(program, event, qtbot)
    tries = next(action for action in program.menu.actions() if action.text() == "Test the scanner…")
    tries.trigger()
    tries.trigger()
    dialogs = [each for each in program.window.findChildren(ScannerDialog) if each.isVisible()]
    with qtbot.waitActive(dialogs[0]):
        dialogs[0].activateWindow()
    dialogs[0].close()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    with EventFile.open(event, "0123456789ab") as file:
        code = next(text for _ in range(100_000) if (text := codes.mint(file.event_key).text).isalpha())
    Keyboard(program.window).type(code, gap=300)
    qtbot.waitUntil(lambda: "genuine" in page.band.text)

    assert len(dialogs) == 1


def test_a_restart_goes_on_where_the_window_stood(
    program: app.Program, event: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    page = opened(program, event, qtbot)
    page.finder.search.setText("kem")
    qtbot.waitUntil(lambda: page.finder.chosen is not None)
    program.window.open_page(page_number("door"))
    door = program.window.page
    assert isinstance(door, DoorPage)
    door.what_door.ways[Direction.OUT].setChecked(True)
    door.what_door.begin.click()
    program.close()
    program.window.close()

    again = app.Program(qapp, settings.load())
    again.show(event)
    qtbot.waitUntil(lambda: again.window.page is not None, timeout=20_000)
    door = again.window.page
    assert isinstance(door, DoorPage)
    assert door.state["direction"] == Direction.OUT
    assert not door.what_door.isVisible()
    again.window.open_page(page_number("arrivals"))
    page = again.window.page
    assert isinstance(page, ArrivalsPage)
    qtbot.waitUntil(lambda: page.finder.chosen is not None)
    assert page.finder.chosen is not None
    assert page.finder.chosen.delegate.family_name == "KEM"
    assert page.finder.search.text() == "", "what was typed of a person is not written down"
    again.close()
    again.window.close()
    again.window.deleteLater()


def test_the_window_opens_maximised_and_afterwards_where_it_was(
    program: app.Program, event: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    opened(program, event, qtbot)
    first = program.window.isMaximized()
    program.window.showNormal()
    program.window.resize(760, 560)
    program.window.close()

    again = app.Program(qapp, settings.load())
    again.show(None)
    qtbot.waitExposed(again.window)

    assert first
    assert not again.window.isMaximized()
    assert (again.window.width(), again.window.height()) == (760, 560)
    again.close()
    again.window.close()
    again.window.deleteLater()


def test_a_file_that_is_no_event_is_told_and_another_can_be_chosen(
    program: app.Program, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = tmp_path / "letter.event"
    wrong.write_text("Dear all,", "utf-8")
    program.show(wrong)
    qtbot.waitUntil(program.window.strip.isVisible, timeout=20_000)

    assert program.window.findChildren(StartPage)


def test_the_strip_about_a_wrong_file_goes_when_the_right_one_is_open(
    program: app.Program, event: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = tmp_path / "letter.event"
    wrong.write_text("Dear all,", "utf-8")
    program.show(wrong)
    qtbot.waitUntil(program.window.strip.isVisible, timeout=20_000)
    program.opener.open(event)
    qtbot.waitUntil(lambda: program.window.page is not None, timeout=20_000)

    assert not program.window.strip.isVisible()


def test_without_an_event_the_window_asks_for_one(program: app.Program, qtbot: QtBot) -> None:
    program.show(None)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(StartPage)))
    program.window.activateWindow()
    qtbot.waitActive(program.window)
    focused = program.window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Open an event file…"
    program.window.show_keys()
    (listed,) = program.window.findChildren(KeysHelp)
    words = {label.text() for label in listed.findChildren(QLabel)}

    assert {"F1", "F10", "F11", "F12"} <= words
    assert not {"F2", "F3", "F6", "Ctrl+I"} & words


def test_f12_says_on_the_start_page_that_the_sound_is_off(program: app.Program, qtbot: QtBot) -> None:
    program.show(None)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(StartPage)))
    program.window.activateWindow()
    qtbot.waitActive(program.window)

    def told() -> list[str]:
        return [
            lamp.accessibleName() for lamp in program.window.footer.findChildren(Lamp) if lamp.isVisible()
        ]

    assert "Sound is off (F12)" not in told()
    QTest.keyClick(program.window, Qt.Key.Key_F12)
    assert "Sound is off (F12)" in told()
    program.look.speak("fr")
    assert "Sound is off (F12)" not in told()
    program.look.speak("en")
    (lamp,) = [
        each for each in program.window.footer.findChildren(Lamp) if each.accessibleName().startswith("Sound")
    ]
    QTest.mouseClick(lamp, Qt.MouseButton.LeftButton)
    assert not program.sounds.is_muted
    assert "Sound is off (F12)" not in told()


def test_a_back_up_is_made_on_demand_and_its_lamp_tells(
    program: app.Program, event: Path, qtbot: QtBot
) -> None:
    opened(program, event, qtbot)
    backup = program.window.footer.findChildren(Lamp)[1]
    qtbot.waitUntil(lambda: backup.text() == "Back-up: none yet")
    backup.click()
    qtbot.waitUntil(lambda: backup.text() == "Back-up: just now", timeout=20_000)

    assert len(list(event.with_name("forum.backups").glob("*.event"))) == 1


def test_a_list_that_came_in_is_backed_up_at_once_and_one_that_brought_nothing_is_not(
    program: app.Program, event: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    def made() -> list[Path]:
        return list(event.with_name("forum.backups").glob("*.event"))

    def number_of_tep(backup: Path) -> int:
        with EventFile.open(backup, "0123456789ab") as file:
            return len(find(file, "tep"))

    opened(program, event, qtbot)
    qtbot.waitUntil(lambda: len(made()) == 1, timeout=20_000)  # the one of the opening
    program.window.open_page(page_number("import_list"))
    page = program.window.page
    assert isinstance(page, ImportPage)
    guests = a_csv(tmp_path, (("Family name", "Category"), ("TEP", "M")))
    page.look_at(guests)
    qtbot.waitUntil(page.bring_in_button.isEnabled, timeout=20_000)
    page.bring_in_button.click()
    qtbot.waitUntil(lambda: len(made()) == 2, timeout=20_000)
    page.look_at(guests)
    page.bring_in_button.click()
    qtbot.waitUntil(lambda: not page.work.is_busy and not program.tasks.batch.is_busy, timeout=20_000)

    assert len(made()) == 2
    assert sorted(map(number_of_tep, made())) == [0, 1]


def test_the_strip_about_a_list_goes_when_a_list_could_be_examined_and_another_strip_stays(
    program: app.Program, event: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(program, event, qtbot)
    program.window.open_page(page_number("import_list"))
    page, strip = program.window.page, program.window.strip
    assert isinstance(page, ImportPage)
    damaged, guests = tmp_path / "locked.xlsx", a_csv(tmp_path, (("Family name", "Category"), ("TEP", "M")))
    damaged.write_bytes(b"PK\x03\x04 damaged")

    page.look_at(damaged)
    qtbot.waitUntil(lambda: not page.work.is_busy)
    assert strip.isVisible()
    page.look_at(guests)
    qtbot.waitUntil(lambda: not page.work.is_busy)
    assert not strip.isVisible()

    page.look_at(damaged)
    qtbot.waitUntil(lambda: not page.work.is_busy)
    program.show_trouble(CheckinError("The printer is switched off", "Switch the printer on."))
    page.look_at(guests)
    qtbot.waitUntil(lambda: not page.work.is_busy)
    assert strip.isVisible()


def test_enter_presses_the_button_that_has_the_focus_and_does_nothing_else(
    program: app.Program, event: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    arrivals = opened(program, event, qtbot)
    handle = program.window.windowHandle()
    assert handle is not None
    for letter in "chea":
        QTest.keyClick(handle, letter)
    qtbot.waitUntil(lambda: [each.delegate.name for each in arrivals.finder.results.found] == ["CHEA Vanna"])
    tabs = program.window.findChildren(QToolButton)
    tab = next(each for each in tabs if each.accessibleName().startswith("Import"))
    tab.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(handle, Qt.Key.Key_Return)
    page = program.window.page
    assert isinstance(page, ImportPage)

    page.look_at(a_csv(tmp_path, (("Family name", "Category"), ("NEW", "M"), ("OTHER", "Zebra"))))
    qtbot.waitUntil(lambda: not page.work.is_busy)
    for group in (Group.NEW, Group.COLUMNS, Group.ASKED):
        page.found.groups[group].setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(handle, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
        assert page.found.group is group
    assert page.work.to_come == 1, "nothing came in"
    with EventFile.open(event, "0123456789ab") as file:
        assert find(file, "chea")[0].arrival is None


def test_a_computer_without_a_screen_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(CheckinError, match="no screen"):
        app.require_screen()


def test_the_first_window_waits_for_no_database_spreadsheet_or_pdf() -> None:
    late = {
        "peewee",
        "sqlcipher3",
        "cattrs",
        "python_calamine",
        "reportlab",
        "uharfbuzz",
        "fontTools",
        "pypdfium2",
    }
    program = f"import sys, checkin.app; print(sorted({late!r} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"


def test_full_screen_and_the_page_are_there_again_after_a_restart_and_the_sound_key_works_there(
    program: app.Program, event: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    opened(program, event, qtbot)
    program.window.open_page(page_number("door"))
    program.window.showFullScreen()
    qtbot.waitUntil(program.window.isFullScreen)
    handle = program.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_F12)
    is_muted = program.sounds.is_muted
    QTest.keyClick(handle, Qt.Key.Key_F12)
    program.close()
    program.window.close()

    again = app.Program(qapp, settings.load())
    again.show(event)
    qtbot.waitUntil(lambda: again.window.page is not None, timeout=20_000)

    assert is_muted
    assert again.window.isFullScreen()
    assert isinstance(again.window.page, DoorPage)
    assert not again.window.footer.isVisible()
    again.close()
    again.window.close()
    again.window.deleteLater()
