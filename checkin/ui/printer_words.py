"""The words about the state of the print queue, for the printer's lamp and for the outcome of another try."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checkin.printing import QueueState
    from checkin.wording import Wording


def told_of_printer(state: QueueState, say: Wording) -> tuple[str, str]:
    """Two texts: the printer's name and how many badges wait; and what is wrong and what the operator does about it.

    The first text also says “not found” if the printer is missing. The second text is "" if all is well.
    """
    waiting = say.many("{count} badge waits", "{count} badges wait", state.waiting) if state.waiting else ""
    is_missing = state.state.value == "missing"
    if is_missing and not state.printer and not state.is_well:
        more = say.text("This computer has no printer of its own. Choose one in the settings (F10).")
        return " · ".join(filter(None, (say.text("none chosen"), waiting))), more
    name = state.printer or say.text("the system's own")
    lack = say.text("not found") if is_missing else ""
    words = " · ".join(filter(None, (name, lack, waiting)))
    if state.is_well:
        return words, ""
    if state.trouble:
        return words, state.trouble
    if state.not_drawn is not None:
        return words, " ".join(say.trouble(state.not_drawn))
    return words, _of_the_folder(say, state) if state.is_folder else _of_the_printer(say, state)


def _of_the_printer(say: Wording, state: QueueState) -> str:
    """What the operator does about a printer that is missing or stopped."""
    if state.state.value == "missing":
        return say.text("There is no such printer. Click to try again; arrivals go on and the badges wait.")
    return say.text("The printer is stopped. Look at its paper and its cable; the badges wait.")


def _of_the_folder(say: Wording, state: QueueState) -> str:
    """What the operator does about a folder that is missing or cannot be written."""
    if state.state.value == "missing":
        return say.text(
            "There is no such folder. Plug the stick in, or choose another folder in the settings (F10);"
            " the badges wait."
        )
    return say.text(
        "The folder cannot be written. Change its permissions, or choose another folder in the settings (F10);"
        " the badges wait."
    )
