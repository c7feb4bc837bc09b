"""A run of keys: keys pressed one after the other that may all belong to one scan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.scanning.burst import Burst

if TYPE_CHECKING:
    from checkin.scanning.before import Before

LONGEST_PAUSE_MS: Final = 1000
"""The longest pause inside a reading. Wireless scanners pause up to 300 ms, and a busy computer adds to the pause."""

LEAST_CHARACTERS: Final = 6
"""The fewest characters of a scan that is no code; a burst of fewer is a hand falling on the keys."""

_LONGEST_BREAK_MS: Final = 400
"""The longest pause inside a scan that is no code."""
_LEAST_OF_PIECE: Final = 3
"""The fewest characters of a piece before such a pause; a person may press two keys at once."""
_MOST_BURSTS: Final = 64
"""The most bursts that are kept: a slow reading has a burst for each key, and a frame."""


@dataclass(frozen=True, slots=True)
class KeyRun:
    """The last keys, as bursts with pauses between them of at most `LONGEST_PAUSE_MS`."""

    bursts: tuple[Burst, ...] = ()

    @property
    def text(self) -> str:
        """The text that the keys give on a US keyboard."""
        return "".join(burst.text for burst in self.bursts)

    @property
    def typed(self) -> str:
        """The text that the keys give in the active layout, one character for each key."""
        return "".join(burst.typed for burst in self.bursts)

    @property
    def last_at(self) -> int:
        """The time of the last key in ms; 0 if there is none."""
        return self.bursts[-1].last_at if self.bursts else 0

    def goes_on_at(self, at: int) -> bool:
        """Whether a key pressed at this time may belong to the same scan."""
        return bool(self.bursts) and 0 <= at - self.last_at <= LONGEST_PAUSE_MS

    def is_in_burst_at(self, at: int) -> bool:
        """Whether a key pressed at this time belongs to the last burst."""
        return bool(self.bursts) and self.bursts[-1].goes_on_at(at)

    def with_key(self, character: str, typed: str, at: int, before: Before | None) -> KeyRun:
        """The run with one more key. `before` is needed if the key begins a new burst (see `is_in_burst_at`)."""
        if before is None:
            *earlier, last = self.bursts
            return KeyRun((*earlier, last.with_key(character, typed, at)))
        kept = self.bursts[-_MOST_BURSTS:] if self.goes_on_at(at) else ()
        return KeyRun((*kept, Burst(character, typed, at, at, before)))

    def with_time(self, at: int) -> KeyRun:
        """The run, prolonged to this time by a key that was swallowed and so adds no character."""
        *earlier, last = self.bursts
        return KeyRun((*earlier, last.with_key("", "", at)))

    def since(self, place: int) -> tuple[int, KeyRun]:
        """The place where the burst with the character at `place` of the text begins, and the run from there on."""
        begins_at = 0
        for number, burst in enumerate(self.bursts):
            if place < begins_at + len(burst.text):
                return begins_at, KeyRun(self.bursts[number:])
            begins_at += len(burst.text)
        return begins_at, KeyRun()

    @property
    def has_only_digits(self) -> bool:
        """Whether the keys give only digits. Then they may be a person's answers: no code begins with a digit."""
        return all(sign.isdecimal() or not sign.isprintable() for sign in self.text)

    @property
    def is_mostly_quick(self) -> bool:
        """Whether at least half of the keys came more quickly after the key before than a person can type."""
        keys = sum(len(burst.text) for burst in self.bursts)
        quick = sum(len(burst.text) - 1 for burst in self.bursts if burst.is_quick)
        return quick * 2 >= keys - 1 > 0

    def scan_ended_at(self, at: int) -> KeyRun | None:
        """The keys of a scan that an ending key (such as Enter) at this time would complete; None if there is no scan.

        `at` is in milliseconds; the ending key is not among the keys. A scan is one burst (several quick keys), or a
        few bursts with short pauses between them.
        """
        if not self.is_in_burst_at(at):
            return None
        first = len(self.bursts) - 1
        while first > 0 and self._goes_over(first):
            first -= 1
        scan = KeyRun(self.bursts[first:])
        return scan if scan.bursts[-1].is_quick and len(scan.text) >= LEAST_CHARACTERS else None

    def _goes_over(self, number: int) -> bool:
        """Whether the burst before this one is a piece of the same scan."""
        former, burst = self.bursts[number - 1], self.bursts[number]
        is_piece = former.is_quick and len(former.text) >= _LEAST_OF_PIECE
        return is_piece and burst.began_at - former.last_at <= _LONGEST_BREAK_MS
