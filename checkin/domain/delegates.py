"""A delegate: a registered person of whatever category, and the table of their fields."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Self


class Status(StrEnum):
    """The state of a registration. The admission table judges by it; a change of the state revokes no badge.

    Invited: no answer yet. Pending: named, not cleared. Registered: confirmed, the only state in which a delegate is
    expected. Excused: perhaps represented by another person.
    """

    INVITED = "invited"
    PENDING = "pending"
    REGISTERED = "registered"
    DECLINED = "declined"
    EXCUSED = "excused"
    CANCELLED = "cancelled"
    BLOCKED = "blocked"


class Sex(StrEnum):
    """A delegate's sex as the list says it; lists end with "total, of whom women"."""

    NOT_SAID = ""
    FEMALE = "f"
    MALE = "m"


class NameOrder(StrEnum):
    """Which part of the Latin name is written first, on badges and in lists."""

    FAMILY_FIRST = "family_first"
    GIVEN_FIRST = "given_first"


class Field(StrEnum):
    """What is recorded of a delegate. The members, in this order, are the columns of lists and exports.

    A field that only this event has (`OwnField`) has a code that is none of these.
    """

    REFERENCE = "reference"
    HONORIFIC = "honorific"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    NATIVE_HONORIFIC = "native_honorific"
    NATIVE_NAME = "native_name"
    NAME_ORDER = "name_order"
    SALUTATION = "salutation"
    POSITION = "position"
    NATIVE_POSITION = "native_position"
    ORGANISATION = "organisation"
    NATIVE_ORGANISATION = "native_organisation"
    DELEGATION = "delegation"
    HEAD_OF_DELEGATION = "head_of_delegation"
    COUNTRY = "country"
    NATIONALITY = "nationality"
    SEX = "sex"
    CATEGORY = "category"
    PRECEDENCE = "precedence"
    ACCOMPANIES = "accompanies"
    REPRESENTED_BY = "represented_by"
    EMAIL = "email"
    PHONE = "phone"
    LANGUAGE = "language"
    DIET = "diet"
    PRIVATE_NOTE = "private_note"
    PUBLIC_NOTE = "public_note"
    ATTENTION = "attention"
    STATUS = "status"


Value: TypeAlias = str | int | float | bool | None
"""The value of one field: a text ("" for none), for precedence a number or None, for a flag a bool."""

YES_OR_NO: Final = frozenset({Field.HEAD_OF_DELEGATION, Field.ATTENTION})
NUMBERS: Final = frozenset({Field.PRECEDENCE})
PERSONS: Final = frozenset({Field.ACCOMPANIES, Field.REPRESENTED_BY})
"""Fields that hold another delegate's id."""
PRIVATE: Final = frozenset({Field.NATIONALITY, Field.PRIVATE_NOTE})
"""Fields that stand on no badge and on no screen that a guest can see."""


