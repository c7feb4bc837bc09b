"""Work on half a million rows that lets other threads in: one call into C keeps them all waiting until it returns."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

_PIECE: Final = 5000


def in_order(items: Iterable[T], key: Callable[[T], Any]) -> list[T]:
    """As `sorted`, which would hold everybody up for a quarter of a second over 100,000."""
    known = list(items)
    pieces = [sorted(known[first : first + _PIECE], key=key) for first in range(0, len(known), _PIECE)]
    return list(heapq.merge(*pieces, key=key))


def let_go(collection: list[Any] | dict[Any, Any]) -> None:
    """Empty what nobody needs any more; taken apart at once, half a million entries take most of a second."""
    if isinstance(collection, dict):
        while collection:
            collection.popitem()
    while collection:
        del collection[-_PIECE:]
