"""Print badges: many at once into one PDF file, or one after another from the print queue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin import assets
from checkin.badges import (
    BadgeOnPaper,
    draw_badge,
    draw_badges,
    face_of,
    findings_on,
    layouts,
)
from checkin.desk.issue_badge import issue_missing
from checkin.desk.name_on_badge import latin_alone_is_drawn, signs_not_drawn
from checkin.desk.photo_on_badge import photo_on_badge
from checkin.desk.recording import record, record_many
from checkin.domain.arriving import gets_badge
from checkin.domain.codes import Code
from checkin.domain.facts import BadgePrinted, LongAct
from checkin.errors import CheckinError, NotDrawnError
from checkin.storage import badges, delegates, numbers, print_jobs, write_print_jobs
from checkin.storage.print_jobs import PrintState, RecordedJob

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from checkin.badges import Layout, RunOutcome
    from checkin.desk.staff import Staff
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


_MOST_NAMES: Final = 10


class Which(Enum):
    """Which badges are printed when no delegates are named: all badges, or only those that were never printed."""

    ALL = auto()
    NEW = auto()


@dataclass(frozen=True, slots=True)
class BadgeRun:
    """The outcome of a badge run (printing many badges into one PDF file).

    It holds the number of badges printed, the number of all delegates of the event, and the number of badges issued in
    the run. `outcome` says which badges somebody should check, and which delegates' badges were left out.
    """

    badges: int
    delegates: int
    issued: int
    outcome: RunOutcome


def layout_named(name: str) -> Layout:
    """The badge layout with this name: the path of a TOML file, or the name of a layout that comes with the program.

    Raises CheckinError if there is no such layout.
    """
    if Path(name).suffix == ".toml":
        return layouts.read(Path(name))
    known = {path.stem: path for path in assets.resource("layouts").glob("*.toml")}
    if name not in known:
        raise CheckinError(
            f"There is no layout “{name}”", f"Name a TOML file, or one of: {', '.join(sorted(known))}."
        )
    return layouts.read(known[name])


def chosen(file: EventFile, which: Which, category: str | None = None) -> list[Registration]:
    """The expected delegates, of all categories or one (code); with NEW, only those whose badge was never printed."""
    expected = (each for each in delegates.everybody(file.database) if each.delegate.is_expected)
    return [
        each
        for each in expected
        if category in {None, each.delegate.category}
        and (which is Which.ALL or each.badge is None or not each.badge.printed)
    ]


def require_badges_for(registrations: Iterable[Registration]) -> None:
    """Raise CheckinError if one of these delegates gets no badge: neither registered nor let in by a supervisor."""
    refused = [each.delegate.name for each in registrations if not gets_badge(each.delegate, each.arrivals)]
    if refused:
        raise CheckinError(
            f"There is no badge for {', '.join(refused[:_MOST_NAMES])}{'…' if len(refused) > _MOST_NAMES else ''}",
            "Only who is registered gets a badge, or whom a supervisor lets in at the desk. Nothing was issued.",
        )


def print_to_file(
    file: EventFile,
    staff: Staff,
    registrations: Sequence[Registration],
    out: Path,
    now: datetime,
    progress: Callable[[int], None],
    *,
    layout: Layout | None = None,
) -> BadgeRun:
    """Issue the missing badges, draw all badges into one PDF file, and record that they were printed.

    `progress` is called with the number of badges drawn; an exception that it raises cancels the work. Raises
    CheckinError if no delegate is given, if the name `out` does not end in .pdf, or if the file cannot be written.
    Badges that were issued stay valid even if the work is cancelled or fails. A badge whose name the fonts cannot draw
    is left out.
    """
    _require_a_pdf(out)
    if not registrations:
        raise CheckinError("There is no badge to print", "Nobody was chosen, or all were printed already.")
    issued = issue_missing(file, staff, registrations, now, lambda _: progress(0))
    drawn: dict[str, BadgeOnPaper] = {}
    event = file.event
    badges_drawn = _on_paper(file, registrations, drawn, layout)
    outcome = draw_badges(badges_drawn, event, out, layout=layout, progress=progress)
    for delegate in outcome.left_out:
        del drawn[delegate]
    printed = (
        BadgePrinted(badge.code.text, now, face_of(badge, event))
        for badge in drawn.values()
        if badge.code is not None
    )
    try:
        record_many(file, staff, LongAct.PRINT, printed, lambda _: None)
    except BaseException:
        out.unlink(missing_ok=True)  # badges that are not on record as printed would be printed again
        raise
    total = numbers.number_of_all(file.database)
    return BadgeRun(len(drawn), total, issued, outcome)


def waiting_jobs(file: EventFile) -> list[RecordedJob]:
    """All print jobs of valid badges that no printer has taken yet, in the order in which they were queued."""
    return print_jobs.waiting(file.database)


def taken_by_printer(file: EventFile, codes: Iterable[str]) -> frozenset[str]:
    """The codes among `codes` of those badges that the printer has taken since they were put in the queue last."""
    return frozenset(
        code for code in codes if print_jobs.newest_state(file.database, code) is PrintState.SENT
    )


@dataclass(frozen=True, slots=True)
class Drawn:
    """A badge as a PDF of one page; `face` is the digest (hash) of the personal details that the badge shows."""

    pdf: bytes
    face: str


def drawn(file: EventFile, job: RecordedJob) -> Drawn | None:
    """Draw the badge of a print job; None if the badge is no longer valid.

    Raises NotDrawnError if the fonts cannot draw the whole name, because such a badge must not be printed.
    """
    badge = badges.by_code(file.database, job.code)
    known = delegates.by_id(file.database, badge.delegate) if badge is not None and badge.is_valid else None
    if known is None:
        return None
    event = file.event
    photo = photo_on_badge(file, known.delegate)
    item = BadgeOnPaper.of(event, replace(known, badge=badge), photo=photo)
    spoilt = [finding for finding in findings_on(item, file.event) if finding.spoils_the_name]
    if spoilt:
        raise NotDrawnError(
            known.delegate.name,
            signs_not_drawn(known.delegate),
            Code(job.code).in_groups,
            latin_alone_is_drawn(known.delegate),
        )
    return Drawn(draw_badge(item, event), face_of(item, event))


def note_sent(
    file: EventFile, staff: Staff, job: RecordedJob, printer: str, now: datetime, *, face: str
) -> None:
    """Record that the printer has taken the badge.

    `face` is the digest of the personal details that the badge shows (see `Drawn`).
    """
    with file.transaction():
        write_print_jobs.set_state(file.database, job.no, PrintState.SENT, printer=printer)
        record(file, staff, [BadgePrinted(job.code, now, face)])


def note_failed(file: EventFile, job: RecordedJob, printer: str, trouble: str) -> None:
    """Record that the printer could not take the badge, and why (`trouble`). The print job goes on waiting."""
    with file.transaction():
        write_print_jobs.set_state(file.database, job.no, PrintState.FAILED, printer=printer, trouble=trouble)


def _require_a_pdf(out: Path) -> None:
    """Raise CheckinError if the name does not end in .pdf, or if the file exists and is no PDF.

    A mistyped argument could name the event file itself, which the badges would then overwrite.
    """
    if out.suffix.lower() != ".pdf":
        raise CheckinError(f"{out.name} is no name for a PDF file", "Choose a name that ends in .pdf.")
    if out.is_file() and out.stat().st_size and not out.read_bytes().startswith(b"%PDF"):
        raise CheckinError(
            f"{out.name} is there and is no PDF file", "It was left as it is. Choose another name."
        )


def _on_paper(
    file: EventFile,
    registrations: Sequence[Registration],
    drawn: dict[str, BadgeOnPaper],
    layout: Layout | None,
) -> Iterator[BadgeOnPaper]:
    """Yield the badges, and keep each in `drawn` without its photo: hundreds of photos would fill the memory."""
    event = file.event
    for registration in delegates.by_ids(file.database, (each.delegate.id for each in registrations)):
        if registration.badge is not None:
            badge = drawn[registration.delegate.id] = BadgeOnPaper.of(event, registration)
            yield replace(badge, photo=photo_on_badge(file, registration.delegate, layout))
