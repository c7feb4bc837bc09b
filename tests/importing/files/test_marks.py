from __future__ import annotations

import contextlib
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest
import xlsxwriter
import xlwt
from openpyxl.styles import Font

from checkin.errors import CheckinError
from checkin.importing.files.sheets import pieces_of, put_together, read_sheets
from tests.importing.made_files import (
    a_csv,
    an_html,
    an_odd_ods,
    an_odd_spreadsheet_xml,
    an_odd_xlsx,
    an_xls,
    an_xlsx,
)

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.importing.files.sheet import Sheet


def only(path: Path) -> Sheet:
    (sheet,) = put_together(pieces_of(path)).sheets
    return sheet


def test_a_plain_workbook_has_no_marks(tmp_path: Path) -> None:
    sheet = only(an_xlsx(tmp_path, [["Name"], ["Sok"]]))

    assert not any([sheet.unreadable, sheet.hidden, sheet.struck, sheet.no_formats])


def test_the_marks_come_out_of_the_reading_process(tmp_path: Path) -> None:
    (sheet,) = read_sheets(a_csv(tmp_path, [["Name", "Category"], ["#N/A", "P"]]))

    assert sheet.rows[1] == ("", "P")
    assert sheet.unreadable == {(1, 0)}


def test_the_words_of_errors_are_told_and_names_that_look_like_them_stay(tmp_path: Path) -> None:
    cells = [
        "#N/A",
        "#REF!",
        "#DIV/0!",
        "#VALUE!",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#ЗНАЧ!",
        "Null",
        "N/A",
        "#1",
    ]

    sheet = only(a_csv(tmp_path, [["Name", "Category"], *([cell, "P"] for cell in cells)]))

    assert sheet.unreadable == {(row, 0) for row in range(1, 9)}
    assert [row[0] for row in sheet.rows[9:]] == ["Null", "N/A", "#1"]


def test_errors_and_formulas_that_were_never_calculated_are_told_in_an_xlsx(tmp_path: Path) -> None:
    cells = (
        '<c r="B2" t="e"><f>NA()</f><v>#N/A</v></c><c r="C2"><f>UPPER("a")</f><v></v></c>'
        '<c r="D2" t="str"><f>""</f><v></v></c><c r="E2"><v>0</v></c><c t="e"><v>#REF!</v></c>'
    )

    sheet = only(
        an_odd_xlsx(tmp_path, ['<row r="1"><c r="A1"><v>1</v></c></row>', f'<row r="2">{cells}</row>'])
    )

    assert sheet.unreadable == {(1, 1), (1, 2), (1, 5)}
    assert sheet.rows[1] == ("", "", "", "", "0", "")


def test_the_zeros_of_a_library_that_calculates_nothing_are_told(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "list.xlsx") as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["Name", "Number"])
        sheet.write_formula(1, 0, '=UPPER("sok")')
        sheet.write_formula(1, 1, "=1+1", None, 2)
        sheet.write_number(2, 1, 0)

    read = only(tmp_path / "list.xlsx")

    assert read.unreadable == {(1, 0)}
    assert read.rows[1:] == (("", "2"), ("", "0"))


def test_hidden_and_struck_out_rows_are_told_in_an_xlsx(tmp_path: Path) -> None:
    path = an_xlsx(tmp_path, [["Name", "Note"], ["Sok", "x"], ["Chan", ""], ["Kem", "y"]], More=[["Name"]])
    workbook = openpyxl.load_workbook(path)
    guests = workbook["Guests"]
    guests.row_dimensions[2].hidden = True
    for cell in ("A3", "A4"):
        guests[cell].font = Font(strike=True)
    workbook.save(path)

    sheet, more = put_together(pieces_of(path)).sheets

    assert (sheet.hidden, sheet.struck) == ({1}, {2})
    assert (more.hidden, more.struck) == (frozenset(), frozenset())


def test_numbers_read_as_an_xlsx_shows_them(tmp_path: Path) -> None:
    path = an_xlsx(tmp_path, [["", "Ref", "Phone", "Long"], ["", 7, 612345678, 1234567890123456789]])
    workbook = openpyxl.load_workbook(path)
    workbook["Guests"]["B2"].number_format = "0000"
    workbook["Guests"]["C2"].number_format = "00 00 00 00 00"
    workbook.save(path)

    row = only(path).rows[1]

    assert row[1:3] == ("0007", "06 12 34 56 78")
    assert row[3].isdecimal()


