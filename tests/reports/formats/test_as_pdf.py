from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path


def texts(path: Path) -> list[str]:
    document = pdfium.PdfDocument(path)
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return found


def colours(path: Path) -> set[tuple[int, int, int]]:
    document = pdfium.PdfDocument(path)
    picture = document[0].render(scale=1).to_pil().convert("RGB")
    document.close()
    return {colour for _, colour in picture.getcolors(picture.width * picture.height)}


def test_names_stand_there_in_every_script_and_can_be_copied(
    write: Callable[..., Path], came: datetime
) -> None:
    names = (
        "SOK Sopheap",
        "សុខ សុភាព",
        "မောင်မောင်အောင်",
        "प्रिया शर्मा",
        "张伟",
        "김민준",
        "ສົມສັກ",
        "ประวิทย์",
        "Сергей",
    )

    [page] = texts(write("a.pdf", [(f"d{at}", name, came, 1.0, False) for at, name in enumerate(names)]))
    assert [name for name in names if name not in page] == []


def test_the_lines_of_a_cell_copy_out_from_the_first_to_the_last(
    write: Callable[..., Path], came: datetime
) -> None:
    long = "Ministère des Affaires étrangères et de la Coopération internationale du Royaume : section de la Paix"
    [page] = texts(write("a.pdf", [("d1", f"{long} {long}", came, 1.0, False)]))

    assert f"{long} {long}" in " ".join(page.split())


def test_title_event_totals_and_time_stand_on_the_first_page(
    write: Callable[..., Path], came: datetime
) -> None:
    [page] = texts(write("a.pdf", [("d1", "SOK", came, 47.25, True)]))

    for expected in (
        "Attendance", "Forum · Hotel · Tuesday, November 24, 2026", "Members of Parliament", "Total", "09:12",
        "47.25", "yes", "As of Nov 24, 2026 12:00; times are those of Asia/Phnom_Penh.", "Page 1 of 1",
    ):  # fmt: skip
        assert expected in page


def test_every_page_has_the_header_and_tells_how_many_there_are(
    write: Callable[..., Path], came: datetime
) -> None:
    pages = texts(write("a.pdf", [(f"d{at}", f"NAME-{at}", came, 1.0, False) for at in range(120)]))

    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert "First in" in page
        assert f"Page {number} of {len(pages)}" in page
    words = "\n".join(pages).split()
    assert [at for at in range(120) if f"NAME-{at}" not in words] == []


def test_the_foot_stands_once_below_the_last_row_wherever_the_page_ends(
    write: Callable[..., Path], came: datetime
) -> None:
    foot = ("Listed, and not counted: Staff.", "Exit assumed: nobody was read at the exit.")

    for count in (1, *range(20, 34)):
        rows = [(f"d{at}", f"NAME-{at}.", came, 1.0, False) for at in range(count)]
        path = write(f"{count}.pdf", rows, foot=foot)
        pages = texts(path)
        assert [sum(remark in page for page in pages) for remark in foot] == [1, 1]
        first, second, end = (height_on_last_page(path, text) for text in (*foot, "As of"))
        last_row = height_on_last_page(path, f"NAME-{count - 1}.")
        assert first is not None
        assert second is not None
        assert end is not None
        assert (last_row or 1000) > first > second > end


def height_on_last_page(path: Path, text: str) -> float | None:
    """How high above the page's lower edge a text stands, in points; None where it is not on the last page."""
    document = pdfium.PdfDocument(path)
    page = document[len(document) - 1].get_textpage()
    found = page.search(text).get_next()
    height = page.get_charbox(found[0])[1] if found is not None else None
    document.close()
    return height


def test_moments_of_several_days_tell_their_day(write: Callable[..., Path], came: datetime) -> None:
    later = came + timedelta(days=1)

    [page] = texts(write("a.pdf", [("d1", "SOK", came, 1.0, False), ("d2", "KEM", later, 1.0, False)]))
    assert "Nov 24, 2026 – Nov 25, 2026" in page
    assert "Nov 25\r\n09:12" in page


def test_a_column_without_width_is_left_out_on_paper(write: Callable[..., Path], came: datetime) -> None:
    [page] = texts(write("a.pdf", [("d-secret", "SOK", came, 1.0, False)]))

    assert "d-secret" not in page
    assert "Delegate" not in page


def test_a_report_without_rows_is_one_page(write: Callable[..., Path]) -> None:
    [page] = texts(write("a.pdf", []))

    assert "Page 1 of 1" in page


def test_a_text_too_long_for_a_page_is_still_there_to_its_end(write: Callable[..., Path]) -> None:
    pages = texts(
        write("a.pdf", [("d1", "long " * 2000 + "END", None, 1.0, False), ("d2", "KEM", None, 1.0, False)])
    )

    assert "END" in "".join(pages)
    assert "KEM" in pages[-1]


def test_categories_have_their_colours(write: Callable[..., Path]) -> None:
    assert {(0x5B, 0x2A, 0x86), (0xF0, 0xE4, 0x42)} <= colours(write("a.pdf", []))


def test_the_pages_speak_the_readers_language(write: Callable[..., Path], came: datetime) -> None:
    [page] = texts(write("a.pdf", [("d1", "SOK", came, 1.0, True)], language="km"))

    assert "ទំព័រ 1 នៃ 1" in page


def test_a_name_that_no_font_has_stands_there_in_latin_letters_and_marked(
    write: Callable[..., Path], came: datetime
) -> None:
    [page] = texts(write("a.pdf", [("d1", "ᏣᎳᎩ", came, 1.0, False)]))

    assert "≈ TsaLaGi" in page
