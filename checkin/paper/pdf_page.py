"""One page of a PDF: texts, rectangles, lines, QR codes and pictures, placed in mm."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader

from checkin.errors import CheckinError
from checkin.paper import ink, qr
from checkin.paper.blocks import set_text
from checkin.paper.units import points

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from checkin.paper.blocks import Block
    from checkin.paper.forms import Forms
    from checkin.paper.style import Style


class PdfPage:
    """One page of a PDF. Lengths are in mm; x and y are measured right and down from the page's upper left corner.

    Colours are written as #RRGGBB.
    """

    def __init__(self, canvas: Canvas, forms: Forms, width: float, height: float) -> None:
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
        self._draw_picture(picture, x, y, width, height)

    def photo(self, content: bytes, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture, given as the bytes of a JPEG, in the middle of a box, as large as it fits.

        The box has its upper left corner at x, y. Bytes that are no picture are left out.
        """
        try:
            picture = ImageReader(BytesIO(content))
        except (OSError, ValueError):
            return
        self._draw_picture(picture, x, y, width, height)

    def _draw_picture(self, picture: ImageReader, x: float, y: float, width: float, height: float) -> None:
        box = (points(x), self._up(y + height), points(width), points(height))
        self._canvas.drawImage(picture, *box, mask="auto", preserveAspectRatio=True, anchor="c")

    def _up(self, y: float) -> float:
        """The y as PDF counts it: the height in points above the page's lower edge."""
        return points(self.height - y)
