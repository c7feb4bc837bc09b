"""Reads registered delegates: by id, by reference, by words, by delegation or all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from peewee import SQL, fn

from checkin.domain.delegates import YES_OR_NO, Delegate, NameOrder, Sex, Status
from checkin.domain.registration import Registration
from checkin.storage import badges, merged, namings, whole_persons
from checkin.storage.codec import from_json
from checkin.storage.persons import FIELDS, as_arrivals
from checkin.storage.tables import DelegateRow, tuples
from checkin.storage.trouble import damaged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checkin.domain.badges import Badge
    from checkin.domain.delegates import Arrivals
    from checkin.domain.naming import Naming
    from checkin.storage.database import Database

RECORDED: Final = ("id", *FIELDS, "own", "desk_at", "desk_station", "door_at", "door_station")
_BADGE: Final = ", ".join(f"b.{name}" for name in badges.COLUMNS)
_SELECTED: Final = f"{', '.join(f'd.{name}' for name in RECORDED)}, {_BADGE}"
_WITH_BADGE: Final = f"""FROM delegates d LEFT JOIN badges b ON b.code = (
    SELECT code FROM badges WHERE delegate = d.id AND revoked = '' AND {badges.OPENS_DOORS}
    ORDER BY issue DESC, code LIMIT 1)"""
_IN_ORDER: Final = "ORDER BY d.registered_order, d.registered_stream"
HAS_ARRIVED: Final = "(desk_at IS NOT NULL OR door_at IS NOT NULL)"
_NAMESAKES: Final = 200
"""So many who have the whole words are looked at, to take those who are still expected."""
_LAST_FIELD: Final = 2 + len(FIELDS)
_OWN: Final = 1 + len(FIELDS)
_NAME_ORDER: Final = 1 + FIELDS.index("name_order")
_STATUS: Final = 1 + FIELDS.index("status")
_SEX: Final = 1 + FIELDS.index("sex")
_FLAGS: Final = tuple(1 + FIELDS.index(field.value) for field in YES_OR_NO)


def by_id(database: Database, delegate: str) -> Registration | None:
    """The delegate with this id, or the delegate into whom this id was merged; None if there is none."""
    row = database.row(f"SELECT {_SELECTED} {_WITH_BADGE} WHERE d.id = ?", (delegate,))
    if row is None and (kept := merged.kept(database, delegate)) != delegate:
        return by_id(database, kept)
    return _registration(database, row) if row is not None else None


def by_ids(database: Database, delegates: Iterable[str]) -> list[Registration]:
    """The delegates with these ids, each once, in the order of the ids. Unknown ids are left out."""
    known = (by_id(database, delegate) for delegate in delegates)
    return list({each.delegate.id: each for each in known if each is not None}.values())


def together(database: Database, ids: Sequence[str]) -> dict[str, Registration]:
    """The delegates with these ids, by id, for a page of a long list; read at once, and without their invitations."""
    marks = ",".join("?" * len(ids))
    rows = database.rows(f"SELECT {_SELECTED} {_WITH_BADGE} WHERE d.id IN ({marks})", ids)
    return {row[0]: _registration(database, row, {}) for row in rows}


def by_reference(database: Database, reference: str) -> list[Registration]:
    """The delegates with this reference: usually one, or several if a reference was given twice by mistake.

    If nobody has the reference, the delegates who have it from a registration that was merged into theirs are returned.
    """
    rows = database.rows(
        f"SELECT {_SELECTED} {_WITH_BADGE} WHERE d.reference = ? AND d.reference <> '' {_IN_ORDER}",
        (reference,),
    )
    if not rows:
        return by_ids(database, merged.known_as(database, merged.REFERENCE, reference))
    return [_registration(database, row) for row in rows]


def with_ticket(database: Database, key: str) -> list[Registration]:
    """The delegates whose ticket code has this key (see `ticket_key`), in the order of their registration.

    Delegates who have the ticket from a registration that was merged into theirs come last.
    """
    rows = database.rows(
        f"SELECT {_SELECTED} {_WITH_BADGE} WHERE d.ticket_key = ? AND d.ticket_key <> '' {_IN_ORDER}", (key,)
    )
    found = [_registration(database, row) for row in rows]
    return [*found, *by_ids(database, merged.known_as(database, merged.TICKET, key))]


def everybody(database: Database) -> Iterator[Registration]:
    """Yield all delegates, in the order in which the desks registered them."""
    invited = namings.of_everybody(database)
    for row in database.each(f"SELECT {_SELECTED} {_WITH_BADGE} {_IN_ORDER}"):
        yield _registration(database, row, invited.get(row[0], {}))


def delegations(database: Database) -> list[str]:
    """The names of the delegations to which any delegate belongs, each name once."""
    query = DelegateRow.select(SQL("delegation")).where(SQL("delegation") != "").distinct()
    return [name for (name,) in tuples(database, query)]


def sizes_of_delegations(database: Database) -> list[tuple[str, int]]:
    """The names of the delegations as lists write them, each with the number of its people, the largest first."""
    count = fn.COUNT(SQL("1"))
    query = DelegateRow.select(SQL("delegation"), count).where(SQL("delegation") != "")
    return [
        (name, number)
        for name, number in tuples(database, query.group_by(SQL("delegation")).order_by(count.desc()))
    ]


def family_names(database: Database, most: int) -> list[str]:
    """The family names of at most `most` delegates, those who were registered first; empty names are left out."""
    rows = database.rows(
        f"SELECT d.family_name FROM delegates d WHERE d.family_name <> '' {_IN_ORDER} LIMIT ?", (most,)
    )
    return [name for (name,) in rows]


def in_delegation(database: Database, names: Sequence[str]) -> list[Registration]:
    """All delegates whose delegation has one of these names; the heads of delegation come first.

    People who accompany one of these delegates and have no delegation of their own are included.
    """
    marks = ",".join(f"?{number}" for number in range(1, len(names) + 1))
    rows = database.rows(
        f"SELECT {_SELECTED} {_WITH_BADGE} WHERE d.delegation <> '' AND d.delegation IN ({marks}) "
        "OR d.delegation = '' AND d.accompanies <> '' AND d.accompanies IN "
        f"(SELECT id FROM delegates WHERE delegation <> '' AND delegation IN ({marks})) "
        "ORDER BY d.head_of_delegation DESC, d.precedence IS NULL, d.precedence, "
        "d.registered_order, d.registered_stream",
        names,
    )
    return [_registration(database, row) for row in rows]


def bound_to(database: Database, delegate: str) -> list[Registration]:
    """The delegates whom the delegate with this id represents, or who accompany them, in order of registration."""
    rows = database.rows(
        f"SELECT {_SELECTED} {_WITH_BADGE} WHERE d.accompanies = ?1 OR d.represented_by = ?1 {_IN_ORDER}",
        (delegate,),
    )
    return [_registration(database, row) for row in rows]


def search(database: Database, words: Sequence[str], most: int) -> list[Registration]:
    """At most `most` delegates who match all of these words, the likeliest first.

    A delegate matches if, for each of `words`, some word in the delegate's fields begins with it. `words` are search
    keys, as `text.query_words` gives them. Delegates whose name has all of `words` as whole words come first, then
    delegates whose name has words that begin with them, then delegates found by other fields, such as the phone. Where
    more than `most` have the whole words, those who have not arrived are taken before those who have.
    """
    if not words:
        return []
    found: dict[int, int] = {}
    for rank, question in enumerate(_questions(words)):
        numbers = _matching(database, question, max(most, _NAMESAKES) if rank == 0 else most)
        if len(numbers) > most:
            numbers = _expected_first(database, numbers)[:most]
        found = {**dict.fromkeys(numbers, rank), **found}
        if len(found) >= most:
            break
    return numbered(database, found)[:most]


def matching(database: Database, question: str, most: int) -> list[Registration]:
    """At most `most` delegates whose search words match `question`, a query in the language of SQLite's FTS5."""
    return numbered(database, dict.fromkeys(_matching(database, question, most), 0))


