"""The organiser's work on sessions on the Programme page: edit, add, copy, move and cancel them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from checkin.desk.new_event import with_usual_sessions
from checkin.domain.programme import LocalText
from checkin.domain.rearranging import (
    copy_after,
    day_copied,
    last_of_day,
    next_start,
    on_another_day,
    with_session,
)
from checkin.ui.page import if_alive
from checkin.ui.programme.session_form import SessionForm

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from checkin.domain.programme import Event, Session
    from checkin.ui.frames.side_panel import SidePanel
    from checkin.ui.page import Parts
    from checkin.ui.programme.asking import ProgrammeAsking
    from checkin.ui.programme.day_tabs import DayTabs
    from checkin.ui.programme.day_view import DayView
    from checkin.ui.programme.session_side import SessionSide
    from checkin.ui.programme.work import ProgrammeWork

_USUAL: Final = timedelta(hours=1)
"""The length of a new session that follows no other."""


class SessionEditing(QObject):
    """Changes the sessions of the programme as the organiser asks, each change as one act."""

    refused = Signal()
    """Emitted when nothing can be recorded; a session that was moved must then go back to its place."""

    told = Signal(object)
    """Emitted with the `Words` that the page shows; None if the page shall show none."""

    def __init__(
        self,
        parts: Parts,
        view: DayView,
        tabs: DayTabs,
        work: ProgrammeWork,
        panel: SidePanel,
        asking: ProgrammeAsking,
    ) -> None:
        super().__init__(panel)
        self._stopped, self._look, self._now = parts.stopped, parts.look, parts.now
        self._view, self._tabs, self._work = view, tabs, work
        self._panel, self._asking = panel, asking
        work.counted.connect(self._show_occupancy)
        work.recoded.connect(self._on_recoded)

    def serve(self, side: SessionSide) -> None:
        """Connect the buttons of the side panel to the methods of this object."""
        side.edit_button.clicked.connect(self.edit)
        side.copy_button.clicked.connect(self.copy)
        side.cancel_button.clicked.connect(self.cancel)

    def show_session(self, session: str) -> None:
        """Select the session with this code on its day."""
        known = self._work.shown.sessions.get(session)
        if known is not None:
            self._tabs.turn_to(self._work.shown.day_of(known.start).isoformat())
            self._view.select(session)

    def edit(self) -> None:
        """Open the form of the selected session."""
        session = self._view.session
        if session is not None:
            self._open_form(session, session.start, session.end, session.room)

    def add(self) -> None:
        """Open the form of a new session; an open form of a new session is saved first.

        The new session follows the selected one, or else the last one of the day that is shown, in the same room. On a
        day without sessions, the new session begins in the morning. A new session is always open to everybody: nobody
        shall be kept out by a choice that was made for another session.
        """
        form = self._panel.currentWidget()
        if isinstance(form, SessionForm) and form.offers_next and form.is_begun:
            form.save_and_next()
            return
        event, day = self._work.shown, self._tabs.day
        after = self._view.session or last_of_day(event, day)
        if after is None:
            start = next_start(event, day)
            self._open_form(None, start, start + _USUAL, LocalText())
        else:
            self._open_form(None, after.end, after.end + (after.end - after.start), after.room)

    def add_usual(self, preset: str) -> None:
        """Put the usual sessions of this kind of event into the programme, as one act, and select the first one."""
        seen = self._work.shown
        wanted = with_usual_sessions(seen, preset)
        first = next((each.code for each in wanted.sessions_by_time()), "")
        self._stopped.unless(lambda: self._work.record(wanted, seen))()
        self.show_session(first)
        self._view.setFocus()

    def _open_form(self, session: Session | None, start: datetime, end: datetime, room: LocalText) -> None:
        if self._panel.is_writing:
            self._panel.go_on()
            return
        seen = self._work.shown
        form = SessionForm(self._look, seen, session, start, end, room, self._now())
        form.saved.connect(lambda saved: self._on_saved(form, saved, seen))
        form.given_up.connect(self._close_panel)
        form.asked_to_give_up.connect(
            lambda: self.told.emit(lambda say: say.text("Esc once more gives up what was filled in."))
        )
        self._panel.ask(form)
        self._show_occupancy()
        self._work.count_people(if_alive(form, form.show_people))

    def _show_occupancy(self) -> None:
        """Let an open form know how many people are inside its session, and how many ever entered."""
        form = self._panel.currentWidget()
        if isinstance(form, SessionForm):
            there = self._work.occupancy_of(form.code)
            form.show_occupancy(there.inside, there.entered)

    def _on_saved(self, form: SessionForm, session: Session, seen: Event) -> None:
        """Record the session as the form has it; what others have changed since the form was opened stays."""
        self._close_panel()
        self._stopped.unless(lambda: self._work.record(with_session(seen, session), seen))()
        self.show_session(session.code)
        if form.wants_next:
            self.add()

    def _on_recoded(self, codes: Mapping[str, str]) -> None:
        """Go on to the session that was made here, if the one that is selected now is somebody else's."""
        code = codes.get(self._view.selection)
        if code is not None:
            self.show_session(code)

    def copy(self) -> None:
        """Copy the selected session; the copy follows it in the same room, and is selected."""
        session = self._view.session
        if session is not None:
            copied = copy_after(self._work.shown, session)
            self._record(copied)
            self.show_session(copied.code)

    def copy_day(self, to: date) -> None:
        """Copy all sessions of the day that is shown to the day `to`, and show that day."""
        self._record(*day_copied(self._work.shown, self._tabs.day, to))
        self._tabs.turn_to(to.isoformat())

    def move_to_day(self, session: Session, day: date) -> None:
        """Move this session to another day, to the same time at the venue, and show the day."""
        event = self._work.shown
        by = day - event.day_of(session.start)
        if by:
            self._record(on_another_day(event, session, by))
            self.show_session(session.code)
            self._view.setFocus()

    def move_by_a_day(self, step: int) -> None:
        """Move the selected session to the next day (1) or to the day before (-1), if there is such a day."""
        self._view.settle()
        day, session = self._tabs.day_beside(step), self._view.session
        if day is not None and session is not None:
            self.move_to_day(session, day)

    def cancel(self) -> None:
        """Ask whether to cancel the selected session or to take it out of the programme."""
        self._view.settle()
        if self._panel.is_writing:
            self._panel.go_on()
        elif self._view.session is not None:
            self._asking.ask_what_becomes_of(self._view.session)

    def show_next_clash(self) -> None:
        """Select the next session of the programme that has a clash, after the selected one."""
        codes = [each.code for each in self._work.shown.sessions_by_time() if each.code in self._view.clashes]
        if codes:
            now = codes.index(self._view.selection) + 1 if self._view.selection in codes else 0
            self.show_session(codes[now % len(codes)])
            self._view.setFocus()

    def _record(self, *sessions: Session) -> None:
        seen = self._work.shown
        self._stopped.unless(lambda: self._work.record(with_session(seen, *sessions)))()

    def record_arranged(self, session: Session) -> None:
        """Record a session that was moved, as a change of the event that was shown when the drag began."""
        shown, seen = self._work.shown, self._view.programme or self._work.shown
        self._stopped.unless(lambda: self._work.record(with_session(seen, session), seen))()
        if self._work.shown is shown:
            self.refused.emit()

    def _close_panel(self) -> None:
        self.told.emit(None)
        self._panel.rest()
        self._view.setFocus()
