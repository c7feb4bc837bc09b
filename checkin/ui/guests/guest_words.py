"""The sentences about the guests of a session, and the columns of the tables with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.desk.guest_list import Found, NotFound, Unclear
from checkin.domain.delegates import Field
from checkin.domain.naming import Answer, Naming
from checkin.text import name_order
from checkin.ui.table import TableColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.desk.guest_list import Row
    from checkin.desk.guests import Guests, NamedGuest
    from checkin.domain.delegates import Delegate
    from checkin.wording import Wording


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row of a list that is being checked: its texts (`row`), and the result of reading it (`read`)."""

    row: Row
    read: Found | NotFound


def sums_in_words(say: Wording, known: Guests) -> str:
    """One line with the numbers of persons invited, accepting and declining, and of named persons who are inside."""
    sums = known.sums
    told = [say.many("{count} invited", "{count} invited", sums.invited)]
    told.append(say.many("{count} accepts", "{count} accept", sums.accepts))
    if sums.declines:
        told.append(say.many("{count} declines", "{count} decline", sums.declines))
    told.append(say.many("{count} inside", "{count} inside", known.inside))
    return " · ".join(told)


def invited_in_words(say: Wording, name: str, naming: Naming) -> str:
    """The sentence that somebody is invited, with their answer, their seat and the number of persons, if known."""
    if naming == Naming():
        return say.text("{name} is invited.").format(name=name)
    persons = say.many("{count} person", "{count} persons", naming.persons)
    return say.about(
        name, " · ".join(filter(None, (say.answer(naming.answer), say.seat(naming.seat), persons)))
    )


def guest_columns(say: Wording, muted: str) -> Sequence[TableColumn[NamedGuest]]:
    """The columns of the table of guests; `muted` is the colour of those whose invitation was withdrawn."""

    def column(
        title: str, text: object, sort: object = None, *, is_number: bool = False
    ) -> TableColumn[NamedGuest]:
        return TableColumn(title, text, sort, is_number, lambda row: muted if row.naming.withdrawn else "")  # type: ignore[arg-type]

    return (
        column(say.text("Name"), lambda row: _of(row).titled_name, lambda row: name_order(_of(row))),
        column(say.field(Field.NATIVE_NAME), lambda row: _of(row).titled_other_name),
        column(say.text("Answer"), lambda row: _answer(say, row)),
        column(say.text("Seat"), lambda row: row.naming.seat),
        column(
            say.text("Persons"), lambda row: str(row.naming.persons), lambda row: row.naming.persons,
            is_number=True,
        ),
        column(
            say.text("Inside"),
            lambda row: say.yes_no(value=True) if row.is_inside else "",
            lambda row: row.is_inside,
        ),
        column(say.field(Field.ORGANISATION), lambda row: _of(row).organisation or _of(row).native_organisation),
    )  # fmt: skip


def _of(row: NamedGuest) -> Delegate:
    return row.registration.delegate


def _answer(say: Wording, row: NamedGuest) -> str:
    return say.text("withdrawn") if row.naming.withdrawn else say.answer(row.naming.answer)


def checked_columns(say: Wording, bad: str) -> Sequence[TableColumn[CheckedRow]]:
    """The columns of the table of a list that is being checked; `bad` is the colour of rows that are unclear."""

    def colour(row: CheckedRow) -> str:
        return bad if isinstance(row.read, NotFound) else ""

    return (
        TableColumn(
            say.text("Row"), lambda row: str(row.row.line), lambda row: row.row.line, colour=colour
        ),
        TableColumn(say.text("In the list"), lambda row: row.row.who, colour=colour),
        TableColumn(say.text("Means"), lambda row: meaning(say, row), colour=colour),
        TableColumn(say.text("Answer"), lambda row: _answer_of(say, row), colour=colour),
        TableColumn(say.text("Seat"), lambda row: row.row.seat, colour=colour),
        TableColumn(say.text("Persons"), lambda row: row.row.persons, is_number=True, colour=colour),
    )  # fmt: skip


def _answer_of(say: Wording, row: CheckedRow) -> str:
    """The answer as it is understood; what is not understood, as it stands there."""
    if isinstance(row.read, NotFound) or row.read.wish.answer is None:
        return row.row.answer
    return "" if row.read.wish.answer is Answer.NONE else say.answer(row.read.wish.answer)


def meaning(say: Wording, row: CheckedRow) -> str:
    """The name of the person whom the row means, or the reason why the row invites nobody."""
    if isinstance(row.read, NotFound):
        return why_unclear(say, row.read)
    delegate = row.read.registration.delegate
    return " · ".join(
        filter(None, (delegate.titled_name, delegate.organisation or delegate.native_organisation))
    )


def why_unclear(say: Wording, row: NotFound) -> str:
    """The reason why a row invites nobody, as one sentence."""
    match row.why:
        case Unclear.NOBODY:
            return say.text("Nobody has exactly this name or reference.")
        case Unclear.SEVERAL:
            return say.text("Several people are called so.")
        case Unclear.TWICE:
            return say.text("This person stands in the list twice.")
        case Unclear.ANSWER:
            return say.text("“{text}” is no answer: accepts or declines.").format(text=row.text)
        case Unclear.PERSONS:
            return say.text("“{text}” is no number of persons, 1 to 99.").format(text=row.text)
        case Unclear.SEAT:
            return say.text("The seat has too many letters.")
