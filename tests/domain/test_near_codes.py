"""The operator is told what is wrong with a text that is nearly a code."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checkin.domain.codes import CodeKind, NotOurs, mint, read
from checkin.domain.near_codes import Nearness, is_like_code, nearness

CODE = "B1VE05KXR5FNB31W"


@pytest.mark.parametrize(
    ("text", "how"),
    [
        pytest.param(CODE[:-1], Nearness(missing=1), id="the last character is missing"),
        pytest.param(CODE[1:], Nearness(missing=1), id="the first character is missing"),
        pytest.param("b1ve-o5kx-r5fn-b31", Nearness(missing=1), id="typed, the last is missing"),
        pytest.param(CODE[:8], Nearness(missing=8), id="the first half"),
        pytest.param(f"]Q1{CODE[:9]}", Nearness(missing=7), id="a piece behind an identifier"),
        pytest.param(CODE[:6], Nearness(missing=10), id="the first six characters"),
        pytest.param(CODE[4:], Nearness(missing=4), id="the last twelve characters"),
        pytest.param(CODE + "0", Nearness(extra=1), id="one too many"),
        pytest.param(f"*{CODE}12*", Nearness(extra=2), id="two too many, in stars"),
        pytest.param(CODE + "0000", Nearness(extra=4), id="four too many"),
        pytest.param(CODE.replace("V", "U"), Nearness(sign="U"), id="a letter that no code has"),
        pytest.param(CODE.replace("V", "é"), Nearness(sign="é"), id="a letter with an accent"),
    ],
)
def test_what_is_wrong_with_a_text_that_is_nearly_a_code(text: str, how: Nearness) -> None:
    assert nearness(text) == how
    assert is_like_code(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("SOK Sopheap", id="a name"),
        pytest.param("BOTUMSOPHEAPKOL", id="a name of fifteen letters with O and L"),
        pytest.param("NGETHSOKHOMCHAND", id="a name of sixteen letters"),
        pytest.param("+855 12 345 678", id="a telephone number"),
        pytest.param("5901234123457", id="the number of a product"),
        pytest.param("4111111111111111", id="the number of a bank card"),
        pytest.param("A1234567", id="the number of a passport"),
        pytest.param("https://example.org/t/B1VE05KXR5FNB31W", id="a web address"),
        pytest.param(CODE[:5], id="the first five characters"),
        pytest.param(CODE[5:], id="the last eleven characters"),
        pytest.param(CODE + "00000", id="five too many"),
        pytest.param(CODE * 2, id="two codes"),
        pytest.param("BÉ1ÉE05KXR5FNB31", id="two strange letters"),
    ],
)
def test_what_is_nothing_like_a_code(text: str) -> None:
    assert nearness(text) is None
    assert not is_like_code(text)


def test_a_code_itself_is_like_a_code_whether_it_was_read_right_or_wrong() -> None:
    assert nearness(CODE) is None
    assert is_like_code(CODE)
    assert is_like_code(CODE[:-1] + "X")


@given(
    st.binary(min_size=1, max_size=9), st.sampled_from(CodeKind), st.integers(0, 15), st.sampled_from("07BZ")
)
def test_a_character_that_was_left_out_or_put_in_is_told(
    key: bytes, kind: CodeKind, place: int, letter: str
) -> None:
    code = mint(key, kind).text
    short, long = code[:place] + code[place + 1 :], code[:place] + letter + code[place:]
    assume(any(map(str.isdigit, short)) and any(map(str.isalpha, short)))

    assert isinstance(read(short, key), NotOurs)
    assert nearness(short) == Nearness(missing=1)
    assert nearness(long) == Nearness(extra=1)
