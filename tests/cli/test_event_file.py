"""`checkin verify`, `backup` and `restore`, damaged files, and several commands on one file."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2 as sqlite

from checkin.cli.main import main
from checkin.domain.facts import BadgeIssued
from checkin.storage import event_file
from tests.cli.program import Computer
from tests.cli.seminar import arrived, by_reference

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def edit(path: Path, *statements: str) -> None:
    """Change the file behind the program's back."""
    database = sqlite.connect(path)
    for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()


def _cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _scribble(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in range(len(content) // 4, len(content) * 3 // 4):
        content[place] ^= 0x5A
    path.write_bytes(content)


DAMAGE: list[tuple[str, Callable[[Path], object]]] = [
    ("cut in half", _cut_in_half),
    ("scribbled over", _scribble),
    ("its first 100 bytes", lambda path: path.write_bytes(path.read_bytes()[:100])),
    ("nothing", lambda path: path.write_bytes(b"")),
    ("a text", lambda path: path.write_bytes(b"hello, world\n" * 1000)),
    (
        "of a newer program",
        lambda path: edit(
            path, "INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '2099-01-01')"
        ),
    ),
    ("of another program", lambda path: edit(path, "PRAGMA application_id = 7")),
]


@pytest.mark.parametrize(("what", "damage"), DAMAGE, ids=[what for what, _ in DAMAGE])
def test_a_file_that_cannot_be_used_is_told_and_left_alone(
    computer: Computer, event: Path, what: str, damage: Callable[[Path], object]
) -> None:
    damage(event)
    before = event.read_bytes()
    found = computer.run("verify", event, "--json")

    assert computer.refuses("delegates", event)
    assert found.code == 1
    assert found.json["ok"] is False, what
    assert len(found.json["findings"]) > 0
    assert found.err
    assert event.read_bytes() == before


def test_a_whole_file_is_verified(computer: Computer, event: Path) -> None:
    arrived(computer, event, "R1")
    told = computer.does("verify", event, "--json").json

    assert told["ok"] is True
    assert told["findings"] == []
    assert told["streams"] >= 2
    assert computer.does("verify", event).out


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE delegates SET family_name = 'ZZZ' WHERE reference = 'R1'",
        "DELETE FROM delegates WHERE reference = 'R2'",
        "DELETE FROM journal WHERE entry = 3",
        "UPDATE journal SET body = x'7b7d' WHERE kind = 'registered'",
        "UPDATE journal SET operator = 'somebody else' WHERE entry = 2",
    ],
)
def test_a_change_behind_the_programs_back_is_found(computer: Computer, event: Path, statement: str) -> None:
    edit(event, statement)
    found = computer.run("verify", event, "--json")

    assert found.code == 1
    assert found.json["ok"] is False
    assert found.json["findings"]
    assert found.err.splitlines() == found.json["findings"]


