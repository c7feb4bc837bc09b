"""The codes that are proposed for new sessions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.programme import LocalText
from checkin.domain.session_codes import proposed_session_code

CODE = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
texts = st.dictionaries(st.sampled_from(["", "en", "fr", "km"]), st.text(max_size=300)).map(LocalText.of)
codes = st.sets(
    st.sampled_from(["opening", "Opening", "OPENING-2", "session-1", "opening-3", "a"]) | st.text(max_size=5)
)


@pytest.mark.parametrize(
    ("title", "taken", "code"),
    [
        ("Opening", (), "opening"), ("Opening", ("opening",), "opening-2"),
        ("Opening", ("OPENING", "opening-2"), "opening-3"),
        ("Topic 1: Traditional security issues", (), "topic-1"), ("Cérémonie d'ouverture", (), "ceremonie-d-ouverture"),
        ("សន្តិសុខ", (), "session-1"), ("安全", ("session-1",), "session-2"), (": late", (), "late"),
        ("Security cooperation in the Asia-Pacific Region", (), "security-cooperation-in"),
        ({"km": "បើក", "fr": "Ouverture"}, (), "ouverture"), ("x" * 300, (), "x" * 24),
    ],
)  # fmt: skip
def test_a_code_is_short_and_says_what_the_session_is(
    title: str | dict[str, str], taken: tuple[str, ...], code: str
) -> None:
    assert proposed_session_code(LocalText.of(title), taken) == code


@given(texts, codes)
def test_a_proposed_code_is_plain_short_and_free(title: LocalText, taken: set[str]) -> None:
    code = proposed_session_code(title, taken)

    assert CODE.fullmatch(code)
    assert len(code) < 30
    assert code.casefold() not in {each.casefold() for each in taken}
