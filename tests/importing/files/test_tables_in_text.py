from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checkin.errors import CheckinError
from checkin.importing.files.sheet import Merge, Sheet
from checkin.importing.files.sheets import pieces_of, put_together
from checkin.importing.files.texts import read_text
from tests.importing.made_files import a_csv, a_spreadsheet_xml, an_html, an_odd_spreadsheet_xml

ROWS = [["Name", "Organisation"], ["Öztürk", 'École "A" & <B>'], ["សុខ", "–"]]


def sheets_of(text: str | bytes) -> tuple[Sheet, ...]:
    data = text if isinstance(text, bytes) else text.encode()
    return tuple(marks.sheet(name, list(rows)) for name, marks, rows in read_text(data, Path("list.xls"))[1])


def rows_of(text: str | bytes) -> tuple[tuple[str, ...], ...]:
    (sheet,) = sheets_of(text)
    return sheet.rows


def test_tab_separated_text_may_be_named_xls(tmp_path: Path) -> None:
    path = a_csv(tmp_path, ROWS, separator="\t").rename(tmp_path / "list.xls")

    (sheet,) = put_together(pieces_of(path)).sheets

    assert sheet.rows == tuple(map(tuple, ROWS))


@pytest.mark.parametrize("write", [an_html, a_spreadsheet_xml])
def test_a_table_named_xls_gives_its_cells(tmp_path: Path, write: type) -> None:
    (sheet,) = put_together(pieces_of(write(tmp_path, ROWS))).sheets

    assert sheet.rows == tuple(map(tuple, ROWS))


@pytest.mark.parametrize(
    ("encoding", "declared", "name"),
    [
        ("cp1252", "iso-8859-1", "Lefèvre"),
        ("cp1251", "windows-1251", "Иванов"),
        ("gb18030", "gb2312", "外交部"),
        ("cp932", "Shift_JIS", "山田"),
        ("utf-8", "iso-8859-1", "Öztürk"),
        ("utf-16", "utf-16", "សុខ"),
        ("utf-8-sig", "", "សុខ"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_declares(encoding: str, declared: str, name: str) -> None:
    page = (
        f'<html><meta http-equiv="Content-Type" content="text/html; charset={declared}"><table><tr><td>{name}'
    )

    assert rows_of(page.encode(encoding)) == ((name,),)


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("<tr><td>a<br>b</td></tr>", (("a\nb",),)),
        ("<tr><td>a &amp; b&nbsp;&#233;</td></tr>", (("a & b\xa0é",),)),
        ("<tr>\n <td>\n  a   b\n </td>\n</tr>", (("a b",),)),
        ("<thead><tr><th>a<th>b<tbody><tr><td>c<td>d", (("a", "b"), ("c", "d"))),
        ("<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e", (("a", "", "b"), ("c", "d", "e"))),
        ("<tr><td rowspan=2>a<td>b<tr><td>c", (("a", "b"), ("", "c"))),
        ("<tr><td><p>a</p><p>b</p></td><td><script>x</script>", (("a\nb", ""),)),
        ("<tr><td><!-- x -->a</td><td colspan=x rowspan=-1>b</td></tr>", (("a", "b"),)),
        ("<tr></tr><tr><td>a", ((), ("a",))),
        ("<td>a<td>b", (("a", "b"),)),
    ],
)
def test_html_reads_as_it_is_shown(table: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert rows_of(f"<table>{table}</table>") == rows


def test_cells_that_reach_over_rows_are_merged_cells() -> None:
    (sheet,) = sheets_of("<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td rowspan=9>d<td>e<tr><td>f</table>")

    assert sheet.merged == (Merge(0, 1, 0), Merge(2, 3, 0))


def test_several_tables_are_several_sheets() -> None:
    page = (
        "<table><caption>Guests</caption><tr><td>a</table><table><tr><td>b<table><tr><td>c</table> d</table>"
    )

    assert [(sheet.name, sheet.rows) for sheet in sheets_of(page)] == [
        ("Guests", (("a",),)),
        ("2", (("b d",),)),
        ("3", (("c",),)),
    ]


def test_cells_of_excel_2003_stand_where_their_index_says(tmp_path: Path) -> None:
    path = an_odd_spreadsheet_xml(
        tmp_path,
        '<Worksheet ss:Name="A"><Table><Row ss:Index="2"><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data '
        'ss:Type="String">a</Data></Cell><Cell><Data ss:Type="Number">12.0</Data></Cell></Row>'
        '<Row><Cell ss:Index="4"><Data ss:Type="DateTime">2026-11-02T00:00:00.000</Data></Cell></Row>'
        '</Table></Worksheet><Worksheet ss:Name="B"><Table><Row><Cell><Data ss:Type="String">b</Data></Cell></Row>'
        "</Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>",
    )

    (sheet,) = put_together(pieces_of(path)).sheets

    assert sheet.rows == ((), ("a", "", "12"), ("", "", "", "2026-11-02"))
    assert sheet.merged == (Merge(1, 2, 0),)


def complaint(text: str) -> str:
    with pytest.raises(CheckinError) as told:
        sheets_of(text)
    return told.value.title


WORKBOOK = '<Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>'


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("<html><body>Name</body></html>", "The list is not a spreadsheet"),
        ("<?xml version='1.0'?><list><name>Sok</name></list>", "The list is not a spreadsheet"),
        (WORKBOOK, "The list is not a spreadsheet"),
        ("<!DOCTYPE Workbook [<!ENTITY a 'aaaa'>]>" + WORKBOOK, "The list is not a spreadsheet"),
        (WORKBOOK + '<Row ss:Index="9999999"></Row>', "The list is too large"),
        (WORKBOOK + '<Row><Cell ss:Index="99999"></Cell></Row>', "The list is damaged"),
        ("<table>" * 60, "The list is not a spreadsheet"),
        ("<table><tr>" + "<td colspan=1000>" * 20, "The list is damaged"),
        ("<table>" + ("<tr>" + "<td colspan=1000>" * 16 + "</tr>") * 2000, "The list is too large"),
    ],
)
def test_what_is_no_table_or_too_large_is_told(text: str, title: str) -> None:
    assert complaint(text) == title