def test_a_back_up_comes_back_and_what_was_there_is_kept(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    arrived(computer, event, "R1")
    backup = computer.does("backup", event, tmp_path / "stick").out.strip()
    (later,) = arrived(computer, event, "R2")
    told = computer.does("restore", backup, event).out

    assert by_reference(computer, event)["R2"]["arrived_at"] is None
    assert by_reference(computer, event)["R1"]["arrived_at"] is not None
    (kept,) = [path for path in tmp_path.glob("*.event") if path != event]
    assert str(kept) in told
    assert by_reference(computer, kept)["R2"]["code"] == later
    assert arrived(computer, event, "R2") != [later]
    assert computer.does("verify", event, "--json").json["ok"] is True


def test_a_back_up_makes_an_event_file_where_none_was(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    backup = computer.does("backup", event, tmp_path).out.strip()
    computer.does("restore", backup, tmp_path / "new.event")

    assert by_reference(computer, tmp_path / "new.event") == by_reference(computer, event)


def test_badges_of_another_event_that_a_back_up_holds_are_told(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    delegate = by_reference(computer, event)["R1"]["id"]
    with event_file.EventFile.open(event, "desk7") as file, file.transaction():
        file.append([BadgeIssued("B1", delegate, datetime.now(UTC))], "Dara")
    backup = computer.does("backup", event, tmp_path / "stick").out.strip()

    told = computer.run("restore", backup, tmp_path / "new.event")

    assert told.code == 0
    assert "Badges whose code was not made for this event: 1" in told.err
    assert computer.run("verify", tmp_path / "new.event").code == 1


@pytest.mark.parametrize("content", [None, b"", b"hello" * 999])
def test_what_is_no_back_up_restores_nothing(
    computer: Computer, event: Path, tmp_path: Path, content: bytes | None
) -> None:
    before = event.read_bytes()
    if content is not None:
        (tmp_path / "copy").write_bytes(content)

    computer.refuses("restore", tmp_path / "copy", event)
    assert event.read_bytes() == before


def test_a_back_up_that_cannot_be_written_is_told(computer: Computer, event: Path) -> None:
    computer.refuses("backup", event, event)


def test_several_commands_on_one_file_take_turns(computer: Computer, event: Path) -> None:
    computer.does("delegates", event)
    commands = [("register", event, f"family_name=NOP{number}", "category=P") for number in range(8)]
    arrivals = [("arrive", event, reference) for reference in ("R1", "R2", "R3")]
    ended = computer.run_all(*commands, *arrivals)

    assert [(answer.code, answer.err) for answer in ended] == [(0, "")] * 11
    known = computer.does("delegates", event, "--json").json
    assert len(known) == 16
    assert sum(each["arrived_at"] is not None for each in known) == 3
    assert computer.does("verify", event, "--json").json["ok"] is True


def test_one_person_at_two_desks_at_once_has_one_badge(computer: Computer, event: Path) -> None:
    answers = computer.run_all(*[("arrive", event, "R1")] * 4)

    assert [answer.code for answer in answers] == [0] * 4
    assert computer.does("undo", event, "--json").json["undone"]["kinds"] == ["arrived", "badge_issued"]
    assert by_reference(computer, event)["R1"]["arrived_at"] is None


def test_a_file_that_another_program_keeps_is_told_in_a_sentence(computer: Computer, event: Path) -> None:
    other = sqlite.connect(event, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    sentence = computer.refuses("register", event, "family_name=NOP", "category=P")
    other.execute("ROLLBACK")
    other.close()

    assert "busy" in sentence
    assert len(by_reference(computer, event)) == 8


@pytest.mark.parametrize("words", [("register", "family_name=SOK"), ("undo",), ("delegates",)])
def test_a_file_that_can_only_be_read_says_so_once(
    event: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(event_file, "can_be_written", lambda _: False)
    command, *more = words

    code = main([command, str(event), *more])

    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith("The event file cannot be written to: ")
    assert code == (0 if command == "delegates" else 1)


def test_an_event_file_may_be_renamed_and_have_any_name(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    named = tmp_path / "វេទិកា 2027 100%.event"
    shutil.move(event, named)

    arrived(computer, named, "R1")
    assert by_reference(computer, named)["R1"]["arrived_at"] is not None


def test_an_import_cut_off_by_a_power_cut_leaves_nobody_and_comes_in_whole_again(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    rows = "".join(f"X{number},NEW {number},P\n" for number in range(3000))
    (tmp_path / "long.csv").write_text(f"Reference,Family name,Category\n{rows}", encoding="utf-8")
    running = computer.start("import", event, tmp_path / "long.csv")
    watching = sqlite.connect(event, isolation_level=None)
    while running.poll() is None:
        if watching.execute("SELECT count(*) FROM journal").fetchone()[0] > 300:
            break
    watching.close()
    running.kill()
    running.communicate()

    assert running.returncode < 0
    opened = computer.run("delegates", event, "--json")
    assert len(opened.json) == 8
    assert "was cut off" in opened.err
    assert computer.does("verify", event, "--json").json["ok"] is True
    assert computer.does("import", event, tmp_path / "long.csv", "--json").json["new"] == 3000


def test_tables_that_differ_are_mended_by_hand_and_a_changed_entry_is_not(
    computer: Computer, event: Path
) -> None:
    arrived(computer, event, "R1")
    spoil(
        event,
        "UPDATE delegates SET family_name = 'EVE'",
        "DELETE FROM stays",
        "DELETE FROM badges",
        "DELETE FROM definitions",
    )
    told = computer.run("verify", event, "--json")
    assert (told.code, told.json["ok"]) == (1, False)

    mended = computer.run("verify", event, "--mend", "--json")

    assert (mended.code, mended.json["ok"], mended.json["findings"]) == (0, True, [])
    assert "computed anew" in mended.err
    assert by_reference(computer, event)["R1"]["family_name"] == "SOK"
    spoil(
        event,
        "UPDATE journal SET operator = 'oeve' WHERE entry = 3",
        "UPDATE delegates SET family_name = 'EVE'",
    )
    damaged = computer.run("verify", event, "--mend")
    assert damaged.code == 1
    assert "Nothing was mended" in damaged.err
    assert by_reference(computer, event)["R1"]["family_name"] == "EVE"


def spoil(path: Path, *statements: str) -> None:
    """Change the file behind the program's back, and leave its schema as it is."""
    database = sqlite.connect(path)
    triggers = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        database.execute(f"DROP TRIGGER {name}")
    for statement in (*statements, *(sql for _, sql in triggers)):
        database.execute(statement)
    database.commit()
    database.close()


@pytest.mark.parametrize("key", ["5", "x'00'", "'a key'", "zeroblob(32)"])
def test_a_key_that_is_none_is_a_sentence_whatever_the_command(
    computer: Computer, event: Path, key: str
) -> None:
    spoil(event, f"UPDATE own SET value = {key} WHERE name = 'event_key'")  # noqa: S608

    for command in (["delegates", event], ["verify", event, "--json"], ["arrive", event, "R1"]):
        assert "The event file is damaged" in computer.refuses(*command)


def test_what_was_put_into_the_schema_is_found(computer: Computer, event: Path) -> None:
    database = sqlite.connect(event)
    database.execute(
        "CREATE TRIGGER spy AFTER INSERT ON stays BEGIN UPDATE delegates SET status = 'blocked'; END"
    )
    database.close()

    told = computer.run("verify", event, "--json")

    assert (told.code, told.json["ok"]) == (1, False)
    assert "spy" in told.json["findings"][0]
    assert "spy" in computer.refuses("restore", event, event.with_name("again.event"))
    assert not event.with_name("again.event").exists()


def test_a_file_from_before_the_first_version_is_refused_with_a_sentence(
    computer: Computer, event: Path
) -> None:
    spoil(event, "PRAGMA user_version = 0")
    before = event.read_bytes()

    for command in (["delegates", event], ["verify", event], ["restore", event, event.with_name("x.event")]):
        assert "from before the first version" in computer.refuses(*command)
    assert event.read_bytes() == before


def test_a_back_up_of_a_damaged_file_does_not_count(computer: Computer, event: Path, tmp_path: Path) -> None:
    computer.does("backup", event, tmp_path / "stick")
    spoil(event, "UPDATE journal SET subject = 'd7' WHERE entry = 9")

    told = computer.refuses("backup", event, tmp_path / "stick")

    assert "damaged" in told
    assert sorted(path.suffixes[0] for path in (tmp_path / "stick").iterdir()) == [".event", ".not-whole"]


def test_a_damaged_back_up_is_not_restored_and_one_whose_tables_differ_is_mended(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.event"
    shutil.copyfile(event, copy)
    spoil(copy, "UPDATE delegates SET family_name = 'EVE'")

    computer.does("restore", copy, event)
    assert by_reference(computer, event)["R1"]["family_name"] == "SOK"
    spoil(copy, "UPDATE journal SET subject = 'd7' WHERE entry = 9")

    assert "The back-up is damaged" in computer.refuses("restore", copy, event)
    assert computer.does("verify", event, "--json").json["ok"] is True


def test_restore_under_another_desks_id_leaves_what_that_desk_was_doing_and_asks(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    rows = "".join(f"X{number},NEW {number},P\n" for number in range(5000))
    (tmp_path / "long.csv").write_text(f"Reference,Family name,Category\n{rows}", encoding="utf-8")
    running = computer.start("import", event, tmp_path / "long.csv")
    watching = sqlite.connect(event, isolation_level=None)
    while watching.execute("SELECT count(*) FROM journal").fetchone()[0] < 300:
        assert running.poll() is None
    watching.execute("VACUUM INTO ?", (str(tmp_path / "stick.event"),))
    watching.close()
    running.kill()
    running.communicate()
    other = Computer(tmp_path / "other", "Desk 2", desk_id="0123456789ab")

    restored = other.run("restore", tmp_path / "stick.event", tmp_path / "here.event")

    assert restored.code == 0
    assert "of another desk is not finished" in restored.err
    known = other.run("delegates", tmp_path / "here.event", "--json")
    assert len(known.json) > 8
    act = known.err.split()[-1]
    assert "not finished" in known.err
    other.run("undo", tmp_path / "here.event", "--act", act)
    assert len(other.does("delegates", tmp_path / "here.event", "--json").json) == 8
