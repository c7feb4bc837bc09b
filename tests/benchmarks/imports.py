"""Import: rows a second from a list to the event file, looked at and recorded as one act."""

from __future__ import annotations

import csv
import time
from typing import TYPE_CHECKING

from python_calamine import CalamineWorkbook

from checkin.desk import bring_in
from checkin.storage.database import Database
from checkin.storage.event_file import EventFile
from tests.benchmarks import event_files, people
from tests.benchmarks.event_files import DESK, STAFF
from tests.benchmarks.figures import Goal, show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

_MANY = 100_000
_GOAL = Goal(30)
"""Seconds, for that many rows."""


def from_csv(size: int, runs: int) -> None:
    """From a CSV file; the floor reads it with the standard library and inserts bare rows in one transaction."""
    _show("csv", size, runs, people.write_csv, _rows_of_csv)


def from_xlsx(size: int, runs: int) -> None:
    """From a workbook; the floor reads it with calamine and inserts bare rows in one transaction."""
    _show("xlsx", size, runs, people.write_xlsx, _rows_of_xlsx)


def _show(
    kind: str,
    size: int,
    runs: int,
    write: Callable[[Path, int], None],
    read: Callable[[Path], Iterable[Sequence[str]]],
) -> None:
    best, floor = (0.0, 0.0), 0.0
    for _ in range(runs if size <= 10_000 else 1):
        with event_files.scratch() as folder:
            listed = folder / f"list.{kind}"
            write(listed, size)
            bare = _bare(folder, read(listed))
            ours = _ours(folder, listed)
        if not floor or sum(ours) < sum(best):
            best, floor = ours, bare
    planned, recorded = best
    show(f"import {kind} {size} looked at", planned, "s")
    show(f"import {kind} {size} recorded", recorded, "s")
    show(f"import {kind} {size} in all", planned + recorded, "s", _GOAL if size == _MANY else None)
    show(f"import {kind} {size} in all floor", floor, "s")
    show(f"import {kind} {size} in all ratio", (planned + recorded) / floor, "x")
    show(f"import {kind} {size} a second", size / (planned + recorded), "rows/s")


def _ours(folder: Path, listed: Path) -> tuple[float, float]:
    with EventFile.create(folder / "forum.event", event_files.forum(), DESK, STAFF.operator) as file:
        began = time.perf_counter()
        plan = bring_in.plan(file, listed)
        looked = time.perf_counter()
        bring_in.bring_in(file, STAFF, plan, lambda _: None)
        return looked - began, time.perf_counter() - looked


def _bare(folder: Path, rows: Iterable[Sequence[str]]) -> float:
    began = time.perf_counter()
    database = Database(folder / "bare.sqlite")
    database.prepare_for_writing()
    database.run(f"CREATE TABLE bare ({', '.join(f'c{n}' for n in range(len(people.HEADER)))})")
    with database.transaction():
        database.run_many(f"INSERT INTO bare VALUES ({','.join('?' * len(people.HEADER))})", rows)  # noqa: S608
    database.close()
    return time.perf_counter() - began


def _rows_of_csv(path: Path) -> Iterable[Sequence[str]]:
    with path.open(encoding="utf-8-sig", newline="") as text:
        yield from csv.reader(text)


def _rows_of_xlsx(path: Path) -> Iterable[Sequence[str]]:
    yield from CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
