"""Reads the operator's choices about the columns of a list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import PICTURES, Field
from checkin.errors import CheckinError
from checkin.importing.people.headers import COMPANION, FULL_NAME
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LISTED: Final = tuple(field for field in Field if field not in PICTURES)
"""The fields that a list can have a column of."""


@dataclass(frozen=True, slots=True)
class ColumnChoices:
    """The operator's choices about the columns of a list.

    `by_header` maps a column's header to the code of the field that the column holds, to `full_name`, or to None if the
    column is not read. `constants` maps the code of a field to a value for all rows without a value of their own; a
    category that the event does not have is ignored. `splits` maps the header of a column of whole names to the rule
    (`SplitRule`) that divides the names.
    """

    by_header: Mapping[str, str | None] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    splits: Mapping[str, str] = field(default_factory=dict)

    def split_of(self, header: str) -> str:
        """The rule that divides the names below this header; "" if no rule was chosen."""
        key = search_key(header)
        return next((rule for told, rule in self.splits.items() if search_key(told) == key), "")


def read_choices(texts: Iterable[str], own: Iterable[str] = ()) -> ColumnChoices:
    """Read the operator's choices about columns, each written as `HEADER=field` or `=field:value`.

    `HEADER=` leaves a column unread. `own` holds the codes of the fields that the event itself adds. Raises
    CheckinError if a choice is written in another way, or names an unknown field.
    """
    by_header: dict[str, str | None] = {}
    constants: dict[str, str] = {}
    codes = tuple(own)
    for text in texts:
        if text.startswith("="):
            name, _, value = text[1:].partition(":")
            constants[_constant_field(name, text, codes)] = value
        else:
            header, separator, name = text.rpartition("=")
            if not separator or not search_key(header):
                raise _unclear(text, (*_LISTED, *codes))
            by_header[header] = content_named(name, text, codes) if name.strip() else None
    return ColumnChoices(by_header, constants)


def content_named(name: str, text: str, own: Iterable[str] = ()) -> str:
    """Return the code of the field that the operator wrote as `name`, or `full_name`.

    If no field has this code, a CheckinError is raised. The error quotes `text`, the operator's whole input.
    """
    key = name.strip().lower()
    known: tuple[str, ...] = (*_LISTED, *own)
    content = next((str(one) for one in (*known, FULL_NAME, COMPANION) if one == key), None)
    if content is None:
        raise _unclear(text, known)
    return content


def _constant_field(name: str, text: str, own: Iterable[str]) -> str:
    content = content_named(name, text, own)
    if content in {FULL_NAME, COMPANION}:
        raise _unclear(text, (*_LISTED, *own))
    return content


def _unclear(text: str, known: Iterable[str]) -> CheckinError:
    fields = ", ".join((*(str(one) for one in known), FULL_NAME, COMPANION))
    return CheckinError(
        f"The column “{text}” is not understood",
        f"Write HEADER=field, or =field:value for a value that all rows share. The fields are {fields}.",
    )
