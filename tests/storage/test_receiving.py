"""Entries of other desks come in whole or not at all, in any order, and while the desk goes on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from checkin.domain import journal as domain
from checkin.domain.facts import ActBegun, BadgeIssued, Corrected, LongAct, Undone
from checkin.domain.journal import LAST_FOLLOWED, LAST_ORDER, Misfit
from checkin.storage import delegates, long_acts, pieces, receiving
from checkin.storage.codec import encode
from checkin.storage.event_file import EventFile
from checkin.storage.receiving import MisfitError
from tests.storage.stories import (
    START,
    Clock,
    a_registration,
    a_scan,
    an_event,
    copied,
    effect,
    entries,
    exchanged,
    findings,
    recorded,
    tables,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checkin.domain.journal import Entry


@pytest.fixture
def other(file: EventFile, tmp_path: Path) -> Iterator[EventFile]:
    """Another desk of the same event, whose clock is right."""
    with copied(file, tmp_path / "other.event") as second:
        yield second


def sealed_again(entry: Entry, **parts: Any) -> Entry:  # noqa: ANN401 - any part of an entry
    """The entry with other parts, under a seal that fits."""
    known = {name: getattr(entry, name) for name in entry.__slots__ if name not in {"digest", "hash"}}
    return domain.sealed(**{**known, **parts})


def written(other: EventFile) -> list[Entry]:
    """Four entries of the other desk: an operator, and three people."""
    known = len(entries(other))
    for n in range(3):
        recorded(other, a_registration(f"d{n}"))
    return entries(other)[known:]


def test_entries_of_another_event_are_refused_with_a_sentence(file: EventFile, tmp_path: Path) -> None:
    with EventFile.create(tmp_path / "gala.event", an_event(), "desk2", "Bopha") as gala:
        recorded(gala, a_registration())
        foreign = entries(gala)
    before = tables(file.database)

    with pytest.raises(MisfitError, match="entries are of another event") as refused:
        file.receive(foreign)

    assert refused.value.why is Misfit.OTHER_EVENT
    assert tables(file.database) == before


@pytest.mark.parametrize(
    ("why", "sentence"),
    [
        pytest.param(Misfit.GAP, "Entries are missing", id="a gap"),
        pytest.param(Misfit.CHANGED, "was changed after it was written", id="a changed body"),
        pytest.param(Misfit.CHANGED, "was changed after it was written", id="a header of another kind"),
        pytest.param(Misfit.CHANGED, "was changed after it was written", id="a header about another person"),
        pytest.param(Misfit.FORK, "contradicts what is known here", id="another entry before it"),
        pytest.param(Misfit.DISORDER, "cannot follow", id="a time that goes back"),
        pytest.param(Misfit.DISORDER, "cannot follow", id="a time after which there is none"),
        pytest.param(Misfit.DISORDER, "cannot follow", id="another desk in the same stream"),
        pytest.param(Misfit.DISORDER, "cannot follow", id="an act that is not its stream's"),
        pytest.param(Misfit.DISORDER, "cannot follow", id="an act of 5,000 digits"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_has_come_in(
    file: EventFile, other: EventFile, why: Misfit, sentence: str, request: pytest.FixtureRequest
) -> None:
    first, second, third = written(other)
    bad = {
        "a gap": [first, third],
        "a changed body": [first, replace(second, body=b'{"delegate":"d7","details":{}}')],
        "a header of another kind": [
            first,
            sealed_again(second, kind="scan_refused", subject="B1", body=encode(a_scan("B1"))),
        ],
        "a header about another person": [first, sealed_again(second, subject="SOK Sopheap")],
        "another entry before it": [first, sealed_again(second, prev=third.hash)],
        "a time that goes back": [first, sealed_again(second, order=first.order)],
        "a time after which there is none": [first, sealed_again(second, order=LAST_ORDER + 1)],
        "another desk in the same stream": [first, sealed_again(second, desk="desk3")],
        "an act that is not its stream's": [first, sealed_again(second, act="other-1")],
        "an act of 5,000 digits": [first, sealed_again(second, act=f"{second.stream}-{'9' * 5000}")],
    }[request.node.callspec.id]
    before, known = tables(file.database), entries(file)

    with pytest.raises(MisfitError, match=sentence) as refused:
        file.receive(bad)

    assert refused.value.why is why
    assert (tables(file.database), entries(file)) == (before, known)
    recorded(file, a_registration("e1"))
    file.receive([first, second, third])
    assert findings(file) == []


def following(before: Entry, **parts: Any) -> Entry:  # noqa: ANN401 - any part of an entry
    """An entry like the other, behind it."""
    return sealed_again(
        before, **{"seq": before.seq + 1, "order": before.order + 1, "prev": before.hash, **parts}
    )


@pytest.mark.parametrize("known", [0, 1, 2])
def test_an_act_begins_with_an_entry_of_its_own_whatever_is_known_already(
    file: EventFile, other: EventFile, known: int
) -> None:
    first = written(other)[0]
    more = following(first)
    astray = following(more, act=domain.act_id(first.stream, more.seq))
    again = following(more)
    file.receive([first, more][:known])
    before = entries(file)

    with pytest.raises(MisfitError, match="cannot follow") as refused:
        file.receive([first, more, astray])

    assert refused.value.why is Misfit.DISORDER
    assert entries(file) == before
    file.receive([first, more, again])
    assert findings(file) == []


def test_a_stream_that_forks_is_refused_whether_it_is_known_here_or_comes_twice(
    file: EventFile, other: EventFile
) -> None:
    first, second, third = written(other)
    forked = sealed_again(second, body=b'{"delegate":"d9","details":{}}')

    with pytest.raises(MisfitError, match="Two different records"):
        file.receive([first, second, forked])
    assert first not in entries(file)
    file.receive([first, second, third])
    with pytest.raises(MisfitError, match="Two different records"):
        file.receive([first, forked])
    assert findings(file) == []


def test_what_is_known_already_is_passed_over(file: EventFile, other: EventFile) -> None:
    known = written(other)
    file.receive([known[0], *known, *known])
    before = tables(file.database)

    file.receive(entries(other))

    assert tables(file.database) == before
    assert len(entries(file)) == len(entries(other))


def test_a_clock_in_2031_is_taken_in_and_told(file: EventFile, tmp_path: Path) -> None:
    of_2031 = 1_924_992_000_000
    file.database.run("VACUUM INTO ?", (str(tmp_path / "other.event"),))
    with EventFile.open(tmp_path / "other.event", "desk2", clock=lambda: of_2031) as other:
        recorded(other, a_registration("d1"))

        notice = file.receive(entries(other))

        assert notice is not None
        assert "A clock is wrong" in str(notice)
        recorded(file, Corrected("d1", {"phone": "1"}))
        other.receive(entries(file))
        assert tables(other.database) == tables(file.database)
    assert findings(file) == []
    assert file.receive(entries(file)) is None


def test_of_clocks_only_the_one_that_is_wrong_is_told(
    file: EventFile, other: EventFile, tmp_path: Path
) -> None:
    of_2031 = 1_924_992_000_000
    file.database.run("VACUUM INTO ?", (str(tmp_path / "wrong.event"),))
    clock = Clock(of_2031)
    with EventFile.open(tmp_path / "wrong.event", "desk3", clock=clock) as wrong:
        recorded(wrong, a_registration("d1"))
        assert "A clock is wrong" in str(file.receive(entries(wrong)))
        recorded(file, Corrected("d1", {"phone": "1"}))
        assert "A clock is wrong" in str(other.receive(entries(file)))

        recorded(file, *(a_registration(f"e{n}") for n in range(200)))
        assert other.receive(entries(file)) is None
        recorded(other, Corrected("d1", {"phone": "2"}))
        assert file.receive(entries(other)) is None
        assert wrong.receive(entries(file)) is None

        clock.now += 60_000
        recorded(wrong, Corrected("d1", {"phone": "3"}))
        assert "A clock is wrong" in str(file.receive(entries(wrong)))
        clock.now = 0  # it was set right
        recorded(wrong, Corrected("d1", {"phone": "4"}))
        assert file.receive(entries(wrong)) is None


def test_a_wrong_clock_is_told_wherever_the_entry_lies_among_those_that_come_in(
    file: EventFile, tmp_path: Path
) -> None:
    file.database.run("VACUUM INTO ?", (str(tmp_path / "other.event"),))
    clock = Clock()
    with EventFile.open(tmp_path / "other.event", "desk2", clock=clock) as other:
        recorded(other, *(a_registration(f"d{n}") for n in range(300)))
        clock.now = 1_924_992_000_000
        recorded(other, a_registration("d300"))
        clock.now = 0
        recorded(other, *(a_registration(f"e{n}") for n in range(300)))

        assert "A clock is wrong" in str(file.receive(entries(other)))
        assert file.receive(entries(other)) is None


@pytest.mark.parametrize(("ahead", "is_told"), [(1, False), ((1 << 16) - 1, False), (1 << 16, True)])
def test_an_entry_jumps_ahead_when_its_clock_has_moved_on_by_itself(
    file: EventFile, other: EventFile, *, ahead: int, is_told: bool
) -> None:
    first, second, third = written(other)
    of_2031 = 1_924_992_000_000 << 16
    second = sealed_again(second, order=of_2031)
    file.receive([first, second])

    notice = file.receive([sealed_again(third, order=of_2031 + ahead, prev=second.hash)])

    assert (notice is not None) is is_told


@pytest.mark.parametrize("order", [LAST_ORDER, LAST_FOLLOWED])
def test_after_an_entry_of_the_last_time_of_all_what_is_recorded_here_fits_elsewhere(
    file: EventFile, other: EventFile, order: int
) -> None:
    *most, last = written(other)
    coming = [*most, sealed_again(last, order=order)]
    file.receive(coming)
    recorded(file, Corrected("d0", {"phone": "1"}))
    recorded(file, Corrected("d0", {"phone": "2"}))

    with copied(file, file.path.with_name("third.event"), "desk3") as third:
        recorded(third, Corrected("d0", {"phone": "3"}))
        exchanged(third, file)
        recorded(file, Corrected("d1", {"phone": "4"}))
        exchanged(file, third)

        assert tables(third.database) == tables(file.database)
        assert findings(third) == []
    assert findings(file) == []


def test_a_clock_beyond_the_last_time_of_all_records_what_fits_elsewhere(
    file: EventFile, tmp_path: Path
) -> None:
    file.database.run("VACUUM INTO ?", (str(tmp_path / "other.event"),))
    with EventFile.open(tmp_path / "other.event", "desk2", clock=lambda: 1 << 50) as other:
        recorded(other, a_registration("d1"))
        recorded(other, a_registration("d2"))

        exchanged(other, file)
        assert findings(other) == []
    assert findings(file) == []


@pytest.mark.parametrize(("ahead_ms", "is_told"), [(3_600_000, False), (3_600_001, True)])
def test_a_clock_is_wrong_when_it_is_more_than_an_hour_ahead(
    file: EventFile, other: EventFile, monkeypatch: pytest.MonkeyPatch, ahead_ms: int, *, is_told: bool
) -> None:
    first, *_ = written(other)
    now = domain.milliseconds_of(first.order) + 10
    monkeypatch.setattr(receiving, "wall_ms", lambda: now)

    notice = file.receive([*entries(other)[:-3], sealed_again(first, order=(now + ahead_ms) << 16)])

    assert (notice is not None) is is_told


def test_a_scan_goes_on_between_the_pieces_of_what_comes_in(
    file: EventFile, other: EventFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded(other, *(a_registration(f"d{n}") for n in range(500)))
    seen: list[int] = []

    def scan_between(_: object) -> None:
        recorded(file, a_scan("B1", len(seen)))
        seen.append(len(list(delegates.everybody(file.database))))

    monkeypatch.setattr(pieces.Piece, "let_the_desk_in", scan_between)
    file.receive(entries(other))

    assert len(seen) > 3
    assert seen == sorted(seen)
    assert 0 < seen[0] < seen[-1] == 500
    assert findings(file) == []


def test_entries_are_numbered_in_this_file_without_gaps(file: EventFile, other: EventFile) -> None:
    recorded(other, *(a_registration(f"d{n}") for n in range(50)))

    file.receive(entries(other))

    numbers = [number for (number,) in file.database.rows("SELECT entry FROM journal ORDER BY entry")]
    assert numbers == list(range(1, len(numbers) + 1))


def test_what_another_program_has_taken_in_meanwhile_and_contradicts_is_refused(
    file: EventFile, other: EventFile
) -> None:
    first, second, third = written(other)
    forked = sealed_again(second, body=b'{"delegate":"d1","details":{}}')
    file.receive([first, second, third])

    with pytest.raises(MisfitError, match="Two different records"), file.transaction():
        receiving.take_in(file.database, [receiving.as_incoming(forked)])


def test_an_entry_that_continues_another_record_than_the_one_taken_in_meanwhile_is_refused(
    file: EventFile, other: EventFile
) -> None:
    first, second, third = written(other)
    file.receive([first, sealed_again(second, body=b'{"delegate":"d1","details":{}}')])

    with pytest.raises(MisfitError, match="Two different records"), file.transaction():
        receiving.take_in(file.database, [receiving.as_incoming(third)])


def test_what_another_program_has_taken_in_meanwhile_is_not_taken_in_twice(
    file: EventFile, other: EventFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded(other, *(a_registration(f"d{n}") for n in range(100)))
    coming = entries(other)
    with EventFile.open(file.path, "desk1") as beside:

        def be_quicker(*_: object) -> None:
            monkeypatch.undo()
            beside.receive(coming)

        monkeypatch.setattr(pieces.Piece, "let_the_desk_in", be_quicker)
        file.receive(coming)

    assert len(list(delegates.everybody(file.database))) == 100
    assert findings(file) == []


def test_a_late_badge_takes_the_scans_of_its_code_with_it(file: EventFile, other: EventFile) -> None:
    recorded(other, a_registration("d1"))
    recorded(other, BadgeIssued("B1", "d1", START))
    *_, registered, issued = entries(other)
    recorded(file, a_scan("B1"))

    file.receive([each for each in entries(other) if each.seq < issued.seq or each.stream != issued.stream])
    stays = "SELECT person FROM stays"
    assert file.database.rows(stays) == [("B1",)]
    file.receive([registered, issued])

    assert file.database.rows(stays) == [("d1",)]
    assert findings(file) == []


# --------------------------------------------------------------------------------------------- acts that were cut short


def cut_short(file: EventFile, delegate: str) -> str:
    """An import of this desk that lacks its end; its act."""
    act = recorded(file, ActBegun(LongAct.IMPORT))
    with file.transaction():
        file.append([a_registration(delegate)], "Bopha", act)
    return act


def test_what_another_desk_has_left_is_told_and_kept_and_can_be_undone_by_hand(
    file: EventFile, other: EventFile
) -> None:
    act = cut_short(other, "d1")
    file.receive(entries(other))
    file.close()

    with EventFile.open(file.path, "desk1") as again:
        assert again.notice is not None
        assert act in again.notice.message
        assert long_acts.unfinished_of_others(again) == (act,)
        assert [each.delegate.id for each in delegates.everybody(again.database)] == ["d1"]
        assert findings(again) == []


def test_a_desk_clears_up_its_own_cut_short_act_and_leaves_another_desks(
    file: EventFile, other: EventFile
) -> None:
    theirs = cut_short(other, "d1")
    file.receive(entries(other))
    cut_short(file, "e1")
    file.close()

    with EventFile.open(file.path, "desk1") as again:
        assert again.notice is not None
        assert "was cut off the last time" in str(again.notice)
        assert "begin it again. An import or badge run of another desk" in again.notice.message
        assert again.notice.message.endswith(f"checkin undo EVENT --act {theirs}")
        assert long_acts.unfinished_of_others(again) == (theirs,)
        assert [each.delegate.id for each in delegates.everybody(again.database)] == ["d1"]


def import_of_three(file: EventFile) -> list[Entry]:
    """What a finished import of this desk has written."""
    act = long_acts.record(
        file, LongAct.IMPORT, [a_registration(f"d{n}") for n in range(3)], "Dara", lambda _: None
    )
    return [entry for entry in entries(file) if entry.act == act]


@pytest.mark.parametrize("is_stream_known", [False, True])
def test_a_desk_that_restored_a_back_up_leaves_its_own_import_that_comes_back_in_parts(
    tmp_path: Path, *, is_stream_known: bool
) -> None:
    first, back_up = tmp_path / "first.event", tmp_path / "restored.event"
    with EventFile.create(first, an_event(), "desk1", "Dara") as file:
        if is_stream_known:
            recorded(file, a_registration("e1"))
        file.database.run("VACUUM INTO ?", (str(back_up),))
        act = import_of_three(file)[0].act
        everything = entries(file)

    with EventFile.open(back_up, "desk1") as restored:
        restored.receive(everything[:-3])
    with EventFile.open(back_up, "desk1") as again:
        assert again.notice is not None
        assert act in again.notice.message
        assert long_acts.unfinished_of_others(again) == (act,)
        again.receive(everything)

        assert long_acts.unfinished_of_others(again) == ()
        assert {"d0", "d1", "d2"} <= {each.delegate.id for each in delegates.everybody(again.database)}
        assert findings(again) == []
    with EventFile.open(back_up, "desk1") as once_more:
        assert once_more.notice is None


def test_a_laptop_that_was_cloned_leaves_the_import_of_the_other_one(file: EventFile, tmp_path: Path) -> None:
    with copied(file, tmp_path / "clone.event", "desk1") as clone:
        *most, _ = import_of_three(file)
        clone.receive(most)
        clone.close()

    with EventFile.open(tmp_path / "clone.event", "desk1") as again:
        assert long_acts.unfinished_of_others(again) == (most[0].act,)
        exchanged(again, file)
        assert len(list(delegates.everybody(file.database))) == 3


def test_what_is_known_already_does_not_make_a_stream_another_files(file: EventFile) -> None:
    cut_short(file, "d1")
    file.receive(entries(file))
    file.close()

    with EventFile.open(file.path, "desk1") as again:
        assert "was cut off the last time" in str(again.notice)
        assert list(delegates.everybody(again.database)) == []


def test_a_back_up_of_a_desk_is_cleared_up_by_that_desk_and_left_by_another(
    file: EventFile, tmp_path: Path
) -> None:
    act = cut_short(file, "d1")

    with copied(file, tmp_path / "elsewhere.event", "desk2") as elsewhere:
        assert long_acts.unfinished_of_others(elsewhere) == (act,)
    with copied(file, tmp_path / "restored.event", "desk1") as restored:
        assert "was cut off the last time" in str(restored.notice)
        assert long_acts.unfinished_of_others(restored) == ()


def test_one_act_that_ended_does_not_hide_another_of_its_stream_that_was_cut_short(file: EventFile) -> None:
    ended = a_registration("d1")
    long_acts.record(file, LongAct.IMPORT, [ended], "Dara", lambda _: None)
    cut_short(file, "e1")
    long_acts.record(file, LongAct.IMPORT, [a_registration("d2")], "Dara", lambda _: None)
    file.close()

    with EventFile.open(file.path, "desk1") as again:
        assert again.notice is not None
        assert {each.delegate.id for each in delegates.everybody(again.database)} == {"d1", "d2"}


def test_an_undo_of_a_part_holds_for_the_rest_that_comes_in_later(file: EventFile, other: EventFile) -> None:
    known = len(entries(other))
    long_acts.record(
        other, LongAct.IMPORT, [a_registration(f"d{n}") for n in range(50)], "Dara", lambda _: None
    )
    coming = entries(other)[known:]
    before = effect(tables(file.database))
    file.receive(coming[:20])
    assert len(list(delegates.everybody(file.database))) > 0
    recorded(file, Undone(coming[0].act))

    file.receive(coming)

    assert effect(tables(file.database)) == before
    assert findings(file) == []
