"""Facts: each kind has its own name, its subject, and the keys of all that it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from checkin.domain.admission import Admitted, ExitAlert, Left, Refusal, Refused
from checkin.domain.delegates import Field
from checkin.domain.entry_keys import (
    act_key,
    code_key,
    delegate_key,
    doors_key,
    named_key,
    operator_key,
    separated_key,
    thing_key,
)
from checkin.domain.facts import (
    KINDS,
    UNREADABLE,
    ActBegun,
    ActEnded,
    Arrived,
    BadgeIssued,
    BadgePrinted,
    BadgeRevoked,
    Corrected,
    Defined,
    DoorsSet,
    Fact,
    LongAct,
    Named,
    OperatorNamed,
    Registered,
    Scanned,
    Undone,
)
from checkin.domain.pair_facts import Merged, Separated
from checkin.domain.presence import Direction
from checkin.domain.programme import DoorState
from checkin.domain.things import Thing
from checkin.domain.undoing import CHANGED_NOTHING, can_be_undone
from tests.domain.examples import NEW_BADGE, at

if TYPE_CHECKING:
    from checkin.domain.admission import Verdict

DELEGATE, CODE = delegate_key("d1"), code_key(NEW_BADGE)


def scanned(code: str, delegate: str, verdict: Verdict) -> Scanned:
    """A reading at the opening's door."""
    return Scanned("opening", code, delegate, Direction.AUTO, verdict, at(0), "door 1")


STORIES: list[tuple[Fact, str, str, tuple[str, ...]]] = [
    (OperatorNamed("o1", "CHEA Vanna"), "operator_named", "o1", (operator_key("o1"),)),
    (Defined(Thing.EVENT, "", {}), "defined", "", (thing_key(Thing.EVENT, ""),)),
    (Defined(Thing.ROOM, "mekong", {}), "defined", "mekong", (thing_key(Thing.ROOM, "mekong"),)),
    (Registered("d1", {Field.FAMILY_NAME: "SOK"}), "registered", "d1", (DELEGATE,)),
    (Corrected("d1", {Field.PHONE: "1"}), "corrected", "d1", (DELEGATE,)),
    (Arrived("d1", at(0), "desk 1"), "arrived", "d1", (DELEGATE,)),
    (BadgeIssued(NEW_BADGE, "d1", at(0)), "badge_issued", NEW_BADGE, (CODE, DELEGATE)),
    (BadgePrinted(NEW_BADGE, at(0)), "badge_printed", NEW_BADGE, (CODE,)),
    (BadgeRevoked(NEW_BADGE), "badge_revoked", NEW_BADGE, (CODE,)),
    (scanned(NEW_BADGE, "d1", Admitted()), "scanned", NEW_BADGE, (CODE,)),
    (scanned(NEW_BADGE, "", Left()), "scanned", NEW_BADGE, (CODE,)),
    (scanned(NEW_BADGE, "d1", Left(ExitAlert.BLOCKED)), "scanned", NEW_BADGE, (CODE,)),
    (scanned(NEW_BADGE, "d1", Left(ExitAlert.NO_ENTRY)), "left_without_entry", NEW_BADGE, (CODE,)),
    (scanned(NEW_BADGE, "d1", Refused(Refusal.FULL)), "scan_refused", NEW_BADGE, (CODE,)),
    (scanned("", "d1", Admitted()), "scanned", "d1", (DELEGATE,)),
    (scanned("", "", Refused(Refusal.NOT_OURS)), "scan_refused", "", ()),
    (scanned(NEW_BADGE, "", Refused(Refusal.MISREAD)), "scan_refused", NEW_BADGE, ()),
    (scanned(NEW_BADGE, "", Refused(Refusal.FORGED)), "scan_refused", NEW_BADGE, ()),
    (DoorsSet("opening", DoorState.OPEN, at(0), "door 1"), "doors_set", "opening", (doors_key("opening"),)),
    (
        Named("d1", "opening", seat="A3"),
        "named",
        "d1",
        (DELEGATE, named_key("opening")),
    ),
    (Merged("d1", "d2"), "merged", "d1", (DELEGATE, delegate_key("d2"))),
    (
        Separated("d2", "d1"),
        "separated",
        "d2",
        (separated_key("d1", "d2"), delegate_key("d2"), DELEGATE),
    ),
    (Undone("s-1"), "undone", "s-1", (act_key("s-1"),)),
    (ActBegun(LongAct.IMPORT), "act_begun", "import", ()),
    (ActEnded(), "act_ended", "", ()),
]


@pytest.mark.parametrize(("fact", "kind", "subject", "keys"), STORIES)
def test_a_fact_names_its_kind_its_subject_and_what_it_touches(
    fact: Fact, kind: str, subject: str, keys: tuple[str, ...]
) -> None:
    assert fact.kind == kind
    assert fact.subject == subject
    assert fact.keys == keys


def test_every_fact_has_a_story_and_every_kind_is_that_of_its_fact() -> None:
    assert {type(fact) for fact, _, _, _ in STORIES} == set(get_args(Fact))
    assert {kind: KINDS[kind] for _, kind, _, _ in STORIES} == KINDS
    assert all(KINDS[kind] is type(fact) for fact, kind, _, _ in STORIES)


def test_the_names_of_kinds_stay_what_they_are_in_event_files_out_there() -> None:
    assert sorted(KINDS) == [
        "act_begun",
        "act_ended",
        "arrived",
        "badge_issued",
        "badge_printed",
        "badge_revoked",
        "corrected",
        "defined",
        "doors_set",
        "left_without_entry",
        "merged",
        "named",
        "operator_named",
        "registered",
        "scan_refused",
        "scanned",
        "separated",
        "undone",
    ]


def test_the_kind_alone_tells_what_an_undo_passes_over() -> None:
    one_fact_each = [
        (kind, fact) for fact, kind, _, _ in STORIES if not isinstance(fact, ActBegun | ActEnded)
    ]

    assert {kind for kind, fact in one_fact_each if not can_be_undone([fact])} == set(CHANGED_NOTHING)
    assert {kind for kind, fact in one_fact_each if can_be_undone([fact])}.isdisjoint(CHANGED_NOTHING)


def test_no_key_of_one_sort_is_a_key_of_another() -> None:
    sorts = {
        delegate_key("x"),
        code_key("x"),
        act_key("x"),
        operator_key("x"),
        doors_key("x"),
        named_key("x"),
        *(thing_key(what, "x") for what in Thing),
    }

    assert len(sorts) == 6 + len(Thing)
    assert len({key[0] for key in sorts}) == 7


@pytest.mark.parametrize("refusal", sorted(UNREADABLE))
def test_a_scan_of_what_is_no_badge_of_this_event_touches_nobody(refusal: Refusal) -> None:
    assert scanned(NEW_BADGE, "d1", Refused(refusal)).keys == ()
