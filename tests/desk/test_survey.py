"""How many people belong to each thing of the event."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checkin.desk.correct import correct
from checkin.desk.define import amend
from checkin.desk.scan_at_door import scan
from checkin.desk.survey import survey
from checkin.domain.delegates import Field, Status
from checkin.domain.programme import Delegation, FieldKind, LocalText, OwnField
from tests.desk.seminar import DARA, a_badge, a_delegate, at

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile


def test_people_are_counted_by_category_delegation_and_value(file: EventFile) -> None:
    seen = file.event
    names = (
        LocalText.of({"en": "Ministry of Interior", "fr": "Ministère de l'Intérieur"}),
        LocalText.of("MOI"),
    )
    wanted = replace(
        seen,
        delegations={"MOI": Delegation("MOI", names)},
        fields={"late": OwnField("late", LocalText.of("Late"), FieldKind.YES_NO)},
    )
    amend(file, DARA, seen, wanted)
    for delegation, late in (("MOI", True), ("ministère de l’intérieur", False), ("Embassy of Japan", True)):
        a_delegate(file, **{Field.DELEGATION: delegation, "late": late})
    excused = a_delegate(file, **{Field.DELEGATION: "MOI", Field.CATEGORY: "G"})
    correct(file, DARA, excused, {Field.STATUS: Status.EXCUSED})
    known = survey(file)

    assert known.is_counted
    assert known.in_category == {"P": 3, "G": 1}
    assert known.in_delegation == {"MOI": 2}
    assert known.of_unknown == {"Embassy of Japan": 1}
    assert known.with_value("late") == 3
    assert known.with_value("other") == 0


def test_a_survey_tells_whether_any_badge_was_read(file: EventFile) -> None:
    code = a_badge(file, a_delegate(file))
    assert not survey(file).is_scanned
    scan(file, DARA, next(iter(file.event.sessions)), code, at(1))

    assert survey(file).is_scanned
