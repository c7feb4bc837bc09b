from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.delegates import Field, NameOrder, Status
from checkin.domain.programme import Category, Event, EventDescription, LocalText
from checkin.domain.rejections import RejectReason
from checkin.importing.people.cells import Cells, tidy

FORUM = Event(
    EventDescription(
        LocalText.of("Forum"), LocalText.of(""), "Asia/Phnom_Penh", date(2026, 11, 2), date(2026, 11, 3)
    ),
    {
        one.code: one
        for one in (
            Category("PARL", "P", LocalText.of({"en": "Parliament", "fr": "Parlement", "km": "រដ្ឋសភា"})),
            Category("P", "G", LocalText.of("Government")),
            Category("VIP", "V", LocalText.of("Guests of honour")),
            Category("WIP", "W", LocalText.of("Crew")),
        )
    },
)
CELLS = Cells(FORUM)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("PARL", "PARL"),
        ("parl", "PARL"),
        ("P", "P"),  # a code goes before a letter
        ("g", "P"),
        ("Parlement", "PARL"),
        ("PARLIAMENT", "PARL"),
        ("រដ្ឋសភា", "PARL"),
        ("government", "P"),
        ("w", "WIP"),
        ("vip", "VIP"),
        ("Press", RejectReason.UNKNOWN_CATEGORY),
        ("", RejectReason.NO_CATEGORY),
    ],
)
def test_a_category_is_known_by_code_letter_or_name(text: str, code: object) -> None:
    assert CELLS.read(Field.CATEGORY, text) == code


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", Status.REGISTERED),
        ("Confirmed", Status.REGISTERED),
        ("registered", Status.REGISTERED),
        ("Annulée", Status.CANCELLED),
        ("canceled", Status.CANCELLED),
        ("declined", Status.DECLINED),
        ("BLOCKED", Status.BLOCKED),
        ("បានលុបចោល", Status.CANCELLED),
        ("perhaps", RejectReason.UNKNOWN_STATUS),
    ],
)
def test_a_status_is_a_word_in_any_of_three_languages(text: str, status: object) -> None:
    assert CELLS.read(Field.STATUS, text) == status


@pytest.mark.parametrize("status", Status)
def test_every_status_is_known_by_its_own_name(status: Status) -> None:
    assert CELLS.read(Field.STATUS, status.value) is status


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", None),
        ("12", 12),
        ("17.5", 17.5),
        ("17,5", 17.5),
        ("១២", 12),
        ("-3", -3),
        ("first", RejectReason.NOT_A_NUMBER),
        ("1st", RejectReason.NOT_A_NUMBER),
        ("nan", RejectReason.NOT_A_NUMBER),
        ("inf", RejectReason.NOT_A_NUMBER),
        ("1_000", RejectReason.NOT_A_NUMBER),
    ],
)
def test_a_precedence_is_a_number(text: str, number: object) -> None:
    assert CELLS.read(Field.PRECEDENCE, text) == number


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        *(
            (text, False)
            for text in ("", "no", "Non", "0", "ទេ", "FALSE", "–", "n/a", "nein", "否", "Member")
        ),
        *((text, True) for text in ("yes", "x", "✓", "1", "Head", "HEAD of delegation")),
        *((text, RejectReason.UNKNOWN_YES_NO) for text in ("VIP", "deputy", "perhaps", "del")),
    ],
)
def test_yes_and_no_are_closed_lists_and_the_words_of_the_header_mean_yes(text: str, is_so: object) -> None:
    assert CELLS.read(Field.HEAD_OF_DELEGATION, text, "Head of delegation") is is_so


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("", NameOrder.FAMILY_FIRST),
        ("family_first", NameOrder.FAMILY_FIRST),
        ("given_first", NameOrder.GIVEN_FIRST),
        ("Given name first", NameOrder.GIVEN_FIRST),
    ],
)
def test_a_name_order_is_read(text: str, order: NameOrder) -> None:
    assert CELLS.read(Field.NAME_ORDER, text) is order


def test_texts_stay_as_they_are() -> None:
    assert CELLS.read(Field.FAMILY_NAME, "de la TOUR") == "de la TOUR"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  SOK\u00a0\n Sopheap\t", "SOK Sopheap"),
        ("E\u0301ric", "Éric"),
        ("a\x00b\x07", "ab"),
        ("\ufeffសុខ\u200bសុភាព\u200b ", "សុខ\u200bសុភាព"),
        ("d’Ivoire  — x", "d’Ivoire — x"),
        ("\u200b", ""),
    ],
)
def test_white_space_is_tidied_and_names_stay_as_typed(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


@given(st.text())
def test_what_is_tidy_stays_so(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
