"""Reads what a door must know about a person and a session, in as few queries as possible, because each scan waits.

One query reads all that the verdict needs. A door by the clock (a door without a fixed session) needs another query
before it, to find the session.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from checkin.domain.admission import Situation
from checkin.domain.delegates import Arrivals
from checkin.domain.doors import Bearer
from checkin.domain.naming import NOT_NAMED, Guest
from checkin.storage import badges, delegates, merged, namings, persons

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from checkin.domain.naming import Naming
    from checkin.domain.presence import Stay
    from checkin.domain.programme import Policy
    from checkin.storage.database import Database

_PARTS: Final = (
    ("o", ("inside", "entered")),
    ("b", badges.COLUMNS),
    ("s", persons.STAY),
    ("n", namings.COLUMNS),
    ("p", ("category",)),
    ("pn", namings.COLUMNS),
    ("d", delegates.RECORDED),
)
_COLUMNS: Final = ", ".join(f'{table}."{name}"' for table, names in _PARTS for name in names)
_STAY: Final = 2 + len(badges.COLUMNS)
_NAMING: Final = _STAY + len(persons.STAY)
_PRINCIPAL: Final = _NAMING + len(namings.COLUMNS)
_DELEGATE: Final = _PRINCIPAL + 1 + len(namings.COLUMNS)
_PERSON: Final = "coalesce(nullif(b.delegate, ''), ?3)"
_QUESTION: Final = f"""SELECT {_COLUMNS} FROM (SELECT 1)
    LEFT JOIN occupancy o ON o.session = ?1
    LEFT JOIN badges b ON b.code = ?2
    LEFT JOIN delegates d ON d.id = {_PERSON}
    LEFT JOIN named n ON n.delegate = d.id AND n.session = ?1
    LEFT JOIN delegates p ON p.id = d.accompanies AND d.accompanies <> ''
    LEFT JOIN named pn ON pn.delegate = p.id AND pn.session = ?1
    LEFT JOIN stays s ON s.person = {_PERSON} AND s.session = ?1
        AND s.n = (SELECT max(n) FROM stays WHERE person = {_PERSON} AND session = ?1)"""

_BEARER: Final = f"""SELECT b.revoked <> '', d.attention, s.session, {", ".join(f's."{name}"' for name in persons.STAY)}
    FROM (SELECT 1)
    LEFT JOIN badges b ON b.code = ?1
    LEFT JOIN delegates d ON d.id = coalesce(nullif(b.delegate, ''), ?2)
    LEFT JOIN stays s ON s.person = coalesce(nullif(b.delegate, ''), ?2) AND s."left" IS NULL"""

_LEFT: Final = f"""SELECT {", ".join(f's."{name}"' for name in persons.STAY)} FROM stays s
    WHERE s.person = coalesce((SELECT nullif(delegate, '') FROM badges WHERE code = ?1), ?2)
    AND s."left" IS NOT NULL AND s.session IN (SELECT value FROM json_each(?3)) ORDER BY s."left" DESC LIMIT 1"""


_OF_TICKET: Final = f"""SELECT id FROM delegates WHERE ticket_key = ?1 AND ticket_key <> ''
    UNION SELECT delegate FROM also_known WHERE sort = '{merged.TICKET}' AND key = ?1 LIMIT 2"""


def holder_of_ticket(database: Database, key: str) -> str:
    """The id of the one delegate whose ticket code has this key (see `ticket_key`); "" if there is none, or several."""
    rows = database.rows(_OF_TICKET, (key,))
    return str(rows[0][0]) if len(rows) == 1 else ""


def last_left(database: Database, code: str, person: str, sessions: Iterable[str]) -> Stay | None:
    """The stay in one of these sessions (codes) that the person ended last; None if there is none.

    `code` and `person` have the same meaning as for `bearer`.
    """
    row = database.rows(_LEFT, (code, person, json.dumps(list(sessions))))
    return persons.as_stay(row[0]) if row else None


def bearer(database: Database, code: str, person: str) -> Bearer:
    """What a door without a fixed session must know about a person before it can choose the session.

    `code` is the code that was read. If the code belongs to no delegate, `person` says who the person is: the id of a
    delegate, or the code of a badge that is not known in this file.
    """
    rows = database.rows(_BEARER, (code, person))
    is_revoked, is_flagged = rows[0][:2]
    stays = {session: persons.as_stay(stay) for _, _, session, *stay in rows if session is not None}
    return Bearer(code, bool(is_revoked), bool(is_flagged), stays)


def situation(
    database: Database, policy: Policy, today: date, session: str, code: str, person: str
) -> Situation:
    """All that a door must know about this session and about the person whose badge was read, to reach its verdict.

    The person is the delegate who has the badge with this `code`. If the code belongs to no delegate, `person` says who
    the person is: the id of a delegate, or the code of a badge that is not known in this file. `today` is the date at
    the venue. `session` is the session's code, or "" if no session opens at this door any more.
    """
    row = database.row(_QUESTION, (session, code, person))
    inside, entered = row[:2]
    badge, stay, recorded = row[2:_STAY], row[_STAY:_NAMING], row[_DELEGATE:]
    naming, (category, *of_principal) = row[_NAMING:_PRINCIPAL], row[_PRINCIPAL:_DELEGATE]
    delegate, arrivals = delegates.as_recorded(recorded) if recorded[0] is not None else (None, Arrivals())
    return Situation(
        policy=policy,
        today=today,
        badge=badges.as_badge(badge) if badge[0] is not None else None,
        delegate=delegate,
        has_arrived=arrivals.earliest is not None,
        last_stay=persons.as_stay(stay) if stay[0] is not None else None,
        inside=inside or 0,
        entered=entered or 0,
        naming=_naming(naming),
        principal=None if category is None else Guest(category, {session: _naming(of_principal)}),
    )


def _naming(row: Sequence[Any]) -> Naming:
    return namings.as_naming(row) if row[0] is not None else NOT_NAMED
