"""Finds where words end in scripts written without spaces, with the ICU library that Qt or Windows includes.

Khmer, Lao, Thai and Burmese need a dictionary. Without an ICU library no ends are found, and lines break between
clusters (letters with their marks).
"""

from __future__ import annotations

import ctypes
import importlib.util
import re
import sys
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE: Final = 2
"""The kind of break iterator that finds places for line ends: UBRK_LINE of ubrk.h."""
_NO_SPACES: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\uaa60-\uaa7f\ua9e0-\ua9fe]"
)


class _Icu:
    """The four functions of ICU's break iterators (ubrk.h) that the program needs.

    On Linux their names end in a version.
    """

    def __init__(self, library: ctypes.CDLL, suffix: str) -> None:
        self._open = getattr(library, f"ubrk_open{suffix}")
        self._next = getattr(library, f"ubrk_next{suffix}")
        self._close = getattr(library, f"ubrk_close{suffix}")
        self._open.restype = ctypes.c_void_p
        self._open.argtypes = (
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.c_int32,
            ctypes.POINTER(ctypes.c_int),
        )
        self._next.argtypes = self._close.argtypes = (ctypes.c_void_p,)

    def breaks(self, text: str) -> list[int]:
        """The places inside the text where a line may end; the end of the text is not included."""
        utf16 = text.encode("utf-16-le", "surrogatepass")
        # ICU reads this memory as long as the iterator lives, so a variable must keep it alive.
        memory = ctypes.create_string_buffer(utf16, len(utf16) + 2)
        status = ctypes.c_int(0)
        iterator = self._open(_LINE, b"en", memory, len(utf16) // 2, ctypes.byref(status))
        if not iterator or status.value > 0:
            return []
        try:
            units = list(self._positions(iterator))
        finally:
            self._close(iterator)
        at = _characters_by_unit(text)
        return [at[unit] for unit in units if unit in at and 0 < at[unit] < len(text)]

    def _positions(self, iterator: Any) -> Iterator[int]:  # noqa: ANN401 - an address
        while (unit := self._next(iterator)) >= 0:
            yield int(unit)


@lru_cache(maxsize=4096)
def ends(text: str) -> tuple[int, ...]:
    """The places inside the text where a word of Khmer, Lao, Thai or Burmese ends; empty for other scripts."""
    if not _NO_SPACES.search(text):
        return ()
    icu = _icu()
    return tuple(icu.breaks(text)) if icu else ()


def dictionary_is_there() -> bool:
    """Whether an ICU library, which has the dictionaries, was found on this computer."""
    return _icu() is not None


@cache
def _icu() -> _Icu | None:
    try:
        return _on_windows() if sys.platform == "win32" else _beside_qt()
    except (OSError, AttributeError):
        return None


def _on_windows() -> _Icu:
    """The ICU library of Windows 10 and later: icu.dll, whose functions have no version in their names."""
    return _Icu(ctypes.CDLL("icu.dll"), "")


def _beside_qt() -> _Icu | None:
    """The ICU library in PySide6's wheel for Linux; Qt itself is not imported."""
    spec = importlib.util.find_spec("PySide6")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for path in sorted(Path(folder, "Qt", "lib").glob("libicuuc.so.*")):
            version = path.name.rpartition(".")[2]
            ctypes.CDLL(str(path.with_name(f"libicudata.so.{version}")), mode=ctypes.RTLD_GLOBAL)
            return _Icu(ctypes.CDLL(str(path)), f"_{version}")
    return None


def _characters_by_unit(text: str) -> dict[int, int]:
    """The index of the character at each position in UTF-16. ICU counts in UTF-16, Python in characters."""
    at, unit = {}, 0
    for index, character in enumerate(text):
        at[unit] = index
        unit += 2 if ord(character) > 0xFFFF else 1  # noqa: PLR2004 - beyond the basic plane
    return at
