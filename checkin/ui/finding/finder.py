"""The search for delegates on a page: a field that receives all typing, and the list of the delegates found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QApplication

from checkin.desk.find import again, find
from checkin.domain.near_codes import is_like_code
from checkin.ui.announcing import announce
from checkin.ui.appearance import Dressed
from checkin.ui.finding import headings
from checkin.ui.finding.headings import JUST_NOW, LAST_ARRIVALS, LAST_SELECTED, Heading
from checkin.ui.finding.result_list import ResultList
from checkin.ui.finding.results import Results
from checkin.ui.finding.search_field import SearchField
from checkin.ui.finding.suggesting import Suggesting
from checkin.ui.page import if_alive

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from checkin.domain.registration import Registration
    from checkin.errors import CheckinError
    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts


@dataclass(frozen=True, slots=True)
class SearchUse:
    """How one page uses the search: `find` is the search itself, `results` the class of the list model.

    `prompt` gives the hint in the empty search field; `has_large_field` says whether the field has large letters.
    """

    prompt: Words
    find: Callable[[EventFile, str], Sequence[Registration]] = find
    results: type[Results] = Results
    has_large_field: bool = True


AT_A_DESK: Final = SearchUse(lambda say: say.text("Scan, or type letters of a name"))


class Finder(QObject, Dressed):
    """The search field and the list of results. The search runs while the operator types.

    The list shows the last result, which may belong to an earlier text than the one in the field.
    """

    typed = Signal(str)
    """Emitted with the text in the field after it has changed."""

    selected = Signal()
    """Emitted when another delegate is selected in the list."""

    known = Signal()
    """Emitted when nobody is selected any more, or when the data of the selected delegate were read again."""

    answered = Signal()
    """Emitted when a search has ended and its result is shown."""

    handled = Signal()
    """Emitted when the operator types into the field or clears it, or chooses somebody by a key or a click."""

    found_for_enter = Signal()
    """Emitted at the end of a search during which Enter was pressed, if it found one delegate or nobody."""

    def __init__(self, parts: Parts, parent: QObject, use: SearchUse = AT_A_DESK) -> None:
        super().__init__(parent)
        self._at = parts
        self._look = parts.look
        self._searched = ""
        self._is_entered = False
        self._is_remembered = False
        self._is_unseen = False
        self._find = use.find
        self.search = SearchField(parts.look, use.prompt, is_large=use.has_large_field)
        self.results = use.results(parts.file, parts.look, parts.now)
        self.list = ResultList(self.results, parts.look)
        self.search.textChanged.connect(self._on_typed)
        self.search.textEdited.connect(lambda _text: self.handled.emit())
        self.search.list_key.connect(self._on_list_key)
        self.list.selectionModel().currentChanged.connect(lambda _new, _old: self._on_selected())
        self.list.clicked.connect(self._on_clicked)
        parts.look.in_each_language(self._label)
        parts.look.colours_changed.connect(self.list.viewport().update)
        self.suggesting = Suggesting(parts, self)

    @property
    def chosen(self) -> Registration | None:
        """The selected delegate; None if nobody is selected."""
        row = self.list.currentIndex().row()
        return self.results.found[row] if 0 <= row < len(self.results.found) else None

    @property
    def is_current(self) -> bool:
        """Whether the list is up to date: it shows the result for the text in the field, or the field is empty."""
        return self.search.text() in {self._searched, ""}

    @property
    def has_answer(self) -> bool:
        """Whether the list shows the result of the search for the text that is in the field."""
        return self.search.text() == self._searched

    @property
    def is_only_remembered(self) -> bool:
        """Whether the selected delegate was restored after a restart, and nobody has typed or selected since."""
        return self._is_remembered

    def expect_unseen(self) -> None:
        """Treat the next letters as typed by somebody who does not look at the list, until they choose somebody in it.

        The page calls this method if the letters were begun on another page.
        """
        self._is_unseen = True

    def take_unseen(self) -> bool:
        """Whether the operator may not have seen who is selected. After this call the operator counts as told."""
        was_unseen, self._is_unseen = self._is_unseen, False
        return was_unseen

    @property
    def is_idle(self) -> bool:
        """Whether nobody is searched for: the field is empty, and no selection was restored after a restart."""
        return not self.search.text().strip() and not self._is_remembered

    def show(
        self,
        found: Sequence[Registration],
        heading: Heading | None = None,
        *,
        is_chosen: bool = True,
        typed: str = "",
    ) -> None:
        """Show these delegates in the list, and select the first one unless `is_chosen` is False.

        Without a `heading`, the list is headed as the result of a search. `typed` is the text that was searched for.
        """
        self.results.show(found, heading, typed)
        if found and is_chosen:
            self.list.setCurrentIndex(self.results.index(0))
        else:
            self.known.emit()

    @property
    def is_unfinished(self) -> bool:
        """Whether the field holds letters with which somebody is still searched for.

        Letters that are all marked belong to a former search, unless `show_alone` has marked them.
        """
        text = self.search.text()
        is_kept = self.results.heading is JUST_NOW
        return bool(text.strip()) and (is_kept or self.search.selectedText() != text)

    def show_alone(self, registration: Registration, *, keeps_text: bool = False) -> None:
        """Show only this delegate, whom the last act was about.

        The field is emptied or, with `keeps_text`, its text is only marked, so that the next letter typed replaces it.
        """
        self._is_remembered = self._is_unseen = False
        if keeps_text:
            self.search.put(self.search.text())
        else:
            self.search.clear()
        self._searched = self.search.text()
        self.show([registration], heading=JUST_NOW)

    def show_nobody(self) -> None:
        """Empty the field and the list, where the page then shows the last arrivals again."""
        self.forget()
        self.show((), LAST_ARRIVALS)

    def choose(self, registration: Registration) -> None:
        """Show and select only this delegate, with their name in the field; the next letter typed replaces the name."""
        self._is_remembered = self._is_unseen = False
        self.search.put(registration.delegate.name)
        self._searched = self.search.text()  # a field may cut a long name
        self.show([registration])

    def look_for(self, text: str) -> None:
        """Put a scanned text into the field and search for it; the next letter typed replaces the text."""
        self.search.setText(text)
        self.search.selectAll()

    def begin_search(self) -> None:
        """Move the focus to the field, and mark the text in it, so that the next letter typed replaces the text."""
        self.search.setFocus()
        self.search.selectAll()

    def enter_when_found(self) -> None:
        """Have `found_for_enter` emitted when the running search ends, if it finds one delegate or nobody.

        The page calls this method if Enter is pressed before the search has ended.
        """
        self._is_entered = True

    def remember(self, delegate: str) -> None:
        """Show and select the delegate with this id, who was selected before a restart of the program.

        Nothing is done if the operator has begun a search meanwhile.
        """
        file = self._at.file
        self._at.tasks.prompt.run(
            lambda: again(file, [delegate]), then=if_alive(self.list, self._on_remembered)
        )

    def forget(self) -> None:
        """Clear the field and the selection, even a selection that was restored after a restart."""
        self._is_remembered = self._is_unseen = False
        self.list.setCurrentIndex(QModelIndex())
        self.search.clear()
        self.handled.emit()

    def look_again(self, changed: frozenset[str] = frozenset(), *, keeps: bool) -> None:
        """Read the data of the delegates in the list again, and keep the selection.

        `changed` holds the ids of the delegates who have changed; an empty set means any delegate. If some of them are
        not in the list, the search is repeated too. A delegate whose registration was undone leaves the list. With
        `keeps`, the same delegates stay in the list in any case.
        """
        shown, file = self._shown, self._at.file
        is_of_others = not changed or not changed <= set(shown)
        text = self.search.text() if self.has_answer and is_of_others and not keeps else ""

        def then(read: tuple[Sequence[Registration], Sequence[Registration]]) -> None:
            if shown == self._shown:
                self._on_read_again(text, *read, keeps=keeps)
            else:  # a search has ended meanwhile, so that what was read belongs to a former list
                self.look_again(changed, keeps=keeps)

        if shown or text.strip():
            self._at.tasks.prompt.run(
                lambda: (again(file, shown), self._find(file, text) if text.strip() else []),
                then=if_alive(self.list, then),
                key="again",
            )

    @property
    def _shown(self) -> list[str]:
        return [registration.delegate.id for registration in self.results.found]

    def _on_typed(self, text: str) -> None:
        self._is_entered = self._is_remembered = False
        if text.strip():
            file = self._at.file
            self._at.tasks.prompt.run(
                lambda: self._find(file, text),
                then=if_alive(self.list, lambda found: self._on_found(text, found)),
                fail=if_alive(self.list, lambda error: self._on_not_searched(text, error)),
                key="search",
            )
        else:
            self._searched = text
        self.typed.emit(text)

    def _on_found(self, text: str, found: Sequence[Registration]) -> None:
        if text != self.search.text():
            return
        self._searched = text
        self.show(found, None if found or not is_like_code(text) else headings.NOT_A_CODE, typed=text)
        self.answered.emit()
        # Where several were found, the operator has not yet seen whom Enter would receive.
        if self._is_entered and len(found) <= 1:
            self.found_for_enter.emit()
        self._is_entered = False

    def _on_not_searched(self, text: str, error: CheckinError) -> None:
        """Empty the list, which belongs to a former text, and say why nobody can be searched for."""
        if text == self.search.text():
            self._is_entered = False
            self.show((), headings.not_searched(error))
        self._at.trouble(error)

    def _on_read_again(
        self, text: str, known: Sequence[Registration], found: Sequence[Registration], *, keeps: bool
    ) -> None:
        """Show the delegates as they are now, and whomever another desk has registered who fits the text."""
        ids, shown, chosen = [each.delegate.id for each in found], self._shown, self.chosen
        if text != self.search.text() or not set(shown) < set(ids):
            self._show_again(known, keeps=keeps)
        elif chosen is None:
            self.show(found, typed=text)
        else:
            self.results.show(found, typed=text)
            self.list.setCurrentIndex(self.results.index(ids.index(chosen.delegate.id)))

    def _on_remembered(self, found: Sequence[Registration]) -> None:
        if found and not self.search.text() and self.chosen is None:
            self._is_remembered = True
            self.show(found, heading=LAST_SELECTED)

    def _show_again(self, found: Sequence[Registration], *, keeps: bool) -> None:
        shown = self._shown
        if [registration.delegate.id for registration in found] == shown:
            self.results.show_again(found)
        elif {each.delegate.id for each in found} < set(shown) and not keeps:
            # Somebody's registration was undone; another is selected only where somebody is searched for.
            is_searched = bool(self.search.text().strip())
            self.show(found, self.results.heading, is_chosen=is_searched, typed=self.results.typed)
        if self.chosen is not None:
            self.known.emit()

    def _on_list_key(self, event: QKeyEvent) -> None:
        self._is_remembered = self._is_unseen = False
        QApplication.sendEvent(self.list, event)
        self.handled.emit()

    def _on_clicked(self) -> None:
        self._is_remembered = self._is_unseen = False
        self.begin_search()
        self.handled.emit()

    def _on_selected(self) -> None:
        self.selected.emit()
        announce(self.list, str(self.list.currentIndex().data() or ""))

    def _label(self) -> None:
        self.list.setAccessibleName(self._say.text("Found"))
        self.list.viewport().update()
