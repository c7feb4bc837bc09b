from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.paper import breaks, icu
from checkin.paper.breaks import Manners, pieces
from tests.paper import unicode_data

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE_BREAKS = "auxiliary/LineBreakTest.txt"


def cut(text: str, manners: Manners = Manners.AT_WORDS) -> list[str]:
    return [piece for piece, _ in pieces(text, manners)]


@pytest.fixture
def without_icu(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer that has no ICU library."""
    for remembered in (breaks.pieces, breaks._allowed):
        remembered.cache_clear()
    monkeypatch.setattr(icu, "line_ends", lambda _text: None)
    yield
    for remembered in (breaks.pieces, breaks._allowed):
        remembered.cache_clear()


def test_no_line_of_unicodes_own_test_is_broken_where_that_is_forbidden() -> None:
    cases = [case for case in unicode_data.break_cases(_LINE_BREAKS) if not has_control(case.text)]
    of_file, of_icu = unicode_data.version(_LINE_BREAKS), icu.unicode_version()
    if of_file != of_icu:
        pytest.skip(
            f"the test file is of Unicode {of_file}, the ICU library here of {of_icu or 'no version'}"
        )

    wrong = [
        (case.text, manners.name)
        for case in cases
        for manners in (Manners.AT_SPACES, Manners.AT_WORDS, Manners.WHERE_ALLOWED)
        if not is_broken_as_allowed(case, manners)
    ]

    assert len(cases) > 5000
    assert wrong == []


def has_control(text: str) -> bool:
    """Whether there is a character that `set_text` removes, or at which it begins a new paragraph."""
    return any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in text)


def is_broken_as_allowed(case: unicode_data.Case, manners: Manners) -> bool:
    first, *others = cut(case.text, manners) or [""]
    end = case.text.index(first) + len(first)
    for piece in others:
        # White space before a piece belongs to the line before: a line is broken where the piece begins.
        start = case.text.index(piece, end)
        if start not in case.allowed:
            return False
        end = start + len(piece)
    return True


@pytest.mark.parametrize(
    ("text", "manners", "expected"),
    [
        ("SOK Sopheap", Manners.AT_SPACES, ["SOK", "Sopheap"]),
        ("Jean-Pierre", Manners.AT_SPACES, ["Jean-", "Pierre"]),
        ("2026-27", Manners.AT_SPACES, ["2026-27"]),
        ("H.E.\u00a0Dr.", Manners.AT_SPACES, ["H.E.\u00a0Dr."]),
        ("ក្រសួង\u200bការ", Manners.AT_SPACES, ["ក្រសួង", "ការ"]),
        ("ក្រសួងការ", Manners.AT_SPACES, ["ក្រសួងការ"]),
        ("ក្រសួងការ", Manners.AT_WORDS, ["ក្រសួង", "ការ"]),
        ("กระทรวงการต่างประเทศ", Manners.AT_WORDS, ["กระทรวง", "การ", "ต่าง", "ประเทศ"]),
        ("外交部（亚洲）。", Manners.AT_SPACES, ["外交部（亚洲）。"]),
        ("外交部（亚洲）。", Manners.AT_WORDS, ["外", "交", "部", "（亚", "洲）。"]),
        ("남궁현아 金民俊", Manners.AT_WORDS, ["남궁현아", "金", "民", "俊"]),
        ("남궁현아", Manners.WHERE_ALLOWED, ["남", "궁", "현", "아"]),
        ("កម្ពុជា", Manners.ANYWHERE, ["ក", "ម្ពុ", "ជា"]),
        ("soft\u00adhyphen", Manners.WHERE_ALLOWED, ["soft\u00adhyphen"]),
    ],
)
def test_a_text_falls_apart_only_where_it_may(text: str, manners: Manners, expected: list[str]) -> None:
    assert cut(text, manners) == expected


def test_words_that_somebody_has_marked_are_not_looked_up_in_a_dictionary() -> None:
    text = "ក្រសួងការ\u200bបរទេស ក្រសួងការ"

    assert cut(text, Manners.AT_WORDS) == ["ក្រសួងការ", "បរទេស", "ក្រសួង", "ការ"]
    assert cut(text, Manners.WHERE_ALLOWED) == ["ក្រសួង", "ការ", "បរទេស", "ក្រសួង", "ការ"]


SIGNS = [
    ("Thème : paix", ["Thème :", "paix"]),
    ("Bienvenue !", ["Bienvenue !"]),
    ("Quoi ? Rien ; si", ["Quoi ?", "Rien ;", "si"]),
    ("dit « Bonjour » à tous", ["dit", "« Bonjour »", "à", "tous"]),
    ("sagte »Ja« und ging", ["sagte", "»Ja«", "und", "ging"]),
    ("sagte „Ja“ und ging", ["sagte", "„Ja“", "und", "ging"]),
    ("she said “yes” twice", ["she", "said", "“yes”", "twice"]),
    ("សូមស្វាគមន៍ ។ ខ្មែរ ៖ ក", ["សូមស្វាគមន៍ ។", "ខ្មែរ ៖", "ក"]),
    ("मंत्रालय ।", ["मंत्रालय ।"]),
    ("( Asia ) desk", ["( Asia )", "desk"]),
    ("Director · Asia", ["Director ·", "Asia"]),
]


@pytest.mark.parametrize(("text", "expected"), SIGNS)
def test_no_line_begins_with_a_sign_that_ends_something(text: str, expected: list[str]) -> None:
    assert cut(text, Manners.AT_SPACES) == expected


@pytest.mark.usefixtures("without_icu")
@pytest.mark.parametrize(("text", "expected"), SIGNS)
def test_nor_does_one_on_a_computer_without_icu(text: str, expected: list[str]) -> None:
    assert cut(text, Manners.AT_SPACES) == expected


@pytest.mark.usefixtures("without_icu")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SOK Sopheap", ["SOK", "Sopheap"]),
        ("Jean-Pierre", ["Jean-", "Pierre"]),
        ("2026-27", ["2026-27"]),
        ("外交部（亚洲）。", ["外", "交", "部", "（亚", "洲）。"]),
        ("ក្រសួងការ\u200bបរទេស", ["ក្រសួងការ", "បរទេស"]),
    ],
)
def test_without_icu_lines_are_broken_by_own_rules(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize("sign", [":", "!", "»", "។", "）", "၊", "؟"])
def test_a_sign_stays_with_its_word_even_where_a_word_is_torn(sign: str) -> None:
    for space in ("", " ", "\u00a0"):
        torn = cut(f"ក្រៅ{space}{sign}", Manners.ANYWHERE)

        assert torn[-1] == f"ក្រៅ{space}{sign}"[-len(torn[-1]) :]
        assert len(torn[-1].split(sign)[0].strip()) >= 1


def test_a_long_row_of_signs_can_be_torn() -> None:
    assert cut("a!!!", Manners.ANYWHERE) == ["a!", "!", "!"]


NAMES = [
    ("Siti Aminah binti Abdul Rahman", ["Siti", "Aminah", "binti Abdul", "Rahman"]),
    ("AHMAD BIN ABDULLAH", ["AHMAD", "BIN ABDULLAH"]),
    ("Jan van der Berg", ["Jan", "van der Berg"]),
    ("Van der Berg Jan", ["Van der Berg", "Jan"]),
    ("VAN DEN BOSCH Els", ["VAN DEN BOSCH", "Els"]),
    ("Jan van 't Hoff", ["Jan", "van 't Hoff"]),
    ("Juan de la Cruz", ["Juan", "de la Cruz"]),
    ("Omar al-Rashid", ["Omar", "al-Rashid"]),
    ("Omar Al-Rashid", ["Omar", "Al-Rashid"]),
    ("Otto von Habsburg", ["Otto", "von Habsburg"]),
    ("Khalid ibn Walid", ["Khalid", "ibn Walid"]),
    ("Luís da Silva dos Santos", ["Luís", "da Silva", "dos Santos"]),
    ("Mario di Stefano", ["Mario", "di Stefano"]),
    ("Joachim du Bellay", ["Joachim", "du Bellay"]),
    ("Charles le Brun", ["Charles", "le Brun"]),
    ("José Ortega y Gasset", ["José", "Ortega", "y Gasset"]),
    ("Muthu a/l Subramaniam", ["Muthu", "a/l Subramaniam"]),
    ("محمد بن سلمان", ["محمد", "بن سلمان"]),
    ("LE Duc Tho", ["LE", "Duc", "Tho"]),
    ("Ben Smith", ["Ben", "Smith"]),
    ("Robin Evandro", ["Robin", "Evandro"]),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_a_particle_stays_with_the_name_that_follows(name: str, expected: list[str]) -> None:
    assert cut(name, Manners.AT_SPACES) == expected
    assert cut(name, Manners.AT_WORDS) == expected


def test_a_particle_is_left_before_a_word_is_torn() -> None:
    assert cut("Jan van der Berg", Manners.WHERE_ALLOWED) == ["Jan", "van", "der", "Berg"]


def test_white_space_follows_its_piece_and_zero_width_space_is_none() -> None:
    assert pieces("a b\u200bc", Manners.AT_SPACES) == (("a", " "), ("b", ""), ("c", ""))


@given(st.text(alphabet="aB -/កម្ពុជាប外。（ก้\u200b«»!:", max_size=20), st.sampled_from(Manners))
def test_no_letter_is_lost(text: str, manners: Manners) -> None:
    joined = "".join(piece + space for piece, space in pieces(text, manners))

    assert joined.replace(" ", "").replace("\u200b", "") == text.replace(" ", "").replace("\u200b", "")
