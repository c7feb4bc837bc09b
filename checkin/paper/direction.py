"""Works out the direction of text: bidirectional levels (python-bidi), a rule for paired brackets, the visual order."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from bidi import algorithm
from bidi.mirror import MIRRORED

if TYPE_CHECKING:
    from collections.abc import Sequence

CONTROLS: Final = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that only set the direction of text; they have no ink."""
_ISOLATES: Final = frozenset({"LRI", "RLI", "FSI", "PDI"})
_MAY_RUN_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def base_level(text: str) -> int:
    """The base level of a text: 0 if its first letter runs from left to right, 1 if it runs from right to left."""
    return int(algorithm.get_base_level(text)) if _MAY_RUN_LEFT.search(text) else 0


def levels(text: str, base: int) -> list[int]:
    """The embedding level of each character of one line (UAX 9): even where text runs to the right, odd to the left."""
    if not base and not _MAY_RUN_LEFT.search(text):
        return [0] * len(text)
    storage = _resolved(text, base)
    found = [base] * len(text)
    for character in storage["chars"]:
        found[character["at"]] = character["level"]
    _rest_at_base(text, found, base)
    return found


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """The indices of a line's runs, ordered from left to right (rule L2 of UAX 9)."""
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


def _resolved(text: str, base: int) -> dict[str, Any]:
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    for at, character in enumerate(storage["chars"]):
        character["at"] = at
        if character["type"] in _ISOLATES:
            # python-bidi knows no isolates and asserts that there are none.
            character["type"] = character["orig"] = "BN"
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _close_brackets(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    return storage


def _close_brackets(storage: dict[str, Any]) -> None:
    """Apply rule N0 of UAX 9, which python-bidi lacks.

    By this rule a pair of brackets takes one direction, so that "(2026)" stays together.
    """
    for run in storage["runs"]:
        characters = storage["chars"][run["start"] : run["start"] + run["length"]]
        for opening, closing in _bracket_pairs(characters):
            direction = _direction_of_pair(characters, opening, closing, run["sor"])
            if direction:
                characters[opening]["type"] = characters[closing]["type"] = direction


def _bracket_pairs(characters: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    """The pairs of brackets among characters of one level, ordered by their opening brackets (BD16 of UAX 9)."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for at, character in enumerate(characters):
        sign = character["ch"]
        if character["type"] != "ON" or sign not in MIRRORED:
            continue
        category = unicodedata.category(sign)
        if category == "Ps":
            waiting.append((MIRRORED[sign], at))
        elif category == "Pe":
            match = next((n for n in reversed(range(len(waiting))) if waiting[n][0] == sign), None)
            if match is not None:
                pairs.append((waiting[match][1], at))
                del waiting[match:]
    return sorted(pairs)


def _direction_of_pair(characters: Sequence[dict[str, Any]], opening: int, closing: int, before: str) -> str:
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
    """Give the white space at the end of a line the base level (rule L1 of UAX 9)."""
    for at in range(len(text.rstrip()), len(text)):
        found[at] = base
