"""The staff on duty: who acts, and at which desk or door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Staff:
    """The operator who is responsible for an act, and the desk or door at which it happens."""

    operator: str
    station: str


class Shift:
    """Who is on duty at this computer. The program has one Shift; whoever records an act asks it for the staff then."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff
        self._listeners: list[Callable[[Staff], object]] = []

    @property
    def staff(self) -> Staff:
        """The staff on duty now."""
        return self._staff

    def hand_over(self, staff: Staff) -> None:
        """Put these staff on duty from now on, and tell the listeners."""
        if staff != self._staff:
            self._staff = staff
            for tell in self._listeners:
                tell(staff)

    def tell(self, listener: Callable[[Staff], object]) -> None:
        """Call the listener with the staff on duty now, and again with any staff that come on duty later."""
        self._listeners.append(listener)
        listener(self._staff)
