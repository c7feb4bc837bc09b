"""The assistant for a new event, by its keys."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QPushButton, QWidget

from checkin import assets, paths
from checkin.desk.choices import Part
from checkin.desk.new_event import other_event, preset
from checkin.desk.open_event import new_event, open_event
from checkin.desk.staff import Shift, Staff
from checkin.domain.colours import WELCOME_GREEN
from checkin.domain.programme import DoorWords, Exits, LocalText, NotArrived, Policy
from checkin.importing.definition import read_definition
from checkin.settings import Palette
from checkin.tasks import Tasks
from checkin.ui.assistant.assistant import Assistant
from checkin.ui.assistant.step import Step
from checkin.ui.help import PageHelp
from checkin.ui.manual import ManualWindow
from checkin.wording import languages
from tests.ui.boxes import cut_texts
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from checkin.pictures.stage import Stage
    from checkin.ui.appearance import Appearance
    from checkin.ui.frames.day_input import DayInput

TODAY = date(2026, 11, 30)
STAFF = Staff("Dara", "Office")


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    del qapp
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHECKIN_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TZ", "Asia/Phnom_Penh")
    return paths.documents_folder()


@pytest.fixture
def a(qtbot: QtBot, tasks: Tasks, home: Path) -> Assistant:
    del home
    return shown(a_look(), qtbot, tasks)


def shown(look: Appearance, qtbot: QtBot, tasks: Tasks, *pages: str) -> Assistant:
    assistant = Assistant(look, tasks, Shift(STAFF), TODAY, pages)
    qtbot.addWidget(assistant)
    assistant.resize(1024, 500)
    with qtbot.waitActive(assistant):
        assistant.show()
        assistant.activateWindow()
    assistant.setFocus()
    qtbot.waitUntil(lambda: not tasks.devices.is_busy)
    return assistant


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def enter() -> None:
    press(Qt.Key.Key_Return)


def type_in(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    if text.isascii():
        QTest.keyClicks(focused, text)
    else:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(focused, event)


def type_day(day: DayInput, text: str) -> None:
    day.setFocus()
    day.line.selectAll()
    type_in(text)


def at(a: Assistant) -> int:
    return a.steps.index(a.step) + 1


def marked(a: Assistant) -> list[int]:
    """The numbers of the steps that are marked as wrong in the list."""
    return [number for number, button in enumerate(a.list.buttons, 1) if button.shown[0].startswith("!")]


def made(a: Assistant, qtbot: QtBot, act: Callable[[], None]) -> Path:
    with qtbot.waitSignal(a.made) as signal:
        act()
    path: Path = signal.args[0]
    return path


def test_a_title_and_enter_at_each_step_make_a_good_event(a: Assistant, qtbot: QtBot, home: Path) -> None:
    type_in("Water: a forum?")
    for _ in range(4):
        enter()
    path = made(a, qtbot, enter)

    assert path == home / "Water a forum.event"
    event = other_event(path)
    assert event.description.title == LocalText.of({"en": "Water: a forum?"})
    assert event.description.languages == ("en", "fr", "km")
    assert event.description.zone == "Asia/Phnom_Penh"
    assert (event.description.first_day, event.description.last_day) == (TODAY, TODAY)
    assert event.categories == preset("forum").categories
    assert event.policy == preset("forum").policy


def test_a_title_alone_is_enough(a: Assistant, qtbot: QtBot) -> None:
    type_in("Forum")
    path = made(a, qtbot, lambda: press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))

    assert path.is_file()


def test_only_the_first_step_is_made_before_the_first_picture(qtbot: QtBot, tasks: Tasks, home: Path) -> None:
    del home
    a = Assistant(a_look(), tasks, Shift(STAFF), TODAY, ())
    qtbot.addWidget(a)
    assert len(a.findChildren(Step)) == 1
    assert [button.shown for button in a.list.buttons][1:] == [
        ("2   When and where", ""), ("3   Categories", ""), ("4   Rules", ""), ("5   File", ""),
    ]  # fmt: skip

    a.show()
    qtbot.waitUntil(lambda: len(a.findChildren(Step)) == len(a.list.buttons))
    qtbot.waitUntil(lambda: all(button.shown[1] for button in a.list.buttons[1:]))
    assert not a.is_begun


def test_letters_typed_before_the_other_steps_are_there_would_be_lost(
    qtbot: QtBot, tasks: Tasks, home: Path
) -> None:
    del home
    a = Assistant(a_look(), tasks, Shift(STAFF), TODAY, ())
    qtbot.addWidget(a)
    a.forms.what.title_input.set_text(LocalText.of({"en": "F"}))

    assert a.is_begun


def test_every_step_can_be_skipped_and_gone_back_to(a: Assistant) -> None:
    enter()
    enter()
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert at(a) == 2
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert at(a) == 3
    a.list.buttons[4].click()
    assert at(a) == 5
    a.list.buttons[0].click()
    assert at(a) == 1
    enter()
    assert at(a) == 2


def test_the_list_shows_what_was_chosen(a: Assistant) -> None:
    type_in("Forum on Water")
    enter()

    assert [button.shown for button in a.list.buttons] == [
        ("1   Event", "Forum on Water"),
        ("2   When and where", "Nov 30, 2026 · Phnom Penh, Cambodia"),
        ("3   Categories", "Forum · 15 categories"),
        ("4   Rules", "Let in at the door, and note the arrival"),
        ("5   File", a.forms.file.name_line.text()),
    ]


def test_without_a_title_the_first_step_is_opened_and_says_so(a: Assistant, qtbot: QtBot) -> None:
    for _ in range(5):
        enter()
    qtbot.waitUntil(lambda: at(a) == 1)

    assert a.forms.what.wrong() == {Part.TITLE: "Type the title in at least one language."}
    assert marked(a) == [1]
    assert a.forms.what.title_input.isAncestorOf(QApplication.focusWidget())
    type_in("F")
    assert a.forms.what.wrong() == {}
    assert marked(a) == []


def test_a_step_that_was_left_without_its_title_is_marked_before_anything_is_made(a: Assistant) -> None:
    assert marked(a) == []
    enter()

    assert marked(a) == [1]
    assert a.forms.what.wrong() == {}


def test_a_last_day_before_the_first_is_told_at_once_and_holds_enter(a: Assistant) -> None:
    enter()
    type_day(a.forms.when.last_day, "20261129")

    assert a.forms.when.wrong() == {Part.LAST_DAY: "The last day is before the first day."}
    assert marked(a) == [1, 2]
    enter()
    assert at(a) == 2
    type_day(a.forms.when.last_day, "20261202")
    assert a.forms.when.wrong() == {}
    enter()
    assert at(a) == 3


def test_a_number_alone_is_the_last_day_in_the_month_of_the_first_or_after_it(a: Assistant) -> None:
    type_day(a.forms.when.first_day, "20270312")
    type_day(a.forms.when.last_day, "14")
    same = a.wish().last_day
    type_day(a.forms.when.last_day, "2")

    assert (same, a.wish().last_day) == (date(2027, 3, 14), date(2027, 4, 2))


def test_the_last_day_follows_the_first_until_it_is_chosen(a: Assistant) -> None:
    enter()
    type_day(a.forms.when.first_day, "20270315")
    assert a.wish().last_day == date(2027, 3, 15)
    type_day(a.forms.when.last_day, "20270317")
    type_day(a.forms.when.first_day, "20270316")

    assert (a.wish().first_day, a.wish().last_day) == (date(2027, 3, 16), date(2027, 3, 17))


@pytest.mark.parametrize(
    "text",
    [
        "2027-03-01",
        "20270301",
        "2027/3/1",
        "1.3.2027",
        "01/03/2027",
        "1 March 2027",
        "1er mars 2027",
        "២០២៧-០៣-០១",
    ],
)
def test_a_day_is_typed_in_any_usual_way_after_a_click(a: Assistant, text: str) -> None:
    enter()
    line = a.forms.when.first_day.line
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    press(Qt.Key.Key_Home)
    QTest.keyClick(line, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    type_in(text)
    assert a.forms.when.wrong() == {}
    press(Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is a.forms.when.last_day.line
    assert line.text() == "2027-03-01"
    assert (a.wish().first_day, a.wish().last_day) == (date(2027, 3, 1), date(2027, 3, 1))


def test_a_day_that_is_none_is_told_at_enter_and_is_kept(a: Assistant) -> None:
    enter()
    type_day(a.forms.when.first_day, "2027-13-01")
    assert a.forms.when.wrong() == {}
    enter()
    assert at(a) == 2
    assert a.forms.when.wrong() == {Part.FIRST_DAY: "This is not a day: write it like 2026-11-24."}
    assert a.forms.when.first_day.line.text() == "2027-13-01"
    type_day(a.forms.when.first_day, "2027-12-01")
    assert a.forms.when.wrong() == {}
    enter()
    assert at(a) == 3


@pytest.mark.qt_log_ignore("This plugin does not support (grabbing|raise)", extend=True)
def test_arrow_keys_go_from_day_to_day_and_a_calendar_picks_one(a: Assistant, qtbot: QtBot) -> None:
    enter()
    a.forms.when.first_day.setFocus()
    press(Qt.Key.Key_Up)
    assert a.wish().first_day == TODAY + timedelta(days=1)
    QTest.keyClick(a.forms.when.first_day.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    (calendar,) = a.forms.when.first_day.findChildren(QCalendarWidget)
    qtbot.waitUntil(calendar.isVisible)
    calendar.setSelectedDate(QDate(2027, 3, 1))
    calendar.clicked.emit(QDate(2027, 3, 1))

    assert a.wish().first_day == date(2027, 3, 1)
    qtbot.waitUntil(lambda: not a.forms.when.first_day.findChildren(QCalendarWidget))


def test_tab_goes_from_field_to_field(a: Assistant) -> None:
    a.open_step(a.forms.when)
    a.forms.when.first_day.setFocus()
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is a.forms.when.last_day.line
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is a.forms.when.zone.line


@pytest.mark.parametrize("text", ["phnom", "cambodge", "Cambodia", "កម្ពុជា", "金边"])
def test_a_zone_is_searched_by_city_and_country(a: Assistant, text: str) -> None:
    enter()
    a.forms.when.zone.setFocus()
    type_in("paris")
    assert a.wish().zone == "Europe/Paris"
    a.forms.when.zone.line.clear()
    type_in(text)

    assert a.wish().zone == "Asia/Phnom_Penh"


def test_an_arrow_marks_another_zone(a: Assistant) -> None:
    enter()
    a.forms.when.zone.setFocus()
    type_in("united states")
    first = a.wish().zone
    press(Qt.Key.Key_Down)

    assert a.wish().zone != first
    press(Qt.Key.Key_Up)
    assert a.wish().zone == first


def test_a_zone_that_is_not_found_is_told_at_once(a: Assistant) -> None:
    enter()
    a.forms.when.zone.setFocus()
    type_in("atlantis")

    assert a.forms.when.wrong() == {Part.ZONE: "No time zone is found. Type the country, or a larger city."}
    enter()
    assert at(a) == 2
    a.forms.when.zone.line.clear()
    assert a.forms.when.wrong() == {}
    assert a.wish().zone == "Asia/Phnom_Penh"


def test_a_kind_of_event_brings_its_categories_and_rules_until_the_rules_are_chosen(a: Assistant) -> None:
    a.open_step(a.forms.beginning)
    press(Qt.Key.Key_Down)

    assert a.forms.beginning.beginning.chosen == "conference"
    assert a.wish().policy.door_words is DoorWords.PLAIN
    a.open_step(a.forms.rules)
    press(Qt.Key.Key_Down)
    assert a.wish().policy == Policy(NotArrived.REFUSE, Exits.NONE, DoorWords.PLAIN)
    a.open_step(a.forms.beginning)
    press(Qt.Key.Key_Up)
    assert a.forms.beginning.beginning.chosen == "forum"
    assert a.wish().policy == Policy(NotArrived.REFUSE, Exits.NONE, DoorWords.PLAIN)


def test_a_language_that_is_added_gives_a_line_and_one_that_goes_keeps_its_words(a: Assistant) -> None:
    a.forms.what.title_input.lines["fr"].setText("Forum sur l'eau")
    a.forms.what.others.boxes["zh"].setChecked(True)
    assert list(a.forms.what.title_input.lines) == ["en", "fr", "km", "zh"]
    a.forms.what.others.boxes["fr"].setChecked(False)
    assert list(a.forms.what.title_input.lines) == ["en", "km", "zh"]
    a.forms.what.others.boxes["fr"].setChecked(True)

    assert a.forms.what.title_input.lines["fr"].text() == "Forum sur l'eau"
    a.forms.what.language.setCurrentIndex(a.forms.what.language.findData("fr"))
    assert a.wish().languages == ("fr", "en", "km", "zh")


def test_another_event_is_copied_without_its_people(a: Assistant, qtbot: QtBot, tmp_path: Path) -> None:
    demo = read_definition(assets.demo("forum.toml"))
    new_event(tmp_path / "old.event", demo, STAFF).close()
    type_in("The next one")
    a.open_step(a.forms.beginning)
    a.copy_from(tmp_path / "old.event")
    qtbot.waitUntil(lambda: a.forms.beginning.beginning.chosen == "")
    a.forms.beginning.beginning.sessions.click()

    length = demo.description.last_day - demo.description.first_day
    assert a.wish().last_day == TODAY + length
    path = made(a, qtbot, a.make)
    event = other_event(path)
    assert event.categories == demo.categories
    assert event.rooms == demo.rooms
    assert event.delegations.keys() == demo.delegations.keys()
    assert {each.liaison_phone for each in event.delegations.values()} == {""}
    assert event.fields == demo.fields
    assert event.policy == demo.policy
    assert len(event.sessions) == len(demo.sessions_by_time())
    assert event.day_of(min(session.start for session in event.sessions.values())) == TODAY


def test_the_usual_sessions_of_a_preset_come_if_they_are_wanted(a: Assistant, qtbot: QtBot) -> None:
    type_in("A forum")
    a.open_step(a.forms.beginning)
    a.forms.beginning.beginning.sessions.click()
    a.forms.when.last_day.set_day(TODAY + timedelta(days=2))
    a.forms.beginning.beginning.ways["empty"].click()
    assert not a.forms.beginning.beginning.with_sessions
    a.forms.beginning.beginning.ways["conference"].click()
    event = other_event(made(a, qtbot, a.make))

    last = event.sessions_by_time()[-1]
    assert (last.code, event.day_of(last.start)) == ("closing", TODAY + timedelta(days=2))


def test_copied_sessions_that_do_not_fit_are_told(a: Assistant, qtbot: QtBot, tmp_path: Path) -> None:
    new_event(tmp_path / "old.event", read_definition(assets.demo("forum.toml")), STAFF).close()
    a.copy_from(tmp_path / "old.event")
    qtbot.waitUntil(lambda: a.forms.beginning.beginning.chosen == "")
    a.forms.beginning.beginning.sessions.click()
    a.forms.when.last_day.set_day(TODAY)

    assert a.forms.when.wrong()[Part.LAST_DAY].startswith("The copied sessions last until")
    a.forms.beginning.beginning.sessions.click()
    assert a.forms.when.wrong() == {}


def test_a_file_that_cannot_be_copied_is_told_beside_the_choice(
    a: Assistant, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "list.event").write_text("no event")
    a.open_step(a.forms.beginning)
    a.copy_from(tmp_path / "list.event")
    qtbot.waitUntil(lambda: bool(a.forms.beginning.wrong()))

    assert "list.event" in a.forms.beginning.wrong()[Part.BEGINNING]
    assert a.forms.beginning.beginning.chosen == "forum"


def test_a_copied_category_in_a_colour_of_a_verdict_is_remarked_on(
    a: Assistant, qtbot: QtBot, tmp_path: Path
) -> None:
    demo = read_definition(assets.demo("forum.toml"))
    first, *_ = demo.categories.values()
    green = replace(first, colour=WELCOME_GREEN)
    other = replace(demo, categories={**demo.categories, first.code: green})
    new_event(tmp_path / "old.event", other, STAFF).close()
    a.open_step(a.forms.beginning)
    assert a.forms.beginning.notes() == {}
    a.copy_from(tmp_path / "old.event")
    qtbot.waitUntil(lambda: a.forms.beginning.beginning.chosen == "")

    name = f"{first.letter} · {first.name.in_language('en')}"
    remark = f"{name} has a colour in which doors answer; choose another one for it."
    assert a.forms.beginning.notes() == {Part.BEGINNING: remark}
    a.forms.beginning.beginning.ways["forum"].setChecked(True)
    assert a.forms.beginning.notes() == {}


def test_a_name_that_a_file_has_is_told_at_once_and_another_one_is_proposed(
    a: Assistant, qtbot: QtBot, home: Path, tasks: Tasks
) -> None:
    home.mkdir(parents=True)
    (home / "Forum.event").write_text("mine")
    type_in("Forum")
    qtbot.waitUntil(lambda: a.forms.file.name_line.text() == "Forum 2.event")
    a.open_step(a.forms.file)
    a.forms.file.name_line.selectAll()
    type_in("Forum")
    qtbot.waitUntil(lambda: Part.NAME in a.forms.file.wrong())

    assert "is there already" in a.forms.file.wrong()[Part.NAME]
    enter()
    qtbot.waitUntil(lambda: not tasks.devices.is_busy)
    assert at(a) == 5
    assert (home / "Forum.event").read_text() == "mine"
    type_in(" 3")
    assert made(a, qtbot, enter) == home / "Forum 3.event"


@pytest.mark.parametrize("name", ["a/b", "con", "what?"])
def test_a_name_that_windows_refuses_is_told_at_once(a: Assistant, name: str) -> None:
    a.open_step(a.forms.file)
    a.forms.file.name_line.selectAll()
    type_in(name)

    assert Part.NAME in a.forms.file.wrong()
    assert marked(a)[-1] == 5


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_lost(
    a: Assistant, qtbot: QtBot, tmp_path: Path
) -> None:
    type_in("Forum")
    a.open_step(a.forms.file)
    a.forms.file.folder.line.setText(str(tmp_path / "gone"))
    enter()
    qtbot.waitUntil(lambda: Part.FOLDER in a.forms.file.wrong())

    assert "Choose another folder" in a.forms.file.wrong()[Part.FOLDER]
    assert marked(a) == [5]
    a.forms.file.folder.line.setText(str(tmp_path))
    assert a.forms.file.wrong() == {}
    path = made(a, qtbot, enter)
    assert path == tmp_path / "Forum.event"


def test_a_long_title_in_five_scripts_makes_an_event(a: Assistant, qtbot: QtBot) -> None:
    title = ("Forum ភ្នំពេញ 论坛 форум منتدى " * 10)[:300].strip()
    type_in(title)

    path = made(a, qtbot, a.make)
    assert other_event(path).description.title == LocalText.of({"en": title})


def test_esc_asks_before_it_loses_anything(a: Assistant, qtbot: QtBot) -> None:
    type_in("F")
    with qtbot.assertNotEmitted(a.given_up):
        press(Qt.Key.Key_Escape)
        type_in("o")
        press(Qt.Key.Key_Escape)
    assert a.forms.what.title_input.text() == LocalText.of({"en": "Fo"})
    with qtbot.waitSignal(a.given_up):
        press(Qt.Key.Key_Escape)


def test_esc_leaves_at_once_where_nothing_was_chosen(a: Assistant, qtbot: QtBot) -> None:
    enter()
    with qtbot.waitSignal(a.given_up):
        press(Qt.Key.Key_Escape)


def test_a_second_press_makes_no_second_file(a: Assistant, qtbot: QtBot, home: Path) -> None:
    type_in("Forum")

    def twice() -> None:
        a.make()
        a.make()

    made(a, qtbot, twice)
    assert [path.name for path in home.glob("*.event")] == ["Forum.event"]


def test_the_page_after_the_making_is_chosen_where_there_is_a_programme(
    qtbot: QtBot, tasks: Tasks, home: Path
) -> None:
    del home
    a = shown(a_look(), qtbot, tasks, "arrivals", "programme")
    type_in("Forum")
    path = made(a, qtbot, a.make)

    from checkin import remembered  # noqa: PLC0415

    with closing(open_event(path)) as file:
        assert remembered.of_event(file.event_id)[""] == {"page": "programme", "file": str(path)}


@pytest.mark.parametrize(("language", "palette"), [*zip(languages(), cycle(Palette), strict=False)])
def test_no_text_is_cut_on_a_small_screen(
    qtbot: QtBot, tasks: Tasks, home: Path, language: str, palette: Palette
) -> None:
    del home
    a = shown(a_look(language, palette), qtbot, tasks)
    a.forms.what.title_input.set_text(LocalText.of({language: "Forum " * 50}))
    for step in a.steps:
        a.open_step(step)
        QApplication.processEvents()
        assert cut_texts(a, may_scroll=True) == []


def test_every_control_has_a_name(a: Assistant) -> None:
    for step in a.steps:
        a.open_step(step)
        nameless = [
            widget
            for widget in step.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not widget.accessibleName()
            and not (isinstance(widget, QPushButton) and widget.text())
            and widget.focusProxy() is None
        ]
        assert [widget for widget in nameless if not getattr(widget, "text", str)()] == []


def test_the_assistant_opens_from_the_start_page_and_its_event_opens(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CHECKIN_HOME", str(tmp_path / "home"))
    stage.window.activateWindow()
    button = next(each for each in stage.window.findChildren(QPushButton) if each.text() == "New event…")
    button.click()
    stage.settle()
    stage.type("Forum")
    for _ in range(5):
        stage.press("Return")
    stage.wait(lambda: stage.window.page is not None)

    assert stage.file.known_event.description.title == LocalText.of({"en": "Forum"})
    assert stage.file.path.parent == paths.documents_folder()
    assert stage.file.known_event.description.first_day - stage.now().date() <= timedelta(days=1)


def test_giving_up_leads_back_to_the_start_page(stage: Stage) -> None:
    stage.window.activateWindow()
    stage.program.opener.make_new()
    stage.settle()
    assert stage.window.findChildren(Assistant)
    stage.press("Escape")

    assert not stage.window.findChildren(Assistant)
    assert any(each.text() == "New event…" for each in stage.window.findChildren(QPushButton))


def test_a_look_at_the_disk_that_ends_after_the_assistant_tells_nobody(
    qtbot: QtBot, tasks: Tasks, home: Path
) -> None:
    bugs: list[Exception] = []
    tasks.bug.connect(bugs.append)
    a = Assistant(a_look(), tasks, Shift(STAFF), TODAY, ())
    a.copy_from(home / "gone.event")
    with qtbot.waitSignal(a.destroyed):
        a.deleteLater()
    qtbot.waitUntil(lambda: not tasks.devices.is_busy)

    assert bugs == []


def test_another_language_keeps_all_that_was_typed(qtbot: QtBot, tasks: Tasks, home: Path) -> None:
    del home
    look = a_look()
    a = shown(look, qtbot, tasks)
    type_in("Forum")
    a.open_step(a.forms.when)
    a.forms.when.zone.setFocus()
    type_in("paris")
    former = a.wish()
    look.speak("fr")

    assert a.wish() == former
    assert a.list.buttons[1].shown[1] == "30 nov. 2026 · Paris, France"
    assert a.forms.when.zone.list.item(0).text() == "Paris, France   UTC+01:00"


def test_f1_in_the_assistant_opens_the_manual(stage: Stage) -> None:
    stage.window.activateWindow()
    stage.program.opener.make_new()
    stage.settle()
    stage.press("F1")

    shown = stage.window.findChildren(ManualWindow)[-1]
    assert shown.windowTitle() == "Help: Event"
    assert "Make a new event" in shown.text.toPlainText()
    shown.close()
    stage.program.opener.ask()
    stage.press("F1")
    assert stage.window.findChildren(PageHelp)[-1].windowTitle() == "Help: Start page"
