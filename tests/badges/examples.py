"""A badge and the event that it belongs to, to be changed at will."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checkin.badges import BadgeOnPaper
from checkin.domain.codes import Code
from checkin.domain.delegates import Delegate
from checkin.domain.programme import Category, Event, EventDescription, LocalText

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
    return BadgeOnPaper(Delegate("d1", **(known | details)), Code(code), category)


def in_languages(*codes: str) -> Event:
    """The forum whose organisers speak these languages."""
    return replace(FORUM, description=replace(FORUM.description, languages=codes))
