"""The language and the colours of the whole program; both can be changed while everything on the screen stays."""

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
"""A function that gives a text in the language of the wording that it is called with."""

_ICON: Final = "checkin icon"
_SIGN_SIDE: Final = 20
"""The side of an icon that stands alone in a row, in dots."""


class Appearance(QObject):
    """The language and colours, for which widgets ask when they write or paint; at a signal they do so again."""

    language_changed = Signal()
    colours_changed = Signal()

    def __init__(self, app: QApplication, language: str, palette: Palette) -> None:
        """Apply language and colours; `language` is a code, "" for the language of this computer."""
        super().__init__()
        self._app = app
        self._palette = palette
        self._say = in_language(language)
        self._colours = wear(app, palette)

    @property
    def say(self) -> Wording:
        """The wording in the language of the window now."""
        return self._say

    @property
    def colours(self) -> Colours:
        """The colours of the window now."""
        return self._colours

    def speak(self, language: str) -> None:
        """Use this language from now on: a code, "" for the language of this computer."""
        say = in_language(language)
        if say.code != self._say.code:
            self._say = say
            self.language_changed.emit()

    def wear(self, palette: Palette) -> None:
        """Use this palette from now on."""
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
        """Call this method of a widget, which chooses its colours, now and whenever the palette changes."""
        self.colours_changed.connect(paint)
        paint()

    def put_icon(self, widget: QAbstractButton | QLabel, name: str, tone: str = "text") -> None:
        """Draw an icon of `resources/icons` on a button or label, in this tone, now and at each change."""
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
    """Mixin for whatever shows words or colours: it sets `_look` first, and then asks `_say` and `_colours` at need."""

    _look: Appearance

    @property
    def _say(self) -> Wording:
        return self._look.say

    @property
    def _colours(self) -> Colours:
        return self._look.colours
