"""Printing through a real CUPS."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from checkin.errors import CheckinError
from checkin.printing import PrinterState, Size
from checkin.printing.cups import CupsPrinter, printer_names
from tests.printing.a_badge import A6, a_badge

if TYPE_CHECKING:
    from pathlib import Path

    from tests.printing.conftest import PrintServer

MM_PER_POINT = 25.4 / 72


@pytest.mark.parametrize("size", [A6, Size(86, 54), Size(96, 134)])
@pytest.mark.long
def test_a_badge_comes_out_on_paper_of_its_own_size(print_server: PrintServer, size: Size) -> None:
    CupsPrinter(print_server.queue).submit(a_badge("hello", size), "CKN1", size)
    document = pypdfium2.PdfDocument(print_server.wait_for_paper())
    width, height = document[0].get_size()
    text = document[0].get_textpage().get_text_bounded()
    document.close()

    assert sorted((width * MM_PER_POINT, height * MM_PER_POINT)) == pytest.approx(sorted(size), abs=0.4)
    assert text == "hello"


@pytest.mark.long
def test_without_a_name_the_system_chooses(print_server: PrintServer) -> None:
    printer = CupsPrinter()
    printer.submit(a_badge(), "CKN1", A6)

    assert print_server.wait_for_paper().startswith(b"%PDF")
    assert printer.state() is PrinterState.READY


@pytest.mark.long
def test_printers_are_listed(print_server: PrintServer) -> None:
    assert printer_names() == (print_server.queue,)


@pytest.mark.long
def test_a_paused_printer_is_stopped(print_server: PrintServer) -> None:
    print_server.run("cupsdisable", print_server.queue)

    assert CupsPrinter(print_server.queue).state() is PrinterState.STOPPED


@pytest.mark.long
def test_a_refusing_printer_is_stopped_and_takes_nothing(print_server: PrintServer) -> None:
    print_server.run("cupsreject", print_server.queue)
    printer = CupsPrinter(print_server.queue)

    assert printer.state() is PrinterState.STOPPED
    with pytest.raises(CheckinError, match="not accepting jobs"):
        printer.submit(a_badge(), "CKN1", A6)


@pytest.mark.long
def test_a_printer_that_is_not_there_is_missing_and_told(print_server: PrintServer) -> None:
    assert print_server.queue
    printer = CupsPrinter("Unplugged")

    assert printer.state() is PrinterState.MISSING
    with pytest.raises(CheckinError, match="choose another one"):
        printer.submit(a_badge(), "CKN1", A6)


@pytest.mark.long
def test_without_a_print_server_there_is_no_printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))

    assert printer_names() == ()
    assert CupsPrinter().state() is PrinterState.MISSING


def test_without_cups_at_all_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert printer_names() == ()
    with pytest.raises(CheckinError, match="print to a folder"):
        CupsPrinter().submit(a_badge(), "CKN1", A6)


def test_a_print_system_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hanging = tmp_path / "lp"
    hanging.write_text("#!/bin/sh\nexec sleep 60\n")
    hanging.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    with pytest.raises(CheckinError, match="does not answer"):
        CupsPrinter("Badges", limit_s=0.2).submit(a_badge(), "CKN1", A6)
