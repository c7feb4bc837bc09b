"""One mutant is tried: in a copy of the checkout, by the tests that are likely to notice it, then by the others."""

from __future__ import annotations

import compileall
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from py_compile import PycInvalidationMode
from shutil import copyfile, copytree, ignore_patterns
from typing import TYPE_CHECKING, Final

from tests.mutants import likely
from tests.mutants.noting import NOTE, PROFILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tests.mutants.draw import Mutant

_PYTEST: Final = (
    sys.executable, "-m", "pytest", "-x", "-q", "--tb=no", "-n", "0", "-p", "no:cacheprovider",
    "-p", "tests.mutants.noting",
)  # fmt: skip
_LIMIT_SECONDS: Final = 1200
"""How long the tests of all modules together may take."""
_PATIENCE: Final = 4
"""So many times as long as without a fault, and some seconds more, may the likely tests take with one."""
_SOME_SECONDS: Final = 15
_COULD_NOT_RUN: Final = {4, 5}
"""How pytest ends where it does not understand what it is to do, and where there is no test."""


class CannotTryError(Exception):
    """Something is wrong with the tests, not with a mutant."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant: the test that noticed it, "" where it lives."""

    noticed_by: str = ""
    is_doubtful: bool = False
    """Whether that test fails without the mutant as well."""


class Copy:
    """A copy of the checkout, in which one mutant at a time is tried."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seconds: dict[str, float] = {}
        """How long each of the likely tests takes without a fault."""
        self._running: subprocess.Popen[bytes] | None = None

    @classmethod
    def of(cls, checkout: Path, folder: Path) -> Copy:
        """The copy, compiled so that a changed module is seen whatever the clock says."""
        for name in ("checkin", "tests"):
            copytree(checkout / name, folder / name, ignore=ignore_patterns("__pycache__"))
        (folder / "resources").symlink_to(checkout / "resources")
        copyfile(checkout / "pyproject.toml", folder / "pyproject.toml")
        compileall.compile_dir(
            folder / "checkin", quiet=1, invalidation_mode=PycInvalidationMode.CHECKED_HASH
        )
        return cls(folder)

    def again(self, folder: Path) -> Copy:
        """Another copy, with all that the first one has compiled."""
        copytree(self.folder, folder, symlinks=True, ignore=ignore_patterns("temp"))
        other = Copy(folder)
        other.seconds = self.seconds
        return other

    def try_out(self, mutant: Mutant, *, only_near: bool) -> Verdict:
        """Put the fault in, run the tests until one fails, and take the fault out again."""
        file = self.folder / mutant.module.file
        near = likely.near(mutant.module.file, self.folder)
        file.write_text(mutant.text, encoding="utf-8")
        try:
            noticed = self.failing(near, limit=self._limit(near)) if near else ""
            if noticed or only_near:
                return Verdict(noticed)
            noticed = self.failing(likely.wide(self.folder), but=near)
        finally:
            file.write_text(mutant.module.text, encoding="utf-8")
        return Verdict(noticed, is_doubtful="::" in noticed and self.failing([noticed]) != "")

    def failing(self, tests: Sequence[str], but: Iterable[str] = (), limit: float = _LIMIT_SECONDS) -> str:
        """The first of these tests that fails or does not come to an end, "" where all pass."""
        note = self.folder / "note"
        note.write_text(f"the beginning of {tests[0]}", encoding="utf-8")
        ignored = [f"--ignore={each}" for each in but]
        try:
            code = self._run([*_PYTEST, f"--basetemp={self.folder / 'temp'}", *ignored, *tests], limit)
        except subprocess.TimeoutExpired:
            return f"the time limit in {note.read_text(encoding='utf-8')}"
        if code in _COULD_NOT_RUN:
            message = f"pytest cannot run {' '.join(tests)}"
            raise CannotTryError(message)
        return note.read_text(encoding="utf-8") if code else ""

    def stop(self) -> None:
        """End what is running here."""
        if self._running is not None and self._running.poll() is None:
            os.killpg(self._running.pid, signal.SIGKILL)

    def _limit(self, tests: Iterable[str]) -> float:
        return _SOME_SECONDS + _PATIENCE * sum(self.seconds[test] for test in tests)

    def _run(self, command: Sequence[str], limit: float) -> int:
        self._running = subprocess.Popen(
            command, cwd=self.folder, env=self._environment(), process_group=0,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            return self._running.wait(limit)
        finally:
            self.stop()
            self._running.wait()

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "PYTHONPATH": str(self.folder),
            "HYPOTHESIS_PROFILE": PROFILE,
            NOTE: str(self.folder / "note"),
        }
