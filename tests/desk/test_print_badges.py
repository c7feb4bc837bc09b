"""Badge runs to a file, and the queue of the desk's printer."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pypdfium2
import pytest
import zxingcpp
from sqlcipher3 import dbapi2 as sqlite

from checkin import assets
from checkin.desk.arrive import arrive
from checkin.desk.find import everybody, find
from checkin.desk.issue_badge import print_again, replace_badge
from checkin.desk.print_badges import (
    Which,
    chosen,
    drawn,
    layout_named,
    note_failed,
    note_sent,
    print_to_file,
    waiting_jobs,
)
from checkin.desk.revoke import revoke
from checkin.desk.undo import undo
from checkin.domain import codes
from checkin.domain.delegates import Status
from checkin.domain.facts import BadgeIssued
from checkin.errors import CheckinError
from checkin.storage import engine, write_print_jobs
from tests.desk.seminar import DARA, LOST, a_badge, a_delegate, at

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.storage.event_file import EventFile


def codes_on(pdf: Path | bytes) -> list[str]:
    """The codes read from the pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            code.text for page in document for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil())
        ]


def names(file: EventFile, which: Which, category: str | None = None) -> list[str]:
    """Whose badges a run is about."""
    return [each.delegate.family_name for each in chosen(file, which, category)]


