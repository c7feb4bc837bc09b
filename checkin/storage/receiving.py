"""Takes in entries that were written in another file: checks all of them, then writes them in short transactions."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from checkin.domain import journal
from checkin.domain.journal import Misfit, StreamEnd, misfit
from checkin.errors import CheckinError
from checkin.storage import own, projection
from checkin.storage.codec import Decoded, decoded, says_what_its_header_says
from checkin.storage.journal import Appended, begins_act, end_of_stream, parts_of
from checkin.storage.pieces import Piece
from checkin.storage.write_journal import insert, mark_written_elsewhere, open_stream, row_of, wall_ms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checkin.domain.journal import Entry
    from checkin.storage.database import Database

_AHEAD_MS: Final = 3_600_000
"""The time in ms by which a clock may be ahead of this computer's clock before the operator is told."""
_SENTENCES: Final = {
    Misfit.OTHER_EVENT: (
        "These entries are of another event",
        "Nothing was taken in. Look which event the file or the hub belongs to.",
    ),
    Misfit.GAP: (
        "Entries are missing",
        "Entry {place} does not follow on what is known here. Nothing was taken in; exchange with that desk again.",
    ),
    Misfit.FORK: (
        "Two different records carry the same number",
        "Entry {place} contradicts what is known here. Nothing was taken in; keep both files, and ask for help.",
    ),
    Misfit.CHANGED: (
        "An entry was changed after it was written",
        "Entry {place} does not fit its own seal. Nothing was taken in; get it from another desk.",
    ),
    Misfit.DISORDER: (
        "An entry is out of order",
        "Entry {place} has a time, desk or act that cannot follow on what is known here. Nothing was taken in.",
    ),
}


class MisfitError(CheckinError):
    """The error for an entry that does not fit the entries in this file; `why` says in which way."""

    def __init__(self, why: Misfit, entry: Entry) -> None:
        title, message = _SENTENCES[why]
        super().__init__(title, message.format(place=journal.act_id(entry.stream, entry.seq)))
        self.why = why


class Incoming(NamedTuple):
    """An entry that is not in this file yet, and its decoded body."""

    entry: Entry
    decoded: Decoded


def receive(database: Database, entries: Sequence[Entry]) -> CheckinError | None:
    """Write entries from another file into this file, except entries that this file already holds.

    The entries of each stream must be in the order of their seq. All entries are checked before the first is written:
    MisfitError is raised if one does not fit, and then none is written. The entries are written in several short
    transactions, between which the desk can record. Returns a notice for the operator if a clock is wrong, else None.
    """
    (latest,) = database.row("SELECT coalesce(max(last_order), 0) FROM streams")
    new = _new_ones(database, entries)
    piece = Piece(database)
    done = 0
    while done < len(new):
        some = new[done : done + piece.size]
        with database.transaction(batch=True, took=piece.took):
            take_in(database, some)
        done += len(some)
        piece.let_the_desk_in()
    return _clock_that_is_wrong(latest, new)


def take_in(database: Database, some: Iterable[Incoming]) -> None:
    """Write checked entries to the journal, except those already in the file, and bring the tables up to date.

    The caller must have opened a transaction.
    """
    projection.carry_in(database, _written(database, some), latest=False)


def as_incoming(entry: Entry) -> Incoming:
    """Pair the entry with its decoded body, as an `Incoming`."""
    return Incoming(entry, decoded(entry.kind, entry.body))


