"""Keeps the words of names and organisations from the search index in memory, so that typos are searched quickly.

A word found here is always looked up in the search index, so a word that has left the index finds nobody. The words are
read again after any program has changed the index.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from checkin.text import MARK, WordsInOrder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.storage.database import Database

_EDITION: Final = "SELECT block FROM search_data WHERE id = 10"
"""What FTS5 changes with each change of the index: the record of its structure."""
_LAST: Final = "\U0010ffff"
_FEW: Final = 4000
"""So many words are read within 10 ms, and so at once; more of them only where nobody waits."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words as they were read from one edition of the index."""

    edition: bytes = b""
    in_order: WordsInOrder = field(default_factory=lambda: WordsInOrder(()))
    by_sound: dict[str, list[str]] = field(default_factory=dict)

    @property
    def is_few(self) -> bool:
        return len(self.in_order) <= _FEW


class KnownWords:
    """The words in the search index of one event file, each as a search key. Several threads can use the object."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._words: _Words | None = None

    @property
    def in_order(self) -> WordsInOrder:
        """All words, sorted alphabetically."""
        return self._now().in_order

    def with_sounds(self, sounds: Iterable[str]) -> dict[str, str]:
        """The words that have one of these sounds, as a dict: search key to sound.

        If a word has several of the sounds, the dict has the first of these sounds.
        """
        by_sound = self._now().by_sound
        found: dict[str, str] = {}
        for sound in sounds:
            for word in by_sound.get(sound, ()):
                found.setdefault(word, sound)
        return found

    def read_again(self) -> None:
        """Read the words again if the index has changed; with 100,000 delegates this takes a tenth of a second."""
        edition = self._edition()
        if self._words is None or self._words.edition != edition:
            self._words = self._read(edition)

    def _now(self) -> _Words:
        """The words as they are now or, if they are many, as they were when they were last read."""
        known = self._words
        if known is None or (known.is_few and known.edition != self._edition()):
            known = self._words = self._read(self._edition())
        return known

    def _edition(self) -> bytes:
        row = self._database.row(_EDITION)
        return bytes(row[0]) if row is not None else b""

    def _read(self, edition: bytes) -> _Words:
        self._database.run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, search, row)")
        terms = self._database.rows(
            "SELECT term FROM terms WHERE term >= ? AND term < ?", (MARK, MARK + _LAST)
        )
        words: list[str] = []
        by_sound: dict[str, list[str]] = {}
        for (term,) in terms:
            _, sound, word = term.split(MARK)
            words.append(word)
            if sound:
                by_sound.setdefault(sound, []).append(word)
        return _Words(edition, WordsInOrder(words), by_sound)
