"""How the parts of the door page share its room: on a small page the less important parts become smaller, or go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLayout, QVBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from checkin.ui.door.controls import DoorControls
    from checkin.ui.door.foot import DoorFoot
    from checkin.ui.door.operator_line import OperatorLine
    from checkin.ui.door.recent import RecentAnswers

_WIDE_ENOUGH: Final = 130
"""The width from which a page counts as wide, in letters: a larger font needs a wider page."""
_SPACING, _SPACING_IF_LOW = 8, 3
_HIGH_ENOUGH, _VERY_LOW = 24, 19
"""The heights in lines of text below which the recent answers are hidden, and then all rows become lower."""


class DoorLayout(QVBoxLayout):
    """The column of the door page: top row, verdict, operator's line, recent answers, bottom row."""

    def __init__(
        self,
        page: QWidget,
        controls: DoorControls,
        middle: QWidget,
        operator: OperatorLine,
        recent: RecentAnswers,
        foot: DoorFoot,
    ) -> None:
        """Lay out the parts of `page`; `middle` is the place of the verdict, which takes all room that is left."""
        super().__init__(page)
        self._page = page
        self._controls, self._operator, self._recent, self._foot = controls, operator, recent, foot
        self.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.addWidget(controls)
        self.addWidget(middle, 1)
        for widget in (operator, recent, foot):
            self.addWidget(widget)

    def fit(self) -> None:
        """Hide the less important parts of a small page, or make them smaller.

        A low page hides the recent answers. On a very low page the bottom row is lower, and the operator's line keeps
        no room for what it does not show, to leave room for the verdict. A narrow page hides the hint on keys, to leave
        room for the numbers. The Undo button is always shown, because Ctrl+Z always undoes.
        """
        page, metrics = self._page, self._page.fontMetrics()
        is_wide = page.width() >= _WIDE_ENOUGH * metrics.averageCharWidth()
        self._recent.setVisible(page.height() >= _HIGH_ENOUGH * metrics.height())
        is_low = page.height() < _VERY_LOW * metrics.height()
        self.setSpacing(_SPACING_IF_LOW if is_low else _SPACING)
        self.setContentsMargins(12, 2 if is_low else 8, 12, 2 if is_low else 6)
        self._controls.fit(is_low=is_low)
        self._operator.fit(is_low=is_low)
        self._foot.fit(is_wide=is_wide, is_low=is_low)
        self.fit_title()

    def fit_title(self) -> None:
        """Hide the title of the session while there is no room for it: the verdict and what can be done go first."""
        least = self.minimumSize().height() + self._controls.height_of_hidden_title
        self._controls.show_title(is_shown=least <= self._page.height())
