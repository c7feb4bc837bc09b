"""Reads a stream from a compound file (OLE2), the container format of XLS files ([MS-CFB])."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEADER: Final = 512
_FIRST_SECTORS: Final = struct.Struct("<109I")
_LARGEST_SECTOR_SHIFT: Final = 12
_LAST_SECTOR: Final = 0xFFFFFFFA
"""Numbers from this one on are no sectors: the end of a chain, a free place, a place of the table itself."""
_ENTRY: Final = 128
_ROOT: Final = "root entry"


class DamagedError(Exception):
    """The error raised if the sectors of a compound file do not fit together."""


class CompoundFile:
    """The streams of a compound file with the bytes `data`. Raises DamagedError if the file is damaged."""

    def __init__(self, data: bytes) -> None:
        """Read where the sectors of all streams lie."""
        try:
            self._read_header(data)
        except (struct.error, IndexError) as error:
            raise DamagedError from error

    def _read_header(self, data: bytes) -> None:
        (shift,) = struct.unpack_from("<H", data, 30)
        if shift > _LARGEST_SECTOR_SHIFT:
            raise DamagedError
        self._data, self._size = data, 1 << shift
        directory, _, self._small_below, small, _, further, _ = struct.unpack_from("<7I", data, 48)
        sectors = list(_FIRST_SECTORS.unpack_from(data, 76))
        numbers = self._size // 4
        for _ in range(len(data) // self._size):
            if further >= _LAST_SECTOR:
                break
            *more, further = struct.unpack(f"<{numbers}I", self._sector(further))
            sectors += more
        table = b"".join(self._sector(each) for each in sectors if each < _LAST_SECTOR)
        self._next = struct.unpack(f"<{len(table) // 4}I", table)
        small_table = self._chain(small)
        self._next_small = struct.unpack(f"<{len(small_table) // 4}I", small_table)
        self._entries = dict(_entries(self._chain(directory)))
        self._small = self._chain(self._entries.get(_ROOT, (_LAST_SECTOR, 0))[0])

    def stream(self, names: Iterable[str]) -> bytes:
        """The content of the first stream that has one of these names; DamagedError if there is none."""
        found = next((self._entries[name.lower()] for name in names if name.lower() in self._entries), None)
        if found is None:
            raise DamagedError
        first, size = found
        return (self._small_chain(first) if size < self._small_below else self._chain(first))[:size]

    def _sector(self, number: int) -> bytes:
        start = _HEADER + number * self._size if self._size == _HEADER else (number + 1) * self._size
        sector = self._data[start : start + self._size]
        return sector.ljust(self._size, b"\x00") if sector else b""

    def _chain(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in _followed(first, self._next))

    def _small_chain(self, first: int) -> bytes:
        pieces = (
            self._small[number * 64 : number * 64 + 64] for number in _followed(first, self._next_small)
        )
        return b"".join(pieces)


def _followed(first: int, following: tuple[int, ...]) -> list[int]:
    """The numbers of the sectors of a chain; DamagedError if the chain leads nowhere or into a circle."""
    found: list[int] = []
    number = first
    while number < _LAST_SECTOR:
        if number >= len(following) or len(found) > len(following):
            raise DamagedError
        found.append(number)
        number = following[number]
    return found


def _entries(directory: bytes) -> Iterable[tuple[str, tuple[int, int]]]:
    """The first sector and the size of each stream, by the stream's name in small letters."""
    for start in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        entry = directory[start : start + _ENTRY]
        (length,) = struct.unpack_from("<H", entry, 64)
        name = entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace").lower()
        if name:
            yield name, struct.unpack_from("<II", entry, 116)
