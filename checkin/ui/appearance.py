"""The language, the colours and the text size of the whole program.

All can be changed while the program runs, without rebuilding what is on the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QAbstractButton, QLabel

from checkin.ui.theme import icon, set_text_size, wear
from checkin.wording import Wording, in_language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from checkin.settings import Palette
    from checkin.ui.theme import Colours

Words: TypeAlias = Callable[[Wording], str]
"""A function that takes a `Wording` and returns a text in its language."""

_ICON: Final = "checkin icon"
_FONT: Final = "checkin font"
_SIGN_SIDE: Final = 18
"""The width and height, in dots, of an icon beside a text of the usual size."""


class Appearance(QObject):
    """The language, the colours and the text size that the whole program uses now.

    Widgets read these values when they set their texts or paint. The signals `language_changed`, `colours_changed` and
    `size_changed` tell widgets to read them again.
    """

    language_changed = Signal()
    colours_changed = Signal()
    size_changed = Signal()
    focus_moved = Signal(object)
    """Emitted with the widget that has got the keyboard focus; None if no widget of the program has it."""

    def __init__(self, app: QApplication, language: str, palette: Palette, text_size: int = 100) -> None:
        """Apply the language, the palette and the text size.

        `language` is a language code, or "" for the language of this computer. `text_size` is in percent of the usual
        size.
        """
        super().__init__()
        self._app = app
        app.focusChanged.connect(
            self._on_focus_changed
        )  # a bound method, which Qt disconnects with this object
        self._palette = palette
        self._text_size = text_size
        set_text_size(app, text_size)
        self._say = in_language(language)
        self._colours = wear(app, palette)

    @property
    def say(self) -> Wording:
        """The `Wording`, which gives the program's texts in the current language."""
        return self._say

    @property
    def colours(self) -> Colours:
        """The colours of the window's current palette."""
        return self._colours

    def speak(self, language: str) -> None:
        """Change the language of the program; `language` is a code, or "" for the language of the operating system."""
        say = in_language(language)
        if say.code != self._say.code:
            self._say = say
            self.language_changed.emit()

    def wear(self, palette: Palette) -> None:
        """Apply this palette (light, dark or high contrast) to the program, and draw the icons in its colours."""
        if palette is self._palette:
            return
        self._palette = palette
        self._dress()
        self.colours_changed.emit()

    def grow(self, text_size: int) -> None:
        """Change the size of all texts to `text_size`, in percent of the usual size."""
        if text_size == self._text_size:
            return
        self._text_size = text_size
        set_text_size(self._app, text_size)
        self._dress()
        self.size_changed.emit()

    def in_each_language(self, label: Callable[[], object]) -> None:
        """Call `label`, the method with which a widget writes its texts, now and at every change of the language."""
        self.language_changed.connect(label)
        label()

    def put_font(self, widget: QWidget, larger: float, *, bold: bool = False) -> None:
        """Make a widget's text `larger` times as large as the usual text, now and at every change of the text size."""
        widget.setProperty(_FONT, f"{larger} {bold}")
        self._set_font(widget)

    def put_icon(
        self, widget: QAbstractButton | QLabel, name: str, tone: str = "text", side: int = _SIGN_SIDE
    ) -> None:
        """Draw an icon of `resources/icons` on a button or label, now and again at every change of the palette.

        The icon grows with the texts; `side` is its width and height at their usual size.
        `tone` is the name of a colour in the palette; the icon is drawn in that colour.
        """
        widget.setProperty(_ICON, f"{name} {tone} {side}")
        self._draw(widget)

    def _on_focus_changed(self, _former: QWidget | None, focused: QWidget | None) -> None:
        self.focus_moved.emit(focused)

    def _dress(self) -> None:
        """Apply the palette and the text size to all widgets.

        At a new style sheet Qt gives each widget the font that the widget had at the former one. So fonts and icons
        are put on again after every style sheet, whatever has changed.
        """
        self._colours = wear(self._app, self._palette)
        for widget in self._app.allWidgets():
            if widget.property(_FONT) is not None:
                self._set_font(widget)
            if widget.property(_ICON) is not None and isinstance(widget, QAbstractButton | QLabel):
                self._draw(widget)

    def _set_font(self, widget: QWidget) -> None:
        larger, bold = str(widget.property(_FONT)).split(" ")
        font = self._app.font()
        font.setPointSizeF(font.pointSizeF() * float(larger))
        font.setBold(bold == "True")
        widget.setFont(font)

    def _draw(self, widget: QAbstractButton | QLabel) -> None:
        name, tone, side = str(widget.property(_ICON)).split(" ")
        drawn = icon(name, getattr(self._colours, tone))
        size = round(int(side) * self._text_size / 100)
        if isinstance(widget, QLabel):
            widget.setPixmap(drawn.pixmap(size, size))
        else:
            widget.setIcon(drawn)
            widget.setIconSize(QSize(size, size))


class Dressed:
    """Mixin for widgets that show translated texts or the palette's colours.

    The widget must first set `_look` to the program's `Appearance`. After that, `_say` and `_colours` give the current
    wording and colours.
    """

    _look: Appearance

    @property
    def _say(self) -> Wording:
        return self._look.say

    @property
    def _colours(self) -> Colours:
        return self._look.colours
