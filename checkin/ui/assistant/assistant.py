"""The assistant with which an organiser makes a new event: its steps, and the making of the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from checkin import paths, remembered
from checkin.desk.new_event import Part, Wish, Wrong, event_of, faults, file_name, is_there, make, other_event
from checkin.domain.programme import zone_named
from checkin.text import all_zones
from checkin.ui.appearance import Dressed
from checkin.ui.assistant import words
from checkin.ui.assistant.beginning_step import BeginningStep
from checkin.ui.assistant.file_step import PROGRAMME, FileStep
from checkin.ui.assistant.rules_step import RulesStep
from checkin.ui.assistant.step_button import StepButton
from checkin.ui.assistant.what_step import WhatStep
from checkin.ui.assistant.when_step import WhenStep
from checkin.ui.file_dialog import choose_file
from checkin.ui.wrapped import wrapped
from checkin.wording import languages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from checkin.desk.staff import Shift, Staff
    from checkin.domain.programme import Event
    from checkin.errors import CheckinError
    from checkin.tasks import Tasks
    from checkin.ui.appearance import Appearance
    from checkin.ui.assistant.step import Step

_MISSING: Final = frozenset({Wrong.NO_TITLE, Wrong.NO_DAY, Wrong.NO_NAME, Wrong.NOTHING_TO_COPY})
"""What is not wrong but missing; it is told only when the step was left, or when the event is to be made."""
_LIST_WIDTH: Final = 26
"""The width of the list of steps, in average letters."""
_EDGE: Final = 14
"""Dots at each side of a button's words."""


