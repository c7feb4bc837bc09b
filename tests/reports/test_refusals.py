"""The report of refusals by session, hour of the venue and reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checkin import reports, wording
from checkin.domain.admission import Refusal
from checkin.errors import CheckinError
from checkin.reports import Refused
from tests.reports.records import ARecord
from tests.reports.test_attendance import EVENT, at, column

REFUSED = (
    Refused("opening", Refusal.FULL, at(-30), 2),
    Refused("opening", Refusal.FULL, at(-15), 1),
    Refused("opening", Refusal.FULL, at(0), 5),
    Refused("opening", Refusal.NOT_NOW, at(-15), 4),
    Refused("talk", Refusal.NOT_OURS, at(120), 1),
)


def the_report(session: str | None = None, event: object = EVENT, language: str = "en") -> reports.Report:
    record = ARecord(event, refused=REFUSED)  # type: ignore[arg-type]
    wanted = reports.Wanted(at(300), wording.in_language(language), session)
    return reports.report_named("refusals").build(record, wanted)


def test_a_row_stands_for_each_session_hour_and_reason() -> None:
    report = the_report()

    told = zip(*(column(report, name) for name in ("session", "hour", "reason", "count")), strict=True)
    assert list(told) == [
        ("opening", at(-60), "full", 3),
        ("opening", at(-60), "not_now", 4),
        ("opening", at(0), "full", 5),
        ("talk", at(120), "not_ours", 1),
    ]


def test_a_refusal_where_no_session_opened_any_more_stands_last_and_under_none() -> None:
    refused = (Refused("", Refusal.NOT_NOW, at(600), 2), *REFUSED)
    wanted = reports.Wanted(at(700), wording.in_language("en"), None)
    report = reports.report_named("refusals").build(ARecord(EVENT, refused=refused), wanted)

    assert column(report, "session")[-2:] == ["talk", None]
    assert column(report, "session_title")[-1] == "No session"


def test_of_one_session_only_its_own_are_told() -> None:
    assert set(column(the_report("talk"), "session")) == {"talk"}
    assert the_report("talk").title == "Refusals: Talk"
    with pytest.raises(CheckinError, match="no session nowhere"):
        the_report("nowhere")


def test_above_them_stand_the_sums_by_reason_the_most_frequent_first() -> None:
    (summary,) = the_report().summaries

    assert [count for _, count in summary.rows] == [8, 4, 1]


def test_the_foot_says_what_counts_and_nothing_where_there_is_nothing() -> None:
    assert the_report().main.foot == ("A refusal counts also where the person was let in afterwards.",)
    assert the_report("talk", replace(EVENT, sessions={"talk": EVENT.sessions["talk"]})).main.foot != ()
    nothing = reports.Wanted(at(300), wording.in_language("en"), None)
    assert reports.report_named("refusals").build(ARecord(EVENT), nothing).main.foot == ()


def test_an_hour_is_one_of_the_venues_clock() -> None:
    india = replace(EVENT, description=replace(EVENT.description, zone="Asia/Kolkata"))
    hours = column(the_report(event=india), "hour")

    assert hours == [at(-30), at(-30), at(90)]
