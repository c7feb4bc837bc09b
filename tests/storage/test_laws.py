"""The laws of the event file: tables are a function of the set of entries, and undo restores what was."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.facts import ActBegun, LongAct, Undone
from checkin.storage import long_acts
from checkin.storage.event_file import EventFile
from tests.storage.stories import (
    FACTS,
    Desks,
    a_registration,
    all_entries,
    entries,
    exchanged,
    findings,
    recorded,
    tables,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checkin.domain.facts import Fact
    from checkin.domain.journal import Entry
    from tests.storage.stories import Tables

# ---------------------------------------------------------------------------------------------------------- any stories


@dataclass(frozen=True, slots=True)
class Records:
    """A desk records facts as one act."""

    desk: int
    facts: list[Fact]


@dataclass(frozen=True, slots=True)
class RecordsMany:
    """A desk records facts as one long act."""

    desk: int
    facts: list[Fact]


@dataclass(frozen=True, slots=True)
class TakesBack:
    """A desk undoes some act that it knows of: its own, another desk's, or an undo."""

    desk: int
    which: int


@dataclass(frozen=True, slots=True)
class Tells:
    """A desk hands all it knows to another."""

    desk: int
    other: int


@dataclass(frozen=True, slots=True)
class ClockMoves:
    """A desk's clock goes forwards or backwards, in milliseconds."""

    desk: int
    by: int


@dataclass(frozen=True, slots=True)
class CutsShort:
    """A desk's program dies in the middle of a long act; the next one clears up, at once or when others know of it."""

    desk: int
    facts: list[Fact]


@dataclass(frozen=True, slots=True)
class Reopens:
    """A desk's program is closed and started again."""

    desk: int


Step: TypeAlias = Records | RecordsMany | TakesBack | Tells | ClockMoves | CutsShort | Reopens

_DESK = st.integers(0, 2)
STEPS: st.SearchStrategy[Step] = (
    st.builds(Records, _DESK, st.lists(FACTS, min_size=1, max_size=3))
    | st.builds(Records, _DESK, st.lists(FACTS, min_size=1, max_size=3))
    | st.builds(RecordsMany, _DESK, st.lists(FACTS, max_size=30))
    | st.builds(TakesBack, _DESK, st.integers(0, 100))
    | st.builds(Tells, _DESK, _DESK)
    | st.builds(ClockMoves, _DESK, st.sampled_from([1, 60_000, -60_000, 3_600_000]))
    | st.builds(CutsShort, _DESK, st.lists(FACTS, max_size=5))
    | st.builds(Reopens, _DESK)
)
STORIES = st.lists(STEPS, min_size=1, max_size=14)


def played(
    story: list[Step], desks: Desks, count: int = 3, drift: Sequence[int] = (0, 0, 0)
) -> list[EventFile]:
    """So many desks live through the story; the clock of each drifts by so many milliseconds a step."""
    known = [desks.another() for _ in range(count)]
    for step in story:
        desk = known[step.desk % count]
        desk.clock.now += drift[step.desk % count]
        match step:
            case Records(_, facts):
                recorded(desk.file, *facts)
            case RecordsMany(_, facts):
                long_acts.record(desk.file, LongAct.IMPORT, facts, "Dara", lambda _: None)
            case TakesBack(_, which):
                by_clock = sorted(entries(desk.file), key=lambda entry: entry.place)
                acts = list(dict.fromkeys(entry.act for entry in by_clock))
                recorded(desk.file, Undone(acts[which % len(acts)]))
                long_acts.finish_undo(desk.file.database)
            case Tells(_, other):
                exchanged(desk.file, known[other % count].file)
            case ClockMoves(_, by):
                desk.clock.now += by
            case CutsShort(_, facts):
                act = recorded(desk.file, ActBegun(LongAct.IMPORT))
                if facts:
                    with desk.file.transaction():
                        desk.file.append(facts, "Bopha", act)
            case Reopens():
                desk.reopen()
    return [desk.file for desk in known]


