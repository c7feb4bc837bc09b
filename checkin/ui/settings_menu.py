"""The menu of this computer's settings: who and where, language, colours, printer, sound, and a back-up at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu

from checkin.settings import Palette
from checkin.wording import languages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

    from checkin.settings import Settings
    from checkin.ui.sounds import Sounds
    from checkin.wording import Wording


class SettingsMenu(QMenu):
    """Tells of what was chosen; what comes of it is the composition root's business.

    Choices are looked up when their menu opens: to know what languages call themselves takes a tenth of the start.
    """

    chosen = Signal(object)
    """The whole settings as they are to be from now on."""

    staff_wanted = Signal()
    """Somebody wants to say who they are and at which desk."""

    printers_wanted = Signal()
    """The list of printers is about to be looked at; answer with `show_printers`."""

    backup_wanted = Signal()

    def __init__(self, settings: Settings, wording: Wording, sounds: Sounds) -> None:
        super().__init__()
        self._settings = settings
        self._wording = wording
        self.addAction(wording.text("Operator and desk…"), self.staff_wanted.emit)
        self._languages = self.addMenu(wording.text("Language"))
        self._languages.aboutToShow.connect(self._show_languages)
        self._palettes = self.addMenu(wording.text("Colours"))
        self._palettes.aboutToShow.connect(self._show_palettes)
        self._printers = self.addMenu(wording.text("Printer"))
        self._printers.aboutToShow.connect(self.printers_wanted)
        self.show_printers(())
        self.addSeparator()
        sound = self.addAction(wording.text("Sound"))
        sound.setShortcut("F12")
        sound.setCheckable(True)
        sound.setChecked(not sounds.is_muted)
        sound.triggered.connect(sounds.toggle_mute)
        sounds.muted_changed.connect(lambda muted: sound.setChecked(not muted))
        self.addAction(wording.text("Back up now"), self.backup_wanted.emit)

    def use(self, settings: Settings) -> None:
        """Offer changes of these settings from now on."""
        self._settings = settings

    def show_printers(self, names: Iterable[str]) -> None:
        """Offer these printers, the system's own and a folder."""
        say, here, menu = self._wording, self._settings, self._printers
        menu.clear()
        for name, label in (("", say.text("The system's own printer")), *((name, name) for name in names)):
            chosen = replace(here, printer=name, pdf_folder="")
            self._add(menu, label, chosen, is_chosen=not here.pdf_folder and here.printer == name)
        menu.addSeparator()
        folder = menu.addAction(say.text("A folder of PDF files…"), self._choose_folder)
        folder.setCheckable(True)
        folder.setChecked(bool(here.pdf_folder))

    def _show_languages(self) -> None:
        self._languages.clear()
        for code in languages():
            name, is_chosen = self._wording.language_name(code, own=True), code == self._wording.code
            self._add(self._languages, name, replace(self._settings, language=code), is_chosen=is_chosen)

    def _show_palettes(self) -> None:
        self._palettes.clear()
        say = self._wording
        for palette, name in (
            (Palette.LIGHT, say.text("Light")),
            (Palette.DARK, say.text("Dark")),
            (Palette.CONTRAST, say.text("High contrast")),
        ):
            is_chosen = palette is self._settings.palette
            self._add(self._palettes, name, replace(self._settings, palette=palette), is_chosen=is_chosen)

    def _add(self, menu: QMenu, label: str, chosen: Settings, *, is_chosen: bool) -> QAction:
        action = menu.addAction(label.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.triggered.connect(lambda _checked=False: self.chosen.emit(chosen))
        return action

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._wording.text("A folder of PDF files…"))
        if folder:
            self.chosen.emit(replace(self._settings, pdf_folder=folder))
