"""A morning at the desk, key by key, on a real event file."""

from __future__ import annotations

import sys
import threading
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from checkin.desk.arrive import arrive
from checkin.desk.correct import correct
from checkin.desk.find import by_code, everybody
from checkin.desk.issue_badge import replace_badge
from checkin.desk.print_badges import note_sent, print_to_file, waiting_jobs
from checkin.desk.register import register
from checkin.desk.watch import occupancy
from checkin.domain import codes
from checkin.domain.admission import Admitted, Refusal, Refused
from checkin.domain.delegates import Field, Status
from checkin.domain.facts import Arrived, BadgeIssued, Defined, Scanned
from checkin.domain.presence import Direction
from checkin.domain.reasons import Reason, Why
from checkin.domain.things import Thing
from checkin.settings import Palette
from checkin.storage.event_file import EventFile
from checkin.ui.arrivals.arrivals_page import ArrivalsPage
from checkin.ui.arrivals.delegation import DelegationPanel
from checkin.ui.arrivals.preview import make_ready
from checkin.ui.frames.person_form import PersonForm
from checkin.ui.frames.question import Question
from checkin.ui.theme import PALETTES, VERDICT_LOOKS, Look
from checkin.ui.watching import Watch
from tests.recent import recent_acts
from tests.ui.arrivals.conftest import Hands
from tests.ui.desks import MFA, NOW, PEOPLE, STAFF, Desk

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


CTRL: Final = Qt.KeyboardModifier.ControlModifier


def colour_of_band(hands: Hands) -> str:
    """What is painted in the middle of the band."""
    shot = hands.page.band.grab()
    return shot.toImage().pixelColor(shot.width() // 2, shot.height() - 8).name().upper()


def has_arrived(hands: Hands, text: str) -> bool:
    return hands.desk.known(text).arrival is not None


def a_badge(hands: Hands, text: str) -> str:
    """The code of a badge that was issued before the delegate came."""
    registration = hands.desk.known(text)
    return replace_badge(
        hands.desk.file, STAFF, registration.delegate.id, Why(Reason.LOST), NOW, to_print=False
    )


def asked(hands: Hands, kind: type[QWidget]) -> QWidget:
    """The form or question that is open."""
    panel = hands.page.side.currentWidget()
    assert isinstance(panel, kind)
    return panel


# ---- by name


def test_three_letters_and_enter_receive_a_delegate_and_queue_the_badge(hands: Hands) -> None:
    hands.look_for("che")
    hands.enter()

    assert has_arrived(hands, "chea")
    assert hands.queued == [hands.desk.known("chea").badge.code]  # type: ignore[union-attr]
    assert hands.page.band.text == "WELCOME   CHEA Vanna · badge on its way to the printer"
    assert colour_of_band(hands) == VERDICT_LOOKS[Look.ADMITTED].colour


def test_after_an_arrival_the_next_letter_begins_the_next_search(hands: Hands) -> None:
    hands.look_for("che")
    hands.enter()
    hands.type("kem")
    hands.settle()

    assert hands.names == ["KEM Rith"]
    assert hands.page.band.is_quiet


def test_namesakes_are_told_apart_by_their_organisation_and_chosen_with_the_arrow(hands: Hands) -> None:
    hands.look_for("sok sop")
    hands.press(Qt.Key.Key_Down)
    hands.enter()

    first, second = hands.page.finder.results.found
    assert first.arrival is None
    assert second.arrival is not None
    assert second.delegate.organisation == "Royal University"


def test_names_are_found_in_both_scripts(hands: Hands) -> None:
    hands.page.finder.search.setText("សុភាព")
    hands.settle()

    assert hands.names[0] == "SOK Sopheap"


def test_letters_typed_anywhere_on_the_page_search(hands: Hands) -> None:
    next(each for each in hands.page.findChildren(QPushButton) if each.isEnabled()).setFocus()
    hands.type("ly")
    hands.settle()

    assert hands.page.finder.search.hasFocus()
    assert hands.names == ["LY Nary"]


def test_enter_before_anybody_could_see_the_answer_means_one_person_or_nobody(hands: Hands) -> None:
    with hands.quicker_than_the_desk():
        hands.type("chea")
        hands.press(Qt.Key.Key_Return)
    assert has_arrived(hands, "chea")

    hands.press(Qt.Key.Key_Escape)
    with hands.quicker_than_the_desk():
        hands.type("sok")
        hands.press(Qt.Key.Key_Return)
    assert hands.names == ["SOK Sopheap", "SOK Sopheap"]
    assert not any(each.arrival for each in hands.page.finder.results.found)


def test_who_has_arrived_already_is_told_with_time_and_station_and_nothing_is_printed(hands: Hands) -> None:
    for _ in range(2):
        hands.look_for("chea")
        hands.enter()

    assert hands.page.band.text.startswith("ARRIVED ALREADY   CHEA Vanna · 08:46, Desk 2")
    assert colour_of_band(hands) == VERDICT_LOOKS[Look.ALREADY_INSIDE].colour
    assert len(hands.queued) == 1


def test_who_arrived_yesterday_is_welcomed_today_and_the_counters_tell_the_days_apart(hands: Hands) -> None:
    desk = hands.desk
    for name, back in (("chea", 1), ("kem", 1), ("ly", 0)):
        arrive(desk.file, STAFF, [desk.known(name).delegate.id], NOW + timedelta(days=1 - back))
    desk.now = NOW + timedelta(days=1)
    hands.look_for("chea")
    hands.enter()
    hands.page.counters.refresh()
    counted = hands.page.counters.findChildren(QLabel)
    hands.qtbot.waitUntil(lambda: any(label.text().startswith("today: 1 ·") for label in counted))

    assert hands.page.band.text.startswith("WELCOME   CHEA Vanna · here since Monday 08:46, Desk 2")
    assert colour_of_band(hands) == VERDICT_LOOKS[Look.BACK_IN].colour
    assert "arrived Monday 08:46, Desk 2" in hands.page.side.main.text()
    assert "Monday, September 14, 2026: 2" in next(label.toolTip() for label in counted if label.toolTip())


def test_an_arrival_without_badge_prints_none(hands: Hands) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_Return, shift=True)
    hands.settle()

    assert has_arrived(hands, "chea")
    assert hands.queued == []


