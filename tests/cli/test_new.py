"""`checkin new`: an event from a preset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin import assets
from checkin.importing.definition import read_definition

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer

OWN = (
    "--title",
    "Some forum",
    "--zone",
    "Asia/Phnom_Penh",
    "--first-day",
    "2027-03-15",
    "--last-day",
    "2027-03-16",
)


@pytest.mark.parametrize(
    ("preset", "letters", "words"),
    [
        ("forum", "PGMDRATLOCSWYIF", "discreet"),
        ("conference", "PSOGWF", "plain"),
        ("reception", "GAWF", "discreet"),
        ("empty", "P", "plain"),
    ],
)
def test_a_preset_gives_categories_and_rules(
    computer: Computer, tmp_path: Path, preset: str, letters: str, words: str
) -> None:
    computer.does("new", tmp_path / "new.event", "--preset", preset, *OWN)

    computer.does("define", tmp_path / "new.event", "--out", tmp_path / "new.toml")
    text = (tmp_path / "new.toml").read_text(encoding="utf-8")
    assert 'title = "Some forum"' in text
    assert f'door_words = "{words}"' in text
    assert 'exits = "none"' in text
    assert [line[-2] for line in text.splitlines() if line.startswith("letter")] == list(letters)


def test_the_forum_has_the_categories_of_the_demo(computer: Computer, tmp_path: Path) -> None:
    computer.does("new", tmp_path / "new.event", "--preset", "forum", *OWN)
    computer.does("define", tmp_path / "new.event", "--out", tmp_path / "new.toml")

    assert (
        read_definition(tmp_path / "new.toml").categories
        == read_definition(assets.demo("forum.toml")).categories
    )


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        (("--zone", "Phnom Penh"), "is no time zone"),
        (("--first-day", "15 March"), "is no day"),
        (("--title", " "), "a title is needed"),
    ],
)
def test_a_wrong_value_is_told_with_its_option(
    computer: Computer, tmp_path: Path, changed: tuple[str, str], complaint: str
) -> None:
    told = computer.run("new", tmp_path / "new.event", "--preset", "forum", *OWN, *changed)

    assert told.code == 2
    assert changed[0] in told.err
    assert complaint in told.err


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (("--preset", "forum", *OWN, "--last-day", "2027-03-14"), "The last day is before the first day"),
        (("--preset", "forum", *OWN, "--last-day", "2037-03-14"), "longer than a year"),
        (("--preset", "forum", "--title", "Some forum"), "--preset needs"),
        (("--from", assets.demo("forum.toml"), *OWN), "belong to --preset"),
    ],
)
def test_what_does_not_fit_together_makes_no_file(
    computer: Computer, tmp_path: Path, given: tuple[str, ...], complaint: str
) -> None:
    assert complaint in computer.refuses("new", tmp_path / "new.event", *given)
    assert not (tmp_path / "new.event").exists()


@pytest.mark.parametrize(("more", "codes"), [((), []), (("--sessions",), ["opening", "closing"])])
def test_a_preset_gives_its_usual_sessions_if_they_are_wanted(
    computer: Computer, tmp_path: Path, more: tuple[str, ...], codes: list[str]
) -> None:
    computer.does("new", tmp_path / "new.event", "--preset", "forum", *OWN, *more)
    computer.does("define", tmp_path / "new.event", "--out", tmp_path / "new.toml")
    made = read_definition(tmp_path / "new.toml")

    named = [session.code for session in made.sessions_by_time()]
    assert [named[0], named[-1]] == codes if codes else named == []
    assert {made.day_of(session.start).isoformat() for session in made.sessions_by_time()} == (
        {"2027-03-15", "2027-03-16"} if codes else set()
    )
