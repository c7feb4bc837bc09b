"""Works out which parts of a line run from left to right and which from right to left, and the order of the parts."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from bidi import algorithm
from bidi.mirror import MIRRORED

from checkin.paper import embedding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checkin.paper.embedding import BidiSequence, Character

CONTROLS: Final = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that only set the direction of text; they have no ink."""
_WAITING_BRACKETS: Final = 63
"""The most opening brackets that wait for their closing brackets (BD16)."""
_BLANK: Final = frozenset({"WS", "LRI", "RLI", "FSI", "PDI", "LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
"""Kinds of characters that take the base level at the end of a line (L1)."""
_MAY_RUN_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def base_level(text: str) -> int:
    """The direction of a text as a level: 0 if its first letter is read from left to right, 1 if from right to left."""
    return embedding.base_level(text) if _MAY_RUN_LEFT.search(text) else 0


def levels(text: str, base: int) -> list[int]:
    """The embedding level (UAX 9) of each character of one line: even if it is read from left to right, else odd.

    `base` is the direction of the whole text, as `base_level` gives it.
    """
    if not base and not _MAY_RUN_LEFT.search(text):
        return [0] * len(text)
    resolved = {character["at"]: character["level"] for character in _resolved(text, base)}
    found: list[int] = []
    for at in range(len(text)):
        # A mark without a level of its own goes with the character before it.
        found.append(resolved.get(at, found[-1] if found else base))
    _rest_at_base(text, found, base)
    return found


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """The order in which the runs of a line are drawn from left to right, as indices (rule L2 of UAX 9).

    A run is a part of the line whose characters have one embedding level; `run_levels` has the level of each run.
    """
    order = list(range(len(run_levels)))
    highest = max(run_levels, default=0)
    for level in range(highest, 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and run_levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def _resolved(text: str, base: int) -> list[Character]:
    """The characters with their levels, but for L1; python-bidi applies its rules to the sequences of `embedding`."""
    storage: dict[str, Any] = algorithm.get_empty_storage()
    sequences = embedding.sequences(text, base)
    for sequence in sequences:
        start, length = len(storage["chars"]), len(sequence.characters)
        storage["chars"] += sequence.characters
        storage["runs"].append(
            {"start": start, "length": length, "sor": sequence.before, "eor": sequence.after}
        )
    algorithm.resolve_weak_types(storage)
    for sequence in sequences:
        _close_brackets(sequence)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    characters: list[Character] = storage["chars"]
    return characters


def _close_brackets(sequence: BidiSequence) -> None:
    """Apply rule N0 of UAX 9, which python-bidi lacks.

    By this rule a pair of brackets takes one direction, so that "(2026)" stays together.
    """
    characters = sequence.characters
    for pair in _bracket_pairs(characters):
        direction = _direction_of_pair(characters, *pair, sequence.before)
        for at in pair if direction else ():
            characters[at]["type"] = direction
            for mark in _marks_after(characters, at):
                mark["type"] = direction


def _marks_after(characters: Sequence[Character], at: int) -> Iterator[Character]:
    """The combining marks on the character at this place."""
    for character in characters[at + 1 :]:
        if character["orig"] != "NSM":
            return
        yield character


def _bracket_pairs(characters: Sequence[Character]) -> list[tuple[int, int]]:
    """The pairs of brackets among characters of one level, ordered by their opening brackets (BD16 of UAX 9)."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for at, character in enumerate(characters):
        # Two angle brackets have a second code, which NFC turns into the first.
        sign = unicodedata.normalize("NFC", character["ch"])
        if character["type"] != "ON" or sign not in MIRRORED:
            continue
        category = unicodedata.category(sign)
        if category == "Ps":
            if len(waiting) == _WAITING_BRACKETS:
                break
            waiting.append((MIRRORED[sign], at))
        elif category == "Pe":
            match = next((n for n in reversed(range(len(waiting))) if waiting[n][0] == sign), None)
            if match is not None:
                pairs.append((waiting[match][1], at))
                del waiting[match:]
    return sorted(pairs)


def _direction_of_pair(characters: Sequence[Character], opening: int, closing: int, before: str) -> str:
    """The direction of a pair of brackets, "L" or "R"; "" if no character between them has a strong direction."""
    own = "LR"[characters[opening]["level"] % 2]
    inside = {_strong(character["type"]) for character in characters[opening + 1 : closing]} - {""}
    if not inside:
        return ""
    if own in inside:
        return own
    earlier = (_strong(character["type"]) for character in reversed(characters[:opening]))
    context = next((strong for strong in earlier if strong), before)
    return context if context != own else own


def _strong(kind: str) -> str:
    return "R" if kind in {"R", "EN", "AN"} else "L" if kind == "L" else ""


def _rest_at_base(text: str, found: list[int], base: int) -> None:
    """Give white space at the end of the line or before a tab, and the tab, the base level (rule L1 of UAX 9)."""
    is_at_end = True
    for at in reversed(range(len(text))):
        kind = unicodedata.bidirectional(text[at])
        is_at_end = kind in {"S", "B"} or (is_at_end and kind in _BLANK)
        if is_at_end:
            found[at] = base
