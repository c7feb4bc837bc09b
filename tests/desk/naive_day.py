"""A naive model of a day at the doors of shared rooms: what each reading should be answered, and who was where.

Nothing here asks the program. Times are whole seconds after the day's first moment, people and sessions are texts.
"""

from __future__ import annotations

import heapq
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MINUTE: Final = 60
LEAVING: Final = 10 * MINUTE


class Timed(NamedTuple):
    """A session of the day."""

    code: str
    room: str
    start: int
    end: int
    opens: int
    last_entry: int
    re_entry: bool = True


class Told(NamedTuple):
    """An answer: the session's code, or None; the verdict; and the reason."""

    session: str | None
    verdict: str
    reason: str | None = None


@dataclass
class Presence:
    """A person in a session: the stays so far, each with its end or None, and whether the badge was asked for again."""

    stays: list[tuple[int, int | None]] = field(default_factory=list)
    was_asked: bool = False

    @property
    def came(self) -> int | None:
        """When the person came in, if they are inside."""
        return self.stays[-1][0] if self.stays and self.stays[-1][1] is None else None


@dataclass
class Doors:
    """The doors of all rooms, all set to one direction, with rules as DESIGN.md says them, sentence for sentence."""

    sessions: tuple[Timed, ...]
    direction: str = "auto"
    scans_exits: bool = True
    settle: int = 60
    known: dict[tuple[str, str], Presence] = field(default_factory=dict)

    def read(self, person: str, room: str, now: int) -> Told:
        """The answer to a badge at a room's door."""
        here = [each for each in self.sessions if room in {"", each.room}]
        inside = [each for each in here if self._came(person, each) is not None and now <= each.end + LEAVING]
        if self.direction != "in" and self.scans_exits and inside:
            return self._out(
                person, max(inside, key=lambda each: (self._came(person, each), each.start)), now
            )
        session = self._opened(here, now) or self._next(here, now)
        if self.direction == "out":
            return self._out_unseen(person, session, now)
        return self._in(person, session, now)

    def _out(self, person: str, session: Timed, now: int) -> Told:
        presence = self._of(person, session)
        came = presence.stays[-1][0]
        if self.direction == "auto" and abs(now - came) < self.settle and not presence.was_asked:
            presence.was_asked = True
            return Told(session.code, "refused", "just_entered")
        presence.stays[-1] = (came, now)
        return Told(session.code, "out")

    def _out_unseen(self, person: str, session: Timed | None, now: int) -> Told:
        """Somebody goes out at an exit who was not seen to come in, or where exits are not scanned."""
        if session is None or self._came(person, session) is None:
            return Told(session and session.code, "out", "no_entry")
        stays = self._of(person, session).stays
        stays[-1] = (stays[-1][0], now)
        return Told(session.code, "out")

    def _in(self, person: str, session: Timed | None, now: int) -> Told:
        if session is None or not session.opens <= now <= session.last_entry:
            return Told(session and session.code, "refused", "not_now")
        presence = self._of(person, session)
        if presence.came is not None and not self.scans_exits and session.re_entry:
            return Told(session.code, "admitted", "back_in")
        if presence.came is not None:
            return Told(session.code, "refused", "already_inside")
        if presence.stays and not session.re_entry:
            return Told(session.code, "refused", "no_reentry")
        is_back = bool(presence.stays)
        presence.stays.append((now, None))
        presence.was_asked = False
        return Told(session.code, "admitted", "back_in" if is_back else None)

    @staticmethod
    def _opened(here: list[Timed], now: int) -> Timed | None:
        best = None
        for each in here:
            if each.opens <= now <= each.last_entry:
                distance = abs(each.start - now)
                is_nearer = best is None or distance < abs(best.start - now)
                if is_nearer or (best and distance == abs(best.start - now) and each.start > best.start):
                    best = each
        return best

    @staticmethod
    def _next(here: list[Timed], now: int) -> Timed | None:
        to_come = [each for each in here if each.opens > now]
        return min(to_come, key=lambda each: each.opens, default=None)

    def _of(self, person: str, session: Timed) -> Presence:
        return self.known.setdefault((person, session.code), Presence())

    def _came(self, person: str, session: Timed) -> int | None:
        return self._of(person, session).came

    def attendance(self) -> dict[tuple[str, str], tuple[int, int | None, float | None, bool]]:
        """Who was in which session, after the day: first entry, last exit, minutes, and whether the exit is assumed."""
        if not self.scans_exits:
            came = {whom: each.stays[0][0] for whom, each in self.known.items() if each.stays}
            return {whom: (first, None, None, False) for whom, first in came.items()}
        by_code = {each.code: each for each in self.sessions}
        told: dict[tuple[str, str], tuple[int, int | None, float | None, bool]] = {}
        for (person, code), presence in self.known.items():
            if not presence.stays:
                continue
            session, seconds = by_code[code], 0
            for came, left in presence.stays:
                until = session.end if left is None else left
                seconds += max(min(until, session.end) - max(came, session.start), 0)
            last = presence.stays[-1][1]
            told[person, code] = (
                presence.stays[0][0], last, round(seconds / 60, 2), any(left is None for _, left in presence.stays),
            )  # fmt: skip
        return told


