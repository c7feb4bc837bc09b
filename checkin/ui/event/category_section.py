"""The categories of the event, with their letters and colours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checkin.domain.programme import Category, LocalText
from checkin.domain.things import LONGEST_CODE
from checkin.text.pasted_categories import free_colours, read_pasted
from checkin.text.proposing import proposed_code, proposed_letter
from checkin.text.signs import CODE, LETTER, NAME
from checkin.ui.chip import chip_picture
from checkin.ui.event.colour_input import ColourInput, colour_names
from checkin.ui.event.pasting import paste_of
from checkin.ui.event.section import Answer, Paste, Section, Withdrawal
from checkin.ui.event.thing_form import ThingForm, ticked
from checkin.ui.frames.inputs import TextLine
from checkin.ui.frames.local_text import LocalTextInput
from checkin.ui.table import TableColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from checkin.desk.survey import Survey
    from checkin.domain.programme import Event
    from checkin.ui.appearance import Appearance, Words
    from checkin.wording import Wording


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category and the number of its people; the number is None while nobody was counted."""

    category: Category
    people: int | None


class CategorySection(Section[CategoryRow]):
    """The section of the categories."""

    code = "categories"
    has_order = True
    takes_lists = True

    def title(self, say: Wording) -> str:
        """The name of the section."""
        return say.text("Categories")

    def add_words(self, say: Wording) -> str:
        """The words of the button that adds a category."""
        return say.text("Add a category")

    def columns(self, say: Wording, table: QWidget) -> Sequence[TableColumn[CategoryRow]]:
        """The columns of the table."""
        return (
            TableColumn(
                say.text("Code"),
                lambda row: row.category.code,
                picture=lambda row: chip_picture(table, row.category.letter, row.category.colour),
            ),
            TableColumn(say.text("Category"), lambda row: say.local(row.category.name)),
            TableColumn(say.text("Letter"), lambda row: row.category.letter),
            TableColumn(
                say.text("Colour"),
                lambda row: colour_names(say).get(row.category.colour.upper(), row.category.colour),
            ),
            TableColumn(say.text("Counts"), lambda row: say.yes_no(value=row.category.counts)),
            TableColumn(
                say.text("People"),
                lambda row: "" if row.people is None else str(row.people),
                is_number=True,
            ),
        )

    def rows(self, known: Survey) -> Sequence[CategoryRow]:
        """The categories in their order."""
        return [
            CategoryRow(each, known.in_category.get(each.code, 0) if known.is_counted else None)
            for each in known.event.categories.values()
        ]

    def key(self, row: CategoryRow) -> str:
        """The category's code."""
        return row.category.code

    def form(self, known: Survey, row: CategoryRow | None) -> ThingForm:
        """The form of a category."""
        return CategoryForm(self._look, known.event, row.category if row is not None else None)

    def withdrawal(self, known: Survey, row: CategoryRow) -> Withdrawal:
        """The answers to choose from: each names another category, into which the people and sessions of this one go.

        Nobody is asked if the category has no people, and no session is open to this category alone.
        """
        event, category = known.event, row.category
        others = [each for each in event.categories.values() if each.code != category.code]
        if not others:
            return Withdrawal(
                lambda say: say.text("The last category cannot be withdrawn: everybody belongs to one."),
                lambda _say: "",
            )
        wanted = without_category(event, category.code)
        alone = [each for each in event.sessions_by_time() if each.open_to == frozenset((category.code,))]
        people = row.people or 0
        if not people and not alone:
            return Withdrawal(None, lambda _say: "", (Answer(lambda _say: "", wanted),))
        answers = tuple(Answer(_letter_and_name(each), wanted, {category.code: each.code}) for each in others)
        return Withdrawal(
            lambda say: say.text("Withdraw {category}: where do its people go?").format(
                category=say.local(category.name)
            ),
            lambda say: _why(say, people, len(alone)),
            answers,
        )

    def pasted(self, known: Survey, text: str) -> Paste:
        """The event with the categories of a pasted list, or the fault of the list."""
        event = known.event
        if not text.strip():
            return Paste(None, how_to_paste)
        colours = {name: colour for colour, name in colour_names(self._look.say).items()}
        read = read_pasted(text, list(event.categories.values()), event.description.languages, colours)
        told = {each.code: each for each in (*read.changed, *read.new)}
        wanted = replace(event, categories={**event.categories, **told})
        return paste_of(read, wanted, lambda say: say.text("Category"))

    def moved(self, known: Survey, rows: Sequence[CategoryRow]) -> Event:
        """The event with the categories in this order."""
        return replace(known.event, categories={row.category.code: row.category for row in rows})


