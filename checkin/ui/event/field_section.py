"""The fields of delegates that only this event has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from checkin.domain.programme import FieldKind, LocalText, OwnField, ShownOn
from checkin.domain.things import LONGEST_CODE
from checkin.text import search_key
from checkin.text.proposing import proposed_field_code
from checkin.text.signs import CODE, NAME, alike, can_be_code_of_field, signs_of_choices
from checkin.ui.appearance import Dressed
from checkin.ui.event.section import Answer, Section, Withdrawal
from checkin.ui.event.thing_form import ThingForm, ticked
from checkin.ui.frames.inputs import Input, TextLine, choice
from checkin.ui.frames.local_text import LocalTextInput
from checkin.ui.frames.local_texts import LocalTextsInput
from checkin.ui.table import TableColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from checkin.desk.survey import Survey
    from checkin.domain.programme import Event
    from checkin.ui.appearance import Appearance, Words
    from checkin.wording import Wording


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field that only this event has, and the number of people with a value in it; None while nobody was counted."""

    field: OwnField
    people: int | None


def kinds(say: Wording) -> Mapping[str, str]:
    """The kinds of fields that an event can add, by value, with their words."""
    return {
        FieldKind.TEXT.value: say.text("Text"),
        FieldKind.CHOICE.value: say.text("Choice"),
        FieldKind.YES_NO.value: say.text("Yes or no"),
        FieldKind.NUMBER.value: say.text("Number"),
        FieldKind.DATE.value: say.text("Date"),
    }


def places(say: Wording) -> Mapping[ShownOn, str]:
    """The places where a field that the event adds can be shown, with their words."""
    return {
        ShownOn.CARD: say.text("Card at the desk"),
        ShownOn.DOOR: say.text("Door"),
        ShownOn.BADGE: say.text("Badge"),
        ShownOn.EXPORT: say.text("Saved lists"),
    }


class FieldSection(Section[FieldRow]):
    """The section of the Event page for the fields that only this event has."""

    code = "fields"
    stretched = 0

    def title(self, say: Wording) -> str:
        """The name of the section."""
        return say.text("Own fields")

    def hint(self, say: Wording) -> str:
        """The sentence that says what to do while the event has no fields of its own."""
        return say.text("There is no own field yet, such as the size of a shirt. Ctrl+N adds one.")

    def add_words(self, say: Wording) -> str:
        """The words of the button that adds a field."""
        return say.text("Add a field")

    def columns(self, say: Wording, table: QWidget) -> Sequence[TableColumn[FieldRow]]:
        """The columns of the table."""
        del table
        return (
            TableColumn(say.text("Field"), lambda row: say.local(row.field.name)),
            TableColumn(say.text("Code"), lambda row: row.field.code),
            TableColumn(say.text("Kind of value"), lambda row: kinds(say)[row.field.kind]),
            TableColumn(
                say.text("Shown on"), lambda row: ", ".join(places(say)[each] for each in row.field.shown)
            ),
            TableColumn(say.text("Private"), lambda row: say.yes_no(value=row.field.private)),
            TableColumn(
                say.text("People"),
                lambda row: "" if row.people is None else str(row.people),
                lambda row: row.people or 0,
                is_number=True,
            ),
        )

    def rows(self, known: Survey) -> Sequence[FieldRow]:
        """The fields that only this event has, each with the number of people who have a value."""
        return [
            FieldRow(each, known.with_value(each.code) if known.is_counted else None)
            for each in known.event.fields.values()
        ]

    def key(self, row: FieldRow) -> str:
        """The field's code."""
        return row.field.code

    def form(self, known: Survey, row: FieldRow | None) -> ThingForm:
        """The form for a field that only this event has; for a new field if `row` is None."""
        return FieldForm(self._look, known, row.field if row is not None else None)

    def withdrawal(self, known: Survey, row: FieldRow) -> Withdrawal:
        """The question before a field is withdrawn in which people have values; the values stay in the event file."""
        fields = {code: each for code, each in known.event.fields.items() if code != row.field.code}
        answer = Answer(lambda say: say.text("Withdraw the field"), replace(known.event, fields=fields))
        if not row.people:
            return Withdrawal(None, lambda _say: "", (answer,))
        people = row.people
        return Withdrawal(
            lambda say: say.text("Withdraw the field {field}?").format(field=say.local(row.field.name)),
            lambda say: say.many(
                "{count} person has a value. It is shown no more, and comes back with the field.",
                "{count} people have a value. It is shown no more, and comes back with the field.",
                people,
            ),
            (answer,),
        )


