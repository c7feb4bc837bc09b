"""The acts on record tell when they were done as the people who did them would."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from checkin.domain.admission import ExitAlert, Left, Refusal, Refused
from checkin.domain.facts import ActBegun, BadgeIssued, BadgePrinted, BadgeRevoked, Corrected, LongAct
from checkin.storage import acts
from checkin.storage.event_file import EventFile
from checkin.storage.moments import to_ms
from checkin.storage.write_journal import wall_ms
from tests.storage.stories import START, a_registration, a_scan, an_event, copied, entries, recorded, undone

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.domain.acts import Act
    from checkin.domain.facts import Fact


def act_of(file: EventFile, *facts: Fact) -> Act:
    known = acts.by_id(file.database, recorded(file, *facts))
    assert known is not None
    return known


def test_an_act_is_of_the_wall_time_that_its_facts_tell(file: EventFile) -> None:
    badge = act_of(file, a_registration("d1"), BadgeIssued("B1", "d1", START))
    scan = act_of(file, a_scan("B1", minute=7))

    assert (badge.at, scan.at) == (START, START + timedelta(minutes=7))


def test_an_act_whose_facts_tell_no_time_is_of_the_wall_time_at_which_it_was_recorded(tmp_path: Path) -> None:
    with (
        EventFile.create(
            tmp_path / "a.event", an_event(), "desk1", "Dara", clock=lambda: to_ms(START)
        ) as file,
        copied(file, tmp_path / "b.event") as other,  # by a clock that is weeks ahead
    ):
        recorded(other, a_registration("d9"))
        file.receive(entries(other))

        assert act_of(file, a_registration("d1")).at == START
        assert act_of(file, BadgeRevoked("B1"), BadgeRevoked("B2")).at == START


def test_the_time_of_recording_is_written_once_and_only_where_no_fact_tells_a_time(file: EventFile) -> None:
    recorded(file, a_registration("d1"), a_registration("d2"))
    recorded(file, a_scan("B1"))

    bodies = [entry.body or b"" for entry in entries(file)[-3:]]
    assert [b"recorded_at" in body for body in bodies] == [True, False, False]


def test_the_clock_that_orders_entries_is_this_computers_in_milliseconds() -> None:
    assert abs(wall_ms() - time.time() * 1000) < 5000


def kinds_of(file: EventFile) -> list[str]:
    return [act.facts[0].kind for act in acts.standing_newest_first(file.database, "desk1")]


def test_what_changed_nothing_is_passed_over_on_the_way_back(file: EventFile) -> None:
    recorded(file, a_registration("d1"), BadgeIssued("B1", "d1", START))
    before = kinds_of(file)
    recorded(file, BadgePrinted("B1", START))
    for minute in range(30):
        recorded(file, a_scan("B1", minute, verdict=Refused(Refusal.FULL)))
    undone(file, recorded(file, Corrected("d1", {"phone": "1"})))

    assert kinds_of(file) == before == ["registered", "defined"]


def test_of_exits_without_an_entry_the_last_twenty_are_looked_at_in_their_place(file: EventFile) -> None:
    for minute in range(30):
        recorded(file, a_scan("B1", minute, verdict=Left(ExitAlert.NO_ENTRY)))
    recorded(file, a_registration("d1"))
    recorded(file, a_scan("B1", 31, verdict=Left(ExitAlert.NO_ENTRY)))

    assert kinds_of(file) == ["left_without_entry", "registered", *["left_without_entry"] * 19, "defined"]


def test_acts_with_an_entry_of_one_kind_are_found_whichever_desk_did_them(
    file: EventFile, tmp_path: Path
) -> None:
    replaced = recorded(file, a_registration("d1"), BadgeIssued("B1", "d1", START), BadgeRevoked("B1"))
    recorded(file, Corrected("d1", {"phone": "1"}))
    with copied(file, tmp_path / "other.event") as other:
        lost = recorded(other, BadgeRevoked("B2"))
        file.receive(entries(other))

    assert [act.id for act in acts.of_kind(file.database, "badge_revoked")] == [replaced, lost]
    assert list(acts.of_kind(file.database, "badge_printed")) == []


def test_acts_of_other_desks_are_theirs(file: EventFile, tmp_path: Path) -> None:
    recorded(file, a_registration("d1"))
    with copied(file, tmp_path / "other.event") as other:
        recorded(other, a_registration("d2"))
        file.receive(entries(other))

    subjects = [act.facts[0].subject for act in acts.newest_first(file.database, "desk1")]
    assert subjects == ["d1", ""]
    assert [act.facts[0].subject for act in acts.newest_first(file.database, "desk2")] == ["d2"]
    assert list(acts.newest_first(file.database, "nobody's")) == []


def test_the_act_to_undo_is_found_by_an_index_that_refused_scans_are_not_in(file: EventFile) -> None:
    for question, index in ((acts._WITH_EFFECT, "acts_with_effect"), (acts._EXITS, "exits_without_entry")):
        plan = file.database.rows(
            f"EXPLAIN QUERY PLAN {question} ORDER BY j.entry DESC LIMIT 1", (9, 1, "desk1")
        )

        assert index in " ".join(row[-1] for row in plan)


def test_a_long_act_is_shown_by_its_first_fifty_facts_and_by_all_of_its_size(file: EventFile) -> None:
    people = [ActBegun(LongAct.IMPORT), *(a_registration(f"e{n}") for n in range(60))]
    act = act_of(file, *people)

    assert (act.facts, act.size) == (tuple(people[:50]), 61)
    assert acts.by_id(file.database, "no act") is None
    assert acts.by_id(file.database, "nostream-1") is None


@pytest.mark.parametrize("people", [1, 49, 50, 51, 120])
def test_all_facts_of_an_act_of_a_desk_are_read(file: EventFile, people: int) -> None:
    facts = [a_registration(f"f{n}") for n in range(people)]
    act = act_of(file, *facts)

    assert (act.facts, act.size) == (tuple(facts), people)


@pytest.mark.parametrize("people", [2, 60])
def test_only_the_id_of_an_act_finds_it(file: EventFile, people: int) -> None:
    act = act_of(file, *(a_registration(f"e{n}") for n in range(people)))
    stream, _, seq = act.id.rpartition("-")

    assert acts.by_id(file.database, f"{stream}-{int(seq) + 1}") is None
    assert acts.by_id(file.database, f"{stream}-0{seq}") is None
    assert acts.by_id(file.database, f"{stream}-{'9' * 5000}") is None


def test_what_this_desk_did_before_others_came_in_is_found(file: EventFile, tmp_path: Path) -> None:
    first = recorded(file, a_registration("d1"))
    with copied(file, tmp_path / "other.event", "another") as other:
        recorded(other, a_registration("d2"))
        file.receive(entries(other))

    assert first in [act.id for act in acts.newest_first(file.database, file.desk)]


def test_a_desk_that_did_nothing_yet_does_not_read_what_others_did(file: EventFile, tmp_path: Path) -> None:
    with copied(file, tmp_path / "fresh.event", "a fresh desk") as fresh:
        for number in range(300):
            recorded(file, a_registration(f"d{number}"))
        fresh.receive(entries(file))
        recorded(fresh, a_registration("mine"))
        steps: list[int] = []
        fresh.database.peewee.connection().set_progress_handler(lambda: steps.append(1), 20)

        assert len(list(acts.standing_newest_first(fresh.database, "a fresh desk"))) == 1
        assert len(steps) < 60


def test_an_undo_of_certain_kinds_looks_back_over_thousands_of_others_but_not_for_ever(
    file: EventFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    corrected = recorded(file, Corrected("d1", {}))
    for minute in range(10):
        recorded(file, a_scan(minute=minute))
    monkeypatch.setattr(acts, "_FLOOR", acts._FLOOR.replace(f"LIMIT {acts._LOOKED_BACK}", "LIMIT 11"))
    monkeypatch.setattr(acts, "_NEAR", 3)

    def found() -> list[str]:
        known = acts.standing_newest_first(file.database, "desk1", (Corrected.kind,))
        return [act.id for act in known]

    assert found() == [corrected]
    recorded(file, a_scan(minute=11))
    assert found() == []


def test_a_long_act_is_found_however_much_was_done_after_it(
    file: EventFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported = recorded(file, ActBegun(LongAct.IMPORT))
    for minute in range(10):
        recorded(file, a_scan(minute=minute))
    monkeypatch.setattr(acts, "_FLOOR", acts._FLOOR.replace(f"LIMIT {acts._LOOKED_BACK}", "LIMIT 5"))
    monkeypatch.setattr(acts, "_NEAR", 3)
    steps: list[int] = []
    file.database.peewee.connection().set_progress_handler(lambda: steps.append(1), 20)

    found = acts.standing_newest_first(file.database, "desk1", (ActBegun.kind,))
    assert [act.id for act in found] == [imported]
    assert len(steps) < 60


def test_scans_are_found_for_some_sessions_alone(file: EventFile) -> None:
    one, two = recorded(file, a_scan(minute=1)), recorded(file, a_scan(minute=2, session="o'clock"))

    def found(*sessions: str) -> list[str]:
        known = acts.standing_newest_first(file.database, "desk1", ("scanned",), sessions)
        return [act.id for act in known]

    assert found("opening") == [one]
    assert found("o'clock") == [two]
    assert found("opening", "o'clock") == [two, one]
    assert found("nowhere") == []
