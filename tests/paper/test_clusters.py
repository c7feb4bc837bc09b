from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.paper.clusters import clusters
from tests.paper import unicode_data


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in clusters(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("កម្ពុជា", ["ក", "ម្ពុ", "ជា"]),
        ("សម្តេច", ["ស", "ម្តេ", "ច"]),
        ("क्षि", ["क्षि"]),
        ("ক্ষি", ["ক্ষি"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("น้ำใจ", ["น้ำ", "ใ", "จ"]),
        ("ນ້ຳ", ["ນ້ຳ"]),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", ["\u1112\u1161\u11ab", "\u1100\u1173\u11af"]),
        ("🇰🇭🇫🇷!", ["🇰🇭", "🇫🇷", "!"]),
        ("👩‍⚕️x", ["👩‍⚕️", "x"]),
        ("👍🏽x", ["👍🏽", "x"]),
        ("a\u200b\u0e49", ["a", "\u200b", "\u0e49"]),
        ("", []),
    ],
)
def test_what_belongs_together_is_one_cluster(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_no_cluster_of_unicodes_own_test_is_cut() -> None:
    cases = list(unicode_data.break_cases("auxiliary/GraphemeBreakTest.txt"))
    wrong = [text for text, allowed in cases if {start for start, _ in clusters(text)} - allowed]

    assert len(cases) > 500
    assert wrong == []


@given(st.text(max_size=30))
def test_clusters_lose_nothing(text: str) -> None:
    assert "".join(cut(text)) == text