def has_words(database: Database, words: Sequence[str]) -> bool:
    """Whether any delegate has, for each of these search keys, a word that begins with it."""
    return bool(_matching(database, " ".join(f'"{word}"*' for word in words), 1))


def _matching(database: Database, question: str, most: int) -> list[int]:
    """The row numbers of at most `most` delegates whose search words match the question."""
    rows = database.rows("SELECT rowid FROM search WHERE search MATCH ? LIMIT ?", (question, most))
    return [no for (no,) in rows]


def _expected_first(database: Database, numbers: Sequence[int]) -> list[int]:
    """The same row numbers, of delegates who have not arrived first."""
    marks = ",".join("?" * len(numbers))
    rows = database.rows(
        f"SELECT no FROM delegates WHERE no IN ({marks}) ORDER BY {HAS_ARRIVED}, no", numbers
    )
    return [no for (no,) in rows]


def with_code_beginning(database: Database, beginning: str, most: int) -> list[Registration]:
    """At most `most` delegates who have a badge, valid or not, whose code begins with this text."""
    rows = database.rows(
        f"""SELECT {_SELECTED} {_WITH_BADGE} WHERE d.id IN (
            SELECT delegate FROM badges WHERE code >= ?1 AND code < ?1 || '~') {_IN_ORDER} LIMIT ?2""",
        (beginning, most),
    )
    return [_registration(database, row) for row in rows]


