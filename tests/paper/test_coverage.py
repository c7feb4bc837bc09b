"""What no font can draw is told without a layout, and as a layout tells it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin import paper
from checkin.paper import Style
from tests.paper.scripts import SAMPLES


@pytest.mark.parametrize("script", SAMPLES)
def test_every_script_of_the_forum_is_drawn(script: str) -> None:
    assert paper.not_drawn(SAMPLES[script]) == ()


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("𠮷野 𠮷田", ("𠮷",)),
        ("Sok 😀", ("😀",)),
        ("ᏣᎳᎩ", ("Ꮳ", "Ꮃ", "Ꭹ")),
        ("Sok\tDara\n", ()),
        ("សុខ\u200bសុភាព", ()),
        ("", ()),
    ],
)
def test_each_sign_without_a_font_is_told_once(text: str, signs: tuple[str, ...]) -> None:
    assert paper.not_drawn(text) == signs


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"]), max_size=12))
def test_what_is_told_is_what_a_layout_leaves_out(text: str) -> None:
    told = paper.not_drawn(text)
    left_out = paper.set_text(text, Style(12, bold=True), 80).missing

    assert set(told) >= set(left_out)
    assert bool(told) == bool(left_out)
