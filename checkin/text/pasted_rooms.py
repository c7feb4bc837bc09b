"""Reads rooms out of a pasted list: a line for each, such as “Great Hall (300)” or “Great Hall; 300”."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from checkin.domain.programme import LocalText, Room
from checkin.text.pasted import Line, Pasted, meant, pasted, renamed
from checkin.text.proposing import proposed_code

if TYPE_CHECKING:
    from collections.abc import Sequence

_CAPACITY: Final = re.compile(r"\s*(?:[(（]\s*(\d{1,7})[^\d()（）]*[)）]|[;；\t]\s*(\d{1,7}))\s*$")
_BETWEEN: Final = re.compile(r"[;；\t]")


def read_pasted_rooms(text: str, known: Sequence[Room], languages: Sequence[str]) -> Pasted[Room]:
    """Read the rooms that the pasted text adds to the event's rooms (`known`), and those that it changes.

    A line has the names in the event's languages, in their order, between semicolons or tabs, and then the capacity, if
    the room has one. A line with the code or name of a known room changes this room. Empty lines are left out.
    """
    lines: list[Line[Room]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        seats = _CAPACITY.search(line)
        capacity = int(seats[1] or seats[2]) if seats else None
        names = [" ".join(each.split()) for each in _BETWEEN.split(line[: seats.start()] if seats else line)]
        words = dict(zip(languages, names, strict=False))
        name = renamed(LocalText(), words)
        if not name:
            return Pasted(wrong_line=number)
        before = meant(names, known)
        if before is not None:
            now = replace(before, capacity=before.capacity if capacity is None else capacity)
            is_by_code = meant(names, [replace(before, name=LocalText())]) is not None
            now = now if is_by_code else replace(now, name=renamed(before.name, words))
            lines.append(Line(number, now, before))
            continue
        codes = [*(each.code for each in known), *(each.thing.code for each in lines)]
        lines.append(Line(number, Room(proposed_code(str(name), codes), name, capacity)))
    return pasted(lines, known)