class CategoryForm(ThingForm):
    """The form of a category; the code is asked for only while the category is new."""

    def __init__(self, look: Appearance, seen: Event, known: Category | None) -> None:
        self._known = known
        first = Category("", "", LocalText(), next(free_colours(seen.categories.values())))
        category = known or first
        code = {"code": TextLine(maxLength=LONGEST_CODE)} if known is None else {}
        super().__init__(
            look,
            seen,
            (lambda say: say.text("New category"))
            if known is None
            else lambda say: say.about(say.text("Category"), category.code),
            {
                "name": LocalTextInput(look, seen.description.languages, category.name),
                "letter": TextLine(category.letter),
                **code,
                "colour": ColourInput(look, category.colour),
                "counts": ticked(is_ticked=category.counts),
            },
            {
                "name": lambda say: say.text("Category") + " *",
                "letter": lambda say: say.text("Letter on badges"),
                "code": lambda say: say.text("Code"),
                "colour": lambda say: say.text("Colour"),
                "counts": lambda say: say.text("Counts in totals"),
            },
        )
        self.changed.connect(self._propose)
        self._propose()
        self.changed.connect(self._remark_colour)
        self._remark_colour()

    def wanted(self) -> Event:
        """The event with this category as it is filled in."""
        event, known = self.seen, self._known
        colour = self._inputs["colour"]
        assert isinstance(colour, ColourInput)  # noqa: S101 - made above
        category = Category(
            known.code if known is not None else self.or_proposed("code"),
            self.or_proposed("letter"),
            self.text("name"),
            colour.colour(),
            self.is_ticked("counts"),
        )
        self.require("name", category.name)
        if category.name:
            self.require("letter", category.letter)
        wrong = colour.trouble(known.colour if known is not None else "")
        if wrong is not None:
            self.show_wrong("colour", wrong)
        others = [each for each in event.categories.values() if each is not known]
        fields = {NAME: "name", CODE: "code", LETTER: "letter"}
        self.require_other_signs(category, others, fields)
        return replace(event, categories={**event.categories, category.code: category})

    def _remark_colour(self) -> None:
        """Say below the colour which other categories have it; their letters still tell them apart."""
        colour = self._inputs["colour"]
        assert isinstance(colour, ColourInput)  # noqa: S101 - made above
        shown = colour.colour().upper()
        others = [each for each in self.seen.categories.values() if each is not self._known]
        same = [each for each in others if each.colour.upper() == shown]
        self.show_note("colour", _same_colour(same) if same else None)

    def _propose(self) -> None:
        if self._known is not None:
            self.propose("letter", self._known.letter, out_of=self._known)
            return
        known, name = self.seen.categories, str(self.text("name"))
        letter = proposed_letter(name, [each.letter for each in known.values()])
        self.propose("letter", letter, out_of=name)
        self.propose("code", proposed_code(self.line("letter") or letter, known), out_of=name)


def without_category(event: Event, code: str) -> Event:
    """The event without this category; a session that was open to this category alone is then open to no category."""
    return replace(
        event,
        categories={key: each for key, each in event.categories.items() if key != code},
        sessions={
            key: each if each.open_to is None else replace(each, open_to=each.open_to - {code})
            for key, each in event.sessions.items()
        },
    )


def how_to_paste(say: Wording) -> str:
    """The sentence that says what to copy before a list of categories is pasted."""
    return say.text("Copy a list first: a line for each category, with its letter and its name.")


def _same_colour(categories: Sequence[Category]) -> Words:
    def words(say: Wording) -> str:
        names = ", ".join(say.local(each.name) for each in categories)
        if len(categories) == 1:
            return say.text("Also {category} has this colour.").format(category=names)
        return say.text("Also these have this colour: {categories}.").format(categories=names)

    return words


def _letter_and_name(category: Category) -> Words:
    return lambda say: f"{category.letter}  {say.local(category.name)}"


def _why(say: Wording, people: int, sessions: int) -> str:
    told = []
    if people:
        told.append(
            say.many("{count} person has this category.", "{count} people have this category.", people)
        )
    if sessions:
        told.append(
            say.many(
                "{count} session is open to this category alone.",
                "{count} sessions are open to this category alone.",
                sessions,
            )
        )
    return " ".join(told)
