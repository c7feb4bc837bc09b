"""One language: looks up translated sentences, and writes times, days and the names of languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date, datetime
    from gettext import NullTranslations
    from zoneinfo import ZoneInfo

    from checkin.domain.programme import LocalText

_DAYS_OF_A_WEEK: Final = 7


def marked(text: str) -> str:
    """Return the text unchanged; the call marks the text as a sentence that must be translated.

    The call is needed for sentences in the constants of a module. `Language.text` translates such a sentence when the
    program shows it.
    """
    return text


_KEYS = (marked("Enter"), marked("Esc"), marked("Shift"), marked("Tab"))
"""The keys that are called otherwise on the keyboards of some languages; `Language.keys` translates them."""


class Language:
    """One language with its translated sentences; `code` is its ISO 639 code: `en`, `fr`, `km`, `zh`."""

    def __init__(self, code: str, catalogue: NullTranslations) -> None:
        """Use the translations in this catalogue."""
        self.code = code
        self._catalogue = catalogue

    def text(self, english: str) -> str:
        """The translation of an English sentence into this language; the sentence itself if it has no translation.

        The argument must be a string literal, so that `wording.update` finds the sentence. Fill in values
        afterwards: `text("{arrived} of {expected} arrived").format(arrived=…, expected=…)`.
        """
        return self._catalogue.gettext(english) if english else ""

    def many(self, one: str, several: str, count: int, **values: str | int) -> str:
        """The translation of a sentence in the singular or plural form that the number `count` requires.

        `one` and `several` are the two English forms. The number and the other values are filled in: for example,
        `many("{count} row", "{count} rows", 3)` is "3 rows" in English.
        """
        return self._catalogue.ngettext(one, several, count).format(count=count, **values)

    def about(self, what: str, words: str) -> str:
        """Two texts with a colon between them, with the spaces that this language requires: "Name: words"."""
        return self.text("{what}: {words}").format(what=what, words=words)

    def keys(self, keys: str) -> str:
        """A keyboard shortcut, such as Ctrl+Shift+Enter, with the names of its keys in this language."""
        return "+".join(self.text(name) for name in keys.split("+"))

    def with_key(self, words: str, keys: str) -> str:
        """The label of a button: the text `words`, followed by the button's keyboard shortcut `keys`."""
        return f"{words}   {self.keys(keys)}"

    def local(self, text: LocalText) -> str:
        """The organiser's text in this language, or in another language if the text does not exist in this one."""
        return text.in_language(self.code)

    def time(self, moment: datetime, zone: ZoneInfo) -> str:
        """The time of day on the venue's clock, in 24-hour form: 09:12."""
        return moment.astimezone(zone).strftime("%H:%M")

    def when(self, moment: datetime, now: datetime, zone: ZoneInfo) -> str:
        """The time on the venue's clock: 08:30 if it is on the day of `now`, Monday 08:30 if it is on another day.

        If the time is a week or more from `now`, it has its date instead of the name of the day.
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
        """The date and the time on the venue's clock: Nov 24, 2026 09:12."""
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

    def weekday(self, day: date) -> str:
        """The day without its year, with the short name of the day of the week: Tue, Nov 24."""
        from babel.dates import format_skeleton  # noqa: PLC0415 - 20 ms that a scan need not wait for

        return format_skeleton("MMMEd", day, locale=self.code)

    def language_name(self, code: str, *, own: bool = False) -> str:
        """The name of the language with this code: in this language, or in the named language itself if `own` is True.

        A code that is not known is returned unchanged.
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
