"""The journal entry, the hash that links it to the previous entry of its stream, and the clock that orders entries."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

KEY_LENGTH: Final = 32
"""The length of the event key in bytes."""
_EVENT_ID_LENGTH: Final = 16
_FORM: Final = b"checkin journal, form 1"
_COUNTER_BITS: Final = 16
_MOST_DIGITS: Final = 18
"""The largest number of digits in a seq that fits into every file."""
LAST_ORDER: Final = 1 << 62
"""The largest order that an entry may have: a stamp of the year 4199.

Even larger numbers would still fit into the event file.
"""
LAST_FOLLOWED: Final = LAST_ORDER - (1 << 40)
"""The largest order to which a wall clock or another desk can move this desk's clock.

This leaves 2**40 larger orders for the entries that follow.
"""


def event_id_of(key: bytes) -> bytes:
    """The id of the event with this key: 16 bytes that do not reveal the key. Different keys give different ids."""
    return hashlib.sha256(_FORM + b", event" + key).digest()[:_EVENT_ID_LENGTH]


def first_prev(event_id: bytes) -> bytes:
    """The value of `prev` in the first entry of every stream of this event.

    That entry has no earlier entry whose hash it could hold.
    """
    return hashlib.sha256(_FORM + b", stream" + event_id).digest()


@dataclass(frozen=True, slots=True)
class Entry:
    """One immutable entry of the journal.

    A stream holds the entries that one desk writes from one start of the program to its end; `seq` counts from 1 in
    each stream without gaps. `order` is a stamp of the hybrid clock (milliseconds since 1970, then a 16-bit counter)
    and only serves to sort entries; the body says when something happened.
    `operator`, `desk` and `subject` are ids. `body` is not interpreted in this module, and is None once it was removed;
    `digest` is the SHA-256 of the body. Entries of one act have the same `act`.
    """

    stream: str
    seq: int
    order: int
    desk: str
    operator: str
    act: str
    kind: str
    subject: str
    body: bytes | None
    digest: bytes
    prev: bytes
    hash: bytes

    @property
    def place(self) -> tuple[int, str, int]:
        """The key by which entries are sorted: order, stream and seq. It is the same on every desk."""
        return (self.order, self.stream, self.seq)


def digest_of(body: bytes) -> bytes:
    """The SHA-256 digest of an entry's body."""
    return hashlib.sha256(body).digest()


def chain_hash(prev: bytes, header: tuple[str | int, ...], digest: bytes) -> bytes:
    """The hash of an entry: SHA-256 over the previous entry's hash, the parts of the header and the body's digest.

    The digest stands for the body, so that the body can be removed while the chain still verifies. Each part is hashed
    together with its length. Otherwise text moved from the end of one part to the start of the next would not show.
    """
    parts = [str(part).encode() for part in header]
    sized = b"".join([len(part).to_bytes(4, "big") + part for part in parts])
    return hashlib.sha256(prev + sized + digest).digest()


def sealed(
    *, stream: str, seq: int, order: int, desk: str, operator: str, act: str, kind: str, subject: str,
    body: bytes, prev: bytes,
) -> Entry:  # fmt: skip
    """Make an entry from these values, and compute its digest and its hash."""
    header = (stream, seq, order, desk, operator, act, kind, subject)
    digest = digest_of(body)
    return Entry(
        stream, seq, order, desk, operator, act, kind, subject, body, digest, prev,
        chain_hash(prev, header, digest),
    )  # fmt: skip


def is_intact(entry: Entry) -> bool:
    """Whether the entry's hash fits its header and digest, and its digest fits the body if there still is one."""
    header = (
        entry.stream, entry.seq, entry.order, entry.desk, entry.operator, entry.act, entry.kind, entry.subject,
    )  # fmt: skip
    has_its_body = entry.body is None or entry.digest == digest_of(entry.body)
    return has_its_body and entry.hash == chain_hash(entry.prev, header, entry.digest)


@dataclass(frozen=True, slots=True)
class StreamEnd:
    """The present end of a stream (a chain of entries): its desk, and the seq, order and hash of its last entry."""

    desk: str
    seq: int
    order: int
    hash: bytes

    @classmethod
    def before_the_first(cls, entry: Entry, event_id: bytes) -> StreamEnd:
        """The end of an empty stream, to which this entry can be added as the first."""
        return cls(entry.desk, 0, -1, first_prev(event_id))

    def after(self, entry: Entry) -> StreamEnd:
        """The end of the stream after this entry was added."""
        return StreamEnd(self.desk, entry.seq, entry.order, entry.hash)


class Misfit(Enum):
    """The reasons why an entry cannot be added at the end of a stream."""

    OTHER_EVENT = auto()
    GAP = auto()
    FORK = auto()
    CHANGED = auto()
    DISORDER = auto()


def misfit(end: StreamEnd, entry: Entry, begins_act: Callable[[int], bool]) -> Misfit | None:
    """The reason why the entry cannot be added at this end of a stream; None if it can.

    `begins_act` is given the seq of an earlier entry of the stream, and returns whether that entry begins an act.
    """
    if entry.seq != end.seq + 1:
        return Misfit.GAP
    if not is_intact(entry):
        return Misfit.CHANGED
    if entry.prev != end.hash:
        return Misfit.OTHER_EVENT if entry.seq == 1 else Misfit.FORK
    if entry.desk != end.desk or not is_in_order(end.order, entry, begins_act):
        return Misfit.DISORDER
    return None


def is_in_order(before: int, entry: Entry, begins_act: Callable[[int], bool]) -> bool:
    """Whether the entry's order is above `before`, the previous entry's order, and its act began in the same stream."""
    return before < entry.order <= LAST_ORDER and is_of_begun_act(entry, begins_act)


def is_of_begun_act(entry: Entry, begins_act: Callable[[int], bool]) -> bool:
    """Whether the act of this entry began with the entry itself or with an earlier entry of the same stream.

    `begins_act` is as for `misfit`.
    """
    first = first_seq(entry.act, entry.stream)
    if first is None or first > entry.seq:
        return False
    return first == entry.seq or begins_act(first)


def next_order(now_ms: int, last: int) -> int:
    """The next stamp of the hybrid clock, which follows the wall time but never goes back.

    The stamp is made from `now_ms` (milliseconds since 1970) if that gives more than `last`, the last stamp. Otherwise
    it is `last` + 1.
    """
    return max(min(now_ms << _COUNTER_BITS, LAST_FOLLOWED), last + 1)


def milliseconds_of(order: int) -> int:
    """The time that an entry's `order` (a stamp of the hybrid clock) contains, in milliseconds since 1970."""
    return order >> _COUNTER_BITS


def act_id(stream: str, seq: int) -> str:
    """The id of the act whose first entry has this seq in this stream."""
    return f"{stream}-{seq}"


def first_seq(act: str, stream: str) -> int | None:
    """The seq of the first entry of the act; None if the act does not belong to this stream."""
    of_stream, _, seq = act.rpartition("-")
    if of_stream != stream or not (seq.isascii() and seq.isdigit()) or len(seq) > _MOST_DIGITS:
        return None
    return None if seq.startswith("0") else int(seq)
