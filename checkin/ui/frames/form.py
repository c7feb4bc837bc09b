"""A form with labelled inputs, a line for errors, and two buttons. Enter saves, and Escape gives up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from checkin.ui.announcing import announce
from checkin.ui.frames.button_row import ButtonRow
from checkin.ui.frames.inputs import content_of, when_changed
from checkin.ui.frames.lines_below import LinesBelow
from checkin.ui.frames.panel import Panel
from checkin.ui.frames.scrolled_inputs import ScrolledInputs
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from checkin.ui.appearance import Appearance, Words
    from checkin.wording import Wording

Name = TypeVar("Name")


class Form(Panel, Generic[Name]):
    """A form with labelled inputs, a Save button and a Cancel button; each input has a name, such as a field.

    The page that opens the form connects the signals `saved` and `given_up`.
    """

    letters_beside = 0
    """The letters of a line of the form below which the labels stand above the inputs, in as many lines as needed."""

    saved = Signal(object)
    """Emitted with the values that were filled in, as `filled_in` returns them."""

    changed = Signal()
    """Emitted when the content of an input has changed."""

    def __init__(
        self,
        look: Appearance,
        title: Words,
        inputs: Mapping[Name, QWidget],
        labels: Callable[[Name, Wording], str],
        save: Words = lambda say: say.text("Save"),
    ) -> None:
        super().__init__()
        self._look = look
        self._title, self._save_words = title, save
        self._inputs = dict(inputs)
        self._words_of = labels
        self._labels = {name: PlainLabel() for name in self._inputs}
        self._below = LinesBelow(self._inputs)
        self._is_saved = self._was_shown = False
        self._enter_saves = True
        self.wants_next = False
        """Whether the form was saved by the button that asks for one more form of this kind."""
        self._wrong: Words | None = None
        self._missing: Name | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._heading, self._trouble = _line("heading"), _line("bad")
        self._trouble.hide()
        self.save_button, self._cancel = QPushButton(default=True), QPushButton()
        self.next_button: QPushButton | None = None
        """The button that saves the form and asks for one more of this kind, if the form has one."""
        self.save_button.clicked.connect(lambda _checked=False: self._save())
        self._cancel.clicked.connect(self.given_up)
        self._lay_out()
        look.in_each_language(self._label)
        for name, widget in self._inputs.items():
            when_changed(widget, partial(self._on_changed_input, name))
        self._untouched = self._contents()

    @property
    def is_begun(self) -> bool:
        """Whether the operator has changed an input, so that closing the form would lose something."""
        return self._contents() != self._untouched

    def input(self, name: Name) -> QWidget:
        """The input widget of the field with this name."""
        return self._inputs[name]

    def show_trouble(self, words: Words) -> None:
        """Show what is wrong with the values filled in, and allow the form to be saved again."""
        self._is_saved, self._wrong = False, words
        self._trouble.setText(words(self._say))
        self._trouble.show()
        announce(self, self._trouble.text(), at_once=True)

    def hide_trouble(self) -> None:
        """Hide the words shown by `show_trouble`, because the operator has changed the wrong value."""
        self._wrong = None
        self._trouble.hide()

    def show_wrong(self, name: Name, words: Words, *, is_being_typed: bool = False) -> None:
        """Show below the input with this name what is wrong with its value, and allow the form to be saved again.

        Several inputs can be wrong at once; the focus goes to the first of them, unless the value `is_being_typed`. The
        words disappear when the operator changes the input or saves again.
        """
        self._is_saved = False
        self._below.wrong[name] = words
        self._show_wrong(name)
        if is_being_typed:
            return
        first = next(each for each in self._inputs if each in self._below.wrong)
        self._inputs[first].setFocus()
        self._scroll.show_soon(self._below.line(first))
        announce(self, self._below.line(name).text(), at_once=True)

    def hide_wrong(self, name: Name) -> None:
        """Hide the fault that is shown below the input with this name, because the value is right now."""
        if self._below.wrong.pop(name, None) is not None:
            self._show_wrong(name)

    def reopen(self) -> None:
        """Allow the form to be saved again, because the operator has come back to it."""
        self._is_saved = False

    def show_note(self, name: Name, words: Words | None) -> None:
        """Show below the input with this name what the operator should know about its value; None removes the note.

        While the value is wrong, the fault is shown instead of the note.
        """
        is_new = words is not None and name not in self._below.notes
        self._below.notes.pop(name, None)
        if words is not None:
            self._below.notes[name] = words
        self._show_wrong(name)
        if is_new and self._inputs[name].isAncestorOf(self.focusWidget()):
            self._scroll.show_soon(self._below.line(name))

    def notes(self) -> dict[Name, str]:
        """The notes that are shown, by the name of the input."""
        return {name: words(self._say) for name, words in self._below.notes.items()}

    def wrong(self) -> dict[Name, str]:
        """The faults that are shown, by the name of the input."""
        return {name: words(self._say) for name, words in self._below.wrong.items()}

    def show_input(self, name: Name, *, is_shown: bool) -> None:
        """Show or hide the input with this name and its label; an input without a meaning is hidden."""
        self._rows.setRowVisible(self._row_of(name), is_shown)
        self._show_wrong(name)

    def mark_missing(self, name: Name | None) -> None:
        """Mark the input with this name as one that must still be filled in; None marks no input.

        The label of the marked input gets an arrow and a colour.
        """
        self._missing = name
        for each, label in self._labels.items():
            label.setProperty("tone", "bad" if each == name else None)
            label.style().unpolish(label)
            label.style().polish(label)
        self._label()

    def let_enter_save(self, is_so: bool) -> None:  # noqa: FBT001 - as a signal tells it
        """Show on the Save button whether Enter saves the form now.

        `is_so` is False while another part of the form takes the Enter key.
        """
        self._enter_saves = is_so
        self._label()

    def offer_next(self) -> None:
        """Offer a button that saves the form and asks for one more, with the key Ctrl+N, which the page handles."""
        self.next_button = QPushButton()
        self.next_button.clicked.connect(self.save_and_next)
        self.add_button(self.next_button)
        self._label()

    @property
    def offers_next(self) -> bool:
        """Whether the form has a button that saves it and asks for one more form of this kind."""
        return self.next_button is not None

    def save_and_next(self) -> None:
        """Save the form, and let the page open one more when the form is saved (see `wants_next`)."""
        self._save(wants_next=True)

    def add_below(self, widget: QWidget) -> None:
        """Show this widget between the inputs and the buttons."""
        self._column.insertWidget(2, widget)

    def add_button(self, button: QPushButton) -> None:
        """Show this button to the left of the form's own buttons."""
        self._buttons.add(button, from_the_right=2)

    def add_before(self, name: Name, widget: QWidget) -> None:
        """Show this widget in a row of its own, above the input with this name."""
        self._rows.insertRow(self._row_of(name), widget)

    def first_input(self) -> QWidget:
        """The input that has the focus when the form opens."""
        return next(iter(self._inputs.values()))

    def filled_in(self) -> object:
        """The values with which `saved` is emitted; each subclass defines them.

        If a value is wrong, this method shows with `show_trouble` what is wrong, and raises ValueError.
        """
        raise NotImplementedError

    def choices(self, name: Name) -> Mapping[str, str] | None:
        """The values that can be chosen in the input with this name, with the words to show for each value.

        None if the input is no list of choices.
        """
        del name
        return None

    def showEvent(self, event: QShowEvent) -> None:
        """Move the focus to the input that `first_input` gives.

        When the form is shown again, the focus goes to the input that had it before.
        """
        super().showEvent(event)
        (self.focusWidget() if self._was_shown else self.first_input()).setFocus()
        self._was_shown = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the labels above the inputs where there is little room, otherwise beside them."""
        super().resizeEvent(event)
        if self.letters_beside:
            is_narrow = self.width() < self.fontMetrics().averageCharWidth() * self.letters_beside
            policy = QFormLayout.RowWrapPolicy
            self._rows.setRowWrapPolicy(policy.WrapAllRows if is_narrow else policy.WrapLongRows)
            for label in self._labels.values():
                label.setWordWrap(is_narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter and give up on Escape, from every input. On a button, Enter clicks the button."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if event.isAutoRepeat():
                pass
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                focused = self.focusWidget()
                focused.click() if isinstance(focused, QPushButton) else self._save()
            case Qt.Key.Key_Escape if not event.modifiers():
                self.escape()
            case _:
                super().keyPressEvent(event)

    def _on_changed_input(self, name: Name) -> None:
        self.keep()
        self.hide_wrong(name)
        self.changed.emit()

    def _save(self, *, wants_next: bool = False) -> None:
        """Emit `saved` with the values filled in.

        It is not emitted again until `show_trouble` is called, so that a second Enter does not save twice.
        """
        if self._is_saved:
            return
        for name in tuple(self._below.wrong):
            self.hide_wrong(name)
        try:
            filled = self.filled_in()
        except ValueError:
            return
        self._is_saved, self.wants_next = True, wants_next
        self.saved.emit(filled)

    def _lay_out(self) -> None:
        rows = QWidget()
        self._rows = form = QFormLayout(rows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._scroll = scroll = ScrolledInputs(rows)
        self._buttons = ButtonRow(self._cancel, self.save_button)
        self._column = column = QVBoxLayout(self)
        column.addWidget(self._heading)
        column.addWidget(scroll, stretch=1)
        # Only now, for Qt styles all widgets inside another anew each time when that one is put into a third.
        for name, label in self._labels.items():
            label.setBuddy(self._inputs[name])
            form.addRow(label, self._below.below(name))
        column.addWidget(self._trouble)
        column.addLayout(self._buttons)

    def _row_of(self, name: Name) -> int:
        """The number of the row of the input with this name."""
        labels = (
            self._rows.itemAt(row, QFormLayout.ItemRole.LabelRole) for row in range(self._rows.rowCount())
        )
        wanted = self._labels[name]
        return next(row for row, item in enumerate(labels) if item is not None and item.widget() is wanted)

    def _show_wrong(self, name: Name) -> None:
        self._below.show(name, self._say)
        self._describe(name)

    def _describe(self, name: Name) -> None:
        """Give the screen reader the words of what is wrong with the input, or that the input is missing."""
        missing = self._say.text("missing") if name == self._missing else ""
        self._inputs[name].setAccessibleDescription(self._below.line(name).text() or missing)

    def _label(self) -> None:
        say = self._say
        self._heading.setText(self._title(say))
        for name, label in self._labels.items():
            words, widget = self._words_of(name, say), self._inputs[name]
            label.setText(f"→ {words}" if name == self._missing else words)
            widget.setAccessibleName(words.removesuffix(" *"))
            self._show_wrong(name)
            choices = self.choices(name)
            if isinstance(widget, QComboBox) and choices is not None:
                _word(widget, choices)
        if self._wrong is not None:
            self._trouble.setText(self._wrong(say))
        words = self._save_words(say)
        self.save_button.setText(say.with_key(words, "Enter") if self._enter_saves else words)
        if self.next_button is not None:
            self.next_button.setText(say.with_key(say.text("Save, then next"), "Ctrl+N"))
        self._cancel.setText(say.with_key(say.text("Cancel"), "Esc"))

    def _contents(self) -> list[object]:
        return [content_of(widget) for widget in self._inputs.values()]


def _word(box: QComboBox, choices: Mapping[str, str]) -> None:
    """Write the words of the choices into the list, in which each entry holds its value."""
    for number in range(box.count()):
        box.setItemText(number, choices.get(box.itemData(number), ""))


def _line(tone: str) -> PlainLabel:
    """A line of text in this tone, in as many lines as it needs."""
    line = PlainLabel(wordWrap=True)
    line.setProperty("tone", tone)
    return line
