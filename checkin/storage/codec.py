"""How a fact becomes the bytes of a journal entry's body and back: compact JSON, times as milliseconds since 1970."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from cattrs import Converter
from cattrs.errors import BaseValidationError
from cattrs.strategies import configure_tagged_union

from checkin.domain.admission import Verdict
from checkin.domain.delegates import COLUMNS, NUMBERS, YES_OR_NO, Details, Field, Value, typed
from checkin.domain.facts import KINDS
from checkin.domain.programme import LocalText
from checkin.storage.trouble import damaged

if TYPE_CHECKING:
    from checkin.domain.facts import Fact

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)
_TYPES: Final[dict[Field, type | tuple[type, ...]]] = {
    **dict.fromkeys(NUMBERS, (int, float, type(None))),
    **dict.fromkeys(YES_OR_NO, bool),
}
"""What a field's value must be where it is no text."""


def to_ms(moment: datetime) -> int:
    """An aware moment as milliseconds since 1970, UTC."""
    return (moment - _EPOCH) // _MILLISECOND


def from_ms(milliseconds: int) -> datetime:
    """The moment, aware and in UTC."""
    try:
        return _EPOCH + timedelta(milliseconds=milliseconds)
    except (TypeError, OverflowError) as error:
        raise damaged("a time", milliseconds) from error


def encode(fact: Fact) -> bytes:
    """The body of the entry for this fact. Equal facts give equal bytes."""
    return _TO_JSON(_CONVERTER.unstructure(fact)).encode()


def decode(kind: str, body: bytes) -> Fact | None:
    """The fact, or None for an entry of a newer program, whose kind or content is not known here."""
    known = KINDS.get(kind)
    if known is None:
        return None
    try:
        return _CONVERTER.structure(json.loads(body), known)
    except (BaseValidationError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _converter() -> Converter:
    converter = Converter(omit_if_default=True, unstruct_collection_overrides={frozenset: sorted})
    converter.register_unstructure_hook(datetime, to_ms)
    converter.register_structure_hook(datetime, lambda value, _: from_ms(value))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    converter.register_unstructure_hook(LocalText, lambda text: dict(text.by_language))
    converter.register_structure_hook(LocalText, lambda value, _: LocalText.of(value))
    converter.register_unstructure_hook_func(
        _is_details,
        lambda details: {name: details[field] for field, name in COLUMNS.items() if field in details},
    )
    converter.register_structure_hook_func(_is_details, _details)
    configure_tagged_union(Verdict, converter, tag_name="is", tag_generator=lambda cls: cls.__name__.lower())
    return converter


def _is_details(kind: object) -> bool:
    return kind == Details


def _details(value: Any, _: object) -> dict[Field, Any]:  # noqa: ANN401 - the values of a JSON object
    return {field: _checked(field, content) for name, content in value.items() for field in (Field(name),)}


def _checked(field: Field, content: Value) -> Value:
    """The value of a detail; TypeError or ValueError where this program cannot keep it in that field."""
    if not isinstance(content, _TYPES.get(field, str)):
        raise TypeError(field)
    return typed(field, content)


_CONVERTER: Final = _converter()
_TO_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
