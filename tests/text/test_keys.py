from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checkin.text import search_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sokhonn", "sokonn"),
        ("Sokhonn", "SOKHON"),
        ("សម្តេច", "សម្ដេច"),
        ("សុ\u200bខ", "សុខ"),
        ("\ufeffSok\u200d", "sok"),
        ("២០២៦", "2026"),
        ("٣٤", "34"),
        ("Nguyễn Văn Đức", "nguyen van duc"),
        ("François L’Écuyer", "francois l'ecuyer"),
        ("O'Brien", "OBRIEN"),
        ("Straße", "STRASSE"),
        ("Jørgen Łukasz Æsop", "jorgen lukasz aesop"),
        ("Sophy", "Sophi"),
        ("Sovann", "Sowan"),
        ("مُحَمَّد", "محمد"),
        ("Йордан Ёлкин", "иордан елкин"),
        ("Αθηνά", "ΑΘΗΝΑ"),
        ("កោ", "ក\u17c1\u17b6"),
        ("ｶﾞ", "ガ"),
        ("  Sok\u00a0\n Sopheap ", "sok sopheap"),
        ("Jean-Pierre", "jean pierre"),
        ("김", unicodedata.normalize("NFD", "김")),
    ],
)
def test_spellings_that_people_take_for_the_same_have_one_key(one: str, other: str) -> None:
    assert search_key(one) == search_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("កា", "កិ"),
        ("សុខ", "សូខ"),
        ("ไม", "มา"),
        ("ກາ", "ກີ"),
        ("मोदी", "मदी"),
        ("ကာ", "ကိ"),
        ("か", "が"),
        ("Sok 11", "Sok 1"),
        ("P", "B"),
    ],
)
def test_words_that_differ_keep_different_keys(one: str, other: str) -> None:
    assert search_key(one) != search_key(other)


def test_a_text_without_letters_and_digits_has_no_key() -> None:
    assert search_key(" –.,;\u200b\x00\ud800 ") == ""


@given(st.text())
@example("㏆")
def test_the_key_of_a_key_is_itself(text: str) -> None:
    key = search_key(text)

    assert search_key(key) == key


@given(st.text(), st.integers(min_value=0, max_value=50))
def test_the_key_of_a_beginning_is_the_beginning_of_the_key(text: str, length: int) -> None:
    assert search_key(text).startswith(search_key(text[:length]))


@given(st.text())
def test_keys_hold_letters_digits_signs_of_scripts_and_single_spaces(text: str) -> None:
    key = search_key(text)

    assert key == " ".join(key.split())
    assert all(unicodedata.category(character)[0] in "LMN" for character in key.replace(" ", ""))
