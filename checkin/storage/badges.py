"""Reads issued badges: one badge by its code, all badges of a delegate, how many were printed and how many replaced."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from checkin.domain.badges import Badge, Revocation
from checkin.domain.codes import CodeKind
from checkin.domain.reasons import Reason, Why
from checkin.storage import merged
from checkin.storage.moments import from_ms, to_ms
from checkin.storage.tables import BadgeRow, tuples
from checkin.storage.trouble import damaged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.storage.database import Database

COLUMNS: Final = (
    "code", "delegate", "issued_at", "issue", "day", "printed", "face", "revoked", "reason", "words",
)  # fmt: skip
OPENS_DOORS: Final = f"code NOT GLOB '{CodeKind.INVITATION}*'"
"""The SQL condition that is true for the code of a badge and false for the code of an invitation."""
_BY_CODE: Final = f"SELECT {', '.join(COLUMNS)} FROM badges WHERE code = ?"


def by_code(database: Database, code: str) -> Badge | None:
    """The badge with this code; None if there is none.

    If only the revocation of the badge is known in this file, the badge has no delegate.
    """
    row = database.row(_BY_CODE, (code,))
    return as_badge(row) if row is not None else None


def of_delegate(database: Database, delegate: str) -> list[Badge]:
    """All badges of the delegate with this id, also of a merged id, in the order in which they were issued."""
    query = (
        BadgeRow.select(*(getattr(BadgeRow, name) for name in COLUMNS))
        .where(BadgeRow.delegate == merged.kept(database, delegate))
        .order_by(BadgeRow.issue)
    )
    return [as_badge(row) for row in tuples(database, query)]


def number_printed(database: Database) -> int:
    """The number of delegates whose newest valid badge was printed."""
    (count,) = database.row(
        f"""SELECT count(*) FROM (SELECT printed, max(issue) FROM badges JOIN delegates d ON d.id = delegate
            WHERE revoked = '' AND {OPENS_DOORS} GROUP BY delegate) WHERE printed > 0"""
    )
    return int(count)


def number_replaced(database: Database) -> int:
    """The number of badges that replaced an earlier badge of the same delegate.

    Badges whose issue was undone do not count.
    """
    (count,) = database.row(
        f"""SELECT coalesce(sum(issued - 1), 0) FROM (SELECT count(*) AS issued FROM badges
            JOIN delegates d ON d.id = delegate WHERE revoked <> ? AND {OPENS_DOORS} GROUP BY delegate)""",
        (Revocation.ISSUE_UNDONE,),
    )
    return int(count)


def columns_of(badge: Badge) -> tuple[object, ...]:
    """The values of a badge for its row in the table of badges, in the order of `COLUMNS`."""
    return (
        badge.code,
        badge.delegate,
        None if badge.issued_at is None else to_ms(badge.issued_at),
        badge.issue,
        None if badge.day is None else badge.day.isoformat(),
        badge.printed,
        badge.face,
        badge.revoked or "",
        "" if badge.why is None else badge.why.reason,
        "" if badge.why is None else badge.why.words,
    )


def as_badge(row: Sequence[Any]) -> Badge:
    """Make a badge from a row of the table of badges; the row has the columns `COLUMNS`."""
    code, delegate, issued_at, issue, day, printed, face, revoked, reason, words = row
    try:
        return Badge(
            code,
            delegate,
            None if issued_at is None else from_ms(issued_at),
            issue,
            None if day is None else date.fromisoformat(day),
            printed,
            face,
            Revocation(revoked) if revoked else None,
            Why(Reason(reason), words) if reason else None,
        )
    except ValueError as error:
        raise damaged("the badge", code) from error
