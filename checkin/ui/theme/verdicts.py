"""The table of how each verdict (the answer to a scan) looks and sounds; the words of verdicts are in `wording`.

No verdict is shown by colour alone: each row of the table has signs and a sound too.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, assert_never

from checkin.domain.admission import Admitted, Left, Note, Refusal, Refused
from checkin.domain.colours import ALERT_VIOLET, BLACK, NOTICE_BLUE, REFUSAL_RED, WELCOME_GREEN, WHITE

if TYPE_CHECKING:
    from checkin.domain.admission import Verdict


class Look(Enum):
    """The names of the ways to show a verdict; `VERDICT_LOOKS` gives the colours, icons and sound for each name."""

    ADMITTED = auto()
    BACK_IN = auto()
    GOODBYE = auto()
    EXIT_ALERT = auto()
    ALREADY_INSIDE = auto()
    NOT_ON_LIST = auto()
    NOT_NOW = auto()
    ARRIVAL_NOTED = auto()
    TO_THE_DESK = auto()
    DETAILS_FOLLOW = auto()
    BADGE_REPLACED = auto()
    HELP_DESK = auto()
    UNKNOWN_CODE = auto()
    FLAGGED = auto()
    ONE_MOMENT = auto()


class Stays(Enum):
    """How long a verdict stays on the screen: until the next scan, or until the operator presses a key."""

    UNTIL_SCAN = auto()
    UNTIL_KEY = auto()


@dataclass(frozen=True, slots=True)
class VerdictLook:
    """What one verdict looks and sounds like.

    The colours are "#RRGGBB". `signs` are names of icons, `sound` is the name of a file in `resources/sounds`. `edge`
    is the colour of a frame around the verdict, or "" for no frame.
    """

    colour: str
    text_colour: str
    signs: tuple[str, ...]
    sound: str
    stays: Stays = Stays.UNTIL_SCAN
    edge: str = ""


_SLATE: Final = "#4A5568"
_AMBER: Final = "#FFB000"

VERDICT_LOOKS: Final[dict[Look, VerdictLook]] = {
    Look.ADMITTED: VerdictLook(WELCOME_GREEN, WHITE, ("check",), "admitted"),
    Look.BACK_IN: VerdictLook(WELCOME_GREEN, WHITE, ("check", "rotate-ccw"), "back_in"),
    Look.GOODBYE: VerdictLook(_SLATE, WHITE, ("arrow-left",), "out"),
    Look.EXIT_ALERT: VerdictLook(_SLATE, WHITE, ("arrow-left", "circle-alert"), "out_alert", edge=_AMBER),
    Look.ALREADY_INSIDE: VerdictLook(_AMBER, BLACK, ("rotate-ccw",), "already_inside"),
    Look.NOT_ON_LIST: VerdictLook(_AMBER, BLACK, ("circle-alert",), "not_now", Stays.UNTIL_KEY),
    Look.NOT_NOW: VerdictLook(_AMBER, BLACK, ("clock",), "not_now", Stays.UNTIL_KEY),
    Look.ARRIVAL_NOTED: VerdictLook(NOTICE_BLUE, WHITE, ("arrow-right",), "admitted"),
    Look.TO_THE_DESK: VerdictLook(_AMBER, BLACK, ("arrow-right",), "not_now", Stays.UNTIL_KEY),
    Look.DETAILS_FOLLOW: VerdictLook(NOTICE_BLUE, WHITE, ("circle-help",), "admitted"),
    Look.BADGE_REPLACED: VerdictLook(REFUSAL_RED, WHITE, ("x",), "help_desk", Stays.UNTIL_KEY),
    Look.HELP_DESK: VerdictLook(REFUSAL_RED, WHITE, ("x",), "help_desk", Stays.UNTIL_KEY),
    Look.UNKNOWN_CODE: VerdictLook(REFUSAL_RED, WHITE, ("circle-help",), "help_desk"),
    Look.FLAGGED: VerdictLook(ALERT_VIOLET, WHITE, ("star",), "flagged"),
    Look.ONE_MOMENT: VerdictLook(_AMBER, BLACK, ("hourglass",), "one_moment"),
}
"""How each verdict looks and sounds, by the name of its look.

ONE_MOMENT is the look of every refusal at a door with discreet words, whatever the reason. FLAGGED is added to the look
of the verdict on a guest of protocol: its colour as an edge around the verdict and, on admission, its sound.
"""


_HELP_DESK_UNLESS: Final[dict[Refusal, Look]] = {
    Refusal.NOT_OURS: Look.UNKNOWN_CODE,
    Refusal.MISREAD: Look.UNKNOWN_CODE,
    Refusal.FORGED: Look.UNKNOWN_CODE,
    Refusal.JUST_ENTERED: Look.ALREADY_INSIDE,
    Refusal.REVOKED: Look.BADGE_REPLACED,
    Refusal.NOT_NOW: Look.NOT_NOW,
    Refusal.NOT_ON_LIST: Look.NOT_ON_LIST,
    Refusal.ALREADY_INSIDE: Look.ALREADY_INSIDE,
    Refusal.NO_REENTRY: Look.NOT_NOW,
    Refusal.FULL: Look.NOT_NOW,
    Refusal.NOT_ARRIVED: Look.TO_THE_DESK,
    Refusal.NOT_ANSWERED: Look.TO_THE_DESK,
    Refusal.INVITATION: Look.TO_THE_DESK,
}
"""The looks of refusals. A refusal without an entry sends the person to the help desk; only the operator sees why."""


def look_of(verdict: Verdict) -> Look:
    """Choose the look for a verdict, by its kind and its reason; `VERDICT_LOOKS` gives the colours, icons and sound."""
    match verdict:
        case Admitted(note=note):
            return _look_of_admission(note)
        case Refused(reason=reason):
            return _HELP_DESK_UNLESS.get(reason, Look.HELP_DESK)
        case Left(alert=alert):
            return Look.GOODBYE if alert is None else Look.EXIT_ALERT
        case _:
            assert_never(verdict)


def _look_of_admission(note: Note | None) -> Look:
    match note:
        case None | Note.OVERRIDE:
            return Look.ADMITTED
        case Note.BACK_IN:
            return Look.BACK_IN
        case Note.ARRIVAL_RECORDED:
            return Look.ARRIVAL_NOTED
        case Note.DETAILS_FOLLOW:
            return Look.DETAILS_FOLLOW
        case _:
            assert_never(note)
