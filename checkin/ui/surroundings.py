"""The middle of the window: the page, and what stands around the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from checkin.ui.footer import Footer
    from checkin.ui.header import Header
    from checkin.ui.rehearsal_mark import RehearsalMark
    from checkin.ui.stack import PageStack
    from checkin.ui.strip import TroubleStrip


class Surroundings(QWidget):
    """The header, the strip for errors, the page and the footer; in full screen the page may stand alone.

    Only the mark of a rehearsal is never hidden.
    """

    def __init__(
        self, header: Header, strip: TroubleStrip, mark: RehearsalMark, stack: PageStack, footer: Footer
    ) -> None:
        super().__init__()
        self._above, self._mark, self._footer = QWidget(), mark, footer
        above = QVBoxLayout(self._above)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(4)
        above.addWidget(header)
        above.addWidget(strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._above)
        column.addWidget(mark)
        column.addWidget(stack, 1)
        column.addWidget(footer)

    def leave_alone(self, *, is_alone: bool, is_rehearsal: bool) -> None:
        """Show the page alone, with the mark if the event `is_rehearsal`; or show all that stands around the page."""
        self._above.setVisible(not is_alone)
        self._footer.setVisible(not is_alone)
        self._mark.setVisible(is_alone and is_rehearsal)
