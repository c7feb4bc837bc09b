"""The assistant with which an organiser makes a new event: its steps, and the making of the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.desk.choices import Part
from checkin.domain.programme import LocalText
from checkin.ui.appearance import Dressed
from checkin.ui.assistant.forms import STEPS, Forms
from checkin.ui.assistant.making import Making
from checkin.ui.assistant.remarks import Remarks
from checkin.ui.assistant.step_list import StepList
from checkin.ui.file_dialog import choose_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from checkin.desk.new_event import Wish
    from checkin.desk.staff import Shift
    from checkin.errors import CheckinError
    from checkin.tasks import Tasks
    from checkin.ui.appearance import Appearance
    from checkin.ui.assistant.step import Step


class Assistant(QWidget, Dressed):
    """The steps in which an organiser chooses what a new event is; at the end the event file is made.

    Each step has proposals, so that only a title must be typed. The list at the left shows the choice of each step,
    marks the steps that have a fault, and opens any step.
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
        self._look, self._shift = look, shift
        self.forms = Forms(look, today, pages)
        self.list = StepList(look, [each.name for each in STEPS])
        self._remarks = Remarks(look, self.forms, self.list)
        self._is_making = self._is_asked = False
        self._at_beginning: Wish | None = None
        self._making = Making(tasks.devices, self)
        self._add(self.forms.what)
        self._lay_out()
        self._add_keys()
        self._connect()
        look.in_each_language(self._label)
        look.size_changed.connect(self._fit)

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in their order."""
        return self.forms.all

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.forms.shown

    @property
    def is_begun(self) -> bool:
        """Whether the operator has chosen or typed anything that would be lost."""
        return self._chosen() != self._at_beginning

    def wish(self) -> Wish:
        """All choices of the organiser, as they are now."""
        return self.forms.wish()

    def open_step(self, step: Step) -> None:
        """Show this step."""
        self.forms.make_all()
        self._remarks.left.add(self.step)
        step.reopen()
        self.forms.setCurrentWidget(step)
        self._remarks.tell()

    def make(self) -> None:
        """Make the event file; if something is missing or wrong, show the fault beside its input instead."""
        if not self._is_making:
            self._is_making = True
            self._making.look(self.wish(), self._make_if_well, is_typed=False)

    def copy_from(self, path: Path) -> None:
        """Offer to copy the categories and rules of the event in this file, and choose this offer."""
        self.forms.make_all()
        self._making.copy(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at Esc, after a question if something would be lost."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self._on_escape()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Move the focus to the first input of the step."""
        self.step.first_input().setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the widget; after the first painting, make the steps that are not shown yet."""
        super().paintEvent(event)
        self.forms.go_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the list of steps to the new width."""
        super().resizeEvent(event)
        self._fit()

    # ---- what is chosen

    def _chosen(self) -> Wish:
        """All that is chosen, without a name of the file that was only proposed."""
        return replace(
            self.wish(), name="" if self.forms.file.is_proposed else self.forms.file.name_line.text()
        )

    def _on_changed(self) -> None:
        self._is_asked = False
        self.step.hide_trouble()
        self._remarks.tell()

    def _on_file_changed(self) -> None:
        self._remarks.troubles.pop(Part.FOLDER, None)
        self._remarks.tell()
        self._look_at_disk()

    def _on_beginning(self) -> None:
        self._remarks.troubles.pop(Part.BEGINNING, None)
        self._propose_for(self.forms.beginning.beginning.chosen)
        self._remarks.tell()

    def _propose_for(self, kind: str) -> None:
        """Propose the languages, the rules and the length of the preset, or of the event that is copied."""
        like = self.forms.beginning.beginning.like
        known = like.description
        self.forms.what.propose_languages(known.languages)
        self.forms.rules.propose(like.policy)
        self.forms.when.propose_length(timedelta() if kind else known.last_day - known.first_day)

    # ---- going from step to step

    def _go(self, by: int) -> None:
        number = self.forms.currentIndex() + by
        if 0 <= number < len(self.steps):
            self.open_step(self.steps[number])

    def _on_next(self) -> None:
        """Go to the next step, unless something that was typed is wrong; after the last step make the event."""
        wish, step = self.wish(), self.step
        step.reopen()
        wrong = {
            part: what
            for part, what in self._remarks.faults(wish).items()
            if part in step.parts and not self._remarks.is_missing(what)
        }
        if step is self.steps[-1]:
            self.make()
        elif wrong:
            self._remarks.show_wrong(step, wrong, wish)
        else:
            self._go(1)

    def _on_escape(self) -> None:
        if self.is_begun and not self._is_asked:
            self._is_asked = True
            self.step.show_trouble(lambda say: say.text("Press Esc again to give up what you have begun."))
        else:
            self.given_up.emit()

    # ---- the files

    def _look_at_disk(self) -> None:
        """Propose a name for the file while the title or the name is typed, and see whether a file has the name."""
        self._making.look(self.wish(), self._on_looked, is_typed=True)

    def _on_looked(self, name: str, taken: Path | None) -> None:
        self._remarks.taken = None if self.forms.file.is_proposed else taken
        self.forms.file.propose(name)
        self._remarks.tell()

    def _make_if_well(self, name: str, taken: Path | None) -> None:
        """Make the file, or open the first step with a fault and say there what is wrong."""
        self._remarks.is_tried = True
        self._remarks.troubles.clear()
        self._remarks.left.update(self.steps)
        self._on_looked(name, taken)
        wish = self.wish()
        found = self._remarks.faults(wish)
        if not found:
            self.list.make_button.setEnabled(False)
            self._making.make(wish, self._shift.staff, self.forms.file.page)
            return
        self._is_making = False
        step = next(each for each in self.steps if any(part in found for part in each.parts))
        self.open_step(step)
        self._remarks.show_wrong(step, {part: found[part] for part in step.parts if part in found}, wish)

    def _on_not_made(self, error: CheckinError) -> None:
        self._is_making = False
        self._remarks.troubles[Part.FOLDER] = error
        self.list.make_button.setEnabled(True)
        self.open_step(self.forms.file)
        self.forms.file.show_wrong(Part.FOLDER, lambda say: say.about(*say.trouble(error)))

    def _choose_copy(self) -> None:
        say = self._say
        kinds = f"{say.text('Event files')} (*.event)"
        path = choose_file(self, say.text("Copy another event…"), None, kinds, say)
        if path is not None:
            self.copy_from(path)

    def _on_not_copied(self, error: CheckinError) -> None:
        self._remarks.troubles[Part.BEGINNING] = error
        self.forms.beginning.show_wrong(Part.BEGINNING, lambda say: say.about(*say.trouble(error)))

    # ---- the widgets

    def _on_whole(self) -> None:
        """Connect what the steps tell each other, propose what they propose for each other, and tell it."""
        self._connect_steps()
        self._propose_for(self.forms.beginning.beginning.chosen)
        self._at_beginning = replace(self._chosen(), title=LocalText(), venue=LocalText())
        self._remarks.tell()
        self._look_at_disk()

    def _add(self, step: Step) -> None:
        step.saved.connect(self._on_next)
        step.back_wanted.connect(lambda: self._go(-1))
        step.given_up.connect(self._on_escape)
        step.asked_to_give_up.connect(self._on_escape)
        step.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.addWidget(self.list)
        across.addWidget(self.forms, stretch=1)

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
        self.forms.made.connect(self._add)
        self.forms.completed.connect(self._on_whole)
        self.list.chosen.connect(lambda number: self.open_step(self.steps[number]))
        self.list.make_wanted.connect(self.make)
        self._making.made.connect(self.made)
        self._making.not_made.connect(self._on_not_made)
        self._making.not_copied.connect(self._on_not_copied)
        self.forms.what.title_input.changed.connect(self._on_file_changed)

    def _connect_steps(self) -> None:
        """Connect what the steps tell each other, once all are there."""
        self._making.copied.connect(self.forms.beginning.beginning.copy)
        self.forms.beginning.beginning.copy_wanted.connect(self._choose_copy)
        self.forms.beginning.changed.connect(self._on_beginning)
        self.forms.file.changed.connect(self._on_file_changed)

    def _label(self) -> None:
        self._fit()
        if self.forms.is_whole:
            self._remarks.tell()
        else:
            self.list.show_names()

    def _fit(self) -> None:
        self.list.fit(self.window().width())
