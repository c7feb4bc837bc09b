"""The form that sets one field of many people to one value, and says how many people this changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from checkin.desk.change_many import OF_MANY, number_to_change
from checkin.domain.delegates import YES_OR_NO, Field, Status, Value
from checkin.domain.programme import FieldKind
from checkin.ui.frames.form import Form
from checkin.ui.frames.inputs import TextLine, choice
from checkin.ui.page import if_alive

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checkin.domain.programme import Event
    from checkin.ui.page import Parts
    from checkin.wording import Wording

_SCOPE, _FIELD = "?scope", "?field"
_SELECTED, _SHOWN = "selected", "shown"
_PAUSE_MS: Final = 250


@dataclass(frozen=True, slots=True)
class Change:
    """The change that the operator wants: the ids of the people, the code of the field, and the new value."""

    people: Sequence[str]
    code: str
    value: Value


class ChangeForm(Form[str]):
    """The form that sets a field of the selected people, or of all shown people; `saved` is emitted with a `Change`."""

    letters_beside = 46

    def __init__(self, parts: Parts, selected: Sequence[str], shown: Sequence[str]) -> None:
        self._at, self._event = parts, parts.file.known_event
        self._people = {_SELECTED: selected, _SHOWN: shown}
        self._codes = (*(field.value for field in OF_MANY), *self._event.fields)
        is_of_many = len(selected) > 1 or len(shown) == len(selected)
        self._scope = _SELECTED if is_of_many else _SHOWN
        self._number: int | None = None
        say = parts.look.say
        inputs: dict[str, QWidget] = {
            _SCOPE: choice(self._scopes(say), self._scope),
            _FIELD: choice({code: say.field_of(self._event, code) for code in self._codes}, self._codes[0]),
            **{code: self._input(code, say) for code in self._codes},
        }
        super().__init__(parts.look, self._words_of_title, inputs, self._label_of, self._words_of_title)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._count)
        self.changed.connect(self._on_changed)
        self._on_changed()

    @property
    def is_begun(self) -> bool:
        """Whether the operator has filled in a value."""
        return self._value not in {"", False} and super().is_begun

    @property
    def wanted(self) -> Change:
        """The change as it is filled in now; the value may still be missing."""
        return Change(self._people[self._scope], self._code, self._value)

    def first_input(self) -> QWidget:
        """The input that gets the focus first: the box in which the field is chosen."""
        return self._inputs[_FIELD]

    def filled_in(self) -> Change:
        """The change as it is filled in now. Raises ValueError if a required value is missing."""
        if self._is_missing:
            self.show_wrong(self._code, lambda say: say.text("Choose a value."))
            raise ValueError(self._code)
        return self.wanted

    def choices(self, name: str) -> Mapping[str, str] | None:
        """The entries of the box with this name, each with the words to show; None if the form has no such box."""
        if name == _SCOPE:
            return self._scopes(self._say)
        if name == _FIELD:
            return {code: self._say.field_of(self._event, code) for code in self._codes}
        return _choices(name, self._event, self._say)

    @property
    def _code(self) -> str:
        box = self._inputs[_FIELD]
        assert isinstance(box, QComboBox)  # noqa: S101 - made above
        return str(box.currentData())

    @property
    def _value(self) -> Value:
        widget = self._inputs[self._code]
        if isinstance(widget, QComboBox):
            chosen = str(widget.currentData() or "")
            is_yes_no = self._code in YES_OR_NO or _kind(self._event, self._code) is FieldKind.YES_NO
            return chosen == "yes" if is_yes_no else chosen
        assert isinstance(widget, QLineEdit)  # noqa: S101 - there are two kinds of input
        return " ".join(widget.text().split())

    def _on_changed(self) -> None:
        scope = self._inputs[_SCOPE]
        assert isinstance(scope, QComboBox)  # noqa: S101 - made above
        self._scope, self._number = str(scope.currentData()), None
        for code in self._codes:
            self.show_input(code, is_shown=code == self._code)
            self.show_note(code, None)
        self._label()
        if self._is_missing:
            self._soon.stop()
        else:
            self._soon.start()

    @property
    def _is_missing(self) -> bool:
        """Whether a value must still be chosen."""
        return self._value == "" and self._code in {Field.CATEGORY, Field.STATUS}

    def _count(self) -> None:
        """Count in the background how many people have another value."""
        file, wanted = self._at.file, self.wanted
        self._at.tasks.batch.run(
            lambda _tick: number_to_change(file, wanted.people, wanted.code, wanted.value),
            then=if_alive(self, lambda number: self._show_number(number) if wanted == self.wanted else None),
            fail=self._at.trouble,
        )

    def _show_number(self, number: int) -> None:
        self._number = number
        same = len(self._people[self._scope]) - number
        is_empty = self._value == ""

        def words(say: Wording) -> str:
            told = [say.text("The field will be emptied.")] if is_empty else []
            told.append(say.many("{count} person will change.", "{count} people will change.", number))
            if same:
                told.append(
                    say.many("{count} has this value already.", "{count} have this value already.", same)
                )
            return " ".join(told)

        self.show_note(self._code, words)

    def _words_of_title(self, say: Wording) -> str:
        return say.many("Change {count} person", "Change {count} people", len(self._people[self._scope]))

    def _scopes(self, say: Wording) -> dict[str, str]:
        selected, shown = len(self._people[_SELECTED]), len(self._people[_SHOWN])
        return {
            _SELECTED: say.many("{count} selected person", "{count} selected people", selected),
            _SHOWN: say.many("all that is shown: {count} person", "all that is shown: {count} people", shown),
        }

    def _label_of(self, name: str, say: Wording) -> str:
        match name:
            case "?scope":
                return say.text("Who")
            case "?field":
                return say.text("Field")
            case _:
                return say.text("New value")

    def _input(self, code: str, say: Wording) -> QWidget:
        entries = _choices(code, self._event, say)
        return choice(entries, "") if entries is not None else TextLine()


def _kind(event: Event, code: str) -> FieldKind | None:
    own = event.fields.get(code)
    return own.kind if own is not None else None


def _choices(code: str, event: Event, say: Wording) -> dict[str, str] | None:
    if code in YES_OR_NO or _kind(event, code) is FieldKind.YES_NO:
        return {"no": say.yes_no(value=False), "yes": say.yes_no(value=True)}
    if _kind(event, code) is FieldKind.CHOICE:
        return {"": "", **{str(each): say.local(each) for each in event.fields[code].choices}}
    match code:
        case Field.CATEGORY:
            return {each.code: f"{each.letter}  {say.local(each.name)}" for each in event.categories.values()}
        case Field.STATUS:
            return {status.value: say.status_on_screen(status) for status in Status}
        case _:
            return None
