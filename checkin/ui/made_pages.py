"""The pages that the window has made for the open event, and the state in which each page was last seen."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from checkin.ui.appearance import Dressed

if TYPE_CHECKING:
    from checkin.remembered import State
    from checkin.ui.appearance import Appearance
    from checkin.ui.page import Page, PageEntry, Parts
    from checkin.ui.stack import PageStack


class MadePages(Dressed):
    """The pages that are made, by their number (from 0) in the window's list; a page is made when it is first wanted.

    `known` is the state of each page when the event was open before, by the name of the page's module.
    """

    def __init__(self, entries: tuple[PageEntry, ...], stack: PageStack, look: Appearance) -> None:
        self._entries, self._stack, self._look = entries, stack, look
        self._made: dict[int, Page] = {}
        self.known: dict[str, State] = {}

    def at(self, number: int, parts: Parts) -> Page:
        """The page with this number, which is made now if there is none yet."""
        if number not in self._made:
            entry = self._entries[number]
            page: Page = import_module(f"checkin.ui.{entry.module}").page(parts)
            self._made[number] = page
            self._stack.add(page)
            self.label()
            page.take_state(self.known.get(entry.module, {}))
        return self._made[number]

    def number_of(self, page: Page | None) -> int:
        """The number of this page; 0 if it is not among these pages."""
        return next((number for number, made in self._made.items() if made is page), 0)

    def number_named(self, module: str) -> int:
        """The number of the page of this module of `checkin.ui`; 0 if there is no such page."""
        return next((number for number, entry in enumerate(self._entries) if entry.module == module), 0)

    def begun(self, first: int) -> int | None:
        """The number of a page on which something is half done (the page `first` is looked at first); None if none."""
        begun = [number for number, page in self._made.items() if page.is_begun]
        return first if first in begun else next(iter(begun), None)

    @property
    def states(self) -> dict[str, State]:
        """The present state of each page; for a page that is not made, its state when the event was open before."""
        return {
            **self.known,
            **{self._entries[number].module: page.state for number, page in self._made.items()},
        }

    def label(self) -> None:
        """Give each page its name in the language of the window."""
        for number, page in self._made.items():
            page.setAccessibleName(self._say.text(self._entries[number].name))

    def let_go(self) -> tuple[Page, ...]:
        """Forget the pages, and return them; the caller deletes them."""
        pages, self._made = tuple(self._made.values()), {}
        return pages
