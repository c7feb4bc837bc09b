"""A journal entry, the hash that chains each entry to the entry before in its stream, and the clock for the order."""

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
"""The largest number of digits in a seq that every file can hold."""
LAST_ORDER: Final = 1 << 62
"""The largest order that an entry may have: a stamp of the year 4199. Larger numbers still fit into a file."""
LAST_FOLLOWED: Final = LAST_ORDER - (1 << 40)
"""The largest order that a wall clock or another desk can move this desk's clock to; 2**40 more orders lie above."""


def event_id_of(key: bytes) -> bytes:
    """The id of the event with this key: 16 bytes that do not reveal the key. Another key means another event."""
    return hashlib.sha256(_FORM + b", event" + key).digest()[:_EVENT_ID_LENGTH]


def first_prev(event_id: bytes) -> bytes:
    """The `prev` of the first entry of each stream of this event, in place of the hash of an entry before."""
    return hashlib.sha256(_FORM + b", stream" + event_id).digest()


@dataclass(frozen=True, slots=True)
class Entry:
    """One immutable entry. A stream belongs to one run of one desk; `seq` counts from 1 in each stream without gaps.

    `order` is the hybrid clock's stamp (milliseconds, then a counter) and only serves to sort entries; the body says
    when something happened. `operator`, `desk` and `subject` are ids. `body` is opaque here, and None once it was
    removed; `digest` is the SHA-256 of the body. Entries of one human act have the same `act`.
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
        """The key by which all entries are sorted, the same on every desk."""
        return (self.order, self.stream, self.seq)


def digest_of(body: bytes) -> bytes:
    """The SHA-256 of a body."""
    return hashlib.sha256(body).digest()


def chain_hash(prev: bytes, header: tuple[str | int, ...], digest: bytes) -> bytes:
    """The hash of an entry: SHA-256 over the hash of the entry before, the header's parts and the body's digest.

    The digest stands for the body, so that the body can be removed while the chain still verifies. Each part is hashed
    with its length, so that no text can move from one part to the next.
    """
    parts = [str(part).encode() for part in header]
    sized = b"".join([len(part).to_bytes(4, "big") + part for part in parts])
    return hashlib.sha256(prev + sized + digest).digest()


def sealed(
    *, stream: str, seq: int, order: int, desk: str, operator: str, act: str, kind: str, subject: str,
    body: bytes, prev: bytes,
) -> Entry:  # fmt: skip
    """The entry with its digest and its hash."""
    header = (stream, seq, order, desk, operator, act, kind, subject)
    digest = digest_of(body)
    return Entry(
        stream, seq, order, desk, operator, act, kind, subject, body, digest, prev,
        chain_hash(prev, header, digest),
    )  # fmt: skip


def is_intact(entry: Entry) -> bool:
    """Whether the entry's hash fits its header and digest, and the digest fits the body, where there still is one."""
    header = (
        entry.stream, entry.seq, entry.order, entry.desk, entry.operator, entry.act, entry.kind, entry.subject,
    )  # fmt: skip
    has_its_body = entry.body is None or entry.digest == digest_of(entry.body)
    return has_its_body and entry.hash == chain_hash(entry.prev, header, entry.digest)


@dataclass(frozen=True, slots=True)
class StreamEnd:
    """Where a stream ends: the desk that writes it, its last seq, order and hash."""

    desk: str
    seq: int
    order: int
    hash: bytes

    @classmethod
    def before_the_first(cls, entry: Entry, event_id: bytes) -> StreamEnd:
        """The end of a stream that is still empty and that this entry is to begin."""
        return cls(entry.desk, 0, -1, first_prev(event_id))

    def after(self, entry: Entry) -> StreamEnd:
        """The end of the stream after this entry is added."""
        return StreamEnd(self.desk, entry.seq, entry.order, entry.hash)


class Misfit(Enum):
    """Why an entry cannot stand at the end of a stream."""

    OTHER_EVENT = auto()
    GAP = auto()
    FORK = auto()
    CHANGED = auto()
    DISORDER = auto()


def misfit(end: StreamEnd, entry: Entry, begins_act: Callable[[int], bool]) -> Misfit | None:
    """Why the entry does not continue the stream with this end; None where the entry does.

    `begins_act` tells, for the seq of an earlier entry of the stream, whether that entry begins an act.
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
    """Whether the entry's order is above that of the entry before, and its act has begun in the same stream."""
    return before < entry.order <= LAST_ORDER and is_of_begun_act(entry, begins_act)


def is_of_begun_act(entry: Entry, begins_act: Callable[[int], bool]) -> bool:
    """Whether the entry begins its act, or an earlier entry of its stream does; `begins_act` as for `misfit`."""
    first = first_seq(entry.act, entry.stream)
    if first is None or first > entry.seq:
        return False
    return first == entry.seq or begins_act(first)


def next_order(now_ms: int, last: int) -> int:
    """The next stamp of the hybrid clock: the wall time (ms since 1970) where that moved on, else the last plus 1."""
    return max(min(now_ms << _COUNTER_BITS, LAST_FOLLOWED), last + 1)


def milliseconds_of(order: int) -> int:
    """The milliseconds since 1970 in a stamp of the hybrid clock."""
    return order >> _COUNTER_BITS


def act_id(stream: str, seq: int) -> str:
    """The id of the act whose first entry has this stream and seq."""
    return f"{stream}-{seq}"


def first_seq(act: str, stream: str) -> int | None:
    """The seq of the act's first entry, or None where the act is not one of that stream."""
    of_stream, _, seq = act.rpartition("-")
    if of_stream != stream or not (seq.isascii() and seq.isdigit()) or len(seq) > _MOST_DIGITS:
        return None
    return None if seq.startswith("0") else int(seq)
