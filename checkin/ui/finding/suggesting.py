"""Suggestions after a search that found nobody or few: delegates whom the text may mean, under headings in the list.

The first Enter only chooses the suggestion, and the second one receives the delegate. Otherwise an Enter pressed too
often could receive somebody who was not searched for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from checkin.desk.suggest import ENOUGH, Clue, suggest_by
from checkin.ui.announcing import announce
from checkin.ui.finding.headings import NOT_A_CODE, how_to_read_again
from checkin.ui.finding.results import enter_chooses
from checkin.ui.page import if_alive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.desk.suggest import Suggestion
    from checkin.domain.registration import Registration
    from checkin.ui.appearance import Words
    from checkin.ui.finding.finder import Finder
    from checkin.ui.page import Parts


class Suggesting(QObject):
    """Fills the list with suggestions (delegates whom the text may mean) when a search has found nobody or few."""

    def __init__(self, parts: Parts, finder: Finder) -> None:
        super().__init__(finder)
        self._at = parts
        self._finder = finder
        self._asked = ""
        finder.known.connect(self._on_known)
        finder.answered.connect(self._on_answered)
        parts.changes.delegates_changed.connect(lambda _changed: self._ask_again())

    def take(self) -> bool:
        """Select, as if found by a search, the delegate whose suggestion is marked; the next Enter receives them.

        Returns False, without doing anything, if no suggestion is marked.
        """
        marked = self.marked
        if marked is None or not self._finder.is_current:
            return False
        self._finder.choose(marked)
        return True

    @property
    def marked(self) -> Registration | None:
        """The delegate whose suggestion is selected; None if no suggestion is selected."""
        return self._finder.results.suggested(self._finder.list.currentIndex().row())

    def hint(self) -> Words:
        """The words that tell the operator what to do after a search that found nobody, or about a suggestion."""
        results, marked = self._finder.results, self.marked
        if results.heading is NOT_A_CODE:
            return how_to_read_again
        if marked is not None:
            return enter_chooses(marked)
        if results.is_suggesting:
            return lambda say: say.text(
                "Nobody was found. The arrow keys choose one of these. Ctrl+N registers somebody on site."
            )
        return lambda say: say.text(
            "Nobody was found. Try fewer letters, or the organisation. Ctrl+N registers somebody on site."
        )

    def _on_known(self) -> None:
        """Ask for suggestions, if the search for the text in the field has ended and found nobody.

        A text that is like a code is nobody's name, and whom it suggested would be a stranger.
        """
        finder = self._finder
        text = finder.search.text()
        is_name = bool(text.strip()) and finder.results.heading is not NOT_A_CODE
        if not is_name or finder.results.found or not finder.has_answer:
            self._asked = ""
        elif text != self._asked:
            self._asked = text
            self._ask(text)

    def _on_answered(self) -> None:
        """Ask whether somebody else may be meant, if a search has found few."""
        found = self._finder.results.found
        if 0 < len(found) < ENOUGH:
            self._asked = self._finder.search.text()
            self._ask(self._asked)

    def _ask_again(self) -> None:
        """Ask once more for the suggestions in the list, but never while another text is searched for.

        Suggestions and the search share a key in the lane, so that the next letter typed cancels both. Suggestions that
        nobody waits for would cancel a running search, and nobody would start that search again.
        """
        finder = self._finder
        is_asked = bool(self._asked) and self._asked == finder.search.text() and finder.has_answer
        if is_asked and finder.list.isVisible() and (not finder.results.found or finder.results.has_headings):
            self._ask(self._asked)

    def _ask(self, text: str, clues: Sequence[Clue] = tuple(Clue), before: Sequence[Suggestion] = ()) -> None:
        """Ask for the suggestions by one clue after the other; between them the lane lets a scan go first."""
        file, found = self._at.file, self._finder.results.found
        self._at.tasks.prompt.run(
            lambda: suggest_by(clues[0], file, text, found, before),
            then=if_alive(
                self._finder.list,
                lambda new: self._on_clue(text, clues[1:], before, new, has_found=bool(found)),
            ),
            fail=self._at.trouble,
            key="search",
        )

    def _on_clue(
        self,
        text: str,
        clues: Sequence[Clue],
        before: Sequence[Suggestion],
        new: Suggestion | None,
        *,
        has_found: bool,
    ) -> None:
        """Go on with the next clue if no more is known yet than by fewer letters; otherwise show what is known."""
        known = before if new is None else (*before, new)
        is_typo = new is not None and new.clue is Clue.TYPO
        results = self._finder.results
        if text not in {self._finder.search.text()} & {results.typed} or bool(results.found) != has_found:
            return  # another text was typed, or somebody was received or registered, meanwhile
        if clues and not is_typo and not has_found:
            self._ask(text, clues, known)
        else:
            self._on_suggested(text, known)

    def _on_suggested(self, text: str, suggestions: Sequence[Suggestion]) -> None:
        """Show the suggestions; where nobody was found, say so too."""
        finder = self._finder
        results, marked = finder.results, self.marked
        results.suggest(text, suggestions)
        if marked is not None:
            finder.list.setCurrentIndex(results.place_of(marked.delegate.id))
        if not results.found:
            announce(finder.list, str(results.index(0).data() or ""))
            finder.known.emit()
