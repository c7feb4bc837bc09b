"""The class for the colours of one palette."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one palette, each as "#RRGGBB".

    The colours `muted`, `good`, `warning` and `bad` are for text and status lamps. They are legible on each of the
    backgrounds `window`, `base` and `alternate`.
    """

    window: str
    base: str
    alternate: str
    text: str
    muted: str
    disabled: str
    button: str
    accent: str
    on_accent: str
    edge: str
    link: str
    good: str
    warning: str
    bad: str
    strip: str
    on_strip: str
