"""The form of a session: what it is, when and where, who speaks, and who may enter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QWidget

from checkin.domain import session_codes
from checkin.domain.clock import shown_at
from checkin.domain.programme import LocalText, Session, SessionStatus
from checkin.domain.rooms import capacity_of_room
from checkin.domain.session_times import (
    By,
    ReadTimes,
    SessionTimes,
    TypedTimes,
    read_times,
)
from checkin.ui.frames.form import Form
from checkin.ui.frames.inputs import TextLine, content_of
from checkin.ui.frames.local_text import LocalTextInput, LocalTextsInput
from checkin.ui.programme.open_to_input import OpenToInput
from checkin.ui.programme.room_input import RoomInput
from checkin.ui.programme.session_fields import (
    AT_DOORS,
    MORE,
    TEXTS,
    TIMES,
    SessionField,
    days_of,
    inputs_of,
    is_unusual,
    label_of,
)
from checkin.ui.programme.time_input import TimeInput
from checkin.wording import sessions as words_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from checkin.domain.programme import Event
    from checkin.domain.session_times import TimeFault
    from checkin.ui.appearance import Appearance, Words
    from checkin.wording import Wording

_Input = TypeVar("_Input", bound=QWidget)
_NARROW: Final = 50
"""The letters of a line of the form below which the labels stand above the inputs."""


class SessionForm(Form[SessionField]):
    """The form of a session; `saved` is emitted with the whole `Session` as it is wanted.

    Fields that the operator did not change stay as they were, times to the second. While no other end is typed, the end
    moves along with the start, and so do the doors and the last entry.
    """

    def __init__(
        self,
        look: Appearance,
        event: Event,
        session: Session | None,
        start: datetime,
        end: datetime,
        room: LocalText,
        now: datetime,
    ) -> None:
        """Show `session`, or a new session in `room` from `start` to `end` (UTC) if it is None."""
        self._event, self._now = event, now
        self._former = session
        usual = SessionTimes.usual(start, end)
        self._base = session or Session(
            "", LocalText(), room, usual.start, usual.end, usual.doors_open, usual.last_entry
        )
        self._has_more = is_unusual(self._base)
        self._is_following = False
        self._inside = self._entered = 0
        self.more_button = QPushButton()
        self.more_button.setCheckable(True)
        title: Words = (
            (lambda say: say.text("New session"))
            if session is None
            else (lambda say: say.text("Change the session"))
        )
        super().__init__(look, title, inputs_of(look, event, self._base), label_of)
        self._begun = dict(zip(self._inputs, self._contents(), strict=True))
        self.more_button.setChecked(self._has_more)
        self.more_button.toggled.connect(self._on_more)
        self.add_before(MORE[0], self.more_button)
        kind = self._at(SessionField.KIND, LocalTextInput)
        self.setTabOrder(list(kind.lines.values())[-1], self.more_button)
        self.changed.connect(self._follow)
        self._show_rows()
        self._follow()
        look.language_changed.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the labels above the inputs where there is little room."""
        super().resizeEvent(event)
        self.put_labels_above(self.width() < self.fontMetrics().averageCharWidth() * _NARROW)

    def show_people(self, people: Mapping[str, int]) -> None:
        """Show how many people each category has, by its code."""
        self._at(SessionField.OPEN_TO, OpenToInput).show_people(people)

    def show_occupancy(self, inside: int, entered: int) -> None:
        """Take into account that `inside` persons are in the session now, and that `entered` were ever scanned in."""
        self._inside, self._entered = inside, entered
        self._follow()

    @property
    def draft(self) -> Session | None:
        """The session as it is filled in now; None if it cannot be kept so. A new session has no code yet."""
        read = self._read()
        if self._wrong_fields(read) or read.times is None:
            return None
        return read.times.put_into(replace(self._base, **self._changed_values()))

    def choices(self, name: SessionField) -> Mapping[str, str] | None:
        """The values that can be chosen for the day and the status, with their words."""
        match name:
            case SessionField.DAY:
                return days_of(self._event, self._base, self._say)
            case SessionField.STATUS:
                return {each: words_of.status(self._say, each) for each in SessionStatus}
            case _:
                return None

    def show_wrong(self, name: SessionField, words: Words) -> None:
        """Show what is wrong below the input with this name, also if it is one of those that are hidden."""
        if name in MORE:
            self.more_button.setChecked(True)
        super().show_wrong(name, words)

    def filled_in(self) -> Session:
        """The session as it is wanted; a new one has a code that is proposed from its title.

        Raises ValueError, after showing what is wrong beside each field, if the session cannot be so.
        """
        wrong = self._wrong_fields(self._read())
        for name, words in wrong.items():
            self.show_wrong(name, words)
        wanted = self.draft
        if wanted is None:
            raise ValueError(", ".join(wrong))
        if self._former is None:
            return replace(wanted, code=session_codes.proposed(wanted.title, self._event.sessions))
        return wanted

    def _changed_values(self) -> dict[str, Any]:
        """The values, without the times, of the fields that the operator has changed."""
        values: dict[SessionField, Any] = {each: self._at(each, LocalTextInput).text() for each in TEXTS}
        values[SessionField.SPEAKERS] = self._at(SessionField.SPEAKERS, LocalTextsInput).texts()
        values[SessionField.ROOM] = self._at(SessionField.ROOM, RoomInput).room()
        values[SessionField.CAPACITY] = _number(self._capacity.text())
        values[SessionField.OPEN_TO] = self._at(SessionField.OPEN_TO, OpenToInput).open_to()
        values[SessionField.STATUS] = SessionStatus(self._at(SessionField.STATUS, QComboBox).currentData())
        for name in (SessionField.DOORS, SessionField.RE_ENTRY):
            values[name] = self._at(name, QCheckBox).isChecked()
        return {name.value: value for name, value in values.items() if self._is_changed(name)}

    def _wrong_fields(self, read: ReadTimes) -> dict[SessionField, Words]:
        """What is wrong, by the field beside which it is told, in the order of the form."""
        wrong: dict[SessionField, Words] = {
            SessionField(field): _fault_words(fault) for field, fault in reversed(read.faults)
        }
        if not self._at(SessionField.TITLE, LocalTextInput).text():
            wrong[SessionField.TITLE] = lambda say: say.text("“{field}” is missing.").format(
                field=label_of(SessionField.TITLE, say).removesuffix(" *")
            )
        if self._at(SessionField.ROOM, RoomInput).room() is None:
            wrong[SessionField.ROOM] = lambda say: say.text(
                "Two rooms have this name: choose one from the list."
            )
        if self._capacity.text().strip() and _number(self._capacity.text()) is None:
            wrong[SessionField.CAPACITY] = lambda say: say.text("This is not a number.")
        if self._at(SessionField.OPEN_TO, OpenToInput).lacks_a_tick:
            wrong[SessionField.OPEN_TO] = lambda say: say.text("Tick at least one category.")
        return {name: wrong[name] for name in SessionField if name in wrong}

    def _read(self) -> ReadTimes:
        """What the times mean that are filled in; without doors, what the doors were told does not count."""
        typed = self._typed
        former = SessionTimes.of(self._base)
        if self._has_doors:
            return read_times(typed, former, self._event.zone)
        kept = read_times(
            replace(typed, doors_open=By.MOVING, last_entry=By.MOVING), former, self._event.zone
        )
        if kept.times is None or not kept.faults:
            return kept
        usual = replace(typed, doors_open=By.USUAL, last_entry=By.USUAL)
        return read_times(usual, former, self._event.zone)

    @property
    def _typed(self) -> TypedTimes:
        start, end, doors, last = (self._time(name) for name in TIMES)
        return TypedTimes(
            date.fromisoformat(self._at(SessionField.DAY, QComboBox).currentData()),
            start.shown_time,
            end.typed(),
            doors.typed(),
            last.typed(),
            start.turn,
            end.turn,
        )

    def _follow(self) -> None:
        """Show what follows from the values filled in: times that move along, hints, and rows that are needed."""
        if self._is_following:
            return
        self._is_following = True
        read = self._read()
        for name in TIMES:
            self.hide_wrong(name)
        start, end, doors, last = (self._time(name) for name in TIMES)
        start.offer_turns(comes_twice=read.start_comes_twice)
        end.offer_turns(comes_twice=read.end_comes_twice)
        start.show_note(self._note_of_start())
        if read.times is None:
            end.show_note("")
        else:
            self._show_times(read.times, end, doors, last)
        self._show_capacity()
        self._show_rows()
        self._show_notes()
        self._is_following = False

    def _show_times(self, times: SessionTimes, end: TimeInput, doors: TimeInput, last: TimeInput) -> None:
        say, zone = self._say, self._event.zone
        end.show_time(shown_at(times.end, zone).time().replace(second=0, microsecond=0))
        is_possible = times.end > times.start
        end.show_note(words_of.length(say, times.end - times.start) if is_possible else "")
        ends = words_of.end_on_another_day(say, times, zone) if is_possible else ""
        self.show_note(SessionField.END, (lambda _say: ends) if ends else None)
        usual = SessionTimes.usual(times.start, times.end)
        for field, moment, hint, is_usual, words in (
            (doors, times.doors_open, usual.doors_open, times.has_usual_doors, say.text("30 minutes before")),
            (last, times.last_entry, usual.last_entry, times.has_usual_last_entry, say.text("at the end")),
        ):
            field.show_time(None if is_usual else shown_at(moment, zone).time())
            field.show_hint(shown_at(hint, zone).time(), words)

    def _note_of_start(self) -> str:
        """Whether the session of this form is going on or over, because people may have been scanned."""
        if self._former is None or self._now < self._former.start:
            return ""
        return self._say.text("over") if self._former.end < self._now else self._say.text("goes on now")

    def _show_capacity(self) -> None:
        """Show as a hint how many may enter if nothing is filled in, and a note if more are inside now."""
        say, capacity = self._say, self._capacity_of_room
        self._capacity.setPlaceholderText(
            say.text("no limit")
            if capacity is None
            else say.text("as the room: {capacity}").format(capacity=capacity)
        )
        typed = _number(self._capacity.text())
        seats = capacity if typed is None else typed
        is_too_small = seats is not None and seats < self._inside
        self.show_note(SessionField.CAPACITY, self._words_of_inside if is_too_small else None)

    def _show_notes(self) -> None:
        room = self._at(SessionField.ROOM, RoomInput)
        self.show_note(
            SessionField.ROOM, (lambda say: say.text("This is a new room.")) if room.is_new else None
        )
        status = self._at(SessionField.STATUS, QComboBox).currentData()
        is_ended = status != self._base.status and status == SessionStatus.CANCELLED
        told = self._inside, self._entered
        self.show_note(SessionField.STATUS, (lambda say: words_of.toll(say, *told)) if is_ended else None)

    def _words_of_inside(self, say: Wording) -> str:
        return say.text("inside {inside}").format(inside=self._inside)

    @property
    def _capacity_of_room(self) -> int | None:
        room = self._at(SessionField.ROOM, RoomInput).room()
        return None if room is None else capacity_of_room(self._event, room)

    def _show_rows(self) -> None:
        """Show the rows that are filled in rarely if they are wanted, and those of doors if there are doors."""
        for name in MORE:
            is_shown = self._has_more and (name not in AT_DOORS or self._has_doors)
            self.show_input(name, is_shown=is_shown)

    def _on_more(self, is_wanted: bool) -> None:  # noqa: FBT001 - as the signal tells it
        self._has_more = is_wanted
        self._show_rows()
        self._label()
        if is_wanted:
            self.input(MORE[0]).setFocus()

    def _label(self) -> None:
        super()._label()
        self.more_button.setText(f"{self._say.text('More')}   {'▲' if self._has_more else '▼'}")

    @property
    def _has_doors(self) -> bool:
        return self._at(SessionField.DOORS, QCheckBox).isChecked()

    @property
    def _capacity(self) -> TextLine:
        return self._at(SessionField.CAPACITY, TextLine)

    def _time(self, name: SessionField) -> TimeInput:
        return self._at(name, TimeInput)

    def _at(self, name: SessionField, kind: type[_Input]) -> _Input:
        widget = self._inputs[name]
        assert isinstance(widget, kind)  # noqa: S101 - as `inputs_of` made them
        return widget

    def _is_changed(self, name: SessionField) -> bool:
        return content_of(self._inputs[name]) != self._begun[name]


def _fault_words(fault: TimeFault) -> Words:
    return lambda say: words_of.time_fault(say, fault)


def _number(text: str) -> int | None:
    """The number that is written, in digits of any script; None if there is none."""
    bare = text.strip()
    return int(bare) if bare.isdecimal() and len(bare) < len("1000000") else None
