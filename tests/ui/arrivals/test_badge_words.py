"""What the Arrivals page says of a badge is so, whatever became of the badge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from checkin.desk.print_badges import note_sent, waiting_jobs
from checkin.desk.register import register
from checkin.domain.delegates import Field
from checkin.ui.frames.question import Question
from checkin.ui.plain import PlainLabel
from tests.ui.desks import MFA, NOW, STAFF

if TYPE_CHECKING:
    from tests.ui.arrivals.conftest import Hands


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


def words_of(panel: QWidget | None) -> str:
    """All that a form or question says."""
    assert panel is not None
    return " ".join(label.text() for label in panel.findChildren(PlainLabel) if label.isVisible())


def test_the_large_button_promises_no_badge_to_whoever_has_one_on_paper(hands: Hands) -> None:
    hands.look_for("kem")
    hands.control(Qt.Key.Key_P)
    hands.settle()
    if hands.page.side.is_asking:
        hands.press(Qt.Key.Key_1)
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
