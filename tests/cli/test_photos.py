"""checkin photo, from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.photos import a_photo

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer


def test_a_photo_is_set_and_verified_and_stands_in_no_list(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    computer.does("photo", event, "R1", a_photo(tmp_path / "face.png"))
    told = computer.does("delegates", event, "--json").out
    checked = computer.does("verify", event, "--json").json
    undone = computer.does("undo", event, "--json").json

    assert "photo" not in told
    assert checked["ok"]
    assert undone["undone"]["kinds"] == ["corrected"]


def test_a_folder_of_photos_is_one_act_and_says_what_was_not_taken(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    (folder := tmp_path / "photos").mkdir()
    for name in ("R1.jpg", "vanna@example.org.jpg", "nobody.jpg"):
        a_photo(folder / name)
    (folder / "R3.jpg").write_text("no photo")
    told = computer.does("photo", event, "--folder", folder, "--json").json
    again = computer.does("photo", event, "--folder", folder, "--json").json
    computer.does("undo", event, "--act", told["act"])

    assert (told["taken"], told["same"], told["not_matched"]) == (2, 0, ["nobody.jpg"])
    assert [each["file"] for each in told["rejected"]] == ["R3.jpg"]
    assert (again["taken"], again["same"], "act" in again) == (0, 2, False)
    assert computer.does("verify", event, "--json").json["ok"]


def test_a_folder_is_told_in_words(computer: Computer, event: Path, tmp_path: Path) -> None:
    (folder := tmp_path / "photos").mkdir()
    a_photo(folder / "R1.jpg")
    (folder / "R3.jpg").touch()
    answer = computer.run("photo", event, "--folder", folder)

    assert answer.code == 0
    assert answer.out == "1 photo taken in · 1 file not taken\n"
    assert answer.err.startswith("R3.jpg: The file is empty.")


def test_a_broken_photo_is_refused_with_its_name(computer: Computer, event: Path, tmp_path: Path) -> None:
    whole = a_photo(tmp_path / "whole.jpg").read_bytes()
    (tmp_path / "half.jpg").write_bytes(whole[: len(whole) // 2])

    assert "half.jpg" in computer.refuses("photo", event, "R1", tmp_path / "half.jpg")
    assert "no JPEG" in computer.refuses("photo", event, "R1", event)
    assert "cannot be opened" in computer.refuses("photo", event, "--folder", tmp_path / "nowhere")


def test_a_photo_is_removed(computer: Computer, event: Path, tmp_path: Path) -> None:
    photo = a_photo(tmp_path / "face.jpg")
    computer.does("photo", event, "R1", photo)

    assert computer.does("photo", event, "R1", "--remove", "--json").json["taken"] == 1
    assert computer.does("photo", event, "R1", photo, "--json").json["taken"] == 1


def test_a_photo_is_never_typed_as_a_text(computer: Computer, event: Path) -> None:
    for arguments in (
        ("correct", event, "R1", f"photo={'0' * 64}"),
        ("photo", event),
        ("photo", event, "R1"),
        ("photo", event, "R1", "a.jpg", "--folder", "."),
        ("photo", event, "R1", "a.jpg", "--remove"),
    ):
        assert computer.run(*arguments).code == 2


def test_a_file_that_is_not_there_is_told_so(computer: Computer, event: Path, tmp_path: Path) -> None:
    assert "No such file" in computer.refuses("photo", event, "R1", tmp_path / "none.jpg")
