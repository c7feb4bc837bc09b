"""Keeps the operator's ticks in a list over a restart of the program, as long as the list's file does not change."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from checkin.domain.delegates import Status
from checkin.importing.people.ticks import Ticks

if TYPE_CHECKING:
    from checkin.importing.people.planned import Place


def ticks_as_text(ticks: Ticks, file: str) -> str:
    """The ticks as JSON, to be saved; "" if nothing was ticked. `file` is the time and size of the list's file.

    The text contains positions in the list, codes of fields and ids of persons, but nothing that is written in the
    list.
    """
    if ticks == Ticks():
        return ""
    said = {
        "file": file,
        "rows": sorted(ticks.rows),
        "cells": sorted([*place, code] for place, code in ticks.cells),
        "same": sorted(ticks.same),
        "gone": {who: str(status) for who, status in ticks.gone.items()},
    }
    return json.dumps(said)


def ticks_of(text: str, file: str) -> Ticks:
    """Read the ticks from a text of `ticks_as_text`; return no ticks if the file has changed or the text is damaged."""
    with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
        said = json.loads(text or "{}")
        if said.get("file") == file:
            return Ticks(
                frozenset(map(_place, said["rows"])),
                frozenset((_place(cell[:3]), str(cell[3])) for cell in said["cells"]),
                frozenset(map(_place, said["same"])),
                {str(who): Status(status) for who, status in said["gone"].items()},
            )
    return Ticks()


def _place(said: list[object]) -> Place:
    sheet, row, guest = said
    return str(sheet), int(str(row)), int(str(guest))
