"""Writes a PDF page by page with reportlab; lengths are mm from the page's upper left corner."""

from __future__ import annotations

import errno
import zlib
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from checkin.errors import CheckinError
from checkin.files import written_whole
from checkin.paper import ink, qr
from checkin.paper.blocks import set_text
from checkin.paper.drain import Drain
from checkin.paper.units import points

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import BinaryIO, Self

    from checkin.paper.blocks import Block
    from checkin.paper.drain import Out
    from checkin.paper.fonts import Typeface
    from checkin.paper.style import Style

_COMPRESSION: Final = 6
_NO_ROOM: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class PdfPage:
    """One page of a PDF. Lengths are in mm; x and y are measured right and down from the page's upper left corner.

    Colours are written as #RRGGBB.
    """

    def __init__(self, canvas: Canvas, forms: _Forms, width: float, height: float) -> None:
        self._canvas = canvas
        self._forms = forms
        self.width = width
        self.height = height
        canvas.setPageSize((points(width), points(height)))

    def text(self, text: str, x: float, y: float, width: float, height: float | None, style: Style) -> Block:
        """Lay out a text in a box, draw the text, and return it as a block. The box has its upper left corner at x, y.

        The block says which type size was used and which characters could not be drawn.
        """
        block = set_text(text, style, width, height)
        self.place(block, x, y)
        return block

    def place(self, block: Block, x: float, y: float) -> None:
        """Draw a text that `set_text` has laid out, with the upper left corner of the text's box at x, y (mm)."""
        if not block.lines:
            return
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillColor(HexColor(block.colour))
        for line in block.lines:
            left, base = ink.baseline(line, (x, y), self.height)
            canvas.addLiteral(ink.line_code(line, left, base, block.size, self._forms.name_of))
        canvas.restoreState()

    def rectangle(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "",
        stroke: str = "",
        thickness: float = 0.2,
        radius: float = 0,
    ) -> None:
        """Draw a rectangle, filled, outlined or both; `radius` rounds the corners.

        With `fill` "" the rectangle is not filled, with `stroke` "" it is not outlined.
        """
        canvas = self._canvas
        canvas.saveState()
        if fill:
            canvas.setFillColor(HexColor(fill))
        if stroke:
            canvas.setStrokeColor(HexColor(stroke))
            canvas.setLineWidth(points(thickness))
        box = (points(x), self._up(y + height), points(width), points(height))
        if radius:
            canvas.roundRect(*box, points(radius), fill=bool(fill), stroke=bool(stroke))
        else:
            canvas.rect(*box, fill=bool(fill), stroke=bool(stroke))
        canvas.restoreState()

    def line(
        self, x1: float, y1: float, x2: float, y2: float, *, colour: str = "#000000", thickness: float = 0.2
    ) -> None:
        """Draw a straight line."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setStrokeColor(HexColor(colour))
        canvas.setLineWidth(points(thickness))
        canvas.line(points(x1), self._up(y1), points(x2), self._up(y2))
        canvas.restoreState()

    def code(self, text: str, x: float, y: float, size: float) -> None:
        """Draw the QR code of a text; x, y is its upper left corner, and `size` its width and height in mm.

        Around the code its quiet zone (an empty margin) is drawn in white. ValueError is raised for a text of more than
        16 characters, or with characters that an alphanumeric QR code cannot hold, such as small letters.
        """
        quiet = size / qr.MODULES * qr.QUIET_ZONE
        self._draw_code(qr.path_code(text, points(x), self._up(y), points(size)), x, y, size, quiet)

    def code_of_text(self, text: str, x: float, y: float, size: float) -> None:
        """Draw the QR code of any text; x, y and `size` are as in `code`, and so is the empty margin around the code.

        ValueError is raised for a text that no QR code holds.
        """
        quiet = size / len(qr.modules_of(text)) * qr.QUIET_ZONE
        self._draw_code(qr.path_of_text(text, points(x), self._up(y), points(size)), x, y, size, quiet)

    def _draw_code(self, path: str, x: float, y: float, size: float, quiet: float) -> None:
        self.rectangle(x - quiet, y - quiet, size + 2 * quiet, size + 2 * quiet, fill="#FFFFFF")
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillColor(HexColor("#000000"))
        canvas.addLiteral(path)
        canvas.restoreState()

    def picture(self, path: Path, x: float, y: float, width: float, height: float) -> None:
        """Draw a PNG or JPEG in the middle of a box, as large as it fits; CheckinError if the file cannot be read.

        The box has its upper left corner at x, y.
        """
        try:
            picture = ImageReader(str(path))
        except (OSError, ValueError) as error:
            raise CheckinError(
                f"The picture {path.name} cannot be read", "Put a PNG or JPEG file in its place."
            ) from error
        box = (points(x), self._up(y + height), points(width), points(height))
        self._canvas.drawImage(picture, *box, mask="auto", preserveAspectRatio=True, anchor="c")

    def _up(self, y: float) -> float:
        """The y as PDF counts it: the height in points above the page's lower edge."""
        return points(self.height - y)


