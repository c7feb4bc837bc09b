"""A plugin for pytest: it notes the test that is running, and lets Hypothesis stop at the first counter-example."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hypothesis import HealthCheck, Phase, settings

if TYPE_CHECKING:
    import pytest

NOTE: Final = "CHECKIN_MUTANTS_NOTE"
"""The variable that names the file to note it in."""
PROFILE: Final = "mutants"

# The examples of the profile `ci` of tests/conftest.py; to make a counter-example shorter takes long and helps nobody.
settings.register_profile(
    PROFILE,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[phase for phase in Phase if phase not in {Phase.shrink, Phase.explain}],
    report_multiple_bugs=False,
)


def pytest_runtest_logstart(nodeid: str) -> None:
    """Note the test that begins."""
    _note(nodeid)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """Note the file that could not even be read."""
    if report.failed:
        _note(report.nodeid)


def _note(nodeid: str) -> None:
    Path(os.environ[NOTE]).write_text(nodeid, encoding="utf-8")
