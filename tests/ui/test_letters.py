"""Letters that are typed where no field takes them search for a person; the space of a name presses no button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QToolButton

from checkin.desk.find import everybody
from checkin.domain.delegates import Status
from checkin.errors import CheckinError
from checkin.ui.arrivals.arrivals_page import ArrivalsPage
from checkin.ui.door.door_page import DoorPage
from checkin.ui.import_list.import_page import ImportPage
from checkin.ui.reports.reports_page import ReportsPage
from checkin.ui.strip import Offer
from tests.importing.made_files import a_csv
from tests.scanning.keyboard import ENTER, Keyboard

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.pictures.stage import Stage

LIST = (("Family name", "Category"), ("LY", "M"), ("CHEA", "M"))
SPACE = 57


@pytest.fixture
def event(stage: Stage, demo_event: Path) -> Path:
    stage.window.activateWindow()
    return demo_event


@pytest.fixture
def keyboard(stage: Stage) -> Keyboard:
    return Keyboard(stage.window)


def with_a_list(stage: Stage, tmp_path: Path) -> ImportPage:
    page = stage.turn_to(ImportPage)
    page.look_at(a_csv(tmp_path, LIST))
    stage.settle()
    return page


def searched(stage: Stage) -> str:
    page = stage.window.page
    assert isinstance(page, ArrivalsPage)
    return page.finder.search.text()


@pytest.mark.parametrize("place", ["bring_in_button", "found.table", "choose_button", "nothing"])
def test_a_name_typed_on_the_import_page_is_searched_at_arrivals_and_imports_nothing(
    stage: Stage, event: Path, keyboard: Keyboard, tmp_path: Path, place: str
) -> None:
    stage.open(event)
    page = with_a_list(stage, tmp_path)
    before = len(list(everybody(stage.file)))
    focused = {
        "bring_in_button": page.bring_in_button, "found.table": page.found.table,
        "choose_button": page.choose_button, "nothing": page,
    }[place]  # fmt: skip
    focused.setFocus()
    keyboard.type("ly nary", gap=150)
    stage.settle()

    assert searched(stage) == "ly nary"
    assert len(list(everybody(stage.file))) == before
    assert page.work.plan is not None, "the list still waits"


@pytest.mark.parametrize("gap", [10, 60])
@pytest.mark.parametrize("is_read_meanwhile", [True, False])
def test_letters_that_choose_the_field_of_a_column_stay_in_the_box_while_the_list_is_read_anew(
    stage: Stage, event: Path, keyboard: Keyboard, tmp_path: Path, gap: int, *, is_read_meanwhile: bool
) -> None:
    stage.open(event)
    page = stage.turn_to(ImportPage)
    QApplication.setKeyboardInputInterval(60_000)  # a slow computer counts as a quick hand
    page.look_at(a_csv(tmp_path, (("Foo", "Bar", "Baz", "Qux"), ("LY", "Nary", "17", "Cambodia"))))
    stage.settle()
    before = {each.delegate.id for each in everybody(stage.file) if each.arrivals.desk is not None}
    page.found.show_column("Qux")
    box = page.found.reading_box
    box.setFocus()
    for letter in "nat":
        keyboard.type(letter, gap=gap)
        assert QApplication.focusWidget() is box
        if is_read_meanwhile:
            stage.wait(lambda: not page.work.is_busy)
    keyboard.press(ENTER, "\r")
    stage.settle()
    QApplication.setKeyboardInputInterval(400)

    assert stage.window.page is page
    assert QApplication.focusWidget() is box
    assert (page.work.told.readings, box.currentText()) == ({"Qux": "nationality"}, "Nationality")
    assert {each.delegate.id for each in everybody(stage.file) if each.arrivals.desk is not None} == before


@pytest.mark.parametrize("gap", [10, 60, 200])
def test_enter_after_a_name_that_was_begun_on_another_page_receives_nobody_unseen(
    stage: Stage, event: Path, keyboard: Keyboard, tmp_path: Path, gap: int
) -> None:
    stage.open(event)
    with_a_list(stage, tmp_path).found.table.setFocus()
    one = stage.person(
        lambda each: (
            each.arrivals.desk is None
            and each.delegate.status is Status.REGISTERED
            and each.delegate.latin_name.replace(" ", "").isalpha()
            and each.delegate.latin_name.isascii()
        )
    )

    def arrived() -> set[str]:
        return {each.delegate.id for each in everybody(stage.file) if each.arrivals.desk is not None}

    before = arrived()
    keyboard.type(one.delegate.latin_name.lower(), gap=gap)
    keyboard.press(ENTER, "\r")
    stage.settle()
    page = stage.window.page
    assert isinstance(page, ArrivalsPage)
    assert arrived() == before
    assert page.band.text.startswith(f"Press Enter again to receive {one.delegate.titled_name}.")
    keyboard.wait(2000)
    keyboard.press(ENTER, "\r")
    stage.settle()
    assert arrived() == {*before, one.delegate.id}


def test_enter_after_a_name_that_was_begun_on_another_page_lets_nobody_in_at_a_door_unseen(
    stage: Stage, event: Path, keyboard: Keyboard
) -> None:
    stage.open(event)
    door = stage.turn_to(DoorPage)
    stage.press("Enter")
    stage.turn_to(ImportPage)
    keyboard.type("sok", gap=200)
    stage.settle()
    assert stage.window.page is door
    assert door.search.is_open
    keyboard.press(ENTER, "\r")
    stage.settle()
    assert door.search.is_open
    assert door.operator.text.startswith("Press Enter again to let in ")
    keyboard.wait(2000)
    keyboard.press(ENTER, "\r")
    stage.settle()
    assert not door.search.is_open


def test_only_enter_presses_the_button_that_accepts_a_list(
    stage: Stage, event: Path, keyboard: Keyboard, tmp_path: Path
) -> None:
    stage.open(event)
    page = with_a_list(stage, tmp_path)
    before = len(list(everybody(stage.file)))
    page.bring_in_button.setFocus()
    keyboard.press(SPACE, " ")
    stage.settle()
    assert len(list(everybody(stage.file))) == before
    assert stage.window.page is page
    keyboard.wait(2000)
    keyboard.press(ENTER, "\r")
    stage.settle()
    assert len(list(everybody(stage.file))) == before + 2


def test_a_name_typed_beside_the_reports_or_in_a_strip_is_searched(
    stage: Stage, event: Path, keyboard: Keyboard
) -> None:
    stage.open(event)
    reports = stage.turn_to(ReportsPage)
    reports.save_row.buttons["pdf"].setFocus()
    keyboard.type("ly n", gap=150)
    stage.settle()
    assert searched(stage) == "ly n"

    pressed = []
    offer = Offer(lambda _say: "Do it", lambda: pressed.append("offer"))
    stage.window.strip.show_trouble(CheckinError("The printer", "is off"), (offer,))
    (button,) = (each for each in stage.window.strip.findChildren(QToolButton) if each.text() == "Do it")
    button.setFocus()
    keyboard.type("ary x", gap=150)
    stage.settle()
    assert searched(stage) == "ary x"  # letters from elsewhere begin a new search
    assert pressed == []


def test_a_name_typed_before_an_event_is_open_presses_no_button(stage: Stage, keyboard: Keyboard) -> None:
    stage.window.activateWindow()
    stage.settle()
    assert isinstance(QApplication.focusWidget(), QPushButton)
    keyboard.type("ly nary", gap=150)
    stage.settle()

    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]


def test_a_name_typed_on_another_page_of_a_door_is_searched_at_the_door_and_a_digit_opens_nothing(
    stage: Stage, event: Path, keyboard: Keyboard
) -> None:
    stage.open(event)
    stage.turn_to(DoorPage)
    page = stage.turn_to(ImportPage)
    keyboard.type("1", gap=500)
    stage.settle()
    assert stage.window.page is page
    keyboard.type("ly", gap=150)
    stage.settle()
    assert isinstance(stage.window.page, DoorPage)


@pytest.mark.parametrize("is_at_start", [True, False])
def test_a_scan_on_the_import_page_leaves_no_letter_in_any_field(
    stage: Stage, event: Path, keyboard: Keyboard, *, is_at_start: bool
) -> None:
    stage.open(event)
    code = stage.person(lambda each: each.badge is not None).badge.code  # type: ignore[union-attr]
    stage.turn_to(ImportPage)
    if is_at_start:
        assert stage.program._let_go() is not None
        stage.open(event)
        assert isinstance(stage.window.page, ImportPage)
    keyboard.scan(code)
    stage.settle()

    assert searched(stage) == ""
    page = stage.window.page
    assert isinstance(page, ArrivalsPage)
    assert page.band.text
    keyboard.wait(2000)
    keyboard.type("ly", gap=150)
    stage.settle()
    assert searched(stage) == "ly"
