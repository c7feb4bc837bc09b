"""The forms of the assistant's steps, of which only the first is made before the window is painted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, QTimeZone, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from checkin import paths
from checkin.domain.programme import zone_named
from checkin.ui.assistant.beginning_step import BeginningStep, proposed
from checkin.ui.assistant.file_step import FileStep
from checkin.ui.assistant.rules_step import RulesStep
from checkin.ui.assistant.step import Step
from checkin.ui.assistant.what_step import WhatStep
from checkin.ui.assistant.when_step import WhenStep

if TYPE_CHECKING:
    from datetime import date

    from checkin.ui.appearance import Appearance

_NAMES: Final = ("what", "when", "beginning", "rules", "file")
"""The attributes that are steps, in the order of the steps."""


class Forms(QStackedWidget):
    """The steps of the assistant, one of which is shown.

    The first step is there from the beginning. The others are made in idle moments after `go_on`, or as soon as they
    are asked for, so that nobody waits for them.
    """

    made = Signal(QWidget)
    """Emitted with each step but the first when the step was made."""

    completed = Signal()
    """Emitted when all steps are there."""

    def __init__(self, look: Appearance, today: date, *, has_programme: bool) -> None:
        """`today` is proposed for the first day. `has_programme` says whether the window has a page for sessions."""
        super().__init__()
        self._look, self._today, self._has_programme = look, today, has_programme
        self.what = WhatStep(look)
        self.what.propose_languages(proposed().description.languages)
        self.addWidget(self.what)
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._make_next)

    @cached_property
    def when(self) -> WhenStep:
        """The second step."""
        return WhenStep(self._look, self._today, _zone_of_this_computer())

    @cached_property
    def beginning(self) -> BeginningStep:
        """The third step."""
        return BeginningStep(self._look)

    @cached_property
    def rules(self) -> RulesStep:
        """The fourth step."""
        return RulesStep(self._look, proposed().policy)

    @cached_property
    def file(self) -> FileStep:
        """The last step."""
        return FileStep(self._look, paths.documents_folder(), has_programme=self._has_programme)

    @property
    def all(self) -> tuple[Step, ...]:
        """All steps in their order; those that are not there yet are made now."""
        return self.what, self.when, self.beginning, self.rules, self.file

    @property
    def shown(self) -> Step:
        """The step that is shown."""
        step = self.currentWidget()
        assert isinstance(step, Step)  # noqa: S101 - nothing else is added
        return step

    @property
    def is_whole(self) -> bool:
        """Whether all steps are there."""
        return self.count() == len(_NAMES)

    def go_on(self) -> None:
        """Make the steps that are missing in idle moments."""
        if not self.is_whole:
            self._idle.start()

    def make_all(self) -> None:
        """Make the steps that are missing now."""
        while not self.is_whole:
            self._make_next()

    def _make_next(self) -> None:
        if self.is_whole:
            return
        step: Step = getattr(self, _NAMES[self.count()])
        self.addWidget(step)
        self.made.emit(step)
        self.go_on()
        if self.is_whole:
            self.completed.emit()


def _zone_of_this_computer() -> str:
    """The IANA name of the time zone to which this computer is set; "" if the system does not tell one."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", errors="replace")
    zone = zone_named(name) if name else None
    return zone.key if zone is not None else ""
