"""A document to print."""

from __future__ import annotations

import io

from reportlab.pdfgen import canvas

from checkin.printing import Size

A6 = Size(105, 148)
POINTS_PER_MM = 72 / 25.4


def a_badge(text: str = "badge", size: Size = A6, pages: int = 1) -> bytes:
    """A PDF of this size with this text, and a black square of 10 mm whose corner is 20 mm from left and bottom."""
    file = io.BytesIO()
    page = canvas.Canvas(
        file, pagesize=(size.width * POINTS_PER_MM, size.height * POINTS_PER_MM), invariant=1
    )
    for _ in range(pages):
        page.drawString(20, 20, text)
        page.rect(*(mm * POINTS_PER_MM for mm in (20, 20, 10, 10)), stroke=0, fill=1)
        page.showPage()
    page.save()
    return file.getvalue()
