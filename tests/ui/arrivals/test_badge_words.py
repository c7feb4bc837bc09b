"""What the Arrivals page says of a badge is so, whatever became of the badge."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from checkin.desk.issue_badge import give_badge
from checkin.desk.print_badges import note_sent, waiting_jobs
from checkin.desk.register import register
from checkin.desk.revoke import revoke
from checkin.desk.undo import undo as undo_act
from checkin.desk.walk_in import walk_in
from checkin.domain.codes import Code
from checkin.domain.delegates import Field
from checkin.domain.reasons import Reason, Why
from checkin.ui.arrivals.arrivals_page import ArrivalsPage
from checkin.ui.frames.question import Question
from checkin.ui.plain import PlainLabel
from tests.ui.arrivals.conftest import Hands
from tests.ui.desks import MFA, NOW, STAFF

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def add_unprintable(hands: Hands) -> None:
    """Somebody of the ministry's delegation whose native name no font has."""
    details = {Field.FAMILY_NAME: "YOSHINO", Field.GIVEN_NAME: "Ken", Field.NATIVE_NAME: "𠮷野 健"}
    register(hands.desk.file, STAFF, {**details, Field.CATEGORY: "M", Field.DELEGATION: MFA})


def put_on_paper(hands: Hands, *codes: str) -> None:
    """Let the printer take these badges, or all that wait."""
    for job in waiting_jobs(hands.desk.file):
        if not codes or job.code in codes:
            note_sent(hands.desk.file, STAFF, job, "printer", NOW, face="f")


def undo(hands: Hands) -> None:
    hands.control(Qt.Key.Key_Z)
    hands.settle()


def shown(hands: Hands, page: ArrivalsPage) -> Hands:
    """Another page of the same desk, and hands that type on it."""
    hands.qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    hands.qtbot.waitActive(page)
    page.on_opened()
    return Hands(hands.desk, page, hands.qtbot)


def receive_button(hands: Hands) -> str:
    """What stands on the large button of the delegation."""
    panel = hands.page.side.currentWidget()
    assert panel is not None
    return next(each.text() for each in panel.findChildren(QPushButton) if each.isDefault())


def words_of(panel: QWidget | None) -> str:
    """All that a form or question says."""
    assert panel is not None
    return " ".join(label.text() for label in panel.findChildren(PlainLabel) if label.isVisible())


def test_the_large_button_promises_no_badge_to_whoever_has_one_on_paper(hands: Hands) -> None:
    hands.look_for("kem")
    hands.control(Qt.Key.Key_P)
    hands.qtbot.waitUntil(lambda: bool(hands.queued))
    hands.settle()
    assert hands.page.side.main.text().startswith("Arrive + print badge"), "it waits for Enter or the printer"

    put_on_paper(hands)
    hands.look_for("kem")
    assert hands.page.side.main.text() == "Arrive   Enter"
    hands.enter()
    assert hands.queued == []
    assert hands.page.band.text == "WELCOME   KEM Rith · has a badge already"


def test_an_undone_delegation_gives_back_each_badge_that_is_on_paper(hands: Hands) -> None:
    add_unprintable(hands)
    hands.look_for("yoshino")
    hands.control(Qt.Key.Key_G)
    hands.settle()
    hands.enter()
    unprintable = hands.desk.known("yoshino").badge
    assert unprintable is not None
    put_on_paper(hands, *(code for code in hands.queued if code != unprintable.code))
    undo(hands)

    assert hands.page.band.text.endswith("take the 3 printed badges back: they admit nobody any more")


def test_an_undone_arrival_gives_back_no_badge_that_came_out_before_it(hands: Hands) -> None:
    hands.look_for("chea")
    hands.enter()
    put_on_paper(hands)
    hands.look_for("kem")
    hands.enter()
    undo(hands)

    assert "take" not in hands.page.band.text


def test_a_blocked_persons_question_says_with_which_key_the_reason_is_begun(hands: Hands) -> None:
    hands.look_for("mao")
    hands.enter()
    panel = hands.page.side.currentWidget()

    assert isinstance(panel, Question)
    assert "press Tab, then type the reason" in words_of(panel)


def test_that_nobody_was_found_is_not_said_above_somebody_who_was_chosen(hands: Hands) -> None:
    hands.look_for("jea wana")
    hands.enter()
    assert hands.page.band.text.startswith("Nobody was found.")
    hands.press(Qt.Key.Key_Down)
    hands.enter()

    assert hands.page.finder.chosen is not None
    assert "Nobody" not in hands.page.band.text


# ---- what becomes of a badge


