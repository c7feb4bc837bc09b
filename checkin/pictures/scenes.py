"""The list of all scenes, in the order in which the pictures are taken."""

from __future__ import annotations

from typing import Final

from checkin.pictures import at_arrivals, at_delegations, at_door, at_people, elsewhere, new_event

WITHOUT_EVENT: Final = (*elsewhere.WITHOUT_EVENT, *new_event.WITHOUT_EVENT)
"""The scenes that come before an event is open."""

SCENES: Final = (
    *at_arrivals.SCENES,
    *at_door.SCENES,
    *at_delegations.SCENES,
    *at_people.SCENES,
    *elsewhere.SCENES,
)
"""The scenes of an open event. What one scene records is still recorded in the scenes after it."""
