"""Finds the titles behind a name, such as "PhD" and 教授, without taking a name for one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from checkin.importing.people.name_keys import CJK, IS_NATIVE, Piece, any_of, compact, pieces_of

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

_YOUNGER_OR_OLDER: Final = frozenset(["jr", "jnr", "snr"])
_SHORTEST_NAME: Final = 2
_MOST_PIECES: Final = 4


@dataclass(frozen=True, slots=True)
class TitlesBehind:
    """The titles behind a name, in all languages."""

    titles: frozenset[str]
    """Their keys, without spaces between the letters of an abbreviation."""

    endings: frozenset[str]
    """The last words of these titles."""

    together: re.Pattern[str]
    """Those of them in scripts without capitals, which may stand behind a name without a space."""

    @classmethod
    def of(cls, titles: Sequence[str]) -> Self:
        """Build the titles from their words, as these are written."""
        endings = [ending for title in titles for ending in (title.split()[-1], pieces_of(title)[-1].text)]
        return cls(
            titles=frozenset(map(compact, titles)) - {""},
            endings=frozenset(map(compact, endings)) - {""},
            together=any_of(filter(IS_NATIVE.match, titles), r"([\s,\uff0c\u3001]*)({})$"),
        )

    def may_end(self, text: str) -> bool:
        """Whether the last word of the text may be the end of a title behind a name."""
        return compact(text[text.rfind(" ") + 1 :]) in self.endings

    def at_end(self, pieces: Sequence[Piece], *, comma: bool) -> int:
        """The number of pieces at the end that are one title behind a name, such as "PhD".

        Without a `comma` before them, a piece is left, or two where the title could be a name, such as "Neto"; a title
        of two letters counts only with its full stops.
        """
        for size in range(min(_MOST_PIECES, len(pieces) - (not comma)), 0, -1):
            run = pieces[-size:]
            key = "".join(compact(piece.text) for piece in run)
            if key in self.titles and (comma or self._is_title(key, run, len(pieces) - size)):
                return size
        return 0

    @staticmethod
    def _is_title(key: str, run: Sequence[Piece], left: int) -> bool:
        text = run[-1].text
        if key in _YOUNGER_OR_OLDER or (run[1:] and "." in run[0].text):
            return True
        if len(key) <= _SHORTEST_NAME:
            return False
        return left > 1 or not (text.isupper() or text.istitle() or text.islower())

    def end_of_native(self, text: str) -> int:
        """The place in a native name where the titles behind the name begin: its length, if there are none."""
        end = len(text)
        while found := self.together.search(text, 1, end):
            alone = found[1] or (CJK.match(found[2]) and found.start() + len(found[2]) > _SHORTEST_NAME)
            if not alone:
                break
            end = found.start()
        return end
