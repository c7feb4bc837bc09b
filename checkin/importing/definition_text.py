"""Writes an event as the TOML text that defines it; `read_definition` reads the text back as the same event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import tomli_w

from checkin.domain.clock import moments_at, shown_at
from checkin.domain.programme import default_doors_open

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from checkin.domain.programme import Category, Delegation, Event, LocalText, OwnField, Room, Session

_Line = tuple[str, object]
"""A key of TOML, with dots where it stands for a table, and its value."""
_BARE_KEY: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")


def definition_text(event: Event) -> str:
    """The definition of this event: its whole policy, and everything that differs from a default.

    Withdrawn sessions are left out. Times are in the venue's time zone. If the event has no sessions, the text says so,
    because a definition that does not mention sessions cannot be brought in again.
    """
    text = "\n".join(
        "\n".join((head, *(f"{key} = {_written(value)}" for key, value in lines), ""))
        for head, lines in _tables(event)
    )
    return text if event.sessions_by_time() else f"sessions = []\n\n{text}"


def _tables(event: Event) -> Iterator[tuple[str, Iterable[_Line]]]:
    yield "[event]", _of_event(event)
    policy = event.policy
    yield (
        "[policy]",
        [
            ("not_arrived", policy.not_arrived.value),
            ("exits", policy.exits.value),
            ("door_words", policy.door_words.value),
        ],
    )
    yield from (("[[categories]]", _of_category(each)) for each in event.categories.values())
    yield from (("[[rooms]]", _of_room(each)) for each in event.rooms.values())
    yield from (("[[sessions]]", _of_session(each, event)) for each in event.sessions_by_time())
    yield from (("[[delegations]]", _of_delegation(each)) for each in event.delegations.values())
    yield from (("[[fields]]", _of_field(each)) for each in event.fields.values())


def _of_event(event: Event) -> Iterator[_Line]:
    known = event.description
    yield from _text("title", known.title)
    yield from _text("venue", known.venue)
    yield "zone", known.zone
    yield "languages", list(known.languages)
    yield "first_day", known.first_day
    yield "last_day", known.last_day


def _of_category(category: Category) -> Iterator[_Line]:
    yield "code", category.code
    yield "letter", category.letter
    yield from _text("name", category.name)
    yield "colour", category.colour
    if not category.counts:
        yield "counts", False


def _of_room(room: Room) -> Iterator[_Line]:
    yield "code", room.code
    yield from _text("name", room.name)
    yield from _unless_none("capacity", room.capacity)


def _of_session(session: Session, event: Event) -> Iterator[_Line]:
    yield "code", session.code
    for key, text in (("topic", session.topic), ("title", session.title), ("kind", session.kind)):
        yield from _text(key, text)
    yield from _text("room", session.room)
    yield "start", _local(session.start, event)
    yield "end", _local(session.end, event)
    if session.doors_open != default_doors_open(session.start):
        yield "doors_open", _local(session.doors_open, event)
    if session.last_entry != session.end:
        yield "last_entry", _local(session.last_entry, event)
    if session.speakers:
        yield "speakers", [_item(speaker) for speaker in session.speakers]
    yield from _text("theme", session.theme)
    yield from _unless_none("capacity", session.capacity)
    if not session.re_entry:
        yield "re_entry", False
    if not session.doors:
        yield "doors", False
    in_order = [code for code in event.categories if code in (session.open_to or ())]
    yield "open_to", "all" if session.open_to is None else in_order
    if session.status.value != "planned":
        yield "status", session.status.value
    if session.uid:
        yield "uid", session.uid


def _of_delegation(delegation: Delegation) -> Iterator[_Line]:
    yield "code", delegation.code
    yield "names", [_item(name) for name in delegation.names]
    yield "kind", delegation.kind.value
    yield from _unless_none("order", delegation.order)
    yield from _unless_none("quota", delegation.quota)
    if delegation.represents_state:
        yield "represents_state", True
    if delegation.liaison_name:
        yield "liaison.name", delegation.liaison_name
    if delegation.liaison_phone:
        yield "liaison.phone", delegation.liaison_phone


def _of_field(field: OwnField) -> Iterator[_Line]:
    yield "code", field.code
    yield from _text("name", field.name)
    yield "kind", field.kind.value
    if field.choices:
        yield "choices", [_item(choice) for choice in field.choices]
    if field.shown:
        yield "shown", [each.value for each in field.shown]
    if field.private:
        yield "private", True


def _unless_none(key: str, value: int | None) -> Iterator[_Line]:
    if value is not None:
        yield key, value


def _text(key: str, text: LocalText) -> Iterator[_Line]:
    """One line for each language of the text, or one line for all languages."""
    for language, words in text.by_language:
        yield f"{key}.{_key(language)}" if language else key, words


def _item(text: LocalText) -> str | dict[str, str]:
    """A text that is one item of a list."""
    by_language = dict(text.by_language)
    return by_language.get("") or by_language


def _local(moment: datetime, event: Event) -> datetime:
    """The time as the clocks at the venue show it; in UTC if they show the same time twice, and this is the second."""
    shown = shown_at(moment, event.zone)
    return shown if moments_at(shown, event.zone)[0] == moment else moment


def _key(name: str) -> str:
    return name if name and _BARE_KEY.issuperset(name) else _written(name)


def _written(value: object) -> str:
    """The value as TOML on one line."""
    match value:
        case list():
            return f"[{', '.join(map(_written, value))}]"
        case dict():
            return f"{{ {', '.join(f'{_key(key)} = {_written(each)}' for key, each in value.items())} }}"
        case _:
            return tomli_w.dumps({"value": value}).removeprefix("value = ").rstrip("\n")
