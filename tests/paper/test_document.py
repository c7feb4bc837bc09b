from __future__ import annotations

import io
import os
import shutil
import subprocess
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from checkin import paper
from checkin.errors import CheckinError
from checkin.paper import Align, Document, Fit, Style
from tests.paper import rendering
from tests.paper.scripts import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.paper import Block, PdfPage

NAME = Style(20, bold=True, align=Align.CENTRE)
LETTERS = "".join(SAMPLES.values()) + " -()2026"


def pdf_of(*draw: Callable[[PdfPage], object], title: str = "Test") -> bytes:
    out = io.BytesIO()
    with Document(out, title=title) as document:
        for draw_page in draw:
            draw_page(document.page(*paper.A6))
    return out.getvalue()


def a_name(text: str) -> bytes:
    return pdf_of(lambda page: page.text(text, 10, 20, 85, 30, NAME))


def write_pages(path: Path, count: int, progress: Callable[[], None] = lambda: None) -> None:
    with paper.written(path, title="Badges") as document:
        for number in range(count):
            document.page(*paper.A6).text(f"{number}", 10, 10, 80, 20, NAME)
            progress()


def cancel() -> None:
    raise KeyboardInterrupt


def test_pages_have_their_own_size_in_millimetres() -> None:
    out = io.BytesIO()
    with Document(out, title="Sizes") as document:
        document.page(*paper.A6)
        document.page(*paper.A4)

    read = pypdfium2.PdfDocument(out.getvalue())
    sizes = [tuple(round(side * 25.4 / 72) for side in page.get_size()) for page in read]

    assert sizes == [(105, 148), (210, 297)]


def test_the_title_is_told_in_any_script() -> None:
    read = pypdfium2.PdfDocument(pdf_of(lambda page: page.line(1, 1, 9, 9), title="វេទិកា"))

    assert read.get_metadata_value("Title") == "វេទិកា"
    assert read.get_metadata_value("Creator") == "checkin"


FROM_RIGHT_TO_LEFT = {"Arabic", "Hebrew", "Thaana"}
"""Scripts whose letters pdfium turns round once more when it copies."""


@pytest.mark.parametrize("script", sorted(SAMPLES.keys() - FROM_RIGHT_TO_LEFT))
def test_text_copies_out_as_it_was_typed(script: str) -> None:
    assert rendering.text(a_name(SAMPLES[script])).strip() == SAMPLES[script]


@pytest.mark.parametrize("script", sorted(FROM_RIGHT_TO_LEFT))
def test_what_runs_from_right_to_left_copies_out_with_all_its_letters(script: str) -> None:
    assert sorted(rendering.text(a_name(SAMPLES[script])).strip()) == sorted(SAMPLES[script])


@settings(max_examples=40)
@given(
    st.lists(st.integers(1, 12), min_size=2, max_size=30),
    st.floats(20, 80),
    st.sampled_from(Align),
    st.sampled_from([7.5, 12, 30]),
)
def test_lines_copy_out_from_the_first_to_the_last(
    lengths: list[int], width: float, align: Align, size: float
) -> None:
    words = [f"{number}{'m' * length}" for number, length in enumerate(lengths)]
    style = Style(size, fit=Fit.WRAP, align=align)
    blocks: list[Block] = []
    pdf = pdf_of(lambda page: blocks.append(page.text(" ".join(words), 10, 10, width, 130, style)))

    assert rendering.text(pdf).split("\n") == [line.shaped.text for line in blocks[0].lines]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="there is no pdftotext here (poppler-utils)")
@pytest.mark.parametrize("order", ["-raw", "-layout"])
def test_another_reader_gives_the_lines_in_the_same_order(tmp_path: Path, order: str) -> None:
    text = "Ministry of Foreign Affairs and International Cooperation of the Kingdom"
    style = Style(16, fit=Fit.WRAP, align=Align.CENTRE)
    (tmp_path / "a.pdf").write_bytes(pdf_of(lambda page: page.text(text, 10, 10, 50, 130, style)))

    command = ["pdftotext", order, tmp_path / "a.pdf", "-"]
    read = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert read.split() == text.split()


def test_half_a_character_is_left_out_and_named() -> None:
    blocks: list[Block] = []
    pdf = pdf_of(lambda page: blocks.append(page.text("សុខ\ud800 Sok", 10, 20, 85, 30, NAME)))

    assert blocks[0].missing == ("\ud800",)
    assert "Sok" in rendering.text(pdf)


def test_a_name_is_found_by_search() -> None:
    read = pypdfium2.PdfDocument(pdf_of(lambda page: page.text("សុខ សុភាព", 10, 20, 85, 30, NAME)))

    assert read[0].get_textpage().search("សុភាព").get_next() is not None


@pytest.mark.parametrize("script", SAMPLES)
def test_every_script_leaves_ink(script: str) -> None:
    assert rendering.ink_box(a_name(SAMPLES[script])) is not None


@settings(max_examples=25)
@given(st.text(alphabet=LETTERS, min_size=1, max_size=80))
def test_the_ink_that_a_reader_shows_is_inside_the_box(text: str) -> None:
    found = rendering.ink_box(a_name(text))
    left, top, right, bottom = found or (10, 20, 95, 50)

    assert (left, top) >= (9.7, 0)
    assert top >= 19.7
    assert right <= 95.3
    assert bottom <= 50.3


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert a_name("សុខ Sopheap 王") == a_name("សុខ Sopheap 王")


