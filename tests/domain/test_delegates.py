"""Delegates: their fields, names, details and arrivals."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.codes import NotOurs, read
from checkin.domain.delegates import (
    NUMBERS,
    YES_OR_NO,
    Arrival,
    Arrivals,
    Delegate,
    Field,
    NameOrder,
    Sex,
    Status,
    new_delegate_id,
    typed,
)
from tests.domain.examples import a_delegate, at

VALUES: dict[Field, st.SearchStrategy[Any]] = {
    Field.NAME_ORDER: st.sampled_from(NameOrder),
    Field.STATUS: st.sampled_from(Status),
    Field.SEX: st.sampled_from(Sex),
    Field.PRECEDENCE: st.none() | st.floats(allow_nan=False) | st.integers(),
    **dict.fromkeys(YES_OR_NO, st.booleans()),
}
texts = st.text(max_size=20)
delegates = st.builds(Delegate, st.just("d1"), **{field.value: VALUES.get(field, texts) for field in Field})


def test_every_field_is_an_attribute_of_a_delegate_in_that_order() -> None:
    assert [field.name for field in fields(Delegate)] == ["id", *(field.value for field in Field), "own"]


def test_numbers_and_flags_are_the_fields_that_are_kept_as_such() -> None:
    empty = Delegate("d1")

    assert {field for field in Field if isinstance(getattr(empty, field.value), bool)} == YES_OR_NO
    assert {field for field in Field if getattr(empty, field.value) is None} == NUMBERS


@given(delegates)
def test_details_make_the_same_delegate_again(delegate: Delegate) -> None:
    assert Delegate.of("d1", delegate.details()) == delegate


@given(delegates, delegates)
def test_details_set_over_another_delegate_change_those_fields_only(
    before: Delegate, after: Delegate
) -> None:
    details = after.details()
    changed = before.with_details(details)

    assert all(
        getattr(changed, field.value) == getattr(after if field in details else before, field.value)
        for field in Field
    )


def test_a_badge_shows_the_latin_name_alone_where_that_was_chosen_and_there_is_one() -> None:
    both = Delegate(
        "d1", family_name="YOSHINO", native_name="𠮷野", native_honorific="様", native_position="議長"
    )
    alone = both.with_details({Field.LATIN_ONLY: True}).on_badge
    native = replace(both, family_name="", latin_only=True)

    assert both.on_badge == both
    assert (alone.native_name, alone.native_honorific, alone.native_position) == ("", "", "議長")
    assert native.on_badge == native


def test_an_empty_registration_has_no_details() -> None:
    empty = Delegate("d1")

    assert empty.details() == {}
    assert not empty.attention
    assert not empty.head_of_delegation
    assert empty.is_expected


def test_details_hold_a_status_and_a_name_order_as_words_too() -> None:
    delegate = a_delegate().with_details({Field.STATUS: "declined", Field.NAME_ORDER: "given_first"})

    assert delegate.status is Status.DECLINED
    assert delegate.name_order is NameOrder.GIVEN_FIRST


@pytest.mark.parametrize(
    ("field", "value"), [(Field.STATUS, "vip"), (Field.NAME_ORDER, ""), (Field.STATUS, None)]
)
def test_a_word_that_is_no_status_or_name_order_is_an_error(field: Field, value: str | None) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        a_delegate().with_details({field: value})


def test_all_other_values_are_kept_as_they_are() -> None:
    assert typed(Field.FAMILY_NAME, " SOK ") == " SOK "
    assert typed(Field.PRECEDENCE, 3.5) == 3.5


@pytest.mark.parametrize(
    ("parts", "latin_name", "name"),
    [
        pytest.param({}, "SOK Dara", "SOK Dara", id="family name first"),
        pytest.param({"name_order": NameOrder.GIVEN_FIRST}, "Dara SOK", "Dara SOK", id="given name first"),
        pytest.param({"given_name": ""}, "SOK", "SOK", id="one name only"),
        pytest.param({"native_name": "សុខ ដារ៉ា"}, "SOK Dara", "SOK Dara", id="in both scripts"),
        pytest.param(
            {"family_name": "", "given_name": "", "native_name": "សុខ ដារ៉ា"},
            "",
            "សុខ ដារ៉ា",
            id="in the native one",
        ),
        pytest.param({"family_name": "", "given_name": ""}, "", "", id="no name"),
    ],
)
def test_a_delegate_is_called_by_name(parts: dict[str, Any], latin_name: str, name: str) -> None:
    delegate = a_delegate(**parts)

    assert delegate.latin_name == latin_name
    assert delegate.name == name


@pytest.mark.parametrize("status", Status)
def test_only_who_is_registered_is_expected(status: Status) -> None:
    assert a_delegate(status=status).is_expected == (status is Status.REGISTERED)


def test_ids_differ_and_none_is_taken_for_a_badge() -> None:
    ids = {new_delegate_id() for _ in range(1000)}

    assert len(ids) == 1000
    assert all(re.fullmatch("d[2-9a-z]{10}", each) for each in ids)
    assert {type(read(each, b"key")) for each in ids} == {NotOurs}


@pytest.mark.parametrize(
    ("arrivals", "earliest"),
    [
        (Arrivals(), None),
        (Arrivals(desk=Arrival(at(0), "desk 1")), Arrival(at(0), "desk 1")),
        (Arrivals(door=Arrival(at(0), "door 1")), Arrival(at(0), "door 1")),
        (Arrivals(Arrival(at(5), "desk 1"), Arrival(at(0), "door 1")), Arrival(at(0), "door 1")),
        (Arrivals(Arrival(at(0), "desk 1"), Arrival(at(5), "door 1")), Arrival(at(0), "desk 1")),
        (Arrivals(Arrival(at(0), "desk 1"), Arrival(at(0), "door 1")), Arrival(at(0), "desk 1")),
    ],
)
def test_the_earliest_arrival_counts(arrivals: Arrivals, earliest: Arrival | None) -> None:
    assert arrivals.earliest == earliest


def test_a_field_of_the_events_own_is_kept_by_its_code_and_gone_when_it_is_empty() -> None:
    delegate = a_delegate().with_details({"vehicle": "2A-1234", "seats": 2, "armed": False})

    assert delegate.own == {"vehicle": "2A-1234", "seats": 2, "armed": False}
    assert delegate.value("vehicle") == "2A-1234"
    assert delegate.value("never heard of") == ""
    assert delegate.with_details({"vehicle": "", "seats": None}).own == {"armed": False}
    assert Delegate.of("d1", delegate.details()) == delegate


@pytest.mark.parametrize(
    ("delegate", "name", "other"),
    [
        pytest.param(
            a_delegate(honorific="H.E.", native_honorific="ឯកឧត្តម", native_name="សុខ ដារ៉ា"),
            "H.E. SOK Dara",
            "ឯកឧត្តម សុខ ដារ៉ា",
            id="each name has the title of its script",
        ),
        pytest.param(
            a_delegate(honorific="H.E.", native_name="សុខ ដារ៉ា"),
            "H.E. SOK Dara",
            "សុខ ដារ៉ា",
            id="a title is missing",
        ),
        pytest.param(
            Delegate("d1", honorific="H.E.", native_honorific="ឯកឧត្តម", native_name="សុខ ដារ៉ា"),
            "ឯកឧត្តម សុខ ដារ៉ា",
            "",
            id="only a native name",
        ),
        pytest.param(
            Delegate("d1", honorific="H.E.", native_name="សុខ ដារ៉ា"),
            "សុខ ដារ៉ា",
            "",
            id="a Latin title never stands before a native name",
        ),
    ],
)
def test_a_title_never_crosses_to_the_name_of_the_other_script(
    delegate: Delegate, name: str, other: str
) -> None:
    assert delegate.titled_name == name
    assert delegate.titled_other_name == other
