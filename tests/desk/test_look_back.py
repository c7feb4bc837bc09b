"""What others have changed since somebody looked, as far as screens show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk.arrive import arrive
from checkin.desk.bring_in import bring_in_at_once
from checkin.desk.changed_since import Changed, changed_since, mark
from checkin.desk.find import everybody
from checkin.desk.look_back import number_come_since
from checkin.desk.revoke import revoke
from checkin.desk.scan_at_door import scan
from checkin.desk.undo import undo
from checkin.domain import codes
from checkin.domain.facts import BadgeIssued, BadgePrinted, Defined, Registered
from checkin.domain.things import Thing
from checkin.storage.event_file import EventFile
from tests.desk.seminar import DARA, KNOWN, VUTHY, a_badge, a_delegate, at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


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


def an_import(file: EventFile, folder: Path, *given: str) -> str:
    """Bring in a list of people of these given names; the act."""
    path = folder / "list.csv"
    rows = (f"{name},{name},{name},P" for name in given)
    path.write_text("\n".join(("Ref,Family name,Given name,Category", *rows)), encoding="utf-8")
    _, act = bring_in_at_once(file, DARA, path, lambda _done: None)
    assert act is not None
    return act


def test_who_has_come_since_an_import_is_counted_once_and_only_while_it_stands(
    file: EventFile, tmp_path: Path
) -> None:
    walk_in = a_delegate(file)
    act = an_import(file, tmp_path, "A", "B", "C", "D")
    people = {each.delegate.reference: each.delegate.id for each in everybody(file)}
    assert number_come_since(file, act) == 0
    a_badge(file, walk_in)
    assert number_come_since(file, act) == 0, "not a person of the list"

    code = a_badge(file, people["A"])
    scan(file, VUTHY, "opening", code, at(0))
    assert number_come_since(file, act) == 1, "the arrival and the reading are one person's"
    arrive(file, DARA, [people["B"]], at(-5))
    assert number_come_since(file, act) == 2
    undo(file, DARA)
    assert number_come_since(file, act) == 1
    scan(file, VUTHY, "lunch", a_badge(file, people["C"]), at(0))
    undo(file, DARA)
    assert number_come_since(file, act) == 2, "the arrival of C stands"

    second = an_import(file, tmp_path, "A", "B", "C", "D", "E")
    assert number_come_since(file, second) == 0
    assert number_come_since(file, act) == 2


def test_a_reading_without_an_arrival_at_a_desk_counts_as_having_come(
    file: EventFile, tmp_path: Path
) -> None:
    act = an_import(file, tmp_path, "A")
    (person,) = everybody(file)
    code = codes.mint(file.event_key).text
    with file.transaction():
        file.append([BadgeIssued(code, person.delegate.id, at(-30))], "Bopha")
    assert number_come_since(file, act) == 0, "a badge was issued, and nobody has come"
    scan(file, VUTHY, "lunch", code, at(0))
    assert number_come_since(file, act) == 1, "refused, but there"
