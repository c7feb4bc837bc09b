"""The base of the forms of the Event page, each with the fields of one thing, such as a room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from checkin.text.signs import CODE, LETTER, NAME, alike, signs_of
from checkin.ui.frames.form import Form
from checkin.ui.frames.inputs import TextLine
from checkin.ui.frames.local_text import LocalTextInput
from checkin.ui.frames.local_texts import LocalTextsInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from checkin.domain.programme import Event, LocalText
    from checkin.text.signs import Named
    from checkin.ui.appearance import Appearance, Words
    from checkin.wording import Wording

Choices: TypeAlias = "Callable[[Wording], Mapping[str, str]]"
"""A function that gives the words for each value that can be chosen."""

_LARGEST: Final = 1_000_000


class ThingForm(Form[str]):
    """A form for one thing of the event; it is filled in with the present values, and gives the changed event.

    `saved` is emitted with the changed `Event`. `seen` is the event as it was when the form was opened.
    """

    def __init__(
        self,
        look: Appearance,
        seen: Event,
        title: Words,
        inputs: Mapping[str, QWidget],
        labels: Mapping[str, Words],
        choices: Mapping[str, Choices] | None = None,
    ) -> None:
        """`choices` gives the entries of each list of choices, by its field."""
        self.seen = seen
        self._words = dict(labels)
        self._choices_of = dict(choices or {})
        super().__init__(look, title, inputs, self._label_of)

    def choices(self, name: str) -> Mapping[str, str] | None:
        """The entries of the list of choices with this name, each with its words; None for any other field."""
        return self._choices_of[name](self._say) if name in self._choices_of else None

    def wanted(self) -> Event:
        """The event as it is filled in; each subclass shows the faults by `show_wrong`."""
        raise NotImplementedError

    def filled_in(self) -> Event:
        """The event as it is filled in; raises ValueError if there is a fault, which is shown below its input."""
        event = self.wanted()
        if self.wrong():
            raise ValueError(self.wrong())
        return event

    def require(self, name: str, value: object) -> None:
        """Show below the input with this name that its value is missing, if `value` is empty."""
        if not value:
            words = self._words[name]
            self.show_wrong(
                name, lambda say: say.text("“{field}” is missing.").format(field=_bare(words(say)))
            )

    def require_other_signs(self, thing: Named, others: Iterable[Named], fields: Mapping[str, str]) -> None:
        """Show below the input of a code, letter or name that another thing has the same one already.

        `fields` gives the name of this form's input for the code, the letter and the name.
        """
        things = [*others, thing]
        for other, mine in alike(signs_of(things)):
            if mine.number == len(things) - 1:
                field = fields.get(mine.key, fields[NAME])
                shown = field if field in self._inputs else fields[NAME]
                self.show_wrong(shown, is_taken(other.key, mine.text, other.code))

    def text(self, name: str) -> LocalText:
        """The text in the languages of the event that was filled in."""
        widget = self._inputs[name]
        assert isinstance(widget, LocalTextInput)  # noqa: S101 - the subclass has made the input
        return widget.text()

    def texts(self, name: str) -> tuple[LocalText, ...]:
        """The list of texts that was filled in."""
        widget = self._inputs[name]
        assert isinstance(widget, LocalTextsInput)  # noqa: S101 - the subclass has made the input
        return widget.texts()

    def line(self, name: str) -> str:
        """The line of text that was filled in, without spaces around words; "" if the form has no such field."""
        widget = self._inputs.get(name)
        return " ".join(widget.text().split()) if isinstance(widget, TextLine) else ""

    def number(self, name: str) -> int | None:
        """The whole number that was filled in, None for an empty line; any other text is shown to be wrong."""
        written = self.line(name)
        if not written:
            return None
        if written.isdecimal() and 0 < int(written) <= _LARGEST:
            return int(written)
        self.show_wrong(name, lambda say: say.text("Write a whole number, or nothing."))
        return None

    def chosen(self, name: str) -> str:
        """The value of the chosen entry."""
        widget = self._inputs[name]
        assert isinstance(widget, QComboBox)  # noqa: S101 - the subclass has made the input
        return str(widget.currentData())

    def is_ticked(self, name: str) -> bool:
        """Whether the box is ticked."""
        widget = self._inputs[name]
        assert isinstance(widget, QCheckBox)  # noqa: S101 - the subclass has made the input
        return widget.isChecked()

    def propose(self, name: str, proposed: str, *, out_of: object) -> None:
        """Show in an empty line, as a hint, the value that is taken if the line is left empty.

        `out_of` is the name from which the value is made; while it is empty, nothing is shown.
        """
        widget = self._inputs.get(name)
        if isinstance(widget, TextLine):
            widget.setPlaceholderText(proposed if out_of else "")

    def or_proposed(self, name: str) -> str:
        """The text in the line with this name or, if the line is empty, the value that was proposed for it."""
        widget = self._inputs.get(name)
        return self.line(name) or (widget.placeholderText() if isinstance(widget, TextLine) else "")

    def _label_of(self, name: str, say: Wording) -> str:
        return self._words[name](say)


def ticked(*, is_ticked: bool) -> QCheckBox:
    """Make a box that is ticked or not."""
    box = QCheckBox()
    box.setChecked(is_ticked)
    return box


def digits(number: int | None) -> TextLine:
    """Make a line with this number, or an empty one."""
    return TextLine("" if number is None else str(number))


def _bare(label: str) -> str:
    return label.removesuffix(" *")


def is_taken(key: str, text: str, code: str) -> Words:
    """The words that say that another room or category (`code`) has the same code, letter or name (`key`)."""

    def words(say: Wording) -> str:
        taken = {
            CODE: say.text("{text} is the code of {code} too; a list could mean either."),
            LETTER: say.text("{text} is the letter of {code} too; a list could mean either."),
            NAME: say.text("{text} is the name of {code} too; a list could mean either."),
        }
        return taken[key].format(text=text, code=code)

    return words
