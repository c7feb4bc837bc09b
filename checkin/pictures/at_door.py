"""The scenes of the Door page: each verdict, and the door in full screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Status
from checkin.domain.presence import Direction
from checkin.domain.programme import DoorState
from checkin.pictures import guests
from checkin.pictures.scene import Scene
from checkin.ui.door.door_page import DoorPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.pictures.stage import Stage

_LATER: Final = "topic-1"
_HELD: Final = 12
"""More presses of Esc than there are verdicts that may wait to be seen to."""


def _at(
    session: str,
    shown: guests.Shown,
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
    stage.scan(guests.newcomer(stage))
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
    Scene("door-waiting", _at("", guests.nothing)),
    Scene("door-welcome", _at("", guests.newcomer)),
    Scene("door-back-in", _at("", guests.somebody_outside)),
    Scene("door-already-in", _at("", guests.somebody_inside, Direction.IN)),
    Scene("door-out", _at("", guests.somebody_inside, Direction.OUT)),
    Scene("door-out-without-entry", _at("", guests.newcomer, Direction.OUT)),
    Scene("door-arrival-noted", _at("", guests.not_arrived)),
    Scene("door-details-follow", _at("", guests.not_known_yet)),
    Scene("door-flagged", _at("", guests.flagged)),
    Scene("door-too-early", _at(_LATER, guests.newcomer)),
    Scene("door-not-on-the-list", _at(_LATER, guests.press)),
    Scene("door-full", _at("", guests.full, after=guests.not_full)),
    Scene("door-badge-replaced", _at("", guests.replaced)),
    Scene("door-blocked", _at("", guests.of_status(Status.BLOCKED))),
    Scene("door-cancelled", _at("", guests.of_status(Status.CANCELLED))),
    Scene("door-unknown-code", _at("", guests.foreign)),
    Scene("door-search", _at("", guests.nothing, after=_searched)),
    Scene("door-nobody-found", _at("", guests.nothing, after=_nobody_found)),
    Scene("door-closed", _at(guests.OPENING, guests.nothing, after=_closed)),
    Scene("door-open-again", _at(guests.OPENING, guests.nothing, after=_opened_again)),
    Scene("door-opened-early", _at(_LATER, guests.nothing, after=_opened_early)),
    Scene("full-screen-waiting", _at("", guests.nothing, is_full_screen=True)),
    Scene("full-screen-welcome", _at("", guests.newcomer, is_full_screen=True)),
    Scene("full-screen-flagged", _at("", guests.flagged, is_full_screen=True)),
    Scene("full-screen-refused", _at("", guests.of_status(Status.BLOCKED), is_full_screen=True)),
)
