"""Follows new sessions that the Programme page shows before they are recorded, and that then get another code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.rearranging import with_codes
from checkin.domain.session_codes import free_code

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkin.domain.programme import Event


class Codes:
    """The codes that new sessions got when they were recorded, by the codes with which the page shows them.

    All changes that begin with one event, each shown before it is recorded, share one object. It is used on the lane
    that records, where one change follows the other.
    """

    def __init__(self) -> None:
        self._given: dict[str, str] = {}

    @property
    def given(self) -> Mapping[str, str]:
        """The codes on record that differ from the codes that the page shows, by the codes that the page shows."""
        return dict(self._given)

    def put_into(self, seen: Event, wanted: Event) -> tuple[Event, Event]:
        """Both events with the codes that the sessions have on record.

        A session that is new in `wanted` makes room if it has the code that another of them got.
        """
        taken = {*wanted.sessions, *self._given.values()}
        for code in set(self._given.values()) & set(wanted.sessions) - set(self._given):
            self._given[code] = free_code(code, taken)
            taken.add(self._given[code])
        return with_codes(seen, self._given), with_codes(wanted, self._given)

    def note(self, recoded: Mapping[str, str]) -> None:
        """Take note of the codes that were given now, by the codes that were asked for."""
        shown = {given: code for code, given in self._given.items()}
        self._given |= {shown.get(asked, asked): given for asked, given in recoded.items()}


class EarlyShown:
    """The events that the page has shown before they were recorded, each with the codes of its new sessions."""

    def __init__(self) -> None:
        self._known: list[tuple[Event, Codes]] = []

    def codes_since(self, seen: Event) -> Codes:
        """The codes of the event `seen`; none are given yet if the event was shown as it is on record."""
        return next((codes for event, codes in self._known if event is seen), Codes())

    def show(self, event: Event, codes: Codes) -> None:
        """Take note that the event is shown before it is recorded."""
        self._known.append((event, codes))

    def settle(self) -> None:
        """Forget the events whose sessions all got the codes with which they are shown: everything is recorded."""
        self._known = [(event, codes) for event, codes in self._known if codes.given]
