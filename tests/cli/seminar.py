"""A small event whose doors are open now, and its list of eight people."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer

ZONE: Final = ZoneInfo("Asia/Phnom_Penh")
LIST: Final = """\
Reference,Honorific,Family name,Given name,Name in native script,Category,Status,E-mail,Precedence
R1,H.E.,SOK,Dara,សុខ ដារ៉ា,P,registered,dara@example.org,1
R2,Dr.,CHEA,Vanna,ជា វណ្ណា,P,registered,vanna@example.org,2.5
R3,,KEO,Bopha,,Guests,,,
R4,,MEAS,Rithy,,ភ្ញៀវ,,,
R5,,LIM,Blocked,,P,blocked,,
R6,,LIM,Cancelled,,P,cancelled,,
R7,,LIM,Declined,,P,declined,,
R8,,PRAK,Staff,,F,,,
"""
_CATEGORIES: Final = """
[[categories]]
code = "P"
letter = "P"
name = { en = "Participants", km = "អ្នកចូលរួម" }
colour = "#1B3A6B"
[[categories]]
code = "G"
letter = "G"
name = { en = "Guests", km = "ភ្ញៀវ" }
[[categories]]
code = "F"
letter = "F"
name = "Staff"
counts = false
"""


def definition() -> str:
    """Sessions around now: open, tomorrow, cancelled, small, for guests, without re-entry."""
    now = datetime.now(ZONE).replace(tzinfo=None, microsecond=0)
    day = now.date()
    head = f"""
[event]
title = "Seminar"
venue = "Annexe"
zone = "{ZONE.key}"
languages = ["en", "km"]
first_day = {day - timedelta(days=1)}
last_day = {day + timedelta(days=2)}
[policy]
exits = "scanned"
"""
    return "".join(
        [
            head,
            _CATEGORIES,
            _session("open", now),
            _session("later", now + timedelta(days=1)),
            _session("cancelled", now, 'status = "cancelled"'),
            _session("small", now, "capacity = 1"),
            _session("guests", now, 'open_to = ["G"]'),
            _session("once", now, "re_entry = false"),
        ]
    )


def _session(code: str, around: datetime, more: str = "") -> str:
    start, end = around - timedelta(hours=1), around + timedelta(hours=3)
    return f"""
[[sessions]]
code = "{code}"
title = "The session {code}"
room = "Apsara"
start = {start.isoformat()}
end = {end.isoformat()}
{more}
"""


def arrived(computer: Computer, event: Path, *people: str) -> list[str]:
    """Let people arrive; their codes, bare."""
    answer = computer.does("arrive", event, *people)
    return [line.split()[-1].replace("-", "") for line in answer.out.splitlines()]


def by_reference(computer: Computer, event: Path) -> dict[str, dict[str, object]]:
    """What is on record of everybody."""
    return {each["reference"]: each for each in computer.does("delegates", event, "--json").json}
