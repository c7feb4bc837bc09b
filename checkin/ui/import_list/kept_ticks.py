"""Keeps over a restart what the operator has ticked in a list, as long as the list's file stays the same."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from checkin.domain.delegates import Status
from checkin.importing import Ticks

if TYPE_CHECKING:
    from checkin.importing.people.planned import Place


def ticks_as_text(ticks: Ticks, file: str) -> str:
    """The ticks to remember, as JSON; "" if nothing was ticked. `file` tells the file's content by its time and size.

    The text has places of the list, codes of fields and ids of persons, and nothing that stands in the list.
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
    """The ticks in a text of `ticks_as_text`; none if the file has changed, or if the text is not understood."""
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
