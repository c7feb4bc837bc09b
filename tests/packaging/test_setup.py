"""The set-up script brings every system library that Qt loads at a desk, and refuses what it does not know."""

from __future__ import annotations

import os
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


def a_checkout(
    folder: Path, *, pip: str = "", apt: str = "", libraries: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run the script in a checkout whose pip and apt-get say this and fail; `libraries` are those that are there."""
    for place in ("resources", ".ci", ".venv/bin", "bin"):
        (folder / place).mkdir(parents=True)
    shutil.copyfile(_SETUP, folder / "resources" / "setup.sh")
    (folder / ".ci" / "requirements.lock").write_text("", encoding="utf-8")
    (folder / "pyproject.toml").write_text("", encoding="utf-8")
    for name, script in {
        ".venv/bin/python": f'case "$*" in *--version*) ;; *) echo "{pip}" >&2; exit 2 ;; esac',
        "bin/apt-get": f'case "$*" in *update*) ;; *) echo "{apt}"; exit 100 ;; esac',
        "bin/ldconfig": f'echo "{libraries}"',
        "bin/sudo": 'exec "$@"',
    }.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    path = f"{folder / 'bin'}:{os.environ['PATH']}"
    return subprocess.run(
        ["sh", folder / "resources" / "setup.sh"],
        capture_output=True, text=True, check=False, env={**os.environ, "PATH": path},
    )  # fmt: skip


_LINES = _SETUP.read_text("utf-8").splitlines()
_ALL = "".join(f"{line.split(':')[0]} " for line in _LINES if line.startswith("lib") and ":" in line)
_CERTIFICATE = (
    "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] unable to get local issuer'))"
)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (_CERTIFICATE, "the certificate of the server is not trusted here"),
        ("Temporary failure in name resolution", "the network is down"),
        ("NewConnectionError: [Errno 101] Network is unreachable", "the network is down"),
        ("ReadTimeoutError: Read timed out.", "the network is down"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "see above"),
    ],
)
def test_a_certificate_fault_is_told_from_a_network_that_is_down(
    tmp_path: Path, said: str, reason: str
) -> None:
    run = a_checkout(tmp_path, pip=said, libraries=_ALL)

    assert run.returncode == 1
    assert said in run.stderr
    assert f"pip could not install the packages{';' if reason == 'see above' else ':'} {reason}" in run.stderr


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("Certificate verification failed: The certificate is NOT trusted.", "the certificate of the server"),
        ("Could not resolve 'deb.debian.org'", "the network is down"),
    ],
)
def test_so_is_it_for_the_system_packages(tmp_path: Path, said: str, reason: str) -> None:
    run = a_checkout(tmp_path, apt=said)

    assert run.returncode == 1
    assert f"apt could not install them: {reason}" in run.stderr
