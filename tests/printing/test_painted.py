"""Painting on a printer of Qt, whose paper is a PDF file here: every point stands where it stood, in mm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from checkin.errors import CheckinError
from checkin.printing import PrinterState, Size
from checkin.printing.painted import PaintedPrinter, paint, printer_names
from tests.printing.a_badge import A6, a_badge

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.usefixtures("qapp")
DOTS_PER_MM = 10


def _paper(folder: Path, pdf: bytes, size: Size) -> pypdfium2.PdfDocument:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "paper.pdf"))
    paint(pdf, printer, size)
    return pypdfium2.PdfDocument((folder / "paper.pdf").read_bytes())


@pytest.mark.parametrize("size", [A6, Size(86, 54)])
def test_what_was_20_mm_from_the_edge_still_is(tmp_path: Path, size: Size) -> None:
    paper = _paper(tmp_path, a_badge(size=size), size)
    image = paper[0].render(scale=DOTS_PER_MM * 25.4 / 72, grayscale=True).to_pil()
    square = (
        image.crop((150, 0, image.width, image.height - 150)).point(lambda grey: 255 * (grey < 128)).getbbox()
    )
    paper.close()

    assert (image.width / DOTS_PER_MM, image.height / DOTS_PER_MM) == pytest.approx(size, abs=0.3)
    assert square is not None
    assert square[0] / DOTS_PER_MM + 15 == pytest.approx(20, abs=0.3)
    assert square[2] / DOTS_PER_MM + 15 == pytest.approx(30, abs=0.3)
    assert square[3] / DOTS_PER_MM == pytest.approx(size.height - 20, abs=0.3)


def test_every_page_comes_out(tmp_path: Path) -> None:
    paper = _paper(tmp_path, a_badge(pages=3), A6)
    pages = len(paper)
    paper.close()

    assert pages == 3


@pytest.mark.qt_log_ignore("QPainter::begin.*: Returned false")
def test_a_printer_that_cannot_begin_is_told(tmp_path: Path) -> None:
    with pytest.raises(CheckinError, match="does not take the job"):
        _paper(tmp_path / "missing", a_badge(), A6)


def test_a_printer_that_is_not_there_is_missing_and_told(qapp: QApplication) -> None:
    assert qapp
    printer = PaintedPrinter("Unplugged")

    assert printer.state() is PrinterState.MISSING
    assert "Unplugged" not in printer_names()
    with pytest.raises(CheckinError, match="Switch it on"):
        printer.submit(a_badge(), "CKN1", A6)
