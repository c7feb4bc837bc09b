"""The files that come with the program are found, and one that is missing is told."""

from __future__ import annotations

import sys
import wave
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from checkin import assets
from checkin.errors import CheckinError

if TYPE_CHECKING:
    from pathlib import Path

_VERDICT_SOUNDS = (
    "admitted", "back_in", "out", "out_alert", "already_inside", "not_now", "one_moment", "help_desk", "flagged",
)  # fmt: skip


@pytest.mark.parametrize("name", _VERDICT_SOUNDS)
def test_a_verdict_has_a_short_sound_that_every_player_knows(name: str) -> None:
    with wave.open(str(assets.sound(name))) as sound:
        seconds = sound.getnframes() / sound.getframerate()

        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 22050)
        assert 0.05 < seconds < 0.6


def test_no_sound_without_a_verdict() -> None:
    present = {file.stem for file in assets.resource("sounds").glob("*.wav")}

    assert present == set(_VERDICT_SOUNDS)


def test_every_icon_takes_the_colour_of_its_surroundings() -> None:
    icons = list(assets.resource("icons").glob("*.svg"))

    assert len(icons) > 30
    for file in icons:
        drawing = ET.parse(file).getroot()  # noqa: S314 - our own file
        assert (drawing.get("viewBox"), drawing.get("stroke")) == ("0 0 24 24", "currentColor"), file.name


@pytest.mark.parametrize("folder", ["icons", "sounds"])
def test_what_others_may_do_with_them_stands_beside_them(folder: str) -> None:
    assert assets.resource(folder, "LICENSE").read_text(encoding="utf-8").strip()


def test_a_missing_file_is_told_by_its_name() -> None:
    with pytest.raises(CheckinError, match=r"icons/unicorn\.svg is not there"):
        assets.icon("unicorn")


def test_a_frozen_program_finds_them_beside_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources" / "demo").mkdir(parents=True)
    (tmp_path / "resources" / "demo" / "forum.toml").touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert assets.demo("forum.toml") == tmp_path / "resources" / "demo" / "forum.toml"