TAGS = [
    *(
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>",
        "<td rowspan=3 colspan=2>",
        "</td>",
        "<br>",
        "<s>",
        "</s>",
    ),
    *(
        "<caption>",
        "</caption>",
        "<!--",
        "-->",
        "<script>",
        "&amp;",
        "&#x110000;",
        "<",
        ">",
        "Sok",
        " ",
        "<p>",
    ),
]


@given(st.lists(st.sampled_from(TAGS), max_size=40).map("".join))
@example("<td rowspan=99999>")
@example("</table></tr></td>")
def test_no_page_is_more_than_a_sentence(page: str) -> None:
    try:
        sheets = sheets_of("<table>" + page)
    except CheckinError:
        return
    for sheet in sheets:
        assert all(isinstance(cell, str) for row in sheet.rows for cell in row)
        assert all(merge.first < merge.last < len(sheet.rows) for merge in sheet.merged)


PARTS = [
    *(
        "<Worksheet ss:Name='A'>",
        "</Worksheet>",
        "<Table>",
        "</Table>",
        "<Row ss:Index='3'>",
        "<Row>",
        "</Row>",
    ),
    *(
        "<Cell ss:Index='2'>",
        "<Cell ss:MergeDown='2'>",
        "</Cell>",
        "<Data ss:Type='Number'>",
        "</Data>",
        "7",
        "x",
    ),
    *(
        "<Styles>",
        "</Styles>",
        "<Style ss:ID='a'>",
        "<Font/>",
        "<Visible>",
        "</Visible>",
        "&lol;",
        "<![CDATA[",
    ),
]


@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
@example("<Data ss:Type='Number'>7</Data>")
@example("<Row><Cell><Row><Cell></Cell></Row></Cell></Row>")
def test_no_xml_is_more_than_a_sentence(xml: str) -> None:
    whole = f"<Workbook xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'>{xml}</Workbook>"
    try:
        sheets = sheets_of(whole)
    except CheckinError:
        return
    assert all(isinstance(cell, str) for sheet in sheets for row in sheet.rows for cell in row)
