"""The menu of this computer's settings, such as the operator, the language and the printer, and of a back-up now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from checkin.settings import TEXT_SIZES, Palette
from checkin.ui.appearance import Dressed
from checkin.ui.event_menu import EventMenu
from checkin.wording import languages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

    from checkin.settings import Settings
    from checkin.ui.appearance import Appearance
    from checkin.ui.preferences import Preferences
    from checkin.ui.sounds import Sounds


class SettingsMenu(QMenu, Dressed):
    """The menu of this computer's settings; a choice applies at once.

    The submenus of languages, colours and text sizes are filled only when they open, because finding the languages'
    own names would take a tenth of the time in which the program starts.
    """

    staff_wanted = Signal()
    """Emitted when the operator wants to enter their name and that of the desk."""

    printers_wanted = Signal()
    """Emitted when the submenu of printers is about to open; the listener then calls `show_printers`."""

    backup_wanted = Signal()

    scanner_wanted = Signal()
    """Emitted when the operator wants to try out the scanner."""

    def __init__(self, preferences: Preferences, look: Appearance, sounds: Sounds) -> None:
        super().__init__()
        self._look = look
        self._preferences = preferences
        self._printer_names: tuple[str, ...] = ()
        self.of_event = EventMenu(look)
        self.addMenu(self.of_event)
        self._staff = self.addAction("", self.staff_wanted.emit)
        self._languages, self._palettes, self._sizes, self._printers = (self.addMenu("") for _ in range(4))
        self._languages.aboutToShow.connect(self._show_languages)
        self._palettes.aboutToShow.connect(self._show_palettes)
        self._sizes.aboutToShow.connect(self._show_sizes)
        self._printers.aboutToShow.connect(lambda: self.show_printers(self._printer_names))
        self._printers.aboutToShow.connect(self.printers_wanted)
        self.addSeparator()
        self.sound = self.addAction("")
        self.sound.setShortcut("F12")
        self.sound.setCheckable(True)
        self.sound.setChecked(not sounds.is_muted)
        self.sound.triggered.connect(sounds.toggle_mute)
        sounds.muted_changed.connect(lambda muted: self.sound.setChecked(not muted))
        self._scanner = self.addAction("", self.scanner_wanted.emit)
        self._backup = self.addAction("", self.backup_wanted.emit)
        look.in_each_language(self._label)

    def _label(self) -> None:
        say = self._say
        self._staff.setText(say.text("Operator and desk…"))
        self._languages.setTitle(say.text("Language"))
        self._palettes.setTitle(say.text("Colours"))
        self._sizes.setTitle(say.text("Text size"))
        self._printers.setTitle(say.text("Printer"))
        self.sound.setText(say.text("Sound"))
        self._scanner.setText(say.text("Test the scanner…"))
        self._backup.setText(say.text("Back up now"))
        self.show_printers(self._printer_names)

    def show_printers(self, names: Iterable[str]) -> None:
        """List these printers in the submenu, besides the system's own printer and a folder for PDF files."""
        self._printer_names = tuple(names)
        say, here, menu = self._say, self._preferences.here, self._printers
        menu.clear()
        offered = [
            ("", say.text("The system's own printer")),
            *((name, name) for name in self._printer_names),
        ]
        for name, label in offered:
            chosen = replace(here, printer=name, pdf_folder="")
            self._add(menu, label, chosen, is_chosen=not here.pdf_folder and here.printer == name)
        menu.addSeparator()
        folder = menu.addAction(say.text("A folder of PDF files…"), self._choose_folder)
        folder.setCheckable(True)
        folder.setChecked(bool(here.pdf_folder))

    def _show_languages(self) -> None:
        self._languages.clear()
        for code in languages():
            name, is_chosen = self._say.language_name(code, own=True), code == self._say.code
            self._add(
                self._languages, name, replace(self._preferences.here, language=code), is_chosen=is_chosen
            )

    def _show_palettes(self) -> None:
        self._palettes.clear()
        say = self._say
        for palette, name in (
            (Palette.LIGHT, say.text("Light")),
            (Palette.DARK, say.text("Dark")),
            (Palette.CONTRAST, say.text("High contrast")),
        ):
            is_chosen = palette is self._preferences.here.palette
            self._add(
                self._palettes, name, replace(self._preferences.here, palette=palette), is_chosen=is_chosen
            )

    def _show_sizes(self) -> None:
        self._sizes.clear()
        here = self._preferences.here
        for percent in TEXT_SIZES:
            chosen = replace(here, text_size=percent)
            self._add(
                self._sizes,
                self._say.text("{number} %").format(number=percent),
                chosen,
                is_chosen=percent == here.text_size,
            )

    def _add(self, menu: QMenu, label: str, chosen: Settings, *, is_chosen: bool) -> QAction:
        action = menu.addAction(label.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.triggered.connect(lambda _checked=False: self._preferences.choose(chosen))
        return action

    def _choose_folder(self) -> None:
        from checkin.ui.file_dialog import choose_folder  # noqa: PLC0415 - after the first paint

        folder = choose_folder(self, self._say.text("A folder of PDF files…"), self._say)
        if folder is not None:
            self._preferences.choose(replace(self._preferences.here, pdf_folder=str(folder)))