def test_nobody_found_says_how_to_go_on(hands: Hands) -> None:
    hands.look_for("xyz")
    hands.enter()

    assert "Ctrl+N" in hands.page.side.card.text
    assert not hands.page.side.main.isEnabled()


def test_a_key_pressed_right_after_escape_leaves_no_results_of_the_search_that_was_cleared(
    hands: Hands,
) -> None:
    hands.look_for("chea")
    hands.enter()
    hands.look_for("kem")
    with hands.quicker_than_the_desk():
        hands.press(Qt.Key.Key_Escape)
        hands.control(Qt.Key.Key_D)
    hands.settle()

    assert hands.names == ["CHEA Vanna"]


def test_escape_clears_and_shows_whom_this_desk_has_seen_last(hands: Hands) -> None:
    hands.look_for("chea")
    hands.enter()
    hands.press(Qt.Key.Key_Escape)
    hands.settle()

    assert hands.page.finder.search.text() == ""
    assert hands.names[0] == "CHEA Vanna"
    assert hands.page.finder.chosen is None


def test_the_counters_follow_the_arrivals(hands: Hands, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: hands.page.counters.text.startswith("0 / 6"))

    hands.look_for("chea")
    hands.enter()

    qtbot.waitUntil(lambda: hands.page.counters.text.startswith("1 / 6"))


def test_a_protocol_guest_is_flagged_and_letters_of_a_name_are_no_mark_up(hands: Hands) -> None:
    hands.look_for("ly nary")
    assert "Call the protocol officer" in str(hands.page.finder.list.model().index(0, 0).data())
    hands.enter()
    assert "★ Call the protocol officer" in hands.page.side.card.text.replace("&nbsp;", " ")
    assert "Call the protocol officer" in hands.page.band.text

    hands.look_for("bold")
    assert "&lt;b&gt;BOLD&lt;/b&gt; &amp; Co" in hands.page.side.card.text


def test_the_card_tells_every_other_field_that_is_filled_with_its_name(hands: Hands) -> None:
    someone = hands.desk.known("kem").delegate.id
    correct(hands.desk.file, STAFF, someone, {Field.DIET: "<vegetarian>"})
    hands.look_for("kem")

    assert "Dietary need: &lt;vegetarian&gt;" in hands.page.side.card.text


def test_a_private_note_is_shown_on_demand_and_never_with_the_next_delegate(hands: Hands) -> None:
    hands.look_for("sok sop")
    assert "met by" not in hands.page.side.card.text

    hands.press(Qt.Key.Key_F9)
    assert "met by the protocol officer" in hands.page.side.card.text

    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Up)
    assert "met by" not in hands.page.side.card.text


def test_the_badge_that_will_be_printed_is_seen(hands: Hands, qtbot: QtBot) -> None:
    hands.look_for("chea")
    qtbot.waitUntil(lambda: not hands.page.side.preview.pixmap().isNull(), timeout=20_000)

    shown = hands.page.side.preview.pixmap().toImage()
    assert shown.height() > shown.width()
    assert shown.pixelColor(shown.width() // 2, shown.height() - 4) == QColor("#0072B2")


def test_a_drawing_is_shown_when_the_same_delegate_was_found_again_meanwhile(hands: Hands) -> None:
    go_on = threading.Event()
    hands.desk.tasks.drawing.run(lambda: go_on.wait(20))
    hands.look_for("che")
    preview = hands.page.side.preview
    hands.qtbot.waitUntil(lambda: not preview._soon.isActive())
    hands.type("a")
    hands.settle()
    go_on.set()

    hands.qtbot.waitUntil(lambda: not hands.desk.tasks.drawing.is_busy)
    assert hands.names == ["CHEA Vanna"]
    assert not preview.pixmap().isNull()


def test_the_preview_does_not_wait_for_a_printer_that_does_not_answer(hands: Hands) -> None:
    answers = threading.Event()
    hands.desk.tasks.devices.run(lambda: answers.wait(20))
    hands.look_for("chea")

    hands.qtbot.waitUntil(lambda: not hands.page.side.preview.pixmap().isNull(), timeout=15_000)
    assert hands.desk.tasks.devices.is_busy
    answers.set()


def test_the_badge_is_drawn_again_when_its_category_gets_another_colour(hands: Hands) -> None:
    hands.look_for("chea")
    preview, desk = hands.page.side.preview, hands.desk
    hands.qtbot.waitUntil(lambda: not preview.pixmap().isNull(), timeout=20_000)
    with desk.file.transaction():
        desk.file.append([Defined(Thing.CATEGORY, "M", {"colour": "#8A6100"})], STAFF.operator)
    assert desk.file.event.categories["M"].colour == "#8A6100"
    desk.changes.programme_changed.emit()

    def colour() -> str:
        shown = preview.pixmap().toImage()
        return shown.pixelColor(shown.width() // 2, shown.height() - 4).name().upper()

    hands.qtbot.waitUntil(lambda: colour() == "#8A6100", timeout=20_000)
    assert hands.names == ["CHEA Vanna"]


def test_the_words_in_place_of_a_code_follow_the_language(hands: Hands) -> None:
    hands.look_for("chea")
    preview = hands.page.side.preview
    hands.qtbot.waitUntil(lambda: not preview.pixmap().isNull(), timeout=20_000)
    drawn: list[object] = []
    preview.told.connect(drawn.append)
    hands.desk.look.speak("fr")

    hands.qtbot.waitUntil(lambda: len(drawn) == 1, timeout=20_000)
    assert drawn[0] is not None


def test_what_a_badge_needs_is_loaded_without_a_trace_in_the_journal(hands: Hands) -> None:
    before = recent_acts(hands.desk.file)
    make_ready(hands.desk.file)

    assert recent_acts(hands.desk.file) == before
    assert "pypdfium2" in sys.modules


# ---- by scan


def test_a_scan_receives_without_a_key(hands: Hands) -> None:
    code = a_badge(hands, "chea")
    hands.scan(code)

    assert has_arrived(hands, "chea")
    assert hands.queued == [code]
    assert hands.names == ["CHEA Vanna"]
    assert hands.page.band.text.startswith("WELCOME   CHEA Vanna")


def test_a_scan_goes_before_an_open_form(hands: Hands) -> None:
    code = a_badge(hands, "chea")
    hands.control(Qt.Key.Key_N)
    hands.scan(code)

    assert has_arrived(hands, "chea")
    assert not hands.page.side.is_asking


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_E])
def test_a_form_that_was_begun_stays_while_badges_are_read(hands: Hands, key: Qt.Key) -> None:
    code, blocked = a_badge(hands, "chea"), a_badge(hands, "mao")
    hands.look_for("kem")
    hands.control(key)
    form = asked(hands, PersonForm)
    assert isinstance(form, PersonForm)
    given = form.input(Field.GIVEN_NAME)
    assert isinstance(given, QLineEdit)
    given.setFocus()
    hands.type("Anna")
    written = given.text()
    bands = {}
    for text in (code, blocked, "no code", "2CKN17F3K9QABCDE"):
        hands.scan(text)
        bands[text] = hands.page.band.text
        assert hands.page.side.currentWidget() is form
        assert given.hasFocus()
        assert given.text() == written

    assert has_arrived(hands, "chea")
    assert bands[code].startswith("WELCOME   CHEA Vanna")
    assert bands[blocked].startswith("HELP DESK   MAO Tevy")
    assert all("CHEA" not in bands[text] for text in list(bands)[2:])


