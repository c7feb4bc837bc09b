"""A second window's storage, as a process of its own: opens the event file, and does what each line it reads says.

`look` looks whether the file is lost. `let go` closes the lost file. `back` brings the event back as the
window does, and opens it again. `act` records a delegate. After each line it prints what came of it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from checkin.desk.keep import bring_back
from checkin.errors import CheckinError, LostFileError
from checkin.storage.event_file import EventFile
from tests.storage.stories import a_registration, recorded


class SecondWindow:
    """The event file at this path, as the desk with this id has it open."""

    def __init__(self, path: Path, desk: str) -> None:
        self._path = path
        self._desk = desk
        self._file = EventFile.open(path, desk)
        self._made = 0

    def do(self, what: str) -> str:
        """Do what the line says; return what came of it."""
        try:
            if what == "back":
                return self.bring_back()
            if what == "let go":
                self._file.let_go()
                return "fine"
            if what == "act":
                self._made += 1
                recorded(self._file, a_registration(f"{self._desk}-{self._made}", self._desk.upper()))
            self._file.require_in_place()
        except CheckinError as error:
            return error.title
        return "fine"

    def bring_back(self) -> str:
        """Bring the lost event back and open it again; return the title of what was told."""
        rescued, recorded = None, 0
        try:
            self._file.close()
        except LostFileError as error:
            rescued = error.rescued
        if isinstance(self._file.refusal, LostFileError):
            rescued, recorded = self._file.refusal.rescued, self._file.refusal.recorded
        if self._file.take_up_again():
            told = "The event is back, with all"
        else:
            told = bring_back(self._path, rescued, lambda _: None, self._file.event_id, recorded).told.title
        self._file = EventFile.open(self._path, self._desk)
        return told


def main() -> None:
    """Do what the lines of the standard input say."""
    window = SecondWindow(Path(sys.argv[1]), sys.argv[2])
    print("fine", flush=True)  # noqa: T201 - the test reads it
    for line in sys.stdin:
        print(window.do(line.strip()), flush=True)  # noqa: T201 - the same


if __name__ == "__main__":
    main()
