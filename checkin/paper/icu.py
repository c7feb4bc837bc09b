"""Asks the ICU library (Unicode rules for text) where a line may end.

ICU comes with PySide6's wheel for Linux, with Windows and with macOS. It applies Unicode's rules for line breaks
(UAX 14), and finds the words of Khmer, Thai, Lao and Burmese, which are written without spaces, in dictionaries.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import importlib.util
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE: Final = 2
"""The kind of break iterator that finds places for line ends: UBRK_LINE of ubrk.h."""
_TWO_WORDS: Final = {
    "km": "ក្រសួងការបរទេស",
    "th": "กระทรวงการต่างประเทศ",
    "lo": "ກະຊວງການຕ່າງປະເທດສາທາລະນະລັດ",
    "my": "နိုင်ငံခြားရေးဝန်ကြီးဌာန",
}
"""The foreign ministry in each language that needs a dictionary, by the language's code: several words, no space."""


class _Icu:
    """The functions of ICU's break iterators (ubrk.h) that the program needs.

    On Linux their names end in a version.
    """

    def __init__(self, library: ctypes.CDLL, suffix: str) -> None:
        self._open = getattr(library, f"ubrk_open{suffix}")
        self._next = getattr(library, f"ubrk_next{suffix}")
        self._close = getattr(library, f"ubrk_close{suffix}")
        self._version = getattr(library, f"u_getUnicodeVersion{suffix}")
        self._open.restype = ctypes.c_void_p
        self._open.argtypes = (
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.c_int32,
            ctypes.POINTER(ctypes.c_int),
        )
        self._next.argtypes = self._close.argtypes = (ctypes.c_void_p,)

    def breaks(self, text: str) -> list[int] | None:
        """The places inside the text where a line may end, without the end of the text; None if ICU cannot tell."""
        utf16 = text.encode("utf-16-le", "surrogatepass")
        # ICU reads this memory as long as the iterator lives, so a variable must keep it alive.
        memory = ctypes.create_string_buffer(utf16, len(utf16) + 2)
        status = ctypes.c_int(0)
        iterator = self._open(_LINE, b"en", memory, len(utf16) // 2, ctypes.byref(status))
        if not iterator or status.value > 0:
            return None
        try:
            units = list(self._positions(iterator))
        finally:
            self._close(iterator)
        if len(utf16) == 2 * len(text):
            return [unit for unit in units if 0 < unit < len(text)]
        at = _characters_by_unit(text)
        return [at[unit] for unit in units if unit in at and 0 < at[unit] < len(text)]

    def _positions(self, iterator: Any) -> Iterator[int]:  # noqa: ANN401 - an address
        while (unit := self._next(iterator)) >= 0:
            yield int(unit)

    def unicode_version(self) -> str:
        numbers = (ctypes.c_uint8 * 4)()
        self._version(numbers)
        return ".".join(map(str, numbers[:2]))


def line_ends(text: str) -> list[int] | None:
    """The indices inside the text where a line may end; None if there is no ICU on this computer."""
    icu = _icu()
    return icu.breaks(text) if icu else None


def unicode_version() -> str:
    """The version of Unicode whose rules ICU applies, such as "15.0"; "" if there is no ICU."""
    icu = _icu()
    return icu.unicode_version() if icu else ""


def languages_by_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Divide Khmer, Thai, Lao and Burmese into the languages whose words ICU finds and those whose words it does not.

    Returns two tuples of language codes ("km", "th", "lo", "my").
    """
    known = tuple(language for language, text in _TWO_WORDS.items() if line_ends(text))
    return known, tuple(language for language in _TWO_WORDS if language not in known)


@cache
def _icu() -> _Icu | None:
    for look in (_of_the_system,) if sys.platform in {"win32", "darwin"} else (_beside_qt, _of_the_system):
        try:
            icu = look()
        except (OSError, AttributeError):
            continue
        if icu:
            return icu
    return None


def _of_the_system() -> _Icu | None:
    """The ICU library of the operating system.

    On Windows 10 since version 1703 and on macOS the names of its functions have no version. `icu.dll` is of 1903.
    """
    match sys.platform:
        case "win32":
            return _Icu(ctypes.CDLL("icuuc.dll"), "")
        case "darwin":
            return _Icu(ctypes.CDLL("/usr/lib/libicucore.dylib"), "")
        case _:
            name = ctypes.util.find_library("icuuc") or ""
            return _Icu(ctypes.CDLL(name), f"_{name.rpartition('.')[2]}") if name else None


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
