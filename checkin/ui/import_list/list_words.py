"""The words for a list that has come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checkin.wording import Wording


def brought_in(say: Wording, new: int, changed: int) -> str:
    """How many rows came in, and how many of them were new."""
    words = say.many("{count} row came in", "{count} rows came in", new + changed)
    return f"{words}: {say.text('{new} new, {changed} changed').format(new=new, changed=changed)}."


def imported(say: Wording, people: int) -> str:
    """How many people an import has brought or changed, as the act itself is told elsewhere."""
    return say.many("{count} person imported", "{count} people imported", people)
