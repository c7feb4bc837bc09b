"""A journal entry, the hash that chains it to the one before it in its stream, and the clock that orders entries."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

NO_HASH: Final = bytes(32)
"""What the first entry of a stream names as the hash before it."""
_COUNTER_BITS: Final = 16


@dataclass(frozen=True, slots=True)
class Entry:
    """One immutable entry. A stream belongs to one run of one desk; `seq` counts from 1 in it without gaps.

    `order` is the hybrid clock's stamp (milliseconds, then a counter) and only orders; when something happened
    stands in the body. `body` is opaque here. Entries of one human act share `act`.
    """

    stream: str
    seq: int
    order: int
    desk: str
    operator: str
    act: str
    kind: str
    subject: str
    body: bytes
    prev: bytes
    hash: bytes

    @property
    def place(self) -> tuple[int, str, int]:
        """Where it sorts among all entries: the same on every desk."""
        return (self.order, self.stream, self.seq)


def chain_hash(prev: bytes, header: tuple[str | int, ...], body_digest: bytes) -> bytes:
    """SHA-256 over the hash before it, the header's parts and the body's digest.

    The body enters by its digest, so that it can be erased while the chain still verifies; each part with its
    length, so that no text can move from one part to the next.
    """
    parts = [str(part).encode() for part in header]
    sized = b"".join([len(part).to_bytes(4, "big") + part for part in parts])
    return hashlib.sha256(prev + sized + body_digest).digest()


def sealed(
    *, stream: str, seq: int, order: int, desk: str, operator: str, act: str, kind: str, subject: str,
    body: bytes, prev: bytes,
) -> Entry:  # fmt: skip
    """The entry with its hash."""
    header = (stream, seq, order, desk, operator, act, kind, subject)
    digest = hashlib.sha256(body).digest()
    return Entry(
        stream, seq, order, desk, operator, act, kind, subject, body, prev, chain_hash(prev, header, digest)
    )


def is_intact(entry: Entry) -> bool:
    """Whether the entry's hash fits its header and body."""
    header = (
        entry.stream, entry.seq, entry.order, entry.desk, entry.operator, entry.act, entry.kind, entry.subject,
    )  # fmt: skip
    return entry.hash == chain_hash(entry.prev, header, hashlib.sha256(entry.body).digest())


def next_order(now_ms: int, last: int) -> int:
    """The hybrid clock: the wall time in milliseconds since 1970 where it moved on, else one more than the last."""
    return max(now_ms << _COUNTER_BITS, last + 1)


def act_id(stream: str, seq: int) -> str:
    """The id of the act whose first entry this is."""
    return f"{stream}-{seq}"


def first_seq(act: str, stream: str) -> int | None:
    """The seq of the act's first entry, or None where the act is not one of that stream."""
    of_stream, _, seq = act.rpartition("-")
    return int(seq) if of_stream == stream and seq.isascii() and seq.isdigit() else None