@pytest.mark.parametrize("text", ["2CKN17F3K9QABCDE", "https://example.org/a", "4006381333931", "a=b"])
def test_a_code_that_nobody_knows_is_no_family_name(hands: Hands, text: str) -> None:
    hands.scan(text)
    hands.control(Qt.Key.Key_N)
    form = asked(hands, PersonForm)
    assert isinstance(form, PersonForm)

    for field in (Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME):
        line = form.input(field)
        assert isinstance(line, QLineEdit)
        assert line.text() == ""


def test_a_code_typed_by_hand_in_groups_is_a_scan(hands: Hands) -> None:
    code = codes.Code(a_badge(hands, "chea"))
    hands.look_for(code.in_groups.lower())
    hands.enter()

    assert has_arrived(hands, "chea")


def test_a_replaced_badge_receives_nobody_and_shows_whose_it_is(hands: Hands) -> None:
    former = a_badge(hands, "chea")
    replace_badge(
        hands.desk.file, STAFF, hands.desk.known("chea").delegate.id, Why(Reason.LOST), NOW, to_print=False
    )
    hands.scan(former)

    assert not has_arrived(hands, "chea")
    assert hands.names == ["CHEA Vanna"]
    assert hands.page.band.text.startswith("HELP DESK   CHEA Vanna")
    assert colour_of_band(hands) == VERDICT_LOOKS[Look.BADGE_REPLACED].colour


def test_a_misread_code_says_so_and_is_searched_too(hands: Hands) -> None:
    code = a_badge(hands, "chea")
    hands.scan(code[:-1] + ("0" if code[-1] != "0" else "1"))

    assert hands.page.band.text.startswith("SCAN AGAIN")
    assert hands.page.finder.search.text() != ""
    assert hands.page.finder.search.selectedText() == hands.page.finder.search.text()


def test_a_forged_code_is_unknown_and_one_of_another_desk_is_genuine(hands: Hands) -> None:
    hands.scan(codes.mint(b"another event's key, 32 bytes ..").text)
    assert hands.page.band.text.startswith("UNKNOWN CODE")

    hands.scan(codes.mint(hands.desk.file.event_key).text)
    assert "genuine" in hands.page.band.text
    assert colour_of_band(hands) == VERDICT_LOOKS[Look.DETAILS_FOLLOW].colour


def test_a_text_that_is_no_code_is_a_search(hands: Hands) -> None:
    hands.scan("SOPHEAP")

    assert hands.names == ["SOK Sopheap", "SOK Sopheap"]
    assert hands.page.band.is_quiet


# ---- blocked, cancelled


def all_words(hands: Hands) -> str:
    """Every word on the page that a guest could read over the operator's shoulder."""
    page = hands.page
    rows = [str(page.finder.list.model().index(row, 0).data()) for row in range(len(hands.names))]
    labels = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    buttons = [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]
    return " ".join((*rows, *labels, *buttons, page.band.text)).casefold()


def test_a_blocked_person_is_let_in_by_a_typed_reason_and_never_by_enter_or_a_digit(hands: Hands) -> None:
    hands.look_for("mao")
    assert "help desk" in all_words(hands)
    assert "block" not in all_words(hands)
    hands.enter()
    assert hands.page.band.text == "HELP DESK   MAO Tevy · Please go to the help desk."
    question = asked(hands, Question)
    assert isinstance(question, Question)
    assert "block" not in all_words(hands)
    assert "ask for the head of security" in all_words(hands)
    hands.enter()
    hands.enter()
    assert not has_arrived(hands, "mao")

    hands.press(Qt.Key.Key_Tab)
    assert question.own.hasFocus()
    for too_short in ("4", "ok"):
        question.own.clear()
        hands.type(too_short)
        hands.enter()
        assert not has_arrived(hands, "mao")
    question.own.clear()
    hands.type("head of security said yes")
    hands.enter()
    assert has_arrived(hands, "mao")
    fact = recent_acts(hands.desk.file)[0].act.facts[0]
    assert isinstance(fact, Arrived)
    assert fact.override == Why.typed("head of security said yes")
    assert hands.page.band.text.startswith("WELCOME   MAO Tevy")
    (row,) = hands.page.finder.results.found
    assert hands.page.finder.results.state(row) == "✔ 08:46"
    assert hands.page.finder.results.warning(row) == "✕ help desk"
    assert "block" not in all_words(hands)
    hands.control(Qt.Key.Key_Z)
    hands.settle()
    assert not has_arrived(hands, "mao")


@pytest.mark.parametrize("name", ["mao", "martin"])
def test_who_was_let_in_for_a_reason_has_arrived_and_may_get_another_badge(hands: Hands, name: str) -> None:
    hands.look_for(name)
    hands.enter()
    if name == "mao":
        hands.press(Qt.Key.Key_Tab)
        hands.type("head of security said yes")
        hands.enter()
    else:
        hands.press(Qt.Key.Key_1)
        hands.qtbot.waitUntil(lambda: not hands.page.side.is_asking)
        hands.settle()
    known = hands.desk.known(name)
    assert known.badge is not None
    hands.look_for(name)
    hands.enter()
    assert hands.page.band.text.startswith("ARRIVED ALREADY")
    hands.scan(known.badge.code)
    assert hands.page.band.text.startswith("ARRIVED ALREADY")
    assert not hands.page.side.is_asking

    hands.control(Qt.Key.Key_P)
    hands.press(Qt.Key.Key_1)
    hands.qtbot.waitUntil(lambda: not hands.page.side.is_asking)
    hands.settle()
    again = hands.desk.known(name).badge
    assert again is not None
    assert again.code != known.badge.code


