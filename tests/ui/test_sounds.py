"""Sounds are played where they can be, and missed by nothing where they cannot."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.ui.sounds import Sounds
from checkin.ui.theme import VERDICT_LOOKS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NAMES = {look.sound for look in VERDICT_LOOKS.values()}
PROGRAM = """
from PySide6.QtWidgets import QApplication
from checkin.ui.sounds import Sounds
app = QApplication([])
sounds = Sounds(["admitted", "help_desk"])
sounds.load()
sounds.play("admitted")
sounds.play("no such sound")
app.processEvents()
print("went on")
"""


def test_a_computer_without_sound_plays_nothing_and_says_nothing(qtbot: QtBot) -> None:
    assert qtbot
    sounds = Sounds(NAMES)
    sounds.play("admitted")
    sounds.load()
    sounds.load()
    sounds.play("admitted")
    sounds.play("unicorn")


def test_a_sound_server_that_is_gone_stops_nothing() -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "PULSE_SERVER": "unix:/nobody", "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (run.returncode, run.stdout) == (0, "went on\n"), run.stderr


def test_mute_is_told_and_taken_back(qtbot: QtBot) -> None:
    sounds = Sounds(NAMES)
    with qtbot.waitSignal(sounds.muted_changed) as told:
        sounds.toggle_mute()
    was_muted = sounds.is_muted
    sounds.toggle_mute()

    assert told.args == [True]
    assert was_muted
    assert not sounds.is_muted
