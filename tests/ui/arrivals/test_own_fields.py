"""The card shows the event's own fields where their definition says so; private ones only when they are asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from checkin.desk.correct import correct
from checkin.desk.define import amend
from checkin.domain.programme import FieldKind, LocalText, OwnField, ShownOn
from tests.ui.desks import STAFF

if TYPE_CHECKING:
    from checkin.domain.delegates import Value
    from tests.ui.arrivals.conftest import Hands

CARD = (ShownOn.CARD,)
FISH = LocalText.of({"en": "Fish", "km": "ត្រី"})


def filled(hands: Hands, *fields: OwnField, **values: Value) -> None:
    """Give the event these fields, and somebody these values."""
    file = hands.desk.file
    event = file.event
    amend(file, STAFF, event, replace(event, fields={each.code: each for each in fields}))
    correct(file, STAFF, hands.desk.known("kem").delegate.id, values)
    assert set(file.event.fields) == set(values)


def test_the_card_shows_the_fields_of_the_event_that_cards_show_in_the_words_of_their_choices(
    hands: Hands,
) -> None:
    filled(
        hands,
        OwnField("menu", LocalText.of("Menu"), FieldKind.CHOICE, (FISH,), CARD),
        OwnField("paid", LocalText.of("Paid"), FieldKind.YES_NO, shown=CARD),
        OwnField("coach", LocalText.of("Coach"), FieldKind.NUMBER, shown=CARD),
        OwnField("size", LocalText.of("Size of shirt"), shown=(ShownOn.BADGE, ShownOn.DOOR, ShownOn.EXPORT)),
        menu="Fish",
        paid=True,
        coach=3.0,
        size="XL",
    )
    hands.look_for("kem")
    card = hands.page.side.card.text

    assert card.index("Coach: 3") < card.index("Menu: Fish") < card.index("Paid: yes")
    assert "XL" not in card
    hands.desk.look.speak("km")
    assert "ត្រី" in hands.page.side.card.text


def test_a_private_field_is_on_the_card_only_after_f9(hands: Hands) -> None:
    vehicle = OwnField("vehicle", LocalText.of("Vehicle"), shown=CARD, private=True)
    filled(hands, vehicle, vehicle="2A-1234")
    hands.look_for("kem")
    before = hands.page.side.card.text
    hands.press(Qt.Key.Key_F9)

    assert "2A-1234" not in before
    assert "There is something private (F9)" in before
    assert "private: Vehicle: 2A-1234" in hands.page.side.card.text
