"""The fields of a session in the form: their order, their labels, and the inputs that hold them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QCompleter, QWidget

from checkin.domain.clock import shown_at
from checkin.domain.programme import SessionStatus
from checkin.domain.session_times import SessionTimes, days_of, is_day_of, turn_of
from checkin.ui.frames.inputs import TextLine, choice
from checkin.ui.frames.local_text import LocalTextInput
from checkin.ui.frames.local_texts import LocalTextsInput
from checkin.ui.programme.open_to_input import OpenToInput
from checkin.ui.programme.room_input import RoomInput
from checkin.ui.programme.time_input import TimeInput

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from checkin.domain.programme import Event, LocalText, Session
    from checkin.ui.appearance import Appearance
    from checkin.wording import Wording


class SessionField(StrEnum):
    """The fields of a session in the form, in their order in the form."""

    TITLE = "title"
    DAY = "day"
    START = "start"
    END = "end"
    ROOM = "room"
    SPEAKERS = "speakers"
    OPEN_TO = "open_to"
    CAPACITY = "capacity"
    KIND = "kind"
    STATUS = "status"
    DOORS = "doors"
    DOORS_OPEN = "doors_open"
    LAST_ENTRY = "last_entry"
    RE_ENTRY = "re_entry"
    TOPIC = "topic"
    THEME = "theme"


TIMES: Final = (SessionField.START, SessionField.END, SessionField.DOORS_OPEN, SessionField.LAST_ENTRY)
TEXTS: Final = (SessionField.TITLE, SessionField.KIND, SessionField.TOPIC, SessionField.THEME)
AT_DOORS: Final = (SessionField.DOORS_OPEN, SessionField.LAST_ENTRY, SessionField.RE_ENTRY)
"""The fields that only a session with doors has."""
MORE: Final = (
    SessionField.STATUS, SessionField.DOORS, *AT_DOORS, SessionField.TOPIC, SessionField.THEME,
)  # fmt: skip
"""The fields that are filled in rarely."""


def label_of(field: SessionField, say: Wording) -> str:  # noqa: C901, PLR0911, PLR0912 - a line for each field
    """The label of the field; a star marks a field that must be filled in."""
    match field:
        case SessionField.TITLE:
            return say.text("Title of the session") + " *"
        case SessionField.DAY:
            return say.text("Day")
        case SessionField.START:
            return say.text("Start") + " *"
        case SessionField.END:
            return say.text("End") + " *"
        case SessionField.ROOM:
            return say.text("Room")
        case SessionField.SPEAKERS:
            return say.text("Speakers")
        case SessionField.CAPACITY:
            return say.text("Capacity")
        case SessionField.OPEN_TO:
            return say.text("Who may enter")
        case SessionField.KIND:
            return say.text("Kind")
        case SessionField.TOPIC:
            return say.text("Topic")
        case SessionField.THEME:
            return say.text("Theme")
        case SessionField.STATUS:
            return say.text("Status")
        case SessionField.DOORS:
            return say.text("Badges are read")
        case SessionField.DOORS_OPEN:
            return say.text("Doors open")
        case SessionField.LAST_ENTRY:
            return say.text("Last entry")
        case SessionField.RE_ENTRY:
            return say.text("May come back in")
        case _:
            assert_never(field)


def inputs_of(look: Appearance, event: Event, session: Session) -> dict[SessionField, QWidget]:
    """Make the inputs of the form, filled in from the session."""
    times, zone = SessionTimes.of(session), event.zone
    doors = None if times.has_usual_doors else shown_at(times.doors_open, zone).time()
    last = None if times.has_usual_last_entry else shown_at(times.last_entry, zone).time()
    languages = event.description.languages
    kind = LocalTextInput(look, languages, session.kind)
    _propose(kind, [each.kind for each in event.sessions.values()])
    return {
        SessionField.TITLE: LocalTextInput(look, languages, session.title),
        SessionField.DAY: choice(
            day_choices(event, session, look.say), event.day_of(session.start).isoformat()
        ),
        SessionField.START: TimeInput(look, shown_at(times.start, zone).time(), turn_of(times.start, zone)),
        SessionField.END: TimeInput(look, shown_at(times.end, zone).time(), turn_of(times.end, zone)),
        SessionField.ROOM: RoomInput(look, event, session.room),
        SessionField.SPEAKERS: LocalTextsInput(look, languages, session.speakers),
        SessionField.OPEN_TO: OpenToInput(look, event.categories.values(), session.open_to),
        SessionField.CAPACITY: TextLine("" if session.capacity is None else str(session.capacity)),
        SessionField.KIND: kind,
        SessionField.STATUS: choice(dict.fromkeys(SessionStatus, ""), session.status),
        SessionField.DOORS: _tick(is_ticked=session.doors),
        SessionField.DOORS_OPEN: TimeInput(look, doors, has_usual=True),
        SessionField.LAST_ENTRY: TimeInput(look, last, has_usual=True),
        SessionField.RE_ENTRY: _tick(is_ticked=session.re_entry),
        SessionField.TOPIC: LocalTextInput(look, languages, session.topic),
        SessionField.THEME: LocalTextInput(look, languages, session.theme),
    }


def day_choices(event: Event, session: Session, say: Wording) -> Mapping[str, str]:
    """The days that can be chosen, in ISO form, with their words: those of the event, and the session's own."""
    own = event.day_of(session.start)
    days = {own, *days_of(event.description)}
    return {day.isoformat(): say.weekday(day) + _outside(event, day, say) for day in sorted(days)}


def is_unusual(session: Session) -> bool:
    """Whether one of the rarely used fields (`MORE`) has a value."""
    times = SessionTimes.of(session)
    has_usual_times = times.has_usual_doors and times.has_usual_last_entry
    is_planned = session.status is SessionStatus.PLANNED
    has_all = session.doors and session.re_entry and has_usual_times and is_planned
    return not has_all or bool(session.topic) or bool(session.theme)


def _outside(event: Event, day: date, say: Wording) -> str:
    return "" if is_day_of(event.description, day) else f" ({say.text('no day of the event')})"


def _tick(*, is_ticked: bool) -> QCheckBox:
    box = QCheckBox()
    box.setChecked(is_ticked)
    return box


def _propose(field: LocalTextInput, known: list[LocalText]) -> None:
    """Propose, while the operator types, the words that other sessions have in the language of the line."""
    for language, line in field.lines.items():
        words = sorted({each.in_language(language) for each in known} - {""})
        line.setCompleter(QCompleter(words, line))
        line.completer().setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
