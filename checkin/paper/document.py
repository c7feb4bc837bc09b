"""Writes a PDF page by page with reportlab; lengths are mm from the page's upper left corner."""

from __future__ import annotations

import errno
import zlib
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Final

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from checkin.errors import CheckinError
from checkin.files import written_whole
from checkin.paper.drain import Drain
from checkin.paper.forms import Forms
from checkin.paper.pdf_page import PdfPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import BinaryIO, Self

    from checkin.paper.drain import Out

_COMPRESSION: Final = 6
_NO_ROOM: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


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
        self._forms = Forms(self._pdf)
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


def _deflated(content: bytes) -> pdfdoc.PDFStream:
    """The content as a PDF stream that is only deflated; reportlab's own streams are encoded in ASCII 85 as well."""
    filters = pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFName("FlateDecode")})
    return pdfdoc.PDFStream(filters, zlib.compress(content, _COMPRESSION))
