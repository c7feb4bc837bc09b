"""Sorts the texts in the cell of a name by their scripts, and by what they are where they stand beside the name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checkin.importing.people.name_keys import word_key

if TYPE_CHECKING:
    from checkin.importing.people.name_words import NameWords

_BETWEEN_SCRIPTS: Final = " /|,;:·•-–—"
_WHOSE: Final = re.compile(r" (?:of|to|de|du|des|d|von|der|di|del|da|do|van|af|av) (?:the |la |l )?")
_AND: Final = ("និង", "และ", "ແລະ", "و")


class CellTexts:
    """The texts of one cell, sorted by what they are."""

    def __init__(self, words: NameWords, native: re.Pattern[str]) -> None:
        self._words = words
        self._native = native
        self.honorifics: list[str] = []
        self.own_honorifics: list[str] = []
        self.left: list[str] = []
        self.accompanying = False

    def by_script(self, text: str) -> tuple[str, str]:
        """The part of a text in Latin letters, and the part in letters of the own script."""
        if text.isascii() or self._native.search(text) is None:
            return text, ""
        runs: tuple[list[str], list[str]] = ([], [])
        own = 0
        for token in text.split(" "):
            for run in self._runs(token):
                own = self._is_native(run, own)
                runs[own].append(run)
        latin, native = (" ".join(side) for side in runs)
        return latin.strip(_BETWEEN_SCRIPTS), native.strip(_BETWEEN_SCRIPTS)

    def place(self, content: str, latin: str, own: str) -> tuple[str, str]:
        """Sort what stands in brackets; the name in either script, of which the brackets may have one."""
        key = word_key(content)
        in_latin, in_own = self.by_script(content)
        if self._words.honorifics.is_all_of(content):
            (self.own_honorifics if in_own else self.honorifics).append(content)
        elif re.fullmatch(r"\+ ?\d{1,2}", content) or self._is_company(key):
            self.accompanying = True
            self.left.append(content)
        elif self._is_no_name(content):
            self.left.append(content)
        elif in_own and not own and not in_latin:
            return latin, in_own
        elif own and not latin and in_latin and not in_own and " " in in_latin:
            return in_latin, own
        else:
            self.left.append(content)
        return latin, own

    def without_company(self, own: str) -> str:
        """A native name without "និងភរិយា" ("and wife") and the like behind the name."""
        name, _, last = own.rpartition(" ")
        if not name or not last.startswith(_AND) or word_key(last) not in self._words.accompanying:
            return own
        self.accompanying = True
        self.left.append(last)
        return name

    def _is_company(self, key: str) -> bool:
        """Whether a text says whose spouse or guest somebody is; a guest of honour is nobody's."""
        if key in self._words.accompanying:
            return True
        whose = _WHOSE.split(key, maxsplit=1)
        return whose[0] in self._words.accompanying and not whose[1].startswith("hon")

    def _is_no_name(self, content: str) -> bool:
        key, others = word_key(content), self._words.others
        if re.search(r"\d", key) or key in self._words.unnamed or not others.isdisjoint(key.split()):
            return True
        return any(word in key for word in others if not word.isascii())

    def _runs(self, token: str) -> list[str]:
        """The parts of a word that change the script: "Dara/លឹម" is two."""
        letters = filter(str.isalpha, token)
        if self._native.search(token) is None or all(map(self._native.match, letters)):
            return [token]
        runs: list[str] = []
        own: bool | None = None
        for letter in token:
            is_own = self._native.match(letter) is not None if letter.isalpha() else own
            if not runs or is_own != own:
                runs.append("")
            own = is_own
            runs[-1] += letter
        return runs

    def _is_native(self, run: str, before: int) -> int:
        if self._native.search(run):
            return 1
        return 0 if any(map(str.isalpha, run)) else before
