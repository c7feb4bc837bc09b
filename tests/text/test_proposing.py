"""Codes and letters that are proposed for new things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.text.proposing import proposed_code, proposed_field_code, proposed_letter
from checkin.text.signs import can_be_code_of_field


@pytest.mark.parametrize(
    ("name", "taken", "letter"),
    [
        ("Ministries", "", "M"),
        ("Ministries", "m", "I"),
        ("Civil Society", "C", "S"),
        ("វាគ្មិន", "", "វ"),
        ("", "A", "B"),
    ],
)
def test_a_letter_comes_from_the_name(name: str, taken: str, letter: str) -> None:
    assert proposed_letter(name, taken) == letter


@given(st.text(max_size=40), st.sets(st.text(min_size=1, max_size=6), max_size=5))
def test_a_proposed_code_is_never_taken(name: str, taken: set[str]) -> None:
    others = {each.casefold() for each in taken}

    assert proposed_code(name, taken).casefold() not in others
    assert proposed_field_code(name, taken) not in others
    assert can_be_code_of_field(proposed_field_code(name, taken))


@pytest.mark.parametrize(
    ("name", "taken", "code"),
    [("Dietary need", (), "dietary_need"), ("Size of shirt", ("size_of_shirt",), "size_of_shirt_2"),
     ("ម្ហូប", (), "field"),
     ("Category", (), "category_2"), ("2nd soirée", (), "field_2nd_soiree")],
)  # fmt: skip
def test_the_code_of_a_field_is_made_of_its_name(name: str, taken: tuple[str, ...], code: str) -> None:
    assert proposed_field_code(name, taken) == code
