from __future__ import annotations

import sys
from itertools import pairwise

import pytest

from checkin.paper import icu

pytestmark = pytest.mark.skipif(
    sys.platform not in {"linux", "win32"}, reason="an ICU comes with Qt's wheel or with Windows"
)


def cut(text: str) -> list[str]:
    limits = [0, *(icu.line_ends(text) or []), len(text)]
    return [text[a:b] for a, b in pairwise(limits)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ក្រសួងការបរទេសនិងសហប្រតិបត្តិការ", "ក្រសួង"),
        ("กระทรวงการต่างประเทศ", "กระทรวง"),
        ("ກະຊວງການຕ່າງປະເທດສາທາລະນະລັດ", "ສາທາລະນະລັດ"),
        ("နိုင်ငံခြားရေးဝန်ကြီးဌာန", "ဝန်ကြီးဌာန"),
    ],
)
def test_words_are_found_in_scripts_without_spaces(text: str, word: str) -> None:
    assert word in cut(text)


def test_the_four_languages_that_need_a_dictionary_are_told_as_known() -> None:
    assert icu.languages_by_words() == (("km", "th", "lo", "my"), ())


def test_positions_count_characters_and_not_utf_16() -> None:
    text = "\U0001f600ក្រសួងការ"

    assert all(0 < at < len(text) for at in icu.line_ends(text) or [])
    assert "ការ" in cut(text)


@pytest.mark.parametrize("count", range(1, 40))
def test_texts_of_any_length_are_read_from_memory_that_is_still_theirs(count: int) -> None:
    assert icu.line_ends("ការ" * count) == list(range(3, 3 * count, 3))


def test_a_version_of_unicode_is_told() -> None:
    major, _, minor = icu.unicode_version().partition(".")

    assert int(major) >= 10
    assert minor.isdigit()
