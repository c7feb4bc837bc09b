"""A long name is seen whole: on the card and in the band, in any script and at any width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument, QTextOption

from checkin.desk.register import register
from checkin.domain.delegates import Field
from checkin.ui.elided import ElidedLabel
from checkin.ui.plain import PlainLabel
from tests.ui.desks import STAFF

if TYPE_CHECKING:
    from tests.ui.arrivals.conftest import Hands

LONG = "Kalyanmunisereyrathana"
LONGER = LONG + "vongsapheakdeychey" * 2
KHMER = "កល្យាណមុនីសិរីរតនាសុវណ្ណរាជសីហាវិបុលភក្តីវង្សាភក្តីជ័យ"


@pytest.fixture
def hands(hands_in_window: Hands) -> Hands:
    """The page in its window of 1280 × 720."""
    return hands_in_window


def select(hands: Hands, given: str, **more: str) -> None:
    """Register somebody with this name, and select them."""
    details = {Field.FAMILY_NAME: "H.E.Vongsapheakdeychey", Field.GIVEN_NAME: given, Field.CATEGORY: "A"}
    register(hands.desk.file, STAFF, details | {Field(name): text for name, text in more.items()})
    hands.look_for("vongs")


def overhang(hands: Hands) -> float:
    """The pixels by which a line of the card is wider than the room for the line; at most 0 if all is whole."""
    card = hands.page.side.card
    inside = card._text.contentsMargins()
    room = card.viewport().width() - inside.left() - inside.right()
    shown = QTextDocument()
    shown.setDocumentMargin(0)
    shown.setDefaultFont(card._text.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    shown.setDefaultTextOption(option)
    shown.setHtml(card.text)
    shown.setTextWidth(room)
    return shown.idealWidth() - room


def is_whole(hands: Hands) -> bool:
    """Whether each text of the band is seen to its last letter."""
    band = hands.page.band
    band.layout().activate()
    elided = all(label.shown == label.text for label in band.findChildren(ElidedLabel))
    return elided and all(
        label.heightForWidth(label.width()) <= label.height()
        for label in band.findChildren(PlainLabel)
        if label.isVisible() and label.wordWrap()
    )


@pytest.mark.parametrize("width", [1280, 1024])
@pytest.mark.parametrize(
    ("given", "more"),
    [
        (LONG, {}),
        (LONGER, {}),
        (LONG, {"native_name": KHMER}),
        ("Sok", {"email": f"{LONG}.{LONG}@{LONG}.gov.kh", "organisation": LONGER, "public_note": LONGER}),
    ],
    ids=["long", "longer", "native", "others"],
)
def test_no_word_of_the_card_is_cut(hands: Hands, given: str, more: dict[str, str], width: int) -> None:
    hands.page.window().resize(width, 720)
    select(hands, given, **more)
    hands.settle()

    assert overhang(hands) <= 0
    hands.page.window().resize(1366 if width == 1024 else 1024, 720)
    assert overhang(hands) <= 0


def test_a_word_that_fits_keeps_its_size_and_gets_no_breaks(hands: Hands) -> None:
    hands.look_for("chea")
    card = hands.page.side.card

    assert f"font-size:{card.font().pointSizeF() * 1.7:.1f}pt" in card.text
    assert "\u200b" not in card.text


def test_a_break_stands_in_no_cluster(hands: Hands) -> None:
    select(hands, "Sok", native_name=KHMER)

    assert "\u200b" in hands.page.side.card.text
    assert "្\u200b" not in hands.page.side.card.text


def test_no_answer_in_the_band_is_cut(hands: Hands) -> None:
    select(hands, LONG, native_name="វង្សាភក្តីជ័យ កល្យាណមុនីសិរីរតនា សុវណ្ណរាជសីហា វិបុលភក្តី")
    hands.enter()
    assert is_whole(hands)
    hands.control(Qt.Key.Key_E)
    hands.settle()
    hands.type("x")
    hands.enter()
    assert hands.page.band.text.startswith("CORRECTED")
    assert is_whole(hands)
    for shift, told in ((False, "UNDONE"), (True, "BROUGHT BACK")):
        hands.control(Qt.Key.Key_Z, shift=shift)
        hands.settle()
        assert hands.page.band.text.startswith(told)
        assert is_whole(hands)
