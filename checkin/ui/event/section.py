"""The parts of a section of the Event page: the rows of its table, the form of a row, and how a row is withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from checkin.desk.survey import Survey
    from checkin.domain.programme import Event
    from checkin.ui.appearance import Appearance, Words
    from checkin.ui.event.thing_form import ThingForm
    from checkin.ui.table import TableColumn
    from checkin.wording import Wording

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to withdraw a thing of the event (a category, a room and so on).

    `words` describe the way for the operator, and `wanted` is the event without the thing. `into` maps the code of a
    withdrawn category to the category that gets its people.
    """

    words: Words
    wanted: Event
    into: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The ways to withdraw a thing of the event, such as a room, and the question that offers them.

    If `question` is None, nobody is asked, and the first answer is carried out. If there are no answers, the thing
    cannot be withdrawn; `question` and `why` then tell the operator the reason.
    """

    question: Words | None
    why: Words
    answers: Sequence[Answer] = ()


@dataclass(frozen=True, slots=True)
class Paste:
    """The event with the rows of a pasted list (`wanted`), or None if the list has a fault.

    `told` are the words for what the list changes, or for its fault.
    """

    wanted: Event | None
    told: Words | None = None


class Section(Generic[Row]):
    """A section of the Event page: a table of the things of one kind, such as the rooms."""

    code = ""
    """The name of the section in the saved state of the page."""
    stretched = 1
    """The number of the column (from 0) that gets the width which the other columns leave."""
    has_order = False
    """Whether the operator can put the rows in another order."""
    takes_more = True
    """Whether rows can be added and withdrawn."""
    takes_lists = False
    """Whether a list of new rows can be pasted."""

    def __init__(self, look: Appearance) -> None:
        self._look = look

    def title(self, say: Wording) -> str:
        """The name of the section."""
        raise NotImplementedError

    def hint(self, say: Wording) -> str:
        """The sentence that says what to do while the table is empty."""
        del say
        return ""

    def add_words(self, say: Wording) -> str:
        """The words of the button that adds a row."""
        del say
        return ""

    def columns(self, say: Wording, table: QWidget) -> Sequence[TableColumn[Row]]:
        """The columns of the table; pictures are drawn in the text size of `table`."""
        raise NotImplementedError

    def rows(self, known: Survey) -> Sequence[Row]:
        """The rows of the table."""
        raise NotImplementedError

    def key(self, row: Row) -> str:
        """A text by which the row is found again after the table was filled anew."""
        raise NotImplementedError

    def form(self, known: Survey, row: Row | None) -> ThingForm:
        """The form for this row, or for a new row if `row` is None."""
        raise NotImplementedError

    def can_withdraw(self, row: Row) -> bool:
        """Whether the room, category and so on in this row can be withdrawn, because the event defines it."""
        del row
        return self.takes_more

    def withdrawal(self, known: Survey, row: Row) -> Withdrawal:
        """The ways to withdraw the thing in this row, and the question to ask before."""
        raise NotImplementedError

    def pasted(self, known: Survey, text: str) -> Paste:
        """The event with the rows of a pasted list, or the fault of the list."""
        raise NotImplementedError

    def moved(self, known: Survey, rows: Sequence[Row]) -> Event:
        """The event with its rooms, categories and so on in the order of these rows."""
        del rows
        return known.event
