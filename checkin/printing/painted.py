"""The printers of Windows and macOS: pages drawn by pdfium are painted through Qt, on the full page, placed in mm.

pdfium allows only one thread at a time, so each use of pdfium waits for the lock `TURN`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pypdfium2
from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from checkin.errors import CheckinError
from checkin.paper.pdfium import TURN
from checkin.printing.port import PrinterState, Size

if TYPE_CHECKING:
    from checkin.printing.port import Printer
    from checkin.settings import Settings

_POINTS_PER_INCH: Final = 72.0
_MOST_DPI: Final = 600
"""Enough for a QR code of 25 mm; more only fills the memory."""


def chosen(settings: Settings) -> Printer | None:
    """The printer that the settings name, or the system's default printer if they name none."""
    return PaintedPrinter(settings.printer)


def printer_names() -> tuple[str, ...]:
    """The names of all printers, sorted. Takes up to half a minute if a network printer cannot be reached."""
    return tuple(sorted(QPrinterInfo.availablePrinterNames()))


class PaintedPrinter:
    """A printer of the system, on which pages are painted; the name "" means the system's default printer."""

    def __init__(self, name: str = "") -> None:
        self._name = name

    @property
    def name(self) -> str:
        """The printer's name in the system; "" for the system's default printer."""
        return self._name

    @property
    def is_folder(self) -> bool:
        """False: a printer of the system is no folder."""
        return False

    def submit(self, pdf: bytes, title: str, size: Size) -> None:
        """Print every page on paper of this size; CheckinError if the printer is missing or does not take the job."""
        info = self._info()
        if info.isNull():
            raise CheckinError(
                "The printer is not there",
                "Switch it on and plug it in, or choose another one in the settings.",
            )
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        paint(pdf, printer, size)

    def state(self) -> PrinterState:
        """The printer's state as the system reports it. Windows reports even a printer without paper as "active"."""
        info = self._info()
        if info.isNull():
            return PrinterState.MISSING
        broken = {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}
        return PrinterState.STOPPED if info.state() in broken else PrinterState.READY

    def _info(self) -> QPrinterInfo:
        return QPrinterInfo.printerInfo(self._name) if self._name else QPrinterInfo.defaultPrinter()


def paint(pdf: bytes, printer: QPrinter, size: Size) -> None:
    """Paint the PDF's pages on paper of this size, edge to edge; CheckinError if the printer does not take the job."""
    page_size = QPageSize(QSizeF(*size), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    layout = QPageLayout(page_size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise CheckinError(
            "The printer does not take the job", "Check that it is on and has paper, or choose another one."
        )
    try:
        with TURN:
            _paint_pages(pdf, printer, painter)
    finally:
        painter.end()


def _paint_pages(pdf: bytes, printer: QPrinter, painter: QPainter) -> None:
    dots_per_point = printer.resolution() / _POINTS_PER_INCH
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document):
            if number:
                printer.newPage()
            width, height = page.get_size()
            image = _drawn(page, min(printer.resolution(), _MOST_DPI))
            page.close()
            painter.drawImage(QRectF(0, 0, width * dots_per_point, height * dots_per_point), image)
    finally:
        document.close()


def _drawn(page: pypdfium2.PdfPage, dpi: int) -> QImage:
    bitmap = page.render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
    image = QImage(
        bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
    ).copy()
    bitmap.close()
    return image
