"""Knows whether an Enter only repeats the key that began the last act, so that such an Enter receives nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from checkin.ui.arrivals.acts import DeskActs
    from checkin.ui.finding.finder import Finder


class SecondEnter(QObject):
    """Tells whether nothing was typed, chosen or refused since the last act of the page; an Enter then only repeats it.

    Many people press Enter twice. How much time lies between the two does not matter, because the operator has asked
    for nothing new.
    """

    def __init__(self, acts: DeskActs, finder: Finder) -> None:
        super().__init__(finder)
        self._follows = self._has_received = False
        acts.begun.connect(self._on_begun)
        acts.failed.connect(self.forget)
        finder.handled.connect(self.forget)

    @property
    def follows_act(self) -> bool:
        """Whether nothing was typed, chosen or refused since the last act began."""
        return self._follows

    @property
    def has_received(self) -> bool:
        """Whether the last act was about receiving somebody, so that a second Enter can mean nothing more."""
        return self._has_received

    def forget(self) -> None:
        """Let the next Enter count, because the operator has asked for something else or was refused."""
        self._follows = False

    def _on_begun(self, is_to_receive: bool) -> None:  # noqa: FBT001 - as the signal tells it
        self._follows, self._has_received = True, is_to_receive
