"""The demo: the forum as it is a quarter of an hour before its opening, whenever that is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from checkin.desk.check import check
from checkin.desk.count import counters
from checkin.desk.demo import make_demo
from checkin.desk.find import everybody
from checkin.desk.guests import guests
from checkin.desk.keep import back_up, restore
from checkin.desk.open_event import open_event
from checkin.desk.photos import photo_of
from checkin.desk.self_check import steps
from checkin.domain.doors import Door, choose
from checkin.domain.naming import Sums
from checkin.storage import presence
from checkin.storage.namings import guest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "now", [datetime.now(UTC), datetime(2031, 12, 31, 16, 58, 59, 123456, tzinfo=UTC)], ids=["now", "later"]
)
def test_the_doors_of_the_opening_are_open_and_187_of_300_have_arrived(tmp_path: Path, now: datetime) -> None:
    with open_event(make_demo(tmp_path / "new folder", now)) as file:
        opening = file.event.sessions["opening"]
        told = counters(file, now)
        people = everybody(file)

        assert choose(file.event, Door(), now).session == opening
        assert timedelta(minutes=15) <= opening.start - now <= timedelta(minutes=20)
        assert len(people) == 300
        assert (told.arrived, told.registered) == (187, 296)
        assert told.recently > 0
        assert presence.occupancy(file.database, "opening").inside == 64
        arrivals = [each.arrival.at for each in people if each.arrival is not None]
        assert opening.doors_open <= min(arrivals) <= max(arrivals) <= now
        assert check(file, lambda _: None).is_whole


def test_24_guests_are_named_for_the_lunch_to_which_no_category_is_admitted(tmp_path: Path) -> None:
    with open_event(make_demo(tmp_path, datetime.now(UTC))) as file:
        lunch, there = file.event.sessions["ministers"], guests(file, "ministers")
        by_reference = {each.delegate.reference: each.delegate for each in everybody(file)}
        interpreter = guest(file.database, by_reference["F087"])

        assert lunch.open_to == frozenset()
        assert len(there.named) == 24
        assert all(each.naming.seat for each in there.named)
        assert there.sums == Sums(invited=25, accepts=19, declines=2, expected=23)
        assert interpreter.may_enter(lunch)
        assert not guest(file.database, by_reference["F002"]).may_enter(lunch)


def test_each_demo_has_a_file_of_its_own_and_the_same_people_in_it(tmp_path: Path) -> None:
    now = datetime(2027, 3, 15, 1, tzinfo=UTC)
    for ending in (".new", ".new.event", ".new.event-wal", ".new.lock"):  # of a demo that was killed
        (tmp_path / f".forum.event.0123abcd{ending}").touch()
    paths = [make_demo(tmp_path, now) for _ in range(2)]
    arrived: list[set[str]] = []
    for path in paths:
        with open_event(path) as file:
            arrived.append({each.delegate.reference for each in everybody(file) if each.arrival is not None})

    assert [path.name for path in paths] == ["forum.event", "forum-2.event"]
    assert set(tmp_path.iterdir()) == set(paths)
    assert arrived[0] == arrived[1]


def test_a_back_up_goes_beside_the_event_file_or_where_it_is_told(tmp_path: Path) -> None:
    path = make_demo(tmp_path, datetime(2027, 3, 15, 1, tzinfo=UTC))
    with open_event(path) as file:
        beside, elsewhere = back_up(file), back_up(file, tmp_path / "stick")

    assert beside.parent == tmp_path / "forum.backups"
    assert elsewhere.parent == tmp_path / "stick"
    assert restore(beside, path, lambda _: None).aside is not None
    assert restore(beside, tmp_path / "new.event", lambda _: None).aside is None
    with open_event(tmp_path / "new.event") as file:
        assert len(everybody(file)) == 300


def test_this_installation_checks_itself() -> None:
    tried = {name: step() for name, step in steps()}

    assert len(tried) > 3
    assert all(tried.values()), tried


def test_some_have_a_photo_which_is_drawn(tmp_path: Path) -> None:
    with open_event(make_demo(tmp_path, datetime.now(UTC))) as file:
        with_photo = [each for each in everybody(file) if photo_of(file, each.delegate) is not None]

    assert len(with_photo) == 18
