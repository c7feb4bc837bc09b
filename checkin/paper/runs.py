"""Splits a line into runs: stretches of text with one script, one typeface and one direction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fontTools import unicodedata as font_unicodedata

from checkin.paper import direction, fonts
from checkin.paper.clusters import clusters

if TYPE_CHECKING:
    from checkin.paper.fonts import Typeface

_JOINERS: Final = frozenset("\u200c\u200d")
_INVISIBLE: Final = frozenset("\u00ad\u200b\u2060\ufeff") | direction.CONTROLS
"""Characters that are never drawn, wherever they stand; ZWSP is of no more use once the line is broken."""
_NEUTRAL: Final = frozenset({"Zyyy", "Zinh"})
_CARRIES_ASCII: Final = frozenset({"Hani", "Hira", "Kana", "Hang", "Bopo"})
"""Scripts whose fonts bring their own digits and brackets, matched to the ideographs; other scripts use Noto Sans's."""


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a line with one script, one typeface and one direction: the characters from `start` to before `end`.

    `script` is an ISO 15924 code. `level` is even if the characters are read from left to right, and odd otherwise.
    """

    start: int
    end: int
    script: str
    face: Typeface
    level: int


@dataclass(frozen=True, slots=True)
class Runs:
    """A line that was split into runs: `visual` has the runs, ordered as they are drawn from left to right.

    `missing` has the characters that no font can draw. `language` decides which forms Chinese characters have.
    """

    visual: tuple[Run, ...]
    missing: tuple[str, ...]
    language: str


def split(text: str, *, bold: bool, language: str, base: int) -> Runs:
    """Split one line into runs, which are parts with one script, one typeface and one direction.

    `base` is the paragraph's direction: 0 from left to right, 1 from right to left. `language` is a hint which forms
    Chinese characters should have, where the text itself does not show it.
    """
    kinds = [font_unicodedata.script(character) for character in text]
    han = fonts.language_of(kinds, language)
    levels = direction.levels(text, base)
    runs: list[Run] = []
    missing: list[str] = []
    script = _first_script(kinds)
    for start, end in clusters(text):
        if kinds[start] not in _NEUTRAL:
            script = kinds[start]
        drawn = "".join(c for c in text[start:end] if c not in _INVISIBLE and c not in _JOINERS)
        if not drawn:
            continue
        face = _face(drawn, script, runs, bold=bold, language=han)
        if face is None:
            missing.append(drawn)
        else:
            _append(runs, Run(start, end, script, face, levels[start]))
    order = direction.visual_order([run.level for run in runs])
    return Runs(tuple(runs[at] for at in order), tuple(missing), han)


def _face(drawn: str, script: str, runs: list[Run], *, bold: bool, language: str) -> Typeface | None:
    """The typeface for a cluster (a letter with its marks); None if no font has it.

    Where possible, a space or a sign takes the typeface of the run before.
    """
    if runs and runs[-1].script == script and not drawn.isascii() and runs[-1].face.covers(drawn):
        return runs[-1].face
    if drawn.isascii() and not drawn.isspace() and script not in _CARRIES_ASCII:
        script = "Latn"
    if drawn.isspace() and runs and runs[-1].face.covers(drawn):
        return runs[-1].face
    return fonts.find(drawn, script, bold=bold, language=language)


def _append(runs: list[Run], run: Run) -> None:
    last = runs[-1] if runs else None
    if last and (last.end, last.face, last.level, last.script) == (
        run.start,
        run.face,
        run.level,
        run.script,
    ):
        runs[-1] = Run(last.start, run.end, run.script, run.face, run.level)
    else:
        runs.append(run)


def _first_script(kinds: list[str]) -> str:
    return next((kind for kind in kinds if kind not in _NEUTRAL), "Latn")
