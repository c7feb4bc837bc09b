"""Reads the bytes of pictures, such as photos; a fact in the journal names a picture by its digest (a hash)."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import PICTURES
from checkin.domain.facts import Corrected, Registered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkin.domain.facts import Fact
    from checkin.storage.database import Database

_DIGEST: Final = re.compile("[0-9a-f]{64}")


def digest_of(content: bytes) -> str:
    """The digest under which these bytes are kept: their SHA-256 in 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def by_digest(database: Database, digest: str) -> bytes | None:
    """The bytes with this digest; None if the file does not have them, or if they are damaged."""
    if not _DIGEST.fullmatch(digest):
        return None
    row = database.row("SELECT bytes FROM pictures WHERE digest = ?", (bytes.fromhex(digest),))
    content = None if row is None else row[0]
    return content if isinstance(content, bytes) and digest_of(content) == digest else None


def is_there(database: Database, digest: str) -> bool:
    """Whether the file has a picture with this digest. The bytes are not read, so damage is not noticed."""
    if not _DIGEST.fullmatch(digest):
        return False
    found = database.row("SELECT 1 FROM pictures WHERE digest = ?", (bytes.fromhex(digest),))
    return found is not None


def named_by(fact: Fact | None) -> Iterator[str]:
    """The digests of the pictures that this fact names, whether or not the fact was undone."""
    if isinstance(fact, Registered | Corrected):
        named = (fact.details.get(field) for field in PICTURES)
        yield from (str(each) for each in named if each and _DIGEST.fullmatch(str(each)))


def digests(database: Database) -> set[str]:
    """The digests of all pictures that the file has."""
    rows = database.each("SELECT digest FROM pictures")
    return {digest.hex() for (digest,) in rows if isinstance(digest, bytes)}


def wrong(database: Database) -> list[str]:
    """The digests of the pictures whose bytes are damaged."""
    rows = database.each("SELECT digest, bytes FROM pictures")
    return [
        digest.hex() if isinstance(digest, bytes) else str(digest)
        for digest, content in rows
        if not isinstance(content, bytes) or hashlib.sha256(content).digest() != digest
    ]
