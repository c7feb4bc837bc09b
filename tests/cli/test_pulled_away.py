"""`checkin scan` while another program pulls the event file away between two lines: no line after it is admitted."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import Door
from tests.cli.seminar import arrived
from tests.storage.pulled_away import pull_away

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems do not let anybody take an open file away"
)


@pytest.mark.parametrize(
    "how",
    ["deleted", "replaced", "overwritten", "cut", "log deleted", "log replaced", "index deleted", "moved"],
)
def test_no_line_is_answered_once_the_event_file_is_not_what_it_was(
    computer: Computer, event: Path, template: Path, how: str
) -> None:
    first, second = arrived(computer, event, "R1", "R2")
    other = event.with_name("other.event")
    shutil.copyfile(template, other)
    door = Door(computer, event, "open")
    assert door.scan(first)["verdict"] == "admitted"

    pull_away(how, event, other)
    with pytest.raises(AssertionError, match="Nothing more is recorded"):
        door.scan(second)
    ended = door.close()

    assert (ended.code, ended.out) == (1, "")


def test_scans_that_were_answered_come_back_with_the_copy_that_was_kept(
    computer: Computer, event: Path, template: Path
) -> None:
    first, second = arrived(computer, event, "R1", "R2")
    door = Door(computer, event, "open")
    assert door.scan(first)["verdict"] == "admitted"
    pull_away("replaced", event, template)
    with pytest.raises(AssertionError, match="Nothing more is recorded"):
        door.scan(second)
    door.close()
    (rescued,) = event.parent.glob("*.rescued-*.event")

    assert "is as the back-up has it" in computer.does("restore", rescued, event).out
    told = computer.does("scan", event, "--session", "open", stdin=f"{first}\n{second}\n").jsons
    assert [each["verdict"] for each in told] == ["out", "admitted"]
    assert len(list(event.parent.glob("*.replaced-*.event"))) == 1


def test_a_file_that_is_gone_at_the_end_of_the_input_is_told(
    computer: Computer, event: Path, template: Path
) -> None:
    (code,) = arrived(computer, event, "R1")
    door = Door(computer, event, "open")
    assert door.scan(code)["verdict"] == "admitted"
    pull_away("deleted", event, template)

    ended = door.close()

    assert ended.code == 1
    assert "was deleted while it was open" in ended.err
    assert "Traceback" not in ended.err
