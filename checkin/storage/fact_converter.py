"""How facts become JSON and JSON becomes facts again: what is left out, and what is forgiven."""

from __future__ import annotations

import dataclasses
import math
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, get_type_hints

from cattrs import Converter
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.strategies import configure_tagged_union

from checkin.domain.admission import Refusal, Verdict
from checkin.domain.delegates import COLUMNS, NUMBERS, YES_OR_NO, Details, Field, Value, typed
from checkin.domain.facts import (
    Defined,
)
from checkin.domain.presence import Direction
from checkin.domain.things import IN_DOUBT, Values, is_understood
from checkin.storage.moments import EPOCH, to_ms

if TYPE_CHECKING:
    from collections.abc import Callable


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


NOT_UNDERSTOOD: Final = (
    ForbiddenExtraKeysError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    RecursionError,
    OverflowError,
)


def converter(*, is_strict: bool) -> Converter:
    """A converter between facts and JSON; one that is not strict leaves out what it does not know."""
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
    converter.register_structure_hook(datetime, lambda value, _: EPOCH + timedelta(milliseconds=value))
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
        _is_values, lambda value, _: {k: frozen(v) for k, v in value.items()}
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
            except NOT_UNDERSTOOD:
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
        except NOT_UNDERSTOOD:
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


def frozen(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """The value with tuples in place of lists."""
    return tuple(map(frozen, value)) if isinstance(value, list) else value
