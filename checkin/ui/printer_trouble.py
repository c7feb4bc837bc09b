"""Tells in the window's strip what keeps badges from being printed, until the trouble is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.printer_words import told_of_printer

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.errors import CheckinError
    from checkin.printing import QueueState
    from checkin.ui.stopped import Stopped
    from checkin.ui.strip import TroubleStrip
    from checkin.wording import Wording


class PrinterTrouble:
    """Shows in the strip that badges wait for a printer that takes none, or that a badge cannot be drawn.

    The same trouble is shown only once; after the operator has closed the strip, the printer's lamp still shows it.
    While the strip shows it, its words follow the number of waiting badges. The error about a lost file is never
    covered.
    """

    def __init__(
        self, strip: TroubleStrip, stopped: Stopped, show_trouble: Callable[[CheckinError], object]
    ) -> None:
        self._strip = strip
        self._stopped = stopped
        self._show_trouble = show_trouble
        self._state: QueueState | None = None
        self._trouble: tuple[str, ...] = ()
        self._not_drawn: CheckinError | None = None

    def show(self, state: QueueState) -> None:
        """Show the present trouble of the printer in the strip, or hide it there when it is over."""
        former, self._state = self._trouble, state
        is_stuck = state.waiting > 0 and not state.is_printing
        self._trouble = (state.printer, state.state, state.trouble) if is_stuck else ()
        if self._trouble != former or not is_stuck:
            self._strip.put_away(self._tell)
        if is_stuck and self._trouble != former:
            self._show()
        self._strip.write_again(self._tell)
        if str(state.not_drawn) != str(self._not_drawn):
            self._strip.put_away(self._not_drawn)
            self._not_drawn = state.not_drawn
            if state.not_drawn is not None:
                self._show_trouble(state.not_drawn)

    def show_outcome(self, state: QueueState) -> None:
        """Show the outcome of another try, which the operator asked for by a click on the printer's lamp."""
        self._state = state
        if state.not_drawn is not None:
            self._show_trouble(state.not_drawn)
        else:
            self._show()

    def put_away(self) -> None:
        """Hide the strip if it shows a trouble of the printer."""
        self._strip.put_away(self._not_drawn)
        self._strip.put_away(self._tell)

    def _show(self) -> None:
        if self._stopped.lost is None and self._state is not None:
            self._strip.show_outcome(self._tell, is_well=self._state.is_well)

    def _tell(self, say: Wording) -> tuple[str, str]:
        if self._state is None:
            return "", ""
        words, more = told_of_printer(self._state, say)
        return say.about(say.text("Printer"), words), more
