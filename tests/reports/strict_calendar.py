"""Reads a calendar file as RFC 5545 says it must be written, and accepts nothing else."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

_LONGEST: Final = 75
_LINE: Final = re.compile(
    r'(?P<name>[A-Za-z0-9-]+)(?P<given>(;[A-Za-z0-9-]+=("[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*))*):(?P<value>[^\x00-\x08\x0a-\x1f\x7f]*)'
)
_ESCAPED: Final = re.compile(r"([^\\,;]|\\[\\,;nN])*")
_TEXTS: Final = {"SUMMARY", "LOCATION", "DESCRIPTION", "X-WR-CALNAME"}
_ONCE: Final = {
    "UID",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "LOCATION",
    "DESCRIPTION",
    "SEQUENCE",
    "STATUS",
}
_NEEDED: Final = {
    "VCALENDAR": {"VERSION", "PRODID"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART"},
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
    "DAYLIGHT": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
}


class Line(NamedTuple):
    """One property: its name, its parameters as they stand there, and its value."""

    name: str
    given: str
    value: str


class Part(NamedTuple):
    """One component, such as an entry, with its properties and the components in it."""

    name: str
    lines: list[Line]
    parts: list[Part]

    def all_named(self, name: str) -> list[Part]:
        """The components of this name, at any depth."""
        here = [self] if self.name == name else []
        return here + [found for part in self.parts for found in part.all_named(name)]

    def values(self, name: str) -> list[str]:
        """The values of the properties of this name."""
        return [line.value for line in self.lines if line.name == name]


def unfolded(content: bytes) -> list[str]:
    """The lines of the file, put together again where they were folded."""
    assert content.endswith(b"\r\n")
    raw = content[:-2].split(b"\r\n")
    for line in raw:
        assert len(line) <= _LONGEST, line
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode("utf-8")  # no letter is folded in its middle
    lines: list[str] = []
    for line in raw:
        if line[:1] in {b" ", b"\t"}:
            lines[-1] += line[1:].decode("utf-8")
        else:
            lines.append(line.decode("utf-8"))
    return lines


def read(content: bytes) -> Part:
    """The calendar; AssertionError if the file is not as it must be."""
    stack: list[Part] = [Part("", [], [])]
    for text in unfolded(content):
        match = _LINE.fullmatch(text)
        assert match is not None, text
        line = Line(match["name"].upper(), match["given"], match["value"])
        if line.name == "BEGIN":
            stack.append(Part(line.value, [], []))
        elif line.name == "END":
            part = stack.pop()
            assert part.name == line.value
            _check(part)
            stack[-1].parts.append(part)
        else:
            stack[-1].lines.append(line)
    assert len(stack) == 1
    (calendar,) = stack[0].parts
    assert calendar.values("VERSION") == ["2.0"]
    _check_zones(calendar)
    return calendar


def _check(part: Part) -> None:
    names = [line.name for line in part.lines]
    assert _NEEDED[part.name] <= set(names)
    assert part.name != "VEVENT" or all(names.count(name) <= 1 for name in _ONCE)
    for line in part.lines:
        assert line.name not in _TEXTS or _ESCAPED.fullmatch(line.value), line


def _check_zones(calendar: Part) -> None:
    named = set(
        re.findall(
            r";TZID=([^;]+)", ";".join(line.given for e in calendar.all_named("VEVENT") for line in e.lines)
        )
    )
    described = [value for zone in calendar.all_named("VTIMEZONE") for value in zone.values("TZID")]
    assert named <= set(described)
    assert len(described) == len(set(described))


def text_of(value: str) -> str:
    """What a text says, without the signs that escape others."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


def moment_of(line: Line, calendar: Part) -> datetime:
    """The moment of a property, worked out by what the file itself says of its time zone.

    A change of the clock is written in the time before it; so the first of two equal times lies before the change.
    """
    if line.value.endswith("Z"):
        return datetime.strptime(line.value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    local = _local(line.value)
    name = line.given.removeprefix(";TZID=")
    (zone,) = (each for each in calendar.all_named("VTIMEZONE") if each.values("TZID") == [name])
    onsets = []
    for rule in zone.parts:
        (to,) = rule.values("TZOFFSETTO")
        times = [*rule.values("DTSTART"), *(one for many in rule.values("RDATE") for one in many.split(","))]
        onsets += [(_local(time), _offset(to)) for time in times]
    _, offset = max(each for each in onsets if each[0] <= local)
    return (local - offset).replace(tzinfo=UTC)


def _local(value: str) -> datetime:
    return datetime.strptime(value, "%Y%m%dT%H%M%S")  # noqa: DTZ007 - a time on the clock of the place


def _offset(value: str) -> timedelta:
    match = re.fullmatch(r"([+-])(\d\d)(\d\d)(\d\d)?", value)
    assert match is not None
    size = timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
    return size if match[1] == "+" else -size
