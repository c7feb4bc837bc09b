"""`checkin define`: the event as a file, and the event brought to what somebody changed in that file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer


@pytest.fixture
def written(computer: Computer, event: Path, tmp_path: Path) -> Path:
    """The seminar's definition as the program writes it."""
    computer.does("define", event, "--out", tmp_path / "out.toml")
    return tmp_path / "out.toml"


def changed(written: Path, right: str, other: str) -> Path:
    """The definition with one place changed."""
    text = written.read_text(encoding="utf-8")
    assert right in text
    path = written.with_name("changed.toml")
    path.write_text(text.replace(right, other, 1), encoding="utf-8")
    return path


def test_what_was_written_out_changes_nothing(computer: Computer, event: Path, written: Path) -> None:
    told = computer.does("define", event, "--from", written, "--json").json

    assert {key: value for key, value in told.items() if key != "same"} == {
        "new": [], "changed": [], "removed": [], "things": [], "rejected": [],
    }  # fmt: skip
    assert told["same"] > 4


def test_the_file_is_its_owners_alone(written: Path) -> None:
    assert written.stat().st_mode & 0o077 == 0


def test_a_dry_run_tells_and_changes_nothing(computer: Computer, event: Path, written: Path) -> None:
    file = changed(written, 'venue = "', 'venue = "The other ')
    wanted = computer.does("define", event, "--from", file, "--dry-run", "--json").json

    told = computer.does("define", event, "--from", file, "--json").json

    assert told == wanted
    assert [each["field"] for each in told["changed"]] == ["venue"]
    assert computer.does("define", event, "--from", file, "--json").json["changed"] == []


def test_one_undo_takes_all_of_it_back(computer: Computer, event: Path, written: Path) -> None:
    before = written.read_text(encoding="utf-8")
    file = changed(written, 'venue = "', 'venue = "The other ')
    computer.does("define", event, "--from", file)

    computer.does("undo", event)

    computer.does("define", event, "--out", written)
    assert written.read_text(encoding="utf-8") == before


def test_a_category_with_people_goes_only_into_another(
    computer: Computer, event: Path, written: Path, tmp_path: Path
) -> None:
    tables = written.read_text(encoding="utf-8").split("\n\n")
    is_guests = [each.startswith("[[categories]]") and 'code = "G"' in each for each in tables]
    others = "\n\n".join(each for each, is_out in zip(tables, is_guests, strict=True) if not is_out)
    (tmp_path / "without.toml").write_text(others.replace('["G"]', "[]"), encoding="utf-8")

    told = computer.refuses("define", event, "--from", tmp_path / "without.toml")

    assert "The category G cannot be withdrawn: It still has 2 people." in told
    (tmp_path / "into.toml").write_text(others, encoding="utf-8")
    done = computer.does("define", event, "--from", tmp_path / "into.toml", "--into", "G=P", "--json").json
    assert done["removed"] == ["G"]
    assert done["things"] == [{"what": "category", "code": "G", "is": "removed"}]
    assert {"what": "session", "code": "guests", "field": "open_to.P", "before": None, "after": True} in done[
        "changed"
    ]
    assert {"what": "session", "code": "guests", "field": "open_to.G", "before": True, "after": None} in done[
        "changed"
    ]
    categories = [each["category"] for each in computer.does("delegates", event, "--json").json]
    assert "G" not in categories


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--into", "P"), "not of the form OLD=NEW"),
        ((), "one of the arguments --out --from is required"),
    ],
)
def test_a_mistake_of_usage_is_told(
    computer: Computer, event: Path, options: tuple[str, ...], complaint: str
) -> None:
    told = computer.run("define", event, *options, *(("--from", "x.toml") if options else ()))

    assert told.code == 2
    assert complaint in told.err


def test_a_file_without_sessions_is_refused(
    computer: Computer, event: Path, tmp_path: Path, written: Path
) -> None:
    text = "\n\n".join(
        each
        for each in written.read_text(encoding="utf-8").split("\n\n")
        if not each.startswith("[[sessions]]")
    )
    (tmp_path / "none.toml").write_text(text, encoding="utf-8")

    told = computer.run("define", event, "--from", tmp_path / "none.toml")

    assert told.code == 1
    assert "[[sessions]] is missing" in told.err
