"""Tables computed anew: in place, after an update of the program, and of what could not be read before."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from checkin.domain import journal
from checkin.domain.delegates import Field
from checkin.domain.facts import BadgeIssued, BadgeRevoked, Corrected, LongAct, Registered, Undone
from checkin.domain.folding import FOLD_EDITION
from checkin.errors import CheckinError
from checkin.storage import (
    codec,
    delegates,
    long_acts,
    numbers,
    own,
    pieces,
    projection,
    refolding,
    verifying,
    write_own,
)
from checkin.storage.codec import VOCABULARY_EDITION
from checkin.storage.event_file import EventFile
from tests.storage.stories import (
    START,
    a_registration,
    a_room,
    a_scan,
    closed,
    copied,
    effect,
    entries,
    findings,
    recorded,
    tables,
    undone,
)
from tests.storage.test_laws import STORIES, played, some_desks

if TYPE_CHECKING:
    from pathlib import Path

    from tests.storage.test_laws import Step


@settings(max_examples=25)
@given(story=STORIES)
def test_tables_computed_anew_in_place_are_the_same(template: Path, story: list[Step]) -> None:
    with some_desks(template) as desks:
        for file in played(story, desks):
            before = tables(file.database)

            refolding.fold_anew(file.database)

            assert tables(file.database) == before
            assert findings(file) == []


WRONG = (
    "DELETE FROM touches",
    "INSERT OR IGNORE INTO touches VALUES ('dd9', 3), ('dd1', 2), ('cB1', 1)",
    "DELETE FROM delegates",
    "UPDATE delegates SET family_name = 'EVE', status = 'blocked', registered_order = 1",
    "UPDATE delegates SET id = 'd77' WHERE id = 'd2'",
    "DELETE FROM badges",
    "UPDATE badges SET delegate = 'd77', revoked = ''",
    "INSERT INTO badges SELECT 'B77', 'd77', issued_at, issue, day, printed, face, revoked, reason, words FROM badges",
    "DELETE FROM stays",
    "UPDATE stays SET person = 'd77' WHERE person = 'd1'",
    "UPDATE stays SET person = 'B1' WHERE person = 'd1'",
    "UPDATE occupancy SET inside = 17, entered = 99",
    "INSERT INTO occupancy VALUES ('nowhere', 3, 3)",
    "DELETE FROM undone",
    "INSERT INTO undone VALUES ('nobody-1')",
    "DELETE FROM definitions",
    "UPDATE definitions SET value = '\"Bayon\"' WHERE field = 'room'",
    "INSERT INTO definitions VALUES ('room', 'cellar', 'withdrawn', 'false')",
    "DELETE FROM operators",
    "INSERT INTO operators VALUES ('o7', 'Eve')",
    "INSERT OR REPLACE INTO search (rowid, names, details) VALUES (1, 'eve', '')",
    "INSERT INTO search (rowid, names, details) VALUES (77, 'eve', '')",
    "INSERT INTO unread VALUES (3)",
    "INSERT INTO unread VALUES (777)",
    "INSERT INTO stale VALUES ('nobody-1', 0)",
    "INSERT INTO touches SELECT 'a' || s.id || '-1', j.entry FROM streams s JOIN journal j ON j.seq < 3",
    "INSERT INTO touches VALUES ('A', 1), ('', -1), ('', 'x'), (x'64', 1), ('nonsense', 3), ('ddd1', 77)",
    "INSERT INTO touches VALUES ('tnonsense x', 1)",
    "INSERT INTO undone SELECT s.id || '-' || max(j.act) FROM streams s JOIN journal j",
    (
        "INSERT INTO undone SELECT s.id || '-' || j.act FROM streams s JOIN journal j WHERE j.act = j.seq AND true"
        " ON CONFLICT DO NOTHING"
    ),
    "INSERT INTO undone SELECT CAST(act AS BLOB) FROM undone",
    "INSERT INTO operators SELECT CAST(id AS BLOB), 'Eve' FROM operators",
    "INSERT INTO definitions SELECT CAST(what AS BLOB), code, field, value FROM definitions",
    (
        "INSERT INTO badges SELECT CAST(code AS BLOB), delegate, issued_at, issue, day, printed, face, revoked, reason,"
        " words FROM badges"
    ),
    "UPDATE stays SET was_asked = 1",
    "DELETE FROM doors",
    "INSERT INTO doors VALUES ('nowhere', 'open'), (x'64', 'ajar')",
    "UPDATE doors SET state = 'open'",
    "INSERT INTO stays SELECT CAST(person AS BLOB), session, n, came, station, code, NULL, 0 FROM stays",
)


@pytest.mark.parametrize("change", WRONG)
def test_whatever_is_wrong_in_a_table_is_mended_and_the_journal_stays(file: EventFile, change: str) -> None:
    recorded(file, a_registration("d1"), BadgeIssued("B1", "d1", START), closed("opening"))
    recorded(file, a_registration("d2", "CHEA"), a_scan("B1"), a_scan("B9"))
    recorded(file, a_room("Chaktomuk"))
    undone(file, recorded(file, Corrected("d1", {"phone": "1"}), BadgeRevoked("B9")))
    before, known = tables(file.database), entries(file)
    file.database.run("PRAGMA foreign_keys = 0")
    file.database.run(change)

    refolding.fold_anew(file.database)

    assert tables(file.database) == before
    assert entries(file) == known
    assert findings(file) == []
    assert file.database.rows("SELECT * FROM stale") == []


def test_an_undo_of_many_that_another_program_begins_while_tables_are_computed_anew_is_carried_in(
    file: EventFile,
) -> None:
    before = effect(tables(file.database))
    people = [a_registration(f"d{n:04}") for n in range(500)]
    act = long_acts.record(file, LongAct.IMPORT, people, "Dara", lambda _: None)
    with EventFile.open(file.path, "desk2") as other:
        begun: list[str] = []

        def undo_meanwhile(done: int) -> None:
            if done > len(entries(file)) + 400 and not begun:
                begun.append(recorded(other, Undone(act)))
                with other.database.transaction(batch=True):
                    assert projection.drain(other.database, 20)

        refolding.fold_anew(file.database, undo_meanwhile)

        assert begun
        assert effect(tables(file.database)) == before
        assert findings(file) == []
        assert not long_acts.has_unfinished_undo(file.database)


def test_an_undo_that_is_part_of_an_act_of_many_facts_falls_with_that_act(file: EventFile) -> None:
    act = recorded(file, a_registration("d1"))
    undo = recorded(file, Undone(act), *(a_registration(f"e{n:04}") for n in range(250)))
    undone(file, undo)
    assert [each.delegate.id for each in delegates.everybody(file.database)] == ["d1"]

    assert findings(file) == []
    refolding.fold_anew(file.database)
    assert [each.delegate.id for each in delegates.everybody(file.database)] == ["d1"]


def test_the_progress_of_computing_anew_never_goes_back(file: EventFile) -> None:
    recorded(file, *(a_registration(f"d{n}") for n in range(450)))
    told: list[int] = []

    verifying.verify(file.database, told.append)

    assert told == sorted(told)
    keys = file.database.row("SELECT count(DISTINCT key) FROM touches")[0]
    assert told[-1] == len(entries(file)) + keys


def test_a_file_that_an_older_program_has_folded_is_folded_anew_at_the_open(
    file: EventFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded(file, a_registration("d1"))
    before = tables(file.database)
    file.database.run("UPDATE delegates SET family_name = 'as it was folded before'")
    path = file.path
    file.close()
    with EventFile.open(path, "desk1") as same:
        assert tables(same.database) != before

    for module in (refolding, own, write_own):
        monkeypatch.setattr(module, "FOLD_EDITION", FOLD_EDITION + 1)
    with EventFile.open(path, "desk1") as updated:
        assert tables(updated.database) == before
        assert own.was_folded_by(updated.database) == FOLD_EDITION + 1

    monkeypatch.undo()
    with pytest.raises(CheckinError, match="from a newer version"):
        EventFile.open(path, "desk1")


class RegisteredByPhone(Registered):
    """A kind of a newer program."""

    kind = "registered_by_phone"


def test_what_could_not_be_read_whole_is_read_again_after_an_update_and_carried_in_as_late(
    file: EventFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded(file, a_registration("d1"))
    with copied(file, tmp_path / "newer.event") as other:
        recorded(other, a_registration("d9"))
        last = entries(other)[-1]
        coming = entries(other)
        for kind, body in (
            ("corrected", b'{"delegate":"d9","details":{"sex":"x","phone":"1"}}'),
            ("registered", b'{"delegate":"d7","details":{"family_name":"CHEA"},"clearance":"secret"}'),
            ("registered_by_phone", b'{"delegate":"d8","details":{"family_name":"KEO"}}'),
        ):
            last = journal.sealed(
                stream=last.stream, seq=last.seq + 1, order=last.order + 1, desk=last.desk, operator="o1",
                act=journal.act_id(last.stream, last.seq + 1), kind=kind, subject=json.loads(body)["delegate"],
                body=body, prev=last.hash,
            )  # fmt: skip
            coming.append(last)
    file.receive(coming)
    recorded(file, Corrected("d9", {"phone": "2"}))
    assert {each.delegate.id: each.delegate.phone for each in delegates.everybody(file.database)} == {
        "d1": "",
        "d9": "2",
        "d7": "",
    }
    assert len(file.database.rows("SELECT * FROM unread")) == 3
    path = file.path
    file.close()

    monkeypatch.setitem(codec.KINDS, RegisteredByPhone.kind, RegisteredByPhone)
    with EventFile.open(path, "desk1") as not_yet:
        assert len(list(delegates.everybody(not_yet.database))) == 3
    for module in (refolding, own, write_own):
        monkeypatch.setattr(module, "VOCABULARY_EDITION", VOCABULARY_EDITION + 1)
    with EventFile.open(path, "desk1") as updated:
        known = {each.delegate.id: each.delegate.phone for each in delegates.everybody(updated.database)}
        assert known == {"d1": "", "d9": "2", "d7": "", "d8": ""}
        assert len(updated.database.rows("SELECT * FROM unread")) == 2
        assert own.was_read_by(updated.database) == VOCABULARY_EDITION + 1
        assert all(finding.is_harmless for finding in findings(updated))


def test_what_cannot_be_read_whole_stays_noted_while_later_pieces_are_computed_anew(
    file: EventFile, tmp_path: Path
) -> None:
    with copied(file, tmp_path / "newer.event") as other:
        first = entries(other)[-1]
        body = b'{"delegate":"d8","details":{"family_name":"KEO"}}'
        strange = journal.sealed(
            stream=first.stream, seq=first.seq + 1, order=first.order + 1, desk=first.desk, operator="o1",
            act=journal.act_id(first.stream, first.seq + 1), kind="registered_by_phone", subject="d8", body=body,
            prev=first.hash,
        )  # fmt: skip
        file.receive([*entries(other), strange])
    recorded(file, *(a_registration(f"d1{n:04}") for n in range(500)))
    before = file.database.rows("SELECT * FROM unread")

    refolding.fold_anew(file.database)

    assert len(before) == 1
    assert file.database.rows("SELECT * FROM unread") == before


def test_an_undo_that_came_before_its_act_counts_once_the_act_can_be_read(
    file: EventFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with copied(file, tmp_path / "newer.event") as other:
        recorded(other, a_registration("d9"))
        last = entries(other)[-1]
        unknown = journal.sealed(
            stream=last.stream, seq=last.seq + 1, order=last.order + 1, desk=last.desk, operator="o1",
            act=journal.act_id(last.stream, last.seq + 1), kind="registered_by_phone", subject="d8",
            body=b'{"delegate":"d8","details":{"family_name":"KEO"}}', prev=last.hash,
        )  # fmt: skip
        coming = [*entries(other), unknown]
    undo = recorded(file, Undone(unknown.act))
    file.receive(coming)
    path = file.path
    file.close()

    monkeypatch.setitem(codec.KINDS, RegisteredByPhone.kind, RegisteredByPhone)
    for module in (refolding, own, write_own):
        monkeypatch.setattr(module, "VOCABULARY_EDITION", VOCABULARY_EDITION + 1)
    with EventFile.open(path, "desk1") as updated:
        assert [each.delegate.id for each in delegates.everybody(updated.database)] == ["d9"]
        undone(updated, undo)
        assert {each.delegate.id for each in delegates.everybody(updated.database)} == {"d9", "d8"}
        assert findings(updated) == []


def test_a_copy_of_the_tables_is_told_to_be_mendable_and_a_changed_entry_is_not(file: EventFile) -> None:
    recorded(file, a_registration("d1"))
    file.database.run("UPDATE delegates SET family_name = 'EVE'")
    found = verifying.verify(file.database, lambda _: None)
    assert (len(found.of_the_tables), len(found.of_the_journal)) == (1, 0)

    file.database.run("UPDATE streams SET last_hash = zeroblob(32)")

    found = verifying.verify(file.database, lambda _: None)
    assert (len(found.of_the_tables), len(found.of_the_journal)) == (1, 1)


def rows_of_tables(file: EventFile) -> list[int]:
    """How many rows the tables have that somebody reads."""
    read = ("delegates", "badges", "stays", "operators", "definitions", "touches")
    counts = [f"count(*) FROM {table}" for table in read]
    return [file.database.row(f"SELECT {each}")[0] for each in counts]


def test_desks_go_on_while_tables_are_computed_anew(file: EventFile, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded(file, *(a_registration(f"d{n}") for n in range(300)))
    recorded(file, BadgeIssued("B1", "d1", START), a_scan("B1", -1))
    scans: list[str] = []
    founded = rows_of_tables(file)

    def scan_between(_: object) -> None:
        (found,) = file.database.row("SELECT count(*) FROM search")
        assert found == numbers.number_of_all(file.database)
        assert all(there >= before for there, before in zip(rows_of_tables(file), founded, strict=True))
        if len(scans) < 20:
            scans.append(recorded(file, a_scan("B1", len(scans)), a_registration(f"e{len(scans)}")))

    monkeypatch.setattr(pieces.Piece, "let_the_desk_in", scan_between)
    refolding.fold_anew(file.database)

    assert len(scans) > 5
    assert len(list(delegates.everybody(file.database))) >= 305
    assert findings(file) == []


def test_the_desk_is_let_in_after_every_piece_of_a_computing_anew(
    file: EventFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded(file, *(a_registration(f"d{n}") for n in range(300)))
    counts = (
        "count(*) FROM journal",
        "count(*) FROM touches",
        "count(DISTINCT key) FROM touches",
        "count(*) FROM search",
    )
    (read, touched, folded, worded) = (file.database.row(f"SELECT {each}")[0] for each in counts)
    ways: list[int] = []
    monkeypatch.setattr(pieces.Piece, "took", lambda *_: None)
    monkeypatch.setattr(pieces.Piece, "let_the_desk_in", lambda _: ways.append(1))

    refolding.fold_anew(file.database)

    size = pieces.Piece(file.database).size
    assert len(ways) == sum(-(-many // size) for many in (read, touched, folded, worded))


def test_whoever_gives_delegates_a_field_raises_the_edition_of_the_fold() -> None:
    """An older program kept its values as a field of the event's own: they move only when everybody is folded anew."""
    known = hashlib.sha256(" ".join(Field).encode()).hexdigest()[:16]

    assert (FOLD_EDITION, known) == (5, "5fc3327ad5885a49")
