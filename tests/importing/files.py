"""Spreadsheets as other programs write them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, TypeAlias

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

Cell: TypeAlias = "str | float | bool | date | None"
Rows: TypeAlias = "Sequence[Sequence[Cell]]"


def csv_text(rows: Rows, separator: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue()


def a_csv(folder: Path, rows: Rows, *, encoding: str = "utf-8", separator: str = ",") -> Path:
    path = folder / "list.csv"
    path.write_bytes(csv_text(rows, separator).encode(encoding))
    return path


def an_xlsx(folder: Path, rows: Rows, *merges: str, **more_sheets: Rows) -> Path:
    workbook = openpyxl.Workbook()
    workbook.active.title = "Guests"
    for row in rows:
        workbook.active.append(list(row))
    for merge in merges:
        workbook.active.merge_cells(merge)
    for name, sheet_rows in more_sheets.items():
        sheet = workbook.create_sheet(name)
        for row in sheet_rows:
            sheet.append(list(row))
    path = folder / "list.xlsx"
    workbook.save(path)
    return path


def an_xls(folder: Path, rows: Rows) -> Path:
    workbook = xlwt.Workbook(encoding="utf-8")
    sheet = workbook.add_sheet("Guests")
    for row_number, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(row_number, column, cell)
    path = folder / "list.xls"
    workbook.save(str(path))
    return path


def an_ods(folder: Path, rows: Rows) -> Path:
    document = OpenDocumentSpreadsheet()
    table = Table(name="Guests")
    for row in rows:
        line = TableRow()
        for cell in row:
            line.addElement(_ods_cell(cell))
        table.addElement(line)
    document.spreadsheet.addElement(table)
    path = folder / "list.ods"
    document.save(str(path))
    return path


def _ods_cell(cell: Cell) -> TableCell:
    if cell is None:
        return TableCell()
    if isinstance(cell, int | float):
        return TableCell(valuetype="float", value=cell)
    made = TableCell(valuetype="string")
    made.addElement(P(text=str(cell)))
    return made
