"""Damaged and malicious files: each is read, or told in a sentence, and none takes the computer's memory or time."""

from __future__ import annotations

import contextlib
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from checkin.errors import CheckinError
from checkin.importing.files.sheets import pieces_of, put_together, read_sheets
from tests.importing.made_files import (
    a_cell,
    a_spreadsheet_xml,
    an_odd_xlsx,
    an_ods,
    an_xls,
    an_xlsx,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PEOPLE = [["Family name", "Category"], *([f"Sok {number}", "P"] for number in range(300))]
MEGABYTE = 1024 * 1024


def told(path: Path) -> str:
    """The title and message of the error that reading the file raises."""
    with pytest.raises(CheckinError) as error:
        put_together(pieces_of(path))
    assert path.name in error.value.message
    return f"{error.value.title}: {error.value.message}"


def a_text(folder: Path, text: str | bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def cut(path: Path) -> Path:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 6 // 10])
    return path


@pytest.mark.parametrize("write", [an_xlsx, an_xls, an_ods, a_spreadsheet_xml])
def test_a_workbook_of_which_the_end_is_missing_is_no_spreadsheet(
    tmp_path: Path, write: Callable[..., Path]
) -> None:
    assert told(cut(write(tmp_path, PEOPLE))).startswith("The list is not a spreadsheet")


ROWS_BEFORE = "Name,Note,Category\n" + "".join(f'N{number},"x",P\n' for number in range(5))


@pytest.mark.parametrize("broken", ['N5,"x,P\n', '"N5,x,P\n', 'N5,x,"P\n'])
def test_a_quotation_mark_that_is_missing_in_row_7_is_told_also_where_later_cells_have_some(
    tmp_path: Path, broken: str
) -> None:
    after = "".join(f'N{number},"y",P\n' for number in range(6, 20))

    assert "row 7" in told(a_text(tmp_path, ROWS_BEFORE + broken + after))


@pytest.mark.parametrize(
    "row",
    [
        '"Sok","Street 1,\nPhnom Penh",P\n',
        'Sok,"the ""old"" house,\nwhite" ,P\n',
        '"Sok\nDara", "a\nb", "P"\n',
        '"Sok","\n\n",P\r\n',
    ],
)
def test_a_cell_of_several_lines_is_one_cell(tmp_path: Path, row: str) -> None:
    (sheet,) = put_together(pieces_of(a_text(tmp_path, ROWS_BEFORE + row + "Kem,z,P\n"))).sheets

    assert [len(each) for each in sheet.rows] == [3] * 8
    assert sheet.rows[-1] == ("Kem", "z", "P")


def test_a_csv_with_more_columns_than_any_sheet_is_told(tmp_path: Path) -> None:
    most = ",".join(f"C{number}" for number in range(16_384))

    assert len(put_together(pieces_of(a_text(tmp_path, most + "\n"))).sheets[0].rows[0]) == 16_384
    assert "beyond XFD1048576" in told(a_text(tmp_path, most + ",one more\n"))


def test_a_line_of_ten_megabytes_is_told_with_its_place(tmp_path: Path) -> None:
    path = a_text(tmp_path, b"Name,Category\nSok,P\n" + b"x" * 10 * MEGABYTE + b",P\n")

    assert "row 3, column A" in told(path)


def test_a_csv_with_zero_bytes_in_it_is_told_or_read_without_them(tmp_path: Path) -> None:
    assert "The list is not a spreadsheet" in told(a_text(tmp_path, b"Name,Category\nSo\x00k,P\n"))


def test_cells_that_look_like_formulas_are_texts(tmp_path: Path) -> None:
    rows = [["Name", "Note"], ["=1+1", "@SUM(A1)"], ["+855 12", "-2"]]

    for path in (a_text(tmp_path, "".join(",".join(row) + "\n" for row in rows)), an_ods(tmp_path, rows)):
        assert [list(row) for row in put_together(pieces_of(path)).sheets[0].rows] == rows


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>" + "<div>" * 100_000 + "Name",
        "<table><tr><td>Name" + "<div>" * 100_000,
        "<table><tr><td " + "a=1 " * 100_000 + ">Name</td></tr></table>",
        "<table><tr><td>Name</td></tr></table>" + "<!--" * 200_000,
        "<table><tr><td>Name</td></tr></table>" + "<" * 200_000,
    ],
    ids=["nested", "behind a text", "attributes", "comments without an end", "tags without an end"],
)
def test_a_page_that_would_take_a_parser_minutes_is_read(tmp_path: Path, page: str) -> None:
    (sheet,) = put_together(pieces_of(a_text(tmp_path, page, "list.xls"))).sheets

    assert sheet.rows == (("Name",),)


