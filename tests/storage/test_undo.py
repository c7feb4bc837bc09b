"""Undo: what was comes back, whatever the act was and whenever the undo comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.badges import Revocation
from checkin.domain.facts import Arrived, BadgeIssued, BadgeRevoked, LongAct, Undone
from checkin.domain.programme import LocalText
from checkin.errors import CheckinError
from checkin.storage import acts, badges, delegates, long_acts, numbers, pieces, projection
from tests.storage.stories import (
    FACTS,
    START,
    Desks,
    a_registration,
    a_room,
    a_scan,
    at,
    copied,
    effect,
    entries,
    findings,
    recorded,
    tables,
    undone,
)
from tests.storage.test_laws import some_desks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checkin.domain.facts import Fact
    from checkin.storage.event_file import EventFile
    from tests.storage.stories import Tables


class CancelledError(Exception):
    """The operator has enough."""


MANY = 450
"""Enough for an undo to be carried into the tables in pieces."""

ACTS = st.lists(FACTS, min_size=1, max_size=4)


@settings(max_examples=60)
@given(before=st.lists(ACTS, max_size=5), act=ACTS.filter(lambda act: not _issues(act)))
def test_undo_of_an_act_restores_what_was(template: Path, before: list[list[Fact]], act: list[Fact]) -> None:
    with some_desks(template) as desks:
        file = desks.another().file
        for facts in before:
            recorded(file, *facts)
        was = effect(tables(file.database))

        undone(file, recorded(file, *act))

        assert _without_badges_of_undone_registrations(tables(file.database), act) == (
            _without_badges_of_undone_registrations(was, act)
        )


def _issues(act: list[Fact]) -> bool:
    return any(isinstance(fact, BadgeIssued) for fact in act)


def _without_badges_of_undone_registrations(known: Tables, act: list[Fact]) -> Tables:
    """A registration that is undone revokes the badges that were issued to nobody before it."""
    taken_back = {fact.subject for fact in act if fact.kind == "registered"}
    kept = [row for row in known["badges"] if row[1] not in taken_back]
    return {**effect(known), "badges": kept}


@settings(max_examples=60)
@given(before=st.lists(ACTS, max_size=5), act=ACTS)
def test_undo_of_an_undo_brings_the_act_back(
    template: Path, before: list[list[Fact]], act: list[Fact]
) -> None:
    with some_desks(template) as desks:
        file = desks.another().file
        for facts in before:
            recorded(file, *facts)
        done = recorded(file, *act)
        was = effect(tables(file.database))

        undone(file, undone(file, done))

        assert effect(tables(file.database)) == was


@settings(max_examples=30)
@given(before=st.lists(ACTS, max_size=3), act=ACTS, data=st.data())
def test_an_undo_that_comes_in_before_its_act_is_valid(
    template: Path, before: list[list[Fact]], act: list[Fact], data: st.DataObject
) -> None:
    with some_desks(template) as desks:
        file = desks.another().file
        for facts in before:
            recorded(file, *facts)
        done = recorded(file, *act)
        known = entries(file)
        other = _heard_of(desks, file)
        undone(other, done)
        new = [entry for entry in entries(other) if entry.stream not in {old.stream for old in known}]

        late = desks.another().file
        late.receive(new)
        while known:
            size = data.draw(st.integers(1, len(known)))
            late.receive(known[:size])
            del known[:size]

        assert tables(late.database) == tables(other.database)
        assert findings(late) == []


def _heard_of(desks: Desks, source: EventFile) -> EventFile:
    other = desks.another().file
    other.receive(entries(source))
    return other


def test_a_badge_whose_issue_was_undone_is_revoked_and_not_unknown(file: EventFile) -> None:
    recorded(file, a_registration())

    undone(file, recorded(file, BadgeIssued("B1", "d1", START)))

    known = badges.by_code(file.database, "B1")
    assert known is not None
    assert known.revoked == Revocation.ISSUE_UNDONE
    registration = delegates.by_id(file.database, "d1")
    assert registration is not None
    assert registration.badge is None


def test_an_undone_scan_takes_the_arrival_that_the_door_noted_with_it(file: EventFile) -> None:
    recorded(file, a_registration(), BadgeIssued("B1", "d1", START))
    was = effect(tables(file.database))

    undone(file, recorded(file, a_scan("B1")))

    assert effect(tables(file.database)) == was


def test_an_undone_change_of_the_programme_brings_the_former_one_back(file: EventFile) -> None:
    assert file.event.sessions["opening"].room == LocalText.of("Apsara")
    change = recorded(file, a_room("Bayon"))
    assert file.event.sessions["opening"].room == LocalText.of("Bayon")

    undo = undone(file, change)

    assert file.event.sessions["opening"].room == LocalText.of("Apsara")
    undone(file, undo)
    assert file.event.sessions["opening"].room == LocalText.of("Bayon")


def test_a_programme_that_was_rolled_back_is_not_remembered(file: EventFile) -> None:
    def move_and_fail() -> None:
        with file.transaction():
            file.append([a_room("Bayon")], "Dara")
            assert file.event.sessions["opening"].room == LocalText.of("Bayon")
            raise CancelledError

    with pytest.raises(CancelledError):
        move_and_fail()

    recorded(file, a_room("Chaktomuk"))

    assert file.event.sessions["opening"].room == LocalText.of("Chaktomuk")


# ------------------------------------------------------------------------------------------------------------ long acts


def many(count: int = MANY) -> list[Fact]:
    """A list of invented delegates, and the arrival of every second one."""
    registered: list[Fact] = [a_registration(f"d{n}", f"SOK{n}") for n in range(count)]
    return registered + [Arrived(f"d{n}", at(-60), "desk 1") for n in range(0, count, 2)]


def test_a_long_act_is_undone_and_brought_back_whole(file: EventFile) -> None:
    before = effect(tables(file.database))
    act = long_acts.record(file, LongAct.IMPORT, many(), "Dara", lambda _: None)
    after = effect(tables(file.database))

    undo = undone(file, act)
    assert effect(tables(file.database)) == before
    assert findings(file) == []

    undone(file, undo)
    assert effect(tables(file.database)) == after
    assert findings(file) == []


def test_two_large_undos_are_carried_in_whole_however_they_are_left(file: EventFile) -> None:
    while not recorded(file, a_registration("d0")).endswith("-8"):
        pass  # the later act is to come first in the order of ids
    before = effect(tables(file.database))
    first = long_acts.record(file, LongAct.IMPORT, many(), "Dara", lambda _: None)
    others = [a_registration(f"e{n}", f"KEO{n}") for n in range(MANY)]
    second = long_acts.record(file, LongAct.IMPORT, others, "Dara", lambda _: None)
    recorded(file, Undone(second))
    with file.transaction():
        projection.drain(file.database, 100)
    recorded(file, Undone(first))

    long_acts.finish_undo(file.database)

    assert effect(tables(file.database)) == before
    assert findings(file) == []
    with file.transaction():
        assert not projection.drain(file.database, 100)


def test_a_large_undo_that_was_cut_off_is_finished_at_the_next_open(file: EventFile) -> None:
    before = effect(tables(file.database))
    recorded(file, Undone(long_acts.record(file, LongAct.IMPORT, many(), "Dara", lambda _: None)))
    file.close()

    with type(file).open(file.path, "desk1") as again:
        assert effect(tables(again.database)) == before
        assert findings(again) == []


def test_the_desk_goes_on_between_the_pieces_of_a_large_undo(
    file: EventFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded(file, Undone(long_acts.record(file, LongAct.IMPORT, many(), "Dara", lambda _: None)))
    left: list[int] = []
    monkeypatch.setattr(
        pieces.Piece, "let_the_desk_in", lambda _: left.append(numbers.number_of_all(file.database))
    )

    long_acts.finish_undo(file.database)

    assert len(left) > 2
    assert left == sorted(left, reverse=True)
    assert findings(file) == []


def test_a_large_undo_of_another_desk_is_carried_in(file: EventFile, tmp_path: Path) -> None:
    other = copied(file, tmp_path / "other.event")
    act = long_acts.record(file, LongAct.IMPORT, many(), "Dara", lambda _: None)
    undone(file, act)

    other.receive(entries(file))

    with other:
        assert list(delegates.everybody(other.database)) == []
        assert findings(other) == []


def test_a_long_act_is_one_act(file: EventFile) -> None:
    act = long_acts.record(file, LongAct.IMPORT, many(), "Dara", lambda _: None)

    known = acts.by_id(file.database, act)
    assert known is not None
    assert known.size == MANY * 3 // 2 + 2
    assert not known.is_undone


def test_progress_tells_how_many_are_recorded(file: EventFile) -> None:
    told: list[int] = []

    long_acts.record(file, LongAct.IMPORT, many(), "Dara", told.append)

    assert told == sorted(set(told))
    assert told[-1] == MANY * 3 // 2


@pytest.mark.parametrize("after", [1, 100, 400])
def test_a_long_act_that_is_cancelled_leaves_nothing_of_itself(file: EventFile, after: int) -> None:
    recorded(file, a_registration("d0", "CHEA"))
    before = effect(tables(file.database))

    def cancel(done: int) -> None:
        if done >= after:
            raise CancelledError

    with pytest.raises(CancelledError):
        long_acts.record(file, LongAct.IMPORT, [a_registration(f"e{n}") for n in range(MANY)], "Dara", cancel)

    assert effect(tables(file.database)) == before
    assert findings(file) == []


def test_a_long_act_whose_facts_run_into_trouble_leaves_nothing_of_itself(file: EventFile) -> None:
    before = effect(tables(file.database))

    def torn() -> list[Fact]:
        raise CheckinError("The list is torn", "Choose another.")

    with pytest.raises(CheckinError, match="torn"):
        long_acts.record(
            file, LongAct.IMPORT, (fact for part in (many, torn) for fact in part()), "Dara", lambda _: None
        )

    assert effect(tables(file.database)) == before


def test_a_long_act_that_is_undone_while_it_goes_on_ends_and_leaves_nothing(file: EventFile) -> None:
    before = effect(tables(file.database))

    def undo_it(done: int) -> None:
        if done < 100:
            (begun,) = (entry.act for entry in entries(file) if entry.kind == "act_begun")
            recorded(file, Undone(begun))

    with pytest.raises(CheckinError, match="undone meanwhile"):
        long_acts.record(file, LongAct.IMPORT, many(), "Dara", undo_it)

    assert effect(tables(file.database)) == before
    assert findings(file) == []


def test_facts_of_a_long_act_are_made_of_what_is_recorded_when_they_are(file: EventFile) -> None:
    recorded(file, *(a_registration(f"d{n}") for n in range(60)))

    def a_badge_each() -> Iterator[Fact]:
        for n in range(60):
            known = delegates.by_id(file.database, f"d{n}")
            if known is not None and known.badge is None:
                yield BadgeIssued(f"B{n}", f"d{n}", START)

    def the_desk_is_quicker(done: int) -> None:
        if done == 20:
            recorded(file, BadgeIssued("BX", "d20", START), BadgeRevoked("B0"))

    long_acts.record(file, LongAct.ISSUE, a_badge_each(), "Dara", the_desk_is_quicker)

    assert [badge.code for badge in badges.of_delegate(file.database, "d20")] == ["BX"]
