"""The event itself: its title, its place and days, its languages, and its rules of admission in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from checkin.domain.programme import DoorWords, Exits, NotArrived, Policy, zone_named
from checkin.ui.event.languages_input import LanguagesInput
from checkin.ui.event.section import Section
from checkin.ui.event.thing_form import ThingForm
from checkin.ui.frames.day_input import DayInput
from checkin.ui.frames.inputs import TextLine, choice
from checkin.ui.frames.local_text import LocalTextInput
from checkin.ui.table import TableColumn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from checkin.desk.survey import Survey
    from checkin.domain.programme import Event, EventDescription, LocalText, Session
    from checkin.ui.appearance import Appearance, Words
    from checkin.wording import Wording


def not_arrived(say: Wording) -> Mapping[str, str]:
    """The choices for what a door does with somebody who has not come to the desk, by value, with their words."""
    return {
        NotArrived.ADMIT.value: say.text("let in and note it"),
        NotArrived.REFUSE.value: say.text("send to the desk"),
    }


def exits(say: Wording) -> Mapping[str, str]:
    """The choices for whether badges are read at exits, by value, with their words."""
    return {
        Exits.NONE.value: say.text("badges are not read at exits"),
        Exits.SCANNED.value: say.text("badges are read at exits too"),
    }


def door_words(say: Wording) -> Mapping[str, str]:
    """The choices for what a door's screen says of a refusal, by value, with their words."""
    return {
        DoorWords.PLAIN.value: say.text("the reason stands on the screen"),
        DoorWords.DISCREET.value: say.text("only the operator sees the reason"),
    }


