"""Reading a TOML file table by table and key by key; an error about a mistake names the file, the table and the key."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Never, Self, TypeVar

from checkin.errors import CheckinError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum
    from pathlib import Path

_Choice = TypeVar("_Choice", bound="StrEnum")


@dataclass(slots=True)
class TomlTable:
    """One table of a TOML file, whose methods read and check the values by key.

    A message about a mistake begins with `what`, and names `place` so that the operator finds the table.
    """

    what: str
    file: str
    place: str
    values: dict[str, object]
    asked: set[str] = field(default_factory=set)
    """The keys that were asked for."""

    @classmethod
    def of_file(cls, path: Path, what: str, place: str) -> Self:
        """The whole file as a table; raises CheckinError if the file cannot be read."""
        try:
            values = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
        except OSError as error:
            raise CheckinError(
                f"{what} cannot be read", f"{path}: {error.strerror}. Check the name and try again."
            ) from error
        except UnicodeDecodeError as error:
            raise CheckinError(
                f"{what} cannot be read",
                f"{path.name} is not a text in UTF-8. Save it as UTF-8 and try again.",
            ) from error
        except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
            raise CheckinError(
                f"{what} is not valid TOML", f"{path.name}: {error}. Correct the file and try again."
            ) from error
        return cls(what, path.name, place, values)

    def at(self, place: str, values: dict[str, object]) -> Self:
        """A table with these values, found at this place of the same file."""
        return type(self)(self.what, self.file, place, values)

    def only(self, keys: Iterable[str]) -> None:
        """Raise CheckinError if the table has a key that is not among `keys`."""
        known = list(keys)
        for key in self.values:
            if key not in known:
                self.wrong(key, f"is not known here; known are {', '.join(known)}")

    def done(self) -> None:
        """Raise CheckinError if the table has a key whose value was never asked for.

        Otherwise a misspelt key would be ignored silently.
        """
        self.only(sorted(self.asked))

    def wrong(self, key: str, what: str) -> Never:
        """Raise the CheckinError that says what is wrong with the key."""
        raise CheckinError(
            f"{self.what} has a mistake",
            f"{self.file}: {self.place}: {key} {what}. Correct the file and try again.",
        )

    def tables(self, key: str) -> list[dict[str, object]]:
        """The array of tables under that key; [] if there is none."""
        value = self._value(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.wrong(key, f"must be written as tables: [[{key}]]")
        return value

    def table(self, key: str) -> dict[str, object]:
        """The table under that key; {} if there is none."""
        value = self._value(key, {})
        if not isinstance(value, dict):
            self.wrong(key, f"must be written as a table: [{key}]")
        return value

    def words(self, key: str, default: str | None = None) -> str:
        """The text under that key, as it is written."""
        value = self._value(key, default)
        if not isinstance(value, str):
            self.wrong(key, "is missing" if value is None else "must be a text in quotation marks")
        return value

    def names(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The list of texts under that key."""
        value = self._value(key, list(default))
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            self.wrong(key, 'must be a list of texts: ["…", "…"]')
        return tuple(value)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """The value under that key, which must be true or false."""
        value = self._value(key, default)
        if not isinstance(value, bool):
            self.wrong(key, "must be true or false")
        return value

    def count(self, key: str) -> int | None:
        """The whole number under that key, 0 or more; None if there is none."""
        value = self._value(key)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self.wrong(key, "must be a whole number, 0 or more")
        return value

    def number(self, key: str, default: float | None = None, *, least: float, most: float) -> float:
        """The number under that key, from `least` to `most`."""
        value = self._value(key, default)
        if value is None:
            self.wrong(key, "is missing")
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            self.wrong(key, f"must be a number from {least:g} to {most:g}, not {value!r}")
        return float(value)

    def day(self, key: str) -> date:
        """The local date under that key."""
        value = self._value(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            self.wrong(
                key, "is missing" if value is None else "must be a date without quotation marks: 2026-11-02"
            )
        return value

    def moment(self, key: str, default: datetime | None = None) -> datetime:
        """The date and time under that key as written; naive if it is written as a local time."""
        value = self._value(key, default)
        if not isinstance(value, datetime):
            self.wrong(
                key,
                "is missing"
                if value is None
                else "must be a time without quotation marks: 2026-11-02T09:00:00",
            )
        return value

    def choices(self, key: str, kinds: type[_Choice]) -> tuple[_Choice, ...]:
        """The list of words under that key, each of which must be one of the allowed words."""
        known = {kind.value: kind for kind in kinds}
        words = self.names(key)
        for word in words:
            if word not in known:
                self.wrong(key, f"holds {word}, which is none of {', '.join(known)}")
        return tuple(known[word] for word in dict.fromkeys(words))

    def choice(self, key: str, default: _Choice) -> _Choice:
        """The word under that key, which must be one of the allowed words."""
        kinds = type(default)
        value = self._value(key, default.value)
        chosen = next((kind for kind in kinds if kind.value == value), None)
        if chosen is None:
            self.wrong(key, f"must be one of {', '.join(kind.value for kind in kinds)}, not {value!r}")
        return chosen

    def _value(self, key: str, default: object = None) -> object:
        self.asked.add(key)
        return self.values.get(key, default)
