"""A table of a TOML file, read key by key; whatever is wrong is told with file, table and key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Never, TypeVar

from checkin.domain.programme import LocalText
from checkin.errors import CheckinError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

_Choice = TypeVar("_Choice", bound="StrEnum")


@dataclass(frozen=True, slots=True)
class TomlTable:
    """One table of the file; `place` is how the operator finds it: `[[sessions]] opening`."""

    file: str
    place: str
    values: dict[str, object]

    def only(self, keys: Iterable[str]) -> None:
        """CheckinError where the table holds a key that is none of these."""
        known = list(keys)
        for key in self.values:
            if key not in known:
                self.wrong(key, f"is not known here; known are {', '.join(known)}")

    def wrong(self, key: str, what: str) -> Never:
        """Raise the CheckinError that says what is wrong with the key."""
        raise CheckinError(
            "The definition of the event has a mistake",
            f"{self.file}: {self.place}: {key} {what}. Correct the file and try again.",
        )

    def tables(self, key: str) -> list[dict[str, object]]:
        """The array of tables under that key, [] where there is none."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.wrong(key, f"must be written as tables: [[{key}]]")
        return value

    def table(self, key: str) -> dict[str, object]:
        """The table under that key, {} where there is none."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            self.wrong(key, f"must be written as a table: [{key}]")
        return value

    def name(self, key: str, default: str | None = None) -> str:
        """A text that is the same in all languages; a number is taken as it is written."""
        value = self.values.get(key, default)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, dict):
            return str(self.text(key))
        if not isinstance(value, str):
            self.wrong(key, "is missing" if value is None else "must be a text in quotation marks")
        if not value.strip() and default is None:
            self.wrong(key, "is empty")
        return value.strip()

    def text(self, key: str, default: str | None = None) -> LocalText:
        """A text, or a table of texts by language."""
        value = self.values.get(key)
        if not isinstance(value, dict):
            return LocalText.of(self.name(key, default))
        if not value or not all(isinstance(text, str) and text.strip() for text in value.values()):
            self.wrong(key, 'must be a text, or a text for each language: { en = "…", fr = "…" }')
        return LocalText.of({language: text.strip() for language, text in value.items()})

    def names(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of texts."""
        value = self.values.get(key, list(default))
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            self.wrong(key, 'must be a list of texts: ["…", "…"]')
        return tuple(value)

    def texts(self, key: str) -> tuple[LocalText, ...]:
        """A list of texts, each the same in all languages or a table by language."""
        values = self.values.get(key, [])
        if not isinstance(values, list):
            self.wrong(key, 'must be a list of texts: ["…", "…"]')
        return tuple(
            TomlTable(self.file, self.place, {f"{key} {number}": value}).text(f"{key} {number}")
            for number, value in enumerate(values, 1)
        )

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            self.wrong(key, "must be true or false")
        return value

    def count(self, key: str) -> int | None:
        """A whole number, 0 or more; None where there is none."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self.wrong(key, "must be a whole number, 0 or more")
        return value

    def day(self, key: str) -> date:
        """A local date."""
        value = self.values.get(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            self.wrong(
                key, "is missing" if value is None else "must be a date without quotation marks: 2026-11-02"
            )
        return value

    def moment(self, key: str, default: datetime | None = None) -> datetime:
        """A date and time as written: naive for a local one."""
        value = self.values.get(key, default)
        if not isinstance(value, datetime):
            self.wrong(
                key,
                "is missing"
                if value is None
                else "must be a time without quotation marks: 2026-11-02T09:00:00",
            )
        return value

    def choices(self, key: str, kinds: type[_Choice]) -> tuple[_Choice, ...]:
        """Some of a closed list of words."""
        known = {kind.value: kind for kind in kinds}
        words = self.names(key)
        for word in words:
            if word not in known:
                self.wrong(key, f"holds {word}, which is none of {', '.join(known)}")
        return tuple(known[word] for word in dict.fromkeys(words))

    def choice(self, key: str, default: _Choice) -> _Choice:
        """One of a closed list of words."""
        kinds = type(default)
        value = self.values.get(key, default.value)
        chosen = next((kind for kind in kinds if kind.value == value), None)
        if chosen is None:
            self.wrong(key, f"must be one of {', '.join(kind.value for kind in kinds)}")
        return chosen
