"""A badge and the event that it belongs to, to be changed at will."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checkin.badges import BadgeOnPaper
from checkin.domain.badges import Badge
from checkin.domain.delegates import Delegate
from checkin.domain.programme import Category, Event, EventDescription, LocalText
from checkin.domain.registration import Registration

CODE = "B7K29QXM4TZD0V5N"
MINISTRIES = Category("M", "M", LocalText.of({"en": "Ministries", "km": "ក្រសួង"}), "#0072B2")
FORUM = Event(
    EventDescription(
        LocalText.of({"en": "Security Cooperation: Challenges and Prospects", "km": "វេទិកាសន្តិសុខ"}),
        LocalText.of("Phnom Penh"),
        "Asia/Phnom_Penh",
        date(2027, 3, 15),
        date(2027, 3, 16),
    ),
    {"M": MINISTRIES},
)


def a_badge(*, category: Category = MINISTRIES, code: str = CODE, **details: object) -> BadgeOnPaper:
    known = {
        "honorific": "H.E.",
        "family_name": "Sok",
        "given_name": "Sopheap",
        "native_name": "សុខ សុភាព",
        "position": "Director",
        "organisation": "Ministry of Foreign Affairs",
        "country": "Cambodia",
    }
    event = replace(FORUM, categories={category.code: category})
    return on_paper(Delegate("d1", category=category.code, **(known | details)), event, code)


def on_paper(delegate: Delegate, event: Event = FORUM, code: str = CODE) -> BadgeOnPaper:
    """The badge with this code of a delegate of the event."""
    return BadgeOnPaper.of(event, Registration(delegate, badge=Badge(code, delegate.id)))


def in_languages(*codes: str) -> Event:
    """The forum whose organisers speak these languages."""
    return replace(FORUM, description=replace(FORUM.description, languages=codes))
