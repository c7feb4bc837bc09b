"""The delegate, a registered person of any category, and the fields that are recorded of a delegate."""

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
    """The state of a registration. The admission table depends on it; a change of the state revokes no badge.

    Invited: the delegate has not answered yet. Pending: the delegate is named but not approved yet. Registered: the
    registration is confirmed; only in this state is a delegate expected. Excused: the delegate does not come, but
    another person may represent them.
    """

    INVITED = "invited"
    PENDING = "pending"
    REGISTERED = "registered"
    DECLINED = "declined"
    EXCUSED = "excused"
    CANCELLED = "cancelled"
    BLOCKED = "blocked"


class Sex(StrEnum):
    """A delegate's sex as the organiser's list states it.

    It is recorded because lists end with the total and the number of women.
    """

    NOT_SAID = ""
    FEMALE = "f"
    MALE = "m"


class NameOrder(StrEnum):
    """The part of the Latin name that is written first, on badges and in lists."""

    FAMILY_FIRST = "family_first"
    GIVEN_FIRST = "given_first"


class Field(StrEnum):
    """The fields of a delegate that every event has; in this order they are the columns of lists and exports.

    The code of a field that only this event has (`OwnField`) is different from all of these.
    """

    REFERENCE = "reference"
    HONORIFIC = "honorific"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    NATIVE_HONORIFIC = "native_honorific"
    NATIVE_NAME = "native_name"
    NAME_ORDER = "name_order"
    LATIN_ONLY = "latin_only"
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
    TICKET = "ticket"
    PHOTO = "photo"
    PRIVATE_NOTE = "private_note"
    PUBLIC_NOTE = "public_note"
    ATTENTION = "attention"
    STATUS = "status"


Value: TypeAlias = str | int | float | bool | None
"""The value of one field: a text ("" if empty), a number or None for the precedence, a bool for a yes-or-no field."""

YES_OR_NO: Final = frozenset({Field.LATIN_ONLY, Field.HEAD_OF_DELEGATION, Field.ATTENTION})
NUMBERS: Final = frozenset({Field.PRECEDENCE})
PERSONS: Final = frozenset({Field.ACCOMPANIES, Field.REPRESENTED_BY})
"""Fields that hold another delegate's id."""
PICTURES: Final = frozenset({Field.PHOTO})
"""Fields that hold the digest (SHA-256, in hexadecimal digits) of a picture whose bytes are in the event file.

Such a field cannot be typed, is in no list and is never shown as a text. Code that sets the field must store the bytes.
"""
PRIVATE: Final = frozenset({Field.NATIONALITY, Field.TICKET, Field.PRIVATE_NOTE, *PICTURES})
"""Fields that appear on no badge as a text, in no table of participants and on no screen that a guest can see."""
NEVER_GIVEN_OUT: Final = frozenset({Field.TICKET, *PICTURES})
"""Fields that no export contains, not even the JSON of the command line.

A ticket code would let anybody in who has it, and a digest is of no use to anybody.
"""


@dataclass(frozen=True, slots=True)
class Delegate:
    """A registered person. Names, titles and country are exactly as the organiser wrote them.

    Title, position and organisation are known in Latin script and in the delegate's own script (`native_…`). A text is
    only ever shown beside the name in the same script. `latin_only` means that the native name is not on the badge,
    because no font has all of its characters. `precedence` is the protocol office's order number and is never computed;
    `category` is a category's code; `delegation` is the delegation's name as the list writes it. `accompanies` and
    `represented_by` are ids of delegates. `ticket` is the code with which the delegate's ticket of another system is
    read; it opens doors as a badge does. `photo` is the digest of the delegate's photo (see
    `PICTURES`). `own` holds the event's own fields by their codes, without empty ones.
    """

    id: str
    reference: str = ""
    honorific: str = ""
    family_name: str = ""
    given_name: str = ""
    native_honorific: str = ""
    native_name: str = ""
    name_order: NameOrder = NameOrder.FAMILY_FIRST
    latin_only: bool = False
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
    ticket: str = ""
    photo: str = ""
    private_note: str = ""
    public_note: str = ""
    attention: bool = False
    status: Status = Status.REGISTERED
    own: Mapping[str, Value] = field(default_factory=dict, hash=False)

    @classmethod
    def of(cls, delegate: str, details: Details) -> Self:
        """The delegate with this id and details; raises ValueError for an unknown status, sex or name order."""
        return cls(delegate).with_details(details)

    @property
    def latin_name(self) -> str:
        """Family and given name, in the order that `name_order` says; "" if only a native name is known."""
        parts = (self.family_name, self.given_name)
        if self.name_order is NameOrder.GIVEN_FIRST:
            parts = (self.given_name, self.family_name)
        return " ".join(part for part in parts if part)

    @property
    def name(self) -> str:
        """The name to call the delegate by: the Latin name, or the native one if there is no Latin name."""
        return self.latin_name or self.native_name

    @property
    def other_name(self) -> str:
        """The native name to show beside the Latin name; "" if there is no Latin name."""
        return self.native_name if self.latin_name else ""

    @property
    def titled_name(self) -> str:
        """The name to call the delegate by, with the title in the same script."""
        title = self.honorific if self.latin_name else self.native_honorific
        return f"{title} {self.name}".strip()

    @property
    def titled_other_name(self) -> str:
        """The native name with its own title, to show beside the Latin name; "" if there is no Latin name."""
        return f"{self.native_honorific} {self.native_name}".strip() if self.other_name else ""

    @property
    def on_badge(self) -> Self:
        """The delegate as a badge shows them.

        If `latin_only` is True and there is a Latin name, the native name and the native title are left out.
        """
        if not self.latin_only or not self.latin_name:
            return self
        return replace(self, native_name="", native_honorific="")

    @property
    def is_expected(self) -> bool:
        """Whether the registration is confirmed, so that the delegate gets a badge and a seat."""
        return self.status is Status.REGISTERED

    def value(self, code: str) -> Value:
        """The delegate's value for the field with this code; "" for a field of the event's own that has no value."""
        return getattr(self, code) if code in _CODES else self.own.get(code, "")

    def with_details(self, details: Details) -> Self:
        """The same delegate with these fields set; raises ValueError for an unknown status, sex or name order."""
        changes: dict[str, Any] = {
            COLUMNS[code]: typed(code, value) for code, value in details.items() if code in _CODES
        }
        if len(changes) < len(details):
            own = {**self.own, **{code: value for code, value in details.items() if code not in _CODES}}
            changes["own"] = {code: own[code] for code in sorted(own) if own[code] not in _EMPTY}
        return replace(self, **changes)

    def details(self) -> dict[str, Value]:
        """The fields whose values are not the default, as a dict from each field's code to its value."""
        empty = Delegate(self.id)
        known: dict[str, Value] = {
            code: value
            for code in Field
            if (value := getattr(self, code.value)) != getattr(empty, code.value)
        }
        return {**known, **self.own}


