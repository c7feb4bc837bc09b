"""Check the program itself: take a delegate with a Khmer name from registration to the door, in a temporary event."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import pypdfium2
import zxingcpp

from checkin import assets
from checkin.desk.arrive import arrive
from checkin.desk.bring_programme import plan
from checkin.desk.check import check
from checkin.desk.find import find
from checkin.desk.new_event import preset
from checkin.desk.open_event import new_event
from checkin.desk.preview_badge import preview
from checkin.desk.register import register
from checkin.desk.report import report
from checkin.desk.scan_at_door import scan
from checkin.desk.staff import Staff
from checkin.domain.admission import Admitted
from checkin.domain.delegates import Field
from checkin.importing.definition import read_definition
from checkin.paper.icu import languages_by_words
from checkin.reports import write_report
from checkin.text import find_zones
from checkin.wording import in_language

if TYPE_CHECKING:
    from checkin.domain.delegates import Details
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile

_STAFF: Final = Staff("self-check", "self-check")
_NATIVE: Final = "សុខ សុភាព"
_OPENING: Final = "opening"
_ZONE: Final = "Asia/Phnom_Penh"
_ENGLISH: Final = in_language("en")
Step: TypeAlias = tuple[str, Callable[[], bool]]
_PIXELS_PER_POINT: Final = 4.0


def steps() -> list[Step]:
    """The steps of the self-check in order, each a name and a function.

    A step has failed if its function returns False or raises an error.
    """
    trial = _Trial()
    return [
        ("make an event file", trial.make_event),
        ("register and find a participant in Khmer", trial.register_and_find),
        ("record the arrival and issue a badge", trial.receive),
        ("find words in Khmer, Thai, Lao and Burmese", trial.find_words),
        ("draw the badge and read its code back", trial.draw_and_read_back),
        ("admit the badge at a door", trial.admit),
        ("write the programme as a calendar and read it back", trial.write_calendar),
        ("verify the event file", trial.verify),
        ("begin an event of each kind, in the time zone of a city", _begins_events),
    ]


def _begins_events() -> bool:
    """Whether the presets are there, and the names of cities by which a time zone is searched."""
    kinds = assets.presets()
    has_categories = all(preset(name).categories for name in kinds)
    return bool(kinds) and has_categories and find_zones("Phnom Penh", (_ENGLISH.code,))[:1] == [_ZONE]


class _Trial:
    """One throw-away event with one delegate, on which the self-check performs its steps."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="checkin-self-check-", ignore_cleanup_errors=True)
        self._file: EventFile
        self._registration: Registration
        self._code = ""

    def make_event(self) -> bool:
        event = read_definition(assets.demo("forum.toml"))
        self._file = new_event(Path(self._folder.name) / "self-check.event", event, _STAFF)
        return _OPENING in self._file.event.sessions

    def register_and_find(self) -> bool:
        details: Details = {Field.FAMILY_NAME: "Sok", Field.NATIVE_NAME: _NATIVE, Field.CATEGORY: "S"}
        self._registration = register(self._file, _STAFF, details)
        return [each.delegate.native_name for each in find(self._file, "សុ")] == [_NATIVE]

    def receive(self) -> bool:
        opening = self._file.event.sessions[_OPENING]
        (answer,) = arrive(self._file, _STAFF, [self._registration.delegate.id], opening.doors_open)
        self._code = answer.code
        return bool(answer.code)

    def find_words(self) -> bool:
        """Whether this installation has the ICU library; always True on other systems than Linux and Windows."""
        return sys.platform not in {"linux", "win32"} or languages_by_words()[1] == ()

    def draw_and_read_back(self) -> bool:
        (registration,) = find(self._file, self._code)
        with pypdfium2.PdfDocument(preview(self._file, registration, unissued="").pdf) as pdf:
            page = pdf[0]
            read = zxingcpp.read_barcodes(page.render(scale=_PIXELS_PER_POINT).to_pil())
            text = page.get_textpage().get_text_range()
        return [code.text for code in read] == [self._code] and "សុខ" in text

    def admit(self) -> bool:
        opening = self._file.event.sessions[_OPENING]
        return isinstance(scan(self._file, _STAFF, _OPENING, self._code, opening.start).verdict, Admitted)

    def write_calendar(self) -> bool:
        """Whether the calendar that is written says of each session what the event says."""
        calendar, event = Path(self._folder.name) / "programme.ics", self._file.event
        made = report(self._file, "programme", max(each.start for each in event.sessions.values()), _ENGLISH)
        write_report(made, calendar, event, _ENGLISH)
        brought = plan(self._file, calendar).plan
        return brought.same == len(event.sessions_by_time()) and not brought.new and not brought.changed

    def verify(self) -> bool:
        is_whole = check(self._file, lambda _: None).is_whole
        self._file.close()
        self._folder.cleanup()
        return is_whole
