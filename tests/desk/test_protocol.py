"""The order of precedence and the figures of delegations in a real event file, and the acts that change the order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checkin.desk.arrive import arrive
from checkin.desk.bring_in import bring_in_at_once
from checkin.desk.define import amend
from checkin.desk.find import find, in_delegation
from checkin.desk.protocol import move_delegation, move_member, protocol
from checkin.desk.undo import last, undo
from checkin.domain.delegates import Field, Status
from checkin.domain.programme import Delegation, LocalText
from checkin.domain.undoing import OF_DELEGATIONS, OF_EVENT
from checkin.errors import CheckinError
from tests.desk.seminar import DARA, a_delegate, at

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.storage.event_file import EventFile

LAOS = Delegation(
    "LAO",
    (LocalText.of({"en": "Lao PDR", "km": "ឡាវ"}), LocalText.of("Laos"), LocalText.of("LPDR")),
    order=1,
    quota=5,
)
JAPAN = Delegation("JPN", (LocalText.of("Embassy of Japan"),), order=2, quota=3)


@pytest.fixture
def defined(file: EventFile) -> EventFile:
    seen = file.event
    amend(file, DARA, seen, replace(seen, delegations={"LAO": LAOS, "JPN": JAPAN}))
    return file


def order(file: EventFile) -> list[str]:
    return [each.registration.delegate.family_name for each in protocol(file).people]


def test_the_figures_of_a_delegation_hold_members_under_each_of_its_names(defined: EventFile) -> None:
    minister = a_delegate(defined, "VONG", delegation="Laos", head_of_delegation=True)
    a_delegate(defined, "SISO", delegation="ឡាវ")
    a_delegate(defined, "KEO", delegation="lpdr", accompanies=minister)
    a_delegate(defined, "NOY", delegation="Press")
    arrive(defined, DARA, [minister], at(0))
    laos, japan, press = protocol(defined).delegations

    assert (laos.figures.named, laos.figures.unnamed, laos.figures.accompanying) == (3, 2, 1)
    assert laos.figures.arrived == 1
    assert japan.figures.is_only_asked
    assert (press.is_defined, press.figures.named) == (False, 1)


def test_who_accompanies_a_member_belongs_to_the_delegation_also_without_its_name(defined: EventFile) -> None:
    minister = a_delegate(defined, "VONG", delegation="Laos")
    spouse = a_delegate(defined, "KEO", accompanies=minister)
    laos = protocol(defined).delegations[0]

    assert (laos.figures.named, laos.figures.accompanying) == (2, 1)
    assert [each.delegate.id for each in in_delegation(defined, "LPDR")] == [minister, spouse]


def test_a_list_that_writes_the_acronym_changes_nothing(defined: EventFile, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    plans = []
    for name in ("Lao PDR", "LPDR", "ឡាវ", "Embassy of Japan"):
        path.write_text(f"Reference,Family name,Category,Delegation\nR1,VONG,P,{name}", encoding="utf-8")
        plans.append(bring_in_at_once(defined, DARA, path, lambda _: None)[0])

    assert [(len(plan.new), len(plan.changed), len(plan.same)) for plan in plans] == [
        (1, 0, 0), (0, 0, 1), (0, 0, 1), (0, 1, 0),
    ]  # fmt: skip


def test_a_member_is_put_between_two_others_and_one_undo_puts_them_back(defined: EventFile) -> None:
    one, _two, three = (
        a_delegate(defined, name, delegation="Laos", precedence=number)
        for name, number in (("ONE", 1), ("TWO", 2), ("THREE", 3))
    )
    move_member(defined, DARA, three, one)
    assert order(defined) == ["THREE", "ONE", "TWO"]
    move_member(defined, DARA, one, "")
    assert order(defined) == ["THREE", "TWO", "ONE"]
    act = last(defined, OF_DELEGATIONS)
    assert act is not None
    undo(defined, DARA, act.id)

    assert order(defined) == ["THREE", "ONE", "TWO"]


def test_nobody_is_moved_past_the_end_of_their_delegation(defined: EventFile) -> None:
    member = a_delegate(defined, "VONG", delegation="Laos")
    other = a_delegate(defined, "SATO", delegation="Embassy of Japan")
    excused = a_delegate(defined, "KEO", delegation="Laos", status=Status.EXCUSED)
    for who, before in ((other, member), (excused, member)):
        with pytest.raises(CheckinError):
            move_member(defined, DARA, who, before)

    assert move_member(defined, DARA, member, "") == ""
    assert order(defined) == ["VONG", "SATO"]


def test_a_delegation_is_moved_as_one_act_that_both_pages_undo(defined: EventFile) -> None:
    a_delegate(defined, "VONG", delegation="Laos")
    a_delegate(defined, "SATO", delegation="Embassy of Japan")
    move_delegation(defined, DARA, "JPN", "LAO")
    assert order(defined) == ["SATO", "VONG"]
    act = last(defined, OF_DELEGATIONS)
    assert act == last(defined, OF_EVENT)
    assert act is not None
    undo(defined, DARA, act.id)

    assert order(defined) == ["VONG", "SATO"]
    with pytest.raises(CheckinError):
        move_delegation(defined, DARA, "Press", "")


def test_without_numbers_the_rows_of_the_newest_list_decide(defined: EventFile, tmp_path: Path) -> None:
    a_delegate(defined, "WALK-IN", delegation="Laos")
    path = tmp_path / "list.csv"
    head = "Reference,Family name,Given name,Category,Delegation,Position"
    for rows in (
        ("R1,ONE,A,P,Laos,", "R2,TWO,B,P,LPDR,", "R3,THREE,C,P,Lao PDR,"),
        ("R3,THREE,C,P,Lao PDR,Minister", "R1,ONE,A,P,Laos,Aide", "R2,TWO,B,P,LPDR,Aide"),
    ):
        path.write_text("\n".join((head, *rows)), encoding="utf-8")
        bring_in_at_once(defined, DARA, path, lambda _: None)

    assert order(defined) == ["THREE", "ONE", "TWO", "WALK-IN"]


@pytest.mark.parametrize("text", ["lpdr", "Laos", "ឡាវ", "Lao PDR", "lpdr vong", "vong laos", "lp vo"])
def test_a_search_finds_a_member_by_each_name_of_the_delegation(defined: EventFile, text: str) -> None:
    member = a_delegate(defined, "VONG", delegation="Lao PDR")
    a_delegate(defined, "SATO", delegation="Embassy of Japan")

    assert [each.delegate.id for each in find(defined, text)] == [member]


def test_a_name_that_is_added_to_a_delegation_finds_its_members_at_once(defined: EventFile) -> None:
    member = a_delegate(defined, "SATO", **{Field.DELEGATION: "Embassy of Japan"})
    assert find(defined, "Nippon") == []
    seen = defined.event
    named = replace(JAPAN, names=(*JAPAN.names, LocalText.of("Nippon")))
    _, act = amend(defined, DARA, seen, replace(seen, delegations={**seen.delegations, "JPN": named}))
    assert [each.delegate.id for each in find(defined, "Nippon")] == [member]
    undo(defined, DARA, act)

    assert find(defined, "Nippon") == []
