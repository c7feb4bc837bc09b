"""The counters that a page can show: delegates arrived, delegates registered, arrivals in the last ten minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from checkin.desk.count import counters
from checkin.ui.appearance import Dressed
from checkin.ui.page import if_alive
from checkin.ui.plain import PlainLabel, set_tool_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from checkin.desk.count import Counters
    from checkin.tasks import Handle
    from checkin.ui.page import Parts

_REFRESH_MS: Final = 30_000
_TOGETHER_MS: Final = 200
"""Changes that follow each other within this time (milliseconds) lead to one count only."""


class CountersPanel(QWidget, Dressed):
    """The panel with the numbers of arrivals: in all, today, and in the last ten minutes.

    The arrivals are counted again after each change of a delegate, and every half minute as time passes.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._look = parts.look
        self._known: Counters | None = None
        self._numbers = PlainLabel()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedHeight(10)
        self._recent = PlainLabel()
        self._recent.setProperty("tone", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (self._numbers, self._bar, self._recent):
            column.addWidget(widget)
        parts.changes.delegates_changed.connect(self._on_changed)
        parts.changes.presence_changed.connect(self._on_changed)
        timer = QTimer(self, interval=_REFRESH_MS)
        timer.timeout.connect(self.refresh)
        timer.start()
        self._soon = QTimer(self, singleShot=True, interval=_TOGETHER_MS)
        self._soon.timeout.connect(self._count)
        self._counting: Handle | None = None
        self._count()
        parts.look.in_each_language(self._label)

    def showEvent(self, event: QShowEvent) -> None:
        """Count again when the panel is shown, as numbers may have changed while it was hidden."""
        super().showEvent(event)
        self.refresh()

    def _on_changed(self, _what: object) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Count again after a short delay, so that several changes in a row need one count only."""
        self._soon.start()

    def _count(self) -> None:
        """Count in the batch lane (long background work).

        Among 100,000 delegates a count takes 80 ms. In the lane for quick work, searches would have to wait for it.
        """
        if self._counting is not None and not self._counting.is_done:
            self._soon.start()
            return
        parts = self._parts
        self._counting = parts.tasks.batch.run(
            lambda _tick: counters(parts.file, parts.now()),
            then=if_alive(self, self._show),
            fail=parts.trouble,
        )

    @property
    def text(self) -> str:
        """The text shown for the numbers of arrived and registered delegates."""
        return self._numbers.text()

    def _label(self) -> None:
        self._bar.setAccessibleName(self._say.text("Arrivals"))
        if self._known is not None:
            self._show(self._known)

    def _show(self, known: Counters) -> None:
        self._known = known
        self._numbers.setText(
            self._say.many(
                "{count} / {registered} arrived · {percent} %",
                "{count} / {registered} arrived · {percent} %",
                known.arrived,
                registered=known.registered,
                percent=f"{100 * known.share:.0f}",
            )
        )
        self._bar.setRange(0, max(known.registered, 1))
        self._bar.setValue(known.arrived)
        recently = self._say.text("last 10 min: {count}").format(count=known.recently)
        today = "" if known.today is None else self._say.text("today: {count}").format(count=known.today)
        self._recent.setText(" · ".join(filter(None, (today, recently))))
        set_tool_tip(self._recent, self._per_day(known))

    def _per_day(self, known: Counters) -> str:
        """The arrivals of each day, a day in a line; "" on the event's first day."""
        if len(known.by_day) < 2:  # noqa: PLR2004 - a single day says nothing more
            return ""
        return "\n".join(f"{self._say.day(day)}: {count}" for day, count in known.by_day)
