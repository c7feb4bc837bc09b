"""What a section of the Event page gives: the rows of its table, the form of a row, and what withdrawing it means."""

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
    """A way to withdraw a thing: its words, the event without the thing, and where the people of a category go."""

    words: Words
    wanted: Event
    into: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What to do before a thing is withdrawn.

    Without answers the thing cannot be withdrawn, and `question` says why. If `question` is None, nobody is asked, and
    the first answer is what happens.
    """

    question: Words | None
    why: Words
    answers: Sequence[Answer] = ()


@dataclass(frozen=True, slots=True)
class Paste:
    """What a pasted list makes of the event; `wanted` is None if something is `wrong` with the list."""

    wanted: Event | None
    wrong: Words | None = None


class Section(Generic[Row]):
    """A section of the Event page: a table of the things of one kind, such as the rooms."""

    code = ""
    """The name of the section in the page's state."""
    stretched = 1
    """The number of the column that gets the room that is left over."""
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
        """What to do while the table is empty."""
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
        """The form of a row, or of a new one."""
        raise NotImplementedError

    def can_withdraw(self, row: Row) -> bool:
        """Whether the row is a thing that the event defines."""
        del row
        return self.takes_more

    def withdrawal(self, known: Survey, row: Row) -> Withdrawal:
        """What to do before this row is withdrawn."""
        raise NotImplementedError

    def pasted(self, known: Survey, text: str) -> Paste:
        """The event with the rows of a list, or what is wrong with the list."""
        raise NotImplementedError

    def moved(self, known: Survey, rows: Sequence[Row]) -> Event:
        """The event with the things in this order."""
        del rows
        return known.event
