"""The inputs of a session's form, and the session that they describe: its changes and its faults."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from checkin.domain.programme import LocalText, SessionStatus
from checkin.domain.session_times import SessionTimes
from checkin.domain.typed_times import By, ReadTimes, TypedTimes, read_times
from checkin.importing.agendas import read_agenda_line
from checkin.importing.programme_rows import is_break, speakers_of
from checkin.ui.frames.inputs import TextLine, content_of
from checkin.ui.frames.local_text import LocalTextInput
from checkin.ui.frames.local_texts import LocalTextsInput
from checkin.ui.programme.open_to_input import OpenToInput
from checkin.ui.programme.room_input import RoomInput
from checkin.ui.programme.session_fields import TEXTS, TIMES, SessionField, inputs_of, label_of
from checkin.ui.programme.time_input import TimeInput
from checkin.wording import sessions as words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.domain.programme import Event, Session
    from checkin.domain.session_times import TimeFault
    from checkin.ui.appearance import Appearance, Words
    from checkin.wording import Wording

_Input = TypeVar("_Input", bound=QWidget)
_WORDS_OF_A_NAME = range(2, 4)


class SessionInputs:
    """The inputs for the fields of a session, which begin with the values of the session `base`."""

    def __init__(self, look: Appearance, event: Event, base: Session) -> None:
        self._event, self._base = event, base
        self.widgets = inputs_of(look, event, base)
        self._proposes_doors, self._proposed_doors = not base.code, base.doors
        self._begun = {name: content_of(widget) for name, widget in self.widgets.items()}

    @property
    def draft(self) -> Session | None:
        """The session as it is filled in now; None if it has a fault."""
        return None if self.wrong(self.read()) else self.sketch

    @property
    def sketch(self) -> Session | None:
        """The session as far as it is filled in, perhaps without a title; None if its times or room have a fault."""
        read, values = self.read(), self.changed_values()
        if read.times is None or read.faults or values.get(SessionField.ROOM, self._base.room) is None:
            return None
        return read.times.put_into(replace(self._base, **values))

    @property
    def titles(self) -> tuple[TextLine, ...]:
        """The lines of the title, one for each language."""
        return tuple(self.at(SessionField.TITLE, LocalTextInput).lines.values())

    def show_examples(self, say: Wording) -> None:
        """Show in the empty lines of a new session what can be typed there besides a title and a name."""
        self.at(SessionField.TITLE, LocalTextInput).show_example(
            say.text("or 09:00–10:30 Title (Room; speakers)")
        )
        speaker = self.at(SessionField.SPEAKERS, LocalTextsInput).inputs[0]
        speaker.show_example(say.text("several: Name; Name"))

    def take_agenda_line(self) -> None:
        """If the title is a line such as "09:00-10:30 Opening (Hall; Dr Sok)", put each part where it belongs."""
        for language, line in self.at(SessionField.TITLE, LocalTextInput).lines.items():
            read = read_agenda_line(line.text(), self._event)
            if read is None:
                continue
            line.setText(read.title)
            for name, moment in ((SessionField.START, read.start), (SessionField.END, read.end)):
                if moment is not None:
                    self.time(name).take(moment)
            if read.room:
                self.at(SessionField.ROOM, RoomInput).take(read.room)
            speakers = self.at(SessionField.SPEAKERS, LocalTextsInput).inputs[0].lines[language]
            speakers.setText("; ".join(filter(None, [speakers.text(), *read.speakers])))

    @property
    def may_be_several_speakers(self) -> bool:
        """Whether a comma in the line of speakers seems to separate names, each of two or three capitalised words."""
        texts = self.at(SessionField.SPEAKERS, LocalTextsInput).texts()
        lines = [
            words for text in texts for _, words in text.by_language if "," in words and ";" not in words
        ]
        return any(all(map(_is_like_a_name, line.split(","))) for line in lines)

    @property
    def is_break(self) -> bool:
        """Whether the title or the kind says that this is a break, such as “Lunch”."""
        return is_break(
            *(self.at(each, LocalTextInput).text() for each in (SessionField.TITLE, SessionField.KIND))
        )

    def follow_break(self) -> None:
        """Untick, for a new session that is a break, that badges are read; the operator may tick this again."""
        self._proposes_doors = self._proposes_doors and self.has_doors == self._proposed_doors
        if self._proposes_doors:
            self._proposed_doors = not self.is_break
            self.at(SessionField.DOORS, QCheckBox).setChecked(self._proposed_doors)

    def changed_values(self) -> dict[str, Any]:
        """The values of the fields that the operator has changed, by the field's name, without the times."""
        values: dict[SessionField, Any] = {each: self.at(each, LocalTextInput).text() for each in TEXTS}
        values[SessionField.SPEAKERS] = tuple(
            speaker
            for text in self.at(SessionField.SPEAKERS, LocalTextsInput).texts()
            for speaker in _speakers_in(text)
        )
        values[SessionField.ROOM] = self.at(SessionField.ROOM, RoomInput).room()
        values[SessionField.CAPACITY] = number(self.capacity.text())
        values[SessionField.OPEN_TO] = self.at(SessionField.OPEN_TO, OpenToInput).open_to()
        values[SessionField.STATUS] = SessionStatus(self.at(SessionField.STATUS, QComboBox).currentData())
        for name in (SessionField.DOORS, SessionField.RE_ENTRY):
            values[name] = self.at(name, QCheckBox).isChecked()
        return {name.value: value for name, value in values.items() if self.is_changed(name)}

    def wrong(self, read: ReadTimes) -> dict[SessionField, Words]:
        """The faults, in the order of the form, by the field below which each is shown."""
        wrong: dict[SessionField, Words] = {
            SessionField(field): _fault_words(fault) for field, fault in reversed(read.faults)
        }
        if not self.at(SessionField.TITLE, LocalTextInput).text():
            wrong[SessionField.TITLE] = lambda say: say.text("“{field}” is missing.").format(
                field=label_of(SessionField.TITLE, say).removesuffix(" *")
            )
        if self.at(SessionField.ROOM, RoomInput).room() is None:
            wrong[SessionField.ROOM] = lambda say: say.text(
                "Two rooms have this name: choose one from the list."
            )
        if self.capacity.text().strip() and number(self.capacity.text()) is None:
            wrong[SessionField.CAPACITY] = lambda say: say.text("This is not a number.")
        if self.at(SessionField.OPEN_TO, OpenToInput).lacks_a_tick:
            wrong[SessionField.OPEN_TO] = lambda say: say.text("Tick at least one category.")
        return {name: wrong[name] for name in SessionField if name in wrong}

    def read(self) -> ReadTimes:
        """The result of reading the typed times; for a session without doors, wrong times of the doors are ignored."""
        typed = self.typed
        former = SessionTimes.of(self._base)
        if self.has_doors:
            return read_times(typed, former, self._event.zone)
        kept = read_times(
            replace(typed, doors_open=By.MOVING, last_entry=By.MOVING), former, self._event.zone
        )
        if kept.times is None or not kept.faults:
            return kept
        usual = replace(typed, doors_open=By.USUAL, last_entry=By.USUAL)
        return read_times(usual, former, self._event.zone)

    @property
    def typed(self) -> TypedTimes:
        """The times as they are typed; for a time that comes twice, also which of the two is meant."""
        start, end, doors, last = (self.time(name) for name in TIMES)
        return TypedTimes(
            date.fromisoformat(self.at(SessionField.DAY, QComboBox).currentData()),
            start.shown_time,
            end.typed(),
            doors.typed(),
            last.typed(),
            start.turn,
            end.turn,
        )

    @property
    def capacity_of_room(self) -> int | None:
        """The capacity of the room that was typed or chosen; None for no limit."""
        room = self.at(SessionField.ROOM, RoomInput).room()
        return (
            None if room is None else self._event.capacity_of(replace(self._base, room=room, capacity=None))
        )

    @property
    def has_doors(self) -> bool:
        """Whether badges are read at the session."""
        return self.at(SessionField.DOORS, QCheckBox).isChecked()

    @property
    def capacity(self) -> TextLine:
        """The line with the capacity."""
        return self.at(SessionField.CAPACITY, TextLine)

    def time(self, name: SessionField) -> TimeInput:
        """The input of this time."""
        return self.at(name, TimeInput)

    def at(self, name: SessionField, kind: type[_Input]) -> _Input:
        """The input of this field, which must be of this kind."""
        widget = self.widgets[name]
        assert isinstance(widget, kind)  # noqa: S101 - as `inputs_of` made them
        return widget

    def is_changed(self, name: SessionField) -> bool:
        """Whether the operator has changed the input of this field."""
        return content_of(self.widgets[name]) != self._begun[name]


def _speakers_in(text: LocalText) -> Iterable[LocalText]:
    """The speakers whom the text names; semicolons divide them, if they do so alike in each of its languages."""
    named = {language: speakers_of(words) for language, words in text.by_language}
    if len({len(each) for each in named.values()}) != 1:
        return (text,)
    return (LocalText.of(dict(zip(named, each, strict=True))) for each in zip(*named.values(), strict=True))


def _is_like_a_name(text: str) -> bool:
    words = text.split()
    return len(words) in _WORDS_OF_A_NAME and all(
        word[0].isupper() and not word.isdecimal() for word in words
    )


def _fault_words(fault: TimeFault) -> Words:
    return lambda say: words_of.time_fault(say, fault)


def number(text: str) -> int | None:
    """The number in the text, which may be written in digits of any script; None if the text is no number."""
    bare = text.strip()
    return int(bare) if bare.isdecimal() and len(bare) < len("1000000") else None