@dataclass(frozen=True, slots=True)
class Delegate:
    """A registered person. Names, titles and country stand exactly as the organiser wrote them.

    Title, position and organisation are known in two scripts: `native_…` goes with the native name, and a text in one
    script never stands beside the name in the other. `precedence` is the protocol office's order number and is never
    computed; `category` is a category's code; `delegation` is what the list wrote. `accompanies` and `represented_by`
    are ids of delegates. `own` holds the event's own fields by their codes, without empty ones.
    """

    id: str
    reference: str = ""
    honorific: str = ""
    family_name: str = ""
    given_name: str = ""
    native_honorific: str = ""
    native_name: str = ""
    name_order: NameOrder = NameOrder.FAMILY_FIRST
    salutation: str = ""
    position: str = ""
    native_position: str = ""
    organisation: str = ""
    native_organisation: str = ""
    delegation: str = ""
    head_of_delegation: bool = False
    country: str = ""
    nationality: str = ""
    sex: Sex = Sex.NOT_SAID
    category: str = ""
    precedence: float | None = None
    accompanies: str = ""
    represented_by: str = ""
    email: str = ""
    phone: str = ""
    language: str = ""
    diet: str = ""
    private_note: str = ""
    public_note: str = ""
    attention: bool = False
    status: Status = Status.REGISTERED
    own: Mapping[str, Value] = field(default_factory=dict, hash=False)

    @classmethod
    def of(cls, delegate: str, details: Details) -> Self:
        """The delegate with this id and details; a status, sex or name order that is not known raises ValueError."""
        return cls(delegate).with_details(details)

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
        """The native name to show beside the Latin one; "" where there is no Latin name."""
        return self.native_name if self.latin_name else ""

    @property
    def titled_name(self) -> str:
        """The name to call the delegate by, with the title in the same script, never the one in the other script."""
        title = self.honorific if self.latin_name else self.native_honorific
        return f"{title} {self.name}".strip()

    @property
    def titled_other_name(self) -> str:
        """The native name with its own title, to show beside the Latin one; "" where there is no Latin name."""
        return f"{self.native_honorific} {self.native_name}".strip() if self.other_name else ""

    @property
    def is_expected(self) -> bool:
        """Whether the registration is confirmed, so that a badge is made and a seat kept."""
        return self.status is Status.REGISTERED

    def value(self, code: str) -> Value:
        """The delegate's value of the field with this code; "" where a field of the event's own is not set."""
        return getattr(self, code) if code in _CODES else self.own.get(code, "")

    def with_details(self, details: Details) -> Self:
        """The same delegate with these fields set; a status, sex or name order that is not known raises ValueError."""
        changes: dict[str, Any] = {
            COLUMNS[code]: typed(code, value) for code, value in details.items() if code in _CODES
        }
        if len(changes) < len(details):
            own = {**self.own, **{code: value for code, value in details.items() if code not in _CODES}}
            changes["own"] = {code: own[code] for code in sorted(own) if own[code] not in _EMPTY}
        return replace(self, **changes)

    def details(self) -> dict[str, Value]:
        """Every field that differs from an empty registration."""
        empty = Delegate(self.id)
        known: dict[str, Value] = {
            code: value
            for code in Field
            if (value := getattr(self, code.value)) != getattr(empty, code.value)
        }
        return {**known, **self.own}


Details: TypeAlias = Mapping[str, Value]
"""Some fields of a delegate: for each field's code its value. A member of `Field` is its own code."""


_EMPTY: Final = (None, "")
_TOO_LARGE: Final = 1e9


def number_of(text: str) -> float | None:
    """The number that a text stands for, None for an empty text; with a point or a comma, in any script's digits.

    Raises ValueError for a text that is no number, and for a number of a thousand million or more, which orders nobody.
    """
    if not text:
        return None
    number = float(text.replace(",", "."))
    if not abs(number) < _TOO_LARGE or "_" in text:  # "nan" is not below the limit either
        raise ValueError(text)
    return int(number) if number.is_integer() else number


COLUMNS: Final[Mapping[str, str]] = {field: field.value for field in Field}
"""Each field's code as plain text, for loops over 100,000 rows: reading an enum's `value` costs a call."""
_CODES: Final = frozenset(COLUMNS)
_KINDS: Final[Mapping[str, type[StrEnum]]] = {
    Field.STATUS: Status, Field.NAME_ORDER: NameOrder, Field.SEX: Sex,
}  # fmt: skip


def typed(code: str, value: Value) -> Value:
    """The value as `Delegate` keeps it: a status becomes a `Status`, a sex a `Sex`."""
    kind = _KINDS.get(code)
    return value if kind is None else kind(str(value))


_ID_LETTERS: Final = "23456789abcdefghjkmnpqrstvwxyz"
_ID_LENGTH: Final = 10


def new_id(begins: str) -> str:
    """A random id that no other desk will choose: `begins`, then 10 letters (49 bits)."""
    number = secrets.randbelow(len(_ID_LETTERS) ** _ID_LENGTH)  # one draw is quick: a list has 100,000 rows
    letters = []
    for _ in range(_ID_LENGTH):
        number, place = divmod(number, len(_ID_LETTERS))
        letters.append(_ID_LETTERS[place])
    return begins + "".join(letters)


def new_delegate_id() -> str:
    """A new id for a delegate; no code of a badge looks like such an id."""
    return new_id("d")


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
        """The earlier arrival of the two, which is the one that counts; None where there is none."""
        known = [arrival for arrival in (self.desk, self.door) if arrival is not None]
        return min(known, key=lambda arrival: arrival.at) if known else None
