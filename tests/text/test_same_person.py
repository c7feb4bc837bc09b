"""Who may be one person, and why; how many are found of those who are, and how many of those who are not."""

from __future__ import annotations

import random

import pytest

from checkin.domain.alike import Why
from checkin.domain.delegates import Delegate, Sex
from checkin.text import alike
from tests.text.invented_pairs import HELD_OUT, KINDS, told_of, true_pairs, unrelated_pairs


def _found(one: dict[str, object], other: dict[str, object]) -> tuple[tuple[Why, ...], float]:
    """Why two people may be one, and the score; () and 0 if they are not told."""
    pairs = alike([Delegate("d1", **one), Delegate("d2", **other)])  # type: ignore[arg-type]
    return (pairs[0].reasons, pairs[0].score) if pairs else ((), 0.0)


def _names(*texts: str) -> list[dict[str, object]]:
    """People by family and given name, between which stands a comma, or by a native name."""
    return [
        {"family_name": text.split(", ")[0], "given_name": text.split(", ")[1]} if ", " in text
        else {"native_name": text}
        for text in texts
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Sok, Dara", "SOK, dara", Why.SAME_NAME),
        ("Müller, Zoë", "Mueller, Zoe", Why.SPELT_OTHERWISE),
        ("Sok, Dara", "H.E. Sok, Dara", Why.SPELT_OTHERWISE),
        ("Sok, Dara", "Dara, Sok", Why.ORDER),
        ("Sok, Sopheap", "Sok, So Pheap", Why.JOINED),
        ("Chea, Phally", "Jea, Faly", Why.SOUND),
        ("Wang, Xiaoming", "Wong, Xiaoming", Why.SOUND),
        ("Al-Hassan, Mohammed", "Al Hasan, Muhamad", Why.SOUND),
        ("Nowak, Piotr", "Nowrak, Piotr", Why.LETTER),
        ("Smith, John", "Smith, J.", Why.INITIAL),
        ("Nguyễn, Minh Tuấn", "Nguyen, T.", Why.INITIAL),
        ("Berg, Nils", "Berg, Nils J.", Why.ADDED),
        ("Wang, Xiaoming", "王晓明", Why.OTHER_SCRIPT),
        ("ដារ៉ា សុខ", "ដារា\u200bសុខ", Why.JOINED),
        ("张伟", "張偉", Why.SPELT_OTHERWISE),
    ],
)
def test_names_that_may_be_one_persons_are_told_with_the_reason(one: str, other: str, why: Why) -> None:
    reasons, score = _found(*_names(one, other))

    assert reasons == (why,)
    assert 0.5 <= score <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sok, Dara", "Sok, Bopha"),
        ("Nguyễn, Văn Anh", "Nguyễn, Văn Hùng"),
        ("Sok, Dara", "Chea, Dara"),
        ("王晓明", "王晓红"),
        ("Sok, Dara", "សុខ សុភាព"),
        ("Smith, J.", "Smyth, K."),
    ],
)
def test_other_names_are_other_people(one: str, other: str) -> None:
    assert _found(*_names(one, other)) == ((), 0.0)


def test_who_shares_an_address_or_a_number_may_be_one_person() -> None:
    one, other = _names("Sok, Dara", "Novák, Jiří")

    assert _found(one | {"email": "DARA@example.org"}, other | {"email": "dara+2@example.org"})[0] == (
        Why.ADDRESS,
    )
    assert _found(one | {"phone": "+855 12 345 678"}, other | {"phone": "012 345 678"})[0] == (Why.NUMBER,)
    assert _found(one | {"phone": "12 34"}, other | {"phone": "1234"}) == ((), 0.0)


def test_an_office_that_many_share_is_no_reason() -> None:
    names = _names("Sok, Dara", "Novák, Jiří", "Haddad, Layla", "Trần, Minh", "Rossi, Giulia")
    office = [Delegate(f"d{at}", **each, email="office@example.org") for at, each in enumerate(names)]  # type: ignore[arg-type]

    assert alike(office) == []
    assert alike([*office, Delegate("d9", family_name="Dara", given_name="Sok", email="office@example.org")])


def test_whoever_accompanies_somebody_is_somebody_else() -> None:
    one, other = _names("Sok, Dara", "Novák, Jiří")
    shared = {"email": "dara@example.org"}

    assert _found(one | shared, other | shared | {"accompanies": "d1"}) == ((), 0.0)


def test_what_differs_beside_the_name_speaks_against() -> None:
    one, other = _names("Sok, Dara", "Sok, Dary")
    _, nothing_known = _found(one, other)
    _, elsewhere = _found(one | {"organisation": "Lake Bank"}, other | {"organisation": "Sky Press"})
    _, there_too = _found(one | {"organisation": "Lake Bank"}, other | {"organisation": "LAKE BANK"})

    assert elsewhere < nothing_known < there_too
    assert _found(one | {"sex": Sex.MALE}, other | {"sex": Sex.FEMALE}) == ((), 0.0)
    assert _found(one | {"native_name": "សុខ ដារ៉ា"}, other | {"native_name": "សុខ សុភាព"}) == ((), 0.0)


def test_a_name_that_many_have_is_no_slip_of_the_pen() -> None:
    families = ("Sok", "Chea", "Keo", "Meas", "Prak", "Ouk", "Heng", "Pich", "Mony", "Tep", "Ros", "Touch")
    people = [
        Delegate(f"{given}{family}", family_name=family, given_name=given, organisation=given)
        for family in families
        for given in ("Dara", "Dary")
    ]

    assert alike(people) == []


def test_the_likeliest_come_first() -> None:
    names = _names("Sok, Dara", "Sok, Darra", "Sok, Dara Rin", "Dara, Sok")
    pairs = alike([Delegate(f"d{at}", **each) for at, each in enumerate(names)])  # type: ignore[arg-type]

    assert [pair.score for pair in pairs] == sorted((pair.score for pair in pairs), reverse=True)
    assert len({(pair.one.id, pair.other.id) for pair in pairs}) == len(pairs)


def test_nearly_all_who_are_one_are_found_and_hardly_any_who_are_not() -> None:
    dice = random.Random(2026)  # noqa: S311 - invented people
    real = list(true_pairs(dice, 150, KINDS))
    held_out = list(true_pairs(dice, 60, HELD_OUT, first=10_000))
    unrelated = list(unrelated_pairs(dice, 600, first=20_000))
    told, missed = told_of(real + held_out + unrelated)

    assert sum(pair.kind in KINDS for pair in missed) <= 0.02 * len(real), missed
    assert sum(pair.kind in HELD_OUT for pair in missed) <= 0.05 * len(held_out)
    assert sum(not pair.kind for pair in told) <= 0.01 * len(unrelated)
