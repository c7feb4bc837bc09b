"""Badges: their fields, their layouts, and the PDFs that are previewed, printed and kept.

`draw_badge` makes one page, `draw_badges` a run to a file. To show another value on badges, add it to
`fields.FIELDS`; where each field stands is told by a layout in `resources/layouts`.
"""

from __future__ import annotations

from checkin.badges.drawing import PreflightFinding
from checkin.badges.fields import FIELDS, BadgeField, BadgeOnPaper, face_of
from checkin.badges.layout import Layout
from checkin.badges.run import RunOutcome, draw_badge, draw_badges, findings_on

__all__ = [
    "FIELDS",
    "BadgeField",
    "BadgeOnPaper",
    "Layout",
    "PreflightFinding",
    "RunOutcome",
    "draw_badge",
    "draw_badges",
    "face_of",
    "findings_on",
]
