"""The Arrivals page: the search field owns the keyboard, Enter receives, one press takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListView, QPushButton, QVBoxLayout

from checkin.desk.find import again, find
from checkin.domain import codes
from checkin.domain.admission import Refusal, Refused
from checkin.domain.arriving import NotReceived
from checkin.domain.codes import Code, Forged, Misread, NotOurs
from checkin.domain.facts import Scanned
from checkin.ui.announcing import announce
from checkin.ui.arrivals.acts import DeskActs
from checkin.ui.arrivals.answers import Answers
from checkin.ui.arrivals.asking import Asking
from checkin.ui.arrivals.band import AnswerBand
from checkin.ui.arrivals.latest import Latest, latest
from checkin.ui.arrivals.results import ResultPainter, Results
from checkin.ui.arrivals.search_field import SearchField
from checkin.ui.arrivals.side import Side
from checkin.ui.counters import CountersPanel
from checkin.ui.elided import ElidedLabel
from checkin.ui.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QKeyEvent

    from checkin.desk.arrive import ArrivalAnswer
    from checkin.desk.look_back import RecentAct
    from checkin.desk.scan_at_desk import DeskAnswer
    from checkin.desk.undo import Undoing
    from checkin.domain.reasons import Why
    from checkin.domain.registration import Registration
    from checkin.remembered import State
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts

_SHOWN_RECENT: Final = 3


class ArrivalsPage(Page):
    """Find, receive, hand over."""

    takes_scans = True

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.look)
        self._at = parts
        self._latest: Latest | None = None
        self._acts = DeskActs(parts, self)
        self._searched = ""
        self._last_told = ""
        self._receives_when_found = False
        self._is_remembered = False
        self._undone = ""
        self.search = SearchField(parts.look)
        self.results = Results(parts.file, parts.look)
        self.list = QListView()
        self.side = Side(parts)
        self.counters = CountersPanel(parts)
        undo = self.add_key("Ctrl+Z", lambda say: say.text("Undo"), self._undo)
        self.band = AnswerBand(undo, parts.look)
        self._answers = Answers(parts, self.band)
        self._asking = Asking(parts, self._acts, self.side, self.band, self._back)
        self.recent = ElidedLabel()
        self._lay_out()
        self._add_keys()
        self._connect()
        self._show_person(None)
        self._refresh_recent()
        parts.look.in_each_language(self._label)

    # ---- what the window asks for

    def on_opened(self) -> None:
        """Take the keyboard, and catch up with what was done meanwhile."""
        self._on_delegates_changed()
        self._refresh_recent()
        if not self.side.is_asking:
            self.search.setFocus()

    def on_scanned(self, text: str) -> None:
        """Receive the delegate whose badge was read; any other text is searched.

        A form that was begun stays: the band alone answers then.
        """
        if not self.side.is_writing:
            self._back()
        self._acts.scan(text, lambda answer: self._on_scan_answered(text, answer))

    @property
    def state(self) -> State:
        """Who is selected (an id)."""
        return {"chosen": self.chosen.delegate.id} if self.chosen is not None else {}

    def take_state(self, state: State) -> None:
        """Select who was selected, unless somebody else is looked for by then."""
        chosen, file = str(state.get("chosen", "")), self._at.file
        if chosen:
            self._at.tasks.prompt.run(lambda: again(file, [chosen]), then=self.if_open(self._show_remembered))

    def _show_remembered(self, found: Sequence[Registration]) -> None:
        if found and not self.search.text() and self.chosen is None:
            self._is_remembered = True
            self._show_found(found)

    def take_typed(self, text: str) -> None:
        """Search for what was typed while the event was being opened."""
        self.search.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter typed anywhere on the page searches, Enter receives, Esc goes back."""
        focused = self.focusWidget()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if event.isAutoRepeat():
                pass  # held a moment too long: it has been answered
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(focused, QPushButton):
                focused.click()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._on_enter()
            case Qt.Key.Key_Escape:
                self._clear()
            case _ if _is_letter(event) and focused is not self.search:
                if not self.side.is_writing:
                    self.side.show_card()
                self.search.setFocus()
                QApplication.sendEvent(self.search, event)
            case _:
                super().keyPressEvent(event)

    # ---- search

    def _on_typed(self, text: str) -> None:
        self._receives_when_found = self._is_remembered = False
        self._quieten()
        if not text.strip():
            self._searched = text
            self._refresh_recent()
            return
        file = self._at.file
        self._at.tasks.prompt.run(
            lambda: find(file, text),
            then=self.if_open(lambda found: self._on_found(text, found)),
            fail=self._at.trouble,
            key="search",
        )

    def _on_found(self, text: str, found: Sequence[Registration]) -> None:
        if text != self.search.text():
            return
        self._searched = text
        self._show_found(found)
        # Enter came before anybody could see who was found: then it means one person or nobody.
        if self._receives_when_found and len(found) <= 1:
            self._on_enter()
        self._receives_when_found = False

    def _show_found(self, found: Sequence[Registration], *, is_chosen: bool = True) -> None:
        self.results.show(found)
        if found and is_chosen:
            self.list.setCurrentIndex(self.results.index(0))
        else:
            self._show_person(None)

    @property
    def chosen(self) -> Registration | None:
        """The delegate who is selected."""
        row = self.list.currentIndex().row()
        return self.results.found[row] if 0 <= row < len(self.results.found) else None

    def _show_person(self, registration: Registration | None) -> None:
        for action, is_wanted in self._wanted:
            action.setEnabled(registration is not None and is_wanted(registration))
        self.side.show_person(registration, self._hint())

    def _hint(self) -> Words:
        if not self.search.text().strip():
            return lambda say: say.text("Scan a badge, or type letters of a name.")
        if self.results.found:
            return lambda _say: ""
        return lambda say: say.text("Nobody was found. Ctrl+N registers a walk-in.")

    def _clear(self) -> None:
        self._is_remembered = False
        self._back()
        self.search.clear()
        self._quieten()
        self._refresh_recent()

    def _back(self) -> None:
        """Back from a form or a question to the search."""
        self.side.show_card()
        self.search.setFocus()

    # ---- receiving

    def _on_enter(self) -> None:
        """Receive who was found; a text that is a code, or has the form of one and finds nobody, counts as read."""
        text = self.search.text()
        reading = codes.read(text, self._at.file.event_key)
        if isinstance(reading, Code):
            self.on_scanned(text)
        elif text != self._searched:
            self._receives_when_found = True
        elif self.results.found or isinstance(reading, NotOurs):
            self._receive()
        else:
            self.on_scanned(text)

    def _receive(self, *, badge: bool = True) -> None:
        """Receive who is selected; nobody while the list still shows what was searched for before."""
        if self.chosen is not None and self._is_current:
            self._back()
            self._acts.arrive([self.chosen.delegate.id], self._on_received, badge=badge)

    @property
    def _is_current(self) -> bool:
        return self.search.text() in {self._searched, ""}

    def _on_received(self, answers: Sequence[ArrivalAnswer]) -> None:
        (answer,) = answers
        self._on_arrived(answer)

    def _on_arrived(self, answer: ArrivalAnswer) -> None:
        why = self._answers.show_arrival(answer)
        if isinstance(answer.reception, NotReceived) and not self.side.is_writing:
            if answer.reception.reason is Refusal.NOT_ANSWERED:
                self._ask_for_answer(answer.registration, why)
            else:
                self._ask_for_override(answer.registration, why)
        self.search.selectAll()

    def _on_scan_answered(self, text: str, answer: DeskAnswer) -> None:
        if answer.registration is not None and not self.side.is_writing:
            self.search.clear()
            self._searched = ""
            self._show_found([answer.registration])
        if answer.arrival is not None:
            self._on_arrived(answer.arrival)
        else:
            self._on_not_read(text, answer)

    def _on_not_read(self, text: str, answer: DeskAnswer) -> None:
        """Nobody was received: say why, and look for the text where a person may have typed it."""
        refusal = _refusal_of(answer)
        is_searched = answer.registration is None and not self.side.is_writing
        if is_searched:
            self.search.setText(text)
            self.search.selectAll()
        if not (refusal is Refusal.NOT_OURS and is_searched):
            self._answers.show_not_read(refusal, answer)

    def _ask_for_override(self, registration: Registration, why: Words) -> None:
        def let_in(given: Why) -> None:
            self._back()
            self._acts.arrive([registration.delegate.id], self._on_received, override=given)

        self._asking.for_override(registration, why, let_in)

    def _ask_for_answer(self, registration: Registration, why: Words) -> None:
        def register() -> None:
            self._back()
            self._acts.arrive([registration.delegate.id], self._on_received, answers=True)

        self._asking.for_answer(registration, why, register)

    # ---- what else can be done

    def _undo(self) -> None:
        self._acts.undo(self._on_undone)

    def _redo(self) -> None:
        """Bring back what was taken back last; a second time there is nothing."""
        if self._undone:
            self._acts.undo(self._answers.show_undone, self._undone)
            self._undone = ""

    def _on_undone(self, undoing: Undoing) -> None:
        self._undone = undoing.act
        self._answers.show_undone(undoing)

    def _walk_in(self) -> None:
        if self._keeps_form():
            return
        self._asking.for_walk_in(self.search.text(), self._on_walked_in)

    def _on_walked_in(self, answer: ArrivalAnswer) -> None:
        self._back()
        self.search.clear()
        self._searched = ""
        self._show_found([answer.registration])
        self._on_arrived(answer)

    def _correct(self) -> None:
        if self.chosen is not None and self._is_current and not self._keeps_form():
            self._asking.for_correction(self.chosen)

    def _reprint(self) -> None:
        if self.chosen is not None and self._is_current and not self._keeps_form():
            self._asking.for_reprint(self.chosen)

    def _show_delegation(self) -> None:
        if self.chosen is not None and self.chosen.delegate.delegation and not self._keeps_form():
            self._asking.for_delegation(
                self.chosen.delegate.delegation, self.results, self._answers.show_delegation
            )

    def _keeps_form(self) -> bool:
        """A form that was begun stays until it is saved or given up; the band says so."""
        if self.side.is_writing:
            self._answers.show_form_is_kept()
        return self.side.is_writing

    # ---- showing what was done

    def _on_delegates_changed(self, _ids: object = None) -> None:
        """Look again at those who are shown, and keep the selection.

        Not while a door is in front, here and below: the next scan would wait for what nobody sees.
        """
        if not self.isVisible():
            return
        shown = [registration.delegate.id for registration in self.results.found]
        if shown:
            file = self._at.file
            self._at.tasks.prompt.run(
                lambda: again(file, shown), then=self.if_open(self._show_again), key="again"
            )

    def _show_again(self, found: Sequence[Registration]) -> None:
        shown = [registration.delegate.id for registration in self.results.found]
        if [registration.delegate.id for registration in found] == shown:
            self.results.show_again(found)
        elif {each.delegate.id for each in found} < set(shown) and not self.side.is_writing:
            # Somebody's registration was undone; nobody is selected whom nobody looked for.
            self._show_found(found, is_chosen=bool(self.search.text().strip()))
        if self.chosen is not None:
            self._show_person(self.chosen)

    def _on_programme_changed(self) -> None:
        """Categories may have another name or colour."""
        self.list.viewport().update()
        if self.chosen is not None:
            self._show_person(self.chosen)

    def _on_acts_changed(self) -> None:
        if self.isVisible():
            self._refresh_recent()

    def _refresh_recent(self) -> None:
        file = self._at.file
        self._at.tasks.prompt.run(
            lambda: latest(file), then=self.if_open(self._show_latest), fail=self._at.trouble, key="latest"
        )

    def _show_latest(self, known: Latest) -> None:
        self._latest = known
        self._tell_latest(known)
        is_idle = not self.search.text().strip() and not self._is_remembered
        if is_idle and not self.side.is_asking and self.band.is_quiet:
            seen = {
                each.registration.delegate.id: each.registration for each in known.acts if each.registration
            }
            self._show_found(tuple(seen.values()), is_chosen=False)

    def _tell_latest(self, known: Latest) -> None:
        following = known.undone_next
        if following is None:
            self.band.name_undo("", "")
        else:
            self.band.name_undo(following.act.id, self._what(following))
        self._last_told = "" if following is None else self._told(following)
        if self.band.is_quiet:
            self._quieten()
        self.recent.setText("      ".join(map(self._told, known.acts[:_SHOWN_RECENT])))

    def _what(self, recent: RecentAct) -> str:
        name = recent.registration.delegate.name if recent.registration is not None else ""
        return self._say.act(recent.act.facts, name, self._at.file.known_event)

    def _told(self, recent: RecentAct) -> str:
        known, what = recent.registration, self._what(recent)
        if recent.act.is_undone:
            return self._say.text("undone: {what}").format(what=what)
        is_printed = known is not None and known.badge is not None and known.badge.printed
        sign = "✕" if _was_refused(recent) else "✔"
        return f"{sign} {what}{' · ' + self._say.text('badge printed') if is_printed else ''}"

    def _quieten(self) -> None:
        self.band.show_quietly(self._last_told)

    # ---- making the page

    def _lay_out(self) -> None:
        self.list.setModel(self.results)
        self.list.setItemDelegate(ResultPainter(self.results, self._at.look, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._look.in_all_colours(self._wear)
        top = QHBoxLayout()
        top.setSpacing(18)
        top.addWidget(self.search, 3)
        top.addWidget(self.counters, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list, 3)
        middle.addWidget(self.side, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 2)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.band)
        column.addLayout(middle, 1)
        column.addWidget(self.recent)

    def _wear(self) -> None:
        palette = self.recent.palette()
        palette.setColor(self.recent.foregroundRole(), self._colours.muted)
        self.recent.setPalette(palette)
        self.list.viewport().update()

    def _label(self) -> None:
        self.list.setAccessibleName(self._say.text("Found"))
        self.list.viewport().update()
        if self._latest is not None:
            self._tell_latest(self._latest)

    def _add_keys(self) -> None:
        self.tell_key("Enter", lambda say: say.text("Arrive + print badge"))
        no_badge = self.add_key(
            "Ctrl+Shift+Enter",
            lambda say: say.text("No badge"),
            lambda: self._receive(badge=False),
            also="Ctrl+Shift+Return",
        )
        delegation = self.add_key("Ctrl+G", lambda say: say.text("Delegation"), self._show_delegation)
        correct = self.add_key("Ctrl+E", lambda say: say.text("Correct"), self._correct)
        reprint = self.add_key("Ctrl+P", lambda say: say.text("Reprint"), self._reprint)
        walk_in = self.add_key("Ctrl+N", lambda say: say.text("Walk-in"), self._walk_in)
        private = self.add_key("F9", lambda say: say.text("Private note"), self.side.card.toggle_private)
        self.add_key("Ctrl+Shift+Z", lambda say: say.text("Redo what was undone"), self._redo)
        self.add_key("Ctrl+F", lambda say: say.text("Search"), self._back)
        self.tell_key("Esc", lambda say: say.text("Clear"))
        self._wanted: tuple[tuple[QAction, Callable[[Registration], bool]], ...] = (
            (no_badge, lambda chosen: chosen.arrivals.desk is None),
            (correct, lambda _chosen: True),
            (reprint, lambda chosen: chosen.delegate.is_expected),
            (private, lambda chosen: bool(chosen.delegate.private_note)),
            (delegation, lambda chosen: bool(chosen.delegate.delegation)),
        )
        self.side.offer(
            self._receive,
            (
                (no_badge, "user"),
                (delegation, "users"),
                (correct, "pencil"),
                (reprint, "printer"),
                (walk_in, "user-plus"),
                (private, "lock"),
            ),
        )

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        self.search.list_key.connect(lambda event: QApplication.sendEvent(self.list, event))
        self.list.selectionModel().currentChanged.connect(lambda _new, _old: self._on_chosen())
        self.list.clicked.connect(lambda _index: self.search.setFocus())
        self.list.doubleClicked.connect(lambda _index: self._receive())
        changes = self._at.changes
        changes.delegates_changed.connect(self._on_delegates_changed)
        changes.acts_changed.connect(self._on_acts_changed)
        changes.programme_changed.connect(self._on_programme_changed)

    def _on_chosen(self) -> None:
        if self.side.is_writing:
            return
        self.side.show_card()
        self._show_person(self.chosen)
        announce(self.list, str(self.list.currentIndex().data() or ""))


def _is_letter(event: QKeyEvent) -> bool:
    chord = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & chord


def _refusal_of(answer: DeskAnswer) -> Refusal | None:
    """Why nobody was received; None where the badge is genuine and nobody here knows whose it is."""
    match answer.reading:
        case NotOurs():
            return Refusal.NOT_OURS
        case Misread():
            return Refusal.MISREAD
        case Forged():
            return Refusal.FORGED
        case Code():
            return Refusal.REVOKED if answer.badge is not None and not answer.badge.is_valid else None


def _was_refused(recent: RecentAct) -> bool:
    return any(isinstance(fact, Scanned) and isinstance(fact.verdict, Refused) for fact in recent.act.facts)
