from __future__ import annotations

import contextlib
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checkin.errors import CheckinError
from checkin.importing.files import apart, sheet
from checkin.importing.files.separated import rows_of, separated_text
from checkin.importing.files.sheet import Merge
from checkin.importing.files.sheets import read_sheets
from tests.importing.made_files import (
    a_cell,
    a_csv,
    a_locked_ods,
    a_locked_xls,
    a_locked_xlsx,
    a_locked_zip,
    a_repeating_ods,
    a_spreadsheet_xml,
    an_html,
    an_odd_xlsx,
    an_ods,
    an_xls,
    an_xlsx,
    csv_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = [
    ["List of participants", "", ""],
    ["Name", "Organisation", "ឈ្មោះ"],
    ["SOK Sopheap", "Ministry of Justice, Phnom Penh", "សុខ សុភាព"],
    ["Lefèvre", 'École "A"', "–"],
]
GRID = tuple(map(tuple, ROWS))
FRENCH = [["Nom", "Prénom"], ["Lefèvre", "Zoë"], ["Garçon", "Éric"], ["Nuñez", "José"]]


def the_rows(path: Path) -> tuple[tuple[str, ...], ...]:
    (sheet,) = read_sheets(path)
    return sheet.rows


@pytest.mark.parametrize("write", [a_csv, an_xlsx, an_xls, an_ods, an_html, a_spreadsheet_xml])
def test_every_kind_of_file_gives_the_same_cells(tmp_path: Path, write: Callable[..., Path]) -> None:
    assert the_rows(write(tmp_path, ROWS)) == GRID


@pytest.mark.parametrize("write", [a_csv, an_xlsx, an_xls, an_ods, an_html])
def test_the_first_bytes_and_not_the_name_say_what_it_is(tmp_path: Path, write: Callable[..., Path]) -> None:
    other = tmp_path / "list.txt"
    other.write_bytes(write(tmp_path, ROWS).read_bytes())

    assert the_rows(other) == GRID


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_csv_in_any_unicode_and_with_any_separator_is_read(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    assert the_rows(a_csv(tmp_path, ROWS, encoding=encoding, separator=separator)) == GRID


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_in_windows_1252_is_read(tmp_path: Path, separator: str) -> None:
    rows = the_rows(a_csv(tmp_path, FRENCH, encoding="cp1252", separator=separator))

    assert rows == tuple(map(tuple, FRENCH))


@pytest.mark.parametrize(
    "name", ["Éric", "Müller–Straße", "Bjørn Åse", "João Conceição", "L’Écuyer", "Œuvre"]
)
def test_one_accented_name_is_enough_for_windows_1252(tmp_path: Path, name: str) -> None:
    assert the_rows(a_csv(tmp_path, [["Name", "Category"], [name, "P"]], encoding="cp1252"))[1][0] == name


@pytest.mark.parametrize(
    ("encoding", "cell"),
    [
        ("cp1251", "Министерство иностранных дел"),
        ("gb18030", "外交部和北京大学的张伟先生"),
        ("cp874", "กระทรวงการต่างประเทศ สมชาย ใจดี"),
        ("cp932", "外務省の山田さんとタナカさん"),
    ],
)
def test_other_code_pages_are_guessed(tmp_path: Path, encoding: str, cell: str) -> None:
    rows = [["Name", "Organisation"], ["Somebody", cell]]

    assert the_rows(a_csv(tmp_path, rows, encoding=encoding))[1][1] == cell


def test_excels_own_first_line_names_the_separator_and_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("sep=|\r\nName|Position\r\nSok|Chair, Board\r\n", encoding="utf-8")

    assert the_rows(path) == (("Name", "Position"), ("Sok", "Chair, Board"))


def test_a_space_before_quotation_marks_belongs_to_no_cell(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('name,seat, "id"\nKevin,A, "53, 01"\n', encoding="utf-8")

    assert the_rows(path) == (("name", "seat", "id"), ("Kevin", "A", "53, 01"))


def test_commas_inside_cells_are_not_taken_for_separators(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name;Position\nSok;Chair, Board\nChea;Member, Board\n", encoding="utf-8")

    assert the_rows(path)[2] == ("Chea", "Member, Board")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_is_one_also_inside_a_cell(tmp_path: Path, end: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(end.join(["Name,Note", '"SOK', 'Sopheap",x', "", "Chea,y"]).encode())

    rows = the_rows(path)

    assert [len(row) for row in rows] == [2, 2, 0, 2]
    assert rows[1][0].split() == ["SOK", "Sopheap"]


def test_numbers_dates_and_flags_read_as_on_the_screen(tmp_path: Path) -> None:
    cells = [85512345678, 17.5, True, date(2026, 11, 2), datetime(2026, 11, 2, 9, 30), time(9, 30), None]  # noqa: DTZ001

    assert the_rows(an_xlsx(tmp_path, [cells, ["x"] * 7]))[0] == (
        "85512345678",
        "17.5",
        "TRUE",
        "2026-11-02",
        "2026-11-02T09:30:00",
        "09:30:00",
        "",
    )


def test_rows_count_from_the_top_whatever_is_empty_there(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active["C4"] = "Name"
    workbook.save(tmp_path / "list.xlsx")

    assert the_rows(tmp_path / "list.xlsx")[3][2] == "Name"


def test_cells_merged_downwards_are_told(tmp_path: Path) -> None:
    (sheet,) = read_sheets(an_xlsx(tmp_path, [["Title", ""], ["a", "b"], ["c", ""]], "A1:B1", "B2:B3"))

    assert sheet.merged == (Merge(1, 2, 1),)


def test_all_filled_and_visible_sheets_are_read(tmp_path: Path) -> None:
    path = an_xlsx(tmp_path, ROWS, Final=[["x"]], Blank=[], Old=[["secret"]])
    workbook = openpyxl.load_workbook(path)
    workbook["Old"].sheet_state = "hidden"
    workbook.save(path)

    assert [sheet.name for sheet in read_sheets(path)] == ["Guests", "Final"]


def complaint(path: Path) -> str:
    with pytest.raises(CheckinError) as told:
        read_sheets(path)
    assert path.name in told.value.message
    return told.value.title


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (b"", "The list is empty"),
        (b"\xef\xbb\xbf", "The list is empty"),
        (b" \r\n ,,\r\n", "The list is empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "The list is not a spreadsheet"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "The list is not a spreadsheet"),
        (b"PK\x03\x04 and no more", "The list is not a spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "The list is not a spreadsheet"),
        (b"<html><body><p>Name</p></body></html>", "The list is not a spreadsheet"),
        (bytes(range(32)) * 50, "The list is not a spreadsheet"),
        (b'Name,Note\nSok,"x\nChea,y\n', "A quotation mark in the list is never closed"),
        (b'Name\n"' + b"x" * 200_000, "A quotation mark in the list is never closed"),
    ],
)
def test_what_is_no_list_is_told_in_a_sentence(tmp_path: Path, data: bytes, title: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)

    assert complaint(path) == title


def test_the_row_of_an_unclosed_quotation_mark_is_named(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b'Name,Note\nChea,y\nSok,"x\nKem,z\n')

    with pytest.raises(CheckinError, match="row 3"):
        read_sheets(path)


def test_an_empty_workbook_is_told(tmp_path: Path) -> None:
    assert complaint(an_xlsx(tmp_path, [])) == "The list is empty"


def test_another_kind_of_zip_is_no_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("photo.jpg", b"\xff\xd8\xff")

    assert complaint(path) == "The list is not a spreadsheet"


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    assert complaint(tmp_path / "none.csv") == "The list cannot be opened"
    assert complaint(tmp_path) == "The list cannot be opened"


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with path.open("wb") as file:
        file.truncate(201 * 1024 * 1024)

    assert complaint(path) == "The list is too large"


@pytest.mark.parametrize("corner", ["XFD1048576", "AD1048576"])
def test_a_cell_in_the_last_corner_does_not_fill_the_memory(tmp_path: Path, corner: str) -> None:
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "Name"
    workbook.active[corner] = "x"
    workbook.save(tmp_path / "list.xlsx")

    title = complaint(tmp_path / "list.xlsx")

    assert title == "The list is too large"


@pytest.mark.parametrize("write", [a_locked_xlsx, a_locked_xls, a_locked_ods, a_locked_zip])
def test_a_workbook_with_a_password_says_so(tmp_path: Path, write: Callable[[Path], Path]) -> None:
    assert complaint(write(tmp_path)) == "The list is locked by a password"


def beyond_the_last_column(folder: Path) -> Path:
    return an_odd_xlsx(folder, [f"<row r='1'>{a_cell('A1', 'Name')}{a_cell('ZZZZZZ1', 'x')}</row>"])


def beyond_the_last_row(folder: Path) -> Path:
    return an_odd_xlsx(folder, [f"<row>{a_cell('A1', 'Name')}</row><row>{a_cell('B99999999', 'x')}</row>"])


def one_long_text_in_all_cells(folder: Path) -> Path:
    row = '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'
    return an_odd_xlsx(folder, [row] * 70_000, shared=f"<si><t>{'A' * 1_000_000}</t></si>")


def a_row_for_each_line_of_the_sheet(folder: Path) -> Path:
    return a_repeating_ods(folder, "x" * 30_000, 1_048_576)


def a_line_of_nothing_but_separators(folder: Path) -> Path:
    path = folder / "list.csv"
    path.write_bytes(b"Name,Category\n" + b"," * 100_000_000)
    return path


def a_page_of_cells_that_reach_far(folder: Path) -> Path:
    path = folder / "list.xls"
    path.write_bytes(b"<table>" + b"<tr><td rowspan=65000 colspan=900>x<td>" * 20_000)
    return path


def a_workbook_of_entities(folder: Path) -> Path:
    path = folder / "list.xls"
    entities = "".join(f"<!ENTITY e{level} '{f'&e{level - 1};' * 100}'>" for level in range(1, 9))
    path.write_text(
        f"<!DOCTYPE Workbook [<!ENTITY e0 'x'>{entities}]><Workbook>&e8;</Workbook>", encoding="utf-8"
    )
    return path


def cards_without_an_end(folder: Path) -> Path:
    path = folder / "list.vcf"
    path.write_bytes(b"BEGIN:VCARD\r\n" * 50_000)
    return path


def a_million_errors(folder: Path) -> Path:
    path = folder / "list.csv"
    path.write_bytes(b"Name,Category\n" + b"#N/A,#N/A\n" * 500_000)
    return path


@pytest.mark.parametrize(
    ("write", "title"),
    [
        (a_page_of_cells_that_reach_far, "The list is damaged"),
        (a_workbook_of_entities, "The list is not a spreadsheet"),
        (cards_without_an_end, "A card of the list cannot be read"),
        (a_million_errors, "The list is too large"),
        (beyond_the_last_column, "The list is damaged"),
        (beyond_the_last_row, "The list is damaged"),
        (one_long_text_in_all_cells, "The list cannot be read"),
        (a_row_for_each_line_of_the_sheet, "The list cannot be read"),
        (a_line_of_nothing_but_separators, "The list cannot be read"),
    ],
)
def test_no_file_takes_the_memory_of_the_computer(
    tmp_path: Path, write: Callable[[Path], Path], title: str
) -> None:
    resource = pytest.importorskip("resource", reason="only POSIX tells what memory a process took")

    assert complaint(write(tmp_path)) == title
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1_000_000  # in kB


def an_xlsx_of_no_program(folder: Path, rows: list[list[str]]) -> Path:
    return an_odd_xlsx(
        folder,
        [
            f"<row>{''.join(a_cell(f'{letter}{number}', cell) for letter, cell in zip('AB', row, strict=True))}</row>"
            for number, row in enumerate(rows, 1)
        ],
    )


@pytest.mark.parametrize("write", [a_csv, an_xlsx_of_no_program, an_ods])
def test_a_cell_that_is_too_long_is_told_with_its_place(tmp_path: Path, write: Callable[..., Path]) -> None:
    path = write(tmp_path, [["Name", "Note"], ["SOK", "y"], ["CHEA", "x" * 1_000_000]])

    with pytest.raises(CheckinError, match="row 3, column B holds 1,000,000 characters") as told:
        read_sheets(path)
    assert told.value.title == "A cell of the list is too long"


@pytest.mark.parametrize("write", [a_csv, an_xlsx, an_xls, an_ods])
def test_the_longest_cell_of_a_spreadsheet_comes_in(tmp_path: Path, write: Callable[..., Path]) -> None:
    longest = "ក" * 32_767

    assert the_rows(write(tmp_path, [["Name", "Note"], ["SOK", longest]]))[1] == ("SOK", longest)


@pytest.mark.parametrize(
    "limit", ["MOST_ROWS", "MOST_FILLED", "MOST_CHARACTERS"], ids=["rows", "filled cells", "characters"]
)
def test_what_all_sheets_hold_together_is_limited(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, limit, 10)
    allowance = sheet.Allowance(Path("list.xlsx"))
    rows = [("a", "b")] * 3 + [("", "")] * 4

    assert list(allowance.used_by(rows, "Guests")) == rows
    with pytest.raises(CheckinError, match="The list is too large"):
        list(allowance.used_by(rows, "More guests"))


@pytest.fixture(scope="module")
def real_files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("real")
    return [write(folder, ROWS) for write in (an_xlsx, an_xls, an_ods, a_spreadsheet_xml)]


def test_a_workbook_that_kills_its_reader_is_told(tmp_path: Path) -> None:
    data = bytearray(an_xls(tmp_path, ROWS).read_bytes())
    dimensions = data.index(b"\x00\x02\x0e\x00", 512)
    data[dimensions + 4] = 0xFF  # the first row is 255, the last is 4
    path = tmp_path / "damaged.xls"
    path.write_bytes(data)

    assert complaint(path) == "The list cannot be read"


def test_a_workbook_over_which_the_reader_never_ends_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "endless.ods"
    with zipfile.ZipFile(an_ods(tmp_path, ROWS)) as sound, zipfile.ZipFile(path, "w") as damaged:
        for name in sound.namelist():
            damaged.writestr(name, sound.read(name).replace(b"</table:table>", b""))
    monkeypatch.setattr(apart, "PATIENCE_S", 0.5)

    assert complaint(path) == "The list takes too long to read"


def test_a_panic_of_the_library_is_not_seen(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    data = bytearray(an_xls(tmp_path, ROWS).read_bytes())
    data[44:80] = b"\x7f" * 36
    path = tmp_path / "damaged.xls"
    path.write_bytes(data)

    assert complaint(path) == "The list is not a spreadsheet"
    assert capfd.readouterr().err == ""


# Each example starts a process.
@settings(max_examples=20)
@given(
    kind=st.integers(min_value=0, max_value=3),
    at=st.floats(min_value=0, max_value=1),
    junk=st.binary(max_size=8),
    cut=st.booleans(),
)
def test_no_damage_to_a_workbook_is_more_than_a_sentence(
    tmp_path_factory: pytest.TempPathFactory,
    real_files: list[Path],
    kind: int,
    at: float,
    junk: bytes,
    *,
    cut: bool,
) -> None:
    data = real_files[kind].read_bytes()
    place = int(at * len(data))
    path = tmp_path_factory.getbasetemp() / "damaged.xlsx"
    path.write_bytes(data[:place] + junk + (b"" if cut else data[place + len(junk) :]))
    with contextlib.suppress(CheckinError):
        read_sheets(path)


@given(
    st.binary(max_size=300)
    | st.text(max_size=100).map(lambda text: text.encode("utf-16", "surrogatepass"))
    | st.text('ab,;"\t\r\n\x00é|', max_size=60).map(str.encode)
)
@example(b"\xff\xfe\x00")
@example(b"\xff\xfe\x00\x00\xff")
@example(b'"\n')
@example(b"a\x00b,c\n")
@example(b"sep=\x00\na")
@example(b'sep="\na')
def test_no_bytes_are_more_than_a_sentence(data: bytes) -> None:
    with contextlib.suppress(CheckinError):
        for row in rows_of(separated_text(data, Path("bytes.csv")).text, Path("bytes.csv")):
            assert all(isinstance(cell, str) for cell in row)


@given(
    rows=st.lists(
        st.lists(st.sampled_from(["Sok", "x, y", 'a "b"', "ខ", "é;", "", "1"]), min_size=2, max_size=2),
        min_size=3,
    ),
    separator=st.sampled_from(",;\t|"),
)
def test_what_is_written_is_read(rows: list[list[str]], separator: str) -> None:
    rows = [["Name", "Note"], ["Name", "Note"], *rows]
    written = csv_text(rows, separator).encode()

    assert [
        list(row) for row in rows_of(separated_text(written, Path("written.csv")).text, Path("written.csv"))
    ] == rows
