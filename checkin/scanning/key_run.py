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
"""The least number of characters of a scan that is no code; a shorter burst is a hand that falls on the keys."""

_LONGEST_BREAK_MS: Final = 400
"""The longest pause inside a scan that is no code."""
_LEAST_OF_PIECE: Final = 3
"""The fewest characters of a piece before such a pause; a person may press two keys at once."""
_MOST_BURSTS: Final = 64
"""The most bursts that are kept: a slow reading has a burst for each key, and a frame."""


@dataclass(frozen=True, slots=True)
class KeyRun:
    """A run of keys: the last keys that were pressed, which may all belong to one scan.

    The run consists of bursts (keys that follow each other quickly), with pauses between them of at most
    `LONGEST_PAUSE_MS`.
    """

    bursts: tuple[Burst, ...] = ()

    @property
    def text(self) -> str:
        """The text that the keys give on a US keyboard."""
        return "".join(burst.text for burst in self.bursts)

    @property
    def typed(self) -> str:
        """The text that the keys give in the active keyboard layout, one character for each key."""
        return "".join(burst.typed for burst in self.bursts)

    @property
    def last_at(self) -> int:
        """The time of the last key in ms; 0 if there is none."""
        return self.bursts[-1].last_at if self.bursts else 0

    def goes_on_at(self, at: int) -> bool:
        """Whether a key pressed at the time `at` (in ms) may belong to the same scan as this run."""
        return bool(self.bursts) and 0 <= at - self.last_at <= LONGEST_PAUSE_MS

    def is_in_burst_at(self, at: int) -> bool:
        """Whether a key pressed at the time `at` (in ms) belongs to the last burst of this run."""
        return bool(self.bursts) and self.bursts[-1].goes_on_at(at)

    def may_begin_at(self, at: int) -> bool:
        """Whether a scan may begin with a key pressed at the time `at` (in ms), because the key follows a pause."""
        return not self.is_in_burst_at(at) or self.bursts[-1].may_break_at(at)

    def with_key(self, character: str, typed: str, at: int, before: Before | None) -> KeyRun:
        """The run with one more key; after too long a pause (see `goes_on_at`), a new run with only this key.

        If a scan may begin with the key (see `may_begin_at`), `before` must be the state of the window before the key;
        otherwise `before` is None.
        """
        if before is None or self.is_in_burst_at(at):
            *earlier, last = self.bursts
            return KeyRun((*earlier, last.with_key(character, typed, at, before)))
        kept = self.bursts[-_MOST_BURSTS:] if self.goes_on_at(at) else ()
        return KeyRun((*kept, Burst(character, typed, at, at, before)))

    def with_time(self, at: int) -> KeyRun:
        """The run, with `at` (in ms) as the time of its last key, a swallowed key that adds no character."""
        *earlier, last = self.bursts
        return KeyRun((*earlier, last.with_key("", "", at)))

    def since(self, place: int) -> tuple[int, KeyRun]:
        """The part of the run that a scanner has sent, if the character at index `place` of `text` is a scanner's.

        The part begins with the burst to which the character belongs, without the letters that a person has typed
        quickly just before the scan. The returned number is the index in `text` at which the part begins.
        """
        begins_at = 0
        for number, burst in enumerate(self.bursts):
            if place < begins_at + len(burst.text):
                left_out, scanned = burst.since(place - begins_at)
                return begins_at + left_out, KeyRun((scanned, *self.bursts[number + 1 :]))
            begins_at += len(burst.text)
        return begins_at, KeyRun()

    @property
    def has_only_digits(self) -> bool:
        """Whether the keys give only digits; they may be answers of a person, because no code begins with a digit."""
        return all(sign.isdecimal() or not sign.isprintable() for sign in self.text)

    @property
    def is_mostly_quick(self) -> bool:
        """Whether at least half of the keys followed the previous key more quickly than a person can type."""
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
