"""The form of a session: what it is, when and where, who speaks, and who may enter."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, assert_never

from PySide6.QtWidgets import QComboBox, QPushButton

from checkin.domain import session_codes
from checkin.domain.clashes import ClashKind, clashes_of
from checkin.domain.clock import shown_at
from checkin.domain.programme import LocalText, Session, SessionStatus
from checkin.domain.rearranging import next_start
from checkin.domain.session_times import SessionTimes
from checkin.ui.frames.form import Form
from checkin.ui.frames.local_text import LocalTextInput
from checkin.ui.programme.open_to_input import OpenToInput
from checkin.ui.programme.room_input import RoomInput
from checkin.ui.programme.session_fields import (
    AT_DOORS,
    MORE,
    TIMES,
    SessionField,
    day_choices,
    is_unusual,
    label_of,
)
from checkin.ui.programme.session_inputs import SessionInputs
from checkin.wording import sessions as words_of
from checkin.wording.clashes import clash_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime, time

    from checkin.domain.clashes import Clash
    from checkin.domain.programme import Event
    from checkin.ui.appearance import Appearance, Words
    from checkin.ui.programme.time_input import TimeInput
    from checkin.wording import Wording


class SessionForm(Form[SessionField]):
    """The form of a session; `saved` is emitted with the whole `Session` as it was filled in.

    Fields that the operator did not change stay as they were, times to the second. While no other end is typed, the end
    moves along with the start, and so do the doors and the last entry. While no start is typed, a new session that is
    put on another day begins when the last session of that day ends.
    """

    letters_beside = 50

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
        """Show `session`; without one, a new session for everybody in `room`, from `start` to `end` (UTC)."""
        self._event, self._now = event, now
        self._former = session
        self._base = session or _empty(SessionTimes.usual(start, end), room)
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
        self._at = SessionInputs(look, event, self._base)
        super().__init__(look, title, self._at.widgets, label_of)
        self.more_button.setChecked(self._has_more)
        self.more_button.toggled.connect(self._on_more)
        self.add_before(MORE[0], self.more_button)
        if session is None:
            self.offer_next()
            for line in self._at.titles:
                line.editingFinished.connect(self._at.take_agenda_line)
        self._at.at(SessionField.OPEN_TO, OpenToInput).unfolded.connect(self._scroll.show_soon)
        kind = self._at.at(SessionField.KIND, LocalTextInput)
        self.setTabOrder(list(kind.lines.values())[-1], self.more_button)
        self.changed.connect(self._follow)
        self._show_rows()
        self._follow()
        look.language_changed.connect(self._follow)

    def show_people(self, people: Mapping[str, int]) -> None:
        """Show the number of people in each category; `people` has the numbers by the category's code."""
        self._at.at(SessionField.OPEN_TO, OpenToInput).show_people(people)

    def show_occupancy(self, inside: int, entered: int) -> None:
        """Set the numbers of persons who are inside the session and who ever entered it, for the notes in the form."""
        if (inside, entered) != (self._inside, self._entered):
            self._inside, self._entered = inside, entered
            self._follow()

    @property
    def code(self) -> str:
        """The code of the session; "" if it is a new one."""
        return self._base.code

    @property
    def draft(self) -> Session | None:
        """The session as it is filled in now, None if it has a fault; a new session has no code yet."""
        return self._at.draft

    def choices(self, name: SessionField) -> Mapping[str, str] | None:
        """The values that can be chosen for the day and the status, with their words."""
        match name:
            case SessionField.DAY:
                return day_choices(self._event, self._base, self._say)
            case SessionField.STATUS:
                return {each: words_of.status(self._say, each) for each in SessionStatus}
            case _:
                return None

    def show_wrong(self, name: SessionField, words: Words, *, is_being_typed: bool = False) -> None:
        """Show the fault below the input with this name, even if this input was hidden until now."""
        if name in MORE:
            self.more_button.setChecked(True)
        super().show_wrong(name, words, is_being_typed=is_being_typed)

    def filled_in(self) -> Session:
        """The session as it is filled in; a new session gets a code that is proposed from its title.

        If there is a fault, it is shown below its input, and ValueError is raised.
        """
        if self._former is None:
            self._at.take_agenda_line()
        wrong = self._at.wrong(self._at.read())
        for name, words in wrong.items():
            self.show_wrong(name, words)
        wanted = self.draft
        if wanted is None:
            raise ValueError(", ".join(wrong))
        if self._former is None:
            return replace(wanted, code=session_codes.proposed(wanted.title, self._event.sessions))
        return wanted

    def _follow(self) -> None:
        """Show what follows from the values filled in: times that move along, hints, and rows that are needed."""
        if self._is_following:
            return
        self._is_following = True
        self._at.time(SessionField.START).show_time(self._proposed_start())
        self._at.follow_break()
        read = self._at.read()
        for name in TIMES:
            self.hide_wrong(name)
        start, end, doors, last = (self._at.time(name) for name in TIMES)
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
        self._show_clashes()
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

    def _proposed_start(self) -> time:
        """The start that is shown while none is typed."""
        event, day = self._event, self._at.typed.day
        is_other_day = self._former is None and day != event.day_of(self._base.start)
        start = next_start(event, day) if is_other_day else self._base.start
        return shown_at(start, event.zone).time().replace(second=0, microsecond=0)

    def _note_of_start(self) -> str:
        """Whether the session of this form is going on or over, because people may have been scanned."""
        if self._former is None or self._now < self._former.start:
            return ""
        return self._say.text("over") if self._former.end < self._now else self._say.text("goes on now")

    def _show_capacity(self) -> None:
        """Show as a hint how many may enter if nothing is filled in."""
        say, capacity = self._say, self._at.capacity_of_room
        self._at.capacity.setPlaceholderText(
            say.text("no limit")
            if capacity is None
            else say.text("as the room: {capacity}").format(capacity=capacity)
        )

    def _show_notes(self) -> None:
        room = self._at.at(SessionField.ROOM, RoomInput)
        self.show_note(
            SessionField.ROOM, (lambda say: say.text("This is a new room.")) if room.is_new else None
        )
        is_open_break = self._former is None and self._at.is_break and not self._at.has_doors
        self.show_note(
            SessionField.TITLE,
            (lambda say: say.text("A break: no badges are read there (see “More”)."))
            if is_open_break
            else None,
        )
        status = self._at.at(SessionField.STATUS, QComboBox).currentData()
        is_ended = status != self._base.status and status == SessionStatus.CANCELLED
        told = self._inside, self._entered, self._event.policy.exits
        self.show_note(SessionField.STATUS, (lambda say: words_of.toll(say, *told)) if is_ended else None)

    def _show_clashes(self) -> None:
        """Show, beside what would have to be changed, what does not fit with the rest of the programme."""
        sketch = self._at.sketch
        found = clashes_of(self._event, sketch, {sketch.code: self._inside}) if sketch is not None else ()
        for field in dict.fromkeys(map(_beside, ClashKind)):
            these = [each for each in found if _beside(each.kind) is field]
            if these:
                self.show_note(field, partial(_in_words, these, self._event))
            elif field is SessionField.SPEAKERS:
                self.show_note(field, _one_speaker if self._at.may_be_several_speakers else None)
            elif field is not SessionField.ROOM:
                self.show_note(field, None)

    def _show_rows(self) -> None:
        """Show the rows that are filled in rarely if they are wanted, and those of doors if there are doors."""
        for name in MORE:
            is_shown = self._has_more and (name not in AT_DOORS or self._at.has_doors)
            self.show_input(name, is_shown=is_shown)

    def _on_more(self, is_wanted: bool) -> None:  # noqa: FBT001 - as the signal tells it
        self._has_more = is_wanted
        self._show_rows()
        self._label()
        if is_wanted:
            self.input(MORE[0]).setFocus()

    def _label(self) -> None:
        super()._label()
        if self._former is None:
            self._at.show_examples(self._say)
        self.more_button.setText(f"{self._say.text('More')}   {'▲' if self._has_more else '▼'}")


def _empty(times: SessionTimes, room: LocalText) -> Session:
    """A new session, of which only the times and the room are known; it is open to everybody."""
    return Session("", LocalText(), room, times.start, times.end, times.doors_open, times.last_entry)


def _one_speaker(say: Wording) -> str:
    return say.text("This is one speaker. Several are divided by a semicolon: Name; Name.")


def _in_words(these: Iterable[Clash], event: Event, say: Wording) -> str:
    return " ".join(clash_in_words(say, each, event) for each in these)


def _beside(kind: ClashKind) -> SessionField:
    """The field beside which this kind of clash is told."""
    match kind:
        case ClashKind.ROOM:
            return SessionField.ROOM
        case ClashKind.SPEAKER:
            return SessionField.SPEAKERS
        case ClashKind.TOO_SMALL:
            return SessionField.CAPACITY
        case ClashKind.NEVER_OPENS:
            return SessionField.LAST_ENTRY
        case ClashKind.OUTSIDE_DAYS:
            return SessionField.DAY
        case _:
            assert_never(kind)
