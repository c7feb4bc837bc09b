"""The rows of a comparison of two registrations: for each field both values, and the value that a merge would keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import PERSONS, PRIVATE, Field, NameOrder, Sex, Status
from checkin.domain.merging import filled
from checkin.ui.table import TableColumn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from checkin.desk.compare import Comparison, Side
    from checkin.domain.delegates import Details, Value
    from checkin.domain.programme import Event
    from checkin.wording import Wording

TAKEN, LEFT = "●", "○"
ONE, OTHER = 1, 2
"""The indexes of the columns with the values of the registration that is kept and of the other registration."""
_NEVER_CHOSEN: Final = frozenset({Field.LATIN_ONLY, Field.NAME_ORDER})
"""Fields that are taken together with the name that they are about, unless they alone differ."""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row: the code of the field ("" for a row without a choice), its label, and the texts of both registrations.

    `takes_other` says whether the merged person gets the other registration's value; None if both values are the same,
    or if both are kept.
    """

    code: str
    label: str
    one: str
    other: str
    takes_other: bool | None = None


def compared_rows(
    found: Comparison, chosen: Mapping[str, bool], event: Event, say: Wording, now: datetime
) -> list[ComparedRow]:
    """The rows of a comparison; rows with differences come first.

    `chosen` maps the codes of the fields for which the operator has chosen a value to True if it is the other
    registration's value.
    """
    rows = [_row(found, code, chosen, event, say) for code in (*Field, *_own_codes(found))]
    told = [each for each in rows if each is not None]
    differing = [each for each in told if each.takes_other is not None]
    same = [each for each in told if each.takes_other is None]
    return [*differing, *_happened(found, event, say, now), *same]


def choices(found: Comparison, chosen: Mapping[str, bool]) -> Details:
    """The values that the operator has chosen, by the codes of the fields."""
    one, other = found.one.registration.delegate, found.other.registration.delegate
    return {code: (other if takes_other else one).value(code) for code, takes_other in chosen.items()}


def columns(say: Wording, muted: str, warning: str) -> Sequence[TableColumn[ComparedRow]]:
    """The columns of the comparison: the field, the registration that is kept, and the other registration."""
    return (
        TableColumn(
            say.text("Field"),
            lambda row: f"≠ {row.label}" if row.takes_other is not None else row.label,
            colour=lambda row: warning if row.takes_other is not None else muted,
        ),
        TableColumn(
            say.text("Keep"),
            lambda row: _marked(row.one, is_taken=None if row.takes_other is None else not row.takes_other),
            colour=lambda row: muted if row.takes_other else "",
        ),
        TableColumn(
            say.text("The other"),
            lambda row: _marked(row.other, is_taken=row.takes_other),
            colour=lambda row: muted if row.takes_other is False else "",
        ),
    )


def _marked(text: str, *, is_taken: bool | None) -> str:
    if is_taken is None:
        return text
    return f"{TAKEN if is_taken else LEFT} {text or '—'}"


def _own_codes(found: Comparison) -> list[str]:
    sides = (found.one, found.other)
    return list(dict.fromkeys(code for side in sides for code in side.registration.delegate.own))


def _row(
    found: Comparison, code: str, chosen: Mapping[str, bool], event: Event, say: Wording
) -> ComparedRow | None:
    """The row of this field; None if neither of the two has a value."""
    one, other = found.one.registration.delegate, found.other.registration.delegate
    mine, theirs = one.value(code), other.value(code)
    takes_other: bool | None = None
    if mine != theirs:
        takes_other = chosen.get(code, filled(one, other).value(code) != mine)
    elif code in _NEVER_CHOSEN or mine in {"", None, False}:
        return None
    label = say.field_of(event, code)
    one_told, other_told = (_told(found, code, value, event, say) for value in (mine, theirs))
    return ComparedRow(code, label, one_told, other_told, takes_other)


def _told(found: Comparison, code: str, value: Value, event: Event, say: Wording) -> str:  # noqa: PLR0911 - a line for each
    """The value as the operator reads it. A private value is not shown, because guests see the screen too."""
    if value in {"", None}:
        return ""
    if code in PRIVATE:
        return say.text("recorded, private")
    match value:
        case bool():
            return say.text("yes") if value else say.text("no")
        case Status():
            return say.status_on_screen(value)
        case Sex():
            return say.sex(value)
        case NameOrder():
            return say.name_order(value)
        case float() | int():
            return f"{value:g}"
        case _ if code in PERSONS:
            return found.names.get(str(value), str(value))
        case _ if code == Field.CATEGORY and str(value) in event.categories:
            return say.local(event.categories[str(value)].name)
        case _:
            return str(value)


def _happened(found: Comparison, event: Event, say: Wording, now: datetime) -> list[ComparedRow]:
    """The rows of what both keep: arrivals, badges, sessions entered and invitations."""
    sides = (found.one, found.other)
    rows = (
        (say.text("Arrived"), [_arrival(side, event, say, now) for side in sides]),
        (say.text("Badges"), [_badges(side, say) for side in sides]),
        (say.text("Sessions entered"), [_sessions(side.stays, event, say) for side in sides]),
        (say.text("Invited to"), [_sessions(side.registration.invited, event, say) for side in sides]),
    )
    return [ComparedRow("", label, one, other) for label, (one, other) in rows if one or other]


def _arrival(side: Side, event: Event, say: Wording, now: datetime) -> str:
    arrival = side.registration.arrivals.earliest
    return "" if arrival is None else f"{say.when(arrival.at, now, event.zone)}, {arrival.station}"


def _badges(side: Side, say: Wording) -> str:
    valid = sum(badge.is_valid for badge in side.badges)
    others = len(side.badges) - valid
    parts = [say.many("{count} valid", "{count} valid", valid)] if valid else []
    if others:
        parts.append(say.many("{count} invalidated", "{count} invalidated", others))
    return ", ".join(parts)


def _sessions(codes: Mapping[str, object], event: Event, say: Wording) -> str:
    known = (event.sessions.get(code) for code in sorted(codes))
    return " · ".join(say.local(session.title) for session in known if session is not None)
