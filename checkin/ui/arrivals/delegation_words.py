"""The words above the list of a delegation: how many members are named, have a badge and have arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checkin.domain.delegation_figures import Figures
    from checkin.domain.programme import Delegation
    from checkin.wording import Wording


def figures_of_delegation(figures: Figures, say: Wording) -> str:
    """The figures of a delegation in one line, such as “4 of 5 named · 1 unnamed · 3 badges printed”."""
    parts = []
    if figures.quota is None:
        parts.append(say.many("{count} named", "{count} named", figures.named))
    else:
        parts.append(
            say.many("{count} of {most} named", "{count} of {most} named", figures.named, most=figures.quota)
        )
    if figures.unnamed:
        parts.append(say.many("{count} unnamed", "{count} unnamed", figures.unnamed))
    if figures.accompanying:
        parts.append(
            say.many("{count} of them accompanies", "{count} of them accompany", figures.accompanying)
        )
    parts.append(say.many("{count} badge printed", "{count} badges printed", figures.printed))
    return " · ".join(parts)


def liaison_of(delegation: Delegation | None, say: Wording) -> str:
    """The liaison officer of the delegation, with the telephone number; "" if no officer is named."""
    if delegation is None or not (delegation.liaison_name or delegation.liaison_phone):
        return ""
    told = " · ".join(filter(None, (delegation.liaison_name, delegation.liaison_phone)))
    return say.about(say.text("Liaison officer"), told)
