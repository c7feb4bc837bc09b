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