def test_tables_within_tables_without_an_end_are_no_list(tmp_path: Path) -> None:
    path = a_text(tmp_path, "<table><tr><td>" * 10_000, "list.html")

    assert told(path).startswith("The list is not a spreadsheet")


def test_a_card_with_a_photo_of_five_megabytes_comes_in_without_the_photo(tmp_path: Path) -> None:
    photo = "\r\n ".join(["QUJD" * 18] * 70_000)
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:{};Dara;;;\r\nFN:Dara {}\r\n{}END:VCARD\r\n"
    cards = card.format("Sok", "Sok", f"PHOTO;ENCODING=b;TYPE=JPEG:{photo}\r\n") + card.format(
        "Kem", "Kem", ""
    )

    (sheet,) = put_together(pieces_of(a_text(tmp_path, cards, "list.vcf"))).sheets

    assert sheet.rows[1:] == (("Sok", "Dara"), ("Kem", "Dara"))


@pytest.mark.parametrize(
    ("entries", "place"),
    [
        ("dn: cn=Sok\ncn: Sok\n\ndn: cn=Kem\ncn:: A\n", "entry 2"),
        ("dn: cn=Sok\ncn: Sok\nno colon here\n", "entry 1"),
        ("dn: cn=Sok\ncn: Sok\n" + " xxxxxxxx\n" * 100_000, "row 2, column A"),
    ],
    ids=["no base64", "no colon", "a text of many lines"],
)
def test_what_is_broken_in_a_directory_is_told_with_its_place(
    tmp_path: Path, entries: str, place: str
) -> None:
    assert place in told(a_text(tmp_path, entries, "list.ldif"))


def packed_again(path: Path, name: str, content: bytes, times: int = 1) -> Path:
    """The workbook with another part in place of the one with this name: the content, so many times over."""
    other = path.with_name(f"other_{path.name}")
    with zipfile.ZipFile(path) as plain, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as packed:
        for each in plain.namelist():
            if each != name:
                packed.writestr(each, plain.read(each))
        with packed.open(name, "w", force_zip64=True) as part:
            for _ in range(times):
                part.write(content)
    return other


@pytest.mark.long
@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/media/photo.png"])
def test_a_workbook_that_unpacks_to_more_than_a_gigabyte_is_too_large(tmp_path: Path, name: str) -> None:
    path = packed_again(an_xlsx(tmp_path, PEOPLE), name, b"0" * MEGABYTE, 1100)

    assert told(path).startswith("The list is too large")


@pytest.mark.parametrize(
    ("write", "part"), [(an_xlsx, "xl/worksheets/sheet1.xml"), (an_ods, "content.xml")], ids=["xlsx", "ods"]
)
def test_entities_in_a_workbook_stand_for_nothing_or_are_told(
    tmp_path: Path, write: Callable[..., Path], part: str
) -> None:
    path = write(tmp_path, PEOPLE)
    entities = "".join(f"<!ENTITY e{level} '{f'&e{level - 1};' * 100}'>" for level in range(1, 9))
    with zipfile.ZipFile(path) as plain:
        _, _, body = plain.read(part).decode().rpartition("?>")
    text = f"<!DOCTYPE x [<!ENTITY e0 'x'>{entities}]>" + body.replace("Sok 7<", "&e8;<")

    with contextlib.suppress(CheckinError):
        (sheet,) = put_together(pieces_of(packed_again(path, part, text.encode()))).sheets
        assert max(len(cell) for row in sheet.rows for cell in row) < 100


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "list.csv")
        assert told(tmp_path / "list.csv").startswith("The list cannot be opened")
    (tmp_path / "list.xlsx").mkdir()
    assert told(tmp_path / "list.xlsx").startswith("The list cannot be opened")


@pytest.mark.long
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_sheet_with_all_rows_that_a_sheet_can_have_is_read(tmp_path: Path, kind: str) -> None:
    if kind == "csv":
        path = a_text(tmp_path, "Name,Category\n" + "".join(f"N{number},P\n" for number in range(1_048_575)))
    else:
        rows = (f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(2, 1_048_577))
        path = an_odd_xlsx(tmp_path, [f'<row r="1">{a_cell("A1", "Name")}</row>', *rows])

    assert len(read_sheets(path)[0].rows) == 1_048_576