def test_marks_count_from_the_corner_of_the_sheet_whatever_is_empty_there(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet["C4"], sheet["D4"] = 7, "#N/A"
    sheet["C4"].number_format = "0000"
    sheet.row_dimensions[4].hidden = True
    workbook.save(tmp_path / "list.xlsm")

    read = only(tmp_path / "list.xlsm")

    assert read.rows[3] == ("", "", "0007", "")
    assert (read.hidden, read.unreadable) == ({3}, {(3, 3)})


def test_a_sheet_with_a_prefix_before_each_element_is_read_too(tmp_path: Path) -> None:
    path = an_odd_xlsx(tmp_path, ['<row r="1"><c r="A1"><v>1</v></c></row>'])
    with zipfile.ZipFile(path) as plain:
        parts = {name: plain.read(name) for name in plain.namelist()}
    parts["xl/worksheets/sheet1.xml"] = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        b"<x:row r='1' hidden = 'true'><x:c r='A1'><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    with zipfile.ZipFile(path, "w") as prefixed:
        for name, part in parts.items():
            prefixed.writestr(name, part)

    assert only(path).hidden == {0}


@pytest.mark.parametrize(
    "before", ["<!DOCTYPE worksheet [<!ENTITY a 'aaaaaaaaaa'>]>", "<worksheet><row hidden='1'>&nothing;"]
)
def test_xml_that_is_refused_only_leaves_the_marks_unknown(tmp_path: Path, before: str) -> None:
    path = an_odd_xlsx(tmp_path, ['<row r="1"><c r="A1"><v>7</v></c></row>'])
    with zipfile.ZipFile(path) as plain:
        parts = {name: plain.read(name) for name in plain.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    parts["xl/worksheets/sheet1.xml"] = (before + sheet.replace("<row ", "<row hidden='1' ")).encode()
    with zipfile.ZipFile(path, "w") as odd:
        for name, part in parts.items():
            odd.writestr(name, part)

    read = only(path)

    assert read.rows == (("7",),)
    assert read.no_formats
    assert not read.hidden


def test_an_xls_tells_its_formats_hidden_and_struck_out_rows(tmp_path: Path) -> None:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Guests")
    struck = xlwt.easyxf("font: struck_out on")
    for row, (reference, name) in enumerate([(7, "Sok"), (8, "Chan"), (9, "Kem")]):
        sheet.write(row, 1, reference, struck if row == 2 else xlwt.easyxf(num_format_str="0000"))
        sheet.write(row, 2, name, struck if row == 2 else xlwt.Style.default_style)
    sheet.write(0, 3, 612345678, xlwt.easyxf(num_format_str="00 00 00 00 00"))
    sheet.write(0, 4, True, xlwt.easyxf(num_format_str="0000"))
    sheet.row(1).hidden = True
    workbook.save(str(tmp_path / "list.xls"))

    read = only(tmp_path / "list.xls")

    assert read.rows[0] == ("", "0007", "Sok", "06 12 34 56 78", "TRUE")
    assert [row[1] for row in read.rows[1:]] == ["0008", "9"]
    assert (read.hidden, read.struck, read.no_formats) == ({1}, {2}, False)


def test_a_large_xls_and_one_with_many_sheets_tell_their_marks_too(tmp_path: Path) -> None:
    """A list of some thousand rows lies in sectors of its own, a short one among the small sectors of its container."""
    workbook, four = xlwt.Workbook(), xlwt.easyxf(num_format_str="0000")
    for number in range(5):
        sheet = workbook.add_sheet(f"ទំព័រ {number}")
        for row in range(2000):
            sheet.write(row, 0, row, four)
        sheet.row(number).hidden = True
    workbook.save(str(tmp_path / "list.xls"))

    sheets = put_together(pieces_of(tmp_path / "list.xls")).sheets

    assert [sheet.hidden for sheet in sheets] == [{number} for number in range(5)]
    assert all(sheet.rows[row] == (f"{row:04}",) for sheet in sheets for row in range(2000))


@pytest.mark.parametrize("at", [30, 48, 76, 512, 600, 1100])
def test_an_xls_whose_container_is_damaged_is_told_or_read_without_its_formats(
    tmp_path: Path, at: int
) -> None:
    data = bytearray(an_xls(tmp_path, [["Ref"], [7]]).read_bytes())
    data[at : at + 4] = b"\x01\x02\x03\x04"
    (tmp_path / "list.xls").write_bytes(data)

    with contextlib.suppress(CheckinError):
        assert read_sheets(tmp_path / "list.xls")[0].rows[:1] in {(("Ref",),), ((),)}


ODS_STYLES = (
    '<number:number-style style:name="N1"><number:number number:decimal-places="0" number:min-integer-digits="4"/>'
    '</number:number-style><number:number-style style:name="N2"><number:text>+</number:text><number:number '
    'number:min-integer-digits="4"><number:embedded-text number:position="2"> </number:embedded-text>'
    '</number:number></number:number-style><number:number-style style:name="N3"><number:number '
    'number:decimal-places="2" number:min-integer-digits="4"/></number:number-style>'
    '<style:style style:name="ref" style:family="table-cell" style:data-style-name="N1"/>'
    '<style:style style:name="phone" style:family="table-cell" style:data-style-name="N2"/>'
    '<style:style style:name="price" style:family="table-cell" style:data-style-name="N3"/>'
    '<style:style style:name="out" style:family="table-cell"><style:text-properties '
    'style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="child" style:family="table-cell" style:parent-style-name="out"/>'
)


def ods_text(text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


def ods_number(number: int, more: str = "") -> str:
    return f'<table:table-cell office:value-type="float" office:value="{number}" {more}/>'


def ods_row(cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{cells}</table:table-row>"


def test_numbers_read_as_an_ods_shows_them(tmp_path: Path) -> None:
    column = '<table:table-column table:default-cell-style-name="ref"/>'
    cells = ods_number(7) + ods_number(1234, 'table:style-name="phone"')
    path = an_odd_ods(
        tmp_path,
        ODS_STYLES,
        Plain=ods_row(ods_text("x")),
        Guests=column + ods_row(cells + ods_number(7, 'table:style-name="price"')),
    )

    _, guests = put_together(pieces_of(path)).sheets

    assert guests.rows == (("0007", "+12 34", "7"),)


def test_hidden_struck_out_and_unreadable_cells_are_told_in_an_ods(tmp_path: Path) -> None:
    formula = 'table:formula="of:=NA()"'
    rows = [
        ods_row(ods_text("Sok") + ods_text("#N/A", f'{formula} calcext:value-type="error"')),
        ods_row(ods_text("Chan"), 'table:visibility="filter"'),
        ods_row(ods_text("Kem"), 'table:visibility="collapse" table:number-rows-repeated="2"'),
        ods_row(ods_text("Out", 'table:style-name="child"') + '<table:table-cell table:style-name="out"/>'),
        ods_row(
            f'<table:table-cell {formula}/><table:table-cell {formula} office:value-type="float" '
            'office:value="0"><text:p>#DIV/0!</text:p></table:table-cell>' + ods_text("x")
        ),
    ]

    sheet = only(an_odd_ods(tmp_path, ODS_STYLES, Guests="".join(rows)))

    assert sheet.unreadable == {(0, 1), (5, 0), (5, 1)}
    assert sheet.hidden == {1, 2, 3}
    assert sheet.struck == {4}
    assert sheet.rows[5] == ("", "", "x")


def test_hidden_struck_out_and_unreadable_cells_are_told_in_html(tmp_path: Path) -> None:
    path = an_html(tmp_path, [["Name"]])
    path.write_text(
        "<table><tr><td>Name<td>Note<tr style='display:none'><td>Sok<td>x<tr><td><s>Chan</s><td>#REF!"
        "<tr><td style='text-decoration: line-through'>Kem<td><del>y</del><tr><td><s>Out</s> in</table>",
        encoding="utf-8",
    )

    sheet = only(path)

    assert (sheet.hidden, sheet.unreadable) == ({1}, {(2, 1)})
    assert sheet.struck == {3}


def test_marks_and_formats_of_excel_2003_are_read(tmp_path: Path) -> None:
    path = an_odd_spreadsheet_xml(
        tmp_path,
        '<Styles><Style ss:ID="a"><NumberFormat ss:Format="0000"/></Style>'
        '<Style ss:ID="b"><Font ss:StrikeThrough="1"/></Style></Styles><Worksheet ss:Name="Guests"><Table>'
        '<Row><Cell ss:StyleID="a"><Data ss:Type="Number">7</Data></Cell>'
        '<Cell><Data ss:Type="Error">#N/A</Data></Cell></Row>'
        '<Row ss:Index="3" ss:Hidden="1"><Cell ss:Index="2"><Data ss:Type="Boolean">1</Data></Cell></Row>'
        '<Row><Cell ss:StyleID="b"><Data ss:Type="String">Sok</Data></Cell></Row></Table></Worksheet>',
    )

    sheet = only(path)

    assert sheet.rows == (("0007", ""), (), ("", "TRUE"), ("Sok",))
    assert (sheet.unreadable, sheet.hidden, sheet.struck) == ({(0, 1)}, {2}, {3})