class Document:
    """A PDF with any number of pages. Each finished page is written to `out` and dropped from memory."""

    def __init__(self, out: Out, *, title: str, author: str = "") -> None:
        canvas = Canvas(None, pageCompression=0, invariant=1)
        canvas.setTitle(title)
        canvas.setAuthor(author)
        canvas.setSubject("")
        canvas.setCreator("checkin")
        self._canvas = canvas
        self._pdf: pdfdoc.PDFDocument = canvas._doc  # noqa: SLF001 - reportlab has no public way to a page's objects
        self._drain = Drain(self._pdf, out)
        self._forms = _Forms(self._pdf)
        self._page: PdfPage | None = None
        self.page_count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind is None:
            self.close()

    def page(self, width: float, height: float) -> PdfPage:
        """Begin a new page of this size in mm. The previous page is written and must no longer be drawn on."""
        self._end_page()
        self._page = PdfPage(self._canvas, self._forms, width, height)
        self.page_count += 1
        return self._page

    def close(self) -> None:
        """Write the last page and the end of the file; the file object stays open."""
        self._end_page()
        self._drain.close()

    def _end_page(self) -> None:
        if self._page is None:
            return
        self._canvas.showPage()
        pages = self._pdf.Pages.pages
        page = pages[-1]
        page.Contents = _deflated(page.stream.encode("latin-1"))
        page.Resources = self._forms.resources(page.XObjects)
        page.stream = None
        self._drain.write_finished()
        pages[-1] = pdfdoc.PDFObjectReference(page.__InternalName__)
        self._page = None


@contextmanager
def written(path: Path, *, title: str, author: str = "") -> Iterator[Document]:
    """Open a new PDF, which appears at `path` when the `with` block ends.

    After an error or a cancellation there is no new file. CheckinError is raised if the file cannot be written.
    """
    with ExitStack() as held:
        with _told(path):
            file = held.enter_context(written_whole(path))
        with Document(_Told(file, path), title=title, author=author) as document:
            yield document
        with _told(path):
            held.close()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn an OSError about the file into a CheckinError. Only work on the file goes into the `with` block.

    An OSError in the caller's own work is therefore left as it is.
    """
    try:
        yield
    except OSError as error:
        what = "Free some space" if error.errno in _NO_ROOM else "Close it in other programs"
        raise CheckinError(
            f"{path.name} could not be written",
            f"{path}: {error.strerror or error}. {what} or choose another folder, then try again.",
        ) from error


class _Told:
    """A wrapper of a file that raises CheckinError if a write fails."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file = file
        self._path = path

    def write(self, content: bytes, /) -> int:
        with _told(self._path):
            return self._file.write(content)


class _Forms:
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


def _deflated(content: bytes) -> pdfdoc.PDFStream:
    """The content as a PDF stream that is only deflated; reportlab's own streams are encoded in ASCII 85 as well."""
    filters = pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFName("FlateDecode")})
    return pdfdoc.PDFStream(filters, zlib.compress(content, _COMPRESSION))
