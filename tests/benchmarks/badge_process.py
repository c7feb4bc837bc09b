"""A process that draws badges and tells how long that took and what memory it needed; started by `badge_runs`."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from checkin import assets
from checkin.badges import BadgeOnPaper, draw_badge, draw_badges
from checkin.domain import codes
from checkin.domain.badges import Badge
from checkin.domain.registration import Registration
from checkin.importing.definition import read_definition
from tests.benchmarks import people

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checkin.domain.programme import Event

_KEY = bytes(32)
_WIDTH, _HEIGHT = 105 * mm, 148 * mm


def items(event: Event, size: int) -> Iterator[BadgeOnPaper]:
    """So many badges in mixed scripts, one after the other."""
    for delegate in people.delegates(size):
        badge = Badge(codes.mint(_KEY).text, delegate.id)
        yield BadgeOnPaper.of(event, Registration(delegate, badge=badge))


def ours(event: Event, size: int, out: Path) -> None:
    """The program's own run."""
    draw_badges(items(event, size), event, out)


def floor(event: Event, size: int, out: Path) -> None:
    """As many pages of as many lines in plain Latin letters, without a QR code, by a bare loop."""
    canvas = Canvas(str(out), pagesize=(_WIDTH, _HEIGHT))
    for item in items(event, size):
        who = item.delegate
        lines = (
            str(event.description.title), who.honorific, who.name, who.latin_name, who.position,
            who.organisation, who.country, str(item.category.name), item.code.in_groups,
        )  # fmt: skip
        canvas.setFillColor(item.category.colour)
        canvas.rect(0, 0, _WIDTH, 20 * mm, stroke=0, fill=1)
        canvas.setFillColor("#000000")
        canvas.setFont("Helvetica", 11)
        for number, line in enumerate(lines):
            canvas.drawString(
                5 * mm, _HEIGHT - (10 + 10 * number) * mm, line.encode("ascii", "replace").decode()
            )
        canvas.showPage()
    canvas.save()


def one(event: Event, size: int, _out: Path) -> None:
    """Each badge as a document of its own."""
    for item in items(event, size):
        draw_badge(item, event)


def _memory(name: str) -> int:
    """KiB, as the system tells: not `ru_maxrss`, which begins with what the parent needed."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith(name)))


def main(what: str, size: int, out: Path) -> None:
    """Draw and tell."""
    event = read_definition(assets.demo("forum.toml"))
    draw: Callable[[Event, int, Path], None] = {"ours": ours, "floor": floor, "one": one}[what]
    if what == "one":
        one(event, 1, out)
    ready = _memory("VmRSS")
    began = time.perf_counter()
    draw(event, size, out)
    seconds = time.perf_counter() - began
    length = out.stat().st_size if out.exists() else 0
    print(json.dumps({"seconds": seconds, "peak": _memory("VmHWM"), "ready": ready, "bytes": length}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
