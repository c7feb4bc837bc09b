"""The names of delegations: what a list or a search means by them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checkin.domain.programme import Delegation, Event, LocalText
from checkin.text import (
    delegation_named,
    index_words,
    name_of_delegation,
    search_key,
    short_name_of_delegation,
    words_of_same_delegation,
)
from tests.desk.seminar import a_seminar

LAOS = Delegation(
    "LA",
    (
        LocalText.of(
            {"en": "Lao People's Democratic Republic", "fr": "République démocratique populaire lao"}
        ),
        LocalText.of({"en": "Lao PDR", "km": "ឡាវ"}),
    ),
)
JAPAN = Delegation("JP", (LocalText.of("Embassy of H.E. the Ambassador of Japan"),))


def an_event() -> Event:
    return replace(a_seminar(), delegations={"LA": LAOS, "JP": JAPAN})


@pytest.mark.parametrize("text", ["Lao PDR", "LAO PDR", "republique democratique populaire lao", "ឡាវ"])
def test_each_name_means_the_delegation_whatever_its_accents_and_case(text: str) -> None:
    assert delegation_named(an_event(), text) is LAOS
    assert str(name_of_delegation(an_event(), text)) == "Lao People's Democratic Republic"
    assert str(short_name_of_delegation(an_event(), text)) == "Lao PDR"


def test_a_text_that_is_no_name_stays_as_it_is() -> None:
    assert delegation_named(an_event(), "Laos") is None
    assert str(name_of_delegation(an_event(), "Laos")) == "Laos"


@pytest.mark.parametrize("typed", ["pdr", "republique", "demo", "ឡាវ"])
def test_a_word_of_any_name_leads_to_whatever_name_a_list_has_written(typed: str) -> None:
    found = words_of_same_delegation(an_event(), search_key(typed))

    for name in LAOS.names:
        for _, written in name.by_language:
            assert found & set(index_words([written]).split())


def test_words_of_other_delegations_are_left_out() -> None:
    japanese = words_of_same_delegation(an_event(), search_key("japan"))

    assert japanese <= set(index_words([str(JAPAN.names[0])]).split())
    assert japanese
    assert words_of_same_delegation(an_event(), search_key("france")) == frozenset()
