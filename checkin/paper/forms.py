"""Drawings that a PDF holds once and shows on many pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from checkin.paper import ink

if TYPE_CHECKING:
    from checkin.paper.fonts import Typeface


class Forms:
    """The glyphs that a PDF file uses. Each is stored once, as a drawing that all pages share (a Form XObject)."""

    def __init__(self, pdf: pdfdoc.PDFDocument) -> None:
        self._pdf = pdf
        self._names: dict[tuple[Typeface, int], str] = {}
        self._on_page: dict[str, None] = {}

    def name_of(self, face: Typeface, glyph: int) -> str:
        """The name of the glyph in the resources of the current page."""
        name = self._names.get((face, glyph))
        if name is None:
            name = self._names[face, glyph] = f"g{len(self._names)}"
            self._pdf.Reference(_form(face, glyph), name)
        self._on_page[name] = None
        return name

    def resources(self, others: pdfdoc.PDFDictionary | None) -> pdfdoc.PDFObject:
        """The resources of the page that is being finished: its glyphs, and its pictures if there are any."""
        fonts = self._number(pdfdoc.BasicFonts)
        entries = [f"/{name} {self._number(name)} 0 R" for name in self._on_page]
        entries += [f"/{name} {self._number(name)} 0 R" for name in (others.dict if others else ())]
        self._on_page.clear()
        return _Verbatim(f"<</Font {fonts} 0 R/XObject<<{' '.join(entries)}>>>>".encode("ascii"))

    def _number(self, name: str) -> int:
        return int(self._pdf.idToObjectNumberAndVersion[name][0])


class _Verbatim(pdfdoc.PDFObject):  # type: ignore[misc]
    """A PDF object whose bytes are already complete."""

    def __init__(self, ready: bytes) -> None:
        self._ready = ready

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        """The bytes of the object."""
        return self._ready


def _form(face: Typeface, glyph: int) -> pdfdoc.PDFStream:
    box = ink.box(face, glyph)
    return pdfdoc.PDFStream(
        pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("XObject"),
                "Subtype": pdfdoc.PDFName("Form"),
                "BBox": pdfdoc.PDFArrayCompact(box),
                "Filter": pdfdoc.PDFName("FlateDecode"),
            }
        ),
        ink.outline(face, glyph),
    )
