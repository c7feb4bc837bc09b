"""The sentences about lists: before one was chosen, and after one was imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checkin.wording import Wording


def welcome(say: Wording) -> str:
    """The text of the Import page while no list is chosen."""
    return "\n\n".join(
        (
            say.text("Choose a list of participants: CSV, XLSX, XLS or ODS."),
            say.text("It is looked at first; nothing comes in before you say so."),
            say.text("The columns are recognised by their names, in English, French and Khmer."),
        )
    )


def brought_in(say: Wording, new: int, changed: int) -> str:
    """The sentence that says how many rows were imported: how many in all, how many new and how many changed."""
    words = say.many("{count} row came in", "{count} rows came in", new + changed)
    return f"{words}: {say.text('{new} new, {changed} changed').format(new=new, changed=changed)}."
