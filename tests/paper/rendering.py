"""What a reader makes of a PDF: its pixels and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

if TYPE_CHECKING:
    from PIL.Image import Image

POINTS_PER_MM = 72 / 25.4


def picture(pdf: bytes, page: int = 0, dpi: float = 144) -> Image:
    """A page in grey."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    finally:
        document.close()


def ink_box(pdf: bytes, dpi: float = 144) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom of everything that is not white, in mm, or None for a white page."""
    found = picture(pdf, dpi=dpi).point(lambda grey: 255 if grey < 250 else 0).getbbox()
    return tuple(edge * 25.4 / dpi for edge in found) if found else None


def text(pdf: bytes, page: int = 0) -> str:
    """The text that copying the whole page gives."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page].get_textpage().get_text_range().replace("\r\n", "\n")
    finally:
        document.close()
