"""Proposes codes and letters for new things of the event, from their names."""

from __future__ import annotations

import re
import string
import unicodedata
from itertools import chain, count
from typing import TYPE_CHECKING, Final

from checkin.text.signs import can_be_code_of_field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_LONGEST: Final = 24
_NOT_IN_CODES: Final = re.compile("[^a-z0-9]+")


def proposed_letter(name: str, taken: Iterable[str]) -> str:
    """A letter for a category with this name: one of its initials, else one of its letters, else any that is free."""
    initials = [word[:1] for word in name.split()]
    letters = chain(initials, name, string.ascii_uppercase, string.digits)
    return _first_free((each.upper() for each in letters if each.isalnum()), taken)


def proposed_code(name: str, taken: Iterable[str]) -> str:
    """A code for a room, a session and so on with this name: the name, with a number if the code is taken."""
    base = " ".join(name.split())[:_LONGEST].strip() or "1"
    return _first_free(chain([base], (f"{base} {number}" for number in count(2))), taken)


def proposed_field_code(name: str, taken: Iterable[str]) -> str:
    """A code for a field that the event adds, made of the field's name; it has only small letters, digits and _."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    base = _NOT_IN_CODES.sub("_", letters.casefold()).strip("_")[:_LONGEST].strip("_")
    base = base if base[:1].isalpha() else f"field_{base}".rstrip("_")
    codes = chain([base], (f"{base}_{number}" for number in count(2)))
    return _first_free(codes, taken, can_be_code_of_field)


def _first_free(
    candidates: Iterable[str], taken: Iterable[str], is_possible: Callable[[str], bool] = lambda _code: True
) -> str:
    others = {each.casefold() for each in taken}
    free = (each for each in candidates if each.casefold() not in others and is_possible(each))
    return next(free, "")
