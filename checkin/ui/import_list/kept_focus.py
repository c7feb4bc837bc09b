"""Keeps the focus of the Import page in its place through work on a list, while most controls are disabled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtWidgets import QWidget


class KeptFocus:
    """Holds the focus on the page itself while its controls are disabled or covered, then gives it back.

    Otherwise Qt would move the focus off the page when the control that has it is disabled.
    """

    def __init__(
        self,
        page: QWidget,
        stop: QWidget,
        undo: Collection[QWidget],
        boxes: Collection[QWidget],
        put_focus: Callable[[], object],
    ) -> None:
        """Keep the focus of `page`; `stop` is the button that can be used while work goes on.

        The buttons `undo` never get the focus back: by Enter alone, pressed again and again, one import after the other
        would be undone. The `boxes` can be used while a list is examined again. `put_focus` puts the focus on what can
        be done next, where the focus cannot go back.
        """
        self._page = page
        self._stop = stop
        self._undo = undo
        self._boxes = boxes
        self._put_focus = put_focus
        self._former: QWidget | None = None

    def hold(self, *, but_in_boxes: bool = False) -> None:
        """Remember which control has the focus, and put the focus on the page itself.

        With `but_in_boxes` the focus stays in a combo box, so that the operator can go on typing letters to choose an
        entry.
        """
        focused = self._page.window().focusWidget()
        if self._page.isAncestorOf(focused) and focused is not self._stop:
            self._former = None if focused in self._undo else focused
            if not (but_in_boxes and focused in self._boxes):
                self._page.setFocus()

    def hold_from_boxes(self) -> None:
        """If a combo box has the focus, do what `hold` does, because the box may be hidden or disabled now."""
        if self._page.window().focusWidget() in self._boxes:
            self.hold()

    def hold_from_hidden(self, hidden: QWidget) -> None:
        """If the focus is inside `hidden`, do what `hold` does, because Qt would move the focus off the page."""
        if hidden.isAncestorOf(self._page.window().focusWidget()):
            self.hold()

    def hold_from_stop(self) -> None:
        """If the stop button has the focus, put the focus on the page itself, because the button is disabled now."""
        if self._stop.hasFocus():
            self._page.setFocus()

    def forget(self) -> None:
        """Forget which control had the focus, because the page shows another list."""
        self._former = None

    def give_back(self, *, is_ready: bool = False) -> None:
        """Put the focus back where it was, unless the operator has moved the focus meanwhile.

        If the former control cannot be used now, the focus goes to what can be done next; also if a new list is ready
        to be imported (`is_ready`).
        """
        former, self._former = self._former, None
        if former is not None and not shiboken6.isValid(former):
            former = None  # it stood in a panel that was closed meanwhile
        is_free = self._page.window().focusWidget() in {self._page, self._stop}
        if is_free and former is not None and former.isEnabled() and former.isVisible():
            former.setFocus()
        elif is_free or (is_ready and former is None):
            self._put_focus()
