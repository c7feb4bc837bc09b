"""Event files that cannot be written are read all the same, and nothing is put beside them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest

from checkin.errors import CheckinError
from checkin.storage import back_up, delegates
from checkin.storage.database import Database
from checkin.storage.event_file import EventFile
from checkin.storage.trouble import cannot_be_written
from tests.storage.stories import a_registration, findings, recorded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def with_a_log(file: EventFile, tmp_path: Path) -> Path:
    """An event file whose newest act is still in the log, and without the log's index."""
    recorded(file, a_registration("d1"))
    copy = tmp_path / "taken" / "forum.event"
    copy.parent.mkdir()
    for ending in ("", "-wal"):
        shutil.copyfile(f"{file.path}{ending}", f"{copy}{ending}")
    return copy


@pytest.fixture
def without_a_log(file: EventFile, tmp_path: Path) -> Path:
    recorded(file, a_registration("d1"))
    file.close()
    copy = tmp_path / "taken" / "forum.event"
    copy.parent.mkdir()
    shutil.copyfile(file.path, copy)
    return copy


@pytest.fixture(params=["with_a_log", "without_a_log"])
def only_read(request: pytest.FixtureRequest) -> Iterator[EventFile]:
    """An event file that is only read."""
    path: Path = request.getfixturevalue(request.param)
    database = Database(path, refusal=cannot_be_written(path))
    yield EventFile(database, "desk1", lambda: 0)
    database.close()


def test_a_file_that_is_only_read_gives_all_that_was_recorded(only_read: EventFile) -> None:
    assert [each.delegate.id for each in delegates.everybody(only_read.database)] == ["d1"]
    assert findings(only_read) == []
    assert not only_read.path.with_name(only_read.path.name + "-shm").exists()


def test_a_file_that_is_only_read_can_be_backed_up(only_read: EventFile, tmp_path: Path) -> None:
    copy = back_up.back_up(only_read.database, tmp_path / "stick")

    with EventFile.open(copy, "desk2") as restored:
        assert [each.delegate.id for each in delegates.everybody(restored.database)] == ["d1"]
        recorded(restored, a_registration("d2"))
        assert findings(restored) == []


def test_an_act_on_a_file_that_is_only_read_is_refused(only_read: EventFile) -> None:
    before = only_read.path.read_bytes()

    with pytest.raises(CheckinError, match="cannot be written"):
        recorded(only_read, a_registration("d2"))

    assert only_read.path.read_bytes() == before


def test_an_index_without_rights_does_not_keep_anybody_from_writing(without_a_log: Path) -> None:
    index = without_a_log.with_name(without_a_log.name + "-shm")
    index.touch(0o444)

    with EventFile.open(without_a_log, "desk1") as file:
        if os.geteuid() != 0:  # who may write everything needs no mending
            assert os.access(index, os.W_OK)
        recorded(file, a_registration("d2"))

    assert not index.exists()


def run_without_rights_over_others(work: str) -> str:
    """What a program says that may write only what it is allowed to; root is bound by no file's rights."""
    bound = (
        ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"] if os.geteuid() == 0 else []
    )
    if bound and shutil.which("setpriv") is None:
        pytest.skip("root may write everything, and there is no setpriv to take that right away")
    program = f"""
        from pathlib import Path
        from checkin.errors import CheckinError
        from checkin.storage import back_up, delegates
        from checkin.storage.event_file import EventFile
        from tests.storage.stories import a_registration, recorded
        try:
{textwrap.indent(textwrap.dedent(work), " " * 12)}
        except CheckinError as error:
            print(error.title)
    """
    return subprocess.run(
        [*bound, sys.executable, "-c", textwrap.dedent(program)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout


@pytest.mark.parametrize("is_folder", [False, True])
def test_a_file_without_the_right_to_write_it_is_opened_to_be_read(
    without_a_log: Path, tmp_path: Path, *, is_folder: bool
) -> None:
    protected = without_a_log.parent if is_folder else without_a_log
    rights = protected.stat().st_mode
    protected.chmod(rights & ~0o222)

    said = run_without_rights_over_others(f"""
        file = EventFile.open(Path({str(without_a_log)!r}), "desk1")
        print(*(each.delegate.id for each in delegates.everybody(file.database)))
        back_up.back_up(file.database, Path({str(tmp_path / "stick")!r}))
        try:
            recorded(file, a_registration("d2"))
        finally:
            file.close()
    """)

    protected.chmod(rights)
    assert said.splitlines() == ["d1", "The event file cannot be written to"]
    assert list(without_a_log.parent.iterdir()) == [without_a_log]
    assert len(list((tmp_path / "stick").iterdir())) == 1
    with EventFile.open(without_a_log, "desk1") as file:
        recorded(file, a_registration("d2"))
