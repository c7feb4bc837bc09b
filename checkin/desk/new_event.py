"""Make the file of a new event from what its organiser has chosen, in the window or on the command line."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from checkin import assets, paths
from checkin.desk.choices import Part, Wrong
from checkin.desk.event_names import with_ending, wrong_in_name
from checkin.desk.open_event import new_event, open_event
from checkin.domain.beginning import begun, last_day_of_sessions, spread
from checkin.domain.colours import is_like_a_verdict
from checkin.domain.programme import EventDescription, LocalText, Policy, zone_named
from checkin.domain.rearranging import with_session
from checkin.domain.session_codes import free_code
from checkin.domain.session_times import MOST_DAYS
from checkin.importing.definition import read_preset
from checkin.plain_text import plain

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from checkin.desk.staff import Staff
    from checkin.domain.programme import Category, Event


_NO_TEXT: Final = LocalText()


@dataclass(frozen=True, slots=True)
class Wish:
    """What an organiser has chosen for a new event.

    `zone` is "" if no zone was chosen. `like` is the event whose categories, rooms, delegations and own fields the new
    event gets. `name` is the name of the file in `folder`, with or without its ending.
    """

    title: LocalText
    zone: str
    first_day: date
    last_day: date
    like: Event
    policy: Policy
    languages: tuple[str, ...]
    venue: LocalText = _NO_TEXT
    with_sessions: bool = False
    folder: Path | None = None
    name: str = ""

    @property
    def file(self) -> Path | None:
        """The path of the event file; None if no folder was chosen."""
        return self.folder / with_ending(self.name) if self.folder is not None else None


@cache
def preset(name: str) -> Event:
    """What an event of this kind begins with, such as `forum`, usual sessions included; its title names the kind."""
    return read_preset(assets.preset(name))


def presets_with_sessions() -> tuple[str, ...]:
    """The names of the presets that have usual sessions; the longest programme comes first."""
    names = [name for name in assets.presets() if preset(name).sessions]
    return tuple(sorted(names, key=lambda name: (-len(preset(name).sessions), name)))


def with_usual_sessions(event: Event, name: str) -> Event:
    """The event, and beside its own sessions those of the preset with this name, which everybody may enter."""
    about = event.description
    like = spread(preset(name), about.first_day, about.last_day)
    return with_session(
        event,
        *(
            replace(each, code=free_code(each.code, event.sessions)) if each.code in event.sessions else each
            for each in begun(like, about, with_sessions=True).sessions.values()
        ),
    )


def other_event(path: Path) -> Event:
    """The event of another event file, without its people. Raises CheckinError if the file cannot be opened."""
    file = open_event(path)
    try:
        return file.event
    finally:
        file.close()


def faults(wish: Wish) -> dict[Part, Wrong]:
    """The faults of the wish, by the part that has the fault; {} if the event can be made.

    No disk is read; only `make` finds out whether the file can be written.
    """
    has_title = any(words.strip() for _, words in wish.title.by_language)
    looked_at = {
        Part.TITLE: None if has_title else Wrong.NO_TITLE,
        Part.ZONE: Wrong.NO_ZONE if zone_named(wish.zone) is None else None,
        Part.LAST_DAY: _wrong_in_days(wish),
        Part.NAME: wrong_in_name(wish.name),
    }
    return {part: wrong for part, wrong in looked_at.items() if wrong is not None}


def event_of(wish: Wish) -> Event:
    """The event that the organiser wishes; the wish must have no `faults`.

    Texts in languages that the organiser did not choose are left out.
    """
    description = EventDescription(
        _in_languages(wish.title, wish.languages),
        _in_languages(wish.venue, wish.languages),
        wish.zone,
        wish.first_day,
        wish.last_day,
        wish.languages,
        wish.policy,
    )
    return begun(wish.like, description, with_sessions=wish.with_sessions)


def make(path: Path, event: Event, staff: Staff) -> str:
    """Make the file of a new event, complete or not at all, and return the event's id.

    The folder for documents is made if it does not exist. Raises CheckinError if a file of that name exists, or if the
    file cannot be written.
    """
    if path.parent == paths.documents_folder():
        with suppress(OSError):  # what the file's own error tells
            path.parent.mkdir(parents=True, exist_ok=True)
    file = new_event(path, event, staff)
    try:
        return file.event_id
    finally:
        file.close()


def _wrong_in_days(wish: Wish) -> Wrong | None:
    if wish.last_day < wish.first_day:
        return Wrong.LAST_BEFORE_FIRST
    if (wish.last_day - wish.first_day).days >= MOST_DAYS:
        return Wrong.TOO_LONG
    last = last_day_of_sessions(wish.like, wish.first_day) if wish.with_sessions else None
    return Wrong.SESSIONS_LAST_LONGER if last is not None and last > wish.last_day else None


def _in_languages(text: LocalText, languages: tuple[str, ...]) -> LocalText:
    """The text without the languages that the event does not have, unless no words would be left."""
    words = {language: plain(each).strip() for language, each in text.by_language}
    kept = LocalText.of({language: each for language, each in words.items() if language in {"", *languages}})
    return kept or LocalText.of(words)


def to_recolour(event: Event) -> tuple[Category, ...]:
    """The categories whose colours look like a colour in which doors answer, and should be changed."""
    return tuple(each for each in event.categories.values() if is_like_a_verdict(each.colour))