@pytest.mark.parametrize("typed", ["1", "4", "5", "chea", "012 555", "2mar"])
def test_what_is_typed_while_a_blocked_person_is_asked_about_reaches_the_search(
    hands: Hands, typed: str, qtbot: QtBot
) -> None:
    hands.look_for("mao")
    hands.enter()
    asked(hands, Question)
    hands.type(typed)
    hands.settle()
    qtbot.wait(150)  # the scanners report a digit that was pressed alone only after a pause

    assert hands.page.finder.search.text() == typed
    assert hands.page.finder.search.hasFocus()
    assert not has_arrived(hands, "mao")


@pytest.mark.parametrize(("name", "digits"), [("martin", "6789"), ("kem", "1234")])
def test_a_digit_that_is_no_answer_reaches_the_search(hands: Hands, name: str, digits: str) -> None:
    status = Status.INVITED if name == "kem" else Status.CANCELLED
    correct(hands.desk.file, STAFF, hands.desk.known(name).delegate.id, {Field.STATUS: status})
    hands.look_for(name)
    hands.enter()
    asked(hands, Question)
    hands.type(digits)
    hands.settle()

    assert hands.page.finder.search.text() == digits


@pytest.mark.parametrize("name", ["mao", "martin", "chea"])
def test_what_is_typed_before_the_desk_has_answered_stays_in_the_search(hands: Hands, name: str) -> None:
    hands.look_for(name)
    with hands.quicker_than_the_desk():
        hands.press(Qt.Key.Key_Return)
        hands.type("ly")
    hands.type(" n4")
    hands.settle()

    assert hands.page.finder.search.text() == "ly n4"
    assert not hands.page.side.is_asking


def test_who_was_invited_and_never_answered_is_received_by_one_enter_more(hands: Hands) -> None:
    correct(hands.desk.file, STAFF, hands.desk.known("kem").delegate.id, {Field.STATUS: Status.INVITED})
    hands.look_for("kem")
    hands.enter()
    told = "INVITED   KEM Rith · The participant was invited and has not answered."
    assert hands.page.band.text == told
    assert "registration desk" not in all_words(hands)
    asked(hands, Question)
    assert not has_arrived(hands, "kem")

    hands.enter()
    assert has_arrived(hands, "kem")
    assert hands.desk.known("kem").delegate.status is Status.REGISTERED


def test_who_was_invited_is_left_alone_by_escape_and_by_digits(hands: Hands) -> None:
    correct(hands.desk.file, STAFF, hands.desk.known("kem").delegate.id, {Field.STATUS: Status.INVITED})
    hands.look_for("kem")
    hands.enter()
    question = asked(hands, Question)
    assert isinstance(question, Question)
    assert question.own.isHidden()
    hands.press(Qt.Key.Key_Escape)

    assert not hands.page.side.is_asking
    assert not has_arrived(hands, "kem")
    assert hands.desk.known("kem").delegate.status is Status.INVITED


def test_a_reason_can_be_typed_and_escape_lets_nobody_in(hands: Hands) -> None:
    hands.look_for("martin")
    hands.enter()
    hands.press(Qt.Key.Key_Escape)
    assert not hands.page.side.is_asking

    hands.enter()
    question = asked(hands, Question)
    assert isinstance(question, Question)
    hands.press(Qt.Key.Key_5)
    hands.qtbot.waitUntil(question.own.hasFocus)
    hands.type("invited again")
    hands.enter()
    assert has_arrived(hands, "martin")


def test_the_name_of_the_next_guest_is_no_reason_to_let_the_blocked_one_in(hands: Hands) -> None:
    hands.look_for("mao")
    hands.enter()
    asked(hands, Question)
    hands.type("chea")
    hands.settle()
    assert not hands.page.side.is_asking
    assert hands.names == ["CHEA Vanna"]

    hands.enter()
    assert (has_arrived(hands, "mao"), has_arrived(hands, "chea")) == (False, True)


def test_with_nothing_typed_enter_receives_nobody_whatever_was_undone(hands: Hands) -> None:
    hands.look_for("chea")
    hands.enter()
    hands.look_for("dupont")
    hands.control(Qt.Key.Key_N)
    form = asked(hands, PersonForm)
    assert isinstance(form, PersonForm)
    form.input(Field.CATEGORY).setFocus()
    hands.type("a")
    hands.enter()
    hands.press(Qt.Key.Key_Escape)
    hands.settle()
    hands.control(Qt.Key.Key_Z)
    hands.settle()
    hands.control(Qt.Key.Key_Z)
    hands.settle()
    hands.enter()

    assert not has_arrived(hands, "chea")
    assert hands.page.finder.chosen is None


def test_undo_does_not_stand_beside_a_refusal(hands: Hands) -> None:
    button = next(each for each in hands.page.band.findChildren(QPushButton))
    hands.look_for("chea")
    hands.enter()
    assert button.isVisible()

    hands.look_for("mao")
    hands.enter()
    assert not button.isVisible()


# ---- undo


def test_one_press_takes_the_last_act_back(hands: Hands) -> None:
    hands.look_for("chea")
    hands.enter()
    hands.control(Qt.Key.Key_Z)
    hands.settle()

    assert not has_arrived(hands, "chea")
    assert hands.page.band.text.startswith("UNDONE · CHEA Vanna: arrived 08:46")


def test_what_was_undone_by_mistake_is_brought_back_once(hands: Hands) -> None:
    hands.look_for("chea")
    hands.enter()
    code = hands.queued[0]
    hands.control(Qt.Key.Key_Z)
    hands.settle()
    assert not has_arrived(hands, "chea")

    for told in ("BROUGHT BACK", "There is nothing to bring back."):
        hands.control(Qt.Key.Key_Z, shift=True)
        hands.settle()
        badge = hands.desk.known("chea").badge
        assert has_arrived(hands, "chea")
        assert badge is not None
        assert badge.code == code
        assert hands.page.band.text.startswith(told)


