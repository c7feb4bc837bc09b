"""Writes a report to a file, whole or not at all; the ending of the file's name decides the format."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, Final, TypeAlias

from checkin.domain.programme import Event
from checkin.errors import CheckinError
from checkin.files import written_whole
from checkin.reports import formats
from checkin.reports.report import Report
from checkin.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Write: TypeAlias = Callable[[Report, BinaryIO, Event, Wording], None]
"""The type of the function `write` in every module of `formats`."""
_PREFIX: Final = "as_"
_OF_CALENDARS: Final = frozenset({"ics"})


def endings(*, with_calendar: bool = False) -> tuple[str, ...]:
    """The file name endings (without the dot) of the formats in which a report can be written, such as "pdf".

    The endings of calendars are included only with `with_calendar`, for a report that has a calendar.
    """
    found = (module.name for module in pkgutil.iter_modules(formats.__path__))
    known = (name.removeprefix(_PREFIX) for name in found if name.startswith(_PREFIX))
    return tuple(ending for ending in known if with_calendar or ending not in _OF_CALENDARS)


def write_report(report: Report, out: Path, event: Event, wording: Wording) -> None:
    """Write the report to the file `out`, in the format that the ending of the file's name says.

    An existing file is replaced only when the new file is complete. Raises CheckinError if the ending stands for no
    format, or if the file cannot be written.
    """
    write = _format(out, with_calendar=report.calendar is not None)
    with _told(out), written_whole(out) as file:
        write(report, file, event, wording)


def _format(out: Path, *, with_calendar: bool) -> Write:
    ending = out.suffix.lower().removeprefix(".")
    if ending not in endings(with_calendar=with_calendar):
        known = ", ".join(f".{name}" for name in endings(with_calendar=with_calendar))
        raise CheckinError(
            f"{out.name} names no format that this report can be written in",
            f"Choose a name that ends in one of: {known}.",
        )
    write: Write = importlib.import_module(f"{formats.__name__}.{_PREFIX}{ending}").write
    return write


@contextmanager
def _told(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CheckinError(
            f"{out.name} could not be written",
            f"{out}: {error.strerror or error}. Close it in other programs, or choose another folder or disk.",
        ) from error
