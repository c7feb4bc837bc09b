"""The badges that were issued: one by its code, those of a delegate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checkin.domain.badges import Badge
from checkin.storage.codec import from_ms
from checkin.storage.tables import BadgeRow, tuples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.storage.database import Database

_COLUMNS = "code, delegate, issued_at, issue, printed, revoked"


def by_code(database: Database, code: str) -> Badge | None:
    """The badge with this code; one known only by its revocation has no delegate."""
    row = database.row(f"SELECT {_COLUMNS} FROM badges WHERE code = ?", (code,))
    return _badge(row) if row is not None else None


def of_delegate(database: Database, delegate: str) -> list[Badge]:
    """All badges of a delegate, the first issued first."""
    query = BadgeRow.select().where(BadgeRow.delegate == delegate).order_by(BadgeRow.issue)
    return [_badge(row) for row in tuples(database, query)]


def _badge(row: Sequence[Any]) -> Badge:
    code, delegate, issued_at, issue, printed, revoked = row
    return Badge(code, delegate, None if issued_at is None else from_ms(issued_at), issue, printed, revoked)
