from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.paper.breaks import Manners, pieces


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
        ("外交部（亚洲）。", Manners.AT_WORDS, ["外", "交", "部", "（亚", "洲）。"]),
        ("កម្ពុជា", Manners.ANYWHERE, ["ក", "ម្ពុ", "ជា"]),
    ],
)
def test_a_text_falls_apart_only_where_it_may(text: str, manners: Manners, expected: list[str]) -> None:
    assert [piece for piece, _ in pieces(text, manners)] == expected


def test_white_space_follows_its_piece_and_zero_width_space_is_none() -> None:
    assert pieces("a b\u200bc", Manners.AT_SPACES) == (("a", " "), ("b", ""), ("c", ""))


@given(st.text(alphabet="aB -/កម្ពុជាប外。（ก้\u200b", max_size=20), st.sampled_from(Manners))
def test_no_letter_is_lost(text: str, manners: Manners) -> None:
    joined = "".join(piece + space for piece, space in pieces(text, manners))

    assert joined.replace(" ", "") == text.replace(" ", "").replace("\u200b", "")