def test_the_band_follows_a_badge_until_it_is_printed(hands: Hands) -> None:
    is_ready = True
    page = ArrivalsPage(replace(hands.desk.parts, is_printing=lambda: is_ready))
    there = shown(hands, page)

    def tell() -> str:
        there.desk.changes.printer_changed.emit()
        there.settle()
        return page.band.text

    there.look_for("chea")
    there.enter()
    assert page.band.text.endswith("badge on its way to the printer")
    is_ready = False
    assert tell().endswith("the badge waits: look at the printer's lamp below")
    is_ready = True
    put_on_paper(there)
    assert tell() == "WELCOME   CHEA Vanna · badge printed"
    is_ready = False
    assert tell().endswith("badge printed"), "the lamp is red for another badge"


def test_the_band_follows_the_badges_of_a_delegation(hands: Hands) -> None:
    is_ready = False
    page = ArrivalsPage(replace(hands.desk.parts, is_printing=lambda: is_ready))
    there = shown(hands, page)
    there.look_for("chea")
    there.control(Qt.Key.Key_G)
    there.settle()
    there.enter()
    told = "3 participants received · 3 badges to be printed · look at the printer's lamp below"
    assert page.band.text == told

    is_ready = True
    put_on_paper(there, there.queued[0])
    there.desk.changes.printer_changed.emit()
    there.settle()
    assert page.band.text == "3 participants received · 1 badge printed · 2 badges to be printed"
    put_on_paper(there)
    there.desk.changes.printer_changed.emit()
    there.settle()
    assert page.band.text == "3 participants received · 3 badges printed"


def test_a_badge_printed_once_more_is_followed_by_its_newest_print(hands: Hands) -> None:
    hands.look_for("chea")
    hands.enter()
    put_on_paper(hands)
    hands.look_for("chea")
    hands.control(Qt.Key.Key_P)
    hands.press(Qt.Key.Key_4)
    hands.qtbot.waitUntil(lambda: bool(hands.queued))
    hands.settle()
    assert hands.page.band.text == "CHEA Vanna · badge on its way to the printer"

    put_on_paper(hands)
    hands.desk.changes.printer_changed.emit()
    hands.settle()
    assert hands.page.band.text == "CHEA Vanna · badge printed"


# ---- keys for somebody who is not selected


def test_an_answer_names_no_key_for_somebody_behind_a_begun_form(hands: Hands) -> None:
    hands.look_for("chea")
    hands.enter()
    badge = hands.desk.known("chea").badge
    assert badge is not None
    hands.look_for("")
    hands.control(Qt.Key.Key_N)
    hands.settle()
    hands.type("Ros")
    hands.scan(badge.code)

    assert hands.page.band.text.startswith("ARRIVED ALREADY   CHEA Vanna")
    assert "Ctrl+" not in hands.page.band.text
    assert hands.page.side.is_writing
    hands.control(Qt.Key.Key_P)
    assert hands.page.band.text == "Save the form or give it up first (Esc)."
    assert hands.page.side.is_writing


@pytest.mark.parametrize("key", [Qt.Key.Key_P, Qt.Key.Key_E, Qt.Key.Key_G, Qt.Key.Key_B, Qt.Key.Key_S])
def test_a_key_beside_a_begun_form_says_that_the_form_comes_first(hands: Hands, key: Qt.Key) -> None:
    hands.look_for("")
    hands.control(Qt.Key.Key_N)
    hands.settle()
    hands.type("Ros")
    hands.control(key)

    assert hands.page.band.text == "Save the form or give it up first (Esc)."


# ---- another badge


def test_whoever_never_had_a_badge_is_given_one_without_a_reason(hands: Hands) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_Return, shift=True)
    hands.settle()
    assert hands.desk.known("chea").badge is None
    hands.look_for("vanna")
    hands.enter()
    assert hands.page.band.text.endswith("nothing was printed; Ctrl+P prints a badge")
    hands.control(Qt.Key.Key_P)
    hands.qtbot.waitUntil(lambda: bool(hands.queued))
    hands.settle()

    badge = hands.desk.known("chea").badge
    assert not hands.page.side.is_asking
    assert badge is not None
    assert hands.queued == [badge.code]
    assert hands.page.band.text == "CHEA Vanna · badge on its way to the printer"
    undo(hands)
    assert hands.desk.known("chea").badge is None
    assert hands.desk.known("chea").arrival is not None


