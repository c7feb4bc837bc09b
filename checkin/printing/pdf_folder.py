"""A folder used in place of a printer: every document becomes a PDF file in it."""

from __future__ import annotations

import os
import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.errors import CheckinError
from checkin.files import written_whole
from checkin.printing.port import PrinterState, Size

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.settings import Settings

_TITLE: Final = re.compile(r"badge-\d{1,12}")
_MOST_NUMBERS: Final = 10_000


def chosen(settings: Settings) -> PdfFolder | None:
    """The folder that the settings name for badges; None if they name none."""
    return PdfFolder(Path(settings.pdf_folder).expanduser()) if settings.pdf_folder else None


class PdfFolder:
    """A folder that is used like a printer: each document that it is given becomes a PDF file in it.

    The file's name has the number of the print job and the time, but never a person's name or a badge's code.
    """

    def __init__(self, folder: Path, clock: Callable[[], datetime] = datetime.now) -> None:
        self._folder = folder
        self._clock = clock

    @property
    def name(self) -> str:
        """The folder's path."""
        return str(self._folder)

    @property
    def is_folder(self) -> bool:
        """True: badges become files in the folder."""
        return True

    def submit(self, pdf: bytes, title: str, size: Size) -> None:  # noqa: ARG002 - the file's pages have their size
        """Write the PDF to a file in the folder, completely or not at all; CheckinError if this is impossible.

        The size is ignored, because the pages of the PDF have their own size.
        """
        try:
            self._folder.mkdir(exist_ok=True, mode=0o700)
            self._write(pdf, title)
        except OSError as error:
            raise CheckinError(
                "The folder for badges cannot be written",
                f"{self._folder}: {error.strerror or error}. Plug the stick in, make room or choose another folder.",
            ) from error

    def state(self) -> PrinterState:
        """The state of the folder: missing, stopped (it cannot be written) or ready.

        The folder counts as missing only if its parent folder does not exist either.
        """
        there = self._folder if self._folder.exists() else self._folder.parent
        if not there.is_dir():
            return PrinterState.MISSING
        return PrinterState.READY if os.access(there, os.W_OK | os.X_OK) else PrinterState.STOPPED

    def _write(self, pdf: bytes, title: str) -> None:
        final, taken = self._reserve(title)
        try:
            with written_whole(final) as file:
                file.write(pdf)
        finally:
            taken.unlink(missing_ok=True)

    def _reserve(self, title: str) -> tuple[Path, Path]:
        """Reserve a free file name; return its path and the path of a second file.

        The second file keeps other programs from taking the same name.
        """
        moment = f"{self._clock():%Y%m%d-%H%M%S}"
        job = title if _TITLE.fullmatch(title) else "badge"
        for number in range(1, _MOST_NUMBERS):
            final = self._folder / f"{job}-{moment}-{number}.pdf"
            taken = final.with_suffix(".part")
            try:
                taken.touch(exist_ok=False)
            except FileExistsError:
                continue
            if not final.exists():
                return final, taken
            taken.unlink()
        raise CheckinError(
            "The folder for badges is full of files of this second",
            f"{self._folder} holds {_MOST_NUMBERS - 1} of them. Check this computer's clock.",
        )
