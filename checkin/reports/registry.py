"""The registry of all reports, with one line for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.errors import CheckinError
from checkin.reports.attendance import ATTENDANCE
from checkin.reports.delegations import DELEGATIONS
from checkin.reports.inside import INSIDE
from checkin.reports.invalidated import INVALIDATED
from checkin.reports.invited import INVITED
from checkin.reports.precedence import PRECEDENCE
from checkin.reports.programme import PROGRAMME
from checkin.reports.refusals import REFUSALS

if TYPE_CHECKING:
    from checkin.reports.report import ReportKind

REPORTS: Final[tuple[ReportKind, ...]] = (
    ATTENDANCE,
    INSIDE,
    INVITED,
    DELEGATIONS,
    PRECEDENCE,
    REFUSALS,
    INVALIDATED,
    PROGRAMME,
)  # fmt: skip


def report_named(name: str) -> ReportKind:
    """The kind of report with this name.

    For an unknown name, raises a CheckinError that lists the known names.
    """
    for report in REPORTS:
        if report.name == name:
            return report
    names = ", ".join(report.name for report in REPORTS)
    raise CheckinError(f"There is no report {name}", f"The reports are: {names}.")
