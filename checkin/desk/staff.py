"""Who acts, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Staff:
    """The operator who is responsible for an act, and the desk or door at which it happens."""

    operator: str
    station: str
