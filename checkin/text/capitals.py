"""Capitals of names that were typed in a hurry, as they are printed on badges."""

from __future__ import annotations

import re
from typing import Final

_PARTS: Final = re.compile(r"[^\W\d_]+")
"""The parts of a name that each begin with a capital: Jean-Pierre, O'Brien."""


def family_name_with_capitals(name: str, *, all_capitals: bool) -> str:
    """The family name as it is printed: in capitals throughout, or with a capital at the beginning of each part."""
    return name.upper() if all_capitals else name_with_capitals(name)


def name_with_capitals(name: str) -> str:
    """The name with a capital at the beginning of each part.

    A name with capitals and small letters stays as it was typed.
    """
    if name not in {name.lower(), name.upper()}:
        return name
    return _PARTS.sub(lambda part: part[0][0].upper() + part[0][1:].lower(), name)


def are_in_capitals(family_names: list[str]) -> bool:
    """Whether most of these names are in capitals throughout; True if there is no name to tell by."""
    told = [name for name in family_names if name.upper() != name.lower() and len(name) > 1]
    return 2 * sum(name.isupper() for name in told) >= len(told)
