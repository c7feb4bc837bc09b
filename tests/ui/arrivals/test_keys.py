"""A law of the Arrivals page: in every state each key that Ctrl+/ lists does something, or says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from checkin.desk.correct import correct
from checkin.desk.find import everybody
from checkin.desk.represent import represent
from checkin.desk.undo import last_of, undo
from checkin.domain.delegates import Field, Status
from checkin.domain.undoing import AT_ARRIVALS
from checkin.ui.arrivals.company_forms import CompanionForm
from checkin.ui.arrivals.delegation import DelegationPanel
from checkin.ui.arrivals.substitute_panel import SubstitutePanel
from checkin.ui.frames.person_form import PersonForm
from checkin.ui.frames.question import Question
from tests.recent import recent_acts
from tests.ui.desks import STAFF

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.arrivals.conftest import Hands
    from tests.ui.desks import Desk

KEYS: Final = (
    "Return", "Ctrl+Shift+Return", "Ctrl+G", "Ctrl+E", "Ctrl+P", "Ctrl+B", "Ctrl+N", "F9", "Ctrl+Z", "Ctrl+Shift+Z",
    "Ctrl+F", "Esc", "Ctrl+S", "Ctrl+Shift+N", "Ctrl+Shift+G", "Ctrl+R", "Ctrl+D", "Ctrl+Shift+P",
)  # fmt: skip


def at_the_start(hands: Hands) -> None:
    hands.press(Qt.Key.Key_Escape)


def last_arrivals(hands: Hands) -> None:
    hands.look_for("chea")
    hands.enter()
    hands.press(Qt.Key.Key_Escape)


def before_a_restart(hands: Hands) -> None:
    hands.page.take_state({"chosen": hands.desk.known("ly nary").delegate.id})


def nobody_found(hands: Hands) -> None:
    hands.look_for("xyz")


def expected(hands: Hands) -> None:
    hands.look_for("ly nary")


def member_of_a_delegation(hands: Hands) -> None:
    hands.look_for("chea")


def arrived(hands: Hands) -> None:
    hands.look_for("chea")
    hands.enter()


def arrived_already(hands: Hands) -> None:
    arrived(hands)
    arrived(hands)


def cancelled(hands: Hands) -> None:
    hands.look_for("martin")


def asked_for_a_reason(hands: Hands) -> None:
    hands.look_for("martin")
    hands.enter()
    assert isinstance(hands.page.side.currentWidget(), Question)


def asked_for_a_typed_reason(hands: Hands) -> None:
    hands.look_for("mao")
    hands.enter()
    assert isinstance(hands.page.side.currentWidget(), Question)


def asked_whether_to_register(hands: Hands) -> None:
    correct(hands.desk.file, STAFF, hands.desk.known("kem").delegate.id, {Field.STATUS: Status.INVITED})
    hands.look_for("kem")
    hands.enter()
    assert isinstance(hands.page.side.currentWidget(), Question)


def asked_why_again(hands: Hands) -> None:
    hands.give_badge("chea")
    hands.control(Qt.Key.Key_P)
    assert isinstance(hands.page.side.currentWidget(), Question)


def delegation(hands: Hands) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_G)
    hands.settle()
    assert isinstance(hands.page.side.currentWidget(), DelegationPanel)


def delegation_without_a_tick(hands: Hands) -> None:
    delegation(hands)
    panel = hands.page.side.currentWidget()
    assert isinstance(panel, DelegationPanel)
    for row in range(panel.members.count()):
        panel.members.setCurrentRow(row)
        if panel.members.item(row).flags() & Qt.ItemFlag.ItemIsUserCheckable:
            hands.press(Qt.Key.Key_Space)
    assert panel.ticked == []


def asked_who_represents(hands: Hands) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_R)
    hands.settle()
    assert isinstance(hands.page.side.currentWidget(), SubstitutePanel)


def accompanying(hands: Hands) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_N, shift=True)
    hands.settle()
    assert isinstance(hands.page.side.currentWidget(), CompanionForm)


def represented(hands: Hands) -> None:
    one, other = (hands.desk.known(text).delegate.id for text in ("chea", "kem"))
    represent(hands.desk.file, STAFF, one, other)
    hands.look_for("chea")


def correction(hands: Hands) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_E)
    assert isinstance(hands.page.side.currentWidget(), PersonForm)


def correction_begun(hands: Hands) -> None:
    correction(hands)
    form = hands.page.side.currentWidget()
    assert isinstance(form, PersonForm)
    form.input(Field.CATEGORY).setFocus()
    hands.type("a")


def walk_in(hands: Hands) -> None:
    hands.look_for("")
    hands.control(Qt.Key.Key_N)


def walk_in_begun(hands: Hands) -> None:
    hands.look_for("dupont marie")
    hands.control(Qt.Key.Key_N)


STATES: Final[tuple[Callable[[Hands], None], ...]] = (
    at_the_start, last_arrivals, before_a_restart, nobody_found, expected, member_of_a_delegation, arrived,
    arrived_already, cancelled, asked_for_a_reason, asked_for_a_typed_reason, asked_whether_to_register,
    asked_why_again, delegation, delegation_without_a_tick, correction, correction_begun, walk_in, walk_in_begun,
    asked_who_represents, accompanying, represented,
)  # fmt: skip
NOTHING_TO_DO: Final = {
    ("at_the_start", "Esc"), ("at_the_start", "Ctrl+F"), ("last_arrivals", "Esc"), ("last_arrivals", "Ctrl+F"),
    ("before_a_restart", "Ctrl+F"), ("arrived", "Ctrl+F"), ("arrived_already", "Ctrl+F"),
}  # fmt: skip
"""Where the field is empty or marked already, so that the next letter begins a search anyway."""
SAME_ANSWER: Final = {
    ("arrived", "Return"),
    ("arrived_already", "Return"),
    ("arrived_already", "Ctrl+Shift+Return"),
}
"""Where the band has told the answer to this key already."""
EDITED_IN_A_LINE: Final = {"Ctrl+Z", "Ctrl+Shift+Z"}
"""In a line of text these keys take back and bring back letters."""


def seen(hands: Hands) -> list[object]:
    """All that an operator could see change."""
    page = hands.page
    shown = [each for each in page.findChildren(QLabel) if each.isVisibleTo(page)]
    labels = [(each.text(), each.property("tone")) for each in shown]
    buttons = [each.text() for each in page.findChildren(QPushButton) if each.isVisibleTo(page)]
    search, file = page.finder.search, hands.desk.file
    return [
        labels, buttons, search.text(), search.selectedText(), search.hasFocus(), hands.names, page.band.text,
        id(page.side.currentWidget()), page.side.card.text, len(hands.desk.troubles), len(recent_acts(file, 99)),
        hands.queued,
    ]  # fmt: skip


def start_again(hands: Hands) -> None:
    """Close what is open, and let nobody have arrived."""
    hands.page.reception.back()
    hands.press(Qt.Key.Key_Escape)
    hands.settle()
    file = hands.desk.file
    while any(each.arrival for each in everybody(file)):
        last = last_of(file, AT_ARRIVALS)
        assert last is not None
        undo(file, STAFF, last.act.id)
    hands.desk.changes.delegates_changed.emit(frozenset())
    hands.desk.changes.acts_changed.emit()
    hands.settle()


def test_the_law_knows_every_key_of_the_page(hands: Hands) -> None:
    listed = {each.keys.replace("Enter", "Return") for each in hands.page.keys}

    assert listed == set(KEYS)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_every_key_does_something_or_says_why_not(hands: Hands, state: Callable[[Hands], None]) -> None:
    dead = []
    for keys in KEYS:
        start_again(hands)
        state(hands)
        hands.settle()
        before = seen(hands)
        combination = QKeySequence(keys)[0]
        focused = hands.page.focusWidget()
        is_line = isinstance(focused, QLineEdit) and focused is not hands.page.finder.search
        hands.press(combination.key(), combination.keyboardModifiers())
        hands.settle()
        is_excused = (state.__name__, keys) in NOTHING_TO_DO | SAME_ANSWER or (
            is_line and keys in EDITED_IN_A_LINE
        )
        if seen(hands) == before and not is_excused:
            dead.append(keys)

    assert dead == []


@pytest.mark.parametrize(
    ("name", "keys", "told"),
    [
        ("", "Return", "Scan a badge, or type letters of a name."),
        ("", "Ctrl+E", "Scan a badge, or type letters of a name."),
        ("xyz", "Return", "Nobody was found. Try fewer letters, or the organisation."),
        ("ly nary", "Ctrl+G", "This participant belongs to no delegation.   LY Nary"),
        ("ly nary", "F9", "There is no private note.   LY Nary"),
        ("ly nary", "Ctrl+B", "This badge can be printed as it is.   LY Nary"),
        ("martin", "Ctrl+P", "Only who is registered gets a badge.   MARTIN Jean-Pierre"),
        ("ly nary", "Ctrl+Shift+Z", "There is nothing to bring back."),
    ],
)
def test_a_key_says_why_it_does_nothing(hands: Hands, name: str, keys: str, told: str) -> None:
    hands.look_for(name)
    combination = QKeySequence(keys)[0]
    hands.press(combination.key(), combination.keyboardModifiers())
    hands.settle()

    assert hands.page.band.text.startswith(told)
    assert not hands.page.undo_button.isVisible()


def test_after_an_act_that_recorded_nothing_ctrl_z_says_what_it_would_take_back_before_it_does(
    hands: Hands,
) -> None:
    arrived_already(hands)
    assert hands.page.band.text.startswith("ARRIVED ALREADY")
    hands.control(Qt.Key.Key_Z)
    hands.settle()
    named = "CHEA Vanna: arrived 08:46 · badge issued"
    assert hands.page.band.text == f"Nothing was recorded just now. · Ctrl+Z takes back: {named}"
    assert hands.page.undo_button.isVisible()
    assert hands.desk.known("chea").arrival is not None

    hands.control(Qt.Key.Key_Z)
    hands.settle()
    assert hands.desk.known("chea").arrival is None


def test_after_a_refusal_ctrl_z_says_that_nothing_here_can_be_undone(desk: Desk, hands: Hands) -> None:
    while (last := last_of(desk.file, AT_ARRIVALS)) is not None:
        undo(desk.file, STAFF, last.act.id)
    desk.changes.acts_changed.emit()
    hands.settle()
    hands.press(Qt.Key.Key_Return)
    hands.control(Qt.Key.Key_Z)

    assert [each.title for each in desk.troubles] == ["There is nothing to undo here"]


def test_enter_says_how_a_question_is_answered_and_how_somebody_is_ticked(hands: Hands) -> None:
    def shown() -> list[str]:
        page = hands.page
        labels = page.side.currentWidget().findChildren(QLabel)
        return [each.text() for each in labels if each.isVisibleTo(page) and each.property("tone") == "bad"]

    asked_for_a_reason(hands)
    hands.enter()
    assert shown() == ["Press the number of the answer."]
    asked_for_a_typed_reason(hands)
    hands.enter()
    assert shown() == ["Tab   type the reason in a few words, then Enter"]
    delegation_without_a_tick(hands)
    hands.enter()
    assert shown() == ["Space ticks or unticks"]
