"""Examples in the domain's tests: a delegate, a session, a badge, a scan; any part of one can be told otherwise."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from checkin.domain.admission import Admitted
from checkin.domain.badges import Badge, Revocation
from checkin.domain.delegates import Delegate
from checkin.domain.facts import BadgeIssued, Scanned
from checkin.domain.folding import Standing
from checkin.domain.presence import Direction, Stay
from checkin.domain.programme import LocalText, Session
from checkin.domain.reasons import Reason, Why

if TYPE_CHECKING:
    from checkin.domain.admission import Verdict
    from checkin.domain.facts import Fact

START = datetime(2026, 9, 14, 2, 0, tzinfo=UTC)
"""The opening begins: 09:00 in Phnom Penh."""
END = START + timedelta(minutes=90)
DOORS_OPEN = START - timedelta(minutes=30)
LAST_ENTRY = START + timedelta(minutes=60)
INSTANT = timedelta(milliseconds=1)

LOST = Why(Reason.LOST)
OLD_BADGE = "B0000000OLD00000"
NEW_BADGE = "B0000000NEW00000"


def at(minute: float) -> datetime:
    """So many minutes after the opening's start."""
    return START + timedelta(minutes=minute)


def a_session(**parts: Any) -> Session:  # noqa: ANN401 - any part of a session
    """The opening, open to all, without a limit."""
    known: dict[str, Any] = {
        "code": "opening",
        "title": LocalText.of("Opening"),
        "room": LocalText.of("Apsara"),
        "start": START,
        "end": END,
        "doors_open": DOORS_OPEN,
        "last_entry": LAST_ENTRY,
    }
    return Session(**{**known, **parts})


def a_delegate(**parts: Any) -> Delegate:  # noqa: ANN401 - any field of a delegate
    """A participant who is expected."""
    return Delegate(**{"id": "d1", "family_name": "SOK", "given_name": "Dara", "category": "P", **parts})


def a_badge(**parts: Any) -> Badge:  # noqa: ANN401 - any part of a badge
    """That delegate's badge, valid."""
    return Badge(**{"code": NEW_BADGE, "delegate": "d1", "issued_at": at(-60), **parts})


def a_lost_badge(**parts: Any) -> Badge:  # noqa: ANN401 - any part of a badge
    """That delegate's badge, revoked because it was lost."""
    return a_badge(**{"revoked": Revocation.BY_HAND, "why": LOST, **parts})


def a_stay(came: float, left: float | None = None, code: str = NEW_BADGE) -> Stay:
    """A stay from one minute to another, or still going on."""
    return Stay(at(came), "door 1", code, None if left is None else at(left))


def issued(code: str = NEW_BADGE, minute: float = -60) -> BadgeIssued:
    """That delegate was given a badge."""
    return BadgeIssued(code, "d1", at(minute))


def a_scan(
    minute: float, verdict: Verdict | None = None, code: str = NEW_BADGE, *, session: str = "opening",
    station: str = "door 1",
) -> Scanned:  # fmt: skip
    """A badge was read at that minute and admitted, or got the verdict."""
    return Scanned(
        session, code, "d1", Direction.AUTO, Admitted() if verdict is None else verdict, at(minute), station
    )


def a_standing(fact: Fact, *, stands: bool = True) -> Standing:
    """A fact that was not undone, in some place of the journal."""
    return Standing(fact, stands, (0, "", 0))


def standing(*facts: Fact) -> list[Standing]:
    """Facts none of which was undone."""
    return [a_standing(fact) for fact in facts]
