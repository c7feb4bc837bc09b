"""Register a delegate who is not on the list (a walk-in)."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from checkin.desk.recording import record
from checkin.domain.delegates import Delegate, Details, Field, new_delegate_id
from checkin.domain.facts import Registered
from checkin.domain.registration import Registration
from checkin.errors import CheckinError
from checkin.plain_text import plain
from checkin.storage import delegates

if TYPE_CHECKING:
    from checkin.desk.staff import Staff
    from checkin.domain.delegates import Value
    from checkin.storage.event_file import EventFile

NAMES: Final = (Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME)


def register(file: EventFile, staff: Staff, details: Details) -> Registration:
    """Register a delegate with these details.

    Raises CheckinError if there is no name in any script, no category of this event, or if another delegate has the
    same reference (the organiser's own id of a delegate).
    """
    delegate = Delegate.of(new_delegate_id(), as_typed(details))
    with file.transaction():
        require_name_and_category(file, delegate)
        require_own_reference(file, delegate)
        record(file, staff, [Registered(delegate.id, delegate.details())])
    return Registration(delegate)


def as_typed(details: Details) -> dict[str, Value]:
    """The details as they are stored: texts without blanks at the ends and without control characters.

    A text that somebody pastes may contain such characters.
    """
    return {
        field: plain(value).strip() if isinstance(value, str) and not isinstance(value, Enum) else value
        for field, value in details.items()
    }


def require_name_and_category(file: EventFile, delegate: Delegate) -> None:
    """Raise CheckinError unless the delegate has a name, in whatever script, and a category of this event."""
    if not any(getattr(delegate, field.value).strip() for field in NAMES):
        raise CheckinError(
            "A name is needed", "Give a family name, a given name, or the name in its own script."
        )
    categories = file.event.categories
    if delegate.category not in categories:
        raise CheckinError(
            "A category is needed"
            if not delegate.category
            else f"There is no category “{delegate.category}”",
            f"The categories are: {', '.join(categories)}.",
        )


def require_own_reference(file: EventFile, delegate: Delegate) -> None:
    """Raise CheckinError if another delegate has this reference.

    Otherwise the next import of a list would mistake one delegate for the other.
    """
    for other in delegates.by_reference(file.database, delegate.reference):
        if other.delegate.id != delegate.id:
            raise CheckinError(
                f"The reference {delegate.reference} is taken",
                f"It is that of {other.delegate.name}. Give another, or none.",
            )
