"""The delegates found by a search, as a list model, with the words for their category and their state.

If nobody was found, the list holds suggestions under headings instead.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from checkin.domain.delegates import Status
from checkin.domain.registration import Registration
from checkin.ui.appearance import Dressed
from checkin.ui.finding import headings
from checkin.ui.finding.headings import LAST_ARRIVALS, Heading
from checkin.ui.finding.suggestion_rows import NONE_OF_THESE, SuggestionHeading, with_headings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from checkin.desk.suggest import Suggestion
    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Appearance, Words

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class Results(QAbstractListModel, Dressed):
    """The list model of the delegates found by a search, the likeliest first.

    If nobody was found, the model holds suggestions under headings instead.
    """

    registers_walk_ins = True
    """Whether this page can register a person who is not suggested; the last row of the list then says how."""

    def __init__(self, file: EventFile, look: Appearance, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._file = file
        self._look = look
        self._now = now
        self.found: Sequence[Registration] = ()
        self._rows: Sequence[Registration | SuggestionHeading] = ()
        self.heading: Heading = LAST_ARRIVALS
        self.typed = ""
        """The text of the search whose result is shown; "" if the list is not the result of a search."""

    @property
    def is_suggesting(self) -> bool:
        """Whether the list holds suggestions, because nobody was found."""
        return bool(self._rows) and not self.found

    @property
    def has_headings(self) -> bool:
        """Whether the list holds suggestions with headings, so that its rows differ in height."""
        return len(self._rows) > len(self.found)

    def show(self, found: Sequence[Registration], heading: Heading | None = None, typed: str = "") -> None:
        """Replace the delegates in the list by these.

        Without a `heading`, the list is headed as the result of a search. `typed` is the text of this search; the
        letters that it matches are marked.
        """
        self.beginResetModel()
        self.typed = typed
        self.found = self._rows = found
        self.heading = heading or headings.found(len(found))
        self.endResetModel()

    def suggest(self, typed: str, suggestions: Sequence[Suggestion]) -> None:
        """Show these suggestions for the search text `typed`, below the delegates whom the search has found, if any."""
        rows = list(with_headings("" if self.found else typed.strip(), suggestions))
        if rows and self.registers_walk_ins and not self.found:
            rows.append(NONE_OF_THESE)
        if self.found:
            self._replace_suggestions(rows)
            return
        self.beginResetModel()
        self.typed = typed
        self._rows = tuple(rows)
        self.endResetModel()

    def _replace_suggestions(self, rows: Sequence[Registration | SuggestionHeading]) -> None:
        """Replace the rows below the delegates found, and leave these and the selection as they are."""
        first, last = len(self.found), len(self._rows) - 1
        if last >= first:
            self.beginRemoveRows(_NOWHERE, first, last)
            self._rows = self.found
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(_NOWHERE, first, first + len(rows) - 1)
            self._rows = (*self.found, *rows)
            self.endInsertRows()

    def suggested(self, row: int) -> Registration | None:
        """The delegate who is suggested in this row; None for a heading, or for a delegate found by the search."""
        suggested = self._rows[row] if len(self.found) <= row < len(self._rows) else None
        return suggested if isinstance(suggested, Registration) else None

    def place_of(self, delegate: str) -> QModelIndex:
        """The index of the row with the delegate of this id; an invalid index if there is none."""
        rows = (
            row
            for row, each in enumerate(self._rows)
            if isinstance(each, Registration) and each.delegate.id == delegate
        )
        return self.index(next(rows, -1))

    def show_again(self, found: Sequence[Registration]) -> None:
        """Replace the data of the delegates in the list, who must be the same in the same order; keep the selection."""
        if found:
            self._rows = (*found, *self._rows[len(self.found) :])
            self.found = found
            self.dataChanged.emit(self.index(0), self.index(len(found) - 1))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """The number of rows: registrations found, or suggestions with their headings."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The flags of a row; a heading can neither be chosen nor reached by the arrow keys."""
        is_heading = index.isValid() and isinstance(self._rows[index.row()], SuggestionHeading)
        return Qt.ItemFlag.NoItemFlags if is_heading else super().flags(index)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The value of a row for a Qt role: the registration for the user role, a text for display and screen readers.

        None for any other role. A row that is a heading has a text, but no registration.
        """
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        is_text = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        if isinstance(row, SuggestionHeading):
            return row.words(self._say) if is_text else None
        if role == Qt.ItemDataRole.UserRole:
            return row
        return self._described(row) if is_text else None

    def category(self, registration: Registration) -> tuple[str, str, str]:
        """The letter, the name and the colour of the registration's category."""
        code = registration.delegate.category
        category = self._file.known_event.categories.get(code)
        if category is None:
            return code[:1], code, "#4A5568"
        return category.letter, self._say.local(category.name), category.colour

    @property
    def category_names(self) -> tuple[str, ...]:
        """The names of all categories of the event."""
        return tuple(self._say.local(each.name) for each in self._file.known_event.categories.values())

    def state(self, registration: Registration) -> str:
        """The words for the state of a delegate: the time of arrival if they have arrived, otherwise “expected”.

        For a delegate who has not arrived and is not registered, the words say the status, such as “declined”.
        """
        if registration.arrival is not None:
            zone = self._file.known_event.zone
            return f"✔ {self._say.when(registration.arrival.at, self._now(), zone)}"
        return self._refusal(registration) or self._say.text("expected")

    @property
    def longest_time(self) -> str:
        """The longest text that a time of arrival can have now, to measure its width.

        From the second day of the event on, the text contains the day too.
        """
        event, now = self._file.known_event, self._now()
        days = (
            now - timedelta(days=back) for back in range(7) if event.description.first_day < event.day_of(now)
        )
        return max((self._say.when(day, now, event.zone) for day in days), key=len, default="00:00")

    def warning(self, registration: Registration) -> str:
        """The status of a delegate who has arrived though they are not registered; "" for any other delegate."""
        return self._refusal(registration) if registration.arrival is not None else ""

    def _refusal(self, registration: Registration) -> str:
        status = registration.delegate.status
        return "" if status is Status.REGISTERED else f"✕ {self._say.status_on_screen(status)}"

    def _described(self, registration: Registration) -> str:
        delegate = registration.delegate
        known = (
            delegate.honorific,
            delegate.name,
            delegate.organisation,
            self._say.text("Call the protocol officer") if delegate.attention else "",
            self.category(registration)[1],
            self.state(registration),
            self.warning(registration),
        )
        return ", ".join(filter(None, known))


def enter_chooses(registration: Registration) -> Words:
    """The words beside a marked suggestion: the first Enter only chooses the delegate, the second one receives."""
    name = registration.delegate.titled_name
    return lambda say: say.text("Enter chooses {name}. Nobody is received by that.").format(name=name)
