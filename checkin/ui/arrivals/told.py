"""What the band of the Arrivals page says after an act, in words and colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from checkin.domain.admission import Refusal
from checkin.domain.arriving import ArrivedBefore, NotReceived, Received
from checkin.ui.theme import VERDICT_LOOKS, Look, VerdictLook

if TYPE_CHECKING:
    from checkin.domain.arriving import Reception
    from checkin.wording import Circumstances


def look_of(reception: Reception, known: Circumstances) -> VerdictLook:
    """The colours, signs and sound for `reception`, the decision to receive a delegate or not.

    They are the same as for the matching verdict at a door. The exception is an invitation that was never answered: a
    door sends such a person to this desk. A second arrival on one day is shown as “already inside”, and on a later day
    as “back in”; `known` says which day is today.
    """
    match reception:
        case Received():
            return VERDICT_LOOKS[Look.ADMITTED]
        case ArrivedBefore(first) if not known.is_today(first.at):
            return VERDICT_LOOKS[Look.BACK_IN]
        case ArrivedBefore():
            return VERDICT_LOOKS[Look.ALREADY_INSIDE]
        case NotReceived(reason=Refusal.NOT_ANSWERED):
            return VERDICT_LOOKS[Look.NOT_ON_LIST]
        case NotReceived():
            return VERDICT_LOOKS[Look.HELP_DESK]
        case _:
            assert_never(reception)


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as the band shows it, worded in one language.

    If `is_recorded` is False, as for a refusal, the Undo button is hidden, because it would undo an earlier act.
    `about` is the id of a delegate: the answer goes when another delegate is selected. It is "" if the answer stays, as
    after an undo, or if it is about several delegates. `until_chosen` says that the answer goes when anybody is
    selected, because it asks the operator to find somebody.
    """

    look: VerdictLook
    title: str
    detail: str = ""
    is_flagged: bool = False
    is_recorded: bool = True
    about: str = ""
    until_chosen: bool = False
