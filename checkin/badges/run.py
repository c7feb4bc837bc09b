"""Badges to PDF: one for the preview and the printer, or a run to a file."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin import paper
from checkin.badges import layout as layouts
from checkin.badges.drawing import Finding, compose, draw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from checkin.badges.fields import BadgeOnPaper
    from checkin.badges.layout import Layout
    from checkin.domain.programme import Event
    from checkin.paper import Document


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run has drawn: how many badges, and what to look at before they are handed out."""

    count: int
    findings: tuple[Finding, ...]


def draw_badges(
    items: Iterable[BadgeOnPaper],
    event: Event,
    out: Path,
    *,
    layout: Layout | None = None,
    language: str = "en",
    progress: Callable[[int], None] | None = None,
) -> RunReport:
    """Draw a badge a page into the PDF file `out`, which is whole or not there.

    `progress` is called with the number of badges drawn so far; what it raises ends the run and leaves nothing.
    CheckinError where the file cannot be written or the layout's picture cannot be read.
    """
    findings: list[Finding] = []
    count = 0
    with paper.written(out, title=event.description.title.in_language(language)) as document:
        for count, item in enumerate(items, start=1):
            findings += _draw(document, item, event, layout, language)
            if progress is not None:
                progress(count)
    return RunReport(count, tuple(findings))


def draw_badge(
    item: BadgeOnPaper, event: Event, *, layout: Layout | None = None, language: str = "en"
) -> bytes:
    """One badge as a PDF of one page."""
    out = io.BytesIO()
    with paper.Document(out, title=event.description.title.in_language(language)) as document:
        _draw(document, item, event, layout, language)
    return out.getvalue()


def findings_on(
    item: BadgeOnPaper, event: Event, *, layout: Layout | None = None, language: str = "en"
) -> tuple[Finding, ...]:
    """What is wrong with a badge, before any ink."""
    return compose(item, event, layout or layouts.standard(), language).findings


def _draw(
    document: Document, item: BadgeOnPaper, event: Event, layout: Layout | None, language: str
) -> tuple[Finding, ...]:
    composed = compose(item, event, layout or layouts.standard(), language)
    draw(composed, document.page(composed.width, composed.height))
    return composed.findings
