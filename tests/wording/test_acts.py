from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from checkin import wording
from checkin.domain.acts import Act
from checkin.domain.admission import Admitted, Left, Refusal, Refused
from checkin.domain.delegates import Field, Status
from checkin.domain.facts import (
    ActBegun,
    ActEnded,
    Arrived,
    BadgeIssued,
    BadgePrinted,
    BadgeRevoked,
    Corrected,
    Defined,
    DoorsSet,
    LongAct,
    Named,
    OperatorNamed,
    Registered,
    Scanned,
    Undone,
)
from checkin.domain.naming import Answer
from checkin.domain.presence import Direction
from checkin.domain.programme import (
    Category,
    Delegation,
    DoorState,
    Event,
    EventDescription,
    LocalText,
    OwnField,
    Room,
    Session,
)
from checkin.domain.reasons import Reason, Why
from checkin.domain.things import TIME, WITHDRAWN, Thing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.admission import Verdict
    from checkin.domain.facts import Fact

AT = datetime(2026, 11, 24, 1, 46, tzinfo=UTC)
"""08:46 at the venue."""
NOW = AT
EPOCH, MILLISECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(milliseconds=1)


EVENT = Event(
    EventDescription(
        LocalText.of("Forum"),
        LocalText.of("Hotel"),
        "Asia/Phnom_Penh",
        date(2026, 11, 24),
        date(2026, 11, 24),
    ),
    {},
    {
        "opening": Session(
            "opening", LocalText.of("Opening ceremony"), LocalText.of("Ballroom"), AT, AT, AT, AT
        )
    },
)


def a_scan(verdict: Verdict) -> Scanned:
    return Scanned("opening", "B0", "d1", Direction.AUTO, verdict, AT, "Door 1")


