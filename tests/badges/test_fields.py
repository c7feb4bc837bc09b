from __future__ import annotations

import pytest

from checkin.badges import FIELDS
from checkin.badges.fields import BY_NAME, han_language
from checkin.domain.delegates import Delegate, NameOrder
from tests.badges.examples import FORUM, a_badge, in_languages


def value(field: str, language: str = "en", **details: object) -> str:
    return BY_NAME[field].value(a_badge(**details), in_languages(language))


def test_every_field_has_a_name_a_label_and_a_sample_of_its_own() -> None:
    assert len(BY_NAME) == len(FIELDS) == len({field.label for field in FIELDS})
    assert all(field.sample for field in FIELDS)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_every_field_is_text_also_of_an_empty_registration(field) -> None:  # noqa: ANN001
    empty = dict.fromkeys(
        ("honorific", "family_name", "given_name", "native_name", "position", "organisation", "country"), ""
    )

    assert isinstance(field.value(a_badge(**empty), FORUM), str)


@pytest.mark.parametrize(
    ("field", "details", "expected"),
    [
        ("name", {}, "Sok Sopheap"),
        ("name", {"name_order": NameOrder.GIVEN_FIRST}, "Sopheap Sok"),
        ("second_name", {}, "សុខ សុភាព"),
        ("name", {"family_name": "", "given_name": ""}, "សុខ សុភាព"),
        ("second_name", {"family_name": "", "given_name": ""}, ""),
        ("represents", {}, "Cambodia"),
        ("represents", {"country": "", "delegation": "ASEAN"}, "ASEAN"),
        ("code", {}, "B7K2-9QXM-4TZD-0V5N"),
        ("letter", {}, "M"),
    ],
)
def test_a_field_shows_what_was_registered_as_it_was_typed(field: str, details: dict, expected: str) -> None:
    assert value(field, **details) == expected


def test_the_events_own_texts_are_in_its_first_language() -> None:
    assert value("category", "km") == "ក្រសួង"
    assert value("event", "km") == "វេទិកាសន្តិសុខ"
    assert value("event", "fr") == "Security Cooperation: Challenges and Prospects"


@pytest.mark.parametrize(
    ("country", "language", "han"),
    [
        ("Japan", "", "ja"),
        (" japan ", "en", "ja"),
        ("Republic of Korea", "", "ko"),
        ("China", "", ""),
        ("", "ja", "ja"),
    ],
)
def test_the_country_or_the_language_decides_the_forms_of_han(country: str, language: str, han: str) -> None:
    assert han_language(Delegate("d1", country=country, language=language)) == han
