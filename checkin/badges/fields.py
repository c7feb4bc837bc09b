"""The fields that a badge can show: `FIELDS` has their names, labels, samples and functions that give their values."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.domain.codes import Code
from checkin.domain.own_values import chosen, own_values
from checkin.domain.programme import Category, FieldKind, LocalText, ShownOn
from checkin.text import name_of_delegation

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from checkin.domain.delegates import Delegate
    from checkin.domain.programme import Event
    from checkin.domain.registration import Registration


@dataclass(frozen=True, slots=True)
class BadgeOnPaper:
    """The contents of one badge: its delegate, its code, and the category that gives its colour.

    A badge that was not issued yet has no code (None). Only a preview shows such a badge, with the text `unissued` in
    place of the code. `photo` is the delegate's photo as a JPEG; b"" if there is none, or if the layout shows none.
    """

    delegate: Delegate
    code: Code | None
    category: Category
    unissued: str = ""
    photo: bytes = b""

    @classmethod
    def of(cls, event: Event, registration: Registration, *, unissued: str = "", photo: bytes = b"") -> Self:
        """The badge of a delegate who is registered for this event.

        The native name is left out if the delegate's badge shows only the Latin name (`latin_only`).
        """
        delegate, badge = registration.delegate, registration.badge
        unknown = Category(delegate.category, delegate.category[:1], LocalText.of(delegate.category))
        category = event.categories.get(delegate.category, unknown)
        code = Code(badge.code) if badge is not None else None
        return cls(delegate.on_badge, code, category, unissued, photo)


@dataclass(frozen=True, slots=True)
class BadgeField:
    """A field that a badge layout can show; `value` is a function that returns the field's text for a badge.

    `label` is the field's name for people, and `sample` an example of its text.
    """

    name: str
    label: str
    sample: str
    value: Callable[[BadgeOnPaper, Event], str]


def _delegation(badge: BadgeOnPaper, event: Event) -> str:
    """The name of the delegate's delegation in the event's language; the first name if the delegation has several."""
    return name_of_delegation(event, badge.delegate.delegation).in_language(event.description.language)


def _own(badge: BadgeOnPaper, event: Event) -> str:
    """What the event's own fields say that badges show: a text or a choice alone, a number or a day after its name.

    Of a field for yes or no, the name stands there if the value is yes.
    """
    language, told = event.description.language, []
    for field, value in own_values(event, badge.delegate, ShownOn.BADGE):
        name, words = (text.in_language(language) for text in (field.name, chosen(field, value)))
        if field.kind is FieldKind.YES_NO:
            told.append(name if value is True else "")
        else:
            told.append(f"{name} {words}" if field.kind in {FieldKind.NUMBER, FieldKind.DATE} else words)
    return " · ".join(filter(None, told))


FIELDS: Final = (
    BadgeField(
        "honorific",
        "Title of the name",
        "H.E. Dr.",
        lambda badge, _event: (
            badge.delegate.honorific if badge.delegate.latin_name else badge.delegate.native_honorific
        ),
    ),
    BadgeField("name", "Name", "SOK Sopheap", lambda badge, _event: badge.delegate.name),
    BadgeField(
        "second_name",
        "Native name below a Latin one",
        "សុខ សុភាព",
        lambda badge, _event: badge.delegate.other_name,
    ),
    BadgeField(
        "second_honorific",
        "Title of the native name below a Latin one",
        "ឯកឧត្តម",
        lambda badge, _event: badge.delegate.native_honorific if badge.delegate.other_name else "",
    ),
    BadgeField("family_name", "Family name", "SOK", lambda badge, _event: badge.delegate.family_name),
    BadgeField("given_name", "Given name", "Sopheap", lambda badge, _event: badge.delegate.given_name),
    BadgeField("native_name", "Native name", "សុខ សុភាព", lambda badge, _event: badge.delegate.native_name),
    BadgeField(
        "position",
        "Position",
        "Director",
        lambda badge, _event: badge.delegate.position or badge.delegate.native_position,
    ),
    BadgeField(
        "native_position",
        "Position in native script",
        "នាយក",
        lambda badge, _event: badge.delegate.native_position,
    ),
    BadgeField(
        "organisation",
        "Organisation",
        "Ministry of Foreign Affairs",
        lambda badge, _event: badge.delegate.organisation or badge.delegate.native_organisation,
    ),
    BadgeField(
        "native_organisation",
        "Organisation in native script",
        "ក្រសួងការបរទេស",
        lambda badge, _event: badge.delegate.native_organisation,
    ),
    BadgeField("delegation", "Delegation", "Cambodia", _delegation),
    BadgeField("country", "Country", "Cambodia", lambda badge, _event: badge.delegate.country),
    BadgeField(
        "represents",
        "Country, or delegation where there is none",
        "Cambodia",
        lambda badge, event: badge.delegate.country or _delegation(badge, event),
    ),
    BadgeField("note", "Public note", "Seat A3", lambda badge, _event: badge.delegate.public_note),
    BadgeField("own", "Fields of the event's own", "No photograph", _own),
    BadgeField("letter", "Letter of the category", "M", lambda badge, _event: badge.category.letter),
    BadgeField(
        "category",
        "Category",
        "Ministries",
        lambda badge, event: badge.category.name.in_language(event.description.language),
    ),
    BadgeField(
        "code",
        "Code in groups",
        "B7K2-9QXM-4TZD-0V5N",
        lambda badge, _event: badge.code.in_groups if badge.code is not None else "",
    ),
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
    """The language in whose style Chinese (Han) characters are drawn on the delegate's badge.

    This is "ja" or "ko" if the delegate's country is Japan or South Korea, otherwise the delegate's own language.
    """
    return _HAN_BY_COUNTRY.get(delegate.country.strip().casefold(), delegate.language)


_OF_THE_EVENT: Final = frozenset({"event", "venue", "category"})
"""Fields that are alike on all badges of the event or of a category; the letter and the colour tell the category."""


def face_of(badge: BadgeOnPaper, event: Event) -> str:
    """A hash of what a badge shows of its delegate: the texts, the photo, the category's letter and colour, the code.

    A printed badge is out of date if this hash has changed since the printing. The layout and the texts that are the
    same on all badges are not included. The photo is included whether or not the layout shows photos.
    """
    shown = [
        f"{field.name}={text}"
        for field in sorted(FIELDS, key=lambda field: field.name)
        if field.name not in _OF_THE_EVENT and (text := field.value(badge, event))
    ]
    # A badge without a photo has the face that it had before there were photos.
    photo = (f"photo={badge.delegate.photo}",) if badge.delegate.photo else ()
    content = "\n".join((*shown, *photo, f"colour={badge.category.colour}"))
    return hashlib.sha256(content.encode()).hexdigest()[:32]
