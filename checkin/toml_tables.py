"""Reading a TOML file table by table and key by key; an error about a mistake names the file, the table and the key."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, Never, Self, TypeVar

from checkin.errors import CheckinError
from checkin.plain_text import plain
from checkin.toml_text import MOST_BYTES, UnreadableTomlError, parsed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum
    from pathlib import Path

_Choice = TypeVar("_Choice", bound="StrEnum")
_LONGEST_QUOTED: Final = 300
_LONGEST_TEXT: Final = 20_000
_FIRST_YEAR, _LAST_YEAR = 1900, 2999
_MOST: Final = 1_000_000_000


@dataclass(slots=True)
class TomlTable:
    """One table of a TOML file, whose methods read and check the values by key.

    `what` names the kind of file, such as "The event's definition", and begins every message about a mistake. `place`
    names the table in these messages.
    """

    what: str
    file: str
    place: str
    values: dict[str, object]
    asked: set[str] = field(default_factory=set)
    """The keys whose values were read so far."""

    @classmethod
    def of_file(cls, path: Path, what: str, place: str) -> Self:
        """Read a TOML file and return its content as one table.

        Raises CheckinError if the file cannot be read or is not TOML.
        """
        try:
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise CheckinError(
                f"{what} cannot be read", f"{path}: {error.strerror}. Check the name and try again."
            ) from error
        try:
            values = parsed(content)
        except UnreadableTomlError as error:
            raise CheckinError(
                f"{what} is not valid TOML", f"{path.name}: {error}. Correct the file and try again."
            ) from error
        return cls(what, path.name, place, values)

    def at(self, place: str, values: dict[str, object]) -> Self:
        """Another table of the same file, with these values; `place` names the table in messages about mistakes."""
        return type(self)(self.what, self.file, place, values)

    def only(self, keys: Iterable[str]) -> None:
        """Raise CheckinError if the table has a key that is not among `keys`."""
        known = list(keys)
        for key in self.values:
            if key not in known:
                self.wrong(key, f"is not known here; known are {', '.join(known)}")

    def done(self) -> None:
        """Raise CheckinError if the table has a key whose value was never read.

        Otherwise a misspelt key would be ignored silently.
        """
        self.only(sorted(self.asked))

    def wrong(self, key: str, what: str) -> Never:
        """Raise a CheckinError about the key; `what` says what is wrong, such as "must be true or false"."""
        raise CheckinError(
            f"{self.what} has a mistake",
            f"{self.file}: {_short(self.place)}: {_short(key)} {_short(what)}. Correct the file and try again.",
        )

    def tables(self, key: str) -> list[dict[str, object]]:
        """The array of tables under the key; [] if there is none. CheckinError if the value is anything else."""
        value = self._value(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.wrong(key, f"must be written as tables: [[{key}]]")
        return value

    def table(self, key: str) -> dict[str, object]:
        """The table under the key; {} if there is none. CheckinError if the value is no table."""
        value = self._value(key, {})
        if not isinstance(value, dict):
            self.wrong(key, f"must be written as a table: [{key}]")
        return value

    def words(self, key: str, default: str | None = None) -> str:
        """The text under the key, without control characters. CheckinError if the value is no text, or is missing.

        If the key is missing, the text is `default`, unless this is None.
        """
        value = self._value(key, default)
        if not isinstance(value, str):
            self.wrong(key, "is missing" if value is None else "must be a text in quotation marks")
        return self._plain(key, value)

    def names(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The list of texts under the key; `default` if the key is missing. CheckinError for any other value."""
        value = self._value(key, list(default))
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            self.wrong(key, 'must be a list of texts: ["…", "…"]')
        return tuple(self._plain(key, text) for text in value)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false, as it is under the key; `default` if the key is missing. CheckinError for any other value."""
        value = self._value(key, default)
        if not isinstance(value, bool):
            self.wrong(key, "must be true or false")
        return value

    def count(self, key: str) -> int | None:
        """The whole number under the key, 0 or more; None if the key is missing. CheckinError for any other value."""
        value = self._value(key)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST:
            self.wrong(key, f"must be a whole number, 0 or more, and at most {_MOST:,}")
        return value

    def number(self, key: str, default: float | None = None, *, least: float, most: float) -> float:
        """The number under the key. CheckinError unless it is from `least` to `most`.

        If the key is missing, the number is `default`; CheckinError if this is None.
        """
        value = self._value(key, default)
        if value is None:
            self.wrong(key, "is missing")
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            self.wrong(key, f"must be a number from {least:g} to {most:g}, not {value!r}")
        return float(value)

    def day(self, key: str) -> date:
        """The date under the key. CheckinError if the key is missing, or its value is no date."""
        value = self._value(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            self.wrong(
                key, "is missing" if value is None else "must be a date without quotation marks: 2026-11-02"
            )
        self._refuse_odd_year(key, value)
        return value

    def moment(self, key: str, default: datetime | None = None) -> datetime:
        """The date and time under the key, with a time zone only if the file has one (an offset such as +07:00).

        If the key is missing, the time is `default`; CheckinError if this is None.
        """
        value = self._value(key, default)
        if not isinstance(value, datetime):
            self.wrong(
                key,
                "is missing"
                if value is None
                else "must be a time without quotation marks: 2026-11-02T09:00:00",
            )
        self._refuse_odd_year(key, value)
        return value

    def choices(self, key: str, kinds: type[_Choice]) -> tuple[_Choice, ...]:
        """The list of words under the key, as members of the enum `kinds`; each member is given once.

        CheckinError is raised if a word is no value of this enum.
        """
        known = {kind.value: kind for kind in kinds}
        words = self.names(key)
        for word in words:
            if word not in known:
                self.wrong(key, f"holds {word}, which is none of {', '.join(known)}")
        return tuple(known[word] for word in dict.fromkeys(words))

    def choice(self, key: str, default: _Choice) -> _Choice:
        """The word under the key, as a member of the enum of `default`; `default` if the key is missing.

        CheckinError is raised if the word is no value of this enum.
        """
        kinds = type(default)
        value = self._value(key, default.value)
        chosen = next((kind for kind in kinds if kind.value == value), None)
        if chosen is None:
            self.wrong(key, f"must be one of {', '.join(kind.value for kind in kinds)}, not {value!r}")
        return chosen

    def _refuse_odd_year(self, key: str, value: date) -> None:
        if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
            self.wrong(key, f"is in the year {value.year}; years are from {_FIRST_YEAR} to {_LAST_YEAR}")

    def _plain(self, key: str, text: str) -> str:
        if len(text) > _LONGEST_TEXT:
            self.wrong(key, f"is a text of {len(text):,} characters; at most {_LONGEST_TEXT:,} are possible")
        return plain(text)

    def _value(self, key: str, default: object = None) -> object:
        self.asked.add(key)
        return self.values.get(key, default)


def _short(text: str) -> str:
    """The text without control characters, cut where nobody would read on: it quotes a file that has a mistake."""
    return plain(text if len(text) <= _LONGEST_QUOTED else f"{text[:_LONGEST_QUOTED]}…")
