"""Whether the names on a delegate's badge can be drawn; a badge with a name that no font can draw is not printed.

Nothing is laid out, so that a desk can ask at each arrival. The module loads neither layouts nor reportlab.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checkin import paper
from checkin.storage import delegates

if TYPE_CHECKING:
    from checkin.domain.delegates import Delegate
    from checkin.storage.event_file import EventFile


def signs_not_drawn(delegate: Delegate) -> tuple[str, ...]:
    """The characters in the names and titles on a delegate's badge that no font of the program has.

    A character is what a reader sees as one, such as a letter with its accents.
    """
    shown = delegate.on_badge
    signs = (*paper.not_drawn(shown.titled_name), *paper.not_drawn(shown.titled_other_name))
    return tuple(dict.fromkeys(signs))


def latin_alone_is_drawn(delegate: Delegate) -> bool:
    """Whether the delegate has a Latin name, and a badge with only the Latin name could be printed."""
    return bool(delegate.latin_name) and not signs_not_drawn(replace(delegate, latin_only=True))


def what_is_not_drawn(file: EventFile, delegate: str) -> tuple[str, ...]:
    """The characters that keep the badge of the delegate with this id from being printed; () if it can be printed."""
    known = delegates.by_id(file.database, delegate)
    return signs_not_drawn(known.delegate) if known is not None else ()