def an_act(facts: Sequence[Fact], size: int = 0) -> Act:
    return Act("s-1", AT, "Bopha", tuple(facts), size or len(facts), is_undone=False)


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        (
            [Arrived("d1", AT, "Desk 1"), BadgeIssued("B0", "d1", AT)],
            "CHEA Vanna: arrived 08:46 · badge issued",
        ),
        ([Arrived(f"d{at}", AT, "Desk 1") for at in range(6)], "5 more arrived with CHEA Vanna · 08:46"),
        (
            [Arrived("d1", AT, "Desk 1"), BadgeIssued("B0", "d1", AT), Arrived("d2", AT, "Desk 1")],
            "1 more arrived with CHEA Vanna · 08:46 · 1 badge issued",
        ),
        ([Registered("d1", {}), Registered("d2", {})], "CHEA Vanna and 1 other: registered"),
        (
            [Corrected("d1", dict.fromkeys((Field.PHONE, Field.POSITION, Field.EMAIL, Field.DIET), ""))],
            "CHEA Vanna: corrected: Phone, Position, E-mail and 1 more",
        ),
        ([Corrected("d1", {Field.STATUS: Status.BLOCKED})], "CHEA Vanna: help desk"),
        ([Registered("d1", {})], "CHEA Vanna: registered"),
        (
            [
                Corrected("d1", {Field.STATUS: Status.EXCUSED, Field.REPRESENTED_BY: "d2"}),
                Corrected("d2", {Field.HEAD_OF_DELEGATION: True}),
            ],
            "CHEA Vanna: excused, represented by somebody else",
        ),
        (
            [Corrected("d1", {Field.STATUS: Status.REGISTERED, Field.REPRESENTED_BY: ""})],
            "CHEA Vanna: comes after all",
        ),
        (
            [Corrected("d1", {Field.PRECEDENCE: 1}), Corrected("d2", {Field.PRECEDENCE: 2})],
            "CHEA Vanna: moved in the order of precedence",
        ),
        ([Corrected("d1", {Field.PHONE: "1", Field.POSITION: ""})], "CHEA Vanna: corrected: Phone, Position"),
        (
            [Corrected("d1", {Field.STATUS: Status.REGISTERED}), Arrived("d1", AT, "Desk 1")],
            "CHEA Vanna: registered · arrived 08:46",
        ),
        (
            [Named("d1", "opening", Answer.ACCEPTS, "A3", 2, withdrawn=False)],
            "CHEA Vanna: invited to Opening ceremony · accepts · seat A3 · 2 persons",
        ),
        (
            [Named(f"d{at}", "opening", seat=f"A{at}", withdrawn=False) for at in range(4)],
            "CHEA Vanna and 3 others: invited to Opening ceremony",
        ),
        ([Named("d1", "opening", seat="Table 12")], "CHEA Vanna: Opening ceremony · Table 12"),
        ([Named("d1", "opening", seat="B1")], "CHEA Vanna: Opening ceremony · seat B1"),
        ([Named("d1", "opening", seat="")], "CHEA Vanna: Opening ceremony · no seat"),
        ([Named("d1", "opening", Answer.NONE)], "CHEA Vanna: Opening ceremony · no answer"),
        ([Named("d1", "opening", withdrawn=True)], "CHEA Vanna: no longer invited to Opening ceremony"),
        ([BadgePrinted("B0", AT)], "CHEA Vanna: badge printed"),
        (
            [BadgeRevoked("B0", Why.typed("lost in the lift"))],
            "CHEA Vanna: badge invalidated: lost in the lift",
        ),
        ([BadgeRevoked("B0", Why(Reason.DAMAGED))], "CHEA Vanna: badge invalidated: damaged"),
        ([BadgeRevoked("B0")], "CHEA Vanna: badge invalidated"),
        ([a_scan(Admitted())], "CHEA Vanna: admitted to Opening ceremony 08:46"),
        (
            [replace(a_scan(Admitted()), code="", ticket=True)],
            "CHEA Vanna: admitted to Opening ceremony by ticket 08:46",
        ),
        ([a_scan(Left())], "CHEA Vanna: left Opening ceremony 08:46"),
        (
            [a_scan(Refused(Refusal.FULL))],
            "CHEA Vanna: refused at Opening ceremony 08:46: All seats are taken.",
        ),
        ([replace(a_scan(Left()), session="lunch")], "CHEA Vanna: left lunch 08:46"),
        (
            [replace(a_scan(Refused(Refusal.NOT_NOW)), session="")],
            "CHEA Vanna: refused at the door 08:46: The session's door is not open now.",
        ),
        ([ActBegun(LongAct.IMPORT), Registered("d1", {}), ActEnded()], "1 person imported"),
        ([ActBegun(LongAct.ISSUE), BadgeIssued("B0", "d1", AT)], "1 badge issued"),
        ([ActBegun(LongAct.PRINT), *[BadgePrinted("B0", AT)] * 3, ActEnded()], "3 badges printed"),
        (
            [
                ActBegun(LongAct.CHANGE),
                *[Corrected(f"d{n}", {Field.CATEGORY: "M"}) for n in range(2)],
                ActEnded(),
            ],
            "2 people changed: Category",
        ),
    ],
)
def test_an_act_is_told_in_one_line(facts: list[Fact], line: str) -> None:
    assert wording.in_language("en").act(an_act(facts), "CHEA Vanna", EVENT, NOW) == line


def test_an_act_of_a_delegation_says_how_many_arrived_of_it() -> None:
    facts = [Arrived(f"d{at}", AT, "Desk 1") for at in range(6)]
    told = wording.in_language("en").act(an_act(facts), "CHEA Vanna", EVENT, NOW, "MFAIC")

    assert told == "6 arrived of MFAIC · 08:46"
    assert wording.in_language("en").act(an_act(facts), "", EVENT, NOW) == "6 arrived · 08:46"


@pytest.mark.parametrize(
    ("what", "line"),
    [
        (LongAct.PRINT, "101 badges printed"),
        (LongAct.ISSUE, "101 badges issued"),
        (LongAct.IMPORT, "101 people imported"),
        (LongAct.OUT_NOW, "101 people read out of a session"),
        (LongAct.CHANGE, "101 people changed"),
    ],
)
def test_a_long_act_says_how_many_though_only_its_first_facts_are_read(what: LongAct, line: str) -> None:
    facts: list[Fact] = [ActBegun(what), *[BadgePrinted("B0", AT)] * 49]

    assert wording.in_language("en").act(an_act(facts, size=103), "", EVENT, NOW) == line


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        (Undone("s-1"), "an act undone"),
        (DoorsSet("opening", DoorState.OPEN, AT, "Door 1"), "doors of Opening ceremony opened 08:46"),
        (DoorsSet("opening", DoorState.CLOSED, AT, "Door 1"), "doors of Opening ceremony closed 08:46"),
        (OperatorNamed("o1", "Dara"), ""),
        (ActEnded(), ""),
    ],
)
def test_an_act_about_nobody_names_nobody(fact: Fact, line: str) -> None:
    assert wording.in_language("en").act(an_act([fact]), "", EVENT, NOW) == line


