"""Millimetres and points: the one place where lengths are converted."""

from __future__ import annotations

from typing import Final

POINTS_PER_MM: Final = 72 / 25.4


def points(mm: float) -> float:
    """A length in points of 1/72 inch, the unit of type sizes and of PDF."""
    return mm * POINTS_PER_MM


def mm(points: float) -> float:
    """A length in millimetres."""
    return points / POINTS_PER_MM
