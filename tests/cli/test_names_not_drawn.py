"""A guest whose name no font draws: left out of a run and told, until the Latin name alone is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

from tests.cli.seminar import LIST, by_reference

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer

YOSHINO = "R9,,YOSHINO,Ken,𠮷野 健,P,registered,,\n"


def text_of(pdf: Path) -> str:
    """The words on all pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def with_yoshino(computer: Computer, event: Path) -> None:
    path = event.with_name("more.csv")
    path.write_text(LIST + YOSHINO, encoding="utf-8")
    assert computer.run("import", event, path).code == 0


def test_the_latin_name_alone_is_chosen_printed_and_undone_on_the_command_line(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    with_yoshino(computer, event)
    out = tmp_path / "all.pdf"
    before = computer.run("badges", event, "--all", "--out", out)

    assert before.code == 0
    assert before.out.startswith("5 of 9 badges")
    assert "𠮷" in before.err
    assert "YOSHINO" not in text_of(out)

    computer.does("correct", event, "R9", "latin_only=yes")
    assert by_reference(computer, event)["R9"]["latin_only"] is True
    after = computer.does("badges", event, "--all", "--out", out)
    assert after.out.startswith("6 of 9 badges")
    assert "YOSHINO Ken" in text_of(out)
    assert "野" not in text_of(out)

    computer.does("undo", event)
    computer.does("undo", event)
    assert by_reference(computer, event)["R9"]["latin_only"] is False


def test_a_list_that_comes_again_says_nothing_of_a_name_whose_latin_form_alone_is_printed(
    computer: Computer, event: Path
) -> None:
    with_yoshino(computer, event)
    path = event.with_name("more.csv")

    assert len(computer.does("import", event, path, "--json").json["not_drawn"]) == 1
    computer.does("correct", event, "R9", "latin_only=yes")
    assert computer.does("import", event, path, "--json").json["not_drawn"] == []
    assert by_reference(computer, event)["R9"]["latin_only"] is True
