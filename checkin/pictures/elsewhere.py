"""The scenes of the other pages, of the small windows in front of them, and of the window without an event."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QToolButton

from checkin.desk.guest_list import rows_of
from checkin.errors import CheckinError
from checkin.pictures import guests
from checkin.pictures.scene import Scene
from checkin.recents import RecentEvent, forget_event, remember_event
from checkin.ui.event.event_page import EventPage
from checkin.ui.frames.question import Question
from checkin.ui.import_list.import_page import ImportPage
from checkin.ui.programme.programme_page import ProgrammePage
from checkin.ui.programme.room_input import RoomInput
from checkin.ui.programme.session_fields import SessionField
from checkin.ui.programme.session_form import SessionForm
from checkin.ui.recent_list import RecentList
from checkin.ui.reports.reports_page import ReportsPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checkin.pictures.stage import Stage
    from checkin.ui.guests.guest_view import GuestView

_LIST: Final = (
    ("Reference", "Family name", "Given name", "Organisation", "Category", "Seat"),
    ("F901", "Tep", "Kalyan", "Ministry of Tourism", "M", "D4"),
    ("F902", "O'Brien", "Aoife", "Embassy of Ireland", "D", "D5"),
    ("F903", "Nguyễn", "Thị Hoa", "Lower Mekong Flood Warning Network", "O", "D6"),
    ("F904", "", "", "Ministry of Tourism", "M", "D7"),
    ("F905", "Prak", "Sothea", "Ministry of Tourism", "Ministers", "D8"),
)
"""A list with three new people, a row without a name, a category that is not known, and a column of its own."""
_FIRST_DAY: Final = "first day"
_PROGRAMME: Final = (
    ("Code", "Day", "Start", "End", "Room", "Title", "Capacity"),
    ("press", _FIRST_DAY, "17:30", "18:15", "", "Press conference", "60"),
    ("", _FIRST_DAY, "18:30", "19:30", "Terrace", "Reception of the Lower Mekong Flood Warning Network", ""),
    ("", _FIRST_DAY, "19:30", "half past", "Terrace", "Dinner", "120"),
)
"""A programme that moves a session and has a new one, and a row with a time that cannot be read."""


_PASTED: Final = "F084\tTable 1\tyes\t2\nNotoya Masahiko\tTable 2\nSok\tTable 2\tyes\nF088\tTable 3\tperhaps"
"""A pasted list of guests: two rows are clear, one name means nobody exactly, and one answer is none."""


def _programme_page(stage: Stage) -> ProgrammePage:
    """The Programme page without the form, the question or the check that the scene before has opened."""
    page = stage.turn_to(ProgrammePage)
    page.panel.rest()
    page.close_guests()
    return page


def _programme(stage: Stage) -> None:
    _programme_page(stage).show_session("topic-1")
    stage.settle()


def _programme_clash(stage: Stage) -> None:
    """Move a session by a key into a room where another one is; the next scene undoes this."""
    page = _programme_page(stage)
    page.show_session("press")
    left = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(page.view, left)
    page.view.settle()
    stage.settle()


def _programme_undone(stage: Stage) -> None:
    _programme_page(stage)
    stage.press("Ctrl+Z")
    stage.settle()


def _programme_cancel(stage: Stage) -> None:
    page = _programme_page(stage)
    page.show_session("opening")
    page.view.setFocus()
    stage.settle()
    stage.press("Del")


def _programme_cancelled(stage: Stage) -> None:
    """Cancel a session while people are inside; the next scene undoes this."""
    guests.somebody_inside(stage)
    _programme_cancel(stage)
    question = stage.window.findChildren(Question)[-1]
    question.answered.emit(0)
    stage.wait(lambda: not stage.window.strip.isHidden())
    stage.settle()


def _programme_brought_back(stage: Stage) -> None:
    _programme_page(stage)
    stage.press("Ctrl+Z")
    stage.settle()


def _programme_form(stage: Stage) -> None:
    """Choose, in the form of a session, a room where another one is at the same time."""
    page = _programme_page(stage)
    page.show_session("topic-1")
    page.editing.edit()
    stage.settle()
    form = page.panel.currentWidget()
    room = form.input(SessionField.ROOM) if isinstance(form, SessionForm) else None
    if isinstance(room, RoomInput):
        room.setFocus()
        room.combo.setCurrentIndex(1)
    stage.settle()


def _programme_file(stage: Stage) -> None:
    page = _programme_page(stage)
    about = stage.file.event.description
    rows = [[str(about.first_day) if cell == _FIRST_DAY else cell for cell in row] for row in _PROGRAMME]
    page.take_list(_written(stage, "programme.csv", rows))
    stage.settle()


def _guests(stage: Stage) -> GuestView:
    page = _programme_page(stage)
    page.show_session("ministers")
    page.open_guests()
    stage.settle()
    return page.guests


def _guest_form(stage: Stage) -> None:
    view = _guests(stage)
    view.table.view.selectRow(0)
    view.table.view.setFocus()
    view.change()
    stage.settle()


def _guests_checked(stage: Stage) -> None:
    view = _guests(stage)
    view.check.look_at(rows_of(_PASTED))
    view.main.setCurrentWidget(view.check)
    stage.settle()
    view.check.take_focus()


def _reports(stage: Stage) -> None:
    stage.turn_to(ReportsPage)


def _report_of(name: str, session: str = "") -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        page = stage.turn_to(ReportsPage)
        page.report_box.setCurrentIndex(page.report_box.findData(name))
        page.session_box.setCurrentIndex(max(page.session_box.findData(session), 0))
        page.report_box.activated.emit(page.report_box.currentIndex())
        stage.settle()

    return play


def _event(section: str, row: str = "", act: str = "") -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        page = stage.turn_to(EventPage)
        for view in page.views.values():
            view.close_side()
        page.take_state({"section": section, section: row})
        stage.wait(lambda: page.editing.known.is_counted)
        if act:
            page.view.table.setFocus()
            stage.press(act)
        stage.settle()

    return play


def _wrong_in_category(stage: Stage) -> None:
    _event("categories", "", "Ctrl+N")(stage)
    stage.press("Return")


def _import(stage: Stage) -> None:
    stage.turn_to(ImportPage)


def _looked_at(stage: Stage) -> None:
    page = stage.turn_to(ImportPage)
    page.look_at(_list_beside(stage))
    stage.settle()


def _brought_in(stage: Stage) -> None:
    page = stage.turn_to(ImportPage)
    page.bring_in_button.click()
    stage.settle()


def _undo_asked(stage: Stage) -> None:
    stage.turn_to(ImportPage)
    stage.press("Ctrl+Z")
    stage.settle()


def _undone(stage: Stage) -> None:
    _undo_asked(stage)
    stage.press("Return")
    stage.settle()


def _list_beside(stage: Stage) -> Path:
    return _written(stage, "guests.csv", _LIST)


def _written(stage: Stage, name: str, rows: Iterable[Sequence[str]]) -> Path:
    """Write these rows as a list beside the event, and return its path."""
    path = stage.file.path.with_name(name)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def _help(stage: Stage) -> None:
    stage.press("F1")


def _keys(stage: Stage) -> None:
    stage.press("Ctrl+/")


def _settings(stage: Stage) -> None:
    menu = stage.program.menu
    menu.popup(_below_its_button(stage, menu.sizeHint().width()))
    stage.settle()


def _staff(stage: Stage) -> None:
    stage.program.menu.staff_wanted.emit()
    stage.settle()


def _trouble(stage: Stage) -> None:
    stage.program.show_trouble(
        CheckinError(
            "The printer does not answer", "Badges wait in their order. See whether the printer is on."
        )
    )
    stage.settle()


def _below_its_button(stage: Stage, wide: int) -> QPoint:
    owner = next(each for each in stage.window.findChildren(QToolButton) if each.menu() is stage.program.menu)
    corner = owner.mapToGlobal(QPoint(owner.width(), owner.height()))
    return QPoint(max(corner.x() - wide, 0), corner.y())


def _help_of_programme(stage: Stage) -> None:
    """The page of the manual about the Programme page."""
    stage.turn_to(ProgrammePage)
    stage.press("F1")


def _start_again(stage: Stage) -> None:
    """The start page of a computer on which events were open; the file of one of them is gone."""
    folder, day = Path("/home/bopha/Documents").absolute(), date(2026, 11, 24)
    forum, dinner = folder / "Forum on Water.event", folder / "Dinner.event"
    for path, title in ((dinner, "Dinner of the Ministers"), (forum, "Forum on Water")):
        remember_event(RecentEvent(path, (("", title),), day, day + timedelta(days=2)))
    stage.program.opener.ask()
    stage.settle()
    for path in (dinner, forum):
        forget_event(path)
    for known in stage.window.findChildren(RecentList):
        known.show_missing(frozenset({dinner}))


def _rehearsal_asked(stage: Stage) -> None:
    stage.program.menu.of_event.rehearsal_wanted.emit()
    stage.settle()


def _rehearsal(stage: Stage) -> None:
    """The rehearsal, in which the window is from here on."""
    _rehearsal_asked(stage)
    event, words = stage.file, stage.program.look.say.text("Rehearse")
    answers = stage.window.strip.findChildren(QToolButton)
    next(each for each in answers if each.text() == words).click()
    stage.wait(lambda: stage.file is not event)
    stage.settle()


WITHOUT_EVENT: Final = (
    Scene("start", lambda stage: stage.clear()),
    Scene("start-again", _start_again),
)
SCENES: Final = (
    Scene("programme", _programme),
    Scene("programme-clash", _programme_clash),
    Scene("programme-undone", _programme_undone),
    Scene("programme-cancel", _programme_cancel),
    Scene("programme-out-now", _programme_cancelled),
    Scene("programme-brought-back", _programme_brought_back),
    Scene("programme-form", _programme_form),
    Scene("programme-file", _programme_file),
    Scene("programme-guests", _guests),
    Scene("programme-guest", _guest_form),
    Scene("programme-guests-checked", _guests_checked),
    Scene("reports", _reports),
    Scene("reports-of-a-session", _report_of("attendance", "opening")),
    Scene("reports-inside", _report_of("inside", "opening")),
    Scene("reports-invited", _report_of("invited", "ministers")),
    Scene("reports-refusals", _report_of("refusals")),
    Scene("event", _event("event", "title")),
    Scene("event-settings", _event("event", "title", "Return")),
    Scene("event-categories", _event("categories", "M")),
    Scene("event-category-wrong", _wrong_in_category),
    Scene("event-category-withdrawn", _event("categories", "M", "Delete")),
    Scene("event-rooms", _event("rooms", "Mekong", "Return")),
    Scene("event-delegations", _event("delegations", "MFAIC", "Return")),
    Scene("event-fields", _event("fields", "photograph", "Return")),
    Scene("import", _import),
    Scene("import-looked-at", _looked_at),
    Scene("import-brought-in", _brought_in),
    Scene("import-undo-asked", _undo_asked),
    Scene("import-undone", _undone),
    Scene("help", _help),
    Scene("help-manual", _help_of_programme),
    Scene("keys", _keys),
    Scene("settings", _settings),
    Scene("settings-staff", _staff),
    Scene("trouble", _trouble),
    Scene("rehearsal-asked", _rehearsal_asked),
    Scene("rehearsal", _rehearsal),
)
