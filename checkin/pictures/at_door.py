"""The scenes of the Door page: each verdict, and the door in full screen."""

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
from checkin.domain.programme import DoorState
from checkin.domain.reasons import REPRINT_REASONS, Why
from checkin.domain.things import Thing
from checkin.pictures.scene import Scene
from checkin.pictures.stage import DESK
from checkin.ui.door.door_page import DoorPage

if TYPE_CHECKING:
    from checkin.domain.registration import Registration
    from checkin.pictures.stage import Stage

_DOOR: Final = Staff("Vuthy", "Door 1")
_OPENING: Final = "opening"
_LATER: Final = "topic-1"
_HELD: Final = 12
"""More presses of Esc than there are verdicts that may wait to be seen to."""
_SOME_MINUTES: Final = timedelta(minutes=12)
Shown: TypeAlias = Callable[["Stage"], str]
"""A function that prepares a scan at the door, and returns the text that is then scanned; "" for no scan."""


def _nothing(_stage: Stage) -> str:
    return ""


def _newcomer(stage: Stage) -> str:
    return _badge(stage, _somebody)


def _flagged(stage: Stage) -> str:
    return _badge(stage, lambda each: each.delegate.attention and each.arrival is None)


def _somebody_inside(stage: Stage) -> str:
    code = _newcomer(stage)
    scan(stage.file, _DOOR, _OPENING, code, stage.now() - _SOME_MINUTES, Direction.IN)
    return code


def _somebody_outside(stage: Stage) -> str:
    code = _somebody_inside(stage)
    scan(stage.file, _DOOR, _OPENING, code, stage.now() - _SOME_MINUTES / 2, Direction.OUT)
    return code


def _not_arrived(stage: Stage) -> str:
    person = stage.person(_somebody)
    return _issued(stage, person.delegate.id)


def _not_known_yet(stage: Stage) -> str:
    return codes.mint(stage.file.event_key).text


def _full(stage: Stage) -> str:
    with stage.file.transaction():
        stage.file.append([Defined(Thing.SESSION, _OPENING, {"capacity": 1})], DESK.operator)
    stage.program.changes.programme_changed.emit()
    return _newcomer(stage)


def _not_full(stage: Stage) -> None:
    with stage.file.transaction():
        stage.file.append([Defined(Thing.SESSION, _OPENING, {"capacity": 300})], DESK.operator)
    stage.program.changes.programme_changed.emit()


def _press(stage: Stage) -> str:
    """The badge of somebody whose category may not enter the later session."""
    return _badge(stage, lambda each: each.delegate.category == "W" and each.arrival is None)


def _replaced(stage: Stage) -> str:
    code = _newcomer(stage)
    revoke(stage.file, DESK, code, Why(REPRINT_REASONS[0]))
    return code


def _of_status(status: Status) -> Shown:
    def with_badge(stage: Stage) -> str:
        person = stage.person(_somebody)
        code = _badge(stage, lambda each: each.delegate.id == person.delegate.id)
        correct(stage.file, DESK, person.delegate.id, {Field.STATUS: status})
        return code

    return with_badge


def _foreign(_stage: Stage) -> str:
    return "4006381333931"


def _somebody(one: Registration) -> object:
    """Whether somebody is still expected, and has names in two scripts and nothing that staff must mind."""
    person = one.delegate
    is_plain = not person.attention and not person.private_note
    return one.arrival is None and person.is_expected and person.native_name and is_plain


def _badge(stage: Stage, is_wanted: Callable[[Registration], object]) -> str:
    """Receive the first delegate for whom `is_wanted` is true, and return the code of the badge."""
    person = stage.person(is_wanted)
    (answer,) = arrive(stage.file, DESK, [person.delegate.id], stage.now() - 2 * _SOME_MINUTES)
    return answer.code


def _issued(stage: Stage, delegate: str) -> str:
    """Issue a badge for this delegate, who has not arrived, and return its code."""
    code = codes.mint(stage.file.event_key).text
    with stage.file.transaction():
        stage.file.append([BadgeIssued(code, delegate, stage.now())], DESK.operator)
    return code


