"""Converts a fact (what a journal entry says) to the body of the entry, and back.

A body is compact JSON; its times are milliseconds since 1970. Besides the fact's own fields a body may hold
`recorded_at`, the wall time of the recording, and a `salt`: random characters that make the body impossible to guess
from its digest (hash). A body is first read strictly. If this fails, because a newer program wrote the body, everything
in it that this program understands is read, and the result says that the body holds more.
"""

from __future__ import annotations

import dataclasses
import json
import math
import secrets
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, get_type_hints

from cattrs import Converter
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.strategies import configure_tagged_union

from checkin.domain.admission import Refusal, Verdict
from checkin.domain.delegates import COLUMNS, NUMBERS, YES_OR_NO, Details, Field, Value, typed
from checkin.domain.facts import (
    KINDS,
    ActBegun,
    ActEnded,
    Arrived,
    BadgeIssued,
    BadgeRevoked,
    Defined,
    DoorsSet,
    Scanned,
    Undone,
)
from checkin.domain.presence import Direction
from checkin.domain.things import IN_DOUBT, Values, is_understood
from checkin.storage.trouble import damaged

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.domain.facts import Fact
    from checkin.domain.journal import Entry

VOCABULARY_EDITION: Final = 3
"""The edition of the facts that this program can read; it is raised when more kinds, fields or notes can be read.

A test records what each edition reads.
"""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)
_SALT: Final = "salt"
_RECORDED_AT: Final = "recorded_at"
_SALT_BYTES: Final = 12
_OWN: Final = "field."
"""The prefix, in a body, of a field that only this event has. It tells such a field from a newer program's field."""
_LARGEST: Final = 1 << 63
"""The limit of the integers that a table can hold: all are smaller than this number."""
_FIELDS: Final = {field.value: field for field in Field}
_TYPES: Final[dict[str, type | tuple[type, ...]]] = {
    **dict.fromkeys(Field, str),
    **dict.fromkeys(NUMBERS, (int, float, type(None))),
    **dict.fromkeys(YES_OR_NO, bool),
}
"""The types that each field's value may have; the types for a field that only this event has are `_ANY_VALUE`."""
_ANY_VALUE: Final = (str, int, float, bool, type(None))
_NOT_UNDERSTOOD: Final = (
    ForbiddenExtraKeysError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    RecursionError,
    OverflowError,
)


def to_ms(moment: datetime) -> int:
    """The milliseconds from the beginning of 1970 (UTC) to this moment, a datetime with a time zone."""
    return (moment - _EPOCH) // _MILLISECOND


def from_ms(milliseconds: int) -> datetime:
    """The moment, in UTC, that is this number of milliseconds after the beginning of 1970."""
    try:
        return _EPOCH + timedelta(milliseconds=milliseconds)
    except (TypeError, OverflowError) as error:
        raise damaged("a time", milliseconds) from error


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
    except _NOT_UNDERSTOOD:
        return Decoded(None, is_whole=False)
    recorded_at = _moment_of_recording(content) if _RECORDED_AT in content else None
    try:
        return Decoded(_reading(kind)(content, known), is_whole=True, recorded_at=recorded_at)
    except _NOT_UNDERSTOOD:
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
        return _EPOCH + timedelta(milliseconds=content.pop(_RECORDED_AT))
    except _NOT_UNDERSTOOD:
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
    except _NOT_UNDERSTOOD:
        return None


def from_json(text: str) -> Any:  # noqa: ANN401 - any JSON value
    """Read a JSON value from a text; its lists become tuples."""
    return _frozen(_parsed(text))


