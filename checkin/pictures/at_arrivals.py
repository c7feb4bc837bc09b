"""The scenes of the Arrivals page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.desk.arrive import arrive
from checkin.desk.revoke import revoke
from checkin.domain.delegates import Status
from checkin.domain.reasons import REPRINT_REASONS, Why
from checkin.pictures.scene import Scene
from checkin.pictures.stage import DESK

if TYPE_CHECKING:
    from checkin.domain.registration import Registration
    from checkin.pictures.stage import Stage


def _start(stage: Stage) -> None:
    stage.clear()


def _results(stage: Stage) -> None:
    stage.type("so")


def _selected(stage: Stage) -> None:
    _look_for(stage, stage.person(_has_everything))


def _arrived(stage: Stage) -> None:
    _selected(stage)
    stage.press("Return")


def _refused(stage: Stage) -> None:
    """The badge of somebody who was given another one is scanned."""
    person = stage.person(lambda each: each.badge is not None and each.arrival is not None)
    badge = person.badge
    assert badge is not None  # noqa: S101 - it was asked for
    revoke(stage.file, DESK, badge.code, Why(REPRINT_REASONS[0]))
    stage.scan(badge.code)


def _nobody(stage: Stage) -> None:
    stage.type("xylo")


def _walk_in(stage: Stage) -> None:
    stage.press("Ctrl+N")


def _begun(stage: Stage) -> None:
    stage.type("de la tour")
    stage.press("Ctrl+N")


def _correction(stage: Stage) -> None:
    _selected(stage)
    stage.press("Ctrl+E")


def _delegation(stage: Stage) -> None:
    _selected(stage)
    stage.press("Ctrl+G")


def _reprint(stage: Stage) -> None:
    person = stage.person(lambda each: each.arrival is not None and each.badge is not None)
    _look_for(stage, person)
    stage.press("Ctrl+P")


def _question(stage: Stage) -> None:
    """Somebody whom security has blocked is asked for."""
    _look_for(stage, stage.person(lambda each: each.delegate.status is Status.BLOCKED))
    stage.press("Return")


def _flagged(stage: Stage) -> None:
    _look_for(stage, stage.person(lambda each: each.delegate.attention and each.arrival is None))
    stage.press("Return")


def _note(stage: Stage) -> None:
    noted = stage.person(lambda each: each.delegate.private_note and each.delegate.is_expected)
    _look_for(stage, noted)
    stage.press("F9")


def _many(stage: Stage) -> None:
    """A whole delegation has arrived at once."""
    person = stage.person(_has_everything)
    arrive(stage.file, DESK, [person.delegate.id], stage.now())
    _look_for(stage, person)
    stage.press("Ctrl+G")
    stage.press("Return")


def _has_everything(one: Registration) -> object:
    """Whether somebody is still expected, has names in two scripts, and belongs to a delegation."""
    person = one.delegate
    return one.arrival is None and person.is_expected and person.native_name and person.delegation


def _look_for(stage: Stage, one: Registration) -> None:
    stage.type("".join(letter for letter in one.delegate.latin_name if letter.isascii()))


SCENES: Final = (
    Scene("arrivals-start", _start),
    Scene("arrivals-results", _results),
    Scene("arrivals-selected", _selected),
    Scene("arrivals-private-note", _note),
    Scene("arrivals-form", _walk_in),
    Scene("arrivals-form-begun", _begun),
    Scene("arrivals-correction", _correction),
    Scene("arrivals-delegation", _delegation),
    Scene("arrivals-nobody-found", _nobody),
    Scene("arrivals-question", _question),
    Scene("arrivals-reprint", _reprint),
    Scene("arrivals-arrived", _arrived),
    Scene("arrivals-many-arrived", _many),
    Scene("arrivals-refused", _refused),
    Scene("arrivals-flagged", _flagged),
)
