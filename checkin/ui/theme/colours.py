"""The colours of one palette."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette, each colour "#RRGGBB".

    The tones (`muted`, `good`, `warning`, `bad`) are for text and lamps on `window`, `base` and `alternate` alike.
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
