"""Bursts of keys: keys that follow each other as quickly as those of a scanner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from checkin.scanning.before import Before

LONGEST_GAP_MS: Final = 50
"""The longest gap in a burst: a scanner's keys are 1 to 20 ms apart, but a busy computer may stamp one late."""

SHORTEST_BREAK_MS: Final = 20
"""The shortest gap between the last letter that a person types and a scan that follows at once."""

MEAN_GAP_MS: Final = 35
"""The longest average gap in a scanner's burst; the quickest typists need some 60 ms."""


@dataclass(frozen=True, slots=True)
class Break:
    """A key that came after a gap longer than usual for a scanner, so that a scan may begin with this key.

    `place` is the index of the key's character in the burst, `at` the time of the key in ms, and `gap` the time since
    the key before. `before` is the state of the window before the key.
    """

    place: int
    at: int
    gap: int
    before: Before


@dataclass(frozen=True, slots=True)
class Burst:
    """A sequence of keys with gaps of at most `LONGEST_GAP_MS`; when a person types, most bursts are a single key.

    `text` is what the keys give on a US keyboard, and `typed` what they give in the active keyboard layout. The two
    have the same length. Times are ms of the window system's clock. `before` is the state of the window before the
    first key. `breaks` are the later keys with which a scan may begin, after letters that a person has typed quickly.
    """

    text: str
    typed: str
    began_at: int
    last_at: int
    before: Before
    breaks: tuple[Break, ...] = ()

    @property
    def is_quick(self) -> bool:
        """Whether the keys came more quickly than a person can type. A burst of one key is never quick."""
        return len(self.text) > 1 and self.last_at - self.began_at <= MEAN_GAP_MS * (len(self.text) - 1)

    def goes_on_at(self, at: int) -> bool:
        """Whether a key pressed at the time `at` (in ms) still belongs to the burst."""
        return 0 <= at - self.last_at <= LONGEST_GAP_MS

    def may_break_at(self, at: int) -> bool:
        """Whether a scan may begin with a key pressed at the time `at` (in ms), though the burst goes on."""
        return at - self.last_at >= SHORTEST_BREAK_MS

    def with_key(self, character: str, typed: str, at: int, before: Before | None = None) -> Burst:
        """The burst with one more key; `before` must be given if a scan may begin with the key (see `may_break_at`)."""
        new = (Break(len(self.text), at, at - self.last_at, before),) if before is not None else ()
        return replace(
            self,
            text=self.text + character,
            typed=self.typed + typed,
            last_at=at,
            breaks=(*self.breaks, *new),
        )

    def since(self, place: int) -> tuple[int, Burst]:
        """The part of the burst that a scanner has sent, if the character at index `place` is a scanner's.

        The returned number is the index at which the part begins. The part begins after the last gap that is at least
        twice as long as the mean gap between the keys that follow; without such a gap it is the whole burst.
        """
        for each in reversed(self.breaks):
            following = len(self.text) - 1 - each.place
            if each.place <= place and each.gap * following >= 2 * (self.last_at - each.at):
                return each.place, self._from(each)
        return 0, self

    def _from(self, first: Break) -> Burst:
        later = tuple(
            replace(each, place=each.place - first.place) for each in self.breaks if each.place > first.place
        )
        return Burst(
            self.text[first.place :], self.typed[first.place :], first.at, self.last_at, first.before, later
        )
