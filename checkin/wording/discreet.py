"""The discreet words of a door: every refusal reads the same to the guests, and the operator alone reads why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checkin.domain.admission import NOT_COUNTED, Refused

if TYPE_CHECKING:
    from checkin.domain.admission import Verdict
    from checkin.wording.language import Language
    from checkin.wording.verdicts import VerdictWords


def keeps_out(verdict: Verdict) -> bool:
    """Whether the verdict keeps somebody out, so that discreet words hide it.

    Whoever has just entered is kept out of nothing: they must read that they leave by showing the badge again.
    """
    return isinstance(verdict, Refused) and verdict.reason not in NOT_COUNTED


def one_moment(say: Language) -> str:
    """The large word that the guest reads instead of a refusal."""
    return say.text("ONE MOMENT, PLEASE")


def discreetly(say: Language, plain: VerdictWords) -> VerdictWords:
    """The same refusal in discreet words; the word and the sentence for the guest become a part of the reason."""
    why = " · ".join(part for part in (plain.title, plain.sentence, plain.reason) if part)
    return replace(plain, title=one_moment(say), sentence="", reason=why)
