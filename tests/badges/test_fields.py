from __future__ import annotations

from dataclasses import replace

import pytest

from checkin.badges import FIELDS, face_of
from checkin.badges.fields import BY_NAME, han_language
from checkin.domain.codes import Code
from checkin.domain.delegates import Delegate, NameOrder
from checkin.domain.programme import Delegation, FieldKind, LocalText, OwnField, ShownOn
from tests.badges.examples import FORUM, a_badge, in_languages

NO_PHOTO = LocalText.of({"en": "No photograph", "fr": "Pas de photo"})
FORMER_FACE = "6d9e0ecff31cf9e4d063a634d6b46031"
"""The face of the badge of these tests before there were photos."""


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


@pytest.mark.parametrize(
    "change",
    [
        {"family_name": "Sokh"},
        {"honorific": "Dr."},
        {"native_honorific": "លោក"},
        {"native_name": "សុខ"},
        {"position": "Deputy"},
        {"public_note": "Seat B9"},
        {"delegation": "ASEAN"},
    ],
)
def test_the_face_of_a_badge_changes_with_what_is_drawn_of_the_person(change: dict[str, object]) -> None:
    assert face_of(a_badge(**change), FORUM) != face_of(a_badge(), FORUM)


def test_the_face_of_a_badge_changes_with_its_code_and_with_letter_and_colour_of_the_category() -> None:
    badge = a_badge()
    others = (
        replace(badge, code=Code("B" + "1" * 15)),
        replace(badge, category=replace(badge.category, letter="Z")),
        replace(badge, category=replace(badge.category, colour="#000000")),
    )

    assert len({face_of(each, FORUM) for each in (badge, *others)}) == 4


def test_the_face_of_a_badge_is_that_of_the_person_and_of_nothing_around() -> None:
    badge = a_badge()
    renamed = replace(
        badge, category=replace(badge.category, name=LocalText.of("Another name of the category"))
    )
    title = replace(FORUM, description=replace(FORUM.description, title=LocalText.of("Another title")))
    private = replace(
        badge, delegate=replace(badge.delegate, nationality="Thai", phone="1", private_note="x")
    )

    faces = {face_of(badge, FORUM), face_of(renamed, FORUM), face_of(badge, title), face_of(private, FORUM)}
    assert len(faces) == 1


def test_a_delegation_is_called_by_the_first_of_its_names() -> None:
    names = (LocalText.of({"en": "Ministry of Foreign Affairs", "km": "ក្រសួងការបរទេស"}), LocalText.of("MFAIC"))
    event = replace(FORUM, delegations={"mfaic": Delegation("mfaic", names)})

    shown = {
        BY_NAME["delegation"].value(a_badge(delegation=text), event) for text in ("mfaic", "ក្រសួងការបរទេស")
    }
    assert shown == {names[0].in_language(event.description.language)}
    assert BY_NAME["delegation"].value(a_badge(delegation="ASEAN"), event) == "ASEAN"


def test_the_face_of_a_badge_changes_with_the_photo_and_is_the_former_one_without_it() -> None:
    none, one, other = (a_badge(photo=digest) for digest in ("", "0" * 64, "1" * 64))

    assert len({face_of(each, FORUM) for each in (none, one, other)}) == 3
    assert face_of(none, FORUM) == FORMER_FACE


def test_a_badge_shows_the_fields_of_the_event_that_badges_show_and_its_face_changes_with_them() -> None:
    def a_field(code: str, kind: FieldKind = FieldKind.TEXT, *, private: bool = False) -> OwnField:
        return OwnField(code, LocalText.of(code.title()), kind, (NO_PHOTO,), (ShownOn.BADGE,), private)

    fields = (
        a_field("photograph", FieldKind.CHOICE),
        a_field("coach", FieldKind.NUMBER),
        a_field("helper", FieldKind.YES_NO),
        a_field("paid", FieldKind.YES_NO),
        a_field("car", private=True),
        OwnField("menu", LocalText.of("Menu")),
    )
    event = replace(in_languages("fr"), fields={each.code: each for each in fields})
    values = {"coach": 3.0, "helper": True, "paid": False, "car": "2A", "menu": "Fish"}
    badge = a_badge(own={"photograph": "No photograph", **values})

    assert BY_NAME["own"].value(badge, event) == "Pas de photo · Coach 3 · Helper"
    assert BY_NAME["own"].value(a_badge(own=values), FORUM) == ""
    assert face_of(badge, event) != face_of(a_badge(own=values), event)
