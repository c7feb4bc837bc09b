"""The Arrivals page: the search field owns the keyboard, Enter receives, one press takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from checkin.desk.arrive import ArrivalAnswer, arrive
from checkin.desk.correct import correct
from checkin.desk.find import again, find, in_delegation
from checkin.desk.issue_badge import print_again, replace_badge
from checkin.desk.look_back import recent_acts
from checkin.desk.register import register
from checkin.desk.scan_at_desk import DeskAnswer, scan_at_desk
from checkin.desk.undo import undo
from checkin.domain.arriving import ArrivedBefore, NotReceived
from checkin.domain.codes import Misread
from checkin.domain.delegates import Delegate, Field, Value
from checkin.ui.arrivals.card import PersonCard
from checkin.ui.arrivals.form import WALK_IN, PersonForm
from checkin.ui.arrivals.preview import BadgePreview
from checkin.ui.arrivals.question import Question
from checkin.ui.arrivals.results import ResultPainter, Results
from checkin.ui.counters import CountersPanel
from checkin.ui.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checkin.desk.look_back import RecentAct
    from checkin.desk.undo import Undoing
    from checkin.domain.registration import Registration
    from checkin.ui.page import Parts

_RECENT: Final = 3
_IN_LIST: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class ArrivalsPage(Page):
    """Find, receive, hand over."""

    def __init__(self, at: Parts) -> None:
        super().__init__()
        self._at = at
        self._say = at.wording
        self._event = at.file.event
        self._is_searching = False
        self._when_found: Callable[[], None] | None = None
        self.search = QLineEdit(
            placeholderText=self._say.text("Scan, or type letters of a name"), clearButtonEnabled=True
        )
        self.results = Results(self._event, self._say)
        self.list = QListView()
        self.card = PersonCard(self._event, at.colours, self._say)
        self.preview = BadgePreview(at.file, at.tasks, self._say)
        self.counters = CountersPanel(at)
        self.answer = QLabel(wordWrap=True)
        self._recent = QLabel()
        self._side = QStackedWidget()
        self._buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self._connect()

    # ---- the page

    def on_opened(self) -> None:
        """Take the keyboard."""
        self.search.setFocus()
        self._refresh_recent()

    def on_scanned(self, text: str) -> None:
        """A badge was scanned: receive its delegate; any other text is searched."""
        self._close_side()
        at = self._at

        def then(answer: DeskAnswer) -> None:
            self._show_scanned(text, answer)

        at.tasks.desk.run(
            lambda: scan_at_desk(at.file, at.staff, text, at.now(), to_print=True),
            then=self.if_open(then),
            fail=at.trouble,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter typed anywhere on the page searches."""
        if (
            event.text().isprintable()
            and event.text()
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.search.setFocus()
            QApplication.sendEvent(self.search, event)
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search field move through the list, Escape clears, and Ctrl+Z is the desk's undo."""
        if watched is not self.search or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and event.matches(QKeySequence.StandardKey.Undo):
            event.ignore()
            return True
        if event.type() == QEvent.Type.KeyPress:
            if event.key() in _IN_LIST:
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._clear()
                return True
        return super().eventFilter(watched, event)

    # ---- search

    def _on_typed(self, text: str) -> None:
        self._is_searching = True
        file = self._at.file
        self._at.tasks.desk.run(
            lambda: find(file, text), then=self.if_open(self._show_found), fail=self._at.trouble, key="search"
        )

    def _show_found(self, found: Sequence[Registration]) -> None:
        self._is_searching = False
        self.results.show(found)
        self._choose(0)
        if not found and self.search.text().strip():
            self.card.say(self._say.text("Nobody was found. Ctrl+N registers a walk-in."))
        waiting, self._when_found = self._when_found, None
        if waiting is not None:
            waiting()

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.results.index(row))
        if not self.results.found:
            self._show_person(None)

    @property
    def chosen(self) -> Registration | None:
        """The delegate who is selected."""
        row = self.list.currentIndex().row()
        return self.results.found[row] if 0 <= row < len(self.results.found) else None

    def _on_chosen(self) -> None:
        self._close_side()
        self._show_person(self.chosen)

    def _show_person(self, registration: Registration | None) -> None:
        if registration is None:
            self.card.say(
                "" if self.search.text() else self._say.text("Scan a badge, or type letters of a name.")
            )
        else:
            self.card.show_person(registration)
        self.preview.show_badge_of(registration)
        for name, button in self._buttons.items():
            button.setEnabled(registration is not None or name in {"walk-in", "undo"})
        self._buttons["delegation"].setEnabled(
            registration is not None and bool(registration.delegate.delegation)
        )

    def _clear(self) -> None:
        self._close_side()
        self.search.clear()
        self.search.setFocus()
        self._tell("", "")

    # ---- receiving

    def _on_enter(self) -> None:
        """Enter counts for what was typed, also where the answer to the last letter is still on its way."""
        if self._is_searching:
            self._when_found = self._arrive
        else:
            self._arrive()

    def _arrive(self, *, badge: bool = True, override: str = "") -> None:
        chosen = self.chosen
        if chosen is None:
            return
        at = self._at
        at.tasks.desk.run(
            lambda: arrive(
                at.file,
                at.staff,
                [chosen.delegate.id],
                at.now(),
                badge=badge,
                to_print=badge,
                override=override,
            ),
            then=self.if_open(self._on_received),
            fail=at.trouble,
        )

    def _on_received(self, answers: Sequence[ArrivalAnswer]) -> None:
        self._on_arrived(answers[0])

    def _on_arrived(self, answer: ArrivalAnswer) -> None:
        name, say, zone = answer.registration.delegate.name, self._say, self._event.zone
        match answer.reception:
            case NotReceived(reason):
                self._tell("bad", f"✕ {name}: {say.refusal(reason)}")
                self._ask_for_override(answer.registration)
                return
            case ArrivedBefore(first):
                words = say.text("{name} arrived already at {time}, {station}. Nothing was printed.")
                self._tell(
                    "warning", words.format(name=name, time=say.time(first.at, zone), station=first.station)
                )
            case _:
                badge = f" · {say.text('badge on its way')}" if answer.prints else ""
                self._tell("good", f"✔ {say.text('{name} arrived').format(name=name)}{badge}")
        self.search.selectAll()
        self._changed(answer.registration.delegate.id)

    def _show_scanned(self, text: str, answer: DeskAnswer) -> None:
        if answer.registration is None:
            self.search.setText(text)
            words = (
                self._say.text("Misread: scan again.")
                if isinstance(answer.reading, Misread)
                else self._say.text("This code is nobody's here.")
            )
            self._tell("warning", words)
            return
        self.search.clear()
        self._show_found([answer.registration])
        if answer.arrival is not None:
            self._on_arrived(answer.arrival)
        else:
            self._tell(
                "bad",
                "✕ "
                + self._say.text("This badge was replaced or revoked. Look at the person, not the badge."),
            )

    def _ask_for_override(self, registration: Registration) -> None:
        question = Question(
            self._say,
            self._say.text("Let {name} in all the same?").format(name=registration.delegate.name),
            self._say.override_reasons(),
        )
        question.answered.connect(lambda reason: self._answered(lambda: self._arrive(override=reason)))
        self._open_side(question)

    def _answered(self, act: Callable[[], object]) -> None:
        self._close_side()
        act()

    # ---- what else can be done

    def _undo(self) -> None:
        at = self._at
        at.tasks.desk.run(
            lambda: undo(at.file, at.staff), then=self.if_open(self._on_undone), fail=at.trouble
        )

    def _on_undone(self, undoing: Undoing) -> None:
        name = undoing.registration.delegate.name if undoing.registration is not None else ""
        what = self._say.act(undoing.undone.facts, name, self._event.zone)
        self._tell("muted", "↶ " + self._say.text("Undone: {what}").format(what=what))
        self._at.changes.presence_changed.emit("")
        self._changed()

    def _walk_in(self) -> None:
        say = self._say
        form = PersonForm(self._event, say, say.text("Walk-in"), Delegate(""), WALK_IN)
        form.saved.connect(lambda details: self._register(form, details))
        self._open_form(form)

    def _register(self, form: PersonForm, details: dict[Field, Value]) -> None:
        at = self._at

        def work() -> ArrivalAnswer:
            registration = register(at.file, at.staff, details)
            return arrive(at.file, at.staff, [registration.delegate.id], at.now(), to_print=True)[0]

        def then(answer: ArrivalAnswer) -> None:
            self._close_side()
            self.search.clear()
            self._show_found([answer.registration])
            self._on_arrived(answer)

        at.tasks.desk.run(
            work, then=self.if_open(then), fail=self.if_open(lambda error: form.show_trouble(str(error)))
        )

    def _correct(self) -> None:
        chosen, say = self.chosen, self._say
        if chosen is None:
            return
        title = say.text("Correct {name}").format(name=chosen.delegate.name)
        form = PersonForm(self._event, say, title, chosen.delegate, tuple(Field))
        form.saved.connect(lambda details: self._save_correction(form, chosen.delegate.id, details))
        self._open_form(form)

    def _save_correction(self, form: PersonForm, delegate: str, details: dict[Field, Value]) -> None:
        at = self._at

        def then(_corrected: Registration) -> None:
            self._close_side()
            self._tell("good", f"✔ {self._say.text('Corrected.')}")
            self._changed(delegate)

        at.tasks.desk.run(
            lambda: correct(at.file, at.staff, delegate, details),
            then=self.if_open(then),
            fail=self.if_open(lambda error: form.show_trouble(str(error))),
        )

    def _reprint(self) -> None:
        chosen, say = self.chosen, self._say
        if chosen is None:
            return
        same = say.text("The same badge once more; the former stays valid")
        reasons = (say.text("Lost"), say.text("Damaged"), say.text("Wrong data"))
        question = Question(
            say, say.text("Print a new badge: why? The former one admits nobody any more."), (*reasons, same)
        )
        question.answered.connect(
            lambda reason: self._answered(lambda: self._print_again(chosen, "" if reason == same else reason))
        )
        self._open_side(question)

    def _print_again(self, chosen: Registration, reason: str) -> None:
        at, delegate, badge = self._at, chosen.delegate.id, chosen.badge

        def work() -> None:
            if reason or badge is None:
                replace_badge(at.file, at.staff, delegate, reason, at.now(), to_print=True)
            else:
                print_again(at.file, badge.code, at.now())

        def then(_: object) -> None:
            self._tell(
                "good", f"✔ {self._say.text('{name}: badge on its way').format(name=chosen.delegate.name)}"
            )
            self._changed(delegate)

        at.tasks.desk.run(work, then=self.if_open(then), fail=at.trouble)

    def _show_delegation(self) -> None:
        chosen, file = self.chosen, self._at.file
        if chosen is None or not chosen.delegate.delegation:
            return
        name = chosen.delegate.delegation

        def then(members: Sequence[Registration]) -> None:
            arrived = sum(member.arrival is not None for member in members)
            words = self._say.text("{delegation}: {arrived} of {count} arrived")
            self._tell("muted", words.format(delegation=name, arrived=arrived, count=len(members)))
            self._show_found(members)

        self._at.tasks.desk.run(
            lambda: in_delegation(file, name), then=self.if_open(then), fail=self._at.trouble
        )

    # ---- showing what was done

    def _tell(self, tone: str, sentence: str) -> None:
        self.answer.setProperty("tone", tone)
        self.answer.style().unpolish(self.answer)
        self.answer.style().polish(self.answer)
        self.answer.setText(sentence)
        self.answer.setAccessibleName(sentence)

    def _changed(self, delegate: str = "") -> None:
        changes = self._at.changes
        changes.delegates_changed.emit(frozenset({delegate} if delegate else ()))
        changes.acts_changed.emit()
        changes.printing_changed.emit()

    def _on_delegates_changed(self) -> None:
        """Look again at those who are shown, and keep the selection."""
        shown = [registration.delegate.id for registration in self.results.found]
        if not shown:
            return
        file = self._at.file
        self._at.tasks.desk.run(lambda: again(file, shown), then=self.if_open(self._show_again), key="again")

    def _show_again(self, found: Sequence[Registration]) -> None:
        if [each.delegate.id for each in found] != [each.delegate.id for each in self.results.found]:
            return  # another search has come in between
        row = self.list.currentIndex().row()
        self.list.selectionModel().blockSignals(True)
        self.results.show(found)
        self.list.setCurrentIndex(self.results.index(row))
        self.list.selectionModel().blockSignals(False)
        self._show_person(self.chosen)

    def _refresh_recent(self) -> None:
        file = self._at.file
        self._at.tasks.desk.run(
            lambda: recent_acts(file, _RECENT), then=self.if_open(self._show_recent), key="recent"
        )

    def _show_recent(self, recent: Sequence[RecentAct]) -> None:
        zone, say = self._event.zone, self._say
        self._recent.setText(
            "   ".join(self._recent_line(each, say.time(each.act.at, zone)) for each in recent)
        )

    def _recent_line(self, recent: RecentAct, time: str) -> str:
        name = recent.registration.delegate.name if recent.registration is not None else ""
        what = self._say.act(recent.act.facts, name, self._event.zone)
        return f"{time} {'↶ ' if recent.act.is_undone else ''}{what}"

    # ---- the right side: person, form or question

    def _open_form(self, form: PersonForm) -> None:
        self._open_side(form)
        form.given_up.connect(self._give_up_side)
        form.begin()

    def _open_side(self, widget: PersonForm | Question) -> None:
        self._close_side()
        self._side.addWidget(widget)
        self._side.setCurrentWidget(widget)
        if isinstance(widget, Question):
            widget.given_up.connect(self._give_up_side)
            widget.begin()

    def _give_up_side(self) -> None:
        self._close_side()
        self.search.setFocus()

    def _close_side(self) -> None:
        while self._side.count() > 1:
            widget = self._side.widget(1)
            if widget is not None:
                self._side.removeWidget(widget)
                widget.deleteLater()
        if not self.search.hasFocus():
            self.search.setFocus()

    # ---- making the page

    def _lay_out(self) -> None:
        self.search.setAccessibleName(self._say.text("Search"))
        font = self.search.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        self.search.setFont(font)
        self.list.setModel(self.results)
        self.list.setItemDelegate(
            ResultPainter(self._event, self.results, self._at.colours, self._say, self.list)
        )
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self._say.text("Found"))
        self._recent.setProperty("tone", "muted")
        self._recent.setSizePolicy(
            self._recent.sizePolicy().Policy.Ignored, self._recent.sizePolicy().verticalPolicy()
        )
        answer_font = self.answer.font()
        answer_font.setPointSizeF(answer_font.pointSizeF() * 1.2)
        answer_font.setBold(True)
        self.answer.setFont(answer_font)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self._recent.setTextFormat(Qt.TextFormat.PlainText)
        top = QHBoxLayout()
        top.setSpacing(18)
        top.addWidget(self.search, stretch=3)
        top.addWidget(self.counters, stretch=1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list, stretch=3)
        self._side.addWidget(self._person_side())
        middle.addWidget(self._side, stretch=2)
        bottom = QHBoxLayout()
        bottom.addWidget(self.answer, stretch=1)
        bottom.addWidget(self._button("undo", self._say.text("Undo  Ctrl+Z"), self._undo))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(10)
        column.addLayout(top)
        column.addLayout(middle, stretch=1)
        column.addLayout(bottom)
        column.addWidget(self._recent)
        self._show_person(None)

    def _person_side(self) -> QWidget:
        side = QWidget()
        above = QHBoxLayout()
        above.addWidget(self.card, stretch=3)
        above.addWidget(self.preview, stretch=2)
        say = self._say
        main = self._button("arrive", say.text("Arrive + print badge   Enter"), self._arrive)
        main.setDefault(True)
        main.setMinimumHeight(46)
        others = QHBoxLayout()
        others.addWidget(
            self._button(
                "no badge", say.text("No badge  Ctrl+Shift+Enter"), lambda: self._arrive(badge=False)
            )
        )
        others.addWidget(self._button("delegation", say.text("Delegation  Ctrl+G"), self._show_delegation))
        more = QHBoxLayout()
        more.addWidget(self._button("correct", say.text("Correct  Ctrl+E"), self._correct))
        more.addWidget(self._button("reprint", say.text("Reprint  Ctrl+P"), self._reprint))
        more.addWidget(self._button("walk-in", say.text("Walk-in  Ctrl+N"), self._walk_in))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(above, stretch=1)
        column.addWidget(main)
        column.addLayout(others)
        column.addLayout(more)
        return side

    def _button(self, name: str, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        self._buttons[name] = button
        return button

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._on_enter)
        self.search.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(lambda _new, _old: self._on_chosen())
        self.list.clicked.connect(lambda _index: self.search.setFocus())
        changes = self._at.changes
        changes.delegates_changed.connect(lambda _ids: self._on_delegates_changed())
        changes.acts_changed.connect(self._refresh_recent)
        say = self._say
        for keys, does, act in (
            ("Ctrl+F", say.text("Search"), self.search.setFocus),
            ("Ctrl+Z", say.text("Undo"), self._undo),
            ("Ctrl+N", say.text("Walk-in"), self._walk_in),
            ("Ctrl+E", say.text("Correct"), self._correct),
            ("Ctrl+P", say.text("Reprint"), self._reprint),
            ("Ctrl+G", say.text("Delegation"), self._show_delegation),
            ("Ctrl+Shift+Return", say.text("Arrive without badge"), lambda: self._arrive(badge=False)),
        ):
            self.add_key(keys, does, act)
        self.tell_key("Enter", say.text("Arrive + print badge"))
        self.tell_key("Esc", say.text("Clear"))
