"""Fields given on the command line: `family_name=SOK`, read as a cell of a list is."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from checkin.cli.command import own_wording
from checkin.domain.delegates import YES_OR_NO, Field, NameOrder
from checkin.domain.rejections import RejectReason
from checkin.errors import CheckinError
from checkin.importing import Cells, tidy

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterable

    from checkin.domain.delegates import Value
    from checkin.domain.programme import Event

_YES_OR_NO: Final = frozenset({"yes", "no", "true", "false", "1", "0", ""})


def takes_fields(parser: ArgumentParser) -> None:
    """Let the command take fields; one without `=` or with an unknown name is a mistake of usage."""
    parser.add_argument(
        "fields", metavar="field=value", type=_pair, nargs="+", help=f"fields: {', '.join(Field)}"
    )


def details(pairs: Iterable[tuple[Field, str]], event: Event) -> dict[Field, Value]:
    """The fields' values; CheckinError where one is no category, status, number or the like."""
    cells = Cells(event)
    return {field: _value(cells, field, text) for field, text in pairs}


def _pair(argument: str) -> tuple[Field, str]:
    name, equals, text = argument.partition("=")
    if not equals or name not in set(Field):
        message = f"{argument!r} is not field=value; the fields are {', '.join(Field)}"
        raise argparse.ArgumentTypeError(message)
    return Field(name), text


def _value(cells: Cells, field: Field, text: str) -> Value:
    value = _misunderstood(field, text) or cells.read(field, tidy(text))
    if isinstance(value, RejectReason):
        raise CheckinError(f"{field.value}={text}", f"{own_wording().rejection(value)} Nothing was recorded.")
    return value


def _misunderstood(field: Field, text: str) -> RejectReason | None:
    """A list may write anything for yes; whoever types a command is told that it was not understood."""
    if field is Field.NAME_ORDER and text not in set(NameOrder):
        return RejectReason.UNKNOWN_NAME_ORDER
    if field in YES_OR_NO and text.casefold() not in _YES_OR_NO:
        return RejectReason.UNKNOWN_YES_NO
    return None
