"""Reads the data for long lists of people: who matches the filters, the values to sort by, and the source of each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from peewee import SQL, fn

from checkin.domain.codes import CodeKind
from checkin.domain.delegates import Field, Status
from checkin.domain.entry_keys import delegate_key
from checkin.domain.facts import Registered
from checkin.domain.listing import COMING, ListColumn, Sought, Trait
from checkin.storage.tables import BadgeRow, DelegateRow, tuples

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checkin.domain.delegates import Value
    from checkin.storage.database import Database

_ARRIVAL: Final = fn.MIN(
    fn.COALESCE(DelegateRow.desk_at, DelegateRow.door_at),
    fn.COALESCE(DelegateRow.door_at, DelegateRow.desk_at),
)
_BRINGER: Final = f"""(SELECT json_extract(CAST(j.body AS TEXT), '$.source')
    FROM touches t JOIN journal j ON j.entry = t.entry
    WHERE t.key = '{delegate_key("")}' || {{}} AND j.kind = '{Registered.kind}' ORDER BY j.entry LIMIT 1)"""


def found(
    database: Database,
    sought: Sought,
    words: Sequence[str],
    alternatives: Sequence[str],
    code: str,
    categories: Sequence[Sequence[str]],
    delegations: Sequence[str],
) -> Iterator[tuple[Any, ...]]:
    """Yield the id and the sort values of each person who matches `sought`, in the order of registration.

    A person matches `words` if all of these search keys are found in the person's fields. A word is also found if it
    begins the name of the person's category; `categories` holds the codes of these categories for each word. A person
    also matches if one of `alternatives` (queries in the language of FTS5) finds them, or if their badge code begins
    with `code` ("" for no code). `delegations` are the names under which lists name the wanted delegation.
    """
    query = DelegateRow.select(DelegateRow.id, *_sorted_by(sought.order)).where(
        _conditions(sought, delegations)
    )
    if words:
        query = query.where(_says(words, categories, alternatives) | _has_badge(code))
    return tuples(database, query.order_by(DelegateRow.registered_order, DelegateRow.registered_stream))


def sources(database: Database, ids: Sequence[str]) -> dict[str, str | None]:
    """The source of the list from which each person was imported, by id; None for people registered at a desk."""
    rows = database.rows(
        f"SELECT each.value, {_BRINGER.format('each.value')} FROM json_each(?) AS each", (json.dumps(ids),)
    )
    return dict(rows)


def holders_of_precedence(database: Database, precedence: float, but: str) -> list[str]:
    """The ids of the people who have this precedence number, except the person with the id `but`."""
    query = DelegateRow.select(SQL("id")).where((SQL("precedence") == precedence) & (DelegateRow.id != but))
    return [row[0] for row in tuples(database, query.limit(2))]


def different(database: Database, ids: Sequence[str], code: str, value: Value) -> list[str]:
    """The ids of those of these people whose field with this code has a value other than `value`; the order is kept."""
    if code in set(Field):
        held, parameters = f"d.{Field(code).value}", []
    else:
        held = "CASE d.own WHEN '' THEN '' ELSE coalesce(json_extract(d.own, ?), '') END"
        parameters = [f'$."{code}"']
    rows = database.rows(
        f"""SELECT d.id FROM json_each(?) AS each JOIN delegates d ON d.id = each.value
        WHERE {held} IS NOT ? ORDER BY each.key""",
        [json.dumps(ids), *parameters, int(value) if isinstance(value, bool) else value],
    )
    return [who for (who,) in rows]


def _sorted_by(order: ListColumn) -> tuple[Any, ...]:
    """The values by which the list is put in this order."""
    match order:
        case ListColumn.NAME:
            return SQL("family_name"), SQL("given_name"), SQL("native_name")
        case ListColumn.ARRIVAL:
            return (_ARRIVAL,)
        case ListColumn.BADGE:
            return (_badges(fn.MAX(BadgeRow.printed > 0)),)
        case ListColumn.ORGANISATION | ListColumn.POSITION:
            return SQL(order.value), SQL(f"native_{order.value}")
        case ListColumn.SOURCE:
            return (SQL(_BRINGER.format('"t1"."id"')),)
        case _:
            return (SQL(order.value),)


def _badges(what: Any) -> Any:  # noqa: ANN401 - Peewee's expressions have no types
    """The value of `what` over the valid badges of a delegate; NULL for a delegate without one."""
    is_invitation = SQL(f"code GLOB '{CodeKind.INVITATION}*'")
    return BadgeRow.select(what).where(
        (BadgeRow.delegate == DelegateRow.id) & (BadgeRow.revoked == "") & ~is_invitation
    )


def _conditions(sought: Sought, delegations: Sequence[str]) -> Any:  # noqa: ANN401
    known: Any = SQL("1")
    coming = sought.traits & COMING
    if len(coming) == len(COMING):
        known &= (SQL("status") == Status.REGISTERED.value) | _has_come()
    elif Trait.EXPECTED in coming:
        known &= (SQL("status") == Status.REGISTERED.value) & ~_has_come()
    elif coming:
        known &= _has_come()
    if Trait.ATTENTION in sought.traits:
        known &= SQL("attention") == 1
    if Trait.NO_BADGE in sought.traits:
        known &= ~fn.EXISTS(_badges(SQL("1")))
    if sought.category:
        known &= SQL("category") == sought.category
    if sought.status:
        known &= SQL("status") == sought.status
    if sought.delegation:
        known &= SQL("delegation").in_(list(delegations))
    return known


def _has_come() -> Any:  # noqa: ANN401
    return DelegateRow.desk_at.is_null(is_null=False) | DelegateRow.door_at.is_null(is_null=False)


def _says(words: Sequence[str], categories: Sequence[Sequence[str]], alternatives: Sequence[str]) -> Any:  # noqa: ANN401
    """The condition that each of the words is found in some field, or one of the alternatives in the index."""
    each: Any = SQL("1")
    for word, codes in zip(words, categories, strict=True):
        is_in = _matches(f'"{word}"*') | _holds("country", word) | _holds("own", word)
        each &= is_in | SQL("category").in_(list(codes)) if codes else is_in
    for alternative in alternatives:
        each |= _matches(alternative)
    return each


def _has_badge(beginning: str) -> Any:  # noqa: ANN401
    """The condition that a badge of the delegate has a code that begins so."""
    holders = BadgeRow.select(BadgeRow.delegate).where(
        (BadgeRow.code >= beginning) & (BadgeRow.code < beginning + "~")
    )
    return DelegateRow.id.in_(holders) if beginning else SQL("0")


def _matches(question: str) -> Any:  # noqa: ANN401
    return SQL('"t1"."no" IN (SELECT rowid FROM search WHERE search MATCH ?)', [question])


def _holds(column: str, word: str) -> Any:  # noqa: ANN401
    return SQL(f"instr(lower({column}), ?) > 0", [word])