def _new_ones(database: Database, entries: Iterable[Entry]) -> list[Incoming]:
    """The entries that this file does not hold yet. Raises MisfitError if one does not fit the entries in the file."""
    of_event = own.event_id(database)
    ends: dict[str, StreamEnd] = {}
    new: dict[tuple[str, int], Incoming] = {}
    for entry in entries:
        if entry.stream not in ends:
            known = end_of_stream(database, entry.stream)
            ends[entry.stream] = known[1] if known else StreamEnd.before_the_first(entry, of_event)
        end, place = ends[entry.stream], (entry.stream, entry.seq)
        if place in new or 1 <= entry.seq <= end.seq:
            _require_same(entry, new[place].entry.hash if place in new else _known_hash(database, entry))
            continue
        incoming = as_incoming(entry)
        why = misfit(end, entry, partial(_begins_act, database, new, entry.stream))
        if why is None and not says_what_its_header_says(entry, incoming.decoded):
            why = Misfit.CHANGED
        if why is not None:
            raise MisfitError(why, entry)
        ends[entry.stream] = end.after(entry)
        new[place] = incoming
    return list(new.values())


def _begins_act(database: Database, new: Mapping[tuple[str, int], Incoming], stream: str, seq: int) -> bool:
    """Whether the entry with this stream and seq, from the new entries or from the file, is the first of its act."""
    coming = new.get((stream, seq))
    if coming is None:
        return begins_act(database, stream, seq)
    return coming.entry.act == journal.act_id(stream, seq)


def _known_hash(database: Database, entry: Entry) -> bytes | None:
    known = database.row(
        "SELECT j.hash FROM streams s JOIN journal j ON j.stream = s.no WHERE s.id = ? AND j.seq = ?",
        (entry.stream, entry.seq),
    )
    return None if known is None else known[0]


def _require_same(entry: Entry, known: bytes | None) -> None:
    if known != entry.hash:
        raise MisfitError(Misfit.FORK, entry)


def _written(database: Database, some: Iterable[Incoming]) -> list[Appended]:
    """Write the entries that the file does not hold yet; return the entries that were written.

    Entries that another program wrote since they were checked are skipped.
    """
    rows, appended, streams = [], [], set()
    ends: dict[str, tuple[int, StreamEnd]] = {}
    (number,) = database.row("SELECT coalesce(max(entry), 0) FROM journal")
    for entry, known in some:
        if entry.stream not in ends:
            ends[entry.stream] = end_of_stream(database, entry.stream) or _opened(database, entry)
        stream_no, end = ends[entry.stream]
        if entry.seq <= end.seq:
            _require_same(entry, _known_hash(database, entry))
            continue
        # All else was checked before the transaction began.
        if entry.seq != end.seq + 1 or entry.prev != end.hash:
            raise MisfitError(Misfit.FORK, entry)
        number += 1
        ends[entry.stream] = (stream_no, end.after(entry))
        _, act = parts_of(entry.act)
        rows.append(row_of(number, stream_no, act, entry))
        streams.add(stream_no)
        appended.append(Appended(number, entry.place, entry.act, known.fact, known.is_whole))
    insert(database, rows, appended)
    mark_written_elsewhere(database, streams)
    return appended


def _opened(database: Database, entry: Entry) -> tuple[int, StreamEnd]:
    end = StreamEnd.before_the_first(entry, own.event_id(database))
    return open_stream(database, entry.stream, end, is_written_here=False), end


def _clock_that_is_wrong(latest: int, new: Iterable[Incoming]) -> CheckinError | None:
    """What to tell the operator if a new entry was stamped by a clock over an hour ahead; None otherwise.

    `latest` is the latest stamp (order) that this file held before. Only jumps from one stamp to the next count: a
    clock that is ahead makes a jump, but a desk whose clock is right counts on, one by one, from the latest stamp it
    knows.
    """
    orders = sorted(max(latest, each.entry.order) for each in new)
    jumps = (
        after for before, after in pairwise([latest, *orders]) if journal.milliseconds_of(after - before)
    )
    told_from = wall_ms() + _AHEAD_MS
    if not any(journal.milliseconds_of(order) > told_from for order in jumps):
        return None
    return CheckinError(
        "A clock is wrong",
        "Another desk's clock is more than an hour ahead of this computer's. Everything was taken in, and the times of "
        "arrivals and scans are as that desk's clock had them. Set the clock that is wrong.",
    )
