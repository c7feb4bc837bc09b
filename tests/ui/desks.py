"""A real event file with a desk: eight delegates, one clock that stands still, and what the window gives its pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from checkin.desk.find import find
from checkin.desk.register import register
from checkin.desk.staff import Shift, Staff
from checkin.domain.delegates import Field, Status
from checkin.domain.programme import Category, Event, EventDescription, LocalText
from checkin.scanning import Scanners
from checkin.settings import Palette
from checkin.storage.event_file import EventFile
from checkin.tasks import Changes, Tasks
from checkin.ui.page import Parts
from checkin.ui.sounds import Sounds
from checkin.ui.stopped import Stopped
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from checkin.domain.delegates import Value
    from checkin.domain.registration import Registration
    from checkin.errors import CheckinError

NOW: Final = datetime(2026, 9, 14, 1, 46, tzinfo=UTC)
"""08:46 in Phnom Penh."""
STAFF: Final = Staff("Bopha", "Desk 2")
MFA: Final = "Ministry of Foreign Affairs"

PEOPLE: Final[tuple[dict[str, Value], ...]] = (
    {"family_name": "SOK", "given_name": "Sopheap", "native_name": "សុខ សុភាព", "honorific": "H.E.", "delegation": MFA,
     "organisation": MFA, "head_of_delegation": True, "private_note": "met by the protocol officer"},
    {"family_name": "SOK", "given_name": "Sopheap", "organisation": "Royal University", "category": "A"},
    {"family_name": "CHEA", "given_name": "Vanna", "delegation": MFA, "organisation": MFA, "public_note": "Seat A3"},
    {"family_name": "KEM", "given_name": "Rith", "delegation": MFA, "organisation": MFA},
    {"family_name": "MAO", "given_name": "Tevy", "delegation": MFA, "status": Status.BLOCKED,
     "private_note": "ask for the head of security"},
    {"family_name": "LY", "given_name": "Nary", "attention": True},
    {"family_name": "<b>BOLD</b>", "given_name": "& Co", "organisation": "<img src=x>"},
    {"family_name": "MARTIN", "given_name": "Jean-Pierre", "status": Status.CANCELLED},
)  # fmt: skip


def an_event() -> Event:
    """A forum with two categories."""
    about = EventDescription(
        LocalText((("en", "Forum"), ("km", "វេទិកា"))), LocalText.of("Phnom Penh"), "Asia/Phnom_Penh",
        date(2026, 9, 14), date(2026, 9, 15),
    )  # fmt: skip
    known = {
        "M": Category("M", "M", LocalText.of("Ministries"), "#0072B2"),
        "A": Category("A", "A", LocalText.of("Scholars"), "#56B4E9"),
    }
    return Event(about, known)


def an_event_file(path: Path) -> EventFile:
    """The forum with its delegates; all without a badge."""
    file = EventFile.create(path, an_event(), "0123456789ab", STAFF.operator)
    for person in PEOPLE:
        register(file, STAFF, {Field.CATEGORY: "M", **{Field(name): value for name, value in person.items()}})
    return file


@dataclass
class Desk:
    """What pages are made of, and what they told."""

    file: EventFile
    app: QApplication
    language: str = "en"
    palette: Palette = Palette.LIGHT
    now: datetime = NOW
    troubles: list[CheckinError] = field(default_factory=list)
    bugs: list[Exception] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tasks, self.changes = Tasks(), Changes()
        self.tasks.trouble.connect(self.troubles.append)
        self.tasks.bug.connect(self.bugs.append)
        self.scanners = Scanners(self.app)
        self.scanners.start()
        self.look, self.shift = a_look(self.language, self.palette), Shift(STAFF)
        self.parts = Parts(
            self.file, self.shift, self.tasks, self.changes, self.look, self.scanners, Sounds(()), lambda: self.now,
            self.troubles.append, Stopped(self.file, self.troubles.append),
        )  # fmt: skip

    def known(self, text: str) -> Registration:
        """The first delegate whom this text finds, as they are on disk now."""
        return find(self.file, text)[0]

    def close(self) -> None:
        """End the lanes; a fault of the program ends the test."""
        self.scanners.stop()
        self.tasks.close(self.file.close)
        self.file.close()
        assert not self.bugs, self.bugs
