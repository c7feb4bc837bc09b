"""Event files of any size with everybody badged and ten scans a delegate on record, built once and kept."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import tempfile
import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from checkin import assets
from checkin.desk import bring_in
from checkin.desk.staff import Staff
from checkin.domain import codes
from checkin.domain.admission import Admitted, Left
from checkin.domain.facts import BadgeIssued, Scanned
from checkin.domain.presence import Direction
from checkin.importing.definition import read_definition
from checkin.storage import delegates, migrations
from checkin.storage.event_file import EventFile
from tests.benchmarks import figures, people

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checkin.domain.facts import Fact
    from checkin.domain.programme import Event, Session

DESK = "benchmark"
STAFF = Staff("Dara", "Door 1")
DOOR = "closing"
SCANS_EACH = 10
_PAST = ("opening", "topic-1", "topic-2", "topic-3", "talk-1")
_LOT = 20_000
_RECIPE = 3
"""Counted up when something else is built here, so that nobody measures what was kept from before."""


@dataclass(frozen=True, slots=True)
class Built:
    """An event file that is ready, and its size in bytes as it grew."""

    path: str
    delegates: int
    scans: int
    bytes_empty: int
    bytes_with_delegates: int
    bytes_with_badges: int
    bytes_with_scans: int


def forum() -> Event:
    """The demo's forum, open to everybody and large enough for any number of delegates."""
    event = read_definition(assets.demo("forum.toml"))
    sessions = {
        code: replace(session, capacity=None, open_to=None) for code, session in event.sessions.items()
    }
    return replace(event, sessions=sessions)


def folder() -> Path:
    """Where what was built is kept, outside the checkout: CHECKIN_BENCHMARKS, else this computer's cache folder."""
    named = os.environ.get("CHECKIN_BENCHMARKS", "")
    kept = Path(named) if named else platformdirs.user_cache_path("checkin-benchmarks", appauthor=False)
    kept.mkdir(parents=True, exist_ok=True)
    return kept


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder on the same disk that is gone afterwards."""
    with tempfile.TemporaryDirectory(dir=folder()) as name:
        yield Path(name)


@contextmanager
def copy_of(built: Built) -> Iterator[EventFile]:
    """The event file, open, as a copy that may be written to."""
    with scratch() as place:
        path = place / "copy.event"
        shutil.copyfile(built.path, path)
        with path.open("rb") as copied:
            os.fsync(copied.fileno())
        with EventFile.open(path, DESK) as file:
            yield file


def of_size(size: int) -> Built:
    """The event file with so many delegates; built now if it is not there yet."""
    place = folder() / f"{size}-{_version()}"
    note = place / "built.json"
    if not note.exists():
        for outdated in folder().glob(f"{size}-*"):
            shutil.rmtree(outdated)
        place.mkdir()
        note.write_text(json.dumps(asdict(_build(place / "forum.event", size))), encoding="utf-8")
    return Built(**json.loads(note.read_text(encoding="utf-8")))


def _version() -> str:
    """Changes with the schema and with the recipe."""
    schema = b"".join(source.read_bytes() for source in sorted(Path(migrations.__path__[0]).glob("*.py")))
    return f"{_RECIPE}-{hashlib.sha256(schema).hexdigest()[:8]}"


def _build(path: Path, size: int) -> Built:
    figures.say(f"building an event file of {size:,} delegates with {size * SCANS_EACH:,} scans, once")
    event = forum()
    with EventFile.create(path, event, DESK, STAFF.operator) as file:
        sizes = [_bytes(file)]
        listed = path.with_suffix(".csv")
        people.write_csv(listed, size)
        plan = bring_in.plan(file, listed)
        bring_in.bring_in(file, STAFF, plan, lambda _: None)
        listed.unlink()
        sizes.append(_bytes(file))
        _record(file, _badges(file, event), size, "badges")
        sizes.append(_bytes(file))
        _record(file, _past_scans(file, event), size * SCANS_EACH, "scans")
        sizes.append(_bytes(file))
    return Built(str(path), size, size * SCANS_EACH, *sizes)


def _badges(file: EventFile, event: Event) -> Iterator[Fact]:
    issued_at = min(session.doors_open for session in event.sessions.values())
    for registration in list(delegates.everybody(file.database)):
        yield BadgeIssued(codes.mint(file.event_key).text, registration.delegate.id, issued_at)


def _past_scans(file: EventFile, event: Event) -> Iterator[Fact]:
    """Everybody goes into each session of the past and comes out again, in any order."""
    chance = random.Random(2027)  # noqa: S311 - the same order every time
    holders = badges_of(file)
    for number, code in enumerate(_PAST):
        session = event.sessions[code]
        for direction in (Direction.IN, Direction.OUT):
            chance.shuffle(holders)
            yield from _crowd(session, direction, holders, first_time=number == 0)


def _crowd(
    session: Session, direction: Direction, holders: list[tuple[str, str]], *, first_time: bool
) -> Iterator[Fact]:
    began = session.doors_open if direction is Direction.IN else session.end
    for number, (code, delegate) in enumerate(holders):
        verdict = Admitted(arrives=first_time) if direction is Direction.IN else Left()
        at = began + timedelta(milliseconds=number)
        yield Scanned(session.code, code, delegate, direction, verdict, at, f"Door {number % 4 + 1}")


def badges_of(file: EventFile) -> list[tuple[str, str]]:
    """Code and delegate of every badge."""
    return [
        (code, who) for code, who in file.database.rows("SELECT code, delegate FROM badges ORDER BY code")
    ]


def _record(file: EventFile, facts: Iterable[Fact], total: int, what: str) -> None:
    """Record each fact as an act of its own, as the desk does, though many in one transaction."""
    waiting, done, began = iter(facts), 0, time.monotonic()
    more = True
    while more:
        with file.transaction():
            for fact in islice(waiting, _LOT):
                file.append([fact], STAFF.operator)
                done += 1
        more = done < total
        file.database.log.checkpoint()
        figures.say(f"{done:,} of {total:,} {what} after {time.monotonic() - began:.0f} s")


def _bytes(file: EventFile) -> int:
    """The size of the file once everything is in it."""
    file.database.log.checkpoint()
    pages = file.database.row("PRAGMA page_count")[0]
    return int(pages * file.database.row("PRAGMA page_size")[0])
