"""Fields of a delegate on the command line, such as `family_name=SOK`, read like the cells of an imported list.

The fields that only this event defines can be given too.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Final

from checkin.cli.command import own_wording
from checkin.desk import find
from checkin.domain.delegates import PERSONS, PICTURES, YES_OR_NO, Field, NameOrder
from checkin.domain.rejections import RejectReason
from checkin.errors import CheckinError
from checkin.importing.people.cells import Cells, tidy

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterable

    from checkin.domain.delegates import Value
    from checkin.domain.programme import Event
    from checkin.storage.event_file import EventFile

_TYPED: Final = tuple(field for field in Field if field not in PICTURES)
"""The fields that can be typed. A photo is set by a command of its own."""
_YES_OR_NO: Final = frozenset({"yes", "no", "true", "false", "1", "0", ""})


def takes_fields(parser: ArgumentParser) -> None:
    """Add arguments of the form field=value to the command's parser; an argument without `=` is a mistake of usage."""
    parser.add_argument(
        "fields", metavar="field=value", type=_pair, nargs="+", help=f"fields: {', '.join(_TYPED)}"
    )


def details(pairs: Iterable[tuple[str, str]], file: EventFile) -> dict[str, Value]:
    """The values by field, from pairs of a field's name and a text.

    Raises CheckinError if a text is not valid for its field (a category, status, number, …). An unknown field is a
    mistake of usage: the command exits with code 2.
    """
    event = file.event
    cells = Cells(event)
    return {field: _value(file, cells, _known(field, event), text) for field, text in pairs}


def _pair(argument: str) -> tuple[str, str]:
    name, equals, text = argument.partition("=")
    if not equals:
        message = f"{argument!r} is not field=value; the fields are {', '.join(_TYPED)}"
        raise argparse.ArgumentTypeError(message)
    return name, text


def _known(name: str, event: Event) -> str:
    known = (*_TYPED, *event.fields)
    if name not in known:
        print(f"checkin: There is no field {name}; the fields are {', '.join(known)}.", file=sys.stderr)
        raise SystemExit(2)
    return name


def _value(file: EventFile, cells: Cells, field: str, text: str) -> Value:
    if field in PERSONS and text.strip():
        return find.one(file, text).delegate.id
    value = _misunderstood(field, text) or cells.read(field, tidy(text))
    if isinstance(value, RejectReason):
        raise CheckinError(f"{field}={text}", f"{own_wording().rejection(value)} Nothing was recorded.")
    return value


def _misunderstood(field: str, text: str) -> RejectReason | None:
    """The reason to reject a typed yes-or-no value or name order; None if it is accepted.

    The command line is stricter than a list, where any mark may stand for yes.
    """
    if field == Field.NAME_ORDER and text not in set(NameOrder):
        return RejectReason.UNKNOWN_NAME_ORDER
    if field in YES_OR_NO and text.casefold() not in _YES_OR_NO:
        return RejectReason.UNKNOWN_YES_NO
    return None