class ShownInput(Input, Dressed):
    """A box to tick for each place where a field can be shown."""

    def __init__(self, look: Appearance, shown: Iterable[ShownOn]) -> None:
        super().__init__()
        self._look = look
        self.boxes = {place: ticked(is_ticked=place in set(shown)) for place in ShownOn}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for box in self.boxes.values():
            box.toggled.connect(lambda _is_ticked: self.changed.emit())
            column.addWidget(box)
        self.setFocusProxy(next(iter(self.boxes.values())))
        look.in_each_language(self._label)

    def shown(self) -> tuple[ShownOn, ...]:
        """The ticked places."""
        return tuple(place for place, box in self.boxes.items() if box.isChecked())

    def content(self) -> tuple[ShownOn, ...]:
        """The ticked places."""
        return self.shown()

    def _label(self) -> None:
        for place, words in places(self._say).items():
            self.boxes[place].setText(words)


class FieldForm(ThingForm):
    """The form for a field that only this event has.

    If people have values in the field, the kind of the field and the choices that people have cannot be changed.
    """

    def __init__(self, look: Appearance, known: Survey, field: OwnField | None) -> None:
        self._survey, self._known = known, field
        shown = field or OwnField("", LocalText(), shown=(ShownOn.CARD,))
        languages = known.event.description.languages
        code = {"code": TextLine(maxLength=LONGEST_CODE)} if field is None else {}
        self._shown = ShownInput(look, shown.shown)
        super().__init__(
            look,
            known.event,
            (lambda say: say.text("New field"))
            if field is None
            else lambda say: say.about(say.text("Field"), shown.code),
            {
                "name": LocalTextInput(look, languages, shown.name),
                **code,
                "kind": choice(kinds(look.say), shown.kind.value),
                "choices": LocalTextsInput(look, languages, shown.choices),
                "shown": self._shown,
                "private": ticked(is_ticked=shown.private),
            },
            {
                "name": lambda say: say.text("Field") + " *",
                "code": lambda say: say.text("Code"),
                "kind": lambda say: say.text("Kind of value"),
                "choices": lambda say: say.text("Choices"),
                "shown": lambda say: say.text("Shown on"),
                "private": lambda say: say.text("Private"),
            },
            {"kind": kinds},
        )
        self.changed.connect(self._on_changed)
        self._on_changed()

    def wanted(self) -> Event:
        """The event with this field as it is filled in."""
        event, known = self.seen, self._known
        kind = FieldKind(self.chosen("kind"))
        field = OwnField(
            known.code if known is not None else self.or_proposed("code"),
            self.text("name"),
            kind,
            self.texts("choices") if kind is FieldKind.CHOICE else (),
            self._shown.shown(),
            self.is_ticked("private"),
        )
        self.require("name", field.name)
        if known is None and field.name and not can_be_code_of_field(field.code):
            self.show_wrong(
                "code",
                lambda say: say.text("Write small letters, digits and _; no other field may have this code."),
            )
        self._check_choices(field)
        if known is not None:
            self._check_values(known, field)
        others = [each for each in event.fields.values() if each is not known]
        self.require_other_signs(field, others, {NAME: "name", CODE: "code"})
        return replace(event, fields={**event.fields, field.code: field})

    def _check_choices(self, field: OwnField) -> None:
        if field.kind is FieldKind.CHOICE and not field.choices:
            self.show_wrong("choices", lambda say: say.text("Write what can be chosen."))
        for one, other in alike(signs_of_choices(field.choices)):
            self.show_wrong("choices", _could_be_either(f"{one.text}, {other.text}"))

    def _check_values(self, known: OwnField, field: OwnField) -> None:
        """Say what cannot be changed because people have values: the kind, unless to text, and choices they have."""
        people = self._survey.with_value(known.code)
        if people and field.kind not in {known.kind, FieldKind.TEXT}:
            self.show_wrong(
                "kind",
                lambda say: say.many(
                    "{count} person has a value, so the kind can only become Text.",
                    "{count} people have a value, so the kind can only become Text.",
                    people,
                ),
            )
        if field.kind is not FieldKind.CHOICE or known.kind is not FieldKind.CHOICE:
            return
        there = {search_key(words) for each in field.choices for _, words in each.by_language}
        for (code, value), count in self._survey.values.items():
            if code == known.code and search_key(str(value)) not in there:
                self.show_wrong("choices", _is_chosen(str(value), count))

    def _on_changed(self) -> None:
        self.show_input("choices", is_shown=self.chosen("kind") == FieldKind.CHOICE)
        name = str(self.text("name"))
        self.propose("code", proposed_field_code(name, self.seen.fields), out_of=name)


def _could_be_either(both: str) -> Words:
    return lambda say: say.text("A list could mean either: {both}").format(both=both)


def _is_chosen(value: str, count: int) -> Words:
    return lambda say: say.many(
        "{count} person has “{choice}”; it must stay.",
        "{count} people have “{choice}”; it must stay.",
        count,
        choice=value,
    )
