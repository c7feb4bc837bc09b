from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

import pytest

from checkin import wording
from checkin.domain.admission import (
    OVERRIDABLE,
    Admitted,
    ExitAlert,
    Left,
    Note,
    Override,
    Refusal,
    Refused,
    Verdict,
)
from checkin.domain.arriving import ArrivedBefore, NotReceived, Received
from checkin.domain.badges import Badge, Revocation
from checkin.domain.delegates import Arrival, Field, NameOrder, Sex, Status
from checkin.domain.near_codes import Nearness
from checkin.domain.overriding import needs_words
from checkin.domain.presence import Direction, Stay
from checkin.domain.programme import DoorState, LocalText, Session, SessionStatus
from checkin.domain.reasons import Reason, Why
from checkin.domain.rejections import RejectReason
from checkin.wording import Circumstances, Wording
from checkin.wording.discreet import keeps_out

START = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)  # 09:00 at the venue
OPENING = Session(
    "opening", LocalText.of("Opening"), LocalText.of("Ballroom"), START, START + timedelta(minutes=90),
    START - timedelta(minutes=30), START + timedelta(minutes=60), capacity=48,
)  # fmt: skip
VERDICTS: tuple[Verdict, ...] = (
    Admitted(),
    *(Admitted(note) for note in Note),
    *(Refused(reason) for reason in Refusal),
    Left(),
    *(Left(alert) for alert in ExitAlert),
)
ENGLISH = wording.in_language("en")


def at(minutes: int, **known: object) -> Circumstances:
    """So many minutes after the start of the opening."""
    zone = ZoneInfo("Asia/Phnom_Penh")
    return Circumstances(START + timedelta(minutes=minutes), zone, OPENING, **known)  # type: ignore[arg-type]


def open_to(*categories: str) -> Circumstances:
    """The opening, if it were open to these categories only."""
    return replace(at(0), session=replace(OPENING, open_to=frozenset(categories)))


@pytest.mark.parametrize(
    ("near", "sentence"),
    [
        (Nearness(missing=1), "1 character is missing: a code has 16."),
        (Nearness(missing=8), "8 characters are missing: a code has 16."),
        (Nearness(extra=1), "There is 1 character too many: a code has 16."),
        (Nearness(extra=2), "There are 2 characters too many: a code has 16."),
        (Nearness(sign="U"), "No code has the sign “U”: look at the characters once more."),
    ],
)
def test_the_operator_reads_what_is_wrong_with_a_code(near: Nearness, sentence: str) -> None:
    assert ENGLISH.verdict(Refused(Refusal.NOT_OURS), at(0, near=near)).reason == sentence


@pytest.mark.parametrize(
    ("verdict", "known", "title", "sentence"),
    [
        (Admitted(), at(0), "WELCOME", ""),
        (Admitted(Note.BACK_IN), at(0), "BACK IN", "Welcome back."),
        (Admitted(Note.ARRIVAL_RECORDED, arrives=True), at(0), "ADMITTED", "Arrival noted."),
        (Admitted(Note.DETAILS_FOLLOW), at(0), "ADMITTED", "Details follow."),
        (Left(), at(0), "OUT", "Goodbye."),
        (Refused(Refusal.NOT_OURS), at(0), "UNKNOWN CODE", ""),
        (Refused(Refusal.NOT_OURS), at(0, near=Nearness(missing=1)), "SCAN AGAIN", ""),
        (Refused(Refusal.MISREAD), at(0), "SCAN AGAIN", ""),
        (Refused(Refusal.FORGED), at(0), "UNKNOWN CODE", "Please go to the help desk."),
        (Refused(Refusal.REVOKED), at(0), "HELP DESK", "Badge replaced."),
        (Refused(Refusal.REVOKED), at(0, badge=Badge("2345", revoked=Revocation.ISSUE_UNDONE)),
         "HELP DESK", "This badge was taken back."),
        (Refused(Refusal.BLOCKED), at(0), "HELP DESK", "Please go to the help desk."),
        (Refused(Refusal.NOT_NOW), at(-40), "TOO EARLY", "10 min early. Doors open at 08:30."),
        (Refused(Refusal.NOT_NOW), at(-200), "TOO EARLY", "Doors open at 08:30."),
        (Refused(Refusal.NOT_NOW), at(-1000), "TOO EARLY", "Doors open on Nov 24, 2026 08:30."),
        (Refused(Refusal.NOT_NOW), at(61), "CLOSED", "Entry closed at 10:00."),
        (Refused(Refusal.NOT_NOW), at(1500), "CLOSED", "Entry closed on Nov 24, 2026 10:00."),
        (Refused(Refusal.NOT_NOW), None, "NOT OPEN NOW", ""),
        (Refused(Refusal.NOT_ON_LIST), open_to(), "NOT ON THE LIST", "This session is by invitation."),
        (Refused(Refusal.NOT_ON_LIST), open_to("W"), "NOT ON THE LIST", "The session is not open to this category."),
        (Refused(Refusal.NOT_ON_LIST), None, "NOT ON THE LIST", "The session is not open to this category."),
        (Refused(Refusal.ALREADY_INSIDE), at(20, last_stay=Stay(START + timedelta(minutes=12), "Door 1", "")),
         "ALREADY IN", "09:12, Door 1"),
        (Refused(Refusal.ALREADY_INSIDE), None, "ALREADY IN", ""),
        (Refused(Refusal.NO_REENTRY), at(30, last_stay=Stay(START, "Door 1", "", START + timedelta(minutes=5))),
         "NO RE-ENTRY", "Left at 09:05."),
        (Refused(Refusal.NO_REENTRY), None, "NO RE-ENTRY", ""),
        (Refused(Refusal.FULL), at(0, inside=48), "FULL", "48/48 seats"),
        (Refused(Refusal.FULL), at(0), "FULL", ""),
        (Refused(Refusal.NOT_ARRIVED), at(0), "TO THE DESK FIRST", "Please go to the registration desk first."),
    ],
)  # fmt: skip
def test_a_door_says(verdict: Verdict, known: Circumstances | None, title: str, sentence: str) -> None:
    words = ENGLISH.verdict(verdict, known)

    assert (words.title, words.sentence) == (title, sentence)


