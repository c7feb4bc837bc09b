"""The discreet words of a door: guests read the same words for every refusal; only the operator reads the reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checkin.domain.admission import NOT_COUNTED, Refused

if TYPE_CHECKING:
    from checkin.domain.admission import Verdict
    from checkin.wording.language import Language
    from checkin.wording.verdicts import VerdictWords


def keeps_out(verdict: Verdict) -> bool:
    """Whether the verdict keeps somebody out, so that discreet words must hide the reason.

    The refusal of a badge that entered a moment ago keeps nobody out. It is not hidden: the guest must read that
    showing the badge again means leaving.
    """
    return isinstance(verdict, Refused) and verdict.reason not in NOT_COUNTED


def one_moment(say: Language) -> str:
    """The large word that the guest reads instead of a refusal."""
    return say.text("ONE MOMENT, PLEASE")


def discreetly(say: Language, plain: VerdictWords) -> VerdictWords:
    """The refusal `plain` in discreet words; its title and its sentence move into the reason, for the operator."""
    why = " · ".join(part for part in (plain.title, plain.sentence, plain.reason) if part)
    return replace(plain, title=one_moment(say), sentence="", reason=why)