OPENING = "session “Opening ceremony”"
TEN = (AT - EPOCH) // MILLISECOND


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ([Defined(Thing.EVENT, "", {WITHDRAWN: False, "zone": "UTC"})], "event defined"),
        ([Defined(Thing.EVENT, "", {"zone": "UTC"})], "settings of the event changed"),
        ([Defined(Thing.POLICY, "", {"exits": "none"})], "settings of the event changed"),
        ([Defined(Thing.SESSION, "opening", {"capacity": 3})], f"{OPENING} changed"),
        (
            [Defined(Thing.SESSION, "opening", {TIME: (TEN, TEN + 3_600_000)})],
            f"{OPENING} moved to 08:46–09:46",
        ),
        (
            [Defined(Thing.SESSION, "opening", {TIME: (TEN, TEN + 3_600_000), "room": "hall"})],
            f"{OPENING} moved to 08:46–09:46, Great hall",
        ),
        ([Defined(Thing.SESSION, "opening", {"room": None, "room.en": "Annexe"})], f"{OPENING} moved to Annexe"),
        ([Defined(Thing.SESSION, "opening", {"room": None})], f"{OPENING} changed"),
        ([Defined(Thing.SESSION, "opening", {"status": "cancelled"})], f"{OPENING} cancelled"),
        ([Defined(Thing.SESSION, "opening", {"status": "planned"})], f"{OPENING} brought back"),
        ([Defined(Thing.SESSION, "opening", {WITHDRAWN: True})], f"{OPENING} withdrawn"),
        (
            [Defined(Thing.SESSION, "lunch", {WITHDRAWN: False, "title.en": "Lunch", "room": "hall"})],
            "session “Lunch” added",
        ),
        ([Defined(Thing.SESSION, "tea", {"capacity": 3})], "session “tea” changed"),
        ([Defined(Thing.CATEGORY, "P", {})], "category “Press” changed"),
        ([Defined(Thing.CATEGORY, "X", {WITHDRAWN: False, "name": "Guests"})], "category “Guests” added"),
        ([Defined(Thing.ROOM, "hall", {WITHDRAWN: True})], "room “Great hall” withdrawn"),
        ([Defined(Thing.DELEGATION, "FR", {WITHDRAWN: False})], "delegation “France” added"),
        ([Defined(Thing.FIELD, "seat", {"private": True})], "field “Seat” changed"),
        (
            [Defined(Thing.CATEGORY, "X", {WITHDRAWN: False, "name": "Guests"}), *[
                Defined(Thing.CATEGORY, code, {"place": 3}) for code in "PQ"
            ]],
            "category “Guests” added and 2 more",
        ),
        (
            [Defined(Thing.SESSION, "opening", {"open_to.X": False}), Defined(Thing.CATEGORY, "X", {WITHDRAWN: True})],
            "category “X” withdrawn and 1 more",
        ),
        (
            [Defined(Thing.CATEGORY, "X", {WITHDRAWN: True}), Corrected("d1", {Field.CATEGORY: "P"})],
            "category “X” withdrawn · corrected: Category",
        ),
    ],
)  # fmt: skip
def test_a_change_of_the_event_says_what_was_changed(facts: list[Fact], line: str) -> None:
    event = replace(
        EVENT,
        categories={"P": Category("P", "P", LocalText.of("Press"))},
        rooms={"hall": Room("hall", LocalText.of("Great hall"))},
        delegations={"FR": Delegation("FR", (LocalText.of("France"),))},
        fields={"seat": OwnField("seat", LocalText.of("Seat"))},
    )

    assert wording.in_language("en").act(an_act(facts), "", event, NOW) == line
