from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.domain.delegates import PICTURES, Field
from checkin.errors import CheckinError
from checkin.importing.files.sheet import Sheet
from checkin.importing.people.column_choices import read_choices
from checkin.importing.people.columns import find_heading
from checkin.importing.people.headers import FULL_NAME

if TYPE_CHECKING:
    from checkin.importing.people.heading import Heading


def heading_of(*rows: tuple[str, ...], choices: tuple[str, ...] = ()) -> Heading:
    heading = find_heading(Sheet("", rows), read_choices(choices))
    assert heading is not None
    return heading


def fields_of(*headers: str, choices: tuple[str, ...] = ()) -> list[str | None]:
    heading = heading_of(headers, choices=choices)
    by_index = {column.index: column.field for column in heading.columns}
    return [by_index.get(index) for index in range(len(headers))]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Honorific", Field.HONORIFIC),
        ("head_of_delegation", Field.HEAD_OF_DELEGATION),
        ("ORGANIZATION", Field.ORGANISATION),
        ("Institution/Organisation", Field.ORGANISATION),
        ("Catégorie", Field.CATEGORY),
        ("categorie *", Field.CATEGORY),
        ("Ordre de préséance", Field.PRECEDENCE),
        ("E-mail", Field.EMAIL),
        ("Courriel", Field.EMAIL),
        ("Tél. (portable)", Field.PHONE),
        ("Phone\nnumber", Field.PHONE),
        ("Fonction / Position", Field.POSITION),
        ("ប្រភេទ", Field.CATEGORY),
        ("មុខតំណែង", Field.POSITION),
        ("ក្រសួង / Ministry", Field.ORGANISATION),
        ("លេខទូរស័ព្ទ", Field.PHONE),
        ("Name in Khmer", Field.NATIVE_NAME),
        ("Name (in Khmer script)", Field.NATIVE_NAME),
        ("ឈ្មោះ", Field.NATIVE_NAME),
        ("Nom en khmer", Field.NATIVE_NAME),
        ("Statut", Field.STATUS),
        ("Registration No.", Field.REFERENCE),
        ("No.", None),
        ("Hobby", None),
    ],
)
def test_a_header_is_recognised_in_three_languages(header: str, field: str | None) -> None:
    assert fields_of("Family name", header) == [Field.FAMILY_NAME, field]


# In the exports of ticket systems “Ticket” is a kind of ticket; a ticket code has other headers.
@pytest.mark.parametrize("field", sorted(set(Field) - {Field.TICKET, *PICTURES}))
def test_every_field_is_recognised_by_its_own_name(field: Field) -> None:
    named = field.value.replace("_", " ").capitalize()

    assert field in fields_of("Family name", "Given name", named)


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        (("Name", "Category"), [FULL_NAME, Field.CATEGORY]),
        (("Nom", "Prénom"), [Field.FAMILY_NAME, Field.GIVEN_NAME]),
        (("Nom et prénom", "Pays"), [FULL_NAME, Field.COUNTRY]),
        (("Family name / Given name", "Country"), [FULL_NAME, Field.COUNTRY]),
        (("Full name", "Surname", "First name"), [FULL_NAME, Field.FAMILY_NAME, Field.GIVEN_NAME]),
        (("ឈ្មោះ", "ឈ្មោះជាអក្សរឡាតាំង"), [Field.NATIVE_NAME, FULL_NAME]),
        (("Name", "Phone", "Mobile"), [FULL_NAME, Field.PHONE, Field.PHONE]),
    ],
)
def test_whole_names_are_told_from_names_in_two_columns_and_columns_that_say_the_same_are_both_read(
    headers: tuple[str, ...], fields: list[str | None]
) -> None:
    assert fields_of(*headers) == fields


def test_the_header_row_is_found_below_titles() -> None:
    heading = heading_of(
        ("Kingdom of Cambodia",),
        (),
        ("List of guests", "Name"),
        ("", "No.", "Name", "Position"),
        ("", "1", "Sok", "x"),
    )

    assert heading.row == 3
    assert [column.header for column in heading.columns] == ["Name", "Position"]
    assert heading.ignored == ("No.",)


def test_a_header_of_two_rows_is_read_as_one() -> None:
    heading = heading_of(("Name", "", "Position"), ("Family", "Given name", ""), ("Sok", "Sopheap", "x"))

    assert heading.row == 1
    assert [(column.field, column.header) for column in heading.columns] == [
        (Field.FAMILY_NAME, "Family"),
        (Field.GIVEN_NAME, "Given name"),
        (Field.POSITION, "Position"),
    ]


def test_a_text_as_long_as_a_page_is_no_header() -> None:
    brackets = "(" * 30_000

    assert fields_of("Name", f"{brackets} Category", "Category") == [FULL_NAME, None, Field.CATEGORY]


def test_a_header_is_looked_for_in_the_first_twenty_rows() -> None:
    def lower_by(rows: int) -> Sheet:
        return Sheet("", (((),) * rows) + (("Name", "Category"),))

    assert find_heading(lower_by(19), read_choices(())) is not None
    assert find_heading(lower_by(20), read_choices(())) is None


def test_a_row_without_names_is_no_header() -> None:
    assert find_heading(Sheet("", (("Category", "Country", "Phone"),)), read_choices(())) is None


def test_the_operator_says_what_a_column_holds() -> None:
    assert fields_of("Protokollrang", "Wer", choices=("Protokollrang=precedence", "wer=full_name")) == [
        Field.PRECEDENCE,
        FULL_NAME,
    ]


def test_what_the_operator_says_goes_before_what_is_recognised() -> None:
    assert fields_of("Name", "Title", "Position", choices=("Title=position",)) == [
        FULL_NAME,
        Field.POSITION,
        None,
    ]


def test_a_value_for_all_rows_and_a_header_with_an_equals_sign_are_understood() -> None:
    choices = read_choices(("=category:P", "a=b=email"))

    assert choices.constants == {Field.CATEGORY: "P"}
    assert choices.by_header == {"a=b": Field.EMAIL}


@pytest.mark.parametrize(
    "text", ["Name", "Name=nickname", "=nickname:x", "=full_name:x", "=:x", "", "–=email"]
)
def test_what_is_no_column_is_told_with_the_fields_there_are(text: str) -> None:
    with pytest.raises(CheckinError, match="precedence"):
        read_choices((text,))


def test_no_column_is_read_as_a_photo_even_where_the_operator_says_so() -> None:
    assert Field.PHOTO not in fields_of("Family name", "Given name", "Photo")
    with pytest.raises(CheckinError, match="not understood"):
        read_choices(["Picture=photo"])