def test_each_undo_in_turn_is_brought_back_the_newest_first(hands: Hands) -> None:
    for name in ("chea", "kem"):
        hands.look_for(name)
        hands.enter()
        hands.settle()
    for _ in range(2):
        hands.control(Qt.Key.Key_Z)
        hands.settle()
    seen = []
    for _ in range(3):
        hands.control(Qt.Key.Key_Z, shift=True)
        hands.settle()
        seen.append((hands.page.band.text[:22], has_arrived(hands, "chea"), has_arrived(hands, "kem")))

    assert seen == [
        ("BROUGHT BACK · CHEA Va", True, False),
        ("BROUGHT BACK · KEM Rit", True, True),
        ("There is nothing to br", True, True),
    ]


def test_whoever_has_a_printed_badge_is_asked_for_it_when_its_issue_is_undone(hands: Hands) -> None:
    hands.look_for("chea")
    hands.enter()
    (job,) = waiting_jobs(hands.desk.file)
    note_sent(hands.desk.file, STAFF, job, "printer", NOW, face="f")
    hands.control(Qt.Key.Key_Z)
    hands.settle()

    assert hands.page.band.text.endswith("take the printed badge back: it admits nobody any more")


def test_undo_reaches_acts_of_before_the_program_was_started(hands: Hands) -> None:
    hands.control(Qt.Key.Key_Z)
    hands.settle()

    assert hands.page.band.text.startswith("UNDONE · MARTIN Jean-Pierre")


# ---- walk-in, correction, reprint, delegation


def test_a_walk_in_takes_a_name_and_a_category_and_is_one_act(hands: Hands) -> None:
    hands.look_for("Dupont Marie")
    hands.control(Qt.Key.Key_N)
    form = asked(hands, PersonForm)
    assert isinstance(form, PersonForm)
    family, category = form.input(Field.FAMILY_NAME), form.input(Field.CATEGORY)
    assert isinstance(family, QLineEdit)
    assert isinstance(category, QComboBox)
    assert family.text() == "DUPONT"

    hands.enter()
    assert hands.page.side.is_asking

    category.setFocus()
    hands.type("a")
    hands.enter()
    assert has_arrived(hands, "dupont")
    assert hands.desk.known("dupont").delegate.given_name == "Marie"
    assert len(hands.queued) == 1

    hands.control(Qt.Key.Key_Z)
    hands.settle()
    hands.look_for("dupont")
    assert hands.names == []


def test_a_name_in_its_own_script_is_taken_over_as_such(hands: Hands) -> None:
    hands.page.finder.search.setText("ជា វណ្ណា ថ្មី")
    hands.control(Qt.Key.Key_N)
    form = asked(hands, PersonForm)

    assert isinstance(form, PersonForm)
    assert form.input(Field.NATIVE_NAME).property("text") == "ជា វណ្ណា ថ្មី"


def test_a_correction_shows_in_the_list_and_enters_nothing_else(hands: Hands) -> None:
    hands.look_for("kem")
    hands.control(Qt.Key.Key_E)
    form = asked(hands, PersonForm)
    assert isinstance(form, PersonForm)
    position = form.input(Field.POSITION)
    position.setFocus()
    hands.type("Director")
    hands.enter()
    hands.settle()

    assert hands.page.finder.results.found[0].delegate.position == "Director"
    assert hands.page.band.text.startswith("CORRECTED   KEM Rith")
    assert "Director" in hands.page.side.card.text


def test_a_correction_that_cannot_be_says_why_and_stays_open(hands: Hands) -> None:
    correct(hands.desk.file, STAFF, hands.desk.known("chea").delegate.id, {Field.REFERENCE: "R1"})
    hands.look_for("kem")
    hands.control(Qt.Key.Key_E)
    form = asked(hands, PersonForm)
    assert isinstance(form, PersonForm)
    form.input(Field.REFERENCE).setFocus()
    hands.type("R1")
    hands.enter()

    assert hands.page.side.is_asking
    assert hands.desk.known("kem").delegate.reference == ""


def test_a_volunteer_sees_no_place_in_the_order_of_precedence(hands: Hands) -> None:
    someone = hands.desk.known("kem").delegate.id
    correct(hands.desk.file, STAFF, someone, {Field.PRECEDENCE: 777.0})
    hands.look_for("kem")
    assert "777" not in hands.page.side.card.text

    hands.control(Qt.Key.Key_E)
    form = asked(hands, PersonForm)
    assert "777" not in " ".join(each.text() for each in form.findChildren(QLineEdit))
    assert not any("Precedence" in each.text() for each in form.findChildren(QLabel))


def test_seat_note_and_attention_stand_directly_under_the_name(hands: Hands) -> None:
    person = hands.desk.known("ly nary").delegate.id
    details = {
        Field.PUBLIC_NOTE: "Seat A3", Field.PRIVATE_NOTE: "two bodyguards", Field.POSITION: "Director",
        Field.NATIVE_NAME: "លី ណារី", Field.DIET: "vegetarian",
    }  # fmt: skip
    correct(hands.desk.file, STAFF, person, details)
    hands.look_for("ly nary")

    def places(*words: str) -> list[int]:
        return [hands.page.side.card.text.index(each) for each in words]

    order = places("LY Nary", "លី ណារី", "Seat A3", "private note (F9)", "protocol", "Ministries", "Director")
    assert order == sorted(order)
    hands.press(Qt.Key.Key_F9)
    order = places("Seat A3", "two bodyguards", "protocol")
    assert order == sorted(order)


def test_the_head_of_a_delegation_and_a_guest_of_protocol_have_different_signs(hands: Hands) -> None:
    head, guest, other = hands.desk.known("sok"), hands.desk.known("ly nary"), hands.desk.known("chea")
    cards = {}
    for registration in (head, guest, other):
        hands.page.side.card.show_person(registration)
        cards[registration.delegate.name] = hands.page.side.card.text
    stars = {name for name, text in cards.items() if "★" in text}
    flags = {name for name, text in cards.items() if "head of delegation" in text and "<img" in text}
    hands.page.finder.show([head, guest, other], is_chosen=False)
    shot = hands.page.finder.list.viewport().grab().toImage()
    row = shot.height() and hands.page.finder.list.sizeHintForRow(0)
    beginnings = [
        {
            shot.pixelColor(x, y).name()
            for x in range(10, 30)
            for y in range(number * row + 6, number * row + 24)
        }
        for number in range(3)
    ]

    assert (stars, flags) == ({"LY Nary"}, {"SOK Sopheap"})
    violet = VERDICT_LOOKS[Look.FLAGGED].colour.lower()
    assert [violet in colours for colours in beginnings] == [False, True, False]


