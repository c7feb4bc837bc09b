"""Finds time zones by city and country, in the languages of the program, and names them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

from checkin.text.keys import SOFT_BREAKS, search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from babel import Locale

_AT_SOFT_BREAKS: Final = {ord(character): " " for character in SOFT_BREAKS}
UTC_NAME: Final = "Etc/UTC"
"""The name of the time zone UTC, which a computer has if no place was set; an event can be held in UTC too."""

_CITIES: Final[Mapping[str, tuple[str, ...]]] = {
    "Africa/Casablanca": ("Rabat",),
    "Africa/Johannesburg": ("Pretoria", "Cape Town", "Le Cap"),
    "America/New_York": ("Washington", "Boston", "USA"),
    "America/Los_Angeles": ("San Francisco",),
    "America/Sao_Paulo": ("Brasilia", "Rio de Janeiro"),
    "America/Toronto": ("Ottawa", "Montreal"),
    "Asia/Dubai": ("Abu Dhabi",),
    "Asia/Ho_Chi_Minh": ("Hanoi", "Saigon", "河内", "ហាណូយ"),
    "Asia/Kolkata": ("New Delhi", "Mumbai", "Calcutta", "新德里"),
    "Asia/Karachi": ("Islamabad",),
    "Asia/Kuala_Lumpur": ("Putrajaya",),
    "Asia/Phnom_Penh": ("Siem Reap", "Sihanoukville", "Battambang", "សៀមរាប", "暹粒"),
    "Asia/Shanghai": ("Beijing", "Pekin", "北京", "ប៉េកាំង"),
    "Asia/Yangon": ("Naypyidaw", "Rangoon"),
    "Australia/Sydney": ("Canberra",),
    "Europe/Zurich": ("Geneva", "Genève", "Genf", "Berne", "日内瓦", "ហ្សឺណែវ"),
    "Europe/Berlin": ("Bonn", "Munich"),
    "Europe/London": ("UK",),
    "Europe/Paris": ("Lyon", "Strasbourg"),
    "Pacific/Auckland": ("Wellington",),
}
"""Cities in which conferences are held, and short names of countries, by which no zone is named."""


class Zone(NamedTuple):
    """A time zone by its IANA name, with its country (ISO 3166, "" for none) and the words by which it is found."""

    name: str
    country: str
    words: str


@cache
def all_zones(languages: tuple[str, ...]) -> tuple[Zone, ...]:
    """The time zones of all countries, sorted by name, each with the words by which it is found in these languages."""
    spoken = [_locale(language) for language in languages]
    keys: dict[str, str] = {}
    return tuple(
        Zone(name, country, _words((*_names(name, country, spoken), *_CITIES.get(name, ())), keys))
        for name, country in sorted(_countries().items())
    )


def find_zones(text: str, languages: tuple[str, ...]) -> list[str]:
    """The names of the time zones that have every word of this text; those whose city begins with the text come first.

    A word is found by its first letters or, in a script without spaces between words, by any of its letters. A text
    without words finds nothing.
    """
    wanted = search_key(text).split()
    if not wanted:
        return []
    found = [zone for zone in all_zones(languages) if all(_has(zone, word) for word in wanted)]
    first = " " + " ".join(wanted)
    return [zone.name for zone in sorted(found, key=lambda zone: not zone.words.startswith(first))]


def city_of(name: str, language: str) -> str:
    """The city in the name of a time zone, in this language, or in English if Babel does not know the city."""
    if name == UTC_NAME:
        return "UTC"
    return _city(name, _locale(language))


def country_of(name: str, language: str) -> str:
    """The country of a time zone, in this language; "" for a zone of no country."""
    return str(_locale(language).territories.get(_countries().get(name, ""), ""))


def _has(zone: Zone, word: str) -> bool:
    return f" {word}" in zone.words or (not word.isascii() and word in zone.words)


def _words(names: Iterable[str], keys: dict[str, str]) -> str:
    """The search keys of these names, each name once and after a space; `keys` holds those that are known already.

    A name with an apostrophe has a second key, in which a word begins after the apostrophe.
    """
    for name in names:
        if name not in keys:
            apart = dict.fromkeys((search_key(name), search_key(name.translate(_AT_SOFT_BREAKS))))
            keys[name] = "".join(f" {key}" for key in apart if key)
    return "".join(dict.fromkeys(keys[name] for name in names))


def _names(name: str, country: str, spoken: Iterable[Locale]) -> tuple[str, ...]:
    """The names of a zone: its city in each language, its IANA name, its country in each language, and the code."""
    cities = [_city(name, each) for each in spoken]
    countries = [str(each.territories.get(country, "")) for each in spoken]
    return (*cities, name, *countries, country)


def _city(name: str, language: Locale) -> str:
    from babel.core import get_global  # noqa: PLC0415 - 50 ms that the window need not wait for

    known = language.time_zones.get(get_global("zone_aliases").get(name, name), {})
    return str(known.get("city") or name.rpartition("/")[2].replace("_", " "))


@cache
def _countries() -> dict[str, str]:
    """The country of each time zone, by the zone's name, as the database of zones lists them."""
    table = files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {**{row[2]: row[0] for row in rows}, UTC_NAME: ""}


@cache
def _locale(language: str) -> Locale:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - 50 ms that the window need not wait for

    try:
        return Locale.parse(language)
    except (ValueError, UnknownLocaleError):
        return Locale.parse("en")
