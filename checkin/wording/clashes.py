"""The sentences for what does not fit in the programme, such as two sessions in one room at the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from checkin.domain.clashes import ClashKind

if TYPE_CHECKING:
    from checkin.domain.clashes import Clash
    from checkin.domain.programme import Event
    from checkin.wording.language import Language


def clash_in_words(say: Language, clash: Clash, event: Event) -> str:
    """One sentence about a clash, from the point of view of the session that has the clash."""
    other = event.sessions.get(clash.other)
    title = say.local(other.title) if other is not None else clash.other
    match clash.kind:
        case ClashKind.ROOM:
            return say.text("“{session}” is in this room at the same time.").format(session=title)
        case ClashKind.SPEAKER:
            return say.text("{name} speaks in “{session}” at the same time.").format(
                name=say.local(clash.speaker) if clash.speaker is not None else "", session=title
            )
        case ClashKind.TOO_SMALL:
            return say.text("{inside} are inside now, and there are {capacity} seats.").format(
                inside=clash.inside, capacity=clash.seats
            )
        case ClashKind.NEVER_OPENS:
            return say.text("The last entry is before the doors open: nobody can enter.")
        case ClashKind.OUTSIDE_DAYS:
            return say.text("This is not a day of the event.")
        case _:
            assert_never(clash.kind)
