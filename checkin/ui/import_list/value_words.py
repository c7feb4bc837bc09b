"""The words with which the Import page shows persons, values of fields, and places in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.delegates import Delegate, Field, NameOrder, Sex, Status

if TYPE_CHECKING:
    from checkin.domain.delegates import Details, Value
    from checkin.domain.programme import Event
    from checkin.importing.people.planned import Candidate
    from checkin.wording import Wording


class ValueWords:
    """The words for values, for one event and one language."""

    def __init__(self, event: Event, say: Wording) -> None:
        self._event = event
        self._say = say

    def whom(self, one: Delegate | Candidate) -> str:
        """Whom a row looks like: somebody known, or the person in an earlier row with the number of that row."""
        if isinstance(one, Delegate):
            return self.described(one)
        row = self._say.text("row {row}").format(row=one.row)
        place = f"{one.sheet} · {row}" if one.sheet else row
        return self._say.about(place, self.described(delegate_of(one.details)))

    def described(self, delegate: Delegate) -> str:
        """A person's name, organisation and category."""
        parts = (delegate.name, delegate.organisation, self.value(Field.CATEGORY, delegate.category))
        return " · ".join(part for part in parts if part)

    def value(self, field: str, value: Value) -> str:  # noqa: PLR0911 - a line for each kind
        """The value of a field as text for the operator; "–" if it is empty."""
        match field, value:
            case _, None | "":
                return "–"
            case Field.CATEGORY, str():
                known = self._event.categories.get(value)
                return self._say.local(known.name) if known is not None else value
            case Field.STATUS, _:
                return self._say.status(Status(str(value)))
            case Field.SEX, _:
                return self._say.sex(Sex(str(value)))
            case Field.NAME_ORDER, _:
                return self._say.name_order(NameOrder(str(value)))
            case _, bool():
                return self._say.yes_no(value=value)
            case _, float():
                return f"{value:g}"
            case _:
                return str(value)


def content_words(content: str, event: Event, say: Wording) -> str:
    """The words for what a column holds: a field, whole names, or the names of companions."""
    match content:
        case "full_name":
            return say.text("Full name")
        case "companion":
            return say.text("Name of who comes along")
        case "companion_family_name":
            return say.text("Family name of who comes along")
        case "companion_given_name":
            return say.text("Given name of who comes along")
        case _:
            return say.field_of(event, content)


def delegate_of(details: Details) -> Delegate:
    """The person with these details, whom nobody has registered yet."""
    return Delegate.of("", details)


def place_of(sheet: str, row: int) -> str:
    """Where a row stands in a list."""
    return f"{sheet} · {row}" if sheet else str(row)