def test_whoever_arrived_with_a_badge_that_cannot_be_printed_is_not_sent_to_another_print(
    hands: Hands,
) -> None:
    add_unprintable(hands)
    hands.look_for("yoshino")
    hands.enter()
    hands.look_for("yoshino")
    hands.enter()

    assert hands.page.band.text.startswith("ARRIVED ALREADY")
    assert "This badge cannot be printed. · Ctrl+B prints the Latin name alone" in hands.page.band.text
    assert "Ctrl+P" not in hands.page.band.text


def test_another_badge_that_cannot_be_printed_is_warned_of_and_its_new_code_told(hands: Hands) -> None:
    add_unprintable(hands)
    hands.look_for("yoshino")
    hands.enter()
    (former,) = hands.queued
    hands.control(Qt.Key.Key_P)
    warning = words_of(hands.page.side.currentWidget())
    assert "This badge cannot be printed. No font" in warning
    assert "Except with 4, the former badge admits nobody." in warning

    hands.press(Qt.Key.Key_1)
    hands.qtbot.waitUntil(lambda: hands.queued not in ([former], []))
    hands.settle()
    (code,) = hands.queued
    assert hands.page.band.text.endswith(f"The badge has a new code: {Code(code).in_groups}")


def test_the_button_of_a_delegation_says_how_many_badges_it_can_print(hands: Hands) -> None:
    add_unprintable(hands)

    def button() -> str:
        hands.look_for("chea")
        hands.control(Qt.Key.Key_G)
        hands.settle()
        return receive_button(hands)

    assert button() == "Receive 4 and print · 1 cannot be printed   Enter"
    hands.press(Qt.Key.Key_Escape)
    for name in ("sok", "chea", "kem"):
        give_badge(hands.desk.file, STAFF, hands.desk.known(name).delegate.id, NOW)
    put_on_paper(hands)
    assert button() == "Receive 4 and print · 1 cannot be printed   Enter"
    hands.press(Qt.Key.Key_End)
    hands.press(Qt.Key.Key_Space)
    hands.settle()
    assert receive_button(hands) == "Receive 3   Enter"


# ---- a badge that an undo took back


def taken_back(hands: Hands, name: str) -> str:
    """The code of a printed badge whose arrival was undone."""
    hands.look_for(name)
    hands.enter()
    (code,) = hands.queued
    put_on_paper(hands)
    undo(hands)
    return code


def test_a_badge_that_an_undo_took_back_is_not_called_replaced_and_enter_gives_a_new_one(
    hands: Hands,
) -> None:
    code = taken_back(hands, "chea")
    hands.look_for("kem")
    hands.press(Qt.Key.Key_Escape)
    hands.scan(code)
    assert hands.page.band.text == (
        "BADGE TAKEN BACK   CHEA Vanna"
        " · The issue of this badge was undone. · Enter receives this person with a new badge"
    )

    hands.enter()
    assert hands.page.band.text.startswith("WELCOME   CHEA Vanna · badge on its way to the printer")
    assert hands.queued != [code]
    hands.scan(code)
    assert hands.page.band.text == "HELP DESK   CHEA Vanna · Badge replaced."


def test_no_key_is_named_for_a_badge_taken_back_while_a_form_is_begun(hands: Hands) -> None:
    code = taken_back(hands, "chea")
    hands.look_for("kem")
    hands.control(Qt.Key.Key_N)
    hands.type("x")
    hands.scan(code)

    assert hands.page.band.text == "HELP DESK   CHEA Vanna · The issue of this badge was undone."


def test_whoever_has_arrived_gets_another_badge_for_one_whose_issue_was_undone(hands: Hands) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_Return, shift=True)
    hands.settle()
    hands.control(Qt.Key.Key_P)
    hands.qtbot.waitUntil(lambda: bool(hands.queued))
    hands.settle()
    (code,) = hands.queued
    undo(hands)
    hands.scan(code)

    assert hands.page.band.text.endswith("The issue of this badge was undone. · Ctrl+P prints a badge")


def test_a_badge_that_was_revoked_and_not_replaced_is_not_called_replaced(hands: Hands) -> None:
    code = give_badge(hands.desk.file, STAFF, hands.desk.known("chea").delegate.id, NOW)
    revoke(hands.desk.file, STAFF, code, Why(Reason.LOST))
    hands.scan(code)

    assert hands.page.band.text == "HELP DESK   CHEA Vanna · The badge was invalidated. lost"


def test_a_badge_of_a_registration_that_was_undone_is_not_called_replaced(hands: Hands) -> None:
    answer = walk_in(hands.desk.file, STAFF, {Field.FAMILY_NAME: "DUPONT", Field.CATEGORY: "M"}, NOW)
    undo_act(hands.desk.file, STAFF)
    hands.scan(answer.code)

    assert hands.page.band.text == "HELP DESK · The issue of this badge was undone."
