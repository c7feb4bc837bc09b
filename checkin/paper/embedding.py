"""Applies the rules P2 to X10 of UAX 9 (Unicode's bidirectional algorithm): levels set by invisible direction marks.

The library python-bidi does not support isolates (marks that set off a part of the text), so these rules are here. The
library's rules for weak and neutral characters are then applied to the result of `sequences`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from unicodedata import bidirectional

if TYPE_CHECKING:
    from collections.abc import Iterable

Character: TypeAlias = dict[str, Any]
"""A character as python-bidi keeps it: `ch`, `level`, `type` and `orig`. `at` is its place in the text."""

_DEEPEST: Final = 125
"""The highest level that marks of direction can ask for (BD2)."""
_STRONG: Final = {"L": 0, "R": 1, "AL": 1}
_EMBEDDINGS: Final = {"LRE": (0, ""), "RLE": (1, ""), "LRO": (0, "L"), "RLO": (1, "R")}
"""The direction of the level that a mark begins, and the direction that all characters at this level take."""
_ISOLATES: Final = {"LRI": 0, "RLI": 1, "FSI": None}
"""The direction of the level that a mark begins; None: the first letter decides."""
_REMOVED: Final = frozenset({*_EMBEDDINGS, "PDF", "BN"})
"""Kinds of characters that have no part in the rules that follow (X9)."""


@dataclass(frozen=True, slots=True)
class BidiSequence:
    """An isolating run sequence (BD13 of UAX 9): characters with one embedding level.

    `before` and `after` are the directions of the text before and after the characters: "L" or "R".
    """

    characters: list[Character]
    before: str
    after: str


def base_level(text: str) -> int:
    """The direction of a text as a level: 0 if its first letter is read from left to right, 1 if from right to left.

    This applies the rules P2 and P3 of UAX 9.
    """
    return _first_direction([bidirectional(character) for character in text], 0)


def sequences(text: str, base: int) -> list[BidiSequence]:
    """The isolating run sequences of a text, in the order of their first characters (rule X10 of UAX 9).

    `base` is the direction of the text, as `base_level` gives it.
    """
    kinds = [bidirectional(character) for character in text]
    characters = _Levels(kinds, base).characters(text)
    partners = _partners(kinds)
    waiting: dict[int, list[Character]] = {}
    found: list[list[Character]] = []
    for run in _level_runs(characters):
        sequence = waiting.get(partners.get(run[0]["at"], -1)) if run[0]["orig"] == "PDI" else None
        if sequence is None:
            found.append(sequence := run)
        else:
            sequence += run
        waiting[run[-1]["at"]] = sequence
    return _bounded(characters, found, base)


class _Levels:
    """The explicit level of each character (X1 to X8), found by one walk through the text."""

    def __init__(self, kinds: list[str], base: int) -> None:
        self._kinds = kinds
        self._base = base
        self._begin()

    def _begin(self) -> None:
        self._stack = [(self._base, "", False)]
        """Level, direction given to all characters, and whether an isolate began the level."""
        self._isolates = self._lost_isolates = self._lost_embeddings = 0

    def characters(self, text: str) -> list[Character]:
        """The characters that take part in the further rules, each with its level and kind."""
        found: list[Character] = []
        for at, (sign, kind) in enumerate(zip(text, self._kinds, strict=True)):
            if kind == "PDI":
                self._end_isolate()
            elif kind == "B":
                self._begin()
            if kind not in _REMOVED:
                level, override, _ = self._stack[-1]
                neutral = "ON" if kind in _ISOLATES or kind == "PDI" else kind
                found.append(
                    {"ch": sign, "at": at, "orig": kind, "level": level, "type": override or neutral}
                )
            self._pass(kind, at)
        return found

    def _pass(self, kind: str, at: int) -> None:
        """Take note of a mark that changes the level of what follows."""
        if kind in _EMBEDDINGS:
            side, override = _EMBEDDINGS[kind]
            if not self._push(side, override, is_isolate=False) and not self._lost_isolates:
                self._lost_embeddings += 1
        elif kind in _ISOLATES:
            given = _ISOLATES[kind]
            side = _first_direction(self._kinds, at + 1) if given is None else given
            if self._push(side, "", is_isolate=True):
                self._isolates += 1
            else:
                self._lost_isolates += 1
        elif kind == "PDF":
            self._end_embedding()

    def _push(self, side: int, override: str, *, is_isolate: bool) -> bool:
        level = self._stack[-1][0] + 1
        level += level % 2 != side
        if level > _DEEPEST or self._lost_isolates or self._lost_embeddings:
            return False
        self._stack.append((level, override, is_isolate))
        return True

    def _end_embedding(self) -> None:
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif len(self._stack) > 1 and not self._stack[-1][2]:
            self._stack.pop()

    def _end_isolate(self) -> None:
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif self._isolates:
            self._lost_embeddings = 0
            while not self._stack.pop()[2]:
                pass
            self._isolates -= 1


def _first_direction(kinds: list[str], start: int) -> int:
    """The direction of the first letter from `start` on, outside isolates; 0 if there is none before their end."""
    depth = 0
    for kind in kinds[start:]:
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI" and start and not depth:
            break
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif kind in _STRONG and not depth:
            return _STRONG[kind]
    return 0


def _partners(kinds: Iterable[str]) -> dict[int, int]:
    """The place of the mark that begins an isolate, by the place of the mark that ends it (BD9)."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for at, kind in enumerate(kinds):
        if kind in _ISOLATES:
            waiting.append(at)
        elif kind == "PDI" and waiting:
            found[at] = waiting.pop()
    return found


def _level_runs(characters: list[Character]) -> list[list[Character]]:
    runs: list[list[Character]] = []
    for character in characters:
        if runs and runs[-1][-1]["level"] == character["level"]:
            runs[-1].append(character)
        else:
            runs.append([character])
    return runs


def _bounded(characters: list[Character], found: list[list[Character]], base: int) -> list[BidiSequence]:
    """The sequences with the directions of what stands before and after them (X10)."""
    place = {character["at"]: number for number, character in enumerate(characters)}
    levels = [base, *(character["level"] for character in characters), base]
    bounded = []
    for sequence in found:
        own, last = sequence[0]["level"], sequence[-1]
        before = max(own, levels[place[sequence[0]["at"]]])
        after = max(own, base if last["orig"] in _ISOLATES else levels[place[last["at"]] + 2])
        bounded.append(BidiSequence(sequence, "LR"[before % 2], "LR"[after % 2]))
    return bounded
