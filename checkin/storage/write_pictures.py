"""Writes the bytes of pictures, such as photos: new pictures, and pictures that another copy of the event file brings.

No picture is ever deleted, because the journal keeps the fact that names the picture, and an undo can be undone.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from checkin.storage import pictures
from checkin.storage.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.storage.database import Database

# Bytes that were spoilt on the disk are mended by whoever has the right ones.
_INSERT: Final = "INSERT OR REPLACE INTO pictures (digest, bytes) VALUES (?, ?)"
_KEPT_BYTES: Final = 32_000_000
"""How many bytes of pictures of this run stay in memory: some 800 photos, more than a desk sets by hand."""


class Pictures:
    """Stores the pictures of an open event file.

    The newest pictures that this program has stored also stay in memory, so that they can be written again if another
    program overwrites the event file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._newest: deque[bytes] = deque()
        self._kept = 0

    @property
    def newest(self) -> tuple[bytes, ...]:
        """The newest pictures stored since the program started, at most 32 MB in total, the oldest first."""
        return tuple(self._newest)

    def keep(self, content: bytes) -> str:
        """Store these bytes, and return their digest. The caller must have opened a transaction.

        The transaction must also record a fact that names the digest.
        """
        digest = write(self._database, content)
        self._newest.append(content)
        self._kept += len(content)
        while self._kept > _KEPT_BYTES:
            self._kept -= len(self._newest.popleft())
        return digest


def write(database: Database, content: bytes) -> str:
    """Store these bytes, and return their digest. The caller must have opened a transaction."""
    digest = pictures.digest_of(content)
    if pictures.by_digest(database, digest) is None:
        database.run(_INSERT, (bytes.fromhex(digest), content))
    return digest


def carry_over(source: Database, target: Database) -> int:
    """Copy into `target` the pictures of `source` that `target` lacks, in short transactions; return their number.

    Damaged pictures, whose bytes do not fit their digest, are not copied.
    """
    lacking = sorted(pictures.digests(source) - (pictures.digests(target) - set(pictures.wrong(target))))
    piece, done, carried = Piece(target), 0, 0
    while done < len(lacking):
        some = [pictures.by_digest(source, digest) for digest in lacking[done : done + piece.size]]
        with target.transaction(batch=True, took=piece.took):
            carried += write_all(target, (content for content in some if content is not None))
        done += len(some)
        piece.let_the_desk_in()
    return carried


def write_all(database: Database, contents: Iterable[bytes]) -> int:
    """Store these pictures, and return their number. The caller must have opened a transaction."""
    return sum(bool(write(database, content)) for content in contents)
