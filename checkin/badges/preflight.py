"""Finds the problems of a badge before it is printed.

Examples are characters that no font has, texts below their minimum size, or a missing name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.badges.placed import PlacedText
from checkin.domain.badges import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checkin.badges.fields import BadgeOnPaper
    from checkin.badges.placed import Placed

_NAME_FIELDS: Final = frozenset(
    {"honorific", "name", "family_name", "given_name", "native_name", "second_honorific", "second_name"}
)


@dataclass(frozen=True, slots=True)
class PreflightFinding:
    """A problem found on a badge before printing: the delegate's id, and the names of the fields that have the problem.

    `detail` depends on the problem: the characters that no font has, the text with a misplaced accent or vowel sign, or
    the type size in points.
    """

    problem: Problem
    delegate: str
    fields: tuple[str, ...]
    detail: str = ""

    @property
    def spoils_the_name(self) -> bool:
        """Whether the badge would show an incomplete name, or no name, and must therefore not be printed."""
        is_name = not _NAME_FIELDS.isdisjoint(self.fields)
        return is_name and self.problem in {Problem.NO_GLYPH, Problem.NO_NAME}


def preflight(badge: BadgeOnPaper, placed: Iterable[Placed]) -> Iterator[PreflightFinding]:
    """The problems of a badge: a missing name, and problems of the texts in `placed` (what is drawn on the badge)."""
    delegate = badge.delegate.id
    if not badge.delegate.name.strip():
        yield PreflightFinding(Problem.NO_NAME, delegate, ("name",))
    for thing in placed:
        if not isinstance(thing, PlacedText):
            continue
        block = thing.block
        if block.missing:
            yield PreflightFinding(
                Problem.NO_GLYPH, delegate, thing.fields, "".join(dict.fromkeys(block.missing))
            )
        if block.broken:
            yield PreflightFinding(Problem.MISPLACED_MARK, delegate, thing.fields, block.text)
        if block.below_minimum:
            yield PreflightFinding(Problem.BELOW_MINIMUM, delegate, thing.fields, f"{block.size:.1f}")
