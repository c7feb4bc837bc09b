"""The delegates found by a search, as a list model, with the words for their category and their state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from checkin.domain.delegates import Status
from checkin.ui.appearance import Dressed
from checkin.ui.arrivals import headings
from checkin.ui.arrivals.headings import LAST_ARRIVALS, Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Appearance

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class Results(QAbstractListModel, Dressed):
    """The list model of the registrations found by a search, the likeliest first."""

    def __init__(self, file: EventFile, look: Appearance) -> None:
        super().__init__()
        self._file = file
        self._look = look
        self.found: Sequence[Registration] = ()
        self.heading: Heading = LAST_ARRIVALS

    def show(self, found: Sequence[Registration], heading: Heading | None = None) -> None:
        """Replace the registrations in the list by these. Without a heading, they are the outcome of a search."""
        self.beginResetModel()
        self.found = found
        self.heading = heading or headings.found(len(found))
        self.endResetModel()

    def show_again(self, found: Sequence[Registration]) -> None:
        """Show new data of the same delegates in the same order; the selected delegate stays selected."""
        self.found = found
        self.dataChanged.emit(self.index(0), self.index(len(found) - 1))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """The number of registrations found."""
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The registration itself for the user role, and a text about it for display and screen readers; else None."""
        if not index.isValid():
            return None
        registration = self.found[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return registration
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            delegate = registration.delegate
            category = self.category(registration)
            known = (
                delegate.honorific,
                delegate.name,
                delegate.organisation,
                self._say.text("Call the protocol officer") if delegate.attention else "",
                category[1],
                self.state(registration),
                self.warning(registration),
            )
            return ", ".join(filter(None, known))
        return None

    def category(self, registration: Registration) -> tuple[str, str, str]:
        """The letter, the name and the colour of the registration's category."""
        code = registration.delegate.category
        category = self._file.known_event.categories.get(code)
        if category is None:
            return code[:1], code, "#4A5568"
        return category.letter, self._say.local(category.name), category.colour

    def state(self, registration: Registration) -> str:
        """The state of a delegate: the time of arrival, else the status if it is not “registered”, else “expected”."""
        if registration.arrival is not None:
            return f"✔ {self._say.time(registration.arrival.at, self._file.known_event.zone)}"
        return self._refusal(registration) or self._say.text("expected")

    def warning(self, registration: Registration) -> str:
        """The status of a delegate who has arrived all the same, though they are not registered; else ""."""
        return self._refusal(registration) if registration.arrival is not None else ""

    def _refusal(self, registration: Registration) -> str:
        status = registration.delegate.status
        return "" if status is Status.REGISTERED else f"✕ {self._say.status_on_screen(status)}"
