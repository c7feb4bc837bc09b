"""Facts: each kind has its own name, its subject, and the keys of all that it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from checkin.domain.admission import Admitted, Left, Refusal, Refused
from checkin.domain.delegates import Field
from checkin.domain.facts import (
    KINDS,
    UNREADABLE,
    ActBegun,
    ActEnded,
    Arrived,
    BadgeIssued,
    BadgePrinted,
    BadgeRevoked,
    CategoryDefined,
    Corrected,
    EventDescribed,
    Fact,
    Registered,
    Scanned,
    SessionDefined,
    Undone,
    act_key,
    code_key,
    delegate_key,
)
from checkin.domain.presence import Direction
from checkin.domain.programme import Category, EventDescription, LocalText
from tests.domain.examples import NEW_BADGE, START, a_session, at

if TYPE_CHECKING:
    from checkin.domain.admission import Verdict

NONE = LocalText()
DELEGATE, CODE = delegate_key("d1"), code_key(NEW_BADGE)


def scanned(code: str, delegate: str, verdict: Verdict) -> Scanned:
    """A reading at the opening's door."""
    return Scanned("opening", code, delegate, Direction.AUTO, verdict, at(0), "door 1")


STORIES: list[tuple[Fact, str, tuple[str, ...]]] = [
    (EventDescribed(EventDescription(NONE, NONE, "UTC", START.date(), START.date())), "", ("event",)),
    (CategoryDefined(Category("P", "P", NONE)), "P", ("categoryP",)),
    (SessionDefined(a_session()), "opening", ("sessionopening",)),
    (Registered("d1", {Field.FAMILY_NAME: "SOK"}), "d1", (DELEGATE,)),
    (Corrected("d1", {Field.PHONE: "1"}), "d1", (DELEGATE,)),
    (Arrived("d1", at(0), "desk 1"), "d1", (DELEGATE,)),
    (BadgeIssued(NEW_BADGE, "d1", at(0)), NEW_BADGE, (CODE, DELEGATE)),
    (BadgePrinted(NEW_BADGE, at(0)), NEW_BADGE, (CODE,)),
    (BadgeRevoked(NEW_BADGE, "lost"), NEW_BADGE, (CODE,)),
    (scanned(NEW_BADGE, "d1", Admitted()), NEW_BADGE, (CODE,)),
    (scanned(NEW_BADGE, "", Left()), NEW_BADGE, (CODE,)),
    (scanned(NEW_BADGE, "d1", Refused(Refusal.FULL)), NEW_BADGE, (CODE,)),
    (scanned("", "d1", Admitted()), "d1", (DELEGATE,)),
    (scanned("SOK Dara", "", Refused(Refusal.NOT_OURS)), "SOK Dara", ()),
    (scanned(NEW_BADGE, "", Refused(Refusal.MISREAD)), NEW_BADGE, ()),
    (scanned(NEW_BADGE, "", Refused(Refusal.FORGED)), NEW_BADGE, ()),
    (Undone("s-1"), "s-1", (act_key("s-1"),)),
    (ActBegun("import"), "import", ()),
    (ActEnded(), "", ()),
]


@pytest.mark.parametrize(("fact", "subject", "keys"), STORIES)
def test_a_fact_names_its_subject_and_what_it_touches(
    fact: Fact, subject: str, keys: tuple[str, ...]
) -> None:
    assert fact.subject == subject
    assert fact.keys == keys


def test_every_kind_has_a_story_and_a_name_of_its_own() -> None:
    assert {type(fact) for fact, _, _ in STORIES} == set(get_args(Fact))
    assert list(KINDS.values()) == list(get_args(Fact))
    assert all(fact.kind == kind for kind, fact in KINDS.items())


def test_the_names_of_kinds_stay_what_they_are_in_event_files_out_there() -> None:
    assert sorted(KINDS) == [
        "act_begun",
        "act_ended",
        "arrived",
        "badge_issued",
        "badge_printed",
        "badge_revoked",
        "category_defined",
        "corrected",
        "event_described",
        "registered",
        "scanned",
        "session_defined",
        "undone",
    ]


def test_a_delegate_a_code_and_an_act_of_one_name_are_three_keys() -> None:
    assert len({delegate_key("x"), code_key("x"), act_key("x")}) == 3


def test_no_key_of_one_sort_is_a_key_of_another() -> None:
    definitions = {key for fact, _, keys in STORIES[:3] for key in keys}

    assert not {delegate_key(""), code_key(""), act_key("")} & definitions


@pytest.mark.parametrize("refusal", sorted(UNREADABLE))
def test_a_scan_of_what_is_no_badge_of_this_event_touches_nobody(refusal: Refusal) -> None:
    assert scanned(NEW_BADGE, "d1", Refused(refusal)).keys == ()
