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
    CategoryDefined,
    Corrected,
    EventDescribed,
    Registered,
    SessionDefined,
    Undone,
)
from checkin.domain.programme import Category, EventDescription, LocalText
from checkin.domain.undoing import can_be_undone
from tests.domain.examples import NEW_BADGE, START, a_scan, a_session, at, issued

if TYPE_CHECKING:
    from checkin.domain.facts import Fact

NONE = LocalText()
DESCRIBED = EventDescribed(EventDescription(NONE, NONE, "UTC", START.date(), START.date()))
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
        pytest.param([BadgeRevoked(NEW_BADGE, "lost")], id="a revocation"),
        pytest.param([a_scan(0, Admitted())], id="an admission"),
        pytest.param([a_scan(0, Left())], id="an exit"),
        pytest.param([a_scan(0, Left(ExitAlert.BLOCKED))], id="an exit of a blocked person"),
        pytest.param([CategoryDefined(Category("P", "P", NONE))], id="a category"),
        pytest.param([SessionDefined(a_session())], id="a session"),
        pytest.param([ActBegun("import"), REGISTERED, ActEnded()], id="an import"),
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
        pytest.param([ActBegun("import"), ActEnded()], id="an import that brought nothing"),
        pytest.param([Undone("stream-1")], id="an undo"),
        pytest.param([DESCRIBED, SessionDefined(a_session())], id="the event's beginning"),
    ],
)
def test_what_had_none_is_passed_over(facts: list[Fact]) -> None:
    assert not can_be_undone(facts)