@contextmanager
def some_desks(template: Path) -> Iterator[Desks]:
    with tempfile.TemporaryDirectory() as folder:
        desks = Desks(Path(folder), template)
        try:
            yield desks
        finally:
            desks.close()


def interleaved(streams: dict[str, list[Entry]], data: st.DataObject) -> Iterator[list[Entry]]:
    """Every stream in the order of its seq, all mixed, in pieces."""
    left = {stream: list(known) for stream, known in sorted(streams.items(), key=lambda each: len(each[1]))}
    while left:
        piece: list[Entry] = []
        for _ in range(data.draw(st.integers(1, 3), label="streams in the piece")):
            if not left:
                break
            stream = data.draw(st.sampled_from(list(left)), label="stream")
            size = data.draw(st.integers(1, len(left[stream])), label="entries")
            piece += left[stream][:size]
            del left[stream][:size]
            if not left[stream]:
                del left[stream]
        yield piece


def rebuilt(streams: dict[str, list[Entry]], desks: Desks) -> Tables:
    """The tables as they are built from the journal alone: a verification has compared them."""
    file = desks.another().file
    for known in streams.values():
        file.receive(known)

    assert findings(file) == []
    return tables(file.database)


@settings(max_examples=50)
@given(story=STORIES, data=st.data())
def test_tables_are_a_function_of_the_set_of_entries(
    template: Path, story: list[Step], data: st.DataObject
) -> None:
    with some_desks(template) as desks:
        streams = all_entries(played(story, desks))
        expected = rebuilt(streams, desks)

        for _ in range(2):
            late = desks.another().file
            for piece in interleaved(streams, data):
                late.receive(piece)

            assert tables(late.database) == expected


@pytest.mark.long
@pytest.mark.parametrize("count", [2, 3])
@settings(max_examples=200)
@given(
    story=st.lists(STEPS, min_size=8, max_size=40),
    drift=st.lists(st.integers(-50, 50), min_size=3, max_size=3),
    data=st.data(),
)
def test_desks_end_equal_whatever_their_clocks_and_the_order_of_what_comes_in(
    template: Path, count: int, story: list[Step], drift: list[int], data: st.DataObject
) -> None:
    """Two hundred stories each of two and of three desks, whose clocks are equal, drift and jump."""
    with some_desks(template) as desks:
        files = played(story, desks, count, drift)
        streams = all_entries(files)
        expected = rebuilt(streams, desks)

        for file in files:
            for piece in interleaved(streams, data):
                file.receive(piece)

            assert tables(file.database) == expected
            assert findings(file) == []


@settings(max_examples=60)
@given(story=STORIES)
def test_what_desks_record_and_hear_of_is_what_a_rebuild_gives(template: Path, story: list[Step]) -> None:
    with some_desks(template) as desks:
        for file in played(story, desks):
            assert findings(file) == []


@settings(max_examples=40)
@given(story=STORIES)
def test_desks_that_have_heard_everything_are_equal(template: Path, story: list[Step]) -> None:
    with some_desks(template) as desks:
        first, second, third = played(story, desks)
        for source, target in ((first, second), (second, third), (third, first), (third, second)):
            exchanged(source, target)

        assert tables(first.database) == tables(second.database) == tables(third.database)


@settings(max_examples=40)
@given(story=STORIES)
def test_what_is_recorded_comes_after_all_that_is_known_whoever_wrote_it(
    template: Path, story: list[Step]
) -> None:
    with some_desks(template) as desks:
        for file in played(story, desks):
            with EventFile.open(file.path, "another program", clock=lambda: 0) as beside:
                for writer in (file, beside, beside, file):
                    known = max(entry.order for entry in entries(file))

                    act = recorded(writer, a_registration())

                    assert [entry.order > known for entry in entries(file) if entry.act == act] == [True]
