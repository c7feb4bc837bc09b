"""Background work: the three lanes, of one thread each, in which all of it is done, and the signals of what changed."""

from checkin.tasks.changes import Changes
from checkin.tasks.lane import Cancelled, Handle, LongLane, Progress, QuickLane, Ticker
from checkin.tasks.tasks import Tasks

__all__ = ["Cancelled", "Changes", "Handle", "LongLane", "Progress", "QuickLane", "Tasks", "Ticker"]