LABELS: Mapping[str, Words] = {
    "title": lambda say: say.text("Title of the event"),
    "venue": lambda say: say.text("Venue"),
    "first_day": lambda say: say.text("First day"),
    "last_day": lambda say: say.text("Last day"),
    "languages": lambda say: say.text("Languages"),
    "zone": lambda say: say.text("Time zone"),
    "not_arrived": lambda say: say.text("Not yet at the desk"),
    "exits": lambda say: say.text("Exits"),
    "door_words": lambda say: say.text("Refused at a door"),
}
"""The labels of the fields of an event."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """A field of the event itself, such as its title."""

    field: str
    event: EventDescription

    def value(self, say: Wording) -> str:
        """The value of this field, in words."""
        known, policy = self.event, self.event.policy
        values: Mapping[str, Words] = {
            "title": lambda _say: _in_all_languages(known.title),
            "venue": lambda _say: _in_all_languages(known.venue),
            "first_day": lambda say: say.day(known.first_day),
            "last_day": lambda say: say.day(known.last_day),
            "languages": lambda say: ", ".join(map(say.language_name, known.languages)),
            "zone": lambda _say: known.zone,
            "not_arrived": lambda say: not_arrived(say)[policy.not_arrived],
            "exits": lambda say: exits(say)[policy.exits],
            "door_words": lambda say: door_words(say)[policy.door_words],
        }
        return values[self.field](say)


def _in_all_languages(text: LocalText) -> str:
    return " · ".join(dict.fromkeys(words for _, words in text.by_language))


class EventSection(Section[EventRow]):
    """The section of the event itself."""

    code = "event"
    takes_more = False

    def title(self, say: Wording) -> str:
        """The name of the section."""
        return say.text("The event")

    def columns(self, say: Wording, table: QWidget) -> Sequence[TableColumn[EventRow]]:
        """The columns of the table."""
        del table
        return (
            TableColumn(say.text("What"), lambda row: LABELS[row.field](say)),
            TableColumn(say.text("As it is"), lambda row: row.value(say)),
        )

    def rows(self, known: Survey) -> Sequence[EventRow]:
        """The fields of the event."""
        return [EventRow(field, known.event.description) for field in LABELS]

    def key(self, row: EventRow) -> str:
        """The name of the field."""
        return row.field

    def form(self, known: Survey, row: EventRow | None) -> ThingForm:
        """The form of the event, which begins with the field of the row."""
        return EventForm(self._look, known, row.field if row is not None else "title")


class EventForm(ThingForm):
    """The form of the event itself.

    If sessions would lie outside the days, the form says so once; a second try saves the days.
    """

    def __init__(self, look: Appearance, known: Survey, first: str = "title") -> None:
        self._survey, self._first = known, first
        self._outside_told: tuple[date, date] | None = None
        about = known.event.description
        self._days = {
            "first_day": DayInput(look, about.first_day),
            "last_day": DayInput(look, about.last_day),
        }
        self._days["last_day"].follow(self._days["first_day"])
        self._languages = LanguagesInput(look, about.languages)
        self._texts = {
            "title": LocalTextInput(look, about.languages, about.title),
            "venue": LocalTextInput(look, about.languages, about.venue),
        }
        super().__init__(
            look,
            known.event,
            lambda say: say.text("The event"),
            {
                **self._texts,
                **self._days,
                "languages": self._languages,
                "zone": _zone_line(about.zone),
                "not_arrived": choice(not_arrived(look.say), about.policy.not_arrived.value),
                "exits": choice(exits(look.say), about.policy.exits.value),
                "door_words": choice(door_words(look.say), about.policy.door_words.value),
            },
            LABELS,
            {"not_arrived": not_arrived, "exits": exits, "door_words": door_words},
        )
        self._languages.changed.connect(self._on_languages)

    def first_input(self) -> QWidget:
        """The input of the field whose row the operator has opened."""
        return self._inputs[self._first]

    def wanted(self) -> Event:
        """The event with these settings."""
        before = self.seen.description
        first, last = self._days["first_day"].day, self._days["last_day"].day
        about = replace(
            before,
            title=self.text("title"),
            venue=self.text("venue"),
            first_day=first,
            last_day=last,
            languages=self._languages.languages(),
            zone=self.line("zone"),
            policy=Policy(
                NotArrived(self.chosen("not_arrived")),
                Exits(self.chosen("exits")),
                DoorWords(self.chosen("door_words")),
            ),
        )
        self.require("title", about.title)
        self._check_zone(before.zone, about.zone)
        self._check_days(first, last)
        return replace(self.seen, description=about)

    def _check_days(self, first: date, last: date) -> None:
        before = self.seen.description
        no_days = [field for field, day in self._days.items() if not day.is_day]
        for field in no_days:
            self.show_wrong(field, lambda say: say.text("This is not a day: write it like 2026-11-24."))
        if no_days:
            return
        if last < first:
            self.show_wrong("last_day", lambda say: say.text("The last day is before the first."))
        elif (first, last) not in {(before.first_day, before.last_day), self._outside_told}:
            self._tell_outside(first, last)

    def _check_zone(self, before: str, zone: str) -> None:
        known = zone_named(zone)
        if known is None or known.key != zone:
            self.show_wrong(
                "zone", lambda say: say.text("There is no such time zone; write it like Asia/Phnom_Penh.")
            )
        elif zone != before and self._survey.is_scanned:
            self.show_wrong(
                "zone",
                lambda say: say.text("Badges were read already, so the time zone stays {zone}.").format(
                    zone=before
                ),
            )

    def _tell_outside(self, first: date, last: date) -> None:
        """Say which sessions would be on other days; saving again saves the days all the same."""
        outside = [
            session
            for session in self.seen.sessions_by_time()
            if not first <= self.seen.day_of(session.start) <= last
        ]
        if outside:
            self._outside_told = (first, last)
            field = "first_day" if self.seen.day_of(outside[0].start) < first else "last_day"
            self.show_wrong(field, _outside(outside[0], len(outside), self.seen))

    def _on_languages(self) -> None:
        for text in self._texts.values():
            text.set_languages(self._languages.languages())


def _outside(session: Session, count: int, event: Event) -> Words:
    def words(say: Wording) -> str:
        return say.many(
            "{count} session is on another day: {session}, {day}. Save again to keep these days.",
            "{count} sessions are on other days, such as {session}, {day}. Save again to keep these days.",
            count,
            session=say.local(session.title),
            day=say.short_day(event.day_of(session.start)),
        )

    return words


def _zone_line(zone: str) -> TextLine:
    line = TextLine(zone)
    zones = QCompleter(sorted(available_timezones()), line)
    zones.setFilterMode(Qt.MatchFlag.MatchContains)
    zones.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    line.setCompleter(zones)
    return line