def test_badges_that_cannot_be_noted_as_printed_are_not_left_behind(
    file: EventFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_badge(file, a_delegate(file, "SOK"))
    monkeypatch.setattr(engine, "PATIENCE_SECONDS", 0.01)
    with closing(sqlite.connect(str(file.path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(CheckinError, match="The event file is busy"):
            print_to_file(
                file, DARA, chosen(file, Which.ALL), tmp_path / "badges.pdf", at(-60), lambda _: None
            )
        other.execute("ROLLBACK")

    assert not (tmp_path / "badges.pdf").exists()
    assert names(file, Which.NEW) == ["SOK"]


def test_a_run_is_about_those_who_are_expected_and_new_leaves_out_what_was_printed(
    file: EventFile, tmp_path: Path
) -> None:
    a_delegate(file, "SOK")
    a_delegate(file, "KEO", category="G")
    a_delegate(file, "LIM", status=Status.CANCELLED)
    a_badge(file, a_delegate(file, "NOP"))
    assert names(file, Which.ALL) == names(file, Which.NEW) == ["SOK", "KEO", "NOP"]
    assert names(file, Which.ALL, "G") == ["KEO"]
    run = print_to_file(file, DARA, chosen(file, Which.ALL, "G"), tmp_path / "g.pdf", at(-60), lambda _: None)

    assert (run.badges, run.delegates, run.issued, run.outcome.count) == (1, 4, 1, 1)
    assert names(file, Which.NEW) == ["SOK", "NOP"]
    assert names(file, Which.NEW, "G") == []


def test_progress_counts_what_is_drawn_and_cancels_without_a_file(file: EventFile, tmp_path: Path) -> None:
    for family in ("SOK", "KEO"):
        a_delegate(file, family)
    told: list[int] = []
    print_to_file(file, DARA, chosen(file, Which.ALL), tmp_path / "all.pdf", at(-60), told.append)
    assert told[-2:] == [1, 2]

    def cancel(done: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        print_to_file(file, DARA, chosen(file, Which.ALL), tmp_path / "no.pdf", at(-60), cancel)
    assert not (tmp_path / "no.pdf").exists()
    badges = [each.badge for each in everybody(file)]
    assert [badge.printed for badge in badges if badge is not None] == [1, 1]


def test_a_desk_that_was_quicker_leaves_each_with_one_badge(file: EventFile, tmp_path: Path) -> None:
    someone = a_delegate(file)
    as_chosen = chosen(file, Which.NEW)
    code = a_badge(file, someone)
    print_to_file(file, DARA, as_chosen, tmp_path / "one.pdf", at(-10), lambda _: None)

    assert codes_on(tmp_path / "one.pdf") == [code]


def test_a_badge_that_was_revoked_meanwhile_is_replaced_or_left_out(file: EventFile, tmp_path: Path) -> None:
    code = a_badge(file, a_delegate(file, "SOK"))
    a_badge(file, a_delegate(file, "KEO"))
    as_chosen = chosen(file, Which.NEW)
    revoke(file, DARA, code, LOST)
    run = print_to_file(file, DARA, as_chosen, tmp_path / "one.pdf", at(-10), lambda _: None)

    assert run.badges == 1
    assert code not in codes_on(tmp_path / "one.pdf")


def test_a_run_of_nobody_is_refused(file: EventFile, tmp_path: Path) -> None:
    with pytest.raises(CheckinError):
        print_to_file(file, DARA, [], tmp_path / "none.pdf", at(0), lambda _: None)


def test_a_layout_is_named_or_a_file(tmp_path: Path) -> None:
    (known, *_) = assets.resource("layouts").glob("*.toml")
    copy = tmp_path / "own.toml"
    copy.write_bytes(known.read_bytes())

    assert layout_named(known.stem) == layout_named(str(copy))
    with pytest.raises(CheckinError, match=known.stem):
        layout_named("nothing")


def test_jobs_are_printed_in_the_order_in_which_they_were_asked_for(file: EventFile) -> None:
    assert waiting_jobs(file) == []
    people = [a_delegate(file, family) for family in ("SOK", "KEO", "NOP")]
    asked = [arrive(file, DARA, [each], at(-20), to_print=True)[0].code for each in people]

    assert [job.code for job in waiting_jobs(file)] == asked
    first = waiting_jobs(file)[0]
    page = drawn(file, first)
    assert page is not None
    assert codes_on(page.pdf) == asked[:1]
    note_sent(file, DARA, first, "printer", at(-19), face=page.face)
    assert [job.code for job in waiting_jobs(file)] == asked[1:]
    badge = find(file, people[0])[0].badge
    assert badge is not None
    assert (badge.printed, badge.face) == (1, page.face)


def test_a_job_that_failed_waits_with_its_trouble_until_it_is_sent(file: EventFile) -> None:
    code = arrive(file, DARA, [a_delegate(file)], at(-20), to_print=True)[0].code
    (job,) = waiting_jobs(file)
    note_failed(file, job, "printer", "out of paper")

    (failed,) = waiting_jobs(file)
    assert (failed.code, failed.trouble) == (code, "out of paper")
    note_sent(file, DARA, failed, "printer", at(-18), face="f")
    assert waiting_jobs(file) == []
    print_again(file, code, at(-10))
    assert [again.code for again in waiting_jobs(file)] == [code]


def test_a_badge_that_admits_nobody_any_more_is_not_drawn_and_waits_no_more(file: EventFile) -> None:
    arrive(file, DARA, [a_delegate(file)], at(-20), to_print=True)
    (job,) = waiting_jobs(file)
    undo(file, DARA)

    assert drawn(file, job) is None
    with file.transaction():
        write_print_jobs.queue(file.database, "B404", at(-10))
        file.append([BadgeIssued(stranger := codes.mint(file.event_key).text, "d404", at(-10))], "Dara")
        write_print_jobs.queue(file.database, stranger, at(-10))
    assert waiting_jobs(file) == []


@pytest.mark.parametrize("to_print", [False, True])
def test_another_badge_revokes_the_former_ones_in_the_same_act(file: EventFile, *, to_print: bool) -> None:
    someone = a_delegate(file)
    old = a_badge(file, someone)
    new = replace_badge(file, DARA, someone, LOST, at(-10), to_print=to_print)

    assert find(file, old)[0].badge is not None
    assert [job.code for job in waiting_jobs(file)] == [new] * to_print
    badge = find(file, someone)[0].badge
    assert badge is not None
    assert (badge.code, badge.issue) == (new, 2)
    undo(file, DARA)
    badge = find(file, someone)[0].badge
    assert badge is not None
    assert badge.code == old


def test_a_name_that_no_font_can_draw_is_not_printed_and_told_with_its_signs(file: EventFile) -> None:
    someone = a_delegate(file, "ᏣᎳᎩ")
    code = a_badge(file, someone)
    print_again(file, code, at(-10))
    (job,) = waiting_jobs(file)

    with pytest.raises(CheckinError, match="ᏣᎳᎩ cannot be printed") as raised:
        drawn(file, job)
    assert "Ꮳ" in raised.value.message
    assert codes.Code(code).in_groups in raised.value.message
