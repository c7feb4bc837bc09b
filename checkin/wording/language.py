"""One language: looks up sentences in its catalogue, and writes times, days and the names of languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date, datetime
    from gettext import NullTranslations
    from zoneinfo import ZoneInfo

    from checkin.domain.programme import LocalText

_DAYS_OF_A_WEEK: Final = 7


def marked(text: str) -> str:
    """Mark a sentence in a module-level table for translation, and return it unchanged.

    `Language.text` translates it when it is shown.
    """
    return text


_KEYS = (marked("Enter"), marked("Esc"), marked("Shift"), marked("Tab"))
"""The keys that are called otherwise on the keyboards of some languages; `Language.keys` translates them."""


class Language:
    """One language with its sentences; `code` is its ISO 639 code: `en`, `fr`, `km`, `zh`."""

    def __init__(self, code: str, catalogue: NullTranslations) -> None:
        """Use the sentences of this catalogue."""
        self.code = code
        self._catalogue = catalogue

    def text(self, english: str) -> str:
        """The sentence in this language, or in English if the catalogue lacks it.

        The call must contain the sentence as a literal, so that the sentence can be extracted. Values are filled in
        afterwards: `text("{arrived} of {expected} arrived").format(arrived=…, expected=…)`.
        """
        return self._catalogue.gettext(english) if english else ""

    def many(self, one: str, several: str, count: int, **values: str | int) -> str:
        """The sentence in singular or plural, as this number requires, with the number and the other values filled in.

        For example, `many("{count} row", "{count} rows", 3)`.
        """
        return self._catalogue.ngettext(one, several, count).format(count=count, **values)

    def about(self, what: str, words: str) -> str:
        """What the words are about, and the words, with a colon between them as this language sets it."""
        return self.text("{what}: {words}").format(what=what, words=words)

    def keys(self, keys: str) -> str:
        """A chord of keys, such as Ctrl+Shift+Enter, with the names that stand on this language's keyboards."""
        return "+".join(self.text(name) for name in keys.split("+"))

    def with_key(self, words: str, keys: str) -> str:
        """The words on a button with the keys that press the button."""
        return f"{words}   {self.keys(keys)}"

    def local(self, text: LocalText) -> str:
        """The organiser's own text in this language; if it does not exist in this language, in another one."""
        return text.in_language(self.code)

    def time(self, moment: datetime, zone: ZoneInfo) -> str:
        """The time of day on the venue's clock, in 24-hour form: 09:12."""
        return moment.astimezone(zone).strftime("%H:%M")

    def when(self, moment: datetime, now: datetime, zone: ZoneInfo) -> str:
        """The time on the venue's clock; of another day than that of `now`, with its day: Monday 08:30.

        The name of the day tells which day it is for a week; a moment further away has its date instead.
        """
        days = (now.astimezone(zone).date() - moment.astimezone(zone).date()).days
        if days == 0:
            return self.time(moment, zone)
        if abs(days) >= _DAYS_OF_A_WEEK:
            return self.moment(moment, zone)
        from babel.dates import format_date  # noqa: PLC0415 - 20 ms that a scan need not wait for

        name = format_date(moment.astimezone(zone).date(), "EEEE", locale=self.code)
        return f"{name} {self.time(moment, zone)}"

    def moment(self, moment: datetime, zone: ZoneInfo) -> str:
        """The day and the time on the venue's clock."""
        return f"{self.short_day(moment.astimezone(zone).date())} {self.time(moment, zone)}"

    def day(self, day: date) -> str:
        """The day in full, with its name: Tuesday, November 24, 2026."""
        return _babel_date(day, "full", self.code)

    def short_day(self, day: date) -> str:
        """The day in short form: Nov 24, 2026."""
        return _babel_date(day, "medium", self.code)

    def day_of_year(self, day: date) -> str:
        """The day without its year: Nov 24."""
        from babel.dates import format_skeleton  # noqa: PLC0415 - 20 ms that a scan need not wait for

        return format_skeleton("MMMd", day, locale=self.code)

    def language_name(self, code: str, *, own: bool = False) -> str:
        """The name of a language in this language, or with `own` in the named language itself.

        An unknown code is returned unchanged.
        """
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - 20 ms that a scan need not wait for

        try:
            known = Locale.parse(code, sep="-" if "-" in code else "_")
        except (ValueError, UnknownLocaleError):
            # The shipped program has Babel's data of its own languages only; they name the other languages.
            return str(Locale.parse(self.code).languages.get(code, code))
        return known.get_display_name(code if own else self.code) or code


def _babel_date(day: date, form: str, code: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - 20 ms that a scan need not wait for

    return format_date(day, form, locale=code)
