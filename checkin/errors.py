"""CheckinError, the one error for faults outside the program; its text is shown to the operator as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class CheckinError(Exception):
    """What the operator must be told: a fault outside the program, a wrong input, or an act that is not possible.

    The title says what happened, the message what to do about it; both are whole sentences for the operator.
    """

    def __init__(self, title: str, message: str) -> None:
        """Store the title and the message; `args` holds them too, so that the error can be pickled and read back."""
        super().__init__(title, message)
        self.title = title
        self.message = message
        self.is_told = False
        """Whether the operator has been told already, so that nobody reads the error twice."""

    def __str__(self) -> str:
        """The title and the message on one line, as the command line prints them."""
        return f"{self.title}: {self.message}" if self.message else self.title


class EventFileError(CheckinError):
    """The error for an event file that is locked or damaged, or whose disk is full.

    The act during which the error occurred is not recorded.
    """


class NoRoomError(EventFileError):
    """The error for an act that was not recorded because the disk is full. It can be tried again at any time."""


class LostFileError(EventFileError):
    """The error for an event file that somebody else deleted, replaced or overwrote while it was open.

    Nothing more can be recorded in the file. `rescued` is the path of a complete copy of the file's content, None if no
    such copy could be made. `in_act` says that the loss was noticed while an act was being recorded; the copy may lack
    this act. `recorded` is the number of entries that the file is known to have held, 0 if nothing is known of that.
    """

    def __init__(
        self,
        title: str,
        message: str,
        rescued: Path | None = None,
        *,
        in_act: bool = False,
        recorded: int = 0,
    ) -> None:
        super().__init__(title, message)
        self.rescued = rescued
        self.in_act = in_act
        self.recorded = recorded


class NotDrawnError(CheckinError):
    """The error for a badge that cannot be printed, because no font has some characters of the name.

    `name` is the delegate's name, and `signs` holds these characters; it is empty if the name itself is missing. `code`
    is the badge's code, written in groups of characters. `takes_latin` says that the badge could be printed with the
    Latin name alone. `others` holds name and code of each other waiting badge that cannot be printed either. The window
    shows this error in its own language (`Wording.trouble`).
    """

    def __init__(
        self,
        name: str,
        signs: tuple[str, ...],
        code: str,
        takes_latin: bool,  # noqa: FBT001 - `args`
        others: tuple[tuple[str, str], ...] = (),
    ) -> None:
        latin = ", let the badge show the Latin name alone (Ctrl+B)" if takes_latin else ""
        super().__init__(
            f"The badge of {name} cannot be printed",
            f"No font here has these signs of the name: {''.join(signs) or '–'}. Correct the name (Ctrl+E){latin}, or "
            f"write the badge by hand: its code is {code}."
            + "".join(
                f" The badge of {other}, {its_code}, cannot be printed either." for other, its_code in others
            ),
        )
        self.args = (name, signs, code, takes_latin, others)
        self.name = name
        self.signs = signs
        self.code = code
        self.takes_latin = takes_latin
        self.others = others

    def with_others(self, others: Sequence[NotDrawnError]) -> NotDrawnError:
        """The same error, which names the badges of these `others` too."""
        named = tuple((other.name, other.code) for other in others)
        return NotDrawnError(self.name, self.signs, self.code, self.takes_latin, named)
