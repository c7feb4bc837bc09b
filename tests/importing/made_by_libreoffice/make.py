"""Lets LibreOffice write the lists of lists.toml as files: XLSX, ODS, XLS and HTML.

`python -m tests.importing.made_by_libreoffice.make`, where `soffice` is installed. The files are kept, so that no test
needs LibreOffice.
"""

from __future__ import annotations

import subprocess
import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

FOLDER: Final = Path(__file__).parent
FILES: Final = FOLDER / "files"
LISTS: Final[list[dict[str, Any]]] = tomllib.loads((FOLDER / "lists.toml").read_text(encoding="utf-8"))[
    "lists"
]
FILTERS: Final = {
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "ods": "ods:calc8",
    "xls": "xls:MS Excel 97",
    "html": "html:HTML (StarCalc)",
}
"""The kinds of file, with the names that LibreOffice has for them."""


def kinds_of(described: dict[str, Any]) -> list[str]:
    """The kinds of file in which a list is kept."""
    return str(described.get("kinds", "xlsx ods xls html")).split()


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        drafts = {each["name"]: _draft(each, Path(scratch)) for each in LISTS}
        for kind, kind_and_filter in FILTERS.items():
            names = [each["name"] for each in LISTS if kind in kinds_of(each)]
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless",
                 "--convert-to", kind_and_filter, "--outdir", str(FILES), *(str(drafts[name]) for name in names)],
                check=True,
            )  # fmt: skip


def _draft(described: dict[str, Any], folder: Path) -> Path:
    """The list as LibreOffice opens it."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for page in described["sheets"]:
        sheet = workbook.create_sheet(page["name"])
        for number, row in enumerate(page["rows"], start=1):
            for column, cell in enumerate(row, start=1):
                if cell != "":
                    _write(sheet.cell(number, column), cell if isinstance(cell, dict) else {"v": cell})
        _shape(sheet, page)
    path = folder / f"{described['name']}.xlsx"
    workbook.save(path)
    return path


def _write(cell: Cell, described: dict[str, Any]) -> None:
    if "formula" in described:
        cell.value = f"={described['formula']}"
    elif "bold" in described:
        text, end = described["t"], described["bold"]
        cell.value = CellRichText(TextBlock(InlineFont(b=True), text[:end]), text[end:])
    else:
        cell.value = described.get("v", described.get("d", described.get("t")))
    if "f" in described:
        cell.number_format = described["f"]
    if "\n" in described.get("t", ""):
        cell.alignment = Alignment(wrap_text=True)
    if "note" in described:
        cell.comment = Comment(described["note"], "Desk")
    if "link" in described:
        cell.hyperlink = described["link"]


def _shape(sheet: Worksheet, page: dict[str, Any]) -> None:
    """Give the sheet what does not stand in one cell."""
    for merge in page.get("merged", ()):
        sheet.merge_cells(merge)
    for number in page.get("hidden_rows", ()):
        sheet.row_dimensions[number].hidden = True
    for number in page.get("struck_rows", ()):
        for cell in sheet[number]:
            cell.font = Font(strike=True)
    for letter in page.get("hidden_columns", ()):
        sheet.column_dimensions[letter].hidden = True
    for letter, width in page.get("widths", {}).items():
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = page.get("freeze")
    sheet.auto_filter.ref = page.get("filter")
    sheet.sheet_view.rightToLeft = page.get("right_to_left", False)


if __name__ == "__main__":
    main()
