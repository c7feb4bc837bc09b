"""The queue's view of the jobs that the desk recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk.correct import correct
from checkin.desk.find import find
from checkin.desk.issue_badge import replace_badge
from checkin.desk.staff import Shift, Staff
from checkin.desk.walk_in import walk_in
from checkin.domain.delegates import Field
from checkin.domain.reasons import Reason, Why
from checkin.errors import NotDrawnError
from checkin.printing.recorded_jobs import RecordedJobs
from checkin.storage.event_file import EventFile
from tests.desk.seminar import DARA, a_seminar, at
from tests.recent import recent_acts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Iterator[EventFile]:
    with EventFile.create(tmp_path / "seminar.event", a_seminar(), "0123456789ab", DARA.operator) as file:
        yield file


@pytest.fixture
def jobs(file: EventFile) -> RecordedJobs:
    return RecordedJobs(file, Shift(DARA), lambda: at(0))


def guest(file: EventFile, name: str) -> str:
    """The code of a walk-in's badge, which waits for paper."""
    return walk_in(file, DARA, {Field.FAMILY_NAME: name, Field.CATEGORY: "G"}, at(-10)).code


def test_jobs_come_in_their_order_with_a_page_of_the_layouts_size(
    file: EventFile, jobs: RecordedJobs
) -> None:
    first, second = guest(file, "SOK"), guest(file, "CHEA")
    job = jobs.first_waiting()
    assert job is not None
    assert job.code == first
    assert job.pdf.startswith(b"%PDF")
    assert (job.size.width, job.size.height) == (105, 148)

    jobs.mark_sent(job.no, "printer")
    following = jobs.first_waiting()
    assert following is not None
    assert following.code == second
    assert jobs.waiting() == 1


def test_a_job_that_failed_waits_in_its_place(file: EventFile, jobs: RecordedJobs) -> None:
    first, _ = guest(file, "SOK"), guest(file, "CHEA")
    job = jobs.first_waiting()
    assert job is not None
    jobs.mark_failed(job.no, "printer", "out of paper")
    again = jobs.first_waiting()

    assert again is not None
    assert again.code == first
    assert jobs.waiting() == 2


def test_a_badge_that_was_replaced_meanwhile_is_never_printed(file: EventFile, jobs: RecordedJobs) -> None:
    guest(file, "SOK")
    job = jobs.first_waiting()
    assert job is not None
    (delegate,) = file.database.row("SELECT id FROM delegates")
    fresh = replace_badge(file, DARA, delegate, Why(Reason.WRONG_DATA), at(0), to_print=True)
    following = jobs.first_waiting()

    assert following is not None
    assert following.code == fresh


def test_a_badge_that_cannot_be_drawn_is_passed_over_and_told_until_its_name_is_corrected(
    file: EventFile, jobs: RecordedJobs
) -> None:
    guest(file, "ᏣᎳᎩ")
    second = guest(file, "SOK")
    job = jobs.first_waiting()
    told = jobs.not_drawn
    assert job is not None
    assert job.code == second
    assert told is not None
    assert "ᏣᎳᎩ" in told.title
    jobs.first_waiting()
    assert jobs.not_drawn is told

    jobs.mark_sent(job.no, "printer")
    correct(file, DARA, find(file, "ᏣᎳᎩ")[0].delegate.id, {Field.FAMILY_NAME: "GIORGI"})
    assert jobs.first_waiting() is not None
    assert jobs.not_drawn is None


def test_of_badges_that_cannot_be_drawn_the_newest_is_told_in_front(
    file: EventFile, jobs: RecordedJobs
) -> None:
    guest(file, "ᏣᎳᎩ")
    guest(file, "𠮷")
    newest = guest(file, "ᏣᎳᎩ 𠮷")
    assert jobs.first_waiting() is None
    told = jobs.not_drawn

    assert isinstance(told, NotDrawnError)
    assert told.name == "ᏣᎳᎩ 𠮷"
    assert told.code.replace("-", "") == newest.replace("-", "")
    assert [name for name, _ in told.others] == ["𠮷", "ᏣᎳᎩ"]


def test_a_badge_is_printed_by_whoever_is_on_duty_then(file: EventFile) -> None:
    shift = Shift(DARA)
    jobs = RecordedJobs(file, shift, lambda: at(0))
    guest(file, "SOK")
    shift.hand_over(Staff("Bopha", "Desk 1"))
    job = jobs.first_waiting()
    assert job is not None
    jobs.mark_sent(job.no, "QL")

    assert recent_acts(file, 1)[0].act.operator == "Bopha"
