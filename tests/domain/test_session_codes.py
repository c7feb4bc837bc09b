"""Codes that are proposed for new sessions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.programme import LocalText
from checkin.domain.session_codes import free_code, proposed


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Opening", "opening"),
        ("The Opening of the Forum", "opening-forum"),
        ("Cérémonie d'ouverture", "ceremonie-ouverture"),
        ("Minister's lunch", "minister-lunch"),
        ("Expert talk A", "expert-talk-a"),
        ("The A", "a"),
        ("Session 3: Regional security and cooperation", "session-3-regional"),
        ("Internationalisation: Zusammenarbeitsverträge", "internationalisation"),
        ("សន្តិសុខ", "session-1"),
        ("安全", "session-1"),
        ("2027", "session-1"),
        ("", "session-1"),
        ("Session", "session-1"),
    ],
)
def test_a_code_is_short_and_tells_of_the_title(title: str, code: str) -> None:
    assert proposed(LocalText.of(title), ()) == code


def test_the_english_title_goes_before_the_others() -> None:
    title = LocalText.of({"km": "ការបើក", "fr": "Ouverture", "en": "Opening"})

    assert proposed(title, ()) == "opening"
    assert proposed(LocalText.of({"km": "ការបើក", "fr": "Ouverture"}), ()) == "ouverture"


def test_a_code_that_is_taken_gets_a_number() -> None:
    assert proposed(LocalText.of("Coffee"), ["COFFEE", "coffee-2"]) == "coffee-3"
    assert proposed(LocalText.of("安全"), ["session-1"]) == "session-2"
    assert [free_code("Talk", taken) for taken in ([], ["TALK-2", "talk-3"])] == ["Talk-2", "Talk-4"]


@given(st.text(max_size=80), st.sets(st.sampled_from(["a", "a-2", "session-1", "b"])))
def test_any_title_gets_a_code_that_is_free_and_can_be_typed(title: str, taken: set[str]) -> None:
    code = proposed(LocalText.of(title), taken)

    assert code not in taken
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", code)
