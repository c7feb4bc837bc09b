"""Sorts and frees half a million rows in small portions, so that other threads do not have to wait.

A single call of `sorted` or `clear` for all rows would block the other threads meanwhile.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

_PIECE: Final = 5000


def in_order(items: Iterable[T], key: Callable[[T], Any]) -> list[T]:
    """Sort like `sorted`, but in portions of 5,000 items, so that other threads can run in between.

    For 100,000 items, a single call of `sorted` would stop the other threads for a quarter of a second.
    """
    known = list(items)
    pieces = [sorted(known[first : first + _PIECE], key=key) for first in range(0, len(known), _PIECE)]
    return list(heapq.merge(*pieces, key=key))


def let_go(collection: list[Any] | dict[Any, Any]) -> None:
    """Empty a list or a dict in small portions, so that other threads can run in between.

    To free half a million entries at once would stop the other threads for most of a second.
    """
    if isinstance(collection, dict):
        while collection:
            collection.popitem()
    while collection:
        del collection[-_PIECE:]
