"""An event is written out as a definition and brought to another one, field by field, as one act."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin import assets
from checkin.desk.arrive import arrive
from checkin.desk.define import amend, define, plan
from checkin.desk.find import everybody, registered
from checkin.desk.invite import Wish, invite
from checkin.desk.open_event import new_event
from checkin.desk.scan_at_door import admit, enter, scan
from checkin.desk.undo import undo
from checkin.domain.definitions import definitions_of
from checkin.domain.doors import Door
from checkin.domain.programme import Delegation, LocalText, OwnField, Room
from checkin.domain.rearranging import shifted
from checkin.domain.redefining import Fate
from checkin.domain.things import Thing
from checkin.errors import CheckinError
from checkin.importing.definition import read_definition, read_edited_definition
from checkin.importing.definition_text import definition_text
from checkin.storage import definitions, verifying
from checkin.storage.presence import occupancy
from tests.desk.random_events import events
from tests.desk.seminar import DARA, KNOWN, VUTHY, a_delegate, at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.domain.programme import Event, Session
    from checkin.storage.event_file import EventFile

EVERYTHING = frozenset(Thing)
some_events = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read_back(event: Event, folder: Path) -> Event:
    path = folder / "written.toml"
    path.write_text(definition_text(event), encoding="utf-8")
    return read_edited_definition(path, {})[0]


@settings(max_examples=60, deadline=None)
@given(events())
def test_a_definition_that_is_written_is_read_as_the_same_event(event: Event) -> None:
    with TemporaryDirectory() as folder:
        assert read_back(event, Path(folder)) == event


def test_the_demos_definition_changes_nothing(tmp_path: Path) -> None:
    demo = read_definition(assets.demo("forum.toml"))
    with new_event(tmp_path / "demo.event", demo, DARA) as file:
        (tmp_path / "out.toml").write_text(definition_text(file.event), encoding="utf-8")
        wanted, named = read_edited_definition(tmp_path / "out.toml", {})

        done, act = define(file, DARA, wanted, named, {})

    assert (done.changes, act) == ((), "")
    assert done.same == 2 + sum(
        map(len, (demo.categories, demo.sessions, demo.rooms, demo.delegations, demo.fields))
    )


@some_events
@given(events(), events())
def test_an_event_becomes_what_is_wanted_and_an_undo_restores_every_field(
    event: Event, wanted: Event
) -> None:
    with TemporaryDirectory() as folder, new_event(Path(folder) / "some.event", event, DARA) as file:
        before = definitions.everything(file.database)
        try:
            done, act = define(file, DARA, wanted, EVERYTHING, {})
        except CheckinError:
            assert _loses_its_only_category(event, wanted)
            return

        now = file.event
        assert replace(now, sessions={each.code: each for each in now.sessions_by_time()}) == wanted
        known, aim = definitions_of(event), definitions_of(wanted)
        fates = {
            fate: {(each.what, each.code) for each in done.changes if each.fate is fate} for fate in Fate
        }
        assert fates[Fate.NEW] == set(aim) - set(known)
        assert fates[Fate.REMOVED] == set(known) - set(aim)
        assert _but_places(fates[Fate.CHANGED]) == _but_places(
            key for key in set(known) & set(aim) if known[key] != aim[key]
        )
        for each in done.changes:
            if each.fate is Fate.CHANGED and each.what is not Thing.CATEGORY:
                aimed = aim[each.what, each.code]
                assert all(each.before.get(name) != value for name, value in each.after.items())
                assert {**each.before, **each.after}.items() >= aimed.items()
        if act:
            undo(file, DARA, act)
        assert definitions.everything(file.database) == before


TABLES = (
    "definitions",
    "delegates",
    "badges",
    "stays",
    "named",
    "occupancy",
    "doors",
    "refusals",
    "print_jobs",
)
"""The tables that a definition, people and doors fill."""


def tables_of(file: EventFile) -> dict[str, list[tuple[object, ...]]]:
    """The rows of these tables; of occupancy only those that tell of somebody."""
    select = "SELECT * FROM {}".format
    rows = {table: sorted(file.database.rows(select(table)), key=repr) for table in TABLES}
    rows["occupancy"] = [row for row in rows["occupancy"] if any(row[1:])]
    return rows


def peopled(file: EventFile) -> None:
    """Register somebody of each category, who comes, is named for every session, and enters the first with doors."""
    sessions = list(file.event.sessions.values())
    for category in file.event.categories:
        person = a_delegate(file, category=category)
        arrive(file, DARA, [person], at(-60))
        for session in sessions:
            invite(file, DARA, session.code, [Wish(person, seat="A1", persons=2)])
        for session in [each for each in sessions if each.doors][:1]:
            admit(file, VUTHY, person, session.code, KNOWN, session.start)
            enter(file, VUTHY, Door(session.code), person, session.start)


@some_events
@given(events(), events(), st.lists(st.integers(0, 4), min_size=5, max_size=5))
def test_an_undo_of_any_definition_restores_the_tables_of_the_file(
    event: Event, wanted: Event, successors: list[int]
) -> None:
    there = list(wanted.categories)
    into = {
        gone: there[number % len(there)]
        for gone, number in zip(event.categories, successors, strict=False)
        if gone not in there
    }
    with TemporaryDirectory() as folder, new_event(Path(folder) / "some.event", event, DARA) as file:
        peopled(file)
        before = tables_of(file)
        _, act = define(file, DARA, wanted, EVERYTHING, into)
        after = tables_of(file)

        categories = {each.delegate.category for each in everybody(file)}
        assert categories == {into.get(code, code) for code in event.categories}
        if not act:
            return
        undoing = undo(file, DARA, act)
        assert tables_of(file) == before
        undo(file, DARA, undoing.act)
        assert tables_of(file) == after
        assert verifying.verify(file.database, lambda _: None).is_whole


def _loses_its_only_category(event: Event, wanted: Event) -> bool:
    return any(
        session.open_to is not None
        and len(session.open_to) == 1
        and not session.open_to <= set(wanted.categories)
        and code in wanted.sessions
        and wanted.sessions[code].open_to == frozenset()
        for code, session in event.sessions.items()
    )


def _but_places(keys: Iterable[tuple[Thing, str]]) -> set[tuple[Thing, str]]:
    """Without the categories, of which also the place in their order may change."""
    return {key for key in keys if key[0] is not Thing.CATEGORY}


def test_a_category_that_goes_leaves_the_places_of_the_others(file: EventFile) -> None:
    event = file.event
    wanted = replace(event, categories={code: event.categories[code] for code in ("P", "F")})

    done, _ = define(file, DARA, _without_guests(wanted), EVERYTHING, {})

    assert [(each.code, each.fate) for each in done.changes if each.what is Thing.CATEGORY] == [
        ("G", Fate.REMOVED)
    ]


def test_two_categories_that_change_their_order_change_their_places_alone(file: EventFile) -> None:
    event = file.event
    turned = {code: event.categories[code] for code in ("G", "P", "F")}

    done, _ = define(file, DARA, replace(event, categories=turned), EVERYTHING, {})

    assert [(each.code, dict(each.after)) for each in done.changes] == [
        ("G", {"place": 1}),
        ("P", {"place": 2}),
    ]
    assert list(file.event.categories) == ["G", "P", "F"]


def test_a_category_that_is_put_in_between_stands_there(file: EventFile) -> None:
    event = file.event
    more = [*event.categories.values()]
    more.insert(1, replace(more[0], code="Z", letter="Z", name=LocalText.of("Zeta")))

    done, _ = define(
        file, DARA, replace(event, categories={each.code: each for each in more}), EVERYTHING, {}
    )

    assert list(file.event.categories) == ["P", "Z", "G", "F"]
    assert [each.code for each in done.changes if each.fate is Fate.NEW] == ["Z"]


def test_a_category_with_people_is_withdrawn_only_into_another(file: EventFile) -> None:
    guest = a_delegate(file, category="G")
    wanted = _without_guests(
        replace(file.event, categories={c: file.event.categories[c] for c in ("P", "F")})
    )

    with pytest.raises(CheckinError, match=r"G cannot be withdrawn.*1 people"):
        define(file, DARA, wanted, EVERYTHING, {})
    assert "G" in file.event.categories

    _, act = define(file, DARA, wanted, EVERYTHING, {"G": "P"})
    assert registered(file, guest).delegate.category == "P"

    undo(file, DARA, act)
    assert registered(file, guest).delegate.category == "G"
    assert "G" in file.event.categories


def test_a_session_that_is_open_to_a_withdrawn_category_goes_to_its_successor(file: EventFile) -> None:
    categories = {code: file.event.categories[code] for code in ("P", "F")}
    closed = _without_guests(replace(file.event, categories=categories))

    with pytest.raises(CheckinError, match="The session lunch is open to it alone"):
        define(file, DARA, _open_to_nobody(closed), EVERYTHING, {})

    define(file, DARA, _open_to_nobody(closed), EVERYTHING, {"G": "F"})
    assert file.event.sessions["lunch"].open_to == {"F"}


@pytest.mark.parametrize(
    ("into", "complaint"),
    [({"P": "F"}, "The category P is not withdrawn"), ({"G": "X"}, "There is no category X")],
)
def test_people_go_only_from_a_withdrawn_category_into_one_that_is_there(
    file: EventFile, into: dict[str, str], complaint: str
) -> None:
    wanted = _without_guests(
        replace(file.event, categories={c: file.event.categories[c] for c in ("P", "F")})
    )

    with pytest.raises(CheckinError, match=complaint):
        define(file, DARA, wanted, EVERYTHING, into)


def test_a_withdrawn_session_keeps_who_is_inside_and_is_the_same_when_it_is_named_again(
    file: EventFile,
) -> None:
    guest = a_delegate(file)
    enter(file, DARA, Door("opening"), guest, at(1))
    event = file.event
    without = replace(event, sessions={"lunch": event.sessions["lunch"]})

    done, _ = define(file, DARA, without, EVERYTHING, {})

    assert done.inside == {"opening": 1}
    assert file.event.sessions["opening"].withdrawn
    again, _ = define(file, DARA, event, EVERYTHING, {})
    assert [(each.code, each.fate, dict(each.after)) for each in again.changes] == [
        ("opening", Fate.NEW, {"withdrawn": False})
    ]
    assert occupancy(file.database, "opening").inside == 1


def test_the_time_zone_stays_once_something_was_scanned(file: EventFile) -> None:
    moved = replace(file.event, description=replace(file.event.description, zone="Asia/Tokyo"))
    plan(file, moved, EVERYTHING, {})
    scan(file, DARA, "opening", "8851234567890", at(1))

    with pytest.raises(CheckinError, match="time zone"):
        define(file, DARA, moved, EVERYTHING, {})


def test_what_the_file_does_not_speak_of_stays(file: EventFile) -> None:
    event = replace(file.event, rooms={"hall": Room("hall", LocalText.of("Hall"))})
    define(file, DARA, event, EVERYTHING, {})

    done, _ = define(file, DARA, replace(event, rooms={}), EVERYTHING - {Thing.ROOM}, {})

    assert done.changes == ()
    assert "hall" in file.event.rooms


def _without_guests(event: Event) -> Event:
    lunch = replace(event.sessions["lunch"], open_to=frozenset({"P"}))
    return replace(event, sessions={**event.sessions, "lunch": lunch})


def _open_to_nobody(event: Event) -> Event:
    lunch = replace(event.sessions["lunch"], open_to=frozenset())
    return replace(event, sessions={**event.sessions, "lunch": lunch})


@some_events
@given(events(), events())
def test_an_event_that_nobody_else_changes_becomes_what_its_editor_wants(event: Event, wanted: Event) -> None:
    with TemporaryDirectory() as folder, new_event(Path(folder) / "some.event", event, DARA) as file:
        try:
            amend(file, DARA, file.event, wanted)
        except CheckinError:
            assert _loses_its_only_category(event, wanted)
            return

        now = file.event
        assert replace(now, sessions={each.code: each for each in now.sessions_by_time()}) == wanted


def test_two_people_who_change_one_session_at_once_both_keep_their_change(file: EventFile) -> None:
    seen = file.event
    opening = seen.sessions["opening"]
    title = LocalText.of({**dict(opening.title.by_language), "fr": "Ouverture"})

    amend(file, DARA, seen, with_session(seen, replace(opening, capacity=7)))
    done, _ = amend(file, DARA, seen, with_session(seen, replace(opening, title=title)))

    assert [dict(each.after) for each in done.changes] == [{"title.fr": "Ouverture"}]
    now = file.event.sessions["opening"]
    assert (now.capacity, now.title) == (7, title)


def test_a_category_that_somebody_added_meanwhile_stays_when_the_others_change_their_order(
    file: EventFile,
) -> None:
    seen = file.event
    more = replace(seen.categories["P"], code="Z", letter="Z", name=LocalText.of("Zeta"))
    amend(file, DARA, seen, replace(seen, categories={**seen.categories, "Z": more}))

    amend(
        file, DARA, seen, replace(seen, categories={code: seen.categories[code] for code in ("F", "G", "P")})
    )

    assert list(file.event.categories) == ["F", "G", "P", "Z"]


def test_a_session_that_is_taken_out_is_withdrawn_and_an_undo_brings_it_back(file: EventFile) -> None:
    seen = file.event
    less = {code: session for code, session in seen.sessions.items() if code != "opening"}

    done, act = amend(file, DARA, seen, replace(seen, sessions=less))

    assert [(each.code, each.fate) for each in done.changes] == [("opening", Fate.REMOVED)]
    assert file.event.sessions["opening"].withdrawn
    undo(file, DARA, act)
    assert file.event == seen


def with_session(event: Event, session: Session) -> Event:
    return replace(event, sessions={**event.sessions, session.code: session})


def test_a_new_thing_with_the_code_of_a_withdrawn_one_gets_none_of_its_words(file: EventFile) -> None:
    seen = file.event
    french = Room("hall", LocalText.of({"en": "Hall", "fr": "Salle"}), 300)
    amend(file, DARA, seen, replace(seen, rooms={**seen.rooms, "hall": french}))
    amend(file, DARA, file.event, seen)
    wanted = Room("hall", LocalText.of({"en": "Hangar"}))
    amend(file, DARA, seen, replace(seen, rooms={**seen.rooms, "hall": wanted}))

    assert file.event.rooms["hall"] == wanted


def test_a_withdrawn_session_keeps_no_category_from_being_withdrawn(file: EventFile) -> None:
    seen = file.event
    opening = next(iter(seen.sessions.values()))
    for_guests = with_session(seen, replace(opening, open_to=frozenset("G"), withdrawn=True))
    others = _without_guests(replace(for_guests, categories={c: seen.categories[c] for c in ("P", "F")}))
    amend(file, DARA, seen, for_guests)
    amend(file, DARA, for_guests, others)

    assert "G" not in file.event.categories


def test_two_new_sessions_with_one_code_are_two_sessions_and_an_undo_of_one_leaves_the_other(
    file: EventFile,
) -> None:
    seen = file.event
    opening = seen.sessions["opening"]
    mine = replace(opening, code="briefing", room=LocalText.of("North"))
    hers = replace(
        shifted(opening, timedelta(hours=3)), code="briefing", room=LocalText.of("South"), capacity=9
    )

    first, _ = amend(file, DARA, seen, with_session(seen, mine))
    second, act = amend(file, DARA, seen, with_session(seen, hers))

    assert (dict(first.recoded), dict(second.recoded)) == ({}, {"briefing": "briefing-2"})
    assert [(each.code, each.fate) for each in second.changes] == [("briefing-2", Fate.NEW)]
    assert file.event.sessions["briefing"] == mine
    assert file.event.sessions["briefing-2"] == replace(hers, code="briefing-2")
    undo(file, DARA, act)
    assert file.event.sessions == {**seen.sessions, "briefing": mine}


def test_new_sessions_that_are_exactly_equal_are_two(file: EventFile) -> None:
    seen = file.event
    same = replace(seen.sessions["opening"], code="briefing")

    amend(file, DARA, seen, with_session(seen, same))
    amend(file, DARA, seen, with_session(seen, same))

    assert {"briefing", "briefing-2"} < set(file.event.sessions)


def test_several_new_sessions_get_codes_that_neither_others_nor_they_themselves_have(file: EventFile) -> None:
    seen = file.event
    some = [replace(seen.sessions["opening"], code=code) for code in ("talk", "talk-2", "talk-3")]
    theirs = replace(seen, sessions={**seen.sessions, **{each.code: each for each in some[:2]}})
    wanted = replace(seen, sessions={**seen.sessions, **{each.code: each for each in some}})

    amend(file, DARA, seen, theirs)
    done, _ = amend(file, DARA, seen, wanted)

    assert dict(done.recoded) == {"talk": "talk-4", "talk-2": "talk-2-2"}
    assert set(file.event.sessions) - set(seen.sessions) == {"talk", "talk-2", "talk-3", "talk-4", "talk-2-2"}


def test_a_new_session_leaves_the_code_of_one_that_was_made_and_withdrawn_meanwhile(file: EventFile) -> None:
    seen = file.event
    new = replace(seen.sessions["opening"], code="briefing")
    amend(file, DARA, seen, with_session(seen, new))
    amend(file, DARA, file.event, with_session(file.event, replace(new, withdrawn=True)))

    done, _ = amend(file, DARA, seen, with_session(seen, new))

    assert dict(done.recoded) == {"briefing": "briefing-2"}
    assert file.event.sessions["briefing"].withdrawn


def test_a_new_thing_with_a_letter_or_name_that_somebody_else_has_just_given_is_refused(
    file: EventFile,
) -> None:
    seen = file.event
    hall = LocalText.of("Hall")

    def category(code: str, letter: str, name: str) -> Event:
        made = replace(seen.categories["P"], code=code, letter=letter, name=LocalText.of(name))
        return replace(seen, categories={**seen.categories, code: made})

    amend(file, DARA, seen, category("Z", "Z", "Zeta"))
    amend(file, DARA, seen, replace(seen, rooms={"x": Room("x", hall)}))
    known = file.event

    for wanted, said in (
        (category("Y", "z", "Ypsilon"), "the letter z to"),
        (category("Y", "Y", "zeta"), "the name zeta to"),
        (replace(seen, rooms={"y": Room("y", hall)}), "the name Hall to"),
    ):
        with pytest.raises(CheckinError, match=said):
            amend(file, DARA, seen, wanted)
    assert file.event == known
    amend(file, DARA, seen, category("Y", "Y", "Ypsilon"))


def test_a_letter_that_two_categories_have_already_keeps_nobody_from_changing_something_else(
    file: EventFile,
) -> None:
    seen = file.event
    twice = replace(seen.categories["G"], letter=seen.categories["P"].letter)
    amend(file, DARA, seen, replace(seen, categories={**seen.categories, "G": twice}))

    done, _ = amend(
        file, DARA, file.event, with_session(file.event, replace(file.event.sessions["opening"], capacity=3))
    )

    assert len(done.changes) == 1


def test_a_new_thing_with_a_code_that_somebody_else_has_just_chosen_is_refused(file: EventFile) -> None:
    seen = file.event
    things: list[tuple[str, Event, Event]] = []
    for name in ("North", "South"):
        words = LocalText.of(name)
        category = replace(seen.categories["P"], code="Z", letter="Z", name=words)
        things += [
            ("category", replace(seen, categories={**seen.categories, "Z": category}), seen),
            ("room", replace(seen, rooms={"x": Room("x", words)}), seen),
            ("delegation", replace(seen, delegations={"x": Delegation("x", (words,))}), seen),
            ("field", replace(seen, fields={"x": OwnField("x", words)}), seen),
        ]
    for _, wanted, before in things[:4]:
        amend(file, DARA, before, wanted)
    known = file.event

    for what, wanted, before in things[4:]:
        with pytest.raises(CheckinError, match=f"Somebody has just made a {what} with the code"):
            amend(file, DARA, before, wanted)

    assert file.event == known