def test_a_lost_badge_is_replaced_and_the_former_one_admits_nobody(hands: Hands, qtbot: QtBot) -> None:
    former = a_badge(hands, "chea")
    hands.look_for("chea")
    hands.control(Qt.Key.Key_P)
    asked(hands, Question)
    hands.press(Qt.Key.Key_1)
    qtbot.waitUntil(lambda: bool(hands.queued))

    assert hands.queued != [former]
    holder = by_code(hands.desk.file, former)
    assert holder is not None
    assert holder.badge is not None
    assert holder.badge.code == hands.queued[0]


def test_a_badge_that_never_came_out_is_printed_as_it_is(hands: Hands, qtbot: QtBot) -> None:
    code = a_badge(hands, "chea")
    hands.look_for("chea")
    hands.control(Qt.Key.Key_P)
    hands.press(Qt.Key.Key_4)
    qtbot.waitUntil(lambda: hands.queued == [code])


def test_the_question_says_what_becomes_of_the_former_badge(hands: Hands) -> None:
    code = a_badge(hands, "chea")
    hands.look_for("chea")
    hands.control(Qt.Key.Key_P)

    assert "except with 4, the former badge admits nobody." in all_words(hands)
    hands.press(Qt.Key.Key_4)
    hands.qtbot.waitUntil(lambda: hands.queued == [code])
    hands.settle()
    badge = hands.desk.known("chea").badge
    assert badge is not None
    assert (badge.code, badge.is_valid) == (code, True)


def test_those_who_came_together_are_received_together(hands: Hands) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_G)
    hands.settle()
    panel = asked(hands, DelegationPanel)
    assert isinstance(panel, DelegationPanel)
    assert len(panel.ticked) == 3, "the blocked member cannot be ticked"

    panel.members.setCurrentRow(2)
    hands.press(Qt.Key.Key_Space)
    hands.enter()
    assert [has_arrived(hands, name) for name in ("chea", "kem", "mao")] == [True, False, False]
    assert hands.page.band.text == "2 participants received · 2 badges to be printed"

    hands.control(Qt.Key.Key_Z)
    hands.settle()
    assert not has_arrived(hands, "chea")


# ---- what the page hears and how it is made


def test_an_arrival_at_another_desk_shows_in_the_list(hands: Hands) -> None:
    hands.look_for("chea")
    delegate = hands.desk.known("chea").delegate.id
    (answer,) = arrive(hands.desk.file, STAFF, [delegate], NOW)
    hands.desk.changes.delegates_changed.emit(frozenset({delegate}))
    hands.settle()

    assert answer.code
    assert hands.page.finder.results.found[0].arrival is not None
    assert not hands.page.side.main.isEnabled()


def test_undo_names_what_it_takes_back_also_after_another_program_did_something(hands: Hands) -> None:
    watch = Watch(hands.desk.tasks.prompt, hands.desk.file, hands.desk.changes, hands.page)
    watch.look()
    hands.look_for("chea")
    hands.enter()
    button = next(each for each in hands.page.band.findChildren(QPushButton))
    assert button.accessibleName().startswith("Undo: CHEA Vanna")
    with EventFile.open(hands.desk.file.path, hands.desk.file.desk) as other:
        arrive(other, STAFF, [hands.desk.known("kem").delegate.id], NOW)
    watch.look()
    hands.settle()
    hands.settle()

    assert button.accessibleName().startswith("Undo: KEM Rith")
    hands.press(Qt.Key.Key_Escape)
    hands.settle()
    assert hands.names == ["KEM Rith", "CHEA Vanna"]


def test_what_this_window_records_itself_is_no_news_to_the_watch(hands: Hands, qtbot: QtBot) -> None:
    watch = Watch(hands.desk.tasks.prompt, hands.desk.file, hands.desk.changes, hands.page)
    watch.look()
    hands.look_for("chea")
    hands.enter()
    with qtbot.assertNotEmitted(hands.desk.changes.acts_changed):
        watch.look()
        hands.settle()


def test_what_was_done_at_a_door_is_neither_shown_nor_undone_at_arrivals(hands: Hands) -> None:
    hands.look_for("kem")
    hands.enter()
    person, file = hands.desk.known("chea").delegate.id, hands.desk.file
    for verdict in (Admitted(), Refused(Refusal.FULL)):
        reading = Scanned("opening", "", person, Direction.AUTO, verdict, NOW, "Door 1")
        with file.transaction():
            file.append([reading], "Vuthy")
    hands.desk.changes.acts_changed.emit()
    hands.press(Qt.Key.Key_Escape)
    hands.settle()

    assert hands.names == ["KEM Rith"]
    assert hands.page.undo_button.accessibleName().startswith("Undo: KEM Rith: arrived")
    hands.control(Qt.Key.Key_Z)
    hands.settle()
    assert not has_arrived(hands, "kem")
    assert occupancy(file, "opening").inside == 1


def test_undo_at_arrivals_never_takes_back_the_work_of_many(hands: Hands, tmp_path: Path) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_Return, shift=True)
    hands.settle()
    file = hands.desk.file
    run = print_to_file(file, STAFF, everybody(file), tmp_path / "badges.pdf", NOW, lambda _: None)
    hands.desk.changes.acts_changed.emit()
    hands.settle()

    assert hands.page.undo_button.accessibleName() == "Undo: CHEA Vanna: arrived 08:46"
    for _ in range(30):
        hands.control(Qt.Key.Key_Z)
        hands.settle()
    valid = [each for each in everybody(file) if each.badge is not None and each.badge.is_valid]
    assert run.badges == len(PEOPLE)
    assert valid == []


