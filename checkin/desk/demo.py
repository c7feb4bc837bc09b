"""Makes the demo event: a forum with 300 invented delegates.

The dates of the event are moved so that the doors of its opening session are open now.
"""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from checkin import assets
from checkin.desk import bring_in
from checkin.desk.arrive import arrive
from checkin.desk.find import everybody
from checkin.desk.guest_list import look_up, rows_in
from checkin.desk.invite import invite
from checkin.desk.open_event import new_event
from checkin.desk.photos import take_folder
from checkin.desk.scan_at_door import scan
from checkin.desk.staff import Staff
from checkin.domain.moving import moved
from checkin.domain.presence import Direction
from checkin.importing.definition import read_definition
from checkin.importing.files.sheets import read_sheets
from checkin.importing.guest_columns import guest_columns
from checkin.storage.drafts import clear_abandoned, draft_of

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from checkin.domain.programme import Event, Session
    from checkin.storage.event_file import EventFile

_OPENING: Final = "opening"
_LUNCH: Final = "ministers"
"""The lunch to which ministers, ambassadors and heads of delegations are invited by name."""
_STARTS_IN: Final = timedelta(minutes=15)
_STEP_SECONDS: Final = 300
_ARRIVED: Final = 187
_INSIDE: Final = 64
_DESKS: Final = (Staff("Dara", "Desk 1"), Staff("Bopha", "Desk 2"))
_DOOR: Final = Staff("Vuthy", "Door 1")


def make_demo(folder: Path, now: datetime) -> Path:
    """Make the demo's event file in this folder and return its path.

    The file gets a name that is free in the folder. Unfinished files that an interrupted call has left in the folder
    are deleted. The opening session starts some 15 minutes after `now`. 187 delegates have arrived since the doors
    opened, and 64 of them are inside. Some delegates have a photo, which is drawn. Raises CheckinError if the
    folder cannot be written to.
    """
    event = _at_its_opening(read_definition(assets.demo("forum.toml")), now)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    clear_abandoned(folder, "forum.event")
    with draft_of(folder / "forum.event") as draft:
        made = draft.with_name(f"{draft.name}.event")
        with new_event(made, event, _DESKS[0]) as file:
            plan = bring_in.plan(file, assets.demo("delegates.csv"))
            bring_in.bring_in(file, _DESKS[0], plan, lambda _: None)
            take_folder(file, _DESKS[0], assets.demo("photos"), lambda _done, _all: None)
            _invite_guests(file)
            _let_some_arrive(file, event.sessions[_OPENING], now)
        return made.rename(_free_name(folder))


def _at_its_opening(event: Event, now: datetime) -> Event:
    """The event, moved in time so that its opening session starts soon, at a multiple of five minutes."""
    start = now + _STARTS_IN
    start += timedelta(seconds=-start.timestamp() % _STEP_SECONDS)
    return moved(event, start - event.sessions[_OPENING].start)


def _free_name(folder: Path) -> Path:
    names = (folder / f"forum{'' if number == 1 else f'-{number}'}.event" for number in range(1, 1000))
    return next(name for name in names if not any(folder.glob(f"{name.name}*")))


def _invite_guests(file: EventFile) -> None:
    """Name the guests of the ministerial lunch, as an organiser does with a sheet."""
    (sheet,) = read_sheets(assets.demo("guests.csv"))
    invite(file, _DESKS[0], _LUNCH, look_up(file, rows_in(sheet, guest_columns(sheet))).wishes)


def _let_some_arrive(file: EventFile, opening: Session, now: datetime) -> None:
    """Record arrivals and scans, of the same delegates in every demo.

    Fewer of them arrived soon after the doors opened than shortly before now.
    """
    chance = random.Random(2027)  # noqa: S311 - nothing secret: who of the invented delegates comes when
    expected = [
        registration.delegate.id for registration in everybody(file) if registration.delegate.is_expected
    ]
    waited = (now - opening.doors_open).total_seconds()
    came = sorted(waited * chance.random() ** 0.6 for _ in range(_ARRIVED))
    for number, (delegate, seconds) in enumerate(zip(chance.sample(expected, _ARRIVED), came, strict=True)):
        at = min(opening.doors_open + timedelta(seconds=seconds), now)
        (answer,) = arrive(file, _DESKS[number % 2], [delegate], at)
        if number < _INSIDE:
            scan(file, _DOOR, _OPENING, answer.code, at + (now - at) / 2, Direction.IN)
