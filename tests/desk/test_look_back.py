"""What others have changed since somebody looked, as far as screens show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk.arrive import arrive
from checkin.desk.look_back import Changed, changed_since, mark
from checkin.desk.revoke import revoke
from checkin.desk.scan_at_door import scan
from checkin.desk.undo import undo
from checkin.domain.facts import BadgePrinted, Defined, Registered
from checkin.domain.things import Thing
from checkin.storage.event_file import EventFile
from tests.desk.seminar import DARA, KNOWN, VUTHY, a_badge, a_delegate, at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def other(file: EventFile) -> Iterator[EventFile]:
    """Another program with the same file open."""
    with EventFile.open(file.path, file.desk) as other:
        yield other


def seen(file: EventFile, act: Callable[[], object]) -> Changed | None:
    """What the first program sees of an act."""
    before = mark(file)
    act()
    return changed_since(file, before, mark(file))


def test_what_this_program_records_itself_is_no_change_of_others(file: EventFile) -> None:
    assert seen(file, lambda: a_delegate(file)) is None


def test_an_arrival_and_a_badge_tell_whose_they_are(file: EventFile, other: EventFile) -> None:
    sok, kem = a_delegate(file), a_delegate(file, "KEM")

    assert seen(file, lambda: arrive(other, DARA, [sok], at(-10))) == Changed(frozenset({sok}))
    code = a_badge(other, kem)
    assert seen(file, lambda: revoke(other, DARA, code, KNOWN)) == Changed(frozenset({kem}))


def test_what_came_out_of_the_printer_tells_whose_badge_it_is(file: EventFile, other: EventFile) -> None:
    sok = a_delegate(file)
    code = a_badge(file, sok)

    def printed() -> None:
        with other.transaction():
            other.append([BadgePrinted(code, at(0))], "Bopha")

    assert seen(file, printed) == Changed(frozenset({sok}))


def test_a_reading_tells_the_session_and_who_it_was(file: EventFile, other: EventFile) -> None:
    sok = a_delegate(file)
    code = a_badge(file, sok)

    known = seen(file, lambda: scan(other, VUTHY, "opening", code, at(0)))

    assert known == Changed(frozenset({sok}), frozenset({"opening"}))


def test_a_session_that_is_moved_is_a_change_of_the_programme(file: EventFile, other: EventFile) -> None:
    def moved() -> None:
        with other.transaction():
            other.append([Defined(Thing.SESSION, "opening", {"room": "bayon"})], "Dara")

    assert seen(file, moved) == Changed(programme=True)


def test_an_undo_and_a_long_list_may_have_changed_anything(file: EventFile, other: EventFile) -> None:
    def many() -> None:
        with other.transaction():
            other.append([Registered(f"d{number}", {}) for number in range(200)], "Dara")

    anything = Changed(None, None, programme=True)
    a_delegate(other)
    assert seen(file, lambda: undo(other, DARA)) == anything
    assert seen(file, many) == anything
