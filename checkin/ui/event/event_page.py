"""The Event page: a section each for the event, its categories, rooms, delegations and own fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QVBoxLayout

from checkin.domain.undoing import OF_EVENT
from checkin.ui.announcing import announce
from checkin.ui.event.category_section import CategorySection
from checkin.ui.event.delegation_section import DelegationSection
from checkin.ui.event.editing import Editing
from checkin.ui.event.event_section import EventSection
from checkin.ui.event.field_section import FieldSection
from checkin.ui.event.room_section import RoomSection
from checkin.ui.event.section_view import SectionView
from checkin.ui.frames.shown_stack import ShownStack
from checkin.ui.frames.undo_button import UndoButton
from checkin.ui.letters import is_letter
from checkin.ui.page import KeyGroup, Page
from checkin.ui.rows import row
from checkin.ui.table_view import rows_copied
from checkin.ui.whole_label import WholeLabel

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QKeyEvent

    from checkin.remembered import State
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts


_WIDE: Final = 105
"""The least width, in letters, of a page on which a form has room beside its table."""


class EventPage(Page):
    """The Event page, on which the organiser changes what the event is; each change is one act that can be undone."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._words: Words | None = None
        self.editing = Editing(parts, self)
        look = parts.look
        sections = (
            EventSection(look),
            CategorySection(look),
            RoomSection(look),
            DelegationSection(look),
            FieldSection(look),
        )
        self.views: dict[str, SectionView[Any]] = {
            each.code: SectionView(parts, each, self.editing) for each in sections
        }
        self.tabs, self._stack = QTabBar(), ShownStack()
        self.undo = UndoButton(parts, OF_EVENT)
        self.told = WholeLabel()
        self._lay_out()
        self._connect()
        look.in_each_language(self._label)

    @property
    def view(self) -> SectionView[Any]:
        """The section that is shown."""
        return list(self.views.values())[self.tabs.currentIndex()]

    @property
    def state(self) -> State:
        """The section that is shown, and the row that is selected in each section."""
        return {"section": self.view.section.code, **{code: view.key for code, view in self.views.items()}}

    def take_state(self, state: State) -> None:
        """Show the section and select the rows that the page showed when its `state` was saved."""
        codes = list(self.views)
        section = state.get("section")
        self.tabs.setCurrentIndex(
            codes.index(section) if isinstance(section, str) and section in codes else 0
        )
        for code, view in self.views.items():
            view.go_to(str(state.get(code, "")))

    def on_opened(self) -> None:
        """Move the focus to the section that is shown, and count the people."""
        self.view.take_focus()
        self.editing.count()

    def fit(self, room: QSize) -> None:
        """On a narrow page, show a form in place of its table."""
        is_narrow = room.width() < _WIDE * self.fontMetrics().averageCharWidth()
        for view in self.views.values():
            view.fit(is_narrow=is_narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep letters on the page while a form or question is open; otherwise they begin a search on Arrivals."""
        if self.view.side.is_asking and is_letter(event):
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and not event.modifiers() and self.view.side.is_asking:
            self.view.take_focus()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        self.view.add()

    def _turn(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def _on_section(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._tell(None)
        if not self.tabs.hasFocus():
            self.view.take_focus()

    def _copy(self) -> None:
        self._tell(rows_copied(self.view.table.copy()))

    def _tell(self, words: Words | None) -> None:
        self._words = words
        self.told.setText(words(self._say) if words is not None else "")
        announce(self, self.told.text())

    def _label(self) -> None:
        for number, view in enumerate(self.views.values()):
            self.tabs.setTabText(number, view.section.title(self._say))
        self.tabs.setAccessibleName(self._say.text("Sections of the event"))
        self.told.setText(self._words(self._say) if self._words is not None else "")

    def _lay_out(self) -> None:
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.told.setProperty("tone", "muted")
        for view in self.views.values():
            self.tabs.addTab("")
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        column.addLayout(row((self.told, 1), (self.undo, 1)))

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_section)
        self.undo.done.connect(self._tell)
        for view in self.views.values():
            view.told.connect(self._tell)
        self.add_key("Ctrl+N", lambda say: say.text("Add a row"), self._add, records=True)
        self.add_key(
            "Ctrl+V",
            lambda say: say.text("Paste a list"),
            lambda: self.view.paste(),  # noqa: PLW0108 - the view changes
            records=True,
        )
        self.tell_key("Enter", lambda say: say.text("Change the row"))
        self.tell_key("Del", lambda say: say.text("Withdraw the row"))
        self.tell_key(
            "Alt+↑ ↓", lambda say: say.text("Move the row"), works=lambda: self.view.section.has_order
        )
        self.add_key(
            "Ctrl+PgDown", lambda say: say.text("Next section"), lambda: self._turn(1), group=KeyGroup.LOOK
        )
        self.add_key(
            "Ctrl+PgUp", lambda say: say.text("Previous section"), lambda: self._turn(-1), group=KeyGroup.LOOK
        )
        self.add_key("Ctrl+C", lambda say: say.text("Copy the table"), self._copy, group=KeyGroup.LOOK)
        self.undo.add_keys(self)
