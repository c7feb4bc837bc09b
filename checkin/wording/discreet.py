"""The discreet words of a door: guests read the same words for every refusal; only the operator reads the reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checkin.domain.admission import NOT_COUNTED, Refused

if TYPE_CHECKING:
    from checkin.domain.admission import Verdict
    from checkin.wording.language import Language
    from checkin.wording.verdict_words import VerdictWords


def keeps_out(verdict: Verdict) -> bool:
    """Whether the verdict refuses entry to a guest, so that a discreet door must not show the guest the reason.

    False for the refusal of a badge that was scanned at the entry a moment ago, because its bearer is inside. This
    guest must read that scanning the badge again means leaving.
    """
    return isinstance(verdict, Refused) and verdict.reason not in NOT_COUNTED


def one_moment(say: Language) -> str:
    """The large words that a discreet door shows to the guest instead of a refusal: "ONE MOMENT, PLEASE"."""
    return say.text("ONE MOMENT, PLEASE")


def discreetly(say: Language, plain: VerdictWords) -> VerdictWords:
    """The words `plain` of a refusal, changed so that the guest reads only "ONE MOMENT, PLEASE".

    The title and the sentence of `plain` move into the reason, which only the operator reads.
    """
    why = " · ".join(part for part in (plain.title, plain.sentence, plain.reason) if part)
    return replace(plain, title=one_moment(say), sentence="", reason=why)