# -------------------------------------------------------------------------------------------------------------- people


class Step(NamedTuple):
    """Somebody comes to a door at a time, and wants to go in or out.

    `visit` is the visit to one session that the step belongs to; `again` counts how often the badge was shown before.
    """

    now: int
    number: int
    person: str
    room: str
    wants: str
    visit: int
    again: int = 0


def chance_of(seed: int) -> random.Random:
    """The draws of this seed, which are the same each time."""
    return random.Random(seed)  # noqa: S311 - nothing secret


def a_programme(chance: random.Random) -> tuple[Timed, ...]:
    """Two rooms with back-to-back sessions all day; breaks, doors and last entries are drawn."""
    sessions = []
    for room in "AB":
        start = 9 * 60 * MINUTE + chance.choice([0, 15]) * MINUTE
        for number in range(1, 6):
            end = start + chance.choice([45, 60, 75, 90]) * MINUTE
            opens = start - chance.choice([10, 15, 30, 30]) * MINUTE
            last_entry = chance.choice([end, end, end, start + 20 * MINUTE])
            code = f"{room.lower()}{number}"
            sessions.append(Timed(code, room, start, end, opens, last_entry, chance.random() < 0.9))
            start = end + chance.choice([0, 15, 15, 30]) * MINUTE
    return tuple(sessions)


@dataclass
class Crowd:
    """People who come early or late, leave early or at the end, or keep their seat; a share of the leavers is read."""

    sessions: tuple[Timed, ...]
    people: int
    share_read: float
    chance: random.Random
    numbers: int = 0
    given_up: set[int] = field(default_factory=set)

    def steps(self) -> Iterator[Step]:
        """All that people do at doors, in the order of time. After each step `answered` must be told the answer."""
        self._heap = [step for number in range(self.people) for step in self._of(f"p{number}")]
        heapq.heapify(self._heap)
        while self._heap:
            step = heapq.heappop(self._heap)
            if step.visit not in self.given_up:
                yield step

    def answered(self, step: Step, told: Told) -> None:
        """Let the person go on: show the badge again where the door asks for it, or give the session up if refused."""
        if step.wants == "in" and told.verdict == "refused":
            self.given_up.add(step.visit)
        is_asked = told.reason == "just_entered" or (step.wants, told.verdict) == ("in", "out")
        if is_asked and step.again < 3:
            after = step.now + self.chance.randint(4, 9)
            again = self._step(after, step.person, step.room, step.wants, step.visit, step.again + 1)
            heapq.heappush(self._heap, again)

    def _of(self, person: str) -> Iterator[Step]:
        now, seat = 0, ""
        for each in sorted(self.sessions, key=lambda session: session.start):
            if each.start < now or self.chance.random() < 0.4:
                continue
            self.numbers += 1
            came, leaves = self._comes(each, now), self._leaves(each)
            if seat != each.room:  # else they have kept their seat, and no door sees them come
                yield self._step(came, person, each.room, "in", self.numbers)
            seat = each.room if self.chance.random() < 0.15 else ""
            now = each.end if seat else max(leaves, each.end)
            if not seat and self.chance.random() < self.share_read:
                yield self._step(max(leaves, came + 20), person, each.room, "out", self.numbers)

    def _comes(self, session: Timed, after: int) -> int:
        wanted = session.start - int(self.chance.gauss(6, 5) * MINUTE)
        if self.chance.random() < 0.15:
            wanted = session.start + self.chance.randint(3, 40) * MINUTE
        return max(wanted, session.opens - self.chance.choice([0, 0, 0, MINUTE]), after + MINUTE)

    def _leaves(self, session: Timed) -> int:
        if self.chance.random() < 0.15:
            return session.end - self.chance.randint(2, 40) * MINUTE
        return session.end + self.chance.randint(0, 4 * MINUTE)

    def _step(self, now: int, person: str, room: str, wants: str, visit: int, again: int = 0) -> Step:
        self.numbers += 1
        return Step(now, self.numbers, person, room, wants, visit, again)


class Count(NamedTuple):
    """How many entries there were, and at how many of them the guest was told OUT first: after the end, or before."""

    entries: int
    after_the_end: int
    before_the_end: int


def told_out_on_coming(doors: Doors, crowd: Crowd) -> Count:
    """Let the crowd pass the model's doors."""
    ends = {each.code: each.end for each in doors.sessions}
    entries = after = before = 0
    for step in crowd.steps():
        told = doors.read(step.person, step.room, step.now)
        if step.wants == "in" and step.again == 0:
            entries += 1
            if told.session is not None and told.verdict == "out":
                after += step.now > ends[told.session]
                before += step.now <= ends[told.session]
        crowd.answered(step, told)
    return Count(entries, after, before)
