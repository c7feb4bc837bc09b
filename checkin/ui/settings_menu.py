"""The menu of this computer's settings: language, colours, printer, sound, and a back-up at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFileDialog, QMenu

from checkin.settings import Palette
from checkin.wording import languages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QAction

    from checkin.settings import Settings
    from checkin.ui.sounds import Sounds
    from checkin.wording import Wording


class SettingsMenu(QMenu):
    """Tells of what was chosen; what comes of it is the composition root's business."""

    chosen = Signal(object)
    """The whole settings as they are to be from now on."""

    printers_wanted = Signal()
    """The list of printers is about to be looked at; answer with `show_printers`."""

    backup_wanted = Signal()

    def __init__(self, settings: Settings, wording: Wording, sounds: Sounds) -> None:
        super().__init__()
        self._settings = settings
        self._wording = wording
        self._sounds = sounds
        self._add_languages()
        self._add_palettes()
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

    def show_printers(self, names: Iterable[str]) -> None:
        """Offer these printers, the system's own and a folder."""
        say, here = self._wording, self._settings
        self._printers.clear()
        choices = [("", say.text("The system's own printer")), *((name, name) for name in names)]
        for name, label in choices:
            is_chosen = not here.pdf_folder and here.printer == name
            chosen = replace(here, printer=name, pdf_folder="")
            self._add_choice(self._printers, label, chosen, is_chosen=is_chosen)
        self._printers.addSeparator()
        folder = self._printers.addAction(say.text("A folder of PDF files…"), self._choose_folder)
        folder.setCheckable(True)
        folder.setChecked(bool(here.pdf_folder))

    def _add_languages(self) -> None:
        menu = self.addMenu(self._wording.text("Language"))
        # To know what languages call themselves takes 25 ms, a tenth of the start: not before somebody looks.
        menu.aboutToShow.connect(lambda: self._fill_languages(menu))

    def _fill_languages(self, menu: QMenu) -> None:
        if not menu.isEmpty():
            return
        self._group(
            self._add_choice(
                menu,
                self._wording.language_name(code, own=True),
                replace(self._settings, language=code),
                is_chosen=code == self._wording.code,
            )
            for code in languages()
        )

    def _add_palettes(self) -> None:
        say = self._wording
        menu = self.addMenu(say.text("Colours"))
        names = {
            Palette.LIGHT: say.text("Light"),
            Palette.DARK: say.text("Dark"),
            Palette.CONTRAST: say.text("High contrast"),
        }
        self._group(
            self._add_choice(
                menu,
                names[palette],
                replace(self._settings, palette=palette),
                is_chosen=palette is self._settings.palette,
            )
            for palette in Palette
        )

    def _group(self, actions: Iterable[QAction]) -> None:
        group = QActionGroup(self)
        for action in actions:
            group.addAction(action)

    def _add_choice(self, menu: QMenu, label: str, chosen: Settings, *, is_chosen: bool) -> QAction:
        action = menu.addAction(label.replace("&", "&&"), _teller(self.chosen.emit, chosen))
        action.setCheckable(True)
        action.setChecked(is_chosen)
        return action

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._wording.text("A folder of PDF files…"))
        if folder:
            self.chosen.emit(replace(self._settings, pdf_folder=folder))


def _teller(tell: Callable[[Settings], object], chosen: Settings) -> Callable[[], None]:
    return lambda: (tell(chosen), None)[1]
