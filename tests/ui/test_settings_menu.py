"""What can be set from the window, and that one choice never forgets another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checkin import settings
from checkin.settings import Palette, Settings
from checkin.ui.preferences import Preferences
from checkin.ui.settings_menu import SettingsMenu
from checkin.ui.sounds import Sounds
from checkin.wording import languages
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu
    from pytestqt.qtbot import QtBot

HERE = Settings("0123456789ab", language="en")


@pytest.fixture
def preferences() -> Preferences:
    return Preferences(HERE)


@pytest.fixture
def menu(preferences: Preferences, qtbot: QtBot) -> SettingsMenu:
    menu = SettingsMenu(preferences, a_look(), Sounds(()))
    qtbot.addWidget(menu)
    return menu


def choices(menu: SettingsMenu, title: str) -> dict[str, QAction]:
    """The choices below this title, as they are when the menu is opened."""
    below: QMenu = next(action.menu() for action in menu.actions() if action.text() == title)  # type: ignore[assignment]
    below.aboutToShow.emit()
    return {action.text(): action for action in below.actions() if action.text()}


def test_languages_call_themselves_and_the_one_that_is_spoken_is_marked(menu: SettingsMenu) -> None:
    offered = choices(menu, "Language")

    assert len(offered) == len(languages())
    assert [name for name, action in offered.items() if action.isChecked()] == ["English"]
    assert "français" in offered


def test_a_choice_changes_one_thing_and_keeps_what_was_chosen_before(
    menu: SettingsMenu, preferences: Preferences
) -> None:
    preferences.choose(replace(HERE, printer="QL-1110"))
    choices(menu, "Colours")["Dark"].trigger()

    assert preferences.here == replace(HERE, printer="QL-1110", palette=Palette.DARK)
    assert settings.load() == preferences.here


def test_printers_are_offered_as_soon_as_they_are_known(menu: SettingsMenu, preferences: Preferences) -> None:
    menu.show_printers(["Brother", "R&D"])
    choices(menu, "Printer")["R&&D"].trigger()

    assert preferences.here == replace(HERE, printer="R&D")


def test_sound_is_switched_and_its_mark_follows(menu: SettingsMenu) -> None:
    sound = next(action for action in menu.actions() if action.text() == "Sound")
    assert sound.isChecked()

    sound.trigger()
    assert not sound.isChecked()


def test_the_scanner_can_be_tried_out(menu: SettingsMenu, qtbot: QtBot) -> None:
    with qtbot.waitSignal(menu.scanner_wanted):
        next(action for action in menu.actions() if action.text() == "Test the scanner…").trigger()
