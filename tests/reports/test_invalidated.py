"""The report of badges that were made invalid: whose, when, by whom and why."""

from __future__ import annotations

from checkin import reports, wording
from checkin.domain.acts import Act
from checkin.domain.facts import BadgeIssued, BadgeRevoked
from checkin.domain.reasons import Reason, Why
from tests.reports.records import ARecord
from tests.reports.test_attendance import EVENT, PEOPLE, at, column

ACTS = (
    Act("s-1", at(0), "Dara", (BadgeRevoked("B1", Why(Reason.LOST)),), 1, is_undone=False),
    Act("s-2", at(1), "Bopha", (BadgeRevoked("B2", Why.typed("seen on the bus")),), 1, is_undone=False),
    Act("s-3", at(2), "Bopha", (BadgeRevoked("B1"),), 1, is_undone=True),
    Act("s-4", at(3), "Bopha", (BadgeIssued("B4", "d2", at(3)), BadgeRevoked("B3")), 2, is_undone=False),
)


def test_each_badge_is_told_with_whose_it_was_who_did_it_and_why() -> None:
    record = ARecord(EVENT, known_acts=ACTS, holders={"B1": PEOPLE[0], "B3": PEOPLE[1]})
    report = reports.report_named("invalidated").build(
        record, reports.Wanted(at(9), wording.in_language("en"))
    )

    names = ("time", "name", "category", "reason", "operator", "code")
    assert list(zip(*(column(report, name) for name in names), strict=True)) == [
        (at(0), "ZHOU Wei", "P", "lost", "Dara", "B1"),
        (at(1), "", "", "seen on the bus", "Bopha", "B2"),
        (at(3), "chea Vanna", "G", "", "Bopha", "B3"),
    ]
