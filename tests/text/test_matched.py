"""Which letters of a shown text are marked for a search text."""

from __future__ import annotations

import pytest

from checkin.text import matched_digits, matched_letters


def marked(text: str, typed: str, *, nearly: bool = False) -> str:
    """The text with brackets around the letters that are marked."""
    for begin, end in reversed(matched_letters(text, typed, nearly=nearly)):
        text = f"{text[:begin]}[{text[begin:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("text", "typed", "told"),
    [
        ("SOK Sopheap", "sok so", "[SOK] [So]pheap"),
        ("SOK Sopheap", "so", "[SO]K Sopheap"),
        ("Sokhonn PRAK", "sokonn", "[Sokhonn] PRAK"),
        ("Sokhonn PRAK", "sokh", "[Sok]honn PRAK"),
        ("MÜLLER Jörg", "mueller jo", "[MÜLLER] [Jö]rg"),
        ("Nguyễn Văn Đức", "duc ngu", "[Ngu]yễn Văn [Đức]"),
        ("សុខ សុភាព", "សុខ", "[សុខ] សុភាព"),
        ("ឧត្ដម", "ឧត", "[ឧត្ដ]ម"),
        ("محمد الحسن", "محم", "[محم]د الحسن"),
        ("SOK Sopheap", "soksop", "[SOK] [Sop]heap"),
        ("O’Brien", "obri", "[O’Bri]en"),
        ("SOK Sopheap", "H.E. sok", "[SOK] Sopheap"),
        ("SOK Sopheap", "zok", "SOK Sopheap"),
        ("sok.dara@example.org", "dara", "sok.[dara]@example.org"),
        ("", "sok", ""),
        ("SOK", "", "SOK"),
    ],
)
def test_the_letters_that_match_are_marked_with_their_whole_clusters(
    text: str, typed: str, told: str
) -> None:
    assert marked(text, typed) == told


def test_of_a_suggestion_the_mistyped_word_is_marked_whole() -> None:
    assert marked("SOK Sopheap", "sok sophexp", nearly=True) == "[SOK] [Sopheap]"
    assert marked("SOK Sopheap", "sok sophexp") == "[SOK] Sopheap"


@pytest.mark.parametrize(
    ("phones", "typed", "told"),
    [
        ("+855 12 345 678", "5678", "5 678"),
        ("+855 12 345 678", "012 345 678", "12 345 678"),
        ("+៨៥៥ ១២ ៣៤៥", "2345", "២ ៣៤៥"),
        ("+855 12 345 678", "999", ""),
        ("+855 12 345 678", "sok", ""),
    ],
)
def test_digits_are_marked_wherever_they_stand(phones: str, typed: str, told: str) -> None:
    assert "".join(phones[begin:end] for begin, end in matched_digits(phones, typed)) == told
