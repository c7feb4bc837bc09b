"""The sentences about a list that was imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checkin.wording import Wording


def brought_in(say: Wording, new: int, changed: int) -> str:
    """The sentence that says how many rows were imported: how many in all, how many new and how many changed."""
    words = say.many("{count} row came in", "{count} rows came in", new + changed)
    return f"{words}: {say.text('{new} new, {changed} changed').format(new=new, changed=changed)}."