def _frozen(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _converter(*, is_strict: bool) -> Converter:
    converter = Converter(
        omit_if_default=True,
        forbid_extra_keys=is_strict,
        unstruct_collection_overrides={frozenset: sorted},
        detailed_validation=False,  # nobody reads where the reading failed, and a verification reads each entry twice
    )
    if not is_strict:
        converter.register_structure_hook_factory(
            dataclasses.is_dataclass, lambda kind: _forgiving(converter, kind)
        )
        converter.register_structure_hook_func(
            lambda kind: kind == frozenset[Refusal],
            lambda value, _: frozenset(Refusal(each) for each in value if each in set(Refusal)),
        )
        # No table depends on the direction: a newer word for a direction must not make the scan vanish.
        converter.register_structure_hook(
            Direction, lambda value, _: Direction(value) if value in set(Direction) else Direction.AUTO
        )
    converter.register_unstructure_hook(datetime, to_ms)
    converter.register_structure_hook(datetime, lambda value, _: _EPOCH + timedelta(milliseconds=value))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    # By function, because a hook by class would take enums of texts for texts.
    converter.register_structure_hook_func(lambda kind: kind is str, _text)
    converter.register_structure_hook_func(lambda kind: kind is int, _whole_number)
    converter.register_unstructure_hook_func(_is_details, _in_order)
    converter.register_structure_hook_func(
        _is_details, lambda value, _: _each(value, _detail, is_strict=is_strict)
    )
    converter.register_unstructure_hook_func(_is_values, lambda values: dict(sorted(values.items())))
    converter.register_structure_hook_func(
        _is_values, lambda value, _: {k: _frozen(v) for k, v in value.items()}
    )
    _register_defined(converter, is_strict=is_strict)
    configure_tagged_union(Verdict, converter, tag_name="is", tag_generator=lambda cls: cls.__name__.lower())
    return converter


def _forgiving(converter: Converter, kind: type) -> Callable[[Any, object], Any]:
    """A hook that builds a dataclass from those of its fields that this program understands.

    Any other field gets its default. If a field that is not understood has no default, the hook raises an error.
    """
    hints = get_type_hints(kind)
    known = {each.name: each for each in dataclasses.fields(kind)}

    def structure(value: Any, _: object) -> Any:  # noqa: ANN401 - any dataclass from any JSON value
        parts = {}
        for name in known.keys() & value.keys():
            try:
                parts[name] = converter.structure(value[name], hints[name])
            except _NOT_UNDERSTOOD:
                if known[name].default is dataclasses.MISSING:
                    raise
        return kind(**parts)

    return structure


def _register_defined(converter: Converter, *, is_strict: bool) -> None:
    plainly = converter.get_structure_hook(Defined)

    def structure(value: Any, kind: Any) -> Defined:  # noqa: ANN401 - a JSON value
        fact: Defined = plainly(value, kind)
        understood = {
            name: content for name, content in fact.values.items() if is_understood(fact.what, name, content)
        }
        if len(understood) == len(fact.values):
            return fact
        if is_strict:
            raise ValueError(fact.what)
        in_doubt = {
            name: safe for (what, name), safe in IN_DOUBT.items() if what is fact.what and name in fact.values
        }
        return dataclasses.replace(fact, values={**in_doubt, **understood})

    converter.register_structure_hook(Defined, structure)


def _is_details(kind: object) -> bool:
    return kind == Details


def _in_order(details: Details) -> dict[str, Value]:
    """A delegate's fields in a fixed order, so that equal details give equal bytes.

    First come the fields of `COLUMNS`, then the event's own fields by code.
    """
    known = {name: details[code] for code, name in COLUMNS.items() if code in details}
    if len(known) < len(details):
        known |= {f"{_OWN}{code}": details[code] for code in sorted(details.keys() - known.keys())}
    return known


def _is_values(kind: object) -> bool:
    return kind == Values


def _each(
    value: Any,  # noqa: ANN401 - a JSON value
    read: Callable[[str, Any], tuple[str, Value]],
    *,
    is_strict: bool,
) -> dict[str, Value]:
    known = {}
    for name, content in value.items():
        try:
            code, typed_content = read(name, content)
        except _NOT_UNDERSTOOD:
            if is_strict:
                raise
        else:
            known[code] = typed_content
    return known


def _detail(name: str, content: Value) -> tuple[str, Value]:
    """The code and value of a delegate's field. Raises TypeError or ValueError if the value cannot be stored."""
    is_own = name.startswith(_OWN)
    if not is_own and name not in _FIELDS:
        raise ValueError(name)
    if not isinstance(content, _ANY_VALUE if is_own else _TYPES[name]) or not _is_kept_by_a_table(content):
        raise TypeError(name)
    return (name.removeprefix(_OWN), content) if is_own else (_FIELDS[name], typed(name, content))


def _is_kept_by_a_table(content: Value) -> bool:
    if isinstance(content, float):
        return math.isfinite(content)
    return not isinstance(content, int) or -_LARGEST <= content < _LARGEST


def _text(value: object, _: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _whole_number(value: object, _: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not _is_kept_by_a_table(value):
        raise TypeError(value)
    return value


to_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Write a value of dictionaries, lists, texts and numbers as compact JSON."""
_parsed: Final = json.JSONDecoder().decode
"""Read the JSON value in a text. It is faster than `json.loads`, which checks seven things before it does the same."""
_STRICT: Final = _converter(is_strict=True)
_LENIENT: Final = _converter(is_strict=False)
