"""Puts the capitals into names that were typed without care ("SOK", "sok"), for badges."""

from __future__ import annotations

import re
from typing import Final

_PARTS: Final = re.compile(r"[^\W\d_]+")
"""The parts of a name that each begin with a capital: Jean-Pierre, O'Brien."""


def family_name_with_capitals(name: str, *, all_capitals: bool) -> str:
    """The family name as it is printed: with `all_capitals` in capitals only, else as `name_with_capitals` gives it."""
    return name.upper() if all_capitals else name_with_capitals(name)


def name_with_capitals(name: str) -> str:
    """The name with a capital at the beginning of each part, such as Jean-Pierre.

    A name that has both capitals and small letters is returned unchanged.
    """
    if name not in {name.lower(), name.upper()}:
        return name
    return _PARTS.sub(lambda part: part[0][0].upper() + part[0][1:].lower(), name)


def are_in_capitals(family_names: list[str]) -> bool:
    """Whether at least half of these names are written in capitals only.

    One letter alone and scripts without capitals do not count; True if no other names are left.
    """
    told = [name for name in family_names if name.upper() != name.lower() and len(name) > 1]
    return 2 * sum(name.isupper() for name in told) >= len(told)
