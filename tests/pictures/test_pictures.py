"""`checkin demo --screenshots`: a picture of every page and state, as the installed program takes them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from checkin import settings
from checkin.pictures.scenes import SCENES, WITHOUT_EVENT
from checkin.ui.main_window import PAGES

if TYPE_CHECKING:
    from pathlib import Path


def test_every_scene_has_a_name_of_its_own_that_is_a_file_name_on_every_system() -> None:
    names = [scene.name for scene in (*WITHOUT_EVENT, *SCENES)]

    assert len(set(names)) == len(names)
    assert all(name.replace("-", "").isascii() and name.replace("-", "").isalnum() for name in names)
    assert all(name == name.lower() for name in names)


def test_every_page_of_the_window_has_a_scene() -> None:
    beginnings = {scene.name.split("-")[0] for scene in SCENES}

    assert {entry.module.split("_")[0] for entry in PAGES} <= beginnings


@pytest.mark.long
def test_the_command_writes_a_picture_of_every_scene_in_the_size_that_was_asked_for(
    tmp_path: Path,
) -> None:
    own = settings.settings_file()
    settings.load()
    before = own.read_bytes()
    asked = [
        *("--screenshots", "made", "--size", "1920x1080", "--scale", "1.5"),
        *("--language", "fr", "--palette", "dark"),
    ]
    answer = subprocess.run(
        [sys.executable, "-m", "checkin", "demo", *asked],
        cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    pictures = {path.stem: QImage(str(path)) for path in (tmp_path / "made").iterdir()}

    assert answer.returncode == 0, answer.stderr
    assert answer.stderr == ""
    assert set(pictures) == {scene.name for scene in (*WITHOUT_EVENT, *SCENES)}
    assert {(each.width(), each.height()) for each in pictures.values()} == {(1920, 1080)}
    assert len({each.constBits().tobytes() for each in pictures.values()}) > len(pictures) * 0.9
    assert all(each.pixelColor(5, 1075).lightness() < 128 for each in pictures.values())
    assert own.read_bytes() == before, "no setting of this computer changes"