@pytest.mark.parametrize("known", [open_to(), open_to("W"), None], ids=["by name", "by category", "unknown"])
def test_a_refusal_by_the_list_gives_one_reason(known: Circumstances | None) -> None:
    words = ENGLISH.verdict(Refused(Refusal.NOT_ON_LIST), known)

    assert words.reason == ""


SINCE_MORNING = Stay(START + timedelta(minutes=12), "Door 1", "")


@pytest.mark.parametrize(
    ("verdict", "known", "title", "sentence"),
    [
        (Admitted(Note.BACK_IN), at(20, last_stay=SINCE_MORNING), "BACK IN", "First entry 09:12, Door 1"),
        (
            Admitted(Note.BACK_IN),
            at(1500, last_stay=SINCE_MORNING),
            "BACK IN",
            "First entry Tuesday 09:12, Door 1",
        ),
        (
            Admitted(Note.BACK_IN),
            at(20, last_stay=SINCE_MORNING.ended(START + timedelta(minutes=15))),
            "BACK IN",
            "Welcome back.",
        ),
        (Left(), at(95, other=OPENING), "OUT", "SHOW AGAIN TO COME IN"),
        (
            Refused(Refusal.JUST_ENTERED),
            at(13, last_stay=SINCE_MORNING),
            "ALREADY IN",
            "SHOW AGAIN TO LEAVE",
        ),
    ],
)
def test_a_door_says_what_happened_before(
    verdict: Verdict, known: Circumstances, title: str, sentence: str
) -> None:
    words = ENGLISH.verdict(verdict, known)

    assert (words.title, words.sentence) == (title, sentence)


def test_a_door_closed_by_hand_says_neither_that_it_is_early_nor_late() -> None:
    closed = replace(at(0), session=replace(OPENING, by_hand=DoorState.CLOSED))
    words = ENGLISH.verdict(Refused(Refusal.NOT_NOW), closed)

    assert (words.title, words.sentence) == ("CLOSED", "The doors are closed for the moment.")


@pytest.mark.parametrize("refusal", sorted(OVERRIDABLE))
def test_the_operator_reads_the_keys_that_let_somebody_in(refusal: Refusal) -> None:
    step = ENGLISH.verdict(Refused(refusal), at(0)).next_step

    digits, typed = "1 to 4 admit, with that reason.", "Press Enter, then type a reason to admit."
    assert step == (typed if needs_words(refusal) else digits)


def test_where_no_session_opens_any_more_nobody_is_promised_a_supervisor() -> None:
    words = ENGLISH.verdict(Refused(Refusal.NOT_NOW), replace(at(600), session=None))

    assert (words.title, words.next_step) == ("NOT OPEN NOW", "")
    assert words.sentence == "No session opens here any more."


def test_the_operator_reads_who_let_somebody_in_and_why() -> None:
    late = Admitted(Note.OVERRIDE, overrode=frozenset({Refusal.NOT_NOW}))
    by_speaker = Override("Vuthy", Why(Reason.SPEAKER))
    told = [
        ENGLISH.verdict(late, at(61, override=each)).reason
        for each in (None, by_speaker, Override("", Why.typed("the chair asked")))
    ]

    assert told == [
        "Let in with a reason, in spite of a refusal.",
        "Let in by Vuthy: Speaker or moderator",
        "Let in: the chair asked",
    ]


def test_a_session_that_does_not_take_place_is_said_to_be_cancelled() -> None:
    cancelled = Session(
        "talk", LocalText.of("Talk"), "Room", START, START, START, START, status=SessionStatus.CANCELLED
    )

    known = Circumstances(START, ZoneInfo("UTC"), cancelled)
    assert ENGLISH.verdict(Refused(Refusal.NOT_NOW), known).title == "SESSION CANCELLED"