def test_a_change_of_language_offers_no_undo_while_an_act_is_being_recorded(hands: Hands) -> None:
    hands.look_for("chea")
    hands.enter()
    hands.look_for("kem")
    with hands.quicker_than_the_desk():
        hands.press(Qt.Key.Key_Return)
        hands.desk.look.speak("fr")
        is_offered = hands.page.undo_button.isEnabled()

    assert not is_offered
    assert hands.page.undo_button.isEnabled()
    assert "KEM Rith" in hands.page.undo_button.accessibleName()


def test_the_flag_of_the_head_stands_out_in_the_selected_row_of_a_delegation(hands: Hands) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_G)
    hands.settle()
    panel = hands.page.side.currentWidget()
    assert isinstance(panel, DelegationPanel)
    assert panel.members.currentRow() == 0
    assert panel.members.item(0).text().startswith("H.E. SOK Sopheap")
    flag = panel.members.item(0).icon().pixmap(64, 64, QIcon.Mode.Selected).toImage()
    places = ((x, y) for x in range(flag.width()) for y in range(flag.height()))
    drawn = [colour for place in places if (colour := flag.pixelColor(*place)).alpha() == 255]

    assert drawn
    assert {colour.name() for colour in drawn} == {PALETTES[Palette.LIGHT].on_accent.lower()}


def test_the_undo_button_says_in_full_how_many_arrived_of_which_delegation(hands: Hands) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_G)
    hands.settle()
    hands.enter()
    button = hands.page.undo_button

    whole = f"Undo: 3 arrived of {MFA} · 08:46 · 3 badges issued"
    assert button.accessibleName() == whole
    assert button.text().split() == [*whole.split(), "Ctrl+Z"]
    hands.qtbot.waitUntil(lambda: button.width() >= button.sizeHint().width())
    hands.control(Qt.Key.Key_Z)
    hands.settle()
    assert not any(each.arrival for each in everybody(hands.desk.file))
    assert hands.page.band.text == f"UNDONE · 3 arrived of {MFA} · 08:46 · 3 badges issued"


def test_an_act_is_told_in_the_band_and_in_the_list_and_nowhere_else(hands: Hands) -> None:
    hands.look_for("chea")
    hands.enter()
    hands.press(Qt.Key.Key_Escape)
    hands.settle()

    labels = [each.text() for each in hands.page.findChildren(QLabel)]
    assert hands.names == ["CHEA Vanna"]
    assert hands.page.band.text == "Last arrivals at this desk, newest first"
    assert not any("CHEA" in text for text in labels)


