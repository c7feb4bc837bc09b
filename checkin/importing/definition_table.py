"""One table of the TOML file that defines an event. The table can hold texts in several languages."""

from __future__ import annotations

from checkin.domain.programme import LocalText
from checkin.domain.things import LONGEST_CODE
from checkin.plain_text import plain
from checkin.toml_tables import TomlTable


class DefinitionTable(TomlTable):
    """A table in the TOML file of an event's definition, whose methods read the values by key.

    `place` names the table in error messages, such as `[[sessions]] opening`.
    """

    __slots__ = ()

    def name(self, key: str, default: str | None = None) -> str:
        """The text under the key; a whole number becomes a text.

        If the file has a text for each language, the English text is returned, or another one if there is none.
        """
        value = self.values.get(key, default)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, dict):
            return str(self.text(key))
        words = self.words(key, default)
        if not words.strip() and default is None:
            self.wrong(key, "is empty")
        return words.strip()

    def code(self) -> str:
        """The code under the key “code”, which has at most `LONGEST_CODE` letters."""
        code = self.name("code")
        if len(code) > LONGEST_CODE:
            self.wrong("code", f"has {len(code):,} letters; at most {LONGEST_CODE} are possible")
        return code

    def text(self, key: str, default: str | None = None) -> LocalText:
        """The text under the key: in the file, one text for all languages, or a table with a text for each language."""
        value = self.values.get(key)
        if not isinstance(value, dict):
            return LocalText.of(self.name(key, default))
        if not value or not all(isinstance(text, str) and text.strip() for text in value.values()):
            self.wrong(key, 'must be a text, or a text for each language: { en = "…", fr = "…" }')
        return LocalText.of(
            {plain(language): self._plain(key, text).strip() for language, text in value.items()}
        )

    def texts(self, key: str) -> tuple[LocalText, ...]:
        """The list of texts under the key: each item is one text for all languages, or a table of texts by language."""
        values = self.values.get(key, [])
        if not isinstance(values, list):
            self.wrong(key, 'must be a list of texts: ["…", "…"]')
        return tuple(
            self.at(self.place, {f"{key} {number}": value}).text(f"{key} {number}")
            for number, value in enumerate(values, 1)
        )
