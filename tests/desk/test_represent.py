"""Substitution: somebody else heads the delegation, and rank does not pass; and the people who belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk.arrive import arrive
from checkin.desk.find import find, registered
from checkin.desk.represent import comes_after_all, represent, represent_by_new, substitutes
from checkin.desk.together import companion_of, company_of, party_of
from checkin.desk.undo import last, undo
from checkin.domain.delegates import Field, Status
from checkin.domain.undoing import AT_ARRIVALS
from checkin.errors import CheckinError
from tests.desk.seminar import DARA, a_delegate, at

if TYPE_CHECKING:
    from checkin.domain.delegates import Delegate
    from checkin.storage.event_file import EventFile


def a_head(file: EventFile) -> str:
    return a_delegate(file, "SOK", delegation="MFAIC", head_of_delegation=True, precedence=3)


def of(file: EventFile, delegate: str) -> Delegate:
    return registered(file, delegate).delegate


def test_a_member_heads_the_delegation_and_keeps_their_own_precedence(file: EventFile) -> None:
    head, member = a_head(file), a_delegate(file, "CHEA", delegation="MFAIC", precedence=9)
    assert [each.delegate.id for each in substitutes(file, head)] == [member]
    represent(file, DARA, head, member)
    away, comes = of(file, head), of(file, member)

    assert (away.status, away.represented_by, away.head_of_delegation) == (Status.EXCUSED, member, False)
    assert (away.precedence, comes.precedence) == (3, 9)
    assert comes.head_of_delegation


def test_one_undo_at_the_desk_takes_the_whole_substitution_back(file: EventFile) -> None:
    head, member = a_head(file), a_delegate(file, "CHEA", delegation="MFAIC")
    before = of(file, head), of(file, member)
    represent(file, DARA, head, member)
    act = last(file, AT_ARRIVALS)
    assert act is not None
    undo(file, DARA, act.id)

    assert (of(file, head), of(file, member)) == before


def test_somebody_of_elsewhere_joins_the_delegation_that_they_head(file: EventFile) -> None:
    head, other = a_head(file), a_delegate(file, "KEM", delegation="MOI")
    represent(file, DARA, head, other)

    assert of(file, other).delegation == "MFAIC"


def test_who_heads_nothing_is_represented_without_a_change_of_the_substitute(file: EventFile) -> None:
    member, other = a_delegate(file, "CHEA", delegation="MFAIC"), a_delegate(file, "KEM", delegation="MOI")
    before = of(file, other)
    represent(file, DARA, member, other)

    assert of(file, other) == before
    assert of(file, member).represented_by == other


def test_a_new_person_is_registered_and_heads_the_delegation_in_one_act(file: EventFile) -> None:
    head = a_head(file)
    done = represent_by_new(file, DARA, head, {Field.FAMILY_NAME: "NEW", Field.CATEGORY: "P"})
    assert done.substitute.delegate.head_of_delegation
    assert done.substitute.delegate.delegation == "MFAIC"
    assert done.substitute.delegate.precedence is None
    undo(file, DARA)

    assert find(file, "NEW") == []
    assert of(file, head).head_of_delegation


def test_a_second_substitute_takes_the_place_of_the_first(file: EventFile) -> None:
    head, one, two = a_head(file), *(a_delegate(file, name, delegation="MFAIC") for name in ("ONE", "TWO"))
    represent(file, DARA, head, one)
    represent(file, DARA, head, two)

    assert [of(file, each).head_of_delegation for each in (head, one, two)] == [False, False, True]
    assert of(file, head).represented_by == two


def test_who_comes_after_all_heads_the_delegation_again(file: EventFile) -> None:
    head, member = a_head(file), a_delegate(file, "CHEA", delegation="MFAIC")
    before = of(file, head), of(file, member)
    represent(file, DARA, head, member)
    comes_after_all(file, DARA, head)

    assert (of(file, head), of(file, member)) == before
    with pytest.raises(CheckinError):
        comes_after_all(file, DARA, head)


def test_nobody_who_is_here_is_represented_and_nobody_who_stays_away_represents(file: EventFile) -> None:
    head, away = a_head(file), a_delegate(file, "KEM", status=Status.DECLINED)
    for substitute in (away, head):
        with pytest.raises(CheckinError):
            represent(file, DARA, head, substitute)
    arrive(file, DARA, [head], at(0))
    with pytest.raises(CheckinError):
        represent_by_new(file, DARA, head, {Field.FAMILY_NAME: "NEW", Field.CATEGORY: "P"})

    assert of(file, head).status is Status.REGISTERED


def test_a_new_substitute_without_a_name_changes_nothing(file: EventFile) -> None:
    head = a_head(file)
    with pytest.raises(CheckinError):
        represent_by_new(file, DARA, head, {Field.CATEGORY: "P"})

    assert of(file, head).head_of_delegation


def test_the_cards_of_a_principal_and_of_a_companion_name_each_other(file: EventFile) -> None:
    head, member = a_head(file), a_delegate(file, "CHEA", delegation="MFAIC")
    spouse = a_delegate(file, "MEAS", accompanies=head)
    represent(file, DARA, head, member)
    principal, companion = company_of(file, of(file, head)), company_of(file, of(file, spouse))
    substitute = company_of(file, of(file, member))

    assert [each.delegate.id for each in principal.companions] == [spouse]
    assert principal.substitute is not None
    assert principal.substitute.delegate.id == member
    assert companion.principal is not None
    assert companion.principal.delegate.id == head
    assert [each.delegate.id for each in substitute.represents] == [head]


def test_a_party_is_the_principal_first_with_those_who_come_along(file: EventFile) -> None:
    head = a_head(file)
    spouse = a_delegate(file, "MEAS", accompanies=head)
    a_delegate(file, "AWAY", accompanies=head, status=Status.CANCELLED)

    for who in (head, spouse):
        assert [each.delegate.id for each in party_of(file, who)] == [head, spouse]


def test_an_accompanying_person_begins_with_what_the_principal_has(file: EventFile) -> None:
    head = a_delegate(file, "SOK", delegation="MFAIC", country="Cambodia", language="km")
    begun = companion_of(of(file, head))

    assert (begun.accompanies, begun.category, begun.delegation) == (head, "P", "MFAIC")
    assert (begun.country, begun.language) == ("Cambodia", "km")
