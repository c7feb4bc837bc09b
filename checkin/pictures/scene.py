"""What a scene is: one state of one page, which a picture shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.pictures.stage import Stage


@dataclass(frozen=True, slots=True)
class Scene:
    """One state of one page: its name, which is the name of its picture's file, and what brings the window there."""

    name: str
    play: Callable[[Stage], object]
