"""Badges: their fields, their layouts, and the PDFs that are previewed, printed and saved.

`draw_badge` makes a PDF of one badge, `draw_badges` writes many to a file. To show another value on badges, add it to
`fields.FIELDS`. A layout in `resources/layouts` says where each field is shown.
"""

from __future__ import annotations

from checkin.badges.fields import FIELDS, BadgeField, BadgeOnPaper, face_of
from checkin.badges.layout import Layout
from checkin.badges.preflight import PreflightFinding
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
