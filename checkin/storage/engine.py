"""SQLite as this program contains it: its version, and the waiting for a file that another program is writing to."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar

from sqlcipher3 import dbapi2 as sqlite

from checkin.storage.trouble import ERRORS, is_busy

if TYPE_CHECKING:
    from collections.abc import Callable

_P = ParamSpec("_P")
_T = TypeVar("_T")
OLDEST_SQLITE: Final = (3, 51, 3)
"""The oldest SQLite version allowed. Earlier ones can lose a write-ahead log (https://sqlite.org/wal.html)."""
PATIENCE_SECONDS: Final = 5.0


def patiently(work: Callable[_P, _T], *given: _P.args, **named: _P.kwargs) -> _T:
    """Call `work` and return its result; while another program holds the file, try again every millisecond, for 5 s.

    SQLite's own waiting (`busy_timeout`) is slower: its steps grow to 100 ms.
    """
    give_up_at = math.inf
    while True:
        try:
            return work(*given, **named)
        except ERRORS as error:
            now = time.monotonic()
            give_up_at = min(give_up_at, now + PATIENCE_SECONDS)
            if not is_busy(error) or now > give_up_at:
                raise


def sqlite_version() -> tuple[int, ...]:
    """The version of the SQLite library that this program contains."""
    return tuple(sqlite.sqlite_version_info)
