"""Defines a scene: one state of one page, of which a picture is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.pictures.stage import Stage


@dataclass(frozen=True, slots=True)
class Scene:
    """One state of one page, of which a picture is taken.

    `name` is the picture's file name without the ending; `play` brings the window into this state.
    """

    name: str
    play: Callable[[Stage], object]
