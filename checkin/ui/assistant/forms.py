"""The forms of the assistant's steps, of which only the first is made before the window is painted."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QTimer, QTimeZone, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from checkin.desk.new_event import Wish
from checkin.domain.programme import LocalText, zone_named
from checkin.ui.assistant.beginning_input import proposed
from checkin.ui.assistant.beginning_step import BeginningStep
from checkin.ui.assistant.file_step import FileStep
from checkin.ui.assistant.rules_step import RulesStep
from checkin.ui.assistant.step import Start, Step
from checkin.ui.assistant.what_step import WhatStep
from checkin.ui.assistant.when_step import WhenStep

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from checkin.ui.appearance import Appearance

_One = TypeVar("_One", bound=Step)

STEPS: Final[tuple[type[Step], ...]] = (WhatStep, WhenStep, BeginningStep, RulesStep, FileStep)
"""The steps in their order."""


class Forms(QStackedWidget):
    """The steps of the assistant, one of which is shown.

    The first step is there from the beginning. The others are made in idle moments after `go_on`, or as soon as they
    are asked for, so that nobody waits for them.
    """

    made = Signal(QWidget)
    """Emitted with each step but the first when the step was made."""

    completed = Signal()
    """Emitted when all steps have been made."""

    def __init__(self, look: Appearance, today: date, pages: Iterable[str]) -> None:
        """`today` is proposed for the first day. `pages` are the modules of the pages that the window has."""
        super().__init__()
        self._look, self._start = look, Start(today, _zone_of_this_computer(), frozenset(pages))
        self._steps: dict[type[Step], Step] = {}
        self.addWidget(self.what)
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._make_next)

    def of(self, kind: type[_One]) -> _One:
        """The step of this class; the step is made now if it is not there yet."""
        if kind not in self._steps:
            self._steps[kind] = kind.begin(self._look, self._start)
        step = self._steps[kind]
        assert isinstance(step, kind)  # noqa: S101 - it was made of this class
        return step

    @property
    def what(self) -> WhatStep:
        """The step in which the operator fills in the title of the new event."""
        return self.of(WhatStep)

    @property
    def when(self) -> WhenStep:
        """The step in which the operator fills in the days of the new event."""
        return self.of(WhenStep)

    @property
    def beginning(self) -> BeginningStep:
        """The step in which the operator chooses the categories that the new event begins with."""
        return self.of(BeginningStep)

    @property
    def rules(self) -> RulesStep:
        """The step in which the operator chooses the rules of the new event."""
        return self.of(RulesStep)

    @property
    def file(self) -> FileStep:
        """The step in which the operator chooses the file of the new event."""
        return self.of(FileStep)

    @property
    def all(self) -> tuple[Step, ...]:
        """All steps in their order; steps that were not made before are made now."""
        return tuple(map(self.of, STEPS))

    @property
    def shown(self) -> Step:
        """The step that is shown."""
        step = self.currentWidget()
        assert isinstance(step, Step)  # noqa: S101 - nothing else is added
        return step

    @property
    def is_whole(self) -> bool:
        """Whether all steps have been made."""
        return self.count() == len(STEPS)

    def wish(self) -> Wish:
        """All choices of the operator in the steps; steps that were not made before are made now."""
        self.make_all()
        today, like = self._start.today, proposed()
        blank = Wish(LocalText(), "", today, today, like, like.policy, ())
        return reduce(lambda wish, step: step.add_to(wish), self.all, blank)

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
        step = self.of(STEPS[self.count()])
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
