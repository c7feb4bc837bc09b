from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.paper import direction
from tests.paper import unicode_data


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
        ("Ali \u2067اب 1\u2069 2", "Ali \u20671 با\u2069 2"),
        ("Ali اب\tجد", "Ali با\tدج"),
    ],
)
def test_runs_take_their_visual_order_and_brackets_stay_with_their_content(logical: str, visual: str) -> None:
    assert displayed(logical) == visual


def test_brackets_around_the_other_direction_follow_what_stands_before_them() -> None:
    levels = direction.levels("ا [ASEAN] ب", 1)

    assert levels[2] == levels[8] == 1


def test_a_mark_on_a_bracket_goes_with_the_bracket() -> None:
    assert direction.levels("a(b)\u0331", 1) == [2, 2, 2, 2, 2]


def test_the_two_codes_of_an_angle_bracket_make_a_pair() -> None:
    assert direction.levels("a \u2329b.1\u3009", 1) == [2, 2, 2, 2, 2, 2, 2]


@pytest.mark.long
def test_unicodes_own_test_is_passed() -> None:
    wrong, count = [], 0
    for line in unicode_data.lines("BidiCharacterTest.txt"):
        codes, asked, base, levels, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        count += 1
        if not is_as_told(text, asked, int(base), levels.split(), [int(at) for at in order.split()]):
            wrong.append(line)

    assert count > 90_000
    assert wrong == []


def is_as_told(text: str, asked: str, base: int, levels: list[str], order: list[int]) -> bool:
    found = direction.levels(text, base)
    shown = [at for at, level in enumerate(levels) if level != "x"]
    drawn = [shown[at] for at in direction.visual_order([found[at] for at in shown])]
    is_base = asked != "2" or direction.base_level(text) == base
    return is_base and drawn == order and all(found[at] == int(levels[at]) for at in shown)


@pytest.mark.parametrize("opening", ["\u2066", "\u2067", "\u2068"])
def test_the_first_letter_outside_an_isolate_decides(opening: str) -> None:
    assert direction.base_level(f"{opening}اب\u2069 Ali") == 0
    assert direction.base_level(f"{opening}Ali\u2069 اب") == 1


@given(st.text(alphabet="aب1 ([{)]}-.,\u200f\u202b\u202e\u202c\u2067\u2069\u0301\u0661\n", max_size=24))
def test_any_text_has_one_level_for_each_character_and_an_order_of_all(text: str) -> None:
    levels = direction.levels(text, direction.base_level(text))

    assert len(levels) == len(text)
    assert sorted(direction.visual_order(levels)) == list(range(len(text)))
