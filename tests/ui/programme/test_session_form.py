"""The form of a session, filled in by the keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QScrollArea

from checkin.domain.programme import (
    Category,
    Event,
    EventDescription,
    Exits,
    LocalText,
    Policy,
    Room,
    Session,
    SessionStatus,
)
from checkin.ui.programme.open_to_input import CATEGORIES, NAMED, OpenToInput
from checkin.ui.programme.room_input import RoomInput
from checkin.ui.programme.session_fields import SessionField
from checkin.ui.programme.session_form import SessionForm
from checkin.ui.programme.time_input import TimeInput
from tests.desk.random_events import events
from tests.ui.boxes import cut_texts
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from checkin.ui.appearance import Appearance

DAY = date(2027, 10, 30)
"""In Paris the clocks are put back in the night after this day."""
NINE = datetime(2027, 10, 30, 7, tzinfo=UTC)
"""09:00 in Paris."""
BEFORE = NINE - timedelta(days=30)
TALK = Session(
    "talk", LocalText.of({"en": "Talk  of two", "de": "Gespräch"}), LocalText.of("ball"),
    NINE + timedelta(seconds=20), NINE + timedelta(minutes=90, milliseconds=7), NINE - timedelta(minutes=15, seconds=3),
    NINE + timedelta(hours=1), kind=LocalText.of({"en": "Panel"}), speakers=(LocalText.of({"en": "A", "km": "ក"}),),
    capacity=40, open_to=frozenset("PX"),
)  # fmt: skip
EVENT = Event(
    EventDescription(
        LocalText.of("Forum"), LocalText(), "Europe/Paris", DAY, DAY + timedelta(days=1), ("en", "fr")
    ),
    categories={
        code: Category(code, code, LocalText.of(name)) for code, name in (("P", "Parliament"), ("M", "Press"))
    },
    rooms={
        "ball": Room("ball", LocalText.of({"en": "Ballroom", "fr": "Salle de bal"}), 300),
        "one": Room("one", LocalText.of("Annex")),
        "two": Room("two", LocalText.of("Annex")),
        "main": Room("main", LocalText.of({"en": "Opera House", "fr": "Opéra"})),
    },
    sessions={"talk": TALK},
)


class Hands:
    """Somebody who fills in the form with the keyboard; `kept` holds the sessions that were saved."""

    def __init__(self, form: SessionForm) -> None:
        self.form = form
        self.kept: list[Session] = []
        self.times_given_up = 0
        form.saved.connect(self.kept.append)
        form.given_up.connect(self._on_given_up)

    def _on_given_up(self) -> None:
        self.times_given_up += 1

    def at(self, field: SessionField) -> Hands:
        self.form.input(field).setFocus()
        return self

    def type(self, text: str) -> Hands:
        """Type in place of what stands in the field."""
        focused = QApplication.focusWidget()
        QTest.keyClick(focused, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(focused, Qt.Key.Key_Delete)
        QTest.keyClicks(focused, text)
        return self

    def press(self, *keys: Qt.Key) -> Hands:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key)
        return self

    def save(self) -> Session | None:
        """Press Enter; the session that was saved by that."""
        number = len(self.kept)
        self.press(Qt.Key.Key_Return)
        return self.kept[-1] if len(self.kept) > number else None

    def time(self, field: SessionField) -> TimeInput:
        found = self.form.input(field)
        assert isinstance(found, TimeInput)
        return found

    @property
    def times(self) -> list[str]:
        """The times as the form shows them."""
        fields = (SessionField.START, SessionField.END, SessionField.DOORS_OPEN, SessionField.LAST_ENTRY)
        return [self.time(each).line.text() for each in fields]

    def choose(self, field: SessionField, number: int) -> None:
        found = self.form.input(field)
        combo = found if isinstance(found, QComboBox) else found.findChild(QComboBox)
        assert isinstance(combo, QComboBox)
        combo.setCurrentIndex(number)


@pytest.fixture
def open_form(qtbot: QtBot) -> Callable[..., Hands]:
    def opened(session: Session | None = None, event: Event = EVENT, look: Appearance | None = None) -> Hands:
        form = SessionForm(
            look or a_look(), event, session, NINE, NINE + timedelta(hours=1), LocalText.of("ball"), BEFORE
        )
        qtbot.addWidget(form)
        form.resize(min(46 * form.fontMetrics().averageCharWidth(), 553), 420)
        with qtbot.waitActive(form):
            form.show()
            form.activateWindow()
        return Hands(form)

    return opened


def test_a_session_is_made_by_the_keyboard_alone(open_form: Callable[..., Hands]) -> None:
    hands = open_form()

    assert hands.form.first_input().focusProxy().hasFocus()
    hands.type("Topic 1: Security").at(SessionField.START).type("930").press(Qt.Key.Key_Tab).type("11")
    made = hands.save()

    assert made is not None
    assert (made.code, made.title) == ("topic-1-security", LocalText.of({"en": "Topic 1: Security"}))
    assert (made.start, made.end) == (NINE + timedelta(minutes=30), NINE + timedelta(hours=2))
    assert (made.doors_open, made.last_entry) == (NINE, made.end)
    assert (made.room, made.capacity, made.open_to) == (LocalText.of("ball"), None, None)


def test_a_line_of_an_agenda_typed_as_title_fills_in_times_room_and_speakers(
    open_form: Callable[..., Hands],
) -> None:
    made = (
        open_form().type("14h-15h30 Panel on trade (Annex Hall; H.E. Sok Dara; Dr. Lim Bopha, CICP)").save()
    )

    assert made is not None
    assert made.title == LocalText.of({"en": "Panel on trade"})
    assert (made.start, made.end) == (NINE + timedelta(hours=5), NINE + timedelta(hours=6, minutes=30))
    assert made.room == LocalText.of("Annex Hall")
    assert made.speakers == tuple(
        LocalText.of({"en": each}) for each in ("H.E. Sok Dara", "Dr. Lim Bopha, CICP")
    )


def test_in_a_typed_line_the_beginning_of_a_rooms_name_means_the_room(
    open_form: Callable[..., Hands],
) -> None:
    made = open_form().type("14h-15h30 Panel (Opera; Dr. Lim)").save()
    unknown = open_form().type("14h-15h30 Panel (Garden; Dr. Lim)").save()
    remark = open_form().type("14h-15h30 Panel (welcome)").save()

    assert made is not None
    assert (made.room, made.title) == (LocalText.of("main"), LocalText.of({"en": "Panel"}))
    assert unknown is not None
    assert (unknown.room, unknown.title) == (LocalText.of("Garden"), LocalText.of({"en": "Panel"}))
    assert [str(each) for each in unknown.speakers] == ["Dr. Lim"]
    assert remark is not None
    assert remark.title == LocalText.of({"en": "Panel (welcome)"})


def test_a_comma_between_two_names_is_told_and_one_before_an_office_is_not(
    open_form: Callable[..., Hands],
) -> None:
    names = open_form().type("14h-15h30 Panel (Garden; Chan Dara, Paul Smith)").press(Qt.Key.Key_Tab)
    office = open_form().type("14h-15h30 Panel (Garden; Dr Sok, Minister of Water)").press(Qt.Key.Key_Tab)

    assert "semicolon" in names.form.notes()[SessionField.SPEAKERS]
    assert SessionField.SPEAKERS not in office.form.notes()


def test_no_badges_are_read_at_a_new_break_unless_somebody_wants_so(open_form: Callable[..., Hands]) -> None:
    made = open_form().type("Coffee break").save()
    wanted = open_form().type("Lunch")
    note = wanted.form.notes()[SessionField.TITLE]
    wanted.form.more_button.click()
    doors = wanted.form.input(SessionField.DOORS)
    assert isinstance(doors, QCheckBox)
    doors.click()
    read = wanted.at(SessionField.CAPACITY).type("30").save()
    known = open_form(TALK).type("Lunch").save()

    assert made is not None
    assert not made.doors
    assert note.startswith("A break")
    assert read is not None
    assert read.doors
    assert known is not None
    assert known.doors


def test_the_title_of_a_session_that_is_there_keeps_its_time(open_form: Callable[..., Hands]) -> None:
    made = open_form(TALK).type("9:30 club").press(Qt.Key.Key_Tab).save()

    assert made == replace(TALK, title=LocalText.of({"en": "9:30 club", "de": "Gespräch"}))


@pytest.mark.parametrize("typed", ["9", "0930", "9:30", "9h30", "9.30"])
def test_times_are_typed_as_people_write_them(open_form: Callable[..., Hands], typed: str) -> None:
    hands = open_form().type("Talk").at(SessionField.START).type(typed)
    made = hands.save()

    assert made is not None
    assert made.start == NINE + timedelta(minutes=0 if typed == "9" else 30)


def test_semicolons_divide_speakers(open_form: Callable[..., Hands]) -> None:
    made = open_form().type("Talk").at(SessionField.SPEAKERS).type("Dr Sok, CICP; Ms Chan").save()

    assert made is not None
    assert made.speakers == (LocalText.of({"en": "Dr Sok, CICP"}), LocalText.of({"en": "Ms Chan"}))


def test_on_another_day_a_new_session_follows_the_last_one(open_form: Callable[..., Hands]) -> None:
    later = replace(
        TALK, start=TALK.start + timedelta(days=1, hours=1), end=TALK.end + timedelta(days=1, hours=1)
    )
    hands = open_form(event=replace(EVENT, sessions={"talk": later}))

    hands.choose(SessionField.DAY, 1)
    assert hands.times[:2] == ["10:30", "11:30"]
    hands.choose(SessionField.DAY, 0)
    assert hands.times[:2] == ["09:00", "10:00"]
    hands.at(SessionField.START).type("8").choose(SessionField.DAY, 1)
    assert hands.times[0] == "8"


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(event=events())
def test_what_nobody_changed_comes_back_as_it_was(qapp: QApplication, event: Event) -> None:
    del qapp
    look = a_look()
    sessions = [each for each in event.sessions.values() if each.end - each.start < timedelta(hours=24)]
    for number, session in enumerate(sessions[:4]):
        odd = replace(session, doors_open=session.doors_open - timedelta(seconds=number))
        form = SessionForm(look, event, odd, odd.start, odd.end, odd.room, BEFORE)
        assert (form.filled_in(), form.is_begun) == (odd, False)
        form.deleteLater()


def test_only_what_was_changed_comes_back_changed(open_form: Callable[..., Hands]) -> None:
    hands = open_form(TALK)

    hands.at(SessionField.CAPACITY).type("25")

    assert hands.save() == replace(TALK, capacity=25)


def test_a_text_in_a_language_that_is_not_shown_stays(open_form: Callable[..., Hands]) -> None:
    made = open_form(TALK).type("Speech").save()

    assert made == replace(TALK, title=LocalText.of({"en": "Speech", "de": "Gespräch"}))


def test_the_end_and_the_doors_move_along_until_they_are_typed(open_form: Callable[..., Hands]) -> None:
    hands = open_form(TALK)
    assert hands.times == ["09:00", "10:30", "08:44", "10:00"]

    hands.at(SessionField.START).type("10")
    assert hands.times == ["10", "11:29", "09:44", "10:59"]
    hands.at(SessionField.END).type("12.15").at(SessionField.START).type("1030")

    assert hands.times == ["1030", "12:15", "10:14", "11:29"]
    assert hands.time(SessionField.END).note.text() == "1 h 45 min"


def test_arrow_keys_move_a_time_by_five_minutes(open_form: Callable[..., Hands]) -> None:
    hands = open_form()

    hands.at(SessionField.START).press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert hands.times[:2] == ["09:10", "10:10"]
    hands.type("9:02").press(Qt.Key.Key_Down)
    assert hands.times[:2] == ["09:00", "10:00"]
    hands.at(SessionField.END).type("0002").press(Qt.Key.Key_Down, Qt.Key.Key_Down)

    assert hands.times[1] == "23:55"


def test_an_end_before_the_start_is_the_next_day_or_told_as_a_slip(open_form: Callable[..., Hands]) -> None:
    hands = open_form(TALK)
    hands.at(SessionField.START).type("20").at(SessionField.END).type("1")
    assert hands.time(SessionField.END).note.text() == "5 h"
    assert hands.form.notes()[SessionField.END] == "It ends on the next day."

    hands.at(SessionField.START).type("9").at(SessionField.END).type("830")
    assert hands.save() is None
    assert hands.form.wrong()[SessionField.END] == "The end must be after the start."
    hands.at(SessionField.START).type("8")
    assert SessionField.END not in hands.form.wrong()


def test_all_but_one_category_are_ticked_by_two_keys(open_form: Callable[..., Hands]) -> None:
    hands = open_form(replace(TALK, open_to=frozenset("M")))
    given = hands.form.input(SessionField.OPEN_TO)
    assert isinstance(given, OpenToInput)
    found = []
    for button in (given.others_button, given.all_button, given.none_button, given.others_button):
        button.setFocus()
        hands.press(Qt.Key.Key_Space)
        found.append(given.open_to())

    assert found == [{"P"}, {"P", "M"}, set(), {"P", "M"}]
    assert given.others_button.accessibleName() == "Who may enter: the others"
    given.ticks["M"].setFocus()
    hands.press(Qt.Key.Key_Space)
    made = hands.at(SessionField.TITLE).save()
    assert made is not None
    assert made.open_to == {"P"}


def test_the_list_of_categories_comes_into_sight_and_letters_tick(open_form: Callable[..., Hands]) -> None:
    hands = open_form()
    open_to = hands.at(SessionField.OPEN_TO).form.input(SessionField.OPEN_TO)
    assert isinstance(open_to, OpenToInput)
    QTest.keyClicks(open_to.choice, "t")
    last = open_to.ticks["M"]
    QTest.qWait(20)
    in_sight = last.visibleRegion().boundingRect().height() == last.height()
    open_to.all_button.setFocus()
    QTest.keyClicks(open_to.all_button, "pm")
    both = open_to.open_to()
    QTest.keyClicks(last, "p")

    assert open_to.choice.currentIndex() == CATEGORIES
    assert in_sight
    assert both == {"P", "M"}
    assert open_to.open_to() == {"M"}
    assert open_to.ticks["P"].hasFocus()


def test_all_that_is_wrong_is_told_beside_its_field_at_once(open_form: Callable[..., Hands]) -> None:
    hands = open_form()
    hands.at(SessionField.START).type("25").at(SessionField.CAPACITY).type("many")
    hands.choose(SessionField.OPEN_TO, CATEGORIES)
    room = hands.form.input(SessionField.ROOM)
    assert isinstance(room, RoomInput)
    room.combo.setEditText("annex")

    assert hands.at(SessionField.CAPACITY).save() is None

    assert hands.form.wrong() == {
        SessionField.TITLE: "“Title of the session” is missing.",
        SessionField.START: "This is no time: write it like 09:30.",
        SessionField.ROOM: "Two rooms have this name: choose one from the list.",
        SessionField.CAPACITY: "This is not a number.",
        SessionField.OPEN_TO: "Tick at least one category.",
    }
    assert hands.form.first_input().focusProxy().hasFocus()
    hands.type("Talk").at(SessionField.START).type("9").at(SessionField.CAPACITY).type("")
    hands.choose(SessionField.ROOM, 2)
    hands.choose(SessionField.OPEN_TO, NAMED)
    made = hands.save()
    assert made is not None
    assert (made.room, made.open_to, made.code) == (LocalText.of("two"), frozenset(), "talk-2")


def test_what_is_wrong_among_the_rare_fields_shows_them(open_form: Callable[..., Hands]) -> None:
    plain = replace(TALK, doors_open=TALK.start - timedelta(minutes=30), last_entry=TALK.end)
    hands = open_form(plain)
    last = hands.time(SessionField.LAST_ENTRY)
    assert not last.isVisible()
    assert last.line.placeholderText() == "10:30"

    hands.form.more_button.click()
    hands.at(SessionField.LAST_ENTRY).type("11")
    hands.form.more_button.click()
    assert not last.isVisible()
    assert hands.at(SessionField.END).save() is None

    assert last.isVisible()
    assert hands.form.wrong() == {SessionField.LAST_ENTRY: "The last entry is after the end."}
    assert hands.at(SessionField.LAST_ENTRY).type("").save() == plain


def test_a_break_has_no_doors_and_what_they_were_told_does_not_count(open_form: Callable[..., Hands]) -> None:
    hands = open_form(TALK)
    hands.at(SessionField.DOORS).press(Qt.Key.Key_Space)
    assert not hands.form.input(SessionField.RE_ENTRY).isVisible()

    made = hands.at(SessionField.END).type("945").save()

    assert made is not None
    assert (made.doors, made.last_entry) == (False, made.end)


def test_a_time_that_comes_twice_asks_which_is_meant(open_form: Callable[..., Hands]) -> None:
    hands = open_form()
    start = hands.time(SessionField.START)
    hands.type("Vigil").at(SessionField.START).type("230")
    assert not start.turns.isVisible()

    hands.choose(SessionField.DAY, 1)
    assert start.turns.isVisible()
    first, second = datetime(2027, 10, 31, 0, 30, tzinfo=UTC), datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
    made = hands.save()
    assert made is not None
    assert made.start == first
    hands.form.show_trouble(lambda _say: "")
    start.turns.setCurrentIndex(1)
    made = hands.save()
    assert made is not None
    assert (made.start, made.end) == (second, second + timedelta(hours=1))


def test_ticked_categories_may_enter_and_one_that_is_gone_stays(open_form: Callable[..., Hands]) -> None:
    hands = open_form(TALK)
    open_to = hands.form.input(SessionField.OPEN_TO)
    assert isinstance(open_to, OpenToInput)
    hands.form.show_people({"P": 12})
    assert open_to.ticks["P"].accessibleName() == "P, Parliament, 12 persons"

    hands.at(SessionField.OPEN_TO).press(*[Qt.Key.Key_Tab] * 4, Qt.Key.Key_Down, Qt.Key.Key_Space)

    assert hands.save() == replace(TALK, open_to=frozenset("PMX"))


def test_a_room_gives_its_capacity_and_another_name_is_another_room(open_form: Callable[..., Hands]) -> None:
    hands = open_form(replace(TALK, capacity=None))
    capacity = hands.form.input(SessionField.CAPACITY)
    assert capacity.property("placeholderText") == "as the room: 300"

    hands.at(SessionField.ROOM).type("Garden")
    assert capacity.property("placeholderText") == "no limit"
    assert hands.form.notes() == {SessionField.ROOM: "This is a new room."}
    made = hands.save()

    assert made == replace(TALK, capacity=None, room=LocalText.of("Garden"))


def test_people_inside_are_told_before_the_session_is_cancelled_or_made_smaller(
    open_form: Callable[..., Hands],
) -> None:
    scanned = replace(EVENT.description, policy=Policy(exits=Exits.SCANNED))
    hands = open_form(TALK, replace(EVENT, description=scanned))
    hands.form.show_occupancy(30, 31)
    assert hands.form.notes() == {}

    hands.at(SessionField.CAPACITY).type("25")
    smaller = hands.form.notes()
    hands.choose(SessionField.STATUS, 1)

    assert smaller == {SessionField.CAPACITY: "30 are inside now, and there are 25 seats."}
    assert hands.form.notes()[SessionField.STATUS].startswith("30 persons are inside now")
    assert hands.form.draft == hands.save() == replace(TALK, capacity=25, status=SessionStatus.CANCELLED)


def test_the_wheel_scrolls_the_form_and_changes_nothing(open_form: Callable[..., Hands]) -> None:
    hands = open_form(TALK)
    day = hands.form.input(SessionField.DAY)
    middle = QPointF(day.rect().center())
    turned = QWheelEvent(
        middle, day.mapToGlobal(middle), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip

    QApplication.sendEvent(day, turned)

    assert not turned.isAccepted()
    assert not hands.form.is_begun


def test_another_language_keeps_what_was_filled_in(open_form: Callable[..., Hands]) -> None:
    look = a_look()
    hands = open_form(TALK, look=look)
    hands.type("Speech").at(SessionField.END).type("11")
    room = hands.form.input(SessionField.ROOM)
    assert isinstance(room, RoomInput)

    look.speak("fr")

    assert room.content() == "Salle de bal"
    assert hands.form.is_begun
    assert hands.save() == replace(
        TALK, title=LocalText.of({"en": "Speech", "de": "Gespräch"}), end=NINE + timedelta(hours=2)
    )


def test_what_was_typed_is_given_up_at_the_second_escape(open_form: Callable[..., Hands]) -> None:
    hands = open_form().type("Talk").press(Qt.Key.Key_Escape)
    assert hands.times_given_up == 0

    hands.press(Qt.Key.Key_Escape)

    assert hands.times_given_up == 1


def test_a_title_of_300_letters_in_five_scripts_and_a_cancelled_session_are_kept(
    open_form: Callable[..., Hands],
) -> None:
    title = ("Security សន្តិសុខ 安全 Ασφάλεια безопасность " * 8)[:300].strip()
    hands = open_form(TALK)
    line = QApplication.focusWidget()
    line.setProperty("text", title)
    hands.choose(SessionField.STATUS, 1)

    made = hands.save()

    assert made is not None
    assert (made.title.in_language("en"), made.status) == (title, SessionStatus.CANCELLED)
    for _ in range(4):
        QApplication.processEvents()
    assert cut_texts(hands.form, may_scroll=True) == []


@pytest.mark.parametrize("language", ["en", "fr", "km", "zh"])
@pytest.mark.parametrize("percent", [100, 200])
def test_no_text_is_cut_on_a_small_screen(
    open_form: Callable[..., Hands], language: str, percent: int
) -> None:
    look = a_look(language)
    look.grow(percent)
    hands = open_form(TALK, look=look)
    hands.at(SessionField.START).type("22").at(SessionField.CAPACITY).type("x")
    assert hands.save() is None
    for _ in range(4):
        QApplication.processEvents()

    cut = cut_texts(hands.form, may_scroll=True)
    beside = [each.horizontalScrollBar().maximum() for each in hands.form.findChildren(QScrollArea)]

    look.grow(100)
    assert (cut, beside) == ([], [0])


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_form_never_scrolls_sideways_where_all_of_it_is_shown(
    open_form: Callable[..., Hands], language: str, percent: int
) -> None:
    look = a_look(language)
    look.grow(percent)
    hands = open_form(TALK, look=look)
    hands.choose(SessionField.DAY, 1)
    hands.at(SessionField.START).type("2:10").at(SessionField.END).type("2:40")
    hands.form.more_button.setChecked(True)
    for _ in range(4):
        QApplication.processEvents()
    offers = [hands.time(each).turns.isVisible() for each in (SessionField.START, SessionField.END)]
    (area,) = hands.form.findChildren(QScrollArea)
    beside = area.horizontalScrollBar().maximum()
    hands.at(SessionField.TITLE)
    for _ in range(30):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        beside = max(beside, area.horizontalScrollBar().maximum())

    look.grow(100)
    assert (offers, beside) == ([True, True], 0)