class Assistant(QWidget, Dressed):
    """The steps in which an organiser chooses what a new event is; at the end the event file is made.

    Each step has proposals, so that a title is enough. The list at the left shows what was chosen in each step, marks
    the steps with which something is wrong, and opens any of them.
    """

    made = Signal(Path)
    """Emitted with the path of the event file when it was made."""

    given_up = Signal()
    """Emitted when the operator leaves without making an event."""

    def __init__(
        self,
        look: Appearance,
        tasks: Tasks,
        shift: Shift,
        today: date,
        pages: Iterable[str],
    ) -> None:
        """`today` is proposed for the first day. `pages` are the modules of the pages that the window has."""
        super().__init__()
        self._look, self._lane, self._shift = look, tasks.devices, shift
        self.what = WhatStep(look)
        self.when = WhenStep(look, today, _zone_of_this_computer())
        self.beginning = BeginningStep(look)
        self.rules = RulesStep(look, self.beginning.beginning.like.policy)
        self.file = FileStep(look, paths.documents_folder(), has_programme=PROGRAMME in pages)
        self.steps: tuple[Step, ...] = (self.what, self.when, self.beginning, self.rules, self.file)
        self.buttons = tuple(StepButton(look) for _ in self.steps)
        self.make_button = QPushButton()
        self._left: set[Step] = set()
        self._trouble: CheckinError | None = None
        self._taken: Path | None = None
        self._is_making = self._is_asked = self._is_tried = False
        self._stack, self._side = QStackedWidget(), QWidget()
        self._lay_out()
        self._add_keys()
        self._connect()
        self._propose_for(self.beginning.beginning.chosen)
        self._at_beginning = self._chosen()
        self._lane.run(lambda: all_zones(languages()))  # so that the first letter of a search need not wait
        look.in_each_language(self._label)
        look.size_changed.connect(self._fit)
        self._look_at_disk()

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.steps[self._stack.currentIndex()]

    @property
    def is_begun(self) -> bool:
        """Whether the operator has chosen or typed anything that would be lost."""
        return self._chosen() != self._at_beginning

    def wish(self) -> Wish:
        """All that is chosen now."""
        beginning = self.beginning.beginning
        return Wish(
            title=self.what.title_input.text(),
            venue=self.what.venue_input.text(),
            languages=self.what.languages,
            zone=self.when.zone.zone,
            first_day=self.when.first_day.day,
            last_day=self.when.last_day.day,
            like=beginning.like,
            with_sessions=beginning.with_sessions,
            policy=self.rules.policy,
            folder=self.file.folder.folder,
            name=self.file.name.text(),
        )

    def open_step(self, step: Step) -> None:
        """Show this step."""
        self._left.add(self.step)
        step.reopen()
        self._stack.setCurrentWidget(step)
        self._tell()

    def make(self) -> None:
        """Make the event file, unless something is missing or wrong; then say so beside its input."""
        if not self._is_making:
            self._is_making = True
            self._look_at_disk(then=self._make_if_well)

    def copy_from(self, path: Path) -> None:
        """Offer the categories and rules of the event in this file, and choose them."""
        self._lane.run(
            lambda: other_event(path), then=self.beginning.beginning.copy, fail=self._on_not_copied
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at Esc, after a question if something would be lost."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self._on_escape()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Move the focus to the first input of the step."""
        self.step.first_input().setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the list of steps to the new width."""
        super().resizeEvent(event)
        self._fit()

    # ---- what is chosen

    def _chosen(self) -> Wish:
        """All that is chosen, without a name of the file that was only proposed."""
        return replace(self.wish(), name="" if self.file.is_proposed else self.file.name.text())

    def _faults(self, wish: Wish) -> dict[Part, Wrong]:
        found = faults(wish)
        if wish.folder is None or not wish.folder.is_absolute():
            found[Part.FOLDER] = Wrong.NO_FOLDER
        elif wish.file == self._taken:
            found[Part.NAME] = Wrong.NAME_TAKEN
        return found

    def _is_missing(self, wrong: Wrong) -> bool:
        return wrong in _MISSING or (wrong is Wrong.NO_ZONE and not self.when.zone.is_searched)

    def _tell(self) -> None:
        """Say what is chosen and what is wrong: in the list of steps, and beside the inputs."""
        wish = self.wish()
        found = self._faults(wish)
        for number, (step, button) in enumerate(zip(self.steps, self.buttons, strict=True), 1):
            own = {part: found[part] for part in step.parts if part in found}
            for part in step.parts:
                self._tell_beside(step, part, own.get(part), wish)
            told = [wrong for wrong in own.values() if step in self._left or not self._is_missing(wrong)]
            is_wrong = bool(told) or (step is self.file and self._trouble is not None)
            chosen = words.wrong(told[0], wish, self._say) if told else self._summary(step, wish)
            button.show_step(f"{number}   {self._names()[number - 1]}", chosen, is_wrong=is_wrong)
            button.setChecked(step is self.step)

    def _tell_beside(self, step: Step, part: Part, wrong: Wrong | None, wish: Wish) -> None:
        trouble = self._trouble if part is Part.FOLDER else None
        if trouble is not None:
            step.show_wrong(part, lambda say: " ".join(say.trouble(trouble)), is_being_typed=True)
        elif wrong is None or (self._is_missing(wrong) and not self._is_tried):
            step.hide_wrong(part)
        elif step.wrong().get(part) != words.wrong(wrong, wish, self._say):
            step.show_wrong(part, lambda say: words.wrong(wrong, wish, say), is_being_typed=True)

    def _summary(self, step: Step, wish: Wish) -> str:
        say = self._say
        if step is self.what:
            return say.local(wish.title)
        if step is self.when:
            city = words.zone(wish.zone, wish.first_day, say).partition("   ")[0] if wish.zone else ""
            return " · ".join(filter(None, (words.days(wish.first_day, wish.last_day, say), city)))
        if step is self.beginning:
            kind = self.beginning.beginning.chosen
            name = (
                words.preset(kind, say)
                if kind
                else say.local(self.beginning.beginning.like.description.title)
            )
            count = len(self.beginning.beginning.like.categories)
            return f"{name} · {say.many('{count} category', '{count} categories', count)}"
        if step is self.rules:
            return words.not_arrived(say)[wish.policy.not_arrived]
        return wish.name

    def _on_changed(self) -> None:
        self._is_asked = False
        self.step.hide_trouble()
        self._tell()

    def _on_file_changed(self) -> None:
        self._trouble = None
        self._tell()
        self._look_at_disk()

    def _on_beginning(self) -> None:
        self._propose_for(self.beginning.beginning.chosen)

    def _propose_for(self, kind: str) -> None:
        """Propose the languages, the rules and the length of the preset, or of the event that is copied."""
        like = self.beginning.beginning.like
        known = like.description
        self.what.propose_languages(known.languages)
        self.rules.propose(like.policy)
        self.when.propose_length(timedelta() if kind else known.last_day - known.first_day)

    # ---- going from step to step

    def _go(self, by: int) -> None:
        number = self._stack.currentIndex() + by
        if 0 <= number < len(self.steps):
            self.open_step(self.steps[number])

    def _on_next(self) -> None:
        """Go to the next step, unless something that was typed is wrong; after the last step make the event."""
        wish, step = self.wish(), self.step
        step.reopen()
        wrong = {
            part: what
            for part, what in self._faults(wish).items()
            if part in step.parts and not self._is_missing(what)
        }
        if step is self.steps[-1]:
            self.make()
        elif wrong:
            self._show_wrong(step, wrong, wish)
        else:
            self._go(1)

    def _show_wrong(self, step: Step, wrong: dict[Part, Wrong], wish: Wish) -> None:
        """Say beside the inputs of the step what is wrong, and move the focus to the first of them."""
        for part, what in wrong.items():
            step.show_wrong(part, lambda say, what=what: words.wrong(what, wish, say))  # type: ignore[misc]

    def _on_escape(self) -> None:
        if self.is_begun and not self._is_asked:
            self._is_asked = True
            self.step.show_trouble(lambda say: say.text("Press Esc again to give up what you have begun."))
        else:
            self.given_up.emit()

    # ---- the files

    def _look_at_disk(self, then: Callable[[], object] = lambda: None) -> None:
        """Look in a lane whether a file of the name is there, and propose a name that no file has; then call `then`."""
        wish, is_proposed = self.wish(), self.file.is_proposed
        folder, file = wish.folder, wish.file
        if folder is None or file is None:
            then()
            return
        title = wish.title.in_language(wish.languages[0])

        def on_looked(found: tuple[str, bool]) -> None:
            name, is_taken = found
            self.file.propose(name)
            self._taken = file if is_taken and not is_proposed else None
            self._tell()
            then()

        self._lane.run(
            lambda: (file_name(title, folder), is_there(file)), then=on_looked, key="name of the event"
        )

    def _make_if_well(self) -> None:
        self._is_tried = True
        self._left.update(self.steps)
        wish = self.wish()
        found = self._faults(wish)
        self._tell()
        if found or wish.file is None:
            self._is_making = False
            step = next(each for each in self.steps if any(part in found for part in each.parts))
            self.open_step(step)
            self._show_wrong(step, {part: found[part] for part in step.parts if part in found}, wish)
            return
        path, event, staff, page = wish.file, event_of(wish), self._shift.staff, self.file.page
        self.make_button.setEnabled(False)
        self._lane.run(lambda: _made(path, event, staff, page), then=self.made.emit, fail=self._on_not_made)

    def _on_not_made(self, error: CheckinError) -> None:
        self._is_making, self._trouble = False, error
        self.make_button.setEnabled(True)
        self.open_step(self.file)
        self.file.show_wrong(Part.FOLDER, lambda say: " ".join(say.trouble(error)))

    def _choose_copy(self) -> None:
        say = self._say
        kinds = f"{say.text('Event files')} (*.event)"
        path = choose_file(self, say.text("Copy another event…"), None, kinds, say)
        if path is not None:
            self.copy_from(path)

    def _on_not_copied(self, error: CheckinError) -> None:
        self.beginning.show_wrong(Part.BEGINNING, lambda say: " ".join(say.trouble(error)))

    # ---- the widgets

    def _lay_out(self) -> None:
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        for button in self.buttons:
            side.addWidget(button)
        side.addStretch(1)
        side.addWidget(self.make_button)
        for step in self.steps:
            self._stack.addWidget(step)
        across = QHBoxLayout(self)
        across.addWidget(self._side)
        across.addWidget(self._stack, stretch=1)

    def _add_keys(self) -> None:
        for keys, act in (
            (("Ctrl+Return", "Ctrl+Enter"), self.make),
            (("Alt+Left",), lambda: self._go(-1)),
            (("Alt+Right",), lambda: self._go(1)),
        ):
            action = QAction(self)
            action.setShortcuts([QKeySequence(each) for each in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _checked=False, act=act: act())
            self.addAction(action)

    def _connect(self) -> None:
        for step, button in zip(self.steps, self.buttons, strict=True):
            button.clicked.connect(lambda _checked=False, step=step: self.open_step(step))
            step.saved.connect(self._on_next)
            step.back_wanted.connect(lambda: self._go(-1))
            step.given_up.connect(self._on_escape)
            step.asked_to_give_up.connect(self._on_escape)
            step.changed.connect(self._on_changed)
        self.make_button.clicked.connect(self.make)
        self.beginning.beginning.copy_wanted.connect(self._choose_copy)
        self.beginning.changed.connect(self._on_beginning)
        for changed in (self.what.title_input.changed, self.file.changed):
            changed.connect(self._on_file_changed)

    def _names(self) -> tuple[str, ...]:
        say = self._say
        return (
            say.text("What"),
            say.text("When and where"),
            say.text("Categories"),
            say.text("Rules"),
            say.text("File"),
        )

    def _label(self) -> None:
        self._fit()
        self._tell()

    def _fit(self) -> None:
        """Give the list of steps its width, and break the words of the button below it."""
        wide = min(self.fontMetrics().averageCharWidth() * _LIST_WIDTH, self.window().width() * 27 // 100)
        self._side.setFixedWidth(wide)
        make, keys = self._say.text("Make the event"), self._say.keys("Ctrl+Enter")
        one_line = self._say.with_key(make, "Ctrl+Enter")
        room = wide - 2 * _EDGE
        is_wide = self.fontMetrics().horizontalAdvance(one_line) <= room
        self.make_button.setText(
            one_line if is_wide else f"{wrapped(make, self.fontMetrics(), room)}\n{keys}"
        )


def _made(path: Path, event: Event, staff: Staff, page: str) -> Path:
    """Make the event file in a lane, and let the event open on this page; return the path."""
    event_id = make(path, event, staff)
    if page:
        remembered.remember(event_id, {"": {"page": page, "file": str(path)}})
    return path


def _zone_of_this_computer() -> str:
    """The IANA name of the time zone to which this computer is set; "" if the system does not tell one."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", errors="replace")
    zone = zone_named(name) if name else None
    return zone.key if zone is not None else ""