def members(database: Database) -> dict[str, tuple[Delegate, ...]]:
    """The details of each merged registration, as if there had been no merge, by the id that the merge has kept.

    Registrations that were undone are left out.
    """
    known: dict[str, tuple[Delegate, ...]] = {}
    for kept in dict.fromkeys(merged.all_kept(database).values()):
        alone = (whole_persons.fold_alone(database, each) for each in merged.ids_of(database, kept))
        known[kept] = tuple(each for each in alone if each is not None)
    return known


def values_of_own_fields(database: Database) -> dict[tuple[str, object], int]:
    """The number of delegates with each value of each own field of the event, by the field's code and the value."""
    rows = database.rows(
        """SELECT each.key, each.value, COUNT(*) FROM delegates, json_each(delegates.own) AS each
            WHERE delegates.own != '' GROUP BY each.key, each.value"""
    )
    return {(code, value): count for code, value, count in rows}


def in_category(database: Database, category: str) -> list[str]:
    """The ids of all delegates of this category (code), whatever their status, in the order of their registration."""
    query = DelegateRow.select(SQL("id")).where(SQL("category") == category).order_by(SQL("no"))
    return [row[0] for row in tuples(database, query)]


def _questions(words: Sequence[str]) -> tuple[str, ...]:
    """The queries for these words, in the query language of SQLite's FTS5, from the narrowest to the widest."""
    whole = " ".join(f'"{word}"' for word in words)
    beginnings = " ".join(f'"{word}"*' for word in words)
    return (f"names : ({whole})", f"names : ({beginnings})", beginnings)


def numbered(database: Database, found: Mapping[int, int]) -> list[Registration]:
    """The delegates in the rows with these numbers, sorted by the rank that `found` gives for each number."""
    marks = ",".join("?" * len(found))
    known = database.rows(
        f"""SELECT d.registered_order, d.registered_stream, d.no, {_SELECTED} {_WITH_BADGE}
        WHERE d.no IN ({marks})""",
        list(found),
    )
    known.sort(key=lambda row: (found[row[2]], *row[:2]))
    invited = namings.of_delegates(database, [row[3] for row in known])
    return [_registration(database, row[3:], invited.get(row[3], {})) for row in known]


def _registration(
    database: Database, row: Sequence[Any], named: Mapping[str, Naming] | None = None
) -> Registration:
    """Make a registration from a row of `_SELECTED`; the delegate's namings are looked up if they are not given."""
    delegate, arrivals = as_recorded(row)
    known = namings.of_delegate(database, delegate.id) if named is None else named
    if arrivals.desk is not None and not delegate.is_expected:
        arrivals = whole_persons.fold(database, delegate.id).arrivals  # the tables do not hold who was let in
    invited = {session: naming for session, naming in known.items() if not naming.withdrawn}
    return Registration(delegate, arrivals, _badge(row), invited)


def as_recorded(row: Sequence[Any]) -> tuple[Delegate, Arrivals]:
    """Make a delegate and the delegate's arrivals from a database row that begins with the columns `RECORDED`."""
    values = list(row[:_LAST_FIELD])
    try:
        values[_NAME_ORDER] = NameOrder(values[_NAME_ORDER])
        values[_STATUS] = Status(values[_STATUS])
        values[_SEX] = Sex(values[_SEX])
        values[_OWN] = from_json(values[_OWN]) if values[_OWN] else {}
    except ValueError as error:
        raise damaged("the participant", row[0]) from error
    for flag in _FLAGS:
        values[flag] = bool(values[flag])
    return Delegate(*values), as_arrivals(row[_LAST_FIELD : _LAST_FIELD + 4])


def _badge(row: Sequence[Any]) -> Badge | None:
    badge = row[_LAST_FIELD + 4 :]
    return badges.as_badge(badge) if badge[0] is not None else None
