"""The scenes of the assistant with which a new event is made."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from checkin.domain.programme import LocalText
from checkin.pictures.scene import Scene
from checkin.ui.assistant.assistant import Assistant

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.pictures.stage import Stage

_TITLE: Final = {"en": "High-Level Forum on Water", "fr": "Forum de haut niveau sur l'eau"}
_VENUE: Final = {"en": "Mekong Grand Hotel", "fr": "Mekong Grand Hôtel"}


def _begun(stage: Stage) -> Assistant:
    """The assistant, in which the title, the days and the time zone are chosen."""
    stage.program.opener.make_new()
    stage.settle()
    assistant = stage.window.findChildren(Assistant)[-1]
    assistant.forms.what.title_input.set_text(LocalText.of(_TITLE))
    assistant.forms.what.venue_input.set_text(LocalText.of(_VENUE))
    assistant.forms.when.first_day.set_day(date(2027, 3, 15))
    assistant.forms.when.last_day.set_day(date(2027, 3, 17))
    assistant.forms.when.zone.line.setText("phnom")
    stage.settle()
    return assistant


def _at_step(number: int) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        assistant = _begun(stage)
        assistant.open_step(assistant.steps[number - 1])
        stage.settle()

    return play


def _wrong(stage: Stage) -> None:
    assistant = _begun(stage)
    assistant.forms.when.last_day.set_day(date(2027, 3, 14))
    assistant.make()
    stage.settle()


WITHOUT_EVENT: Final = (
    Scene("new-event", _at_step(1)),
    Scene("new-event-days", _at_step(2)),
    Scene("new-event-wrong", _wrong),
    Scene("new-event-categories", _at_step(3)),
    Scene("new-event-rules", _at_step(4)),
    Scene("new-event-file", _at_step(5)),
)
