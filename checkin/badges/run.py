"""Draws badges as PDF: one badge for the preview or the printer, or many badges into a file."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin import paper
from checkin.badges import layouts
from checkin.badges.drawing import compose, draw
from checkin.errors import CheckinError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from checkin.badges.fields import BadgeOnPaper
    from checkin.badges.layout import Layout
    from checkin.badges.preflight import PreflightFinding
    from checkin.domain.programme import Event


_MOST_NAMES: Final = 10


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """The result of drawing many badges: the number of badges drawn (`count`), and the problems found on all badges.

    `left_out` has the ids of delegates whose badge was not drawn, because it would show an incomplete name, or none.
    """

    count: int
    findings: tuple[PreflightFinding, ...]
    left_out: tuple[str, ...] = ()


def draw_badges(
    items: Iterable[BadgeOnPaper],
    event: Event,
    out: Path,
    *,
    layout: Layout | None = None,
    progress: Callable[[int], None] | None = None,
) -> RunOutcome:
    """Draw each badge on a page of the PDF file `out`, which appears complete or not at all.

    A badge whose name the fonts cannot draw completely is left out and reported, never drawn with part of the name.
    `progress` is called with the number of badges drawn so far; if `progress` raises, there is no file.
    CheckinError is raised if the file cannot be written, if the layout's picture cannot be read, or if all badges were
    left out.
    """
    findings: list[PreflightFinding] = []
    left_out: dict[str, str] = {}
    count = 0
    with paper.written(
        out, title=event.description.title.in_language(event.description.language)
    ) as document:
        for item in items:
            composed = compose(item, event, layout or layouts.standard())
            findings += composed.findings
            if any(finding.spoils_the_name for finding in composed.findings):
                left_out[item.delegate.id] = item.delegate.name
                continue
            draw(composed, document.page(composed.width, composed.height))
            count += 1
            if progress is not None:
                progress(count)
        if left_out and not count:
            names = ", ".join(list(left_out.values())[:_MOST_NAMES])
            raise CheckinError(
                "No badge was drawn",
                f"These names have signs that no font here can draw: {names}. Correct them, or let the badges show the "
                "Latin names alone (latin_only=yes), then try again.",
            )
    return RunOutcome(count, tuple(findings), tuple(left_out))


def draw_badge(item: BadgeOnPaper, event: Event, *, layout: Layout | None = None) -> bytes:
    """Draw one badge; return it as the bytes of a PDF with one page."""
    out = io.BytesIO()
    with paper.Document(
        out, title=event.description.title.in_language(event.description.language)
    ) as document:
        composed = compose(item, event, layout or layouts.standard())
        draw(composed, document.page(composed.width, composed.height))
    return out.getvalue()


def findings_on(
    item: BadgeOnPaper, event: Event, *, layout: Layout | None = None
) -> tuple[PreflightFinding, ...]:
    """The problems of a badge, found without drawing it."""
    return compose(item, event, layout or layouts.standard()).findings
