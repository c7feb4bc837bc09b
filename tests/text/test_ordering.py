"""The order of names in lists: by the reader's alphabet, whatever marks and scripts the names have."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.delegates import Delegate
from checkin.text import letters_in_order, name_order, text_order

ORDERS = {
    "Latin": "Adams, Ångström, Đặng, de la Tour, Eagle, Éluard, Muller, Müller, Mulligan, O'Brien, OBrady, Ong, Özil, "
    "ZHANG",
    "letters with strokes": "Calle, Çelik, Damm, Łukasz, Lund, Ñu, Nuñez, Ștefan, Stone, Tan, Thach, Þór, Wang, Young",
    "no letter is passed over": "Kam, Kao, Keo, Khan, Kim, San, Sann, Sao, Vann, Wan, Yim",
    "Cyrillic": "Андрій, Ганна, Ґалаґан, Елкин, Ёлкин, Єва, Жук, Игорь, Іван, Їжак, Йордан, Яна",
    "Arabic and Persian": "احمد, أمين, بدر, پرویز, تامر, جابر, چمران, زيد, ژاله, کریم, كمال, گلی, ياسر",
    "Khmer": "ក, កក, កា, កេ, កោ, ក្រ, ខា, គ, ឆាយ, ជា វណ្ណា, សុខ, ហេង",
    "Thai": "กานต์, เกียรติ, ขวัญ, ตั้ม, แพร, สมชาย, ไอริณ",
    "Japanese": "アイ, いとう, カトウ, がもう, たなか, ヤマダ",
    "Korean": "가람, 김철수, 박, 이, 최",
    "scripts": "Zhang, Ωμέγα, Яна, ياسر, ไอริณ, ហេង, 王明",
}


@pytest.mark.parametrize("names", ORDERS.values(), ids=ORDERS.keys())
def test_texts_stand_as_a_reader_of_their_script_looks_for_them(names: str) -> None:
    right = names.split(", ")
    mixed = [*right[1::2], *right[::2]]

    assert sorted(mixed, key=text_order) == right
    assert sorted((unicodedata.normalize("NFD", each) for each in mixed), key=text_order) == [
        unicodedata.normalize("NFD", each) for each in right
    ]


@pytest.mark.parametrize("sign", "'’‘ʼʻ`´-‐")
def test_apostrophes_and_hyphens_of_all_kinds_are_alike(sign: str) -> None:
    assert letters_in_order(f"O{sign}Brien") == "o brien"


def test_delegates_stand_by_family_name_then_given_name_then_marks() -> None:
    right = [
        Delegate("1", given_name="Adele"),
        Delegate("2", family_name="MULLER", given_name="Adam"),
        Delegate("3", family_name="Müller", given_name="Adam"),
        Delegate("4", family_name="Muller", given_name="Uwe"),
        Delegate("5", family_name="SOK", given_name="Dara", native_name="សុខ ដារ៉ា"),
        Delegate("6", family_name="Sók", given_name="Dara", native_name="សុខ ក"),
        Delegate("7", native_name="ចាន់ វណ្ណា"),
        Delegate("8", native_name="សុខ សុភាព"),
        Delegate("9", native_name="王明"),
    ]

    assert sorted((*right[1::2], *right[::2]), key=name_order) == right


def test_delegates_of_one_name_stay_as_they_were_registered() -> None:
    one = Delegate("d2", family_name="SOK", given_name="Dara", native_name="សុខ តារា")
    other = Delegate("d1", family_name="Sok", given_name="DARA")

    assert sorted([one, other], key=name_order) == [one, other]


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_latin_letters_are_sorted_as_ascii(text: str) -> None:
    key = letters_in_order(text)

    assert key == " ".join(key.split())
    assert all(each.isascii() or not unicodedata.name(each, "").startswith("LATIN ") for each in key)


@given(st.text())
def test_case_and_invisible_signs_do_not_count(text: str) -> None:
    assert letters_in_order(f"\u200d{text}\ufeff") == letters_in_order(text)
