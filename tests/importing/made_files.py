"""Spreadsheets as other programs write them."""

from __future__ import annotations

import csv
import io
import struct
import zipfile
from html import escape
from typing import TYPE_CHECKING, Final, TypeAlias

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from xlwt import CompoundDoc

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
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


_SHEET: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ENCRYPTED: Final = (
    b'<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
)
_ODS: Final = "urn:oasis:names:tc:opendocument:xmlns"


def a_cell(place: str, text: str) -> str:
    """One cell of an XLSX as it stands in the file, with its text in it."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def an_odd_xlsx(folder: Path, rows: Iterable[str], behind: str = "", shared: str = "") -> Path:
    """A workbook whose rows are written as they are given, for what no library would write."""
    path = an_xlsx(folder, [])
    with zipfile.ZipFile(path) as plain:
        parts = {name: plain.read(name) for name in plain.namelist()}
    parts.pop("xl/worksheets/sheet1.xml")
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_SHEET}">{shared}</sst>'.encode()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
        b'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    )
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="words" Target="sharedStrings.xml" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/sharedStrings"/></Relationships>',
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as odd:
        for name, part in parts.items():
            odd.writestr(name, part)
        with odd.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f'<worksheet xmlns="{_SHEET}"><sheetData>'.encode())
            for row in rows:
                sheet.write(row.encode())
            sheet.write(f"</sheetData>{behind}</worksheet>".encode())
    return path


def a_repeating_ods(folder: Path, text: str, times: int) -> Path:
    """An ODS that says of one row that it stands there so many times."""
    path = an_ods(folder, [["x"]])
    with zipfile.ZipFile(path) as plain:
        parts = {name: plain.read(name) for name in plain.namelist()}
    parts["content.xml"] = (
        f'<office:document-content xmlns:office="{_ODS}:office:1.0" xmlns:table="{_ODS}:table:1.0" '
        f'xmlns:text="{_ODS}:text:1.0"><office:body><office:spreadsheet><table:table table:name="a">'
        f'<table:table-row table:number-rows-repeated="{times}"><table:table-cell office:value-type="string">'
        f"<text:p>{text}</text:p></table:table-cell></table:table-row>"
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    ).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as odd:
        for name, part in parts.items():
            odd.writestr(name, part)
    return path


def an_html(folder: Path, rows: Rows, *, encoding: str = "utf-8") -> Path:
    """A page with a table, as systems of the web write what they call an export to Excel."""
    lines = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>\n" for row in rows)
    path = folder / "list.xls"
    page = f"<html><head><meta charset={encoding}></head><body><table border=1>{lines}</table></body></html>"
    path.write_bytes(page.encode(encoding))
    return path


def a_spreadsheet_xml(folder: Path, rows: Rows) -> Path:
    """A workbook in the XML of Excel 2003."""
    lines = [
        [f'<Cell><Data ss:Type="String">{escape(str(cell))}</Data></Cell>' for cell in row] for row in rows
    ]
    cells = "".join(f"<Row>{''.join(line)}</Row>" for line in lines)
    return an_odd_spreadsheet_xml(folder, f'<Worksheet ss:Name="Guests"><Table>{cells}</Table></Worksheet>')


def an_odd_spreadsheet_xml(folder: Path, parts: str) -> Path:
    """A workbook in the XML of Excel 2003 with these styles and sheets."""
    path = folder / "list.xml"
    path.write_text(
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        f'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">{parts}</Workbook>',
        encoding="utf-8",
    )
    return path


_PREFIXES: Final = (
    " ".join(f'xmlns:{name}="{_ODS}:{name}:1.0"' for name in ("office", "table", "text", "style"))
    + f' xmlns:number="{_ODS}:datastyle:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:1.0"'
)


def an_odd_ods(folder: Path, styles: str, **tables: str) -> Path:
    """An ODS with these automatic styles and tables, as LibreOffice writes them."""
    path = an_ods(folder, [["x"]])
    with zipfile.ZipFile(path) as plain:
        parts = {name: plain.read(name) for name in plain.namelist()}
    sheets = "".join(
        f'<table:table table:name="{name}">{rows}</table:table>' for name, rows in tables.items()
    )
    parts["content.xml"] = (
        f"<office:document-content {_PREFIXES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
    ).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as odd:
        for name, part in parts.items():
            odd.writestr(name, part)
    return path


def a_locked_xlsx(folder: Path) -> Path:
    """What Excel writes where a workbook has a password: a compound file with the encrypted package in it."""
    path = folder / "locked.xlsx"
    with path.open("wb") as file:
        CompoundDoc.XlsDoc().save(file, bytes(8000))
    data = bytearray(path.read_bytes())
    entry, name = data.index("Workbook".encode("utf-16-le")), "EncryptedPackage".encode("utf-16-le")
    data[entry : entry + len(name)] = name
    data[entry + 64 : entry + 66] = struct.pack("<H", len(name) + 2)
    path.write_bytes(data)
    return path


def a_locked_xls(folder: Path) -> Path:
    """An XLS with the record FILEPASS behind its first record, in place of the records that stood there."""
    data = bytearray(an_xls(folder, [["Name"]]).read_bytes())
    record = struct.pack("<HHHHH", 0x2F, 54, 1, 1, 1) + bytes(48)
    begin = end = data.index(b"\x09\x08\x10\x00", 512) + 20
    while end - begin < len(record) + 4:
        end += 4 + int(struct.unpack_from("<H", data, end + 2)[0])
    left = end - begin - len(record) - 4
    data[begin:end] = record + struct.pack("<HH", 0x5C, left) + bytes(left)
    path = folder / "locked.xls"
    path.write_bytes(data)
    return path


def a_locked_ods(folder: Path) -> Path:
    """An ODS whose manifest says of its content that it is encrypted."""
    path = folder / "locked.ods"
    with zipfile.ZipFile(an_ods(folder, [["Name"]])) as plain, zipfile.ZipFile(path, "w") as locked:
        for name in plain.namelist():
            part = plain.read(name)
            if name == "content.xml":
                part = bytes(range(256)) * 4
            elif name == "META-INF/manifest.xml":
                part = part.replace(b"</manifest:manifest>", _ENCRYPTED + b"</manifest:manifest>")
            locked.writestr(name, part)
    return path


def a_locked_zip(folder: Path) -> Path:
    """A workbook in a ZIP file each of whose members has a password."""
    data = bytearray(an_xlsx(folder, [["Name"]]).read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 4)
    path = folder / "locked_zip.xlsx"
    path.write_bytes(data)
    return path
