"""Text that says what it holds: no control character and no mark of direction in what is stored or printed."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.plain_text import escaped, plain, printable

_DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("SOK Sopheap", "SOK Sopheap"),
        ("SOK\x1b[2J\x07 Sopheap", "SOK[2J Sopheap"),
        ("SOK\x9b31m", "SOK31m"),
        ("abc\u202egpj.exe", "abcgpj.exe"),
        ("\ufeffSOK\x00", "SOK"),
        ("SOK\r\nSopheap\tP", "SOK Sopheap P"),
        ("SOK\u2028Sopheap\u2029P\x85x", "SOK Sopheap P x"),
        ("ក\u200bខ", "ក\u200bខ"),
        ("ක්\u200dෂ", "ක්\u200dෂ"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_is_stored_is_what_is_seen(text: str, stored: str) -> None:
    assert plain(text) == stored


@given(st.text())
def test_no_control_character_is_left_and_once_is_enough(text: str) -> None:
    stored = plain(text)

    assert all(unicodedata.category(character) != "Cc" for character in stored)
    assert not set(_DIRECTION) & set(stored)
    assert plain(stored) == stored


@given(st.text())
def test_what_is_printed_keeps_its_lines_and_nothing_that_a_terminal_obeys(text: str) -> None:
    assert {one for one in printable(text) if unicodedata.category(one) == "Cc"} <= set("\t\r\n")


@given(st.text(st.characters(codec="utf-8")))
def test_json_keeps_its_values(text: str) -> None:
    written = escaped(json.dumps(text, ensure_ascii=False))

    assert printable(written) == written
    assert json.loads(written) == text
