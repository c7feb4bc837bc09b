"""The texts about one session on the Programme page: the lines in its block, and all of it for a screen reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.domain.programme import SessionStatus
from checkin.wording.clashes import clash_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.clashes import Clash
    from checkin.domain.programme import Category, Event, Session
    from checkin.wording import Wording


@dataclass(frozen=True, slots=True)
class BlockWords:
    """The texts of a session's block: time, title, details, seats, speakers and clashes.

    `state` is "" unless the session is cancelled. `categories` are the categories that the session is open to, None if
    the session is open to everybody. `only_named` is "" unless only named persons may enter. `whole` has everything in
    one text, for tool tips and screen readers.
    """

    time: str
    title: str
    details: str
    seats: str
    speakers: str
    clashes: tuple[str, ...]
    state: str
    categories: tuple[Category, ...] | None
    only_named: str
    whole: str


def block_words(
    say: Wording, event: Event, session: Session, inside: int, clashes: Sequence[Clash], named: int = 0
) -> BlockWords:
    """The texts about this session; `inside` people are inside now, and `named` people are named for it."""
    state = say.text("Cancelled") if session.status is SessionStatus.CANCELLED else ""
    time = time_of(say, event, session)
    title = say.local(session.title) or session.code
    details = say.local(session.kind)
    seats = " · ".join(
        filter(
            None,
            (
                "" if session.doors else no_doors(say),
                seats_in_words(say, event, session, inside),
                named_in_words(say, named),
            ),
        )
    )
    told = tuple(clash_in_words(say, each, event) for each in clashes)
    known = None if session.open_to is None else categories_of(event, session)
    room = say.local(event.room_of(session)) or say.text("no room")
    speakers = speakers_in_words(say, session)
    may_enter = open_to_in_words(say, event, session)
    lines = (f"{time} {title}", room, state, details, speakers, seats, may_enter, *told)
    return BlockWords(
        time=time,
        title=title,
        details=details,
        seats=seats,
        speakers=speakers,
        clashes=told,
        state=state,
        categories=known,
        only_named=may_enter if known == () and not session.open_to else "",
        whole="\n".join(filter(None, lines)),
    )


def time_of(say: Wording, event: Event, session: Session) -> str:
    """The start and end of the session on the venue's clock; an end on another day is shown with its day."""
    start, end = say.time(session.start, event.zone), say.time(session.end, event.zone)
    if event.day_of(session.end) != event.day_of(session.start):
        end = say.when(session.end, session.start, event.zone)
    return f"{start}–{end}"


def seats_in_words(say: Wording, event: Event, session: Session, inside: int) -> str:
    """The number of people inside and the number of seats, as far as they are known; "" if neither is."""
    seats = event.capacity_of(session)
    if seats is not None and inside:
        return say.text("inside {inside} / {capacity}").format(inside=inside, capacity=seats)
    if seats is not None:
        return say.many("{count} seat", "{count} seats", seats)
    return say.text("inside {inside}").format(inside=inside) if inside else ""


def no_doors(say: Wording) -> str:
    """The words that a session has no doors."""
    return say.text("no doors: nobody is scanned")


def named_in_words(say: Wording, named: int) -> str:
    """The number of people who are named for a session, in words; "" if nobody is."""
    return say.many("{count} named", "{count} named", named) if named else ""


def speakers_in_words(say: Wording, session: Session) -> str:
    """The names of the speakers; "" if there is none."""
    return ", ".join(map(say.local, session.speakers))


def open_to_in_words(say: Wording, event: Event, session: Session) -> str:
    """The words for who may enter the session, with the names of the categories."""
    if session.open_to is None:
        return say.text("open to everybody")
    if not session.open_to:
        return say.text("only who is named")
    names = ", ".join(say.local(each.name) for each in categories_of(event, session))
    return say.text("open to: {categories}").format(categories=names)


def categories_of(event: Event, session: Session) -> tuple[Category, ...]:
    """The categories that the session is open to, in the order of the event."""
    admitted = session.open_to or frozenset()
    return tuple(each for code, each in event.categories.items() if code in admitted)