@pytest.mark.parametrize(
    ("verdict", "secret"),
    [
        (Refused(Refusal.BLOCKED), "help desk decides"),
        (Refused(Refusal.CANCELLED), "cancelled"),
        (Refused(Refusal.FORGED), "forgery"),
        (Left(ExitAlert.BLOCKED), "help desk decides"),
        (Left(ExitAlert.CANCELLED), "cancelled"),
        (Left(ExitAlert.REVOKED), "invalidated"),
        (Left(ExitAlert.NO_ENTRY), "without having been scanned"),
    ],
)
def test_what_a_guest_should_not_read_stands_in_the_operators_reason_alone(
    verdict: Verdict, secret: str
) -> None:
    words = ENGLISH.verdict(verdict, at(0))

    assert secret in words.reason
    assert secret not in words.title + words.sentence + words.next_step


def test_the_operator_reads_why_a_badge_was_revoked() -> None:
    lost = Badge("B1", revoked=Revocation.BY_HAND, why=Why.typed("lost in the lift"))
    assert ENGLISH.verdict(Refused(Refusal.REVOKED), at(0, badge=lost)).reason == "lost in the lift"
    assert ENGLISH.revocation(replace(lost, why=Why(Reason.LOST))) == "lost"
    assert ENGLISH.revocation(replace(lost, why=None)) == "The badge was invalidated."
    issue = ENGLISH.revocation(Badge("B1", revoked=Revocation.ISSUE_UNDONE))
    assert issue == "The issue of this badge was undone."
    registration = ENGLISH.revocation(Badge("B1", revoked=Revocation.REGISTRATION_UNDONE))
    assert registration == "The registration of this participant was undone."


def test_after_an_override_nothing_is_said_that_does_not_hold_any_more() -> None:
    overrode = frozenset({Refusal.NOT_NOW, Refusal.FULL})

    words = ENGLISH.verdict(Admitted(Note.OVERRIDE, arrives=True, overrode=overrode), at(0))
    assert words.title == "ADMITTED"
    assert words.reason == "Let in with a reason, in spite of a refusal."
    assert words.sentence == "Arrival noted."


def test_a_desk_says_when_and_where_somebody_arrived_before() -> None:
    first = Arrival(START - timedelta(minutes=14), "Desk 1")

    assert ENGLISH.reception(Received(), at(0)).title == "WELCOME"
    assert ENGLISH.reception(ArrivedBefore(first), at(0)).sentence == "08:46, Desk 1"
    tomorrow = ENGLISH.reception(ArrivedBefore(first), at(24 * 60))
    assert (tomorrow.title, tomorrow.sentence) == ("WELCOME", "here since Tuesday 08:46, Desk 1")
    assert ENGLISH.reception(NotReceived(Refusal.BLOCKED), at(0)).title == "HELP DESK"


def test_no_screen_says_that_somebody_is_blocked() -> None:
    shown = [ENGLISH.verdict(verdict, at(0)) for verdict in VERDICTS]

    assert not any("block" in f"{words} {ENGLISH.discreetly(words)}".casefold() for words in shown)


@pytest.mark.parametrize("verdict", [verdict for verdict in VERDICTS if keeps_out(verdict)])
def test_discreet_words_are_the_same_for_every_refusal_and_keep_the_reason(verdict: Verdict) -> None:
    plain = ENGLISH.verdict(verdict, at(0))
    words = ENGLISH.discreetly(plain)

    assert (words.title, words.sentence) == ("ONE MOMENT, PLEASE", "")
    assert words.next_step == plain.next_step
    assert all(part in words.reason for part in (plain.title, plain.sentence, plain.reason))


def test_every_refusal_that_keeps_somebody_out_has_discreet_words() -> None:
    plain = [verdict for verdict in VERDICTS if not keeps_out(verdict)]

    assert [each for each in plain if isinstance(each, Refused)] == [Refused(Refusal.JUST_ENTERED)]


def everything_worded(words: Wording) -> list[str]:
    verdicts = [words.verdict(verdict, at(0)) for verdict in VERDICTS]
    return [
        *chain.from_iterable((said.title, said.next_step, said.reason) for said in verdicts),
        *map(words.refusal, Refusal),
        *map(words.alert, ExitAlert),
        *map(words.rejection, RejectReason),
        *map(words.field, Field),
        *map(words.status, Status),
        *map(words.name_order, NameOrder),
        *map(words.direction, Direction),
        *map(words.reason, Reason),
        *map(words.sex, Sex),
        words.yes_no(value=True),
        words.yes_no(value=False),
    ]


@pytest.mark.parametrize("code", ["km", "zh"])
def test_nothing_that_the_domain_says_is_left_in_english(code: str) -> None:
    """The names of keys stand on the keyboard as they are."""
    said = [text.replace("Enter", "") for text in everything_worded(wording.in_language(code))]

    assert [text for text in said if any("a" <= letter.lower() <= "z" for letter in text)] == []


def test_every_refusal_and_alert_has_its_own_sentence() -> None:
    assert len(set(map(ENGLISH.refusal, Refusal))) == len(Refusal)
    assert len(set(map(ENGLISH.alert, ExitAlert))) == len(ExitAlert)
    assert all(ENGLISH.verdict(Refused(reason)).title for reason in Refusal)
