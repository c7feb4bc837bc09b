"""A print server of the tests' own: cupsd on a socket in a temporary folder, and a queue that writes what comes out."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAMS = ("cupsd", "lp", "lpstat", "lpadmin", "cupsdisable", "cupsreject")
SBIN = "/usr/sbin:/sbin"

DRIVER = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "BADGE.PPD"
*Product: "(Badge)"
*PSVersion: "(3010) 0"
*Manufacturer: "None"
*ModelName: "Badge"
*ShortNickName: "Badge"
*NickName: "Badge printer of the tests"
*LanguageLevel: "3"
*ColorDevice: True
*cupsFilter: "application/vnd.cups-pdf 0 -"
*OpenUI *PageSize/Size: PickOne
*DefaultPageSize: A4
*PageSize A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A4
*PageRegion A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4: "0 0 595 842"
*DefaultPaperDimension: A4
*PaperDimension A4: "595 842"
*VariablePaperSize: True
*MaxMediaWidth: "2000"
*MaxMediaHeight: "2000"
*HWMargins: 0 0 0 0
*CustomPageSize True: "pop pop pop <</PageSize[5 -2 roll]>>setpagedevice"
*ParamCustomPageSize Width: 1 points 36 2000
*ParamCustomPageSize Height: 2 points 36 2000
*ParamCustomPageSize WidthOffset: 3 points 0 0
*ParamCustomPageSize HeightOffset: 4 points 0 0
*ParamCustomPageSize Orientation: 5 int 0 0
"""


@dataclass(frozen=True)
class PrintServer:
    """The running server; `paper` is the file that holds what came out last."""

    environment: dict[str, str]
    paper: Path
    queue: str = "Badges"

    def run(self, *command: str) -> str:
        """What one of CUPS' programs says about this server."""
        run = subprocess.run(
            command, env=self.environment, check=True, timeout=20, capture_output=True, text=True
        )
        return run.stdout

    def wait_for_paper(self) -> bytes:
        """What came out, once the whole document has, and the paper is taken out of the tray."""
        for _ in range(400):
            paper = self.paper.read_bytes()
            if paper.rstrip().endswith(b"%%EOF"):
                self.paper.write_bytes(b"")
                return paper
            give_it_time()
        pytest.fail(f"nothing printed: {self.run('lpstat', '-t')}")


def give_it_time() -> None:
    """Wait for another process, which tells nobody when it is ready."""
    time.sleep(0.05)


@pytest.fixture(scope="session")
def _cupsd() -> Iterator[PrintServer]:
    path = f"{os.environ.get('PATH', '')}:{SBIN}"
    missing = [program for program in PROGRAMS if shutil.which(program, path=path) is None]
    if sys.platform != "linux" or missing:
        pytest.skip(f"CUPS is not installed here: {', '.join(missing) or sys.platform}")
    if not Path("/usr/lib/cups/filter/pdftopdf").exists():
        pytest.skip("CUPS' filters are not installed here")
    if os.geteuid() != 0:
        pytest.skip("cupsd can only be started by root")
    folder = Path(tempfile.mkdtemp(prefix="cups-"))  # short: the path of a socket has at most 107 characters
    folder.chmod(0o755)
    try:
        yield from _serve(folder, path)
    finally:
        shutil.rmtree(folder)


def _serve(folder: Path, path: str) -> Iterator[PrintServer]:
    _write_configuration(folder)
    environment = {**os.environ, "PATH": path, "CUPS_SERVER": str(folder / "socket"), "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(
        ["cupsd", "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    server = PrintServer(environment, folder / "paper")
    try:
        _wait_until_it_answers(server, process)
        _add_queue(server, folder / "badge.ppd")
        yield server
    finally:
        process.terminate()
        process.wait(20)


def _wait_until_it_answers(server: PrintServer, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        if (
            subprocess.run(
                ["lpstat", "-r"], env=server.environment, capture_output=True, check=False
            ).returncode
            == 0
        ):
            return
        if process.poll() is not None:
            pytest.skip(f"cupsd does not start here: it ended with {process.returncode}")
        give_it_time()
    pytest.fail("cupsd does not answer")


def _add_queue(server: PrintServer, driver: Path) -> None:
    """Tell the server of its printer; for a moment after its first answer it may still refuse."""
    command = ("lpadmin", "-p", server.queue, "-E", "-v", f"file://{server.paper}", "-P", str(driver))
    for _ in range(100):
        if subprocess.run(command, env=server.environment, capture_output=True, check=False).returncode == 0:
            server.run("lpadmin", "-d", server.queue)
            return
        give_it_time()
    server.run(*command)


def _write_configuration(folder: Path) -> None:
    for name in ("spool", "cache", "state", "spool/tmp"):
        (folder / name).mkdir(parents=True)
    (folder / "badge.ppd").write_text(DRIVER)
    (folder / "paper").touch()
    (folder / "cupsd.conf").write_text(
        f"Listen {folder}/socket\nBrowsing No\nLogLevel warn\nMaxLogSize 0\nDefaultAuthType None\n"
        "WebInterface No\nErrorPolicy stop-printer\nIdleExitTimeout 0\n"
        "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
        "<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n"
    )
    import grp  # noqa: PLC0415 - Windows has none

    user, group = getpass.getuser(), grp.getgrgid(os.getegid()).gr_name
    (folder / "cups-files.conf").write_text(
        f"User {'nobody' if user == 'root' else user}\nGroup nogroup\nSystemGroup {group}\nFileDevice Yes\n"
        f"ServerRoot {folder}\nRequestRoot {folder}/spool\nTempDir {folder}/spool/tmp\nCacheDir {folder}/cache\n"
        f"StateDir {folder}/state\nDataDir /usr/share/cups\nServerBin /usr/lib/cups\nSandboxing relaxed\n"
        f"AccessLog {folder}/access.log\nErrorLog {folder}/error.log\nPageLog {folder}/page.log\n"
    )
    (folder / "spool" / "tmp").chmod(0o1777)


@pytest.fixture
def print_server(_cupsd: PrintServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    """The print server, to which CUPS' programs turn in this test; its printer is on and its tray empty."""
    monkeypatch.setenv("CUPS_SERVER", _cupsd.environment["CUPS_SERVER"])
    _cupsd.paper.write_bytes(b"")
    yield _cupsd
    _cupsd.run("cancel", "-a")
    _cupsd.run("cupsenable", _cupsd.queue)
    _cupsd.run("cupsaccept", _cupsd.queue)