Details: TypeAlias = Mapping[str, Value]
"""Some fields of a delegate: the value for each field's code. A member of `Field` can serve as its own code."""


_EMPTY: Final = (None, "")
_TOO_LARGE: Final = 1e9


def number_of(text: str) -> float | None:
    """The number that a text stands for; None for an empty text.

    Accepts a decimal point or a decimal comma, and digits of any script. Raises ValueError for a text that is no
    number, and for a number of a thousand million or more, because no place in the order of precedence is that high.
    """
    if not text:
        return None
    number = float(text.replace(",", "."))
    if not abs(number) < _TOO_LARGE or "_" in text:  # "nan" is not below the limit either
        raise ValueError(text)
    return int(number) if number.is_integer() else number


COLUMNS: Final[Mapping[str, str]] = {field: field.value for field in Field}
"""Each field's code as plain text, because reading an enum's `value` is slow in a loop over 100,000 rows."""
_CODES: Final = frozenset(COLUMNS)
_KINDS: Final[Mapping[str, type[StrEnum]]] = {
    Field.STATUS: Status, Field.NAME_ORDER: NameOrder, Field.SEX: Sex,
}  # fmt: skip


def typed(code: str, value: Value) -> Value:
    """The value converted to the type in which `Delegate` holds the field with this code.

    For example, "blocked" becomes `Status.BLOCKED`. Raises ValueError for an unknown status, sex or name order.
    """
    kind = _KINDS.get(code)
    return value if kind is None else kind(str(value))


_ID_LETTERS: Final = "23456789abcdefghjkmnpqrstvwxyz"
_ID_LENGTH: Final = 10


def new_id(begins: str) -> str:
    """Make a random id that no other desk will make: the prefix `begins`, then 10 letters or digits (49 bits)."""
    number = secrets.randbelow(len(_ID_LETTERS) ** _ID_LENGTH)  # one draw is quick: a list has 100,000 rows
    letters = []
    for _ in range(_ID_LENGTH):
        number, place = divmod(number, len(_ID_LETTERS))
        letters.append(_ID_LETTERS[place])
    return begins + "".join(letters)


def new_delegate_id() -> str:
    """Make a new id for a delegate; it never looks like the code of a badge."""
    return new_id("d")


@dataclass(frozen=True, slots=True)
class Arrival:
    """One arrival of a delegate: when (UTC) and at which desk or door."""

    at: datetime
    station: str


@dataclass(frozen=True, slots=True)
class Arrivals:
    """A delegate's arrivals: the one recorded at a desk and the one recorded at a door. Either may be missing.

    `let_in` says that a desk received the delegate for a reason, in spite of the status that the delegate still has.
    """

    desk: Arrival | None = None
    door: Arrival | None = None
    let_in: bool = False

    @property
    def earliest(self) -> Arrival | None:
        """The earlier of the two arrivals, which is the one that counts; None if there is none."""
        known = [arrival for arrival in (self.desk, self.door) if arrival is not None]
        return min(known, key=lambda arrival: arrival.at) if known else None
