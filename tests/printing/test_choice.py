"""Which printer this computer uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.printing import PdfFolder, chosen_printer
from checkin.printing.choice import printer_names
from checkin.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.printing.conftest import PrintServer


@pytest.mark.parametrize("printer", ["", "QL-1110"])
def test_a_folder_for_badges_goes_before_a_printer(tmp_path: Path, printer: str) -> None:
    chosen = chosen_printer(Settings("0" * 12, printer=printer, pdf_folder=str(tmp_path)))

    assert isinstance(chosen, PdfFolder)
    assert chosen.name == str(tmp_path)


def test_the_named_printer_is_used() -> None:
    assert chosen_printer(Settings("0" * 12, printer="QL-1110")).name == "QL-1110"


def test_the_printers_to_choose_from_are_the_systems(print_server: PrintServer) -> None:
    assert printer_names() == (print_server.queue,)
