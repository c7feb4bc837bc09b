"""Finds delegates by some digits of a telephone number, wherever these digits stand in the number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.storage.delegates import HAS_ARRIVED, numbered
from checkin.text import place_in_number, spellings_of_number, words_of_digits

if TYPE_CHECKING:
    from checkin.domain.registration import Registration
    from checkin.storage.database import Database

_WITH_RUNS: Final = 500
"""So many telephone numbers are looked at; four digits stand in a tenth as many numbers at 100,000 delegates."""


def with_digits(database: Database, digits: str, most: int) -> list[Registration]:
    """At most `most` delegates with a telephone number that contains these digits, of which there are at least three.

    Delegates whose number ends with the digits come first; among equals, those who have not arrived come first. If no
    number contains all of the digits, only the last digits are searched for, because the country code may differ.
    """
    for spelt in spellings_of_number(digits):
        found: dict[int, int] = {}
        for no, phone, has_arrived in _with_runs(database, spelt):
            place = place_in_number(phone, spelt)
            if place is not None:
                found[no] = 2 * place + has_arrived
        if found:
            likeliest = sorted(found, key=lambda no: (found[no], no))[:most]
            return numbered(database, {no: found[no] for no in likeliest})
    return []


def _with_runs(database: Database, digits: str) -> list[tuple[int, str, bool]]:
    """The row number, the telephone numbers, and whether they have arrived, of delegates who may have these digits."""
    runs, only_begins = words_of_digits(digits)
    question = f"""details : ({" AND ".join(f'"{run}"' + " *" * only_begins for run in runs)})"""
    rows = database.rows(
        f"SELECT no, phone, {HAS_ARRIVED} FROM delegates "
        "WHERE no IN (SELECT rowid FROM search WHERE search MATCH ? LIMIT ?)",
        (question, _WITH_RUNS),
    )
    return [(no, phone, bool(has_arrived)) for no, phone, has_arrived in rows]
