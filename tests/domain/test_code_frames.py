"""The 16 characters at the end of a text are found with the frame that a scanner put around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.code_frames import bare, last_code, may_follow_code, unframed

CODE = "B1VE05KXR5FNB31W"
GROUPS = "B1VE-05KX-R5FN-B31W"


@pytest.mark.parametrize(
    ("before", "written", "after", "frame"),
    [
        pytest.param("", CODE, "", "", id="bare"),
        pytest.param("sok", CODE, "", "", id="behind letters"),
        pytest.param("sok  ", CODE, "", "", id="blanks before a code are nobody's"),
        pytest.param("jean-", CODE, "", "", id="so is a hyphen"),
        pytest.param("sok]Q1", CODE, "", "]Q1", id="an identifier"),
        pytest.param("sok ]Q3\\000026", CODE, "\x03", "]Q3\\000026", id="identifier and ECI, and ETX"),
        pytest.param("\x02", CODE.lower(), "\x03", "\x02", id="STX and ETX"),
        pytest.param("*", GROUPS, "*", "*", id="groups in stars"),
        pytest.param("", GROUPS.replace("-", "\N{EN DASH}"), " ", "", id="en dashes, and a blank"),
        pytest.param("", CODE.translate({n: n + 0xFEE0 for n in range(33, 127)}), "", "", id="full-width"),
    ],
)
def test_a_code_at_the_end_is_found_with_its_frame(before: str, written: str, after: str, frame: str) -> None:
    text = before + written + after
    found = last_code(text)

    assert found is not None
    assert text[found.begins_at : found.first] == frame
    assert text[found.first : found.end] == written
    assert (found.characters, found.has_digit) == (CODE, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "sok",
        CODE[:-1],
        CODE + "é",
        CODE + "Q]",
        f"{CODE}\\000026",
        f"{CODE[:8]}*{CODE[8:]}",
        f"]d{CODE[:2]}\x1d{CODE[2:]}",
    ],
)
def test_a_text_that_ends_otherwise_has_no_code_at_its_end(text: str) -> None:
    assert last_code(text) is None


def test_a_letter_read_as_a_digit_is_no_digit() -> None:
    found = last_code("SOKSOPHEAPVANNAL")

    assert found is not None
    assert (found.characters, found.has_digit) == ("S0KS0PHEAPVANNA1", False)


@given(st.text(max_size=12), st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=16, max_size=16))
def test_whatever_stands_before_a_code_the_code_is_found_in_its_place(before: str, code: str) -> None:
    found = last_code(before + code)

    assert found is not None
    assert (before + code)[found.first : found.end] == found.characters == code
    assert found.begins_at <= len(before)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("", ""),
        ("b1ve-o5", "B1VE05"),
        ("\N{FULLWIDTH TILDE}\N{FULLWIDTH EXCLAMATION MARK}", "~!"),
        ("caf\N{LATIN SMALL LETTER E WITH ACUTE}", "caf\N{LATIN SMALL LETTER E WITH ACUTE}"),
        ("]Q1 \x02*ab*\x03 ", "AB"),
        ("a\N{SOFT HYPHEN}b", "AB"),
    ],
)
def test_a_text_without_its_frame(text: str, plain: str) -> None:
    assert bare(text) == plain
    assert unframed(text).upper().replace("O", "0") == plain or not plain.isascii()


def test_only_signs_that_scanners_send_may_follow_a_code() -> None:
    assert all(map(may_follow_code, ("*", "\x03", "\x1d", " ", "-", "\N{EN DASH}")))
    assert not any(map(may_follow_code, ("", "A", "0", "]", "\\", "**", "é")))
