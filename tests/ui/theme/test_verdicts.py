"""Each verdict has the look and the sound of the design."""

from __future__ import annotations

import pytest

from checkin import assets
from checkin.domain.admission import Admitted, ExitAlert, Left, Note, Refusal, Refused, Verdict
from checkin.ui.theme import VERDICT_LOOKS, Look, Stays, look_of

STORIES: list[tuple[Verdict, Look, str, Stays]] = [
    (Admitted(), Look.ADMITTED, "admitted", Stays.UNTIL_SCAN),
    (Admitted(Note.OVERRIDE), Look.ADMITTED, "admitted", Stays.UNTIL_SCAN),
    (Admitted(Note.BACK_IN), Look.BACK_IN, "back_in", Stays.UNTIL_SCAN),
    (Admitted(Note.ARRIVAL_RECORDED), Look.ARRIVAL_NOTED, "admitted", Stays.UNTIL_SCAN),
    (Admitted(Note.DETAILS_FOLLOW), Look.DETAILS_FOLLOW, "admitted", Stays.UNTIL_SCAN),
    (Left(), Look.GOODBYE, "out", Stays.UNTIL_SCAN),
    *((Left(alert), Look.EXIT_ALERT, "out_alert", Stays.UNTIL_SCAN) for alert in ExitAlert),
    (Refused(Refusal.NOT_OURS), Look.UNKNOWN_CODE, "help_desk", Stays.UNTIL_SCAN),
    (Refused(Refusal.MISREAD), Look.UNKNOWN_CODE, "help_desk", Stays.UNTIL_SCAN),
    (Refused(Refusal.FORGED), Look.UNKNOWN_CODE, "help_desk", Stays.UNTIL_SCAN),
    (Refused(Refusal.JUST_ENTERED), Look.ALREADY_INSIDE, "already_inside", Stays.UNTIL_SCAN),
    (Refused(Refusal.REVOKED), Look.BADGE_REPLACED, "help_desk", Stays.UNTIL_KEY),
    (Refused(Refusal.BLOCKED), Look.HELP_DESK, "help_desk", Stays.UNTIL_KEY),
    (Refused(Refusal.CANCELLED), Look.HELP_DESK, "help_desk", Stays.UNTIL_KEY),
    (Refused(Refusal.NOT_NOW), Look.NOT_NOW, "not_now", Stays.UNTIL_KEY),
    (Refused(Refusal.NOT_ON_LIST), Look.NOT_ON_LIST, "not_now", Stays.UNTIL_KEY),
    (Refused(Refusal.ALREADY_INSIDE), Look.ALREADY_INSIDE, "already_inside", Stays.UNTIL_SCAN),
    (Refused(Refusal.JUST_ENTERED), Look.ALREADY_INSIDE, "already_inside", Stays.UNTIL_SCAN),
    (Refused(Refusal.NO_REENTRY), Look.NOT_NOW, "not_now", Stays.UNTIL_KEY),
    (Refused(Refusal.FULL), Look.NOT_NOW, "not_now", Stays.UNTIL_KEY),
    (Refused(Refusal.NOT_ARRIVED), Look.TO_THE_DESK, "not_now", Stays.UNTIL_KEY),
    (Refused(Refusal.NOT_ANSWERED), Look.TO_THE_DESK, "not_now", Stays.UNTIL_KEY),
    (Refused(Refusal.INVITATION), Look.TO_THE_DESK, "not_now", Stays.UNTIL_KEY),
    (Refused(Refusal.NOT_GIVEN), Look.HELP_DESK, "help_desk", Stays.UNTIL_KEY),
    (Refused(Refusal.EXPIRED), Look.HELP_DESK, "help_desk", Stays.UNTIL_KEY),
    (Refused(Refusal.NOT_CLEARED), Look.HELP_DESK, "help_desk", Stays.UNTIL_KEY),
]


@pytest.mark.parametrize(("verdict", "look", "sound", "stays"), STORIES)
def test_a_verdict_looks_and_sounds_as_designed(
    verdict: Verdict, look: Look, sound: str, stays: Stays
) -> None:
    assert look_of(verdict) is look
    assert (VERDICT_LOOKS[look].sound, VERDICT_LOOKS[look].stays) == (sound, stays)


def test_every_refusal_and_note_has_its_story() -> None:
    assert {verdict.reason for verdict, *_ in STORIES if isinstance(verdict, Refused)} == set(Refusal)
    assert {verdict.note for verdict, *_ in STORIES if isinstance(verdict, Admitted)} == {None, *Note}


def test_every_look_is_in_the_table_and_tells_itself_apart_without_its_colour() -> None:
    told_by = {look: (row.signs, row.sound) for look, row in VERDICT_LOOKS.items()}

    assert set(told_by) == set(Look)
    # These two differ by their words alone: the reason is for the operator's eyes only.
    assert told_by.pop(Look.HELP_DESK) == told_by[Look.BADGE_REPLACED]
    assert len(set(told_by.values())) == len(told_by)


def test_every_sound_of_the_table_is_there_and_the_other_way_round() -> None:
    files = {file.stem for file in assets.resource("sounds").glob("*.wav")}

    assert {row.sound for row in VERDICT_LOOKS.values()} == files
