"""A file that stands whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.files import written_whole

if TYPE_CHECKING:
    from pathlib import Path


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
