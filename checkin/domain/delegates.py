"""A delegate: a registered person of whatever category, and the table of their fields."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Self


class Status(StrEnum):
    """How a registration stands; the admission table judges it, a change of it revokes no badge."""

    REGISTERED = "registered"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    BLOCKED = "blocked"


class NameOrder(StrEnum):
    """Which part of the Latin name is written first, on badges and in lists."""

    FAMILY_FIRST = "family_first"
    GIVEN_FIRST = "given_first"


class Field(StrEnum):
    """What is recorded of a delegate. The members, in this order, are the columns of lists and exports."""

    REFERENCE = "reference"
    HONORIFIC = "honorific"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    NATIVE_NAME = "native_name"
    NAME_ORDER = "name_order"
    POSITION = "position"
    ORGANISATION = "organisation"
    DELEGATION = "delegation"
    HEAD_OF_DELEGATION = "head_of_delegation"
    COUNTRY = "country"
    CATEGORY = "category"
    PRECEDENCE = "precedence"
    EMAIL = "email"
    PHONE = "phone"
    LANGUAGE = "language"
    DIET = "diet"
    PRIVATE_NOTE = "private_note"
    PUBLIC_NOTE = "public_note"
    ATTENTION = "attention"
    STATUS = "status"


Value: TypeAlias = str | int | float | bool | None
"""What one field holds: texts "" where there is none, precedence a number or None, flags bool."""

YES_OR_NO: Final = frozenset({Field.HEAD_OF_DELEGATION, Field.ATTENTION})
NUMBERS: Final = frozenset({Field.PRECEDENCE})


@dataclass(frozen=True, slots=True)
class Delegate:
    """A registered person. Names, honorific and country stand exactly as the organiser wrote them.

    `precedence` is the protocol office's order number and is never computed; `category` is a category's code.
    """

    id: str
    reference: str = ""
    honorific: str = ""
    family_name: str = ""
    given_name: str = ""
    native_name: str = ""
    name_order: NameOrder = NameOrder.FAMILY_FIRST
    position: str = ""
    organisation: str = ""
    delegation: str = ""
    head_of_delegation: bool = False
    country: str = ""
    category: str = ""
    precedence: float | None = None
    email: str = ""
    phone: str = ""
    language: str = ""
    diet: str = ""
    private_note: str = ""
    public_note: str = ""
    attention: bool = False
    status: Status = Status.REGISTERED

    @classmethod
    def of(cls, delegate: str, details: Details) -> Self:
        """The delegate with this id and details; a status or name order that is not known raises ValueError."""
        return cls(delegate, **_named(details))

    @property
    def latin_name(self) -> str:
        """Family and given name in the delegate's own order, or "" where only a native name is known."""
        parts = (self.family_name, self.given_name)
        if self.name_order is NameOrder.GIVEN_FIRST:
            parts = (self.given_name, self.family_name)
        return " ".join(part for part in parts if part)

    @property
    def name(self) -> str:
        """The name to call the delegate by: the Latin one, else the native one."""
        return self.latin_name or self.native_name

    @property
    def other_name(self) -> str:
        """The native name beside the Latin one; "" where the delegate is called by it anyway."""
        return self.native_name if self.latin_name else ""

    @property
    def is_expected(self) -> bool:
        """Whether a badge is made and a seat kept: neither cancelled, declined nor blocked."""
        return self.status is Status.REGISTERED

    def with_details(self, details: Details) -> Delegate:
        """The same delegate with these fields set; a status or name order that is not known raises ValueError."""
        return replace(self, **_named(details))

    def details(self) -> dict[Field, Value]:
        """Every field that differs from an empty registration."""
        empty = Delegate(self.id)
        return {
            field: value
            for field in Field
            if (value := getattr(self, field.value)) != getattr(empty, field.value)
        }


Details: TypeAlias = Mapping[Field, Value]
"""Some fields of a delegate and what they are set to."""


_TOO_LARGE: Final = 1e9


def number_of(text: str) -> float | None:
    """The number that a text stands for, None for no text; with a point or a comma, in any script's digits.

    Raises ValueError for what is no number, or none that orders people: below a thousand million it must be.
    """
    if not text:
        return None
    number = float(text.replace(",", "."))
    if not abs(number) < _TOO_LARGE or "_" in text:  # nor is "nan" below it
        raise ValueError(text)
    return int(number) if number.is_integer() else number


COLUMNS: Final = {field: field.value for field in Field}
"""Each field's name as plain text, where it is wanted 100,000 times: an enum's `value` is a call."""
_KINDS: Final = {Field.STATUS: Status, Field.NAME_ORDER: NameOrder}


def typed(field: Field, value: Value) -> Value:
    """The value as `Delegate` keeps it: a status becomes a `Status`, a name order a `NameOrder`."""
    kind = _KINDS.get(field)
    return value if kind is None else kind(str(value))


def _named(details: Details) -> dict[str, Any]:
    return {COLUMNS[field]: typed(field, value) for field, value in details.items()}


_ID_LETTERS: Final = "23456789abcdefghjkmnpqrstvwxyz"
_ID_LENGTH: Final = 10


def new_delegate_id() -> str:
    """A delegate's id that no other desk will choose (10 letters, 49 bits) and that is no code of a badge."""
    number = secrets.randbelow(len(_ID_LETTERS) ** _ID_LENGTH)  # drawn once: a list has 100,000 rows
    letters = []
    for _ in range(_ID_LENGTH):
        number, place = divmod(number, len(_ID_LETTERS))
        letters.append(_ID_LETTERS[place])
    return "d" + "".join(letters)


@dataclass(frozen=True, slots=True)
class Arrival:
    """When (UTC) and at which station a delegate presented themself."""

    at: datetime
    station: str


@dataclass(frozen=True, slots=True)
class Arrivals:
    """A delegate's arrival as the desk recorded it and as a door noted it; either may be missing."""

    desk: Arrival | None = None
    door: Arrival | None = None

    @property
    def earliest(self) -> Arrival | None:
        """The one that counts."""
        known = [arrival for arrival in (self.desk, self.door) if arrival is not None]
        return min(known, key=lambda arrival: arrival.at) if known else None
