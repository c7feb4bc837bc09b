"""Says what a list that was pasted on the Event page changes, or which of its lines has a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.event.section import Paste
from checkin.ui.event.thing_form import is_taken

if TYPE_CHECKING:
    from checkin.domain.programme import Event
    from checkin.text.pasted import Pasted, Thing
    from checkin.ui.appearance import Words
    from checkin.wording import Wording


def paste_of(read: Pasted[Thing], wanted: Event, field: Words) -> Paste:
    """The event that the list wants, with the number of rows that are changed and new; or the fault of the list.

    `field` is the label of the field that a line cannot do without.
    """
    if read.wrong_line:
        return Paste(None, lambda say: _wrong_in_line(read, field, say))
    changed, new = len(read.changed), len(read.new)
    return Paste(
        wanted, lambda say: say.text("{changed} changed, {new} new").format(changed=changed, new=new)
    )


def _wrong_in_line(read: Pasted[Thing], field: Words, say: Wording) -> str:
    if read.taken is None:
        why = say.text("“{field}” is missing.").format(field=field(say))
    else:
        mine, other = read.taken
        why = is_taken(other.key, mine.text, other.code)(say)
    return say.about(say.text("row {row}").format(row=read.wrong_line), why)
