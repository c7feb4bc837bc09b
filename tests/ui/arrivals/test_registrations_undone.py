"""What the Arrivals page says of somebody whose registration was undone on another page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from checkin.desk.register import register
from checkin.desk.undo import undo
from checkin.domain.delegates import Field
from tests.recent import recent_acts
from tests.ui.desks import STAFF

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
