"""Presence: one stay, from the admission that begins it to the exit that ends it."""

from __future__ import annotations

from checkin.domain.presence import entered, may_close
from tests.domain.examples import NEW_BADGE, OLD_BADGE, a_stay, at


def test_the_first_admission_begins_a_stay() -> None:
    assert entered(None, at(-20), "door 1", NEW_BADGE) == a_stay(-20)


def test_an_admission_after_an_exit_begins_another() -> None:
    assert entered(a_stay(-20, -10), at(5), "door 1", NEW_BADGE) == a_stay(5)


def test_an_admission_of_somebody_inside_keeps_since_when_and_by_which_door_but_now_the_newer_badge_leaves() -> (
    None
):
    stay = entered(a_stay(-20, code=OLD_BADGE), at(5), "door 2", NEW_BADGE)

    assert stay == a_stay(-20, code=NEW_BADGE)


def test_a_good_badge_ends_any_open_stay_and_a_revoked_one_only_its_own() -> None:
    stay = a_stay(-20, code=OLD_BADGE)

    assert may_close(stay, OLD_BADGE, revoked=False)
    assert may_close(stay, NEW_BADGE, revoked=False)
    assert may_close(stay, OLD_BADGE, revoked=True)
    assert not may_close(stay, NEW_BADGE, revoked=True)


def test_nothing_ends_a_stay_that_has_ended() -> None:
    assert not may_close(a_stay(-20, 10), NEW_BADGE, revoked=False)
    assert not may_close(a_stay(-20, 10), NEW_BADGE, revoked=True)


def test_an_exit_at_the_instant_of_the_entry_is_no_disagreement_of_clocks() -> None:
    assert not a_stay(0, 0).clocks_disagree
    assert not a_stay(0).clocks_disagree
    assert a_stay(0, -1).clocks_disagree
