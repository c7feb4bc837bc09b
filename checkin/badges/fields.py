"""The fields of a badge: one table of their names, labels, samples and values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.domain.codes import Code
    from checkin.domain.delegates import Delegate
    from checkin.domain.programme import Category, Event


@dataclass(frozen=True, slots=True)
class BadgeOnPaper:
    """What one badge shows: whose it is, its code, and the category that colours it."""

    delegate: Delegate
    code: Code
    category: Category


@dataclass(frozen=True, slots=True)
class BadgeField:
    """Something that a layout can show; `value` takes the badge and the event."""

    name: str
    label: str
    sample: str
    value: Callable[[BadgeOnPaper, Event], str]


FIELDS: Final = (
    BadgeField("honorific", "Honorific", "H.E. Dr.", lambda badge, _event: badge.delegate.honorific),
    BadgeField("name", "Name", "SOK Sopheap", lambda badge, _event: badge.delegate.name),
    BadgeField(
        "second_name",
        "Native name below a Latin one",
        "សុខ សុភាព",
        lambda badge, _event: badge.delegate.native_name if badge.delegate.latin_name else "",
    ),
    BadgeField("family_name", "Family name", "SOK", lambda badge, _event: badge.delegate.family_name),
    BadgeField("given_name", "Given name", "Sopheap", lambda badge, _event: badge.delegate.given_name),
    BadgeField("native_name", "Native name", "សុខ សុភាព", lambda badge, _event: badge.delegate.native_name),
    BadgeField("position", "Position", "Director", lambda badge, _event: badge.delegate.position),
    BadgeField(
        "organisation",
        "Organisation",
        "Ministry of Foreign Affairs",
        lambda badge, _event: badge.delegate.organisation,
    ),
    BadgeField("delegation", "Delegation", "Cambodia", lambda badge, _event: badge.delegate.delegation),
    BadgeField("country", "Country", "Cambodia", lambda badge, _event: badge.delegate.country),
    BadgeField(
        "represents",
        "Country, or delegation where there is none",
        "Cambodia",
        lambda badge, _event: badge.delegate.country or badge.delegate.delegation,
    ),
    BadgeField("note", "Public note", "Seat A3", lambda badge, _event: badge.delegate.public_note),
    BadgeField("letter", "Letter of the category", "M", lambda badge, _event: badge.category.letter),
    BadgeField(
        "category",
        "Category",
        "Ministries",
        lambda badge, event: badge.category.name.in_language(event.description.language),
    ),
    BadgeField("code", "Code in groups", "B7K2-9QXM-4TZD-0V5N", lambda badge, _event: badge.code.in_groups),
    BadgeField(
        "event",
        "Title of the event",
        "Forum on Security Co-operation",
        lambda _badge, event: event.description.title.in_language(event.description.language),
    ),
    BadgeField(
        "venue",
        "Venue",
        "Phnom Penh",
        lambda _badge, event: event.description.venue.in_language(event.description.language),
    ),
)

BY_NAME: Final = {field.name: field for field in FIELDS}

_HAN_BY_COUNTRY: Final = {
    name: language
    for language, names in {
        "ja": ("japan", "japon", "日本", "日本国", "ជប៉ុន"),
        "ko": (
            "korea",
            "south korea",
            "republic of korea",
            "corée du sud",
            "république de corée",
            "대한민국",
            "한국",
            "កូរ៉េខាងត្បូង",
            "សាធារណរដ្ឋកូរ៉េ",
        ),
    }.items()
    for name in names
}


def han_language(delegate: Delegate) -> str:
    """Whose forms the delegate's Han characters take: "ja", "ko", or "" for Chinese ones."""
    return _HAN_BY_COUNTRY.get(delegate.country.strip().casefold(), delegate.language)
