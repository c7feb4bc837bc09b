"""The staff on duty: who acts, and at which desk or door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Staff:
    """The name of the operator who is responsible for an act, and of the desk or door at which the act happens."""

    operator: str
    station: str


class Shift:
    """The staff on duty at this computer.

    The program has one `Shift`. Every part of the program that records an act asks the `Shift` who is on duty then.
    """

    def __init__(self, staff: Staff) -> None:
        self._staff = staff
        self._listeners: list[Callable[[Staff], object]] = []

    @property
    def staff(self) -> Staff:
        """The staff who are on duty."""
        return self._staff

    def hand_over(self, staff: Staff) -> None:
        """Put these staff on duty, and call with them every function that was given to `tell`."""
        if staff != self._staff:
            self._staff = staff
            for tell in self._listeners:
                tell(staff)

    def tell(self, listener: Callable[[Staff], object]) -> None:
        """Call this function with the staff on duty: now, and again whenever other staff come on duty."""
        self._listeners.append(listener)
        listener(self._staff)
