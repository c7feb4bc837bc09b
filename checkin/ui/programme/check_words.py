"""The words for what a programme from a file would change: a row for each session and for each rejected row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, auto
from typing import TYPE_CHECKING

from checkin.importing.people.planned import Rejection
from checkin.ui.programme.block_words import open_to_in_words, time_of
from checkin.ui.programme.session_fields import TEXTS, SessionField, label_of
from checkin.wording import sessions as words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkin.domain.programme import Event, LocalText, Session
    from checkin.importing.programme_plan import ProgrammePlan
    from checkin.importing.programme_rows import Skipped
    from checkin.wording import Wording


class Fate(IntEnum):
    """What bringing in the file does with a session or row of it; those that somebody must look at come first."""

    REJECTED = auto()
    CHANGED = auto()
    NEW = auto()
    SKIPPED = auto()


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A row of the check: the fate of a session or row of the file, its title, and its changes or its fault."""

    fate: Fate
    title: str
    told: str


def fate_in_words(fate: Fate, say: Wording) -> str:
    """The word for this fate of a session or row."""
    match fate:
        case Fate.REJECTED:
            return say.text("rejected")
        case Fate.CHANGED:
            return say.text("changed")
        case Fate.NEW:
            return say.text("new")
        case Fate.SKIPPED:
            return say.text("skipped")


def rows_of(plan: ProgrammePlan, say: Wording) -> list[CheckRow]:
    """All rows of the check: rejected rows, then changed and new sessions in the programme's order, then skipped rows.

    Sessions that stay the same are left out.
    """
    seen, wanted = plan.seen, plan.wanted
    in_order = [each for each in wanted.sessions_by_time() if each.code in {*plan.new, *plan.changed}]
    changed = [each for each in in_order if each.code in plan.changed]
    return [
        *(CheckRow(Fate.REJECTED, each.name, _why(each, say)) for each in plan.rejected),
        *(
            CheckRow(
                Fate.CHANGED,
                say.local(each.title) or each.code,
                "; ".join(_changes(say, seen, seen.sessions[each.code], wanted, each)),
            )
            for each in changed
        ),
        *(
            CheckRow(
                Fate.NEW, say.local(each.title) or each.code, _when_where_and_for_whom(say, wanted, each)
            )
            for each in in_order
            if each.code in plan.new
        ),
        *(CheckRow(Fate.SKIPPED, each.text, _why(each, say)) for each in plan.skipped),
    ]


def _why(found: Rejection | Skipped, say: Wording) -> str:
    """Where the row stands in the file, and why it does not come in."""
    column, text = (found.column, found.text) if isinstance(found, Rejection) else ("", "")
    place = ", ".join(filter(None, (found.sheet, say.text("row {row}").format(row=found.row), column)))
    return say.about(place, say.rejected_text(found.reason, text))


def _when_where_and_for_whom(say: Wording, event: Event, session: Session) -> str:
    day, room = say.weekday(event.day_of(session.start)), say.local(event.room_of(session))
    times, open_to = time_of(say, event, session), open_to_in_words(say, event, session)
    return ", ".join(filter(None, (day, times, room, open_to)))


def _changes(say: Wording, seen: Event, before: Session, wanted: Event, after: Session) -> Iterator[str]:
    """Each field that differs, as its label with what stood there and what will stand there."""
    was, will = _values(say, seen, before), _values(say, wanted, after)
    for field in TEXTS:
        was[field], will[field] = _where_they_differ(getattr(before, field), getattr(after, field), say)
    if before.start - before.doors_open == after.start - after.doors_open:
        del was[SessionField.DOORS_OPEN]  # the doors only move along
    if before.end - before.last_entry == after.end - after.last_entry:
        del was[SessionField.LAST_ENTRY]
    for field in SessionField:
        if field in was and was[field] != will[field]:
            values = f"{was[field] or '–'} → {will[field] or '–'}"
            yield say.about(label_of(field, say).removesuffix(" *"), values)


def _values(say: Wording, event: Event, session: Session) -> dict[SessionField, str]:
    """The fields of the session in words, without its texts."""
    day = event.day_of(session.start)
    is_over_midnight = event.day_of(session.end) != day
    end = say.when(session.end, session.start, event.zone) if is_over_midnight else ""
    return {
        SessionField.DAY: say.weekday(day),
        SessionField.START: say.time(session.start, event.zone),
        SessionField.END: end or say.time(session.end, event.zone),
        SessionField.ROOM: say.local(event.room_of(session)),
        SessionField.CAPACITY: "" if session.capacity is None else str(session.capacity),
        SessionField.OPEN_TO: open_to_in_words(say, event, session),
        SessionField.SPEAKERS: ", ".join(map(say.local, session.speakers)),
        SessionField.STATUS: words_of.status(say, session.status),
        SessionField.DOORS: say.text("yes") if session.doors else say.text("no"),
        SessionField.DOORS_OPEN: say.when(session.doors_open, session.start, event.zone),
        SessionField.LAST_ENTRY: say.when(session.last_entry, session.start, event.zone),
        SessionField.RE_ENTRY: say.text("yes") if session.re_entry else say.text("no"),
    }


def _where_they_differ(before: LocalText, after: LocalText, say: Wording) -> tuple[str, str]:
    """The two texts in the window's language or, if they are the same there, in the first in which they differ."""
    was, will = dict(before.by_language), dict(after.by_language)
    if say.local(before) != say.local(after) or was == will:
        return say.local(before), say.local(after)
    language = next(each for each in sorted({*was, *will}) if was.get(each) != will.get(each))
    return was.get(language, ""), will.get(language, "")
