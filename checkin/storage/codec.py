"""Converts a fact (what a journal entry says) to the body of the entry, and back.

A body is compact JSON; its times are milliseconds since 1970. Besides the fact's own fields a body may hold
`recorded_at`, the wall time of the recording, and a `salt`: random characters that make the body impossible to guess
from its digest (hash). A body is first read strictly. If this fails, because a newer program wrote the body, everything
in it that this program understands is read, and the result says that the body holds more.
"""

from __future__ import annotations

import json
import secrets
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from checkin.domain.facts import (
    KINDS,
    ActBegun,
    ActEnded,
    Arrived,
    BadgeIssued,
    BadgeRevoked,
    DoorsSet,
    Scanned,
    Undone,
)
from checkin.storage.fact_converter import NOT_UNDERSTOOD, converter, frozen
from checkin.storage.moments import EPOCH

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.domain.facts import Fact
    from checkin.domain.journal import Entry

VOCABULARY_EDITION: Final = 5
"""The edition of the facts that this program can read; it is raised when more kinds, fields or notes can be read.

A test records what each edition reads.
"""
_SALT: Final = "salt"
_RECORDED_AT: Final = "recorded_at"
_SALT_BYTES: Final = 12


class Decoded(NamedTuple):
    """The result of reading the body of a journal entry: the fact that the entry records, or None if it is unreadable.

    `is_whole` says whether the whole body was understood. `recorded_at` is the time at which the body was written; it
    is None if the body does not say so.
    """

    fact: Fact | None
    is_whole: bool
    recorded_at: datetime | None = None


def encode(fact: Fact, recorded_at: int | None = None) -> bytes:
    """Write this fact as the body (JSON) of a journal entry, and return the body.

    The body says that it was recorded at the time `recorded_at` (ms since 1970), unless this is None. If the fact may
    say something about a person, random characters (a salt) are added. When the body is removed later, its digest
    (hash) stays in the journal; without the salt, somebody could try texts until one has this digest.
    """
    body = _STRICT.unstructure(fact)
    if recorded_at is not None:
        body[_RECORDED_AT] = recorded_at
    if _may_say_something_of_a_person(fact):
        body[_SALT] = secrets.token_urlsafe(_SALT_BYTES)
    return to_json(body).encode()


def _may_say_something_of_a_person(fact: Fact) -> bool:
    match fact:
        case Scanned(override=why) | Arrived(override=why) | BadgeRevoked(why=why):
            return why is not None and why.words != ""
        case BadgeIssued() | DoorsSet() | Undone() | ActBegun() | ActEnded():
            return False
        case _:
            return True


def decode(kind: str, body: bytes | None) -> Fact | None:
    """The fact in the body of a journal entry of this kind, as far as this program understands the body.

    Returns None if the program understands nothing, or if `body` is None because the body was removed.
    """
    return decoded(kind, body).fact


def decoded(kind: str, body: bytes | None) -> Decoded:
    """Read the body of a journal entry of this kind: the fact in it, and whether the whole body was understood.

    `body` is None if the body was removed. Then the result has no fact, and counts as wholly understood.
    """
    if body is None:
        return Decoded(None, is_whole=True)
    known = KINDS.get(kind)
    if known is None:
        return Decoded(None, is_whole=False)
    try:
        content = _content(body)
    except NOT_UNDERSTOOD:
        return Decoded(None, is_whole=False)
    recorded_at = _moment_of_recording(content) if _RECORDED_AT in content else None
    try:
        return Decoded(_reading(kind)(content, known), is_whole=True, recorded_at=recorded_at)
    except NOT_UNDERSTOOD:
        return Decoded(_as_far_as_understood(content, known), is_whole=False, recorded_at=recorded_at)


def says_what_its_header_says(entry: Entry, known: Decoded) -> bool:
    """Whether the kind and the subject in the entry's header are those of the fact in its body.

    `known` is the result of reading the body. Also True if the body was removed or is not wholly understood.
    """
    if known.fact is None or not known.is_whole:
        return True
    return (entry.kind, entry.subject) == (known.fact.kind, known.fact.subject)


def _content(body: bytes) -> dict[str, Any]:
    """The JSON object of a body, without its salt.

    Raises ValueError or TypeError if there is no JSON object, or if a text in it contains half a character.
    """
    content = _parsed(body.decode())
    if not isinstance(content, dict):
        raise TypeError(content)
    if b"\\u" in body:
        to_json(content).encode()  # half a character, written as an escape, is no text
    content.pop(_SALT, None)
    return content


def _moment_of_recording(content: dict[str, Any]) -> datetime | None:
    """Take `recorded_at` out of a body and return its moment.

    Returns None if the time cannot be read; the fact can still be read then.
    """
    try:
        return EPOCH + timedelta(milliseconds=content.pop(_RECORDED_AT))
    except NOT_UNDERSTOOD:
        return None


@cache
def _reading(kind: str) -> Callable[[Any, Any], Fact]:
    """The function that reads bodies of this kind strictly.

    The function is cached, because a verification reads each entry twice.
    """
    return _STRICT.get_structure_hook(KINDS[kind])


def _as_far_as_understood(content: object, kind: type[Fact]) -> Fact | None:
    try:
        return _LENIENT.structure(content, kind)
    except NOT_UNDERSTOOD:
        return None


def from_json(text: str) -> Any:  # noqa: ANN401 - any JSON value
    """Read a JSON value from a text; its lists become tuples."""
    return frozen(_parsed(text))


to_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Write a value of dictionaries, lists, texts and numbers as compact JSON."""
_parsed: Final = json.JSONDecoder().decode
"""Read the JSON value in a text. It is faster than `json.loads`, which checks seven things before it does the same."""
_STRICT: Final = converter(is_strict=True)
_LENIENT: Final = converter(is_strict=False)
