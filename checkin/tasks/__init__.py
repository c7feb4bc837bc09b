"""Background work: four lanes, each a thread of its own, and the signals that say what has changed."""

from checkin.tasks.changes import Changes
from checkin.tasks.handle import Cancelled, Handle, Progress, Ticker
from checkin.tasks.lane import LongLane, QuickLane
from checkin.tasks.tasks import Tasks

__all__ = ["Cancelled", "Changes", "Handle", "LongLane", "Progress", "QuickLane", "Tasks", "Ticker"]
