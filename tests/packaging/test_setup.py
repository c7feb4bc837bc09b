"""The set-up script brings every system library that Qt loads at a desk, and refuses what it does not know."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

_SETUP = Path(__file__).parents[2] / "resources" / "setup.sh"
_QT = Path(PySide6.__path__[0]) / "Qt"
_LOADED = (
    "plugins/platforms/libqxcb.so",
    "plugins/platforms/libqwayland.so",
    "plugins/platforms/libqoffscreen.so",
    "plugins/xcbglintegrations/libqxcb-glx-integration.so",
    "plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "plugins/printsupport/libcupsprintersupport.so",
    "plugins/iconengines/libqsvgicon.so",
    "lib/libQt6Widgets.so.6",
    "lib/libQt6PrintSupport.so.6",
    "lib/libQt6Multimedia.so.6",
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the set-up script is for Linux")


@pytest.mark.skipif(shutil.which("ldd") is None, reason="there is no ldd here")
@pytest.mark.parametrize("library", _LOADED)
def test_nothing_is_missing_that_qt_loads(library: str) -> None:
    run = subprocess.run(["ldd", _QT / library], capture_output=True, text=True, check=True)

    assert "libc.so" in run.stdout
    assert [line.strip() for line in run.stdout.splitlines() if "not found" in line] == []


def test_an_unknown_option_is_refused_before_anything_is_installed() -> None:
    run = subprocess.run(["sh", _SETUP, "--test"], capture_output=True, text=True, check=False)

    assert run.returncode == 1
    assert "unknown option --test" in run.stderr
    assert "installing" not in run.stderr
