"""The words of the assistant: the names of the parts to choose, the choices in a few words, and the faults."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, assert_never
from zoneinfo import ZoneInfo

from checkin.desk.choices import Part, Wrong
from checkin.domain.beginning import last_day_of_sessions
from checkin.domain.programme import DoorWords, Exits, NotArrived
from checkin.text import city_of, country_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from checkin.desk.new_event import Wish
    from checkin.domain.programme import Category, Event
    from checkin.wording import Wording


def part(which: Part, say: Wording) -> str:  # noqa: C901, PLR0911, PLR0912 - a line for each
    """The name of a part of the event that is chosen, for its label."""
    match which:
        case Part.TITLE:
            return say.text("Title of the event")
        case Part.VENUE:
            return say.text("Venue")
        case Part.LANGUAGE:
            return say.text("Language of badges")
        case Part.OTHER_LANGUAGES:
            return say.text("Further languages")
        case Part.FIRST_DAY:
            return say.text("First day")
        case Part.LAST_DAY:
            return say.text("Last day")
        case Part.ZONE:
            return say.text("Time zone")
        case Part.BEGINNING:
            return say.text("Kind of event")
        case Part.NOT_ARRIVED:
            return say.text("Who has not come to the desk yet")
        case Part.EXITS:
            return say.text("Who leaves a session")
        case Part.DOOR_WORDS:
            return say.text("Who is refused at a door")
        case Part.NAME:
            return say.text("File name")
        case Part.FOLDER:
            return say.text("Folder")
        case Part.FIRST_PAGE:
            return say.text("Then")
        case _:
            assert_never(which)


def not_arrived(say: Wording) -> dict[str, str]:
    """The choices for what a door does with a delegate who has not come to the desk, by value, with their words."""
    return {
        NotArrived.ADMIT: say.text("Let in at the door, and note the arrival"),
        NotArrived.REFUSE: say.text("Send to the desk first"),
    }


def exits(say: Wording) -> dict[str, str]:
    """The choices for whether doors read badges when people leave, by value, with their words."""
    return {
        Exits.NONE: say.text("Goes without a scan"),
        Exits.SCANNED: say.text("Shows the badge at the door, so that minutes are counted"),
    }


def door_words(say: Wording) -> dict[str, str]:
    """The choices for what a door's screen says to somebody who is refused, by value, with their words."""
    return {
        DoorWords.DISCREET: say.text("Reads “One moment, please”; only staff see why"),
        DoorWords.PLAIN: say.text("Reads why on the screen"),
    }


def place(zone: str, say: Wording) -> str:
    """The city and the country of a time zone, as one text."""
    return ", ".join(filter(None, (city_of(zone, say.code), country_of(zone, say.code))))


def zone(name: str, day: date, say: Wording) -> str:
    """A time zone by its city and country, with its distance from UTC on that day."""
    offset = datetime.combine(day, time(12), ZoneInfo(name)).strftime("%z")
    return f"{place(name, say)}   UTC{offset[:3]}:{offset[3:5]}"


def days(first: date, last: date, say: Wording) -> str:
    """The first and the last day of the event in short form."""
    return say.short_day(first) if first == last else f"{say.short_day(first)} – {say.short_day(last)}"


def contents(like: Event, say: Wording) -> str:
    """The numbers of what is copied from another event: categories, rooms, delegations, fields and sessions."""
    counts = (
        say.many("{count} category", "{count} categories", len(like.categories)),
        say.many("{count} room", "{count} rooms", len(like.rooms)) if like.rooms else "",
        say.many("{count} delegation", "{count} delegations", len(like.delegations))
        if like.delegations
        else "",
        say.many("{count} field of its own", "{count} fields of its own", len(like.fields))
        if like.fields
        else "",
    )
    return " · ".join(filter(None, counts))


def recolour(categories: Iterable[Category], say: Wording) -> str:
    """The text with a line for each of these categories, which should get another colour."""
    remark = say.text("{category} has a colour in which doors answer; choose another one for it.")
    names = (f"{each.letter} · {say.local(each.name)}" for each in categories)
    return "\n".join(remark.format(category=name) for name in names)


def wrong(what: Wrong, wish: Wish, say: Wording) -> str:  # noqa: C901, PLR0911, PLR0912 - a line for each
    """The fault of a choice, and what the operator does about it, as one sentence."""
    match what:
        case Wrong.NO_TITLE:
            return say.text("Type the title in at least one language.")
        case Wrong.NO_DAY:
            return say.text("This is not a day: write it like 2026-11-24.")
        case Wrong.LAST_BEFORE_FIRST:
            return say.text("The last day is before the first day.")
        case Wrong.TOO_LONG:
            return say.text("The event would last longer than a year: look at the years.")
        case Wrong.SESSIONS_LAST_LONGER:
            last = last_day_of_sessions(wish.like, wish.first_day)
            return say.text("The copied sessions last until {day}.").format(
                day=say.short_day(last) if last else "…"
            )
        case Wrong.NO_ZONE:
            return say.text("No time zone is found. Type the country, or a larger city.")
        case Wrong.NO_NAME:
            return say.text("Type a name for the file.")
        case Wrong.SIGN_IN_NAME:
            return say.text("A file name has none of these signs: {signs}").format(signs='< > : " / \\ | ? *')
        case Wrong.NAME_OF_DEVICE:
            return say.text("Windows keeps this name for itself. Type another one.")
        case Wrong.NAME_TOO_LONG:
            return say.text("This name is too long for a file.")
        case Wrong.NO_FOLDER:
            return say.text("Choose a folder for the file.")
        case Wrong.NAME_TAKEN:
            return say.text("A file of this name is there already, and stays as it is. Type another name.")
        case _:
            assert_never(what)
