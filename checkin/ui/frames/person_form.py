"""The form of a person, for a walk-in, a correction or the People page; a name and a category are required."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from checkin.domain.delegates import (
    NUMBERS,
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
    number_of,
)
from checkin.domain.programme import FieldKind
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
WHOLE: Final = (*CORRECTION, Field.PRECEDENCE)
"""The fields of the form on the People page, which also shows the event's own fields.

Fields that name other persons are missing here; separate acts set them.
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


class PersonForm(Form[str]):
    """A form with the fields of a delegate; `saved` is emitted with the values that differ from those of `delegate`.

    `delegate` is the delegate to correct, or an empty `Delegate` for a walk-in. `shown` holds the codes of the fields
    to show, which may be the event's own. The values of `proposed` are filled in at the beginning, and count as if the
    operator had typed them.
    """

    def __init__(
        self,
        event: Event,
        look: Appearance,
        title: Words,
        delegate: Delegate,
        shown: tuple[str, ...],
        *,
        proposed: Delegate | None = None,
        save: Words = lambda say: say.text("Save"),
    ) -> None:
        self._proposed = proposed or delegate
        self._event = event
        self._delegate = delegate
        inputs = {
            field: _input(field, self._proposed, _choices(field, event, look.say), event) for field in shown
        }
        super().__init__(look, title, inputs, self._label_of, save)
        self._mark()
        self.changed.connect(self._on_changed)

    @property
    def is_begun(self) -> bool:
        """Whether the form holds anything that would be lost if it were closed."""
        return self._proposed != self._delegate or super().is_begun

    def first_input(self) -> QWidget:
        """The input that gets the focus: the first required input that is empty, or else the family name."""
        return self._inputs[self._missing or Field.FAMILY_NAME]

    def filled_in(self) -> dict[str, Value]:
        """The values in the form, by the code of the field, without the values that the delegate has already.

        Raises ValueError if the name or the category is missing (its input then gets the focus), or if a text that must
        be a number or a day is none.
        """
        missing = self._missing
        if missing is not None:
            words = self._event_field_words(missing)
            self.show_trouble(lambda say: say.text("“{field}” is missing.").format(field=words(say)))
            self._inputs[missing].setFocus()
            raise ValueError(missing)
        filled = {field: self._typed(field) for field in self._inputs}
        if self.wrong():
            raise ValueError(self.wrong())
        here = self._delegate
        return {field: value for field, value in filled.items() if value != here.value(field)}

    @property
    def as_filled_in(self) -> Delegate:
        """The delegate with the values in the form; a wrong number or day counts as empty."""
        filled = {field: _value(widget) for field, widget in self._inputs.items()}
        return self._delegate.with_details(
            {field: _number_or_none(value) if field in NUMBERS else value for field, value in filled.items()}
        )

    def _typed(self, field: str) -> Value:
        """The value in the input of this field, as it is recorded; shows what is wrong with it."""
        value = _value(self._inputs[field])
        own = self._event.fields.get(field)
        try:
            if field in NUMBERS:
                return number_of(str(value))
            if own is not None and own.kind is FieldKind.NUMBER and value:
                return number_of(str(value))
            if own is not None and own.kind is FieldKind.DATE and value:
                return date.fromisoformat(str(value)).isoformat()
        except ValueError:
            is_day = own is not None and own.kind is FieldKind.DATE
            self.show_wrong(
                field,
                (lambda say: say.text("Write the day like this: 2026-11-24."))
                if is_day
                else (lambda say: say.text("Write a number, or nothing.")),
            )
        is_unchanged_box = value is False and self._delegate.value(field) == ""
        return "" if is_unchanged_box else value

    def _event_field_words(self, field: str) -> Words:
        return lambda say: say.field_of(self._event, field)

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

    def choices(self, name: str) -> Mapping[str, str] | None:
        """The values that can be chosen for the field `name`, with the words to show for each value.

        None if the operator fills in the field freely.
        """
        return _choices(name, self._event, self._say)

    def _label_of(self, field: str, say: Wording) -> str:
        return say.field_of(self._event, field) + (" *" if field in _REQUIRED else "")


def _choices(field: str, event: Event, say: Wording) -> dict[str, str] | None:
    own = event.fields.get(field)
    if own is not None and own.kind is FieldKind.CHOICE:
        return {"": "", **{str(each): say.local(each) for each in own.choices}}
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


def _input(field: str, proposed: Delegate, choices: Mapping[str, str] | None, event: Event) -> QWidget:
    value, own = proposed.value(field), event.fields.get(field)
    if choices is not None:
        return choice(choices, str(value or ""))
    if field in YES_OR_NO or (own is not None and own.kind is FieldKind.YES_NO):
        box = QCheckBox()
        box.setChecked(bool(value))
        return box
    if field in PRIVATE or (own is not None and own.private):
        return _PrivateLine(_as_text(value))
    line = TextLine(_as_text(value))
    line.setCursorPosition(0)  # a long text shows its beginning
    return line


def _as_text(value: Value) -> str:
    return f"{value:g}" if isinstance(value, float) else "" if value is None else str(value)


def _number_or_none(value: Value) -> Value:
    try:
        return number_of(str(value or ""))
    except ValueError:
        return None


def _value(widget: QWidget) -> Value:
    """The value that was filled in."""
    if isinstance(widget, QComboBox):
        return str(widget.currentData())
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    assert isinstance(widget, QLineEdit)  # noqa: S101 - there are three kinds of input
    return " ".join(widget.text().split())
