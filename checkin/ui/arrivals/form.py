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

from checkin.domain.delegates import YES_OR_NO, Delegate, Field, NameOrder, Status, Value

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from checkin.domain.programme import Event
    from checkin.wording import Wording

WALK_IN: Final = (
    Field.CATEGORY, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME, Field.HONORIFIC, Field.ORGANISATION,
)  # fmt: skip
"""What a walk-in is asked for; the rest can be corrected later."""
_REQUIRED: Final = (Field.CATEGORY, Field.FAMILY_NAME)


class PersonForm(QFrame):
    """Fields to fill in. `saved` carries those that differ from what was there."""

    saved = Signal(dict)
    given_up = Signal()

    def __init__(
        self, event: Event, wording: Wording, title: str, delegate: Delegate, shown: tuple[Field, ...]
    ) -> None:
        super().__init__()
        self._event = event
        self._say = wording
        self._delegate = delegate
        self._inputs: dict[Field, QWidget] = {}
        self.setFrameShape(QFrame.Shape.StyledPanel)
        heading = QLabel(title)
        heading.setStyleSheet("font-weight: bold")
        rows = QWidget()
        form = QFormLayout(rows)
        for field in shown:
            self._inputs[field] = widget = self._input(field)
            label = QLabel(wording.field(field) + (" *" if field in _REQUIRED else ""))
            label.setBuddy(widget)
            widget.setAccessibleName(wording.field(field))
            form.addRow(label, widget)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(rows)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._trouble = QLabel(wordWrap=True)
        self._trouble.setProperty("tone", "bad")
        self.save_button = QPushButton(wording.text("Save"), default=True)
        self.save_button.clicked.connect(self._save)
        cancel = QPushButton(wording.text("Cancel"))
        cancel.clicked.connect(self.given_up)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.addWidget(heading)
        column.addWidget(scroll, stretch=1)
        column.addWidget(self._trouble)
        column.addLayout(buttons)

    def input(self, field: Field) -> QWidget:
        """The widget in which this field is typed or chosen."""
        return self._inputs[field]

    def begin(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self._inputs.values())).setFocus()

    def show_trouble(self, sentence: str) -> None:
        """Say what is wrong with what was filled in."""
        self._trouble.setText(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Escape gives up, from every field."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._save()
            case Qt.Key.Key_Escape:
                self.given_up.emit()
            case _:
                super().keyPressEvent(event)

    def _input(self, field: Field) -> QWidget:
        value = getattr(self._delegate, field.value)
        if field is Field.CATEGORY:
            return self._choice(
                [(c.code, f"{c.letter}  {self._say.local(c.name)}") for c in self._event.categories.values()],
                value,
            )
        if field is Field.STATUS:
            return self._choice([(status.value, self._say.status(status)) for status in Status], value)
        if field is Field.NAME_ORDER:
            return self._choice([(order.value, self._say.name_order(order)) for order in NameOrder], value)
        if field in YES_OR_NO:
            box = QCheckBox()
            box.setChecked(bool(value))
            return box
        return QLineEdit(f"{value:g}" if isinstance(value, float) else str(value or ""))

    def _choice(self, entries: list[tuple[str, str]], chosen: str) -> QComboBox:
        combo = QComboBox()
        if not chosen:
            combo.addItem("", "")
        for code, word in entries:
            combo.addItem(word, code)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
        return combo

    def _save(self) -> None:
        try:
            filled = {field: self._value(field, widget) for field, widget in self._inputs.items()}
        except ValueError:
            self.show_trouble(self._say.text("Precedence is a number, such as 12 or 12.5."))
            return
        empty = Delegate(self._delegate.id)
        base = self._delegate if self._delegate != empty else empty
        self.saved.emit(
            {field: value for field, value in filled.items() if value != getattr(base, field.value)}
        )

    def _value(self, field: Field, widget: QWidget) -> Value:
        if isinstance(widget, QComboBox):
            return str(widget.currentData())
        if isinstance(widget, QCheckBox):
            return widget.isChecked()
        assert isinstance(widget, QLineEdit)  # noqa: S101 - there are three kinds of input
        text = " ".join(widget.text().split())
        if field is Field.PRECEDENCE:
            return float(text.replace(",", ".")) if text else None
        return text
