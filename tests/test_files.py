"""A file that stands whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checkin.files import clear_drafts, written_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITING = """
import sys, time
from pathlib import Path
from checkin.files import written_whole
with written_whole(Path(sys.argv[1])) as file:
    file.write(b"half")
    file.flush()
    print("begun", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def writing(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is writing report.csv, and has written half of the file."""
    command = [sys.executable, "-c", WRITING, str(tmp_path / "report.csv")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1]
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"begun\n"
        yield program
        program.kill()


def test_a_file_takes_its_place_when_the_block_ends_well(tmp_path: Path) -> None:
    target = tmp_path / "report.csv"
    target.write_bytes(b"former")
    with written_whole(target) as file:
        file.write(b"whole")
        assert target.read_bytes() == b"former"

    assert target.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [target]


def test_what_ends_badly_leaves_what_was_there_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "report.csv"
    target.write_bytes(b"former")
    with pytest.raises(ZeroDivisionError), written_whole(target) as file:
        file.write(b"half" * (1 // 0))

    assert target.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [target]


def test_rights_and_a_link_stay_as_they_are(tmp_path: Path) -> None:
    target, link = tmp_path / "settings.toml", tmp_path / "link.toml"
    target.write_bytes(b"former")
    target.chmod(0o600)
    link.symlink_to(target)
    with written_whole(link) as file:
        file.write(b"whole")

    assert link.is_symlink()
    assert target.read_bytes() == b"whole"
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_name_as_long_as_the_disk_allows_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("\u1780" * 83 + ".pdf")  # 253 bytes of at most 255
    with written_whole(target) as file:
        file.write(b"whole")

    assert target.read_bytes() == b"whole"


def test_a_draft_that_a_killed_program_left_is_cleared_and_no_other_file(
    tmp_path: Path, writing: subprocess.Popen[bytes]
) -> None:
    others = [tmp_path / name for name in (".checkin-notes.part", "film.part", ".0123456789ab.part")]
    for path in others:
        path.write_bytes(b"somebody's own")
    writing.send_signal(signal.SIGKILL)
    writing.wait()
    assert len(list(tmp_path.iterdir())) == 4

    clear_drafts(tmp_path)

    assert sorted(tmp_path.iterdir()) == sorted(others)


def test_a_draft_that_is_still_written_is_left_and_takes_its_place(
    tmp_path: Path, writing: subprocess.Popen[bytes]
) -> None:
    clear_drafts(tmp_path)
    writing.communicate(b"")

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("report.csv", b"half")]


def test_the_next_file_in_a_folder_clears_what_was_left_there(
    tmp_path: Path, writing: subprocess.Popen[bytes]
) -> None:
    writing.send_signal(signal.SIGKILL)
    writing.wait()
    with written_whole(tmp_path / "second.csv") as file:
        file.write(b"whole")

    assert [path.name for path in tmp_path.iterdir()] == ["second.csv"]


@pytest.mark.skipif(os.name != "posix", reason="rights of this kind are POSIX's")
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_a_new_file_is_its_owners_alone_and_an_old_one_keeps_its_rights(tmp_path: Path, umask: int) -> None:
    old = tmp_path / "old.csv"
    old.write_bytes(b"former")
    old.chmod(0o644)
    private = tmp_path / "settings.toml"
    private.write_bytes(b"former")
    private.chmod(0o644)
    before = os.umask(umask)
    try:
        for path in (tmp_path / "new.csv", old):
            with written_whole(path) as file:
                file.write(b"whole")
        with written_whole(private, is_private=True) as file:
            file.write(b"whole")
    finally:
        os.umask(before)

    rights = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert rights == {"new.csv": 0o600, "old.csv": 0o644, "settings.toml": 0o600}
