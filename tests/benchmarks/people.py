"""Any number of delegates: the demo's invented ones, their names combined anew within each country."""

from __future__ import annotations

import csv
from itertools import count as counted
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

import xlsxwriter

from checkin import assets
from checkin.domain.delegates import Delegate, NameOrder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Row: TypeAlias = dict[str, str]


def _demo() -> tuple[list[str], list[Row]]:
    with assets.demo("delegates.csv").open(encoding="utf-8-sig", newline="") as text:
        reader = csv.DictReader(text)
        rows = list(reader)
        return list(reader.fieldnames or ()), rows


HEADER, _PEOPLE = _demo()


def rows(many: int, prefix: str = "F") -> Iterator[Row]:
    """So many rows of a list as the demo's has them, each with a reference of its own that begins with `prefix`."""
    by_country: dict[str, list[Row]] = {}
    for person in _PEOPLE:
        by_country.setdefault(person["Country"], []).append(person)
    places = [by_country[person["Country"]].index(person) for person in _PEOPLE]
    for number in islice(counted(), many):
        turn, which = divmod(number, len(_PEOPLE))
        person = _PEOPLE[which]
        compatriots = by_country[person["Country"]]
        other = compatriots[(places[which] + turn) % len(compatriots)]
        yield _combined(person, other, f"{prefix}{number:06}", number)


def _combined(person: Row, other: Row, reference: str, number: int) -> Row:
    native, other_native = person["Name in native script"].split(), other["Name in native script"].split()
    if len(native) == len(other_native) == 2:
        native = [native[0], other_native[1]]
    return person | {
        "Reference": reference,
        "Accompanies": "",
        "Represented by": "",
        "Given name": other["Given name"],
        "Name in native script": " ".join(native),
        "E-mail": f"{reference.lower()}@example.org",
        "Phone": f"+855 00 {number // 1000:03} {number % 1000:03}",
    }


def delegates(many: int) -> Iterator[Delegate]:
    """So many delegates as values, with what a badge shows."""
    for row in rows(many):
        yield Delegate(
            row["Reference"],
            honorific=row["Honorific"],
            family_name=row["Family name"],
            given_name=row["Given name"],
            native_name=row["Name in native script"],
            name_order=NameOrder(row["Name order"] or NameOrder.FAMILY_FIRST),
            position=row["Position"],
            organisation=row["Organisation"],
            delegation=row["Delegation"],
            country=row["Country"],
            category=row["Category"],
            language=row["Language"],
        )


def write_csv(path: Path, many: int, prefix: str = "F") -> None:
    """Write a list of so many delegates."""
    with path.open("w", encoding="utf-8-sig", newline="") as text:
        writer = csv.DictWriter(text, HEADER)
        writer.writeheader()
        writer.writerows(rows(many, prefix))


def write_xlsx(path: Path, many: int, prefix: str = "F") -> None:
    """Write the same list as a workbook."""
    with xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_urls": False}) as workbook:
        sheet = workbook.add_worksheet("Delegates")
        sheet.write_row(0, 0, HEADER)
        for number, row in enumerate(rows(many, prefix), start=1):
            sheet.write_row(number, 0, [row[name] for name in HEADER])
