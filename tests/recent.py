"""The last acts of a desk, as tests look back at them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from checkin.desk.look_back import RecentAct, about
from checkin.storage import acts

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile


def recent_acts(file: EventFile, most: int = 10) -> list[RecentAct]:
    """The last acts of this desk, at most `most`, the newest first."""
    newest = islice(acts.newest_first(file.database, file.desk), most)
    return [RecentAct(act, about(file, act)) for act in newest]
