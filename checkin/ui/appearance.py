"""The language and the colours of the window: one for the program, changed while everything on the screen stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QLabel

from checkin.ui.theme import icon, wear
from checkin.wording import Wording, in_language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from checkin.settings import Palette
    from checkin.ui.theme import Colours

Words: TypeAlias = Callable[[Wording], str]
"""A text in whatever language is spoken when it is asked for."""

_ICON: Final = "checkin icon"
_SIGN_SIDE: Final = 20
"""The side of an icon that stands alone in a row, in dots."""


class Appearance(QObject):
    """Widgets ask it when they write or paint. A widget that keeps a text or a colour does both again at a signal."""

    language_changed = Signal()
    colours_changed = Signal()

    def __init__(self, app: QApplication, language: str, palette: Palette) -> None:
        """Dress the application; `language` is a code, "" for that of this computer."""
        super().__init__()
        self._app = app
        self._palette = palette
        self._say = in_language(language)
        self._colours = wear(app, palette)

    @property
    def say(self) -> Wording:
        """The words of the language that is spoken now."""
        return self._say

    @property
    def colours(self) -> Colours:
        """The colours that are worn now."""
        return self._colours

    def speak(self, language: str) -> None:
        """Speak this language (a code, "" for that of this computer) from now on."""
        say = in_language(language)
        if say.code != self._say.code:
            self._say = say
            self.language_changed.emit()

    def wear(self, palette: Palette) -> None:
        """Wear this palette from now on."""
        if palette is self._palette:
            return
        self._palette = palette
        self._colours = wear(self._app, palette)
        for widget in self._app.allWidgets():
            if widget.property(_ICON) is not None and isinstance(widget, QAbstractButton | QLabel):
                self._draw(widget)
        self.colours_changed.emit()

    def in_each_language(self, label: Callable[[], object]) -> None:
        """Call this method of a widget, which writes its texts, now and whenever the language changes."""
        self.language_changed.connect(label)
        label()

    def in_all_colours(self, paint: Callable[[], object]) -> None:
        """Call this method of a widget, which chooses its colours, now and whenever these change."""
        self.colours_changed.connect(paint)
        paint()

    def put_icon(self, widget: QAbstractButton | QLabel, name: str, tone: str = "text") -> None:
        """Draw an icon of `resources/icons` on a button or label, in this tone of whatever colours are worn."""
        widget.setProperty(_ICON, f"{name} {tone}")
        self._draw(widget)

    def _draw(self, widget: QAbstractButton | QLabel) -> None:
        name, tone = str(widget.property(_ICON)).split(" ")
        drawn = icon(name, getattr(self._colours, tone))
        if isinstance(widget, QLabel):
            widget.setPixmap(drawn.pixmap(_SIGN_SIDE, _SIGN_SIDE))
        else:
            widget.setIcon(drawn)


class Dressed:
    """Mixed into whatever says or paints something. It sets `_look` first, and asks for words and colours at need."""

    _look: Appearance

    @property
    def _say(self) -> Wording:
        return self._look.say

    @property
    def _colours(self) -> Colours:
        return self._look.colours
