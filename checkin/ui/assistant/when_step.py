"""The second step: the days of the event, and its time zone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Self

from checkin.desk.choices import Part
from checkin.ui.assistant import words
from checkin.ui.assistant.step import Step
from checkin.ui.assistant.zone_input import ZoneInput
from checkin.ui.frames.day_input import DayInput

if TYPE_CHECKING:
    from datetime import date, timedelta

    from checkin.desk.new_event import Wish
    from checkin.ui.appearance import Appearance
    from checkin.ui.assistant.step import Start
    from checkin.wording import Wording


class WhenStep(Step):
    """The step with the first and the last day of the event, and its time zone.

    Until the operator changes the last day, it moves along with the first day.
    """

    def __init__(self, look: Appearance, first_day: date, zone: str) -> None:
        """`first_day` and the IANA name `zone`, "" if there is none, are proposed."""
        self.first_day, self.last_day = DayInput(look, first_day), DayInput(look, first_day)
        self.zone = ZoneInput(look, zone, lambda: self.first_day.day)
        self._proposed = first_day
        self._length = first_day - first_day
        super().__init__(
            look,
            lambda say: say.text("When and where is the event?"),
            {Part.FIRST_DAY: self.first_day, Part.LAST_DAY: self.last_day, Part.ZONE: self.zone},
        )
        self.last_day.follow(self.first_day)
        self.first_day.changed.connect(self._on_first_day)

    @classmethod
    def begin(cls, look: Appearance, start: Start, /) -> Self:
        """Make the step with what is proposed in it at the start."""
        return cls(look, start.today, start.zone)

    @staticmethod
    def name(say: Wording) -> str:
        """The name of the step in the list of steps."""
        return say.text("When and where")

    def add_to(self, wish: Wish) -> Wish:
        """The wish with what is chosen in this step."""
        return replace(wish, zone=self.zone.zone, first_day=self.first_day.day, last_day=self.last_day.day)

    def summary(self) -> str:
        """The days, and the city of the time zone."""
        zone, say = self.zone.zone, self._say
        days = words.days(self.first_day.day, self.last_day.day, say)
        return f"{days} · {words.place(zone, say)}" if zone else days

    @property
    def days(self) -> dict[Part, DayInput]:
        """The inputs of the two days."""
        return {Part.FIRST_DAY: self.first_day, Part.LAST_DAY: self.last_day}

    def propose_length(self, length: timedelta) -> None:
        """Propose as the last day the first day plus this length."""
        self._length = length
        self._on_first_day()

    def _on_first_day(self) -> None:
        is_proposed = self.last_day.day == self._proposed
        self._proposed = self.first_day.day + self._length
        if is_proposed:
            self.last_day.set_day(self._proposed)
        self.zone.label()
