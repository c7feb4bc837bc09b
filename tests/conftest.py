"""What every test has: no screen, a home of its own, the same examples, and no warning unnoticed."""

from __future__ import annotations

import gc
import logging
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Before any Qt is imported. A test that wants a real X server starts one and a program in it.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("CHECKIN_PASSPHRASE", None)

# The same examples every time and no time limit: a slow machine is no failure. `dev` looks for new ones.
settings.register_profile(
    "ci", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("dev", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This computer's folders, empty, for one test and the programs that it starts."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CHECKIN_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _garbage_in_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Take a test's widgets apart here: a lane of the next test that came across them would do it in its own thread.

    What is alive before a test, such as modules, is left out of every later look for garbage: the look would otherwise
    take longer than most tests.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.collect()
    gc.freeze()
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which the program logged at WARNING or above, unless it is marked `logs_warnings`."""
    yield
    marker = request.node.get_closest_marker("logs_warnings")
    if marker is not None:
        assert marker.args or marker.kwargs, "logs_warnings wants a reason"
        return
    loud = [
        f"{record.name} {record.levelname}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    assert not loud, f"logged without being expected: {loud}"
