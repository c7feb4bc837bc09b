"""Computes a person from all journal entries about them, without using the tables that are made from the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.delegates import PERSONS, Delegate
from checkin.domain.entry_keys import code_key, delegate_key
from checkin.domain.facts import BadgeIssued
from checkin.domain.folding import Person, Standing, fold_person, kept_of
from checkin.domain.pair_facts import Merged
from checkin.storage import merged, persons
from checkin.storage.journal import standings

if TYPE_CHECKING:
    from checkin.storage.database import Database


def fold(database: Database, person: str, *, without: str | None = None) -> Person:
    """Compute the state of a person from the journal.

    `person` is the id of a delegate, an id that was merged into a delegate, or the code of a badge whose delegate is
    not known. If `without` is the id of an act, the person is computed as if this act were undone.
    """
    _, folded = fold_with_ids(database, person, without)
    return folded


def fold_alone(database: Database, delegate: str) -> Delegate | None:
    """The delegate with only what was recorded under this id, as if never merged; None if nobody is registered."""
    own = [
        each for each in standings(database, [delegate_key(delegate)]) if not isinstance(each.fact, Merged)
    ]
    folded = fold_person(delegate, own)
    return None if folded.delegate is None else with_links(database, folded.delegate)


def fold_with_ids(
    database: Database, person: str, without: str | None = None
) -> tuple[tuple[str, ...], Person]:
    """The ids that belong to the person after merges, and the state of the person (see `fold`)."""
    ids, own = _entries_of_ids(database, person, without)
    if not own:
        return ids, fold_person(person, _entries_of_code(database, person, without))
    folded = fold_person(kept_of(person, own), _with_codes(database, ids, own, without))
    if folded.delegate is not None:
        folded.delegate = with_links(database, folded.delegate)
    return ids, folded


def with_links(database: Database, delegate: Delegate) -> Delegate:
    """The delegate with the present ids of the persons whom they accompany or who represent them.

    These persons may have got another id by a merge since the delegate was recorded.
    """
    if not delegate.accompanies and not delegate.represented_by:
        return delegate
    links = {field: merged.kept(database, str(delegate.value(field))) for field in PERSONS}
    return delegate.with_details(
        {field: "" if named == delegate.id else named for field, named in links.items()}
    )


def _entries_of_ids(
    database: Database, person: str, without: str | None
) -> tuple[tuple[str, ...], list[Standing]]:
    """The ids of all who were merged with a person, and all facts that touch these ids, in journal order."""
    ids: dict[str, None] = {}
    known: dict[tuple[int, str, int], Standing] = {}
    waiting = [person]
    while waiting:
        if (delegate := waiting.pop()) in ids:
            continue
        ids[delegate] = None
        for standing in standings(database, [delegate_key(delegate)], without):
            known[standing.place] = standing
            if standing.stands and isinstance(standing.fact, Merged):
                waiting += [standing.fact.one, standing.fact.other]
    if len(ids) == 1:
        return (person,), list(known.values())
    return tuple(sorted(ids)), [known[place] for place in sorted(known)]


def _entries_of_code(database: Database, code: str, without: str | None) -> list[Standing]:
    """All facts that touch a code which was issued to no delegate, each with whether it stands (is not undone)."""
    known = standings(database, [code_key(code)], without)
    return [] if any(isinstance(standing.fact, BadgeIssued) for standing in known) else known


def _with_codes(
    database: Database, ids: tuple[str, ...], own: list[Standing], without: str | None
) -> list[Standing]:
    """The facts about these delegates, and those that touch the codes of their badges, in journal order."""
    issued = {standing.fact.code for standing in own if isinstance(standing.fact, BadgeIssued)}
    if not issued:
        return own
    # A code that was issued to two delegates belongs to the first of them.
    codes = sorted(code for code in issued if persons.first_owner(database, code) in ids)
    known = {each.place: each for each in (*own, *standings(database, list(map(code_key, codes)), without))}
    return [
        known[place]
        for place in sorted(known)
        if not isinstance(issue := known[place].fact, BadgeIssued) or issue.code in codes
    ]
