"""Undo: which acts can be taken back when the desk walks back through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.domain.admission import Admitted, ExitAlert, Left, Refusal, Refused
from checkin.domain.delegates import Field
from checkin.domain.facts import (
    ActBegun,
    ActEnded,
    Arrived,
    BadgePrinted,
    BadgeRevoked,
    Corrected,
    Defined,
    LongAct,
    OperatorNamed,
    Registered,
    Undone,
)
from checkin.domain.things import WITHDRAWN, Thing
from checkin.domain.undoing import can_be_undone
from tests.domain.examples import NEW_BADGE, a_scan, at, issued

if TYPE_CHECKING:
    from checkin.domain.facts import Fact

MADE = Defined(Thing.EVENT, "", {WITHDRAWN: False, "zone": "UTC"})
CAPACITY = Defined(Thing.SESSION, "opening", {"capacity": 3})
PRINTED = BadgePrinted(NEW_BADGE, at(0))
REGISTERED = Registered("d1", {Field.FAMILY_NAME: "SOK"})


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param([REGISTERED], id="a registration"),
        pytest.param([Corrected("d1", {Field.PHONE: ""})], id="a correction"),
        pytest.param([Arrived("d1", at(0), "desk 1")], id="an arrival"),
        pytest.param(
            [Arrived("d1", at(0), "desk 1"), issued(), PRINTED], id="an arrival with its badge, printed"
        ),
        pytest.param([issued()], id="an issue"),
        pytest.param([BadgeRevoked(NEW_BADGE)], id="a revocation"),
        pytest.param([a_scan(0, Admitted())], id="an admission"),
        pytest.param([a_scan(0, Left())], id="an exit"),
        pytest.param([a_scan(0, Left(ExitAlert.BLOCKED))], id="an exit of a blocked person"),
        pytest.param([CAPACITY], id="a session's capacity"),
        pytest.param([Defined(Thing.EVENT, "", {"zone": "UTC"})], id="a change of the event itself"),
        pytest.param([Defined(Thing.ROOM, "mekong", {WITHDRAWN: False})], id="a room that is made"),
        pytest.param([ActBegun(LongAct.IMPORT), REGISTERED, ActEnded()], id="an import"),
    ],
)
def test_what_had_an_effect_can_be_undone(facts: list[Fact]) -> None:
    assert can_be_undone(facts)
    assert can_be_undone(iter(facts))


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param([], id="nothing"),
        pytest.param([a_scan(0, Refused(Refusal.FULL))], id="a refused scan"),
        pytest.param([a_scan(0, Left(ExitAlert.NO_ENTRY))], id="an exit of somebody who never entered"),
        pytest.param([PRINTED], id="paper"),
        pytest.param([ActBegun(LongAct.IMPORT), ActEnded()], id="an import that brought nothing"),
        pytest.param([Undone("stream-1")], id="an undo"),
        pytest.param([OperatorNamed("o1", "CHEA Vanna")], id="an operator's name"),
        pytest.param([MADE, CAPACITY], id="the event's beginning"),
    ],
)
def test_what_had_none_is_passed_over(facts: list[Fact]) -> None:
    assert not can_be_undone(facts)
