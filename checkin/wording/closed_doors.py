"""The words for a session whose doors let nobody in now, with or without a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.domain.programme import Session
    from checkin.wording.language import Language
    from checkin.wording.verdict_words import Circumstances


def words(say: Language, session: Session, known: Circumstances) -> tuple[str, str]:
    """The title and the sentence for a session whose doors let nobody in at the time `known.now`."""
    if not session.takes_place:
        return say.text("SESSION CANCELLED"), say.text("This session does not take place.")
    if session.is_closed_by_hand:
        return say.text("CLOSED"), say.text("The doors are closed for the moment.")
    if known.now < session.doors_open:
        opens = say.text("Doors open at {time}."), say.text("Doors open on {moment}.")
        return say.text("NOT OPEN NOW"), _on_that_day(say, known, session.doors_open, *opens)
    closed = say.text("Entry closed at {time}."), say.text("Entry closed on {moment}.")
    return say.text("CLOSED"), _on_that_day(say, known, session.last_entry, *closed)


def _on_that_day(say: Language, known: Circumstances, moment: datetime, today: str, another_day: str) -> str:
    """The sentence `today` with the time alone, if the moment is today at the venue.

    Otherwise the sentence `another_day` with the day and the time.
    """
    if known.is_today(moment):
        return today.format(time=say.time(moment, known.zone))
    return another_day.format(moment=say.moment(moment, known.zone))
