"""Killed: whatever moment a program is killed at, what it acknowledged is there and nothing is half done."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING, Any

import filelock
import pytest

from checkin.domain.facts import ActBegun, BadgeIssued, LongAct, Undone
from checkin.errors import CheckinError
from checkin.storage import delegates, long_acts
from checkin.storage.event_file import EventFile
from tests.storage.stories import (
    START,
    a_registration,
    a_scan,
    effect,
    entries,
    findings,
    recorded,
    tables,
)

if TYPE_CHECKING:
    from pathlib import Path

MANY = 3000


def started(path: Path, work: str) -> subprocess.Popen[str]:
    """Another program with the same event file open."""
    program = f"""
        import sys
        from pathlib import Path
        from checkin.domain.facts import LongAct
        from checkin.storage import long_acts
        from checkin.storage.event_file import EventFile
        from tests.storage.stories import *
        file = EventFile.open(Path({str(path)!r}), "desk2")
{textwrap.indent(textwrap.dedent(work), " " * 8)}
    """
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def killed_after(path: Path, work: str, lines: int) -> list[str]:
    """What the program said until it was killed, right after it had said so many lines."""
    with started(path, work) as program:
        assert program.stdout is not None
        said = [program.stdout.readline().strip() for _ in range(lines)]
        program.send_signal(signal.SIGKILL)
        said += [line.strip() for line in program.stdout if line.endswith("\n")]
    assert program.returncode == -signal.SIGKILL
    assert all(said[:lines])
    return said


@pytest.mark.parametrize("lines", [1, 2, 3, 6, 12, 25])
def test_a_long_act_that_is_killed_anywhere_leaves_nothing_of_itself(file: EventFile, lines: int) -> None:
    recorded(file, a_registration("d1", "CHEA"))
    before = effect(tables(file.database))
    file.close()
    work = """
        print("begun", flush=True)
        facts = (a_registration(f"e{n}", f"SOK{n}") for n in range(10**9))
        long_acts.record(file, LongAct.IMPORT, facts, "Bopha", lambda done: print(done, flush=True))
    """

    killed_after(file.path, work, lines)

    with EventFile.open(file.path, "desk2") as again:
        kinds = {entry.kind for entry in entries(again)}
        assert effect(tables(again.database)) == before
        assert findings(again) == []
        assert "act_ended" not in kinds
        assert (again.notice is not None) == ("act_begun" in kinds)
        # Nothing is left to do for the next one who opens.
        count = len(entries(again))
    with EventFile.open(file.path, "desk2") as once_more:
        assert len(entries(once_more)) == count
        assert once_more.notice is None


def test_who_opens_while_another_clears_up_waits_until_it_is_through(
    file: EventFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables(file.database)
    act = long_acts.record(
        file, LongAct.IMPORT, [a_registration(f"e{n}") for n in range(MANY)], "Dara", lambda _: None
    )
    recorded(file, Undone(act))
    monkeypatch.setattr(long_acts, "pause", lambda _: long_acts.finish_undo(file.database))

    with long_acts.alone(file.path), EventFile.open(file.path, "desk2") as beside:
        assert effect(tables(beside.database)) == effect(before)


def test_who_opens_gives_another_the_time_to_begin_clearing_up_and_waits_no_longer_than_it_takes(
    file: EventFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables(file.database)
    with file.transaction():
        act = file.append([ActBegun(LongAct.IMPORT), *(a_registration(f"e{n}") for n in range(MANY))], "Dara")
    steps = iter([lambda: recorded(file, Undone(act)), lambda: long_acts.finish_undo(file.database)])
    naps: list[float] = []
    monkeypatch.setattr(long_acts, "pause", lambda seconds: (naps.append(seconds), next(steps)()))
    waited: list[float] = []

    class NotedLock(filelock.FileLock):
        def acquire(self, timeout: float | None = None, **more: Any) -> Any:  # noqa: ANN401 - filelock's own
            waited.append(timeout or 0)
            return super().acquire(timeout, **more)

    with long_acts.alone(file.path):
        monkeypatch.setattr(filelock, "FileLock", NotedLock)
        with EventFile.open(file.path, "desk2") as beside:
            assert effect(tables(beside.database)) == effect(before)
    assert list(steps) == []
    assert set(waited) == {0}
    assert max(naps) <= 0.1, "nobody notices so short a wait at an open"


@pytest.mark.parametrize("lines", [1, 2, 25, 100])
def test_every_act_that_was_acknowledged_survives(file: EventFile, lines: int) -> None:
    recorded(file, a_registration("d1"), BadgeIssued("B1", "d1", START))
    file.close()
    work = """
        for n in range(1000):
            recorded(file, a_scan("B1", n), a_registration(f"e{n}"))
            print(n, flush=True)
    """

    said = killed_after(file.path, work, lines)

    with EventFile.open(file.path, "desk1") as again:
        scans = sum(entry.kind == "scanned" for entry in entries(again))
        registered = [each.delegate.id for each in delegates.everybody(again.database)][1:]
        # One more may have been recorded before its acknowledgement was out.
        assert scans in {len(said), len(said) + 1}
        assert registered == [f"e{n}" for n in range(scans)]
        assert findings(again) == []


def test_two_programs_take_turns_and_nobody_undoes_the_others_import(file: EventFile) -> None:
    recorded(file, a_registration("d1"), BadgeIssued("B1", "d1", START))
    work = f"""
        def went_on(done):
            print(done, flush=True)
            if done > 100 and done < {MANY // 2}:
                sys.stdin.readline()
        facts = (a_registration(f"e{{n}}", f"SOK{{n}}") for n in range({MANY}))
        long_acts.record(file, LongAct.IMPORT, facts, "Bopha", went_on)
        print("ended", flush=True)
        file.close()
    """
    with started(file.path, work) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        while int(program.stdout.readline()) <= 100:
            pass
        # It waits in the middle of its import.
        with EventFile.open(file.path, "desk1") as third:
            recorded(third, a_scan("B1", 1))
            with (
                pytest.raises(CheckinError, match="Another import is going on"),
                long_acts.alone(third.path, patience=0),
            ):
                pass
        program.stdin.write("\n" * MANY)
        program.stdin.close()
        for n in range(2, 50):
            recorded(file, a_scan("B1", n))
        said = program.stdout.read().splitlines()

    assert said[-1] == "ended"
    assert program.returncode == 0
    assert sum(1 for _ in delegates.everybody(file.database)) == 1 + MANY
    assert sum(entry.kind == "scanned" for entry in entries(file)) == 49
    assert findings(file) == []


def test_a_program_that_was_killed_while_it_made_an_event_leaves_no_event(file: EventFile) -> None:
    path = file.path.with_name("new.event")
    work = f"""
        import os
        os.rename = None
        Path.rename = lambda *_: (print("made", flush=True), sys.stdin.read())
        EventFile.create(Path({str(path)!r}), an_event(), "desk2", "Bopha")
    """

    killed_after(file.path, work, 1)

    assert not path.exists()
    EventFile.create(path, file.event, "desk1", "Dara").close()
