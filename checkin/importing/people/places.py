"""The names of countries, by which a heading between the rows of a list is known for a country."""

from __future__ import annotations

from functools import cache
from typing import Final

from checkin.text import search_key

_LANGUAGES: Final = (
    "en", "fr", "de", "es", "pt", "it", "nl", "da", "pl", "cs", "hu", "tr", "ru", "ar", "km", "th", "lo", "my", "vi",
    "id", "ms", "fil", "zh", "zh_Hant", "ja", "ko", "hi", "mn",
)  # fmt: skip
_FURTHER: Final = (
    "Lao PDR", "Viet Nam", "Brunei Darussalam", "Korea", "Republic of Korea", "Russian Federation", "Türkiye", "USA",
    "UK",
    "United States of America", "Czech Republic", "Timor-Leste", "Burma", "DPRK", "European Union", "Holy See",
    "Islamic Republic of Iran", "Syrian Arab Republic", "People's Republic of China", "Hong Kong", "Macao",
)  # fmt: skip
"""Names that the United Nations and lists of participants use, beside those of CLDR."""


@cache
def _countries() -> frozenset[str]:
    from babel import Locale  # noqa: PLC0415 - only a list with headings between its rows needs the names

    names = {search_key(name) for name in _FURTHER}
    for language in _LANGUAGES:
        territories = Locale.parse(language).territories
        names |= {search_key(name) for code, name in territories.items() if code.isalpha()}
    return frozenset(names - {""})


def is_country(text: str) -> bool:
    """Whether the text is the name of a country or territory, in one of the languages of lists."""
    key = search_key(text)
    return key in _countries() or key.removeprefix("the ") in _countries()
