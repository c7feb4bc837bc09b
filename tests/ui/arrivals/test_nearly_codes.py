"""The desk says what is wrong with a code that was typed or read, and takes no name for a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from checkin.desk.issue_badge import replace_badge
from checkin.domain.reasons import Reason, Why
from tests.ui.desks import NOW, STAFF

if TYPE_CHECKING:
    from tests.ui.arrivals.conftest import Hands


def a_badge(hands: Hands, name: str) -> str:
    person = hands.desk.known(name).delegate.id
    return replace_badge(hands.desk.file, STAFF, person, Why(Reason.LOST), NOW, to_print=False)


def test_a_typed_code_in_which_a_character_is_missing_says_so(hands: Hands) -> None:
    code = a_badge(hands, "chea")
    hands.look_for(code[:7] + code[8:])
    hands.enter()

    assert hands.page.band.text.startswith("SCAN AGAIN")
    assert "1 character is missing" in hands.page.band.text


def test_a_code_of_which_half_was_read_is_no_unknown_code(hands: Hands) -> None:
    half = a_badge(hands, "chea")[:8]
    while half.isalpha():  # one in fifteen: such letters may be a name as well
        half = a_badge(hands, "chea")[:8]
    hands.scan(half)

    assert hands.page.band.text.startswith("SCAN AGAIN")
    assert "8 characters are missing" in hands.page.band.text


SCAN_AGAIN = "Scan once more, or type the 16 characters below the code."


@pytest.mark.parametrize("is_typed", [True, False], ids=["typed", "scanned"])
def test_a_misread_code_is_to_be_read_again_and_nobody_is_registered_for_it(
    hands: Hands,
    is_typed: bool,  # noqa: FBT001
) -> None:
    code = a_badge(hands, "chea")
    while code[1:].isalpha():
        code = a_badge(hands, "chea")
    wrong = f"{code[:-1]}{'3' if code[-1] != '3' else '4'}"
    if is_typed:
        hands.look_for(wrong)
        hands.enter()
    else:
        hands.scan(wrong)

    page = hands.page
    assert page.band.text.startswith("SCAN AGAIN")
    assert SCAN_AGAIN in page.band.text
    assert SCAN_AGAIN in page.side.card.text
    assert page.finder.results.rowCount() == 0
    assert page.finder.results.heading.if_empty(hands.desk.look.say) == SCAN_AGAIN
    hands.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page.band.text == SCAN_AGAIN
    hands.look_for("xyzzy")
    assert "Ctrl+N" in page.side.card.text


def test_a_name_of_sixteen_letters_is_searched_and_nothing_is_said_of_codes(hands: Hands) -> None:
    for name in ("SOKSEREYVATHANAB", "NGETHSOKHOMCHANA", "botumsopheapkolm"):
        hands.look_for(name)
        hands.enter()

        assert hands.page.band.text.startswith("Nobody was found.")
        assert hands.page.finder.search.text() == name


def test_a_code_typed_in_a_frame_is_received(hands: Hands) -> None:
    code = a_badge(hands, "chea")
    hands.look_for(f"*{code.lower()}*")
    hands.enter()

    assert hands.page.band.text.startswith("WELCOME   CHEA Vanna")
