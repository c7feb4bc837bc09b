"""The desk says what is wrong with a code that was typed or read, and takes no name for a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
