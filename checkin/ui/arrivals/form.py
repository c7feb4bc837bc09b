"""The form for a walk-in or a correction: the fields of a delegate, a name and a category required."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from checkin.domain.delegates import (
    PERSONS,
    PRIVATE,
    YES_OR_NO,
    Delegate,
    Field,
    NameOrder,
    Sex,
    Status,
    Value,
    number_of,
)
from checkin.ui.announcing import announce
from checkin.ui.appearance import Dressed

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent

    from checkin.domain.programme import Event
    from checkin.ui.appearance import Appearance, Words

WALK_IN: Final = (
    Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME, Field.CATEGORY, Field.ORGANISATION, Field.HONORIFIC,
)  # fmt: skip
"""What a walk-in is asked for; the rest can be corrected later."""
CORRECTION: Final = (*WALK_IN, *(field for field in Field if field not in {*WALK_IN, *PERSONS}))
"""All that can be typed or chosen in a correction, what is asked most often first."""
_REQUIRED: Final = frozenset({Field.CATEGORY, Field.FAMILY_NAME})


class _PrivateLine(QLineEdit):
    """Guests see the screen too: what stands here is hidden until the operator is in the field."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show it."""
        self.setEchoMode(QLineEdit.EchoMode.Normal)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it."""
        super().focusOutEvent(event)
        self.setEchoMode(QLineEdit.EchoMode.Password)


class PersonForm(QFrame, Dressed):
    """Fields to fill in.

    `delegate` is whom a correction is about; a new one may bring what is `proposed`, which counts as filled in.
    """

    saved = Signal(object)
    """The fields that differ from the delegate's."""

    given_up = Signal()

    def __init__(
        self,
        event: Event,
        look: Appearance,
        title: Words,
        delegate: Delegate,
        shown: tuple[Field, ...],
        *,
        proposed: Delegate | None = None,
        save: Words = lambda say: say.text("Save"),
    ) -> None:
        super().__init__()
        self._look = look
        self._title, self._save_words = title, save
        self._proposed = proposed or delegate
        self._event = event
        self._delegate = delegate
        self._inputs = {field: self._input(field) for field in shown}
        self._labels = {field: QLabel() for field in shown}
        self._is_saved = False
        self._wrong: Words | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._heading = QLabel(wordWrap=True)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setStyleSheet("font-weight: bold; font-size: 13pt")
        self._trouble = QLabel(wordWrap=True)
        self._trouble.setProperty("tone", "bad")
        self.save_button, self._cancel = QPushButton(default=True), QPushButton()
        self.save_button.clicked.connect(self._save)
        self._cancel.clicked.connect(self.given_up)
        self._lay_out()
        look.in_each_language(self._label)
        self._untouched = self._contents()

    def _lay_out(self) -> None:
        rows = QWidget()
        form = QFormLayout(rows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for field, label in self._labels.items():
            label.setBuddy(self._inputs[field])
            form.addRow(label, self._inputs[field])
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(rows)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.addWidget(self._heading)
        column.addWidget(scroll, stretch=1)
        column.addWidget(self._trouble)
        column.addLayout(buttons)

    def _label(self) -> None:
        say = self._say
        self._heading.setText(self._title(say))
        for field, label in self._labels.items():
            label.setText(say.field(field) + (" *" if field in _REQUIRED else ""))
            widget = self._inputs[field]
            widget.setAccessibleName(say.field(field))
            if isinstance(widget, QComboBox):
                words = dict(self._choices(field) or ())
                for number in range(widget.count()):
                    widget.setItemText(number, words.get(widget.itemData(number), ""))
        if self._wrong is not None:
            self._trouble.setText(self._wrong(say))
        self.save_button.setText(self._save_words(say) + "   Enter")
        self._cancel.setText(say.text("Cancel") + "   Esc")

    @property
    def is_begun(self) -> bool:
        """Whether there is anything in it that would be lost with it."""
        return self._proposed != self._delegate or self._contents() != self._untouched

    def input(self, field: Field) -> QWidget:
        """The widget in which this field is typed or chosen."""
        return self._inputs[field]

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor into the first field that is empty, else into the first."""
        super().showEvent(event)
        inputs = list(self._inputs.values())
        empty = (each for each in inputs if isinstance(each, QLineEdit) and not each.text())
        (next(empty, inputs[0]) if self._proposed != self._delegate else inputs[0]).setFocus()

    def show_trouble(self, words: Words) -> None:
        """Say what is wrong with what was filled in, and let it be saved again."""
        self._is_saved, self._wrong = False, words
        self._trouble.setText(words(self._say))
        announce(self, self._trouble.text(), at_once=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Escape gives up, from every field."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if event.isAutoRepeat():
                pass
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                focused = self.focusWidget()
                focused.click() if isinstance(focused, QPushButton) else self._save()
            case Qt.Key.Key_Escape:
                self.given_up.emit()
            case _:
                super().keyPressEvent(event)

    def _input(self, field: Field) -> QWidget:
        value = getattr(self._proposed, field.value)
        if (choices := self._choices(field)) is not None:
            return _choice(choices, value)
        if field in YES_OR_NO:
            box = QCheckBox()
            box.setChecked(bool(value))
            return box
        if field in PRIVATE:
            return _PrivateLine(str(value))
        line = QLineEdit(f"{value:g}" if isinstance(value, float) else str(value or ""))
        line.setCursorPosition(0)  # a long text shows its beginning
        return line

    def _choices(self, field: Field) -> list[tuple[str, str]] | None:
        """The values that can be chosen with their words; None where anything can be typed."""
        match field:
            case Field.CATEGORY:
                known = self._event.categories.values()
                return [(each.code, f"{each.letter}  {self._say.local(each.name)}") for each in known]
            case Field.STATUS:
                return [(status.value, self._say.status(status)) for status in Status]
            case Field.NAME_ORDER:
                return [(order.value, self._say.name_order(order)) for order in NameOrder]
            case Field.SEX:
                return [(sex.value, self._say.sex(sex)) for sex in Sex]
            case _:
                return None

    def _save(self) -> None:
        """Once, until the desk has answered: a second Enter must not register the guest twice."""
        if self._is_saved:
            return
        try:
            filled = {field: self._value(field, widget) for field, widget in self._inputs.items()}
        except ValueError:
            self.show_trouble(lambda say: say.text("Precedence is a number, such as 12 or 12.5."))
            return
        here, self._is_saved = self._delegate, True
        self.saved.emit(
            {field: value for field, value in filled.items() if value != getattr(here, field.value)}
        )

    def _contents(self) -> list[object]:
        return [_content(widget) for widget in self._inputs.values()]

    def _value(self, field: Field, widget: QWidget) -> Value:
        if isinstance(widget, QComboBox):
            return str(widget.currentData())
        if isinstance(widget, QCheckBox):
            return widget.isChecked()
        assert isinstance(widget, QLineEdit)  # noqa: S101 - there are three kinds of input
        text = " ".join(widget.text().split())
        if field is Field.PRECEDENCE:
            return number_of(text)
        return text


def _choice(entries: list[tuple[str, str]], chosen: str) -> QComboBox:
    combo = QComboBox()
    if not chosen and "" not in dict(entries):
        combo.addItem("", "")
    for code, word in entries:
        combo.addItem(word, code)
    combo.setCurrentIndex(max(combo.findData(chosen), 0))
    return combo


def _content(widget: QWidget) -> object:
    match widget:
        case QComboBox():
            return widget.currentIndex()
        case QCheckBox():
            return widget.isChecked()
        case QLineEdit():
            return widget.text()
        case _:
            return None
