"""The command line as a whole: exit codes, usage, sentences instead of tracebacks."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from checkin.cli.main import main
from checkin.paper import icu
from tests.cli.program import DEMO

if TYPE_CHECKING:
    from tests.cli.program import Computer


MISTAKES: Final = (
    ["import"],
    ["new", "x.event"],
    ["scan", "x.event"],
    ["scan", "x.event", "--session", "open", "--direction", "up"],
    ["delegates", "x.event", "--unknown"],
    ["delegates", "x.event", "--js"],
    ["register", "x.event"],
    ["register", "x.event", "family_name"],
    ["badges", "x.event", "--out", "x.pdf"],
    ["badges", "x.event", "--out", "x.pdf", "--all", "--new"],
    ["badges", "x.event", "--all"],
    ["admit", "x.event", "SOK", "--session", "open"],
    ["admit", "x.event", "SOK", "--session", "open", "--reason", " "],
    ["revoke", "x.event", "B", "--reason", ""],
    ["arrive", "x.event"],
    ["arrive", "x.event", "SOK", "--override", ""],
    ["report", "x.event", "attendance"],
    ["restore", "x.event"],
    ["demo", "--screenshots", "x", "--size", "1280"],
    ["demo", "--screenshots", "x", "--size", "10x10"],
    ["demo", "--screenshots", "x", "--scale", "0"],
    ["demo", "--screenshots", "x", "--language", "xx"],
    ["demo", "--screenshots", "x", "--text-size", "300"],
    ["demo", "--language", "fr", "--text-size", "150"],
    ["demo", "--palette", "dark"],
    ["--nonsense"],
    ["delegates", b"\xff.event"],
)


def test_what_cannot_be_understood_is_a_mistake_of_usage(computer: Computer) -> None:
    for arguments, answer in zip(MISTAKES, computer.run_all(*MISTAKES), strict=True):
        assert answer.code == 2, arguments
        assert answer.out == ""
        assert len(answer.err.splitlines()) == 1, arguments


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["scan", "--help"]])
def test_help_is_given(computer: Computer, arguments: list[str]) -> None:
    assert "checkin" in computer.does(*arguments).out


def test_what_is_not_built_yet_is_not_offered(computer: Computer) -> None:
    offered = computer.does("--help").out

    assert not {"kit", "join", "sync", "bundle", "erase"} & set(offered.split())


COMMANDS: Final = (
    ["import", "list.csv"],
    ["delegates"],
    ["register", "family_name=SOK", "category=P"],
    ["correct", "SOK", "status=blocked"],
    ["arrive", "SOK"],
    ["badges", "--out", "x.pdf", "--all"],
    ["scan", "--session", "open"],
    ["admit", "SOK", "--session", "open", "--reason", "x"],
    ["revoke", "B", "--reason", "x"],
    ["undo"],
    ["report", "attendance", "--out", "x.json"],
    ["verify", "--json"],
    ["backup", "there"],
)


def test_every_command_says_that_the_event_file_is_not_there(computer: Computer, tmp_path: Path) -> None:
    given = [[command, tmp_path / "no.event", *rest, "--operator", "Dara"] for command, *rest in COMMANDS]

    for arguments, answer in zip(given, computer.run_all(*given), strict=True):
        assert answer.code == 1, arguments
        assert "was not found" in answer.err, arguments
        assert len(answer.err.splitlines()) == 1
    assert not (tmp_path / "no.event").exists()


def test_an_event_file_is_made_from_a_definition(computer: Computer, tmp_path: Path) -> None:
    computer.does("new", tmp_path / "forum.event", "--from", DEMO / "forum.toml")

    assert computer.does("delegates", tmp_path / "forum.event", "--json").json == []
    assert computer.does("verify", tmp_path / "forum.event", "--json").json["ok"] is True


def test_a_category_in_a_verdicts_colour_is_remarked_upon_and_not_refused(
    computer: Computer, tmp_path: Path
) -> None:
    text = (DEMO / "forum.toml").read_text(encoding="utf-8").replace("#33658A", "#0b6e4f")
    definition = tmp_path / "green.toml"
    definition.write_text(text, encoding="utf-8")
    answer = computer.run("new", tmp_path / "green.event", "--from", definition)

    assert answer.code == 0
    assert answer.err == (
        "G · Royal Government has a colour in which doors answer; choose another one for it.\n"
    )


def test_a_file_that_is_there_is_not_made_anew(computer: Computer, event: Path) -> None:
    before = event.read_bytes()

    assert "already" in computer.refuses("new", event, "--from", DEMO / "forum.toml")
    assert event.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"", b"[event]\n", b"[event", b"\xff\xfe", b'[event]\ntitle = "X"\nzone = "Mars/Olympus"\n']
)
def test_a_definition_that_is_none_makes_no_event_file(
    computer: Computer, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "bad.toml").write_bytes(content)

    assert "bad.toml" in computer.refuses("new", tmp_path / "forum.event", "--from", tmp_path / "bad.toml")
    assert [path.name for path in tmp_path.iterdir() if path.name not in {"home", "bad.toml"}] == []


def test_the_operator_of_an_act_is_recorded(computer: Computer, event: Path) -> None:
    computer.does("register", event, "family_name=NOP", "category=P", "--operator", "ចន្ទា")

    assert computer.does("undo", event, "--json").json["undone"]["operator"] == "ចន្ទា"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device here that is always full")
def test_an_answer_that_cannot_be_written_is_told_in_a_sentence(computer: Computer, event: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = computer.start("delegates", event, "--json", out=full)
        _, sentence = ended.communicate(timeout=60)

    assert ended.returncode == 1
    assert sentence.startswith(b"The computer refused")


def test_long_work_counts_on_a_terminal_and_is_silent_elsewhere(computer: Computer, tmp_path: Path) -> None:
    event = tmp_path / "forum.event"
    computer.does("new", event, "--from", DEMO / "forum.toml")
    try:
        terminal, end = os.openpty()
    except (AttributeError, OSError) as error:
        pytest.skip(f"there is no pseudo terminal here: {error}")
    running = computer.start("import", event, DEMO / "delegates.csv", err=end)
    running.communicate(timeout=60)
    os.close(end)
    told = os.read(terminal, 10_000).decode()
    os.close(terminal)

    assert running.returncode == 0
    assert "300" in told
    assert "300" not in computer.does("import", event, DEMO / "delegates.csv").err


def test_the_doctor_tells_in_which_languages_words_are_known(computer: Computer) -> None:
    assert (
        "✔ words are known in Khmer, Thai, Lao, Burmese; lines end by Unicode" in computer.run("doctor").out
    )


@pytest.mark.skipif(sys.platform != "linux", reason="the advice is another one on other systems")
def test_the_doctor_tells_what_to_do_where_no_words_are_known_and_the_desk_works_all_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(icu, "line_ends", lambda _text: None)

    code = main(["doctor"])

    told = capsys.readouterr()
    assert code == 0
    assert "words are known" not in told.out
    assert (
        "! No words are known in Khmer, Thai, Lao, Burmese, so a long text is broken between syllables: "
        "Install the program again, for the ICU library of PySide6 is missing." in told.err
    )


def test_an_installation_checks_itself(computer: Computer) -> None:
    told = computer.does("self-check").out.splitlines()

    assert told[-1] == "This installation works."
    assert "✔ draw the icons of the window" in told


@pytest.mark.parametrize("out", ["", ".", "/"])
def test_a_file_to_write_has_a_name(computer: Computer, event: Path, out: str) -> None:
    badges, report = computer.run_all(
        ("badges", event, "--all", "--out", out), ("report", event, "attendance", "--out", out)
    )

    assert (badges.code, report.code) == (2, 2)