def _at(
    session: str,
    shown: Shown,
    direction: Direction = Direction.AUTO,
    *,
    is_full_screen: bool = False,
    after: Callable[[Stage], object] = lambda _: None,
) -> Callable[[Stage], None]:
    """A function that plays a scene: one badge is scanned at the door of this session ("" means by the clock)."""

    def play(stage: Stage) -> None:
        page = stage.turn_to(DoorPage)
        page.take_state({"session": session, "direction": direction.value, "told": True})
        for _ in range(_HELD):
            stage.press("Esc")
        if is_full_screen:
            stage.press("F11")
        text = shown(stage)
        if text:
            stage.scan(text)
        after(stage)
        stage.settle()

    return play


def _asked(stage: Stage) -> None:
    """A door that is asked what it is."""
    stage.turn_to(DoorPage).take_state({})
    stage.settle()


def _asked_and_read(stage: Stage) -> None:
    """A badge that is read while the door is asked what it is."""
    stage.turn_to(DoorPage).take_state({})
    stage.scan(_newcomer(stage))
    stage.settle()


def _nobody_found(stage: Stage) -> None:
    """Letters that find nobody, and who may be meant."""
    page = stage.turn_to(DoorPage)
    stage.type("jeavana")
    stage.wait(lambda: page.search.finder.results.is_suggesting)


def _opened_early(stage: Stage) -> None:
    """A door that was opened by its key before its time."""
    page = stage.turn_to(DoorPage)
    stage.press("Ctrl+K")
    stage.wait(lambda: page.doors_button.since is not None)


def _searched(stage: Stage) -> None:
    """Letters that were typed find people."""
    page = stage.turn_to(DoorPage)
    stage.type("sok")
    stage.wait(lambda: page.search.is_open)


def _closed(stage: Stage) -> None:
    """A door that was closed by its key."""
    page = stage.turn_to(DoorPage)
    stage.press("Ctrl+K")
    stage.wait(lambda: page.doors_button.next_state is DoorState.OPEN)


def _opened_again(stage: Stage) -> None:
    page = stage.turn_to(DoorPage)
    stage.press("Ctrl+K")
    stage.wait(lambda: page.doors_button.next_state is DoorState.CLOSED)


SCENES: Final = (
    Scene("door-asked", _asked),
    Scene("door-asked-and-read", _asked_and_read),
    Scene("door-waiting", _at("", _nothing)),
    Scene("door-welcome", _at("", _newcomer)),
    Scene("door-back-in", _at("", _somebody_outside)),
    Scene("door-already-in", _at("", _somebody_inside, Direction.IN)),
    Scene("door-out", _at("", _somebody_inside, Direction.OUT)),
    Scene("door-out-without-entry", _at("", _newcomer, Direction.OUT)),
    Scene("door-arrival-noted", _at("", _not_arrived)),
    Scene("door-details-follow", _at("", _not_known_yet)),
    Scene("door-flagged", _at("", _flagged)),
    Scene("door-too-early", _at(_LATER, _newcomer)),
    Scene("door-not-on-the-list", _at(_LATER, _press)),
    Scene("door-full", _at("", _full, after=_not_full)),
    Scene("door-badge-replaced", _at("", _replaced)),
    Scene("door-blocked", _at("", _of_status(Status.BLOCKED))),
    Scene("door-cancelled", _at("", _of_status(Status.CANCELLED))),
    Scene("door-unknown-code", _at("", _foreign)),
    Scene("door-search", _at("", _nothing, after=_searched)),
    Scene("door-nobody-found", _at("", _nothing, after=_nobody_found)),
    Scene("door-closed", _at(_OPENING, _nothing, after=_closed)),
    Scene("door-open-again", _at(_OPENING, _nothing, after=_opened_again)),
    Scene("door-opened-early", _at(_LATER, _nothing, after=_opened_early)),
    Scene("full-screen-waiting", _at("", _nothing, is_full_screen=True)),
    Scene("full-screen-welcome", _at("", _newcomer, is_full_screen=True)),
    Scene("full-screen-flagged", _at("", _flagged, is_full_screen=True)),
    Scene("full-screen-refused", _at("", _of_status(Status.BLOCKED), is_full_screen=True)),
)
