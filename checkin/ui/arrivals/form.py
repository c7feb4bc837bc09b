"""The form for a walk-in or a correction, with the fields of a delegate; a name and a category are required."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from checkin.domain.delegates import (
    PERSONS,
    PICTURES,
    PRIVATE,
    YES_OR_NO,
    Delegate,
    Field,
    NameOrder,
    Sex,
    Status,
    Value,
)
from checkin.ui.frames.form import Form
from checkin.ui.frames.inputs import TextLine, choice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFocusEvent

    from checkin.domain.programme import Event
    from checkin.ui.appearance import Appearance, Words
    from checkin.wording import Wording

WALK_IN: Final = (
    Field.HONORIFIC, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME, Field.CATEGORY, Field.ORGANISATION,
)  # fmt: skip
"""The fields in the form for a walk-in, in the order of the badge; a correction can fill in the others later."""
NAMES: Final = (Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME)
"""The fields of which one must be filled in."""
_NOT_AT_A_DESK: Final = {*PERSONS, *PICTURES, Field.PRECEDENCE}
CORRECTION: Final = (*WALK_IN, *(field for field in Field if field not in {*WALK_IN, *_NOT_AT_A_DESK}))
"""The fields that a correction at a desk can change; those of the walk-in form, asked for most often, come first.

The order of precedence is the business of the protocol office, and comes with its list. A photo has a panel of its own.
"""
_REQUIRED: Final = frozenset({Field.CATEGORY, Field.FAMILY_NAME})


class _PrivateLine(TextLine):
    """An input for private text, hidden while the input has no focus, because guests see the screen too."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the text."""
        self.setEchoMode(QLineEdit.EchoMode.Normal)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the text."""
        super().focusOutEvent(event)
        self.setEchoMode(QLineEdit.EchoMode.Password)


class PersonForm(Form[Field]):
    """A form with the fields of a delegate; `saved` is emitted with only those fields that differ from `delegate`.

    `delegate` is the delegate to correct, or an empty `Delegate` for a walk-in. The values of `proposed` are filled in
    from the beginning, and count as if the operator had typed them.
    """

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
        self._proposed = proposed or delegate
        self._event = event
        self._delegate = delegate
        inputs = {field: _input(field, self._proposed, _choices(field, event, look.say)) for field in shown}
        super().__init__(look, title, inputs, _label_of, save)
        self._mark()
        self.changed.connect(self._on_changed)

    @property
    def is_begun(self) -> bool:
        """Whether the form holds anything that would be lost if it were closed."""
        return self._proposed != self._delegate or super().is_begun

    def first_input(self) -> QWidget:
        """The input that gets the focus: the first required input that is empty, or else the family name."""
        return self._inputs[self._missing or Field.FAMILY_NAME]

    def filled_in(self) -> dict[Field, Value]:
        """The values in the form, by field, without those that the delegate has already.

        Raises ValueError if the name or the category is missing; the input of the missing value then gets the focus.
        """
        missing = self._missing
        if missing is not None:
            self.show_trouble(lambda say: say.text("“{field}” is missing.").format(field=say.field(missing)))
            self._inputs[missing].setFocus()
            raise ValueError(missing)
        filled = {field: _value(widget) for field, widget in self._inputs.items()}
        here = self._delegate
        return {field: value for field, value in filled.items() if value != getattr(here, field.value)}

    def _on_changed(self) -> None:
        self.hide_trouble()
        self._mark()

    def _mark(self) -> None:
        """Mark the first field that is required and empty."""
        filled = {field for field in (*NAMES, Field.CATEGORY) if _value(self._inputs[field])}
        if filled.isdisjoint(NAMES):
            self.mark_missing(Field.FAMILY_NAME)
        else:
            self.mark_missing(None if Field.CATEGORY in filled else Field.CATEGORY)

    def choices(self, name: Field) -> Mapping[str, str] | None:
        """The values that can be chosen for the field `name`, with the words to show for each value.

        None if the operator fills in the field freely.
        """
        return _choices(name, self._event, self._say)


def _label_of(field: Field, say: Wording) -> str:
    return say.field(field) + (" *" if field in _REQUIRED else "")


def _choices(field: Field, event: Event, say: Wording) -> dict[str, str] | None:
    match field:
        case Field.CATEGORY:
            known = event.categories.values()
            return {each.code: f"{each.letter}  {say.local(each.name)}" for each in known}
        case Field.STATUS:
            return {status.value: say.status_on_screen(status) for status in Status}
        case Field.NAME_ORDER:
            return {order.value: say.name_order(order) for order in NameOrder}
        case Field.SEX:
            return {sex.value: say.sex(sex) for sex in Sex}
        case _:
            return None


def _input(field: Field, proposed: Delegate, choices: Mapping[str, str] | None) -> QWidget:
    value = getattr(proposed, field.value)
    if choices is not None:
        return choice(choices, value)
    if field in YES_OR_NO:
        box = QCheckBox()
        box.setChecked(bool(value))
        return box
    if field in PRIVATE:
        return _PrivateLine(str(value))
    line = TextLine(f"{value:g}" if isinstance(value, float) else str(value or ""))
    line.setCursorPosition(0)  # a long text shows its beginning
    return line


def _value(widget: QWidget) -> Value:
    """The value that was filled in."""
    if isinstance(widget, QComboBox):
        return str(widget.currentData())
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    assert isinstance(widget, QLineEdit)  # noqa: S101 - there are three kinds of input
    return " ".join(widget.text().split())
