"""Converts lengths between millimetres and points."""

from __future__ import annotations

from typing import Final

POINTS_PER_MM: Final = 72 / 25.4


def points(mm: float) -> float:
    """Convert mm to points of 1/72 inch, the unit of type sizes and of PDF."""
    return mm * POINTS_PER_MM


def mm(points: float) -> float:
    """Convert points to mm."""
    return points / POINTS_PER_MM
