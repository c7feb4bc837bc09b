"""A name that no font can draw: said before Enter and after it, with an answer that every desk follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QPushButton

from checkin.desk.issue_badge import replace_badge
from checkin.desk.print_badges import drawn, note_sent, waiting_jobs
from checkin.desk.register import register
from checkin.domain.delegates import Field
from checkin.domain.reasons import Reason, Why
from checkin.errors import CheckinError
from checkin.ui.frames.person_form import PersonForm
from checkin.ui.theme import VERDICT_LOOKS, Look
from tests.ui.desks import MFA, NOW, STAFF

if TYPE_CHECKING:
    from tests.ui.arrivals.conftest import Hands


@pytest.fixture(autouse=True)
def guests(hands: Hands) -> None:
    """Somebody whose native name no font has, and somebody without a Latin name that could stand alone."""
    file = hands.desk.file
    details = {Field.FAMILY_NAME: "YOSHINO", Field.GIVEN_NAME: "Ken", Field.NATIVE_NAME: "𠮷野 健"}
    register(file, STAFF, {**details, Field.CATEGORY: "M", Field.DELEGATION: MFA})
    register(file, STAFF, {Field.FAMILY_NAME: "RAREHAN", Field.GIVEN_NAME: "𠮷", Field.CATEGORY: "M"})


def look_at(hands: Hands, text: str) -> None:
    """Find somebody and wait until the preview knows whether their badge can be printed."""
    hands.look_for(text)
    preview = hands.page.side.preview
    hands.qtbot.waitUntil(lambda: preview.shown is not None, timeout=20_000)


def notice(hands: Hands) -> str:
    """What stands between the card and the buttons."""
    shown = hands.page.side.not_drawn
    return shown.text if shown.isVisible() else ""


def offered(hands: Hands) -> list[str]:
    """The answers beside the notice."""
    buttons = hands.page.side.not_drawn.findChildren(QPushButton)
    return [each.text() for each in buttons if each.isVisible() and each.isEnabled()]


def test_before_enter_the_signs_are_told_and_the_latin_name_alone_is_an_answer(hands: Hands) -> None:
    look_at(hands, "yoshino")

    assert "cannot be printed" in notice(hands)
    assert "𠮷 (U+20BB7)" in notice(hands)
    assert offered(hands) == ["Latin name alone   Ctrl+B"]
    assert hands.page.side.preview.pixmap().isNull()
    assert "print badge" not in hands.page.side.main.text()


def test_a_badge_that_can_be_printed_has_no_notice(hands: Hands) -> None:
    look_at(hands, "yoshino")
    look_at(hands, "chea")

    assert notice(hands) == ""
    assert not hands.page.side.preview.pixmap().isNull()
    assert hands.page.side.main.text().startswith("Arrive + print badge")


def test_where_the_latin_name_is_not_whole_either_only_a_correction_is_offered(hands: Hands) -> None:
    look_at(hands, "rarehan")

    assert "Ctrl+E" in notice(hands)
    assert offered(hands) == []
    hands.control(Qt.Key.Key_B)
    hands.settle()
    assert not hands.desk.known("rarehan").delegate.latin_only


def test_the_latin_name_alone_is_previewed_printed_and_undone(hands: Hands) -> None:
    look_at(hands, "yoshino")
    hands.control(Qt.Key.Key_B)
    hands.settle()
    hands.qtbot.waitUntil(lambda: not hands.page.side.preview.pixmap().isNull(), timeout=20_000)

    assert hands.page.band.text == "CORRECTED   YOSHINO Ken   𠮷野 健 · the badge shows the Latin name alone"
    assert notice(hands) == ""
    assert hands.desk.known("yoshino").delegate.latin_only
    hands.enter()
    assert "badge on its way to the printer" in hands.page.band.text
    (job,) = waiting_jobs(hands.desk.file)
    assert drawn(hands.desk.file, job) is not None
    hands.control(Qt.Key.Key_Z)
    hands.settle()
    hands.control(Qt.Key.Key_Z)
    hands.settle()
    assert not hands.desk.known("yoshino").delegate.latin_only


def test_after_enter_the_band_says_that_the_badge_cannot_be_printed_and_what_to_do(hands: Hands) -> None:
    hands.look_for("yoshino")
    hands.enter()

    told = hands.page.band.text
    assert hands.desk.known("yoshino").arrival is not None
    assert told.startswith("WELCOME   YOSHINO Ken")
    assert "on its way" not in told
    assert "arrival recorded" in told
    assert "cannot be printed" in told
    assert "𠮷 (U+20BB7)" in told
    assert "Ctrl+B prints the Latin name alone" in told
    (job,) = waiting_jobs(hands.desk.file)
    with pytest.raises(CheckinError, match="cannot be printed"):
        drawn(hands.desk.file, job)


def test_the_badge_that_waits_is_printed_once_the_latin_name_alone_is_chosen(hands: Hands) -> None:
    look_at(hands, "yoshino")
    hands.enter()
    hands.control(Qt.Key.Key_B)
    hands.settle()

    told = "the badge shows the Latin name alone · badge on its way to the printer"
    assert hands.page.band.text.endswith(told)
    (job,) = waiting_jobs(hands.desk.file)
    assert drawn(hands.desk.file, job) is not None


def test_another_badge_that_cannot_be_printed_is_told_too(hands: Hands) -> None:
    hands.look_for("rarehan")
    hands.control(Qt.Key.Key_P)
    hands.qtbot.waitUntil(lambda: bool(hands.queued))
    hands.settle()

    assert "on its way" not in hands.page.band.text
    assert "𠮷 (U+20BB7)" in hands.page.band.text
    band = hands.page.band.grab().toImage()
    amber = QColor(VERDICT_LOOKS[Look.NOT_ON_LIST].colour)
    assert band.pixelColor(band.width() // 2, 2) == amber


def test_the_badge_that_waits_comes_back_with_the_arrival_that_is_brought_back(hands: Hands) -> None:
    hands.look_for("yoshino")
    hands.enter()
    (waits,) = waiting_jobs(hands.desk.file)
    hands.control(Qt.Key.Key_Z)
    hands.settle()
    assert waiting_jobs(hands.desk.file) == []
    hands.control(Qt.Key.Key_Z, shift=True)
    hands.settle()

    assert hands.page.band.text.startswith("BROUGHT BACK")
    assert [job.code for job in waiting_jobs(hands.desk.file)] == [waits.code]


def test_a_walk_in_whose_name_no_font_has_is_told_at_once(hands: Hands) -> None:
    hands.look_for("tsukada")
    hands.control(Qt.Key.Key_N)
    form = hands.page.side.currentWidget()
    assert isinstance(form, PersonForm)
    for field, text in ((Field.FAMILY_NAME, "TSUKADA"), (Field.NATIVE_NAME, "𠮷田")):
        line = form.input(field)
        assert isinstance(line, QLineEdit)
        line.setText(text)
    form.input(Field.CATEGORY).setFocus()
    hands.type("m")
    hands.enter()

    assert hands.page.band.text.startswith("WELCOME   TSUKADA")
    assert "on its way" not in hands.page.band.text
    assert "U+20BB7" in hands.page.band.text


def test_a_scanned_badge_whose_name_no_font_has_is_told(hands: Hands) -> None:
    person = hands.desk.known("yoshino").delegate.id
    hands.scan(replace_badge(hands.desk.file, STAFF, person, Why(Reason.LOST), NOW, to_print=False))

    assert hands.page.band.text.startswith("WELCOME   YOSHINO Ken")
    assert "on its way" not in hands.page.band.text
    assert "U+20BB7" in hands.page.band.text


def test_of_a_delegation_only_badges_that_can_be_printed_are_counted(hands: Hands) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_G)
    hands.settle()
    hands.enter()

    assert hands.page.band.text.startswith("4 participants received · 3 badges to be printed")
    assert hands.page.band.text.endswith("YOSHINO Ken")


def test_the_undo_button_says_which_badges_that_were_issued_cannot_be_printed(hands: Hands) -> None:
    look_at(hands, "yoshino")
    hands.enter()
    button = hands.page.undo_button
    assert button.accessibleName() == "Undo: YOSHINO Ken: arrived 08:46 · badge issued, it cannot be printed"
    hands.control(Qt.Key.Key_Z)
    hands.settle()
    assert hands.page.band.text.endswith("badge issued, it cannot be printed")

    hands.control(Qt.Key.Key_G)
    hands.settle()
    hands.enter()
    whole = f"Undo: 4 arrived of {MFA} · 08:46 · 4 badges issued · 1 cannot be printed"
    assert button.accessibleName() == whole
    hands.look_for("chea")
    hands.control(Qt.Key.Key_P)
    hands.press(Qt.Key.Key_1)
    hands.qtbot.waitUntil(lambda: not hands.page.side.is_asking)
    hands.settle()
    assert "cannot be printed" not in button.accessibleName()


def test_a_correction_says_what_becomes_of_a_badge_that_waits(hands: Hands) -> None:
    def corrected(given: str) -> str:
        hands.control(Qt.Key.Key_E)
        form = hands.page.side.currentWidget()
        assert isinstance(form, PersonForm)
        line = form.input(Field.GIVEN_NAME)
        assert isinstance(line, QLineEdit)
        line.setText(given)
        hands.enter()
        return hands.page.band.text

    look_at(hands, "rarehan")
    hands.enter()

    assert corrected("𠮷𠮷").startswith("CORRECTED   RAREHAN 𠮷𠮷 · This badge cannot be printed.")
    assert corrected("Ken") == "CORRECTED   RAREHAN Ken · badge on its way to the printer"
    assert corrected("Ken") == "Nothing was changed.   RAREHAN Ken"
    (job,) = waiting_jobs(hands.desk.file)
    note_sent(hands.desk.file, STAFF, job, "printer", NOW, face="f")
    assert corrected("Kenji") == "CORRECTED   RAREHAN Kenji · Ctrl+P prints a badge with the new data"
