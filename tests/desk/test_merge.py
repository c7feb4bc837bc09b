"""One person of two registrations: at desks and doors, in lists that come again, and in what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk import bring_in
from checkin.desk.alike import find_alike
from checkin.desk.compare import compare, who_looks_like
from checkin.desk.correct import correct
from checkin.desk.count import counters
from checkin.desk.find import everybody, find, one
from checkin.desk.merge import merge, separate
from checkin.desk.scan_at_door import scan
from checkin.desk.undo import undo
from checkin.domain.admission import Admitted, Refused
from checkin.domain.delegates import Field
from checkin.domain.presence import Direction
from checkin.errors import CheckinError
from checkin.storage import presence
from tests.desk.seminar import DARA, VUTHY, a_badge, a_delegate, at

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.importing.people.planned import ImportPlan
    from checkin.importing.people.wishes import ListWishes
    from checkin.storage.event_file import EventFile

HEADER = "Reference,Family name,Given name,Position,Phone,Category"
FIRST = "R1,SOK,Sopheap,Director,,P"
SECOND = "R2,SOKH,Sopheap,,012 555 666,P"


def brought_in(file: EventFile, folder: Path, *rows: str, wishes: ListWishes | None = None) -> ImportPlan:
    path = folder / "list.csv"
    path.write_text("\n".join((HEADER, *rows)), encoding="utf-8")
    plan, _ = bring_in.bring_in_at_once(file, DARA, path, lambda _: None, wishes)
    return plan


def counts(plan: ImportPlan) -> tuple[int, int, int, int]:
    return len(plan.new), len(plan.changed), len(plan.same), len(plan.missing)


def ids(file: EventFile) -> tuple[str, str]:
    """The ids of the two whom the list brought, R1 and R2."""
    return one(file, "R1").delegate.id, one(file, "R2").delegate.id


def test_a_list_that_comes_again_makes_nobody_anew_and_changes_nothing_back_and_forth(
    file: EventFile, tmp_path: Path
) -> None:
    brought_in(file, tmp_path, FIRST, SECOND)
    kept, other = ids(file)
    merge(file, DARA, kept, other, {Field.FAMILY_NAME: "SOKH"})

    for _ in range(2):
        assert counts(brought_in(file, tmp_path, FIRST, SECOND)) == (0, 0, 2, 0)
    for row in (FIRST, SECOND):  # of a list that has been cleared up
        assert counts(brought_in(file, tmp_path, row)) == (0, 0, 1, 0)
    (person,) = (each.delegate for each in everybody(file))
    assert (person.reference, person.family_name, person.position, person.phone) == (
        "R1", "SOKH", "Director", "012 555 666",
    )  # fmt: skip


def test_what_a_list_says_anew_of_either_comes_in_but_not_over_what_the_desk_has_kept(
    file: EventFile, tmp_path: Path
) -> None:
    brought_in(file, tmp_path, FIRST, SECOND)
    kept, other = ids(file)
    merging = merge(file, DARA, kept, other)

    new_phone = SECOND.replace("555", "777").replace("SOKH", "SOKHA")
    plan = brought_in(file, tmp_path, FIRST, new_phone)

    (person,) = (each.delegate for each in everybody(file))
    assert counts(plan) == (0, 1, 1, 0)
    assert plan.changed[0].delegate.id == kept
    assert plan.changed[0].kept == {Field.FAMILY_NAME: "SOKHA"}
    assert (person.family_name, person.phone) == ("SOK", "012 777 666")
    assert counts(brought_in(file, tmp_path, FIRST, new_phone)) == (0, 0, 2, 0)
    undo(file, DARA, merging.act)
    apart = {each.delegate.id: each.delegate.phone for each in everybody(file)}
    assert apart == {kept: "", other: "012 777 666"}


def test_two_of_one_name_without_a_reference_stay_one_person_when_the_list_comes_again(
    file: EventFile, tmp_path: Path
) -> None:
    rows = (",CHEA,Vanna,Judge,,P", ",CHEA,Vanna,Clerk,,P")
    brought_in(file, tmp_path, *rows)
    first, second = (each.delegate.id for each in everybody(file))
    merge(file, DARA, first, second)

    assert counts(brought_in(file, tmp_path, *rows)) == (0, 0, 2, 0)
    assert counts(brought_in(file, tmp_path, ",CHEA,Vanna,Minister,,P")) == (0, 1, 0, 0)
    assert len(everybody(file)) == 1


def test_somebody_who_was_merged_is_missing_only_where_the_list_has_none_of_their_rows(
    file: EventFile, tmp_path: Path
) -> None:
    brought_in(file, tmp_path, FIRST, SECOND)
    kept, other = ids(file)
    merge(file, DARA, kept, other)

    plan = brought_in(file, tmp_path, "R9,LIM,Dara,,,P")

    assert [each.id for each in plan.missing] == [kept]


def test_both_badges_are_read_and_are_one_presence(file: EventFile) -> None:
    kept, other = a_delegate(file), a_delegate(file, "SOKH")
    first, second = a_badge(file, kept), a_badge(file, other)

    def read(code: str, minute: float) -> object:
        return scan(file, VUTHY, "opening", code, at(minute), Direction.IN).verdict

    assert isinstance(read(first, 0), Admitted)
    assert isinstance(read(second, 1), Admitted)
    before = presence.occupancy(file.database, "opening")
    act = merge(file, DARA, kept, other).act

    assert (before.inside, presence.occupancy(file.database, "opening").inside) == (2, 1)
    assert isinstance(read(second, 2), Refused)  # already inside, whichever badge
    undo(file, DARA, act)
    assert presence.occupancy(file.database, "opening").inside == 2


def test_counters_count_one_person_and_search_finds_one(file: EventFile) -> None:
    kept, other = a_delegate(file, "SOK", given_name="Dara"), a_delegate(file, "SOKH", given_name="Darra")
    a_badge(file, other)
    merge(file, DARA, kept, other)

    assert [each.delegate.id for each in find(file, "sokh")] == [kept]
    assert [each.delegate.id for each in find(file, "darra")] == [kept]
    counted = counters(file, at(0))
    assert (counted.arrived, counted.registered) == (1, 1)
    assert [each.arrivals.desk is not None for each in everybody(file)] == [True]


def test_a_correction_by_the_old_id_is_the_persons(file: EventFile) -> None:
    kept, other = a_delegate(file), a_delegate(file, "SOKH")
    merge(file, DARA, kept, other)

    corrected = correct(file, DARA, other, {Field.POSITION: "Minister"})

    assert (corrected.delegate.id, corrected.delegate.position) == (kept, "Minister")


def test_those_who_were_separated_are_not_found_alike_and_can_still_be_merged(file: EventFile) -> None:
    kept, other = a_delegate(file, given_name="Dara"), a_delegate(file, given_name="Dara")
    assert [(pair.one.id, pair.other.id) for pair in find_alike(file)] == [(kept, other)]
    separate(file, DARA, kept, other)

    assert find_alike(file) == []
    assert who_looks_like(file, kept) == []
    with pytest.raises(CheckinError):
        separate(file, DARA, other, kept)
    merge(file, DARA, kept, other)
    assert compare(file, kept, other) is None