def test_a_list_has_a_heading_and_an_empty_one_says_what_to_do_next(hands: Hands) -> None:
    def painted() -> bool:
        shot = hands.page.finder.list.viewport().grab().toImage()
        middle = range(shot.width() // 2 - 60, shot.width() // 2 + 60)
        heights = range(shot.height() // 2 - 20, shot.height() // 2 + 20)
        return len({shot.pixelColor(x, y).name() for x in middle for y in heights}) > 1

    assert hands.names == []
    assert hands.page.band.text == "Last arrivals at this desk, newest first"
    assert painted()

    hands.look_for("sok")
    assert hands.page.band.text == "2 found"
    hands.look_for("xyz")
    assert hands.page.band.text == "Nobody was found"
    assert painted()


def test_the_last_arrivals_stand_newest_first_and_corrections_are_none(hands: Hands) -> None:
    for name in ("chea", "kem", "ly nary"):
        hands.look_for(name)
        hands.enter()
    correct(hands.desk.file, STAFF, hands.desk.known("bold").delegate.id, {Field.PHONE: "012"})
    hands.press(Qt.Key.Key_Escape)
    hands.settle()

    assert hands.names == ["LY Nary", "KEM Rith", "CHEA Vanna"]


def test_whoever_is_selected_among_the_last_arrivals_stays_selected(hands: Hands) -> None:
    for name in ("chea", "kem"):
        hands.look_for(name)
        hands.enter()
    hands.press(Qt.Key.Key_Escape)
    hands.settle()
    hands.press(Qt.Key.Key_Down)
    chosen = hands.page.finder.chosen
    assert chosen is not None
    arrive(hands.desk.file, STAFF, [hands.desk.known("ly nary").delegate.id], NOW)
    hands.desk.changes.acts_changed.emit()
    hands.settle()
    assert hands.page.finder.chosen is chosen

    hands.press(Qt.Key.Key_Escape)
    hands.settle()
    assert hands.names == ["LY Nary", "KEM Rith", "CHEA Vanna"]
    hands.control(Qt.Key.Key_Z)
    hands.settle()
    assert hands.names == ["KEM Rith", "CHEA Vanna"]


def test_the_band_goes_with_the_person_whom_it_is_about(hands: Hands) -> None:
    hands.look_for("sok sop")
    hands.enter()
    assert hands.page.band.text.startswith("WELCOME   H.E. SOK Sopheap")
    hands.press(Qt.Key.Key_Down)
    assert hands.page.band.is_quiet

    hands.look_for("martin")
    hands.enter()
    assert colour_of_band(hands) == VERDICT_LOOKS[Look.HELP_DESK].colour
    hands.press(Qt.Key.Key_Escape)
    assert hands.page.band.is_quiet
    assert not hands.page.side.is_asking


def test_undo_takes_nobody_back_before_the_button_has_named_them(hands: Hands) -> None:
    hands.look_for("chea")
    hands.enter()
    hands.look_for("kem")
    with hands.quicker_than_the_desk():
        hands.press(Qt.Key.Key_Return)
        hands.control(Qt.Key.Key_Z)
    assert (has_arrived(hands, "chea"), has_arrived(hands, "kem")) == (True, True)

    hands.look_for("martin")
    hands.enter()
    assert hands.page.undo_button.isHidden()
    hands.control(Qt.Key.Key_Z)
    hands.settle()
    assert hands.page.undo_button.isVisible()
    assert has_arrived(hands, "kem")

    hands.control(Qt.Key.Key_Z)
    hands.settle()
    assert (has_arrived(hands, "chea"), has_arrived(hands, "kem")) == (True, False)


def test_what_was_typed_early_is_searched(hands: Hands) -> None:
    hands.page.take_typed("kem")
    hands.settle()

    assert hands.names == ["KEM Rith"]


@pytest.mark.parametrize("palette", list(Palette))
@pytest.mark.parametrize("language", ["en", "fr", "km", "zh"])
def test_every_control_has_a_name_in_every_language_and_palette(
    hands: Hands, qtbot: QtBot, language: str, palette: Palette
) -> None:
    other = Desk(hands.desk.file, hands.desk.app, language, palette)
    page = ArrivalsPage(other.parts)
    qtbot.addWidget(page)
    page.show()
    page.take_typed("sok")
    qtbot.waitUntil(lambda: len(page.finder.results.found) > 0)
    other.scanners.stop()
    other.tasks.close()

    controls = [
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.objectName().startswith("qt_")
    ]
    nameless = [each for each in controls if not (each.accessibleName() or getattr(each, "text", str)())]
    assert controls
    assert nameless == []
    assert page.minimumSizeHint().width() <= 960, "200 % on a screen of 1920 dots"
    assert page.minimumSizeHint().height() <= 480


def test_badges_are_issued_once_however_often_enter_is_pressed(hands: Hands) -> None:
    hands.look_for("chea")
    for _ in range(3):
        hands.press(Qt.Key.Key_Return)
    hands.settle()

    acts = [each.act.facts for each in recent_acts(hands.desk.file, 50)]
    issued = [fact for facts in acts for fact in facts if isinstance(fact, BadgeIssued)]
    assert len(issued) == 1


def test_a_name_of_sixteen_letters_is_no_code_that_was_misread(hands: Hands) -> None:
    hands.look_for("Jean-Pierre MARTIN")
    hands.enter()

    question = asked(hands, Question)
    assert "Jean-Pierre" in question.accessibleName()


def test_a_key_that_is_held_means_one_act(hands: Hands) -> None:
    hands.look_for("chea")
    hands.hold(Qt.Key.Key_Return)
    assert hands.page.band.text.startswith("WELCOME   CHEA Vanna")

    hands.look_for("kem")
    hands.enter()
    hands.hold(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (has_arrived(hands, "chea"), has_arrived(hands, "kem")) == (True, False)


def test_a_second_enter_registers_a_walk_in_no_second_time(hands: Hands) -> None:
    hands.look_for("Dupont Marie")
    hands.control(Qt.Key.Key_N)
    form = asked(hands, PersonForm)
    assert isinstance(form, PersonForm)
    form.input(Field.CATEGORY).setFocus()
    hands.type("a")
    with hands.quicker_than_the_desk():
        hands.press(Qt.Key.Key_Return)
        hands.press(Qt.Key.Key_Return)

    hands.look_for("dupont")
    assert len(hands.names) == 1
    assert len(hands.queued) == 1


def test_the_question_lets_in_whom_it_names_whoever_is_selected_meanwhile(hands: Hands) -> None:
    hands.look_for("mao")
    hands.enter()
    question = asked(hands, Question)
    assert isinstance(question, Question)
    hands.page.finder.results.show([hands.desk.known("ly")])
    question.typed.emit("minister's guest")
    hands.settle()

    assert (has_arrived(hands, "mao"), has_arrived(hands, "ly")) == (True, False)


def test_a_delegation_of_whom_one_was_blocked_meanwhile_is_refused_by_name_and_nobody_recorded(
    hands: Hands,
) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_G)
    hands.settle()
    panel = asked(hands, DelegationPanel)
    correct(hands.desk.file, STAFF, hands.desk.known("kem").delegate.id, {Field.STATUS: Status.BLOCKED})
    panel.setFocus()
    hands.enter()

    assert "KEM Rith" in hands.page.band.text
    assert "Nobody was recorded as arrived." in hands.page.band.text
    assert colour_of_band(hands) == VERDICT_LOOKS[Look.HELP_DESK].colour
    assert not has_arrived(hands, "chea")


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_E, Qt.Key.Key_P, Qt.Key.Key_G])
def test_a_form_that_was_begun_is_not_thrown_away_by_another_key(hands: Hands, key: Qt.Key) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_E)
    form = asked(hands, PersonForm)
    assert isinstance(form, PersonForm)
    form.input(Field.POSITION).setFocus()
    hands.type("Director")
    hands.control(key)
    hands.settle()

    assert asked(hands, PersonForm) is form
    assert "Esc" in hands.page.band.text


def test_enter_receives_nobody_who_is_selected_only_since_a_restart(hands: Hands) -> None:
    known = everybody(hands.desk.file)[0].delegate
    hands.page.take_state({"chosen": known.id})
    hands.settle()
    assert hands.names == [known.name]

    hands.enter()
    assert everybody(hands.desk.file)[0].arrival is None
    assert hands.queued == []

    hands.press(Qt.Key.Key_Down)
    hands.enter()
    assert everybody(hands.desk.file)[0].arrival is not None


def test_somebody_whom_another_desk_registers_comes_into_the_list_and_the_selection_stays(
    hands: Hands,
) -> None:
    hands.look_for("sok")
    chosen = hands.page.finder.chosen
    assert chosen is not None
    before = hands.names
    register(hands.desk.file, STAFF, {Field.FAMILY_NAME: "SOKHA", Field.CATEGORY: chosen.delegate.category})
    hands.desk.changes.delegates_changed.emit(frozenset())
    hands.settle()

    assert set(hands.names) == {*before, "SOKHA"}
    assert hands.page.finder.chosen is not None
    assert hands.page.finder.chosen.delegate.id == chosen.delegate.id


def test_while_the_printer_takes_nothing_no_act_says_that_a_badge_is_on_its_way(
    hands: Hands, qtbot: QtBot
) -> None:
    page = ArrivalsPage(replace(hands.desk.parts, is_printing=lambda: False))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitActive(page)
    page.on_opened()
    there = Hands(hands.desk, page, qtbot)
    told = []
    for act in (
        there.enter,
        lambda: there.press(Qt.Key.Key_E, CTRL),
        lambda: there.press(Qt.Key.Key_P, CTRL),
    ):
        there.look_for("chea")
        act()
        form = page.side.currentWidget()
        if isinstance(form, PersonForm):
            form.input(Field.POSITION).setFocus()
            there.type("Director")
            there.enter()
        elif isinstance(form, Question):
            there.press(Qt.Key.Key_1)
            qtbot.waitUntil(lambda: not page.side.is_asking)
        there.settle()
        told.append(page.band.text)

    waits = "the badge waits: look at the printer's lamp below"
    assert [each.split(" · ", 1)[1] for each in told] == [waits] * 3
