"""An input for a text in the languages of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from checkin.domain.programme import LocalText
from checkin.ui.appearance import Dressed
from checkin.ui.frames.inputs import Input, TextLine
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.ui.appearance import Appearance
    from checkin.wording import Wording

NO_TEXT: Final = LocalText()
_ALL: Final = ""
"""The language of a text that is the same in all languages."""
_LEAST_LETTERS: Final = 16
"""The least width of a line, in letters; a form with less room puts the label above the input."""


class LocalTextInput(Input, Dressed):
    """An input for one text: a line for each language of the event, or a single line if there is one language.

    A text for all languages has a line of its own. Languages that have no line keep their words. An empty line shows
    the words that are used in its place.
    """

    def __init__(
        self, look: Appearance, languages: Iterable[str], text: LocalText = NO_TEXT, *, words: str = ""
    ) -> None:
        """`languages` are the codes of the event's languages, and `text` is filled in at the beginning.

        `words` is the accessible name, unless the form gives one.
        """
        super().__init__()
        self._look = look
        self._languages = tuple(languages)
        self._kept: dict[str, str] = {}
        self._example = ""
        self._lines: dict[str, TextLine] = {}
        self._labels: dict[str, PlainLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self.setAccessibleName(words)
        self.set_text(text)
        look.language_changed.connect(self._label)

    def text(self) -> LocalText:
        """The text as it is filled in, without the spaces around words."""
        shown = {language: " ".join(line.text().split()) for language, line in self._lines.items()}
        return LocalText.of({**self._kept, **shown})

    def set_text(self, text: LocalText) -> None:
        """Fill in this text in place of the one before."""
        known = dict(text.by_language)
        shown = self._languages_of_lines(known)
        self._kept = {language: words for language, words in known.items() if language not in shown}
        if shown != tuple(self._lines):
            self._make_lines(shown)
        for language, line in self._lines.items():
            line.setText(known.get(language, ""))
            line.setCursorPosition(0)
        self._show_hints()

    def show_example(self, words: str) -> None:
        """Show these words in the first line as long as no text is filled in."""
        self._example = words
        self._show_hints()

    def set_languages(self, languages: Iterable[str]) -> None:
        """Show lines for these languages in place of those before; the words of the others are kept."""
        text = self.text()
        self._languages = tuple(languages)
        self.set_text(text)

    def content(self) -> LocalText:
        """The text, which a form compares with the text at the beginning."""
        return self.text()

    @property
    def lines(self) -> dict[str, TextLine]:
        """The lines by language; the line for all languages, if there is one, has the language ""."""
        return dict(self._lines)

    def setAccessibleName(self, name: str) -> None:
        """Give this name to the input; each line has it too, with the line's language."""
        super().setAccessibleName(name)
        self._label()

    def setAccessibleDescription(self, description: str) -> None:
        """Give this description to the input and to each line."""
        super().setAccessibleDescription(description)
        for line in self._lines.values():
            line.setAccessibleDescription(description)

    def _languages_of_lines(self, known: dict[str, str]) -> tuple[str, ...]:
        if len(self._languages) > 1:
            return ((_ALL,) if _ALL in known else ()) + self._languages
        only = self._languages[0] if self._languages else _ALL
        return (_ALL,) if only not in known and _ALL in known else (only,)

    def _make_lines(self, languages: tuple[str, ...]) -> None:
        for widget in (*self._lines.values(), *self._labels.values()):
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self._lines = {language: TextLine() for language in languages}
        self._labels = {language: PlainLabel() for language in languages} if len(languages) > 1 else {}
        for row, (language, line) in enumerate(self._lines.items()):
            line.textChanged.connect(self._on_changed)
            line.setMinimumWidth(line.fontMetrics().averageCharWidth() * _LEAST_LETTERS)
            self._grid.addWidget(line, row, 1)
            if language in self._labels:
                self._labels[language].setBuddy(line)
                self._grid.addWidget(self._labels[language], row, 0)
        self.setFocusProxy(next(iter(self._lines.values())))
        self._label()

    def _on_changed(self) -> None:
        self._show_hints()
        self.changed.emit()

    def _show_hints(self) -> None:
        """Show in each empty line of a language the words that are used in its place."""
        text = self.text()
        for number, (language, line) in enumerate(self._lines.items()):
            width = max(line.minimumWidth(), line.width() if line.isVisible() else 0)
            room = width - line.sizeHint().height()
            instead = line.fontMetrics().elidedText(
                text.in_language(language) if language else "", Qt.TextElideMode.ElideRight, room
            )
            line.setPlaceholderText(instead or (self._example if number == 0 and not text else ""))

    def _label(self) -> None:
        name = self.accessibleName()
        for language, line in self._lines.items():
            words = _name_of(language, self._say)
            if language in self._labels:
                self._labels[language].setText(words)
            line.setAccessibleName(self._say.about(name, words) if len(self._lines) > 1 else name)


def _name_of(language: str, say: Wording) -> str:
    return say.language_name(language) if language else say.text("All languages")