def test_a_glyph_stands_once_in_a_file_however_often_it_is_drawn() -> None:
    one = pdf_of(lambda page: page.text("Sok", 5, 5, 90, 20, NAME))
    many = pdf_of(*[lambda page: page.text("Sok", 5, 5, 90, 20, NAME)] * 5)

    assert many.count(b"/Subtype /Form") == one.count(b"/Subtype /Form") == 3


def test_a_colour_fills_its_rectangle_and_a_line_has_its_place() -> None:
    pdf = pdf_of(lambda page: page.rectangle(10, 20, 30, 40, fill="#0072B2"))
    thin = pdf_of(lambda page: page.line(10, 50, 60, 50, thickness=0.5))

    assert rendering.ink_box(pdf) == pytest.approx((10, 20, 40, 60), abs=0.3)
    assert rendering.ink_box(thin) == pytest.approx((10, 49.75, 60, 50.25), abs=0.3)


def test_a_rectangle_may_be_round_and_stroked() -> None:
    pdf = pdf_of(lambda page: page.rectangle(10, 20, 30, 40, stroke="#000000", thickness=1, radius=3))

    assert rendering.ink_box(pdf) == pytest.approx((9.5, 19.5, 40.5, 60.5), abs=0.3)
    assert rendering.picture(pdf).getpixel((142, 227)) == 255


@pytest.mark.parametrize("dpi", [203, 300])
def test_a_code_is_read_back_from_the_page(dpi: int) -> None:
    pdf = pdf_of(lambda page: page.code("B7K29QXM4TZD0V5N", 40, 60, 25))

    found = zxingcpp.read_barcodes(rendering.picture(pdf, dpi=dpi))

    assert [(code.text, code.format) for code in found] == [
        ("B7K29QXM4TZD0V5N", zxingcpp.BarcodeFormat.QRCode)
    ]
    assert rendering.ink_box(pdf) == pytest.approx((40, 60, 65, 85), abs=0.2)


def test_a_code_keeps_its_quiet_zone_white_on_any_ground() -> None:
    def on_blue(page: PdfPage) -> None:
        page.rectangle(0, 0, 105, 148, fill="#1B3A6B")
        page.code("B7K29QXM4TZD0V5N", 40, 60, 25)

    shown = rendering.picture(pdf_of(on_blue), dpi=254)
    quiet = 25 / 21 * 4

    assert shown.crop((int(410 - quiet * 10), 610, 398, 840)).getextrema()[0] > 240
    assert [code.text for code in zxingcpp.read_barcodes(shown)] == ["B7K29QXM4TZD0V5N"]


def test_a_picture_keeps_its_proportions_in_the_middle_of_its_box(tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    Image.new("RGB", (40, 20), "navy").save(file)

    pdf = pdf_of(lambda page: page.picture(file, 10, 10, 40, 40))

    assert rendering.ink_box(pdf) == pytest.approx((10, 20, 50, 40), abs=0.4)


def test_a_file_that_is_no_picture_is_told(tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_text("no picture", encoding="utf-8")

    with pytest.raises(CheckinError, match=r"logo\.png cannot be read"):
        pdf_of(lambda page: page.picture(file, 10, 10, 40, 40))


def test_ended_pages_leave_the_memory() -> None:
    def peak(pages: int) -> int:
        tracemalloc.start()
        with Path(os.devnull).open("wb") as nowhere, Document(nowhere, title="Long") as document:
            for number in range(pages):
                document.page(*paper.A6).text(f"Page {number % 10}", 10, 10, 80, 20, NAME)
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(20)

    assert (peak(400) - peak(100)) / 300 < 3000


def test_a_document_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "badges.pdf"

    with paper.written(path, title="Badges") as document:
        document.page(*paper.A6).text("Sok", 10, 10, 80, 20, NAME)
        assert not path.exists()

    assert path.read_bytes().startswith(b"%PDF-1.")
    assert list(tmp_path.iterdir()) == [path]


def test_a_cancelled_document_leaves_the_former_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "badges.pdf"
    path.write_bytes(b"former")

    with pytest.raises(KeyboardInterrupt):
        write_pages(path, 5, progress=cancel)

    assert path.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["missing/badges.pdf", "file/badges.pdf"])
def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(CheckinError, match=r"badges\.pdf could not be written"):
        write_pages(tmp_path / name, 1)


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="Windows has no limit on the size of files")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(CheckinError, match=r"could not be written.*Free some space") as raised:
            write_pages(tmp_path / "badges.pdf", 200)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert str(tmp_path / "badges.pdf") in raised.value.message
    assert list(tmp_path.iterdir()) == []


def test_what_a_callers_own_code_raises_is_not_taken_for_the_disk(tmp_path: Path) -> None:
    with pytest.raises(ConnectionError), paper.written(tmp_path / "badges.pdf", title="Badges"):
        raise ConnectionError

    assert list(tmp_path.iterdir()) == []


def test_a_measured_block_is_drawn_where_it_is_placed() -> None:
    block = paper.set_text("Ministry of Foreign Affairs", Style(9, fit=Fit.WRAP), 30)

    found = rendering.ink_box(pdf_of(lambda page: page.place(block, 50, 100)))

    assert found is not None
    assert found[0] >= 49.7
    assert found[1] >= 99.7
    assert found[2] <= 80.3
    assert found[3] <= 100.3 + block.height
