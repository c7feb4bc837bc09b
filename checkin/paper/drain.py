"""Writes the PDF objects of reportlab to the file at the end of each page, so that a long PDF needs no more memory.

A reportlab canvas keeps every page until `save()`: 2.8 MB for 1,000 pages, and twice that while it saves.
"""

from __future__ import annotations

from typing import Final, Protocol

from reportlab.pdfbase import pdfdoc

_LAST: Final = (pdfdoc.PDFCatalog, pdfdoc.PDFInfo)
"""Classes of objects that are complete only at the end; in reportlab the page tree is a kind of catalogue."""


class Out(Protocol):
    """Any object to which bytes can be written in order, such as a file."""

    def write(self, content: bytes, /) -> object:
        """Write these bytes."""


class Drain:
    """A writer of the objects in reportlab's PDFDocument; each object is written once and then dropped from memory."""

    def __init__(self, document: pdfdoc.PDFDocument, out: Out) -> None:
        self._document = document
        self._out = out
        self._next = 1
        self._kept: list[str] = []
        self._offset = 0
        self._write(pdfdoc.PDFFile((1, 5)).format(document))

    def write_finished(self) -> None:
        """Write the objects that are complete; call this at the end of each page.

        The catalogue, the page tree and the info object are complete only at the end, so `close` writes them.
        """
        document = self._document
        while (name := document.numberToId.get(self._next)) is not None:
            self._next += 1
            if self._is_unfinished(document.idToObject[name]):
                self._kept.append(name)
            else:
                self._write_object(name)

    def close(self) -> None:
        """Write the objects that come last (catalogue, page tree, info), the cross-reference table and the trailer."""
        document = self._document
        document.Catalog.Outlines = None
        root, info = document.Reference(document.Catalog), document.Reference(document.info)
        self.write_finished()
        while self._kept:
            self._write_object(self._kept.pop(0))
            self.write_finished()
        table = pdfdoc.PDFCrossReferenceTable()
        names = [document.numberToId[number] for number in range(1, self._next)]
        table.addsection(0, names)
        start = self._write(table.format(document))
        trailer = pdfdoc.PDFTrailer(
            startxref=start, Size=len(names) + 1, Root=root, Info=info, ID=document.ID()
        )
        self._write(trailer.format(document))

    def _is_unfinished(self, thing: object) -> bool:
        return isinstance(thing, _LAST) and not isinstance(thing, pdfdoc.PDFPage)

    def _write_object(self, name: str) -> None:
        document = self._document
        written = pdfdoc.PDFIndirectObject(name, document.idToObject[name]).format(document)
        document.idToOffset[name] = self._write(written)
        document.idToObject[name] = None

    def _write(self, written: bytes) -> int:
        """Write the bytes and return their position in the file."""
        start = self._offset
        self._out.write(written)
        self._offset += len(written)
        return start
