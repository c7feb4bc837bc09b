from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.paper import direction


def displayed(text: str) -> str:
    """The text as it stands on paper, brackets mirrored by nobody."""
    base = direction.base_level(text)
    order = direction.visual_order(direction.levels(text, base))
    return "".join(text[at] for at in order)


@pytest.mark.parametrize(
    ("text", "base"), [("SOK", 0), ("", 0), ("2026", 0), ("محمد", 1), ("(2026) محمد", 1), ("Ali علي", 0)]
)
def test_the_first_letter_decides_the_direction_of_a_text(text: str, base: int) -> None:
    assert direction.base_level(text) == base


@pytest.mark.parametrize(
    ("logical", "visual"),
    [
        ("SOK Sopheap", "SOK Sopheap"),
        ("اب", "با"),
        ("اب 2026", "2026 با"),
        ("اب (2026) ج", "ج )2026( با"),
        ("اب (ASEAN) ج", "ج )ASEAN( با"),
        ("Ali (ابج) 7", "Ali (جبا) 7"),
        ("Ali (ابج", "Ali (جبا"),
    ],
)
def test_runs_take_their_visual_order_and_brackets_stay_with_their_content(logical: str, visual: str) -> None:
    assert displayed(logical) == visual


def test_brackets_around_the_other_direction_follow_what_stands_before_them() -> None:
    levels = direction.levels("ا [ASEAN] ب", 1)

    assert levels[2] == levels[8] == 1


@given(st.text(alphabet="aب1 ([{)]}-.,\u200f\u202b\u202e\u202c\u2067\u2069\u0301\u0661\n", max_size=24))
def test_any_text_has_one_level_for_each_character_and_an_order_of_all(text: str) -> None:
    levels = direction.levels(text, direction.base_level(text))

    assert len(levels) == len(text)
    assert sorted(direction.visual_order(levels)) == list(range(len(text)))
