"""What the Arrivals page says of somebody whose registration was undone on another page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from checkin.desk.issue_badge import replace_badge
from checkin.desk.register import register
from checkin.desk.undo import undo
from checkin.domain.delegates import Field
from checkin.domain.reasons import Reason, Why
from tests.recent import recent_acts
from tests.ui.desks import NOW, STAFF

if TYPE_CHECKING:
    from tests.ui.arrivals.conftest import Hands


def registered(hands: Hands) -> str:
    """Register Larsson Erik, and return the id of the act that has registered him."""
    details = {Field.FAMILY_NAME: "Larsson", Field.GIVEN_NAME: "Erik", Field.CATEGORY: "M"}
    register(hands.desk.file, STAFF, details)
    return recent_acts(hands.desk.file)[0].act.id


def undo_on_another_page(hands: Hands, act: str, *, is_hidden: bool = True) -> None:
    """Undo the act, and come back to the page."""
    hands.page.setHidden(is_hidden)
    undo(hands.desk.file, STAFF, act)
    hands.desk.changes.delegates_changed.emit(frozenset())
    hands.desk.changes.acts_changed.emit()
    hands.page.show()
    if is_hidden:
        hands.page.on_opened()
    hands.settle()


@pytest.mark.parametrize("is_hidden", [True, False])
def test_nobody_is_greeted_any_more_whose_registration_was_undone(hands: Hands, *, is_hidden: bool) -> None:
    act = registered(hands)
    hands.look_for("larsson er")
    hands.enter()
    assert hands.page.band.text.startswith("WELCOME   Larsson Erik")
    undo_on_another_page(hands, act, is_hidden=is_hidden)

    assert hands.page.band.is_quiet
    assert "Larsson" not in hands.page.band.text


def test_the_greeting_of_somebody_else_stays(hands: Hands) -> None:
    act = registered(hands)
    hands.look_for("chea")
    hands.enter()
    undo_on_another_page(hands, act)

    assert hands.page.band.text.startswith("WELCOME   CHEA Vanna")


def test_the_undo_names_somebody_whose_registration_was_undone(hands: Hands) -> None:
    act = registered(hands)
    hands.look_for("larsson er")
    hands.enter()
    undo_on_another_page(hands, act)

    assert hands.page.undo_button.accessibleName().startswith("Undo: Larsson Erik: arrived 08:46")
    hands.control(Qt.Key.Key_Z)
    hands.settle()
    assert hands.page.band.text.startswith("UNDONE · Larsson Erik: arrived 08:46")
    hands.control(Qt.Key.Key_Z, shift=True)
    hands.settle()
    assert hands.page.band.text.startswith("BROUGHT BACK · Larsson Erik: arrived 08:46")


@pytest.mark.parametrize("before", ["", "chea", "the code typed"])
def test_a_badge_of_nobody_any_more_leaves_no_code_in_the_search_and_no_advice(
    hands: Hands, before: str
) -> None:
    act = registered(hands)
    person = hands.desk.known("larsson er").delegate.id
    code = replace_badge(hands.desk.file, STAFF, person, Why(Reason.LOST), NOW, to_print=False)
    undo_on_another_page(hands, act)
    hands.look_for(code if before == "the code typed" else before)
    if before:
        hands.enter()
    if before != "the code typed":
        hands.scan(code)

    page = hands.page
    assert page.band.text.startswith("HELP DESK")
    assert page.finder.search.text() == ""
    assert page.finder.chosen is None
    assert "Scan a badge, or type letters of a name." in page.side.card.text
    assert hands.names == (["CHEA Vanna"] if before == "chea" else [])  # the last arrivals
    hands.type("kem")
    hands.settle()
    hands.enter()
    assert page.band.text.startswith("WELCOME   KEM Rith")


def test_a_badge_of_nobody_any_more_keeps_the_letters_of_the_next_guest(hands: Hands) -> None:
    act = registered(hands)
    person = hands.desk.known("larsson er").delegate.id
    code = replace_badge(hands.desk.file, STAFF, person, Why(Reason.LOST), NOW, to_print=False)
    undo_on_another_page(hands, act)
    hands.look_for("ke")
    hands.scan(code)

    assert hands.page.band.text.startswith("HELP DESK")
    assert hands.page.finder.search.text() == "ke"
