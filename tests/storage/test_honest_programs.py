"""Several honest programs on one event file, on a busy computer: nobody is told that the file is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest

from checkin.storage.event_file import EventFile
from tests.cli.program import ROOT
from tests.storage.stories import a_registration, an_event, findings, recorded

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform != "linux", reason="only there an open file can be taken away"),
]
SECONDS: Final = 40
_BUSY: Final = "while True: sum(range(10**6))"


@pytest.mark.parametrize(("programs", "seed"), [(2, 1), (2, 2), (4, 3), (4, 4)])
def test_no_program_is_told_of_a_loss_while_several_work_on_one_file_of_a_busy_computer(
    tmp_path: Path, programs: int, seed: int
) -> None:
    event = tmp_path / "forum.event"
    with EventFile.create(event, an_event(), "desk0", "Dara") as file:
        recorded(file, *(a_registration(f"d{n}") for n in range(300)))
    busy = [subprocess.Popen([sys.executable, "-c", _BUSY]) for _ in range(2 * (os.cpu_count() or 2))]
    try:
        told = [json.loads(said) for said in _worked(event, programs, seed)]
    finally:
        for process in busy:
            process.kill()
            process.wait()

    assert [each["told"] for each in told] == [[]] * programs
    assert all(each["done"].get("record", 0) > 20 for each in told), told
    with EventFile.open(event, "desk0") as file:
        assert findings(file) == []
    assert not list(tmp_path.glob("*.rescued-*"))


def _worked(event: Path, programs: int, seed: int) -> list[str]:
    """Let so many programs work on the event file side by side; what each has printed."""
    command = (sys.executable, "-m", "tests.storage.honest_program", str(event))
    running = [
        subprocess.Popen(
            [*command, f"desk{number}", str(100 * seed + number), str(SECONDS)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        for number in range(programs)
    ]
    said = [process.communicate(timeout=SECONDS + 240)[0] for process in running]
    assert [process.returncode for process in running] == [0] * programs
    return said
