"""The guests of the scenes at a door: each function prepares a guest, and returns the text that is scanned next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.desk.arrive import arrive
from checkin.desk.correct import correct
from checkin.desk.revoke import revoke
from checkin.desk.scan_at_door import scan
from checkin.desk.staff import Staff
from checkin.domain import codes
from checkin.domain.delegates import Field, Status
from checkin.domain.facts import BadgeIssued, Defined
from checkin.domain.presence import Direction
from checkin.domain.reasons import REPRINT_REASONS, Why
from checkin.domain.things import Thing
from checkin.pictures.stage import DESK

if TYPE_CHECKING:
    from checkin.domain.registration import Registration
    from checkin.pictures.stage import Stage

_DOOR: Final = Staff("Vuthy", "Door 1")
OPENING: Final = "opening"
_SOME_MINUTES: Final = timedelta(minutes=12)
Shown: TypeAlias = Callable[["Stage"], str]
"""A function that prepares a scan at the door, and returns the text that is then scanned; "" for no scan."""


def nothing(_stage: Stage) -> str:
    """Prepare no guest, and return "": nothing is scanned."""
    return ""


def newcomer(stage: Stage) -> str:
    """The code of the badge of somebody who has just been received at a desk."""
    return badge(stage, somebody)


def flagged(stage: Stage) -> str:
    """The code of the badge of a guest of protocol (a VIP), who has just been received."""
    return badge(stage, lambda each: each.delegate.attention and each.arrival is None)


def somebody_inside(stage: Stage) -> str:
    """The code of the badge of somebody who is inside already."""
    code = newcomer(stage)
    scan(stage.file, _DOOR, OPENING, code, stage.now() - _SOME_MINUTES, Direction.IN)
    return code


def somebody_outside(stage: Stage) -> str:
    """The code of the badge of somebody who was inside and has left."""
    code = somebody_inside(stage)
    scan(stage.file, _DOOR, OPENING, code, stage.now() - _SOME_MINUTES / 2, Direction.OUT)
    return code


def not_arrived(stage: Stage) -> str:
    """The code of the badge of somebody who has not been at a desk."""
    person = stage.person(somebody)
    return issued(stage, person.delegate.id)


def not_known_yet(stage: Stage) -> str:
    """The code of a genuine badge whose holder is not known in this event file."""
    return codes.mint(stage.file.event_key).text


def full(stage: Stage) -> str:
    """Fill the session's seats, and return the code of the badge of a newcomer."""
    with stage.file.transaction():
        stage.file.append([Defined(Thing.SESSION, OPENING, {"capacity": 1})], DESK.operator)
    stage.program.changes.programme_changed.emit()
    return newcomer(stage)


def not_full(stage: Stage) -> None:
    """Give the session its seats back."""
    with stage.file.transaction():
        stage.file.append([Defined(Thing.SESSION, OPENING, {"capacity": 300})], DESK.operator)
    stage.program.changes.programme_changed.emit()


def press(stage: Stage) -> str:
    """The code of the badge of somebody whose category may not enter the later session."""
    return badge(stage, lambda each: each.delegate.category == "W" and each.arrival is None)


def replaced(stage: Stage) -> str:
    """The code of the badge of somebody who has been given another badge since."""
    code = newcomer(stage)
    revoke(stage.file, DESK, code, Why(REPRINT_REASONS[0]))
    return code


def of_status(status: Status) -> Shown:
    """A function that returns the code of the badge of somebody whose registration has this status."""

    def with_badge(stage: Stage) -> str:
        person = stage.person(somebody)
        code = badge(stage, lambda each: each.delegate.id == person.delegate.id)
        correct(stage.file, DESK, person.delegate.id, {Field.STATUS: status})
        return code

    return with_badge


def foreign(_stage: Stage) -> str:
    """The text of the bar code on a bottle."""
    return "4006381333931"


def somebody(one: Registration) -> object:
    """Whether a delegate suits most scenes: still expected, with names in two scripts, and with nothing unusual."""
    person = one.delegate
    is_plain = not person.attention and not person.private_note
    return one.arrival is None and person.is_expected and person.native_name and is_plain


def badge(stage: Stage, is_wanted: Callable[[Registration], object]) -> str:
    """Receive the first delegate for whom `is_wanted` is true, and return the code of the badge."""
    person = stage.person(is_wanted)
    (answer,) = arrive(stage.file, DESK, [person.delegate.id], stage.now() - 2 * _SOME_MINUTES)
    return answer.code


def issued(stage: Stage, delegate: str) -> str:
    """Issue a badge for this delegate, who has not arrived, and return its code."""
    code = codes.mint(stage.file.event_key).text
    with stage.file.transaction():
        stage.file.append([BadgeIssued(code, delegate, stage.now())], DESK.operator)
    return code
