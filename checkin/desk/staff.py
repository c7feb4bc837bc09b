"""Who acts, and where."""

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
    """Who is on duty at this computer. One for the program; who records an act asks for the staff of that moment."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff
        self._listeners: list[Callable[[Staff], object]] = []

    @property
    def staff(self) -> Staff:
        """The staff on duty now."""
        return self._staff

    def hand_over(self, staff: Staff) -> None:
        """From now on these are on duty; the listeners are told."""
        if staff != self._staff:
            self._staff = staff
            for tell in self._listeners:
                tell(staff)

    def tell(self, listener: Callable[[Staff], object]) -> None:
        """Call the listener now, and with each staff that comes on duty."""
        self._listeners.append(listener)
        listener(self._staff)
