"""Splits the definition of an event into fields, and builds the event again from the fields.

Two people can set different fields without overwriting each other's changes. So each language of a text is a field of
its own, and so is each category that a session is open to. But a session's start and end are one field together.

The field `withdrawn` says whether a thing exists. Making a thing sets this field to False. If a thing does not have the
field, the thing was never made, or its making was undone. True means withdrawn: the thing keeps its fields and can come
back.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar

from checkin.domain.programme import (
    Category,
    Delegation,
    DelegationKind,
    DoorState,
    DoorWords,
    Event,
    EventDescription,
    Exits,
    FieldKind,
    LocalText,
    NotArrived,
    OwnField,
    Policy,
    Room,
    Session,
    SessionStatus,
    ShownOn,
    default_doors_open,
)
from checkin.domain.things import (
    OPEN_TO,
    PLACE,
    TIME,
    TO_ALL,
    TO_SOME,
    WITHDRAWN,
    DefinedValue,
    Definitions,
    Thing,
    Values,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)
_EXITS_OF_OLD: Final = Exits.SCANNED
"""The rule for exits in an event whose journal does not have the field `exits`.

Every program writes the field when it makes an event, also if the definition says nothing of exits. So a journal can
lack it only if the event was made while “scanned” was the default.
"""
NO_DOORS: Final[Mapping[str, DoorState]] = MappingProxyType({})
_Choice = TypeVar("_Choice", bound=StrEnum)


# ---- from the event to its fields


def definitions_of(event: Event) -> dict[tuple[Thing, str], dict[str, DefinedValue]]:
    """The event split into fields: for each thing in it, by kind and code, the value of every field by name.

    A thing is, for example, a session, a room or the event itself. Fields with default values are included.
    """
    return {
        (Thing.EVENT, ""): _of_event(event.description),
        (Thing.POLICY, ""): _of_policy(event.policy),
        **{
            (Thing.CATEGORY, each.code): _of_category(each, place)
            for place, each in enumerate(event.categories.values(), 1)
        },
        **{(Thing.ROOM, each.code): _of_room(each) for each in event.rooms.values()},
        **{(Thing.SESSION, each.code): _of_session(each) for each in event.sessions.values()},
        **{(Thing.DELEGATION, each.code): _of_delegation(each) for each in event.delegations.values()},
        **{(Thing.FIELD, each.code): _of_field(each) for each in event.fields.values()},
    }


def _of_event(known: EventDescription) -> dict[str, DefinedValue]:
    return {
        WITHDRAWN: False,
        **_texts("title", known.title),
        **_texts("venue", known.venue),
        "zone": known.zone,
        "first_day": known.first_day.isoformat(),
        "last_day": known.last_day.isoformat(),
        "languages": known.languages,
    }


def _of_policy(known: Policy) -> dict[str, DefinedValue]:
    return {
        "not_arrived": known.not_arrived.value,
        "exits": known.exits.value,
        "door_words": known.door_words.value,
    }


def _of_category(known: Category, place: int) -> dict[str, DefinedValue]:
    return {
        WITHDRAWN: False,
        PLACE: place,
        "letter": known.letter,
        **_texts("name", known.name),
        "colour": known.colour,
        "counts": known.counts,
    }


def _of_session(known: Session) -> dict[str, DefinedValue]:
    is_open_by_default = known.doors_open == default_doors_open(known.start)
    return {
        WITHDRAWN: known.withdrawn,
        TIME: (_ms(known.start), _ms(known.end)),
        "doors_open": None if is_open_by_default else _ms(known.doors_open),
        "last_entry": None if known.last_entry == known.end else _ms(known.last_entry),
        **_texts("title", known.title),
        **_texts("room", known.room),
        **_texts("topic", known.topic),
        **_texts("kind", known.kind),
        **_texts("theme", known.theme),
        "speakers": tuple(map(_text, known.speakers)),
        "capacity": known.capacity,
        "re_entry": known.re_entry,
        "doors": known.doors,
        OPEN_TO: TO_ALL if known.open_to is None else TO_SOME,
        **{f"{OPEN_TO}.{category}": True for category in sorted(known.open_to or ())},
        "status": known.status.value,
        **({"uid": known.uid} if known.uid else {}),
    }


def _of_room(known: Room) -> dict[str, DefinedValue]:
    return {WITHDRAWN: False, **_texts("name", known.name), "capacity": known.capacity}


def _of_delegation(known: Delegation) -> dict[str, DefinedValue]:
    return {
        WITHDRAWN: False,
        "names": tuple(map(_text, known.names)),
        "kind": known.kind.value,
        "order": known.order,
        "quota": known.quota,
        "represents_state": known.represents_state,
        "liaison.name": known.liaison_name,
        "liaison.phone": known.liaison_phone,
    }


def _of_field(known: OwnField) -> dict[str, DefinedValue]:
    return {
        WITHDRAWN: False,
        **_texts("name", known.name),
        "kind": known.kind.value,
        "choices": tuple(map(_text, known.choices)),
        "shown": tuple(each.value for each in known.shown),
        "private": known.private,
    }


def _texts(name: str, text: LocalText) -> dict[str, DefinedValue]:
    """One field for each language of the text; the text for all languages is in the field with the bare name."""
    return {f"{name}.{language}" if language else name: words for language, words in text.by_language}


def _text(text: LocalText) -> DefinedValue:
    """The value of a text that is one item of a list: pairs of a language and the words in it."""
    return tuple((language, words) for language, words in text.by_language)


def _ms(moment: datetime) -> int:
    return (moment - _EPOCH) // _MILLISECOND


# ---- what one act changes


def changed_fields(known: Values, wanted: Values) -> dict[str, DefinedValue]:
    """The fields to set, with their new values, so that a thing with the fields `known` gets the fields `wanted`.

    A field that is in `known` but not in `wanted` gets the value that unsets it. This is None for most fields, and
    False for a category that a session is open to.
    """
    gone = {
        name: _unset(name)
        for name, value in known.items()
        if name not in wanted and value not in {None, _unset(name)}
    }
    different = {name: value for name, value in wanted.items() if name not in known or known[name] != value}
    return {**gone, **different}


def _unset(name: str) -> DefinedValue:
    """The value that unsets a field.

    This is None for most fields. For a category that a session is open to it is False, so that the session is no longer
    open to the category.
    """
    return False if name.startswith(f"{OPEN_TO}.") else None


# ---- from the fields to the event


def event_of(definitions: Definitions, doors: Mapping[str, DoorState] = NO_DOORS) -> Event | None:
    """Build the event from these fields; None if the fields do not describe an event.

    `doors` holds the states in which staff have set the doors of sessions, by the session's code; these states are no
    part of a definition.

    Things (such as rooms) that were withdrawn are left out, and so are things whose making was undone. Withdrawn
    sessions are kept, because their doors still answer scans.
    """
    description = definitions.get((Thing.EVENT, ""), {})
    if "zone" not in description:
        return None
    made = {what: dict(_those_there(definitions, what)) for what in _MADE}
    categories = {code: _category(code, values) for code, values in made[Thing.CATEGORY].items()}
    sessions = [
        session_of(code, values, doors.get(code))
        for code, values in made[Thing.SESSION].items()
        if values.get(TIME) is not None
    ]
    return Event(
        _description(description, definitions.get((Thing.POLICY, ""), {})),
        dict(sorted(categories.items(), key=lambda each: _place(made[Thing.CATEGORY][each[0]], each[0]))),
        {session.code: session for session in sorted(sessions, key=Session.in_programme)},
        {code: _room(code, values) for code, values in sorted(made[Thing.ROOM].items())},
        {each.code: each for each in sorted(_delegations(made[Thing.DELEGATION]), key=Delegation.in_order)},
        {code: _own_field(code, values) for code, values in sorted(made[Thing.FIELD].items())},
    )


_MADE: Final = (Thing.CATEGORY, Thing.SESSION, Thing.ROOM, Thing.DELEGATION, Thing.FIELD)


def _those_there(definitions: Definitions, what: Thing) -> Iterator[tuple[str, Values]]:
    for (kind, code), values in definitions.items():
        withdrawn = values.get(WITHDRAWN)
        if kind is what and (withdrawn is False or (withdrawn is True and what is Thing.SESSION)):
            yield code, values


def _place(values: Values, code: str) -> tuple[int, str]:
    place = values.get(PLACE)
    return (place if isinstance(place, int) else 0, code)


def _description(values: Values, policy: Values) -> EventDescription:
    return EventDescription(
        _local(values, "title"),
        _local(values, "venue"),
        str(values["zone"]),
        date.fromisoformat(str(values.get("first_day", "1970-01-01"))),
        date.fromisoformat(str(values.get("last_day", "1970-01-01"))),
        tuple(map(str, _list(values, "languages"))) or ("en",),
        Policy(
            _choice(policy, "not_arrived", NotArrived.ADMIT),
            _choice(policy, "exits", _EXITS_OF_OLD),
            _choice(policy, "door_words", DoorWords.PLAIN),
        ),
    )


def _category(code: str, values: Values) -> Category:
    return Category(
        code,
        _plain(values, "letter", code[:1]),
        _local(values, "name"),
        _plain(values, "colour", "#4A5568"),
        values.get("counts") is not False,
    )


def session_of(code: str, values: Values, by_hand: DoorState | None = None) -> Session:
    """The session with these fields, which must include its times.

    `by_hand` is the state to which staff last set the session's doors.
    """
    start, end = map(moment_of, _list(values, TIME))
    doors_open, last_entry = values.get("doors_open"), values.get("last_entry")
    open_to = frozenset(
        name.removeprefix(f"{OPEN_TO}.")
        for name, value in values.items()
        if name.startswith(f"{OPEN_TO}.") and value is True
    )
    return Session(
        code=code,
        title=_local(values, "title"),
        room=_local(values, "room"),
        start=start,
        end=end,
        doors_open=default_doors_open(start) if doors_open is None else moment_of(doors_open),
        last_entry=end if last_entry is None else moment_of(last_entry),
        topic=_local(values, "topic"),
        kind=_local(values, "kind"),
        theme=_local(values, "theme"),
        speakers=_local_list(values, "speakers"),
        capacity=_number(values, "capacity"),
        re_entry=values.get("re_entry") is not False,
        doors=values.get("doors") is not False,
        open_to=open_to if values.get(OPEN_TO) == TO_SOME else None,
        status=_choice(values, "status", SessionStatus.PLANNED),
        withdrawn=values.get(WITHDRAWN) is True,
        by_hand=by_hand,
        uid=_plain(values, "uid"),
    )


def _room(code: str, values: Values) -> Room:
    return Room(code, _local(values, "name"), _number(values, "capacity"))


def _delegations(made: Mapping[str, Values]) -> Iterable[Delegation]:
    for code, values in made.items():
        yield Delegation(
            code,
            _local_list(values, "names"),
            _choice(values, "kind", DelegationKind.STATE),
            _number(values, "order"),
            _number(values, "quota"),
            values.get("represents_state") is True,
            _plain(values, "liaison.name"),
            _plain(values, "liaison.phone"),
        )


def _own_field(code: str, values: Values) -> OwnField:
    known = {each.value: each for each in ShownOn}
    return OwnField(
        code,
        _local(values, "name"),
        _choice(values, "kind", FieldKind.TEXT),
        _local_list(values, "choices"),
        tuple(known[each] for each in map(str, _list(values, "shown")) if each in known),
        values.get("private") is True,
    )


def _local(values: Values, name: str) -> LocalText:
    """The text with this name, put together from its fields, one for each language."""
    words = [
        ("" if key == name else key.removeprefix(f"{name}."), str(value))
        for key, value in values.items()
        if value is not None and (key == name or key.startswith(f"{name}."))
    ]
    return LocalText(tuple(sorted(words)))


def _local_list(values: Values, name: str) -> tuple[LocalText, ...]:
    return tuple(
        LocalText(tuple((str(language), str(words)) for language, words in text))
        for text in _list(values, name)
    )


def _list(values: Values, name: str) -> tuple[Any, ...]:
    value = values.get(name)
    return value if isinstance(value, tuple) else ()


def _plain(values: Values, name: str, default: str = "") -> str:
    value = values.get(name)
    return value if isinstance(value, str) else default


def _number(values: Values, name: str) -> int | None:
    value = values.get(name)
    return value if isinstance(value, int) else None


def _choice(values: Values, name: str, default: _Choice) -> _Choice:
    known: dict[object, _Choice] = {each.value: each for each in type(default)}
    return known.get(values.get(name), default)


def moment_of(milliseconds: Any) -> datetime:  # noqa: ANN401 - a number, as the codec has checked
    """The moment (UTC) that a field holds as this number of milliseconds since 1970."""
    return _EPOCH + timedelta(milliseconds=milliseconds)
