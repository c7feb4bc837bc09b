"""Names as the world writes them: in which order lists have them, and by which spellings they are found."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Final

import pytest

from tests.cli.seminar import arrived, by_reference, definition

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer

_PEOPLE: Final = (
    ("ZHANG", "Wei", "张伟"), ("Đặng", "Anh", ""), ("Éluard", "Paul", ""), ("Eagle", "Ann", ""),
    ("Adams", "Tom", ""), ("Ångström", "Nils", ""), ("de la Tour", "Guy", ""), ("Müller", "Uwe", ""),
    ("Muller", "Adam", ""), ("Mulligan", "Pat", ""), ("", "", "សុខ សុភាព"), ("", "", "ចាន់ វណ្ណា"), ("", "", "王明"),
    ("O'Brien", "Sean", ""), ("O’Brien", "Zoe", ""), ("OBrady", "Kim", ""), ("Özil", "Ali", ""), ("Ong", "Lee", ""),
    ("Stone", "Eva", ""), ("Ștefan", "Ion", ""), ("Łukasz", "Jan", ""),
)  # fmt: skip
_IN_ORDER: Final = [
    "Adams Tom", "Ångström Nils", "Đặng Anh", "de la Tour Guy", "Eagle Ann", "Éluard Paul", "Łukasz Jan",
    "Muller Adam", "Müller Uwe", "Mulligan Pat", "O'Brien Sean", "O’Brien Zoe", "OBrady Kim", "Ong Lee", "Özil Ali",
    "Ștefan Ion", "Stone Eva", "ZHANG Wei", "ចាន់ វណ្ណា", "សុខ សុភាព", "王明",
]  # fmt: skip


@pytest.fixture
def world(computer: Computer, tmp_path: Path) -> Path:
    """A seminar with people from everywhere."""
    (tmp_path / "seminar.toml").write_text(definition(), encoding="utf-8")
    seminar = tmp_path / "world.event"
    computer.does("new", seminar, "--from", tmp_path / "seminar.toml")
    names = tmp_path / "names.csv"
    with names.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(("Ref", "Family name", "Given name", "Native name", "Category"))
        lines.writerows((f"R{n}", *names, "P") for n, names in enumerate(_PEOPLE, 1))
    assert computer.run("import", seminar, names).code == 0
    return seminar


def test_lists_stand_in_the_readers_alphabet(computer: Computer, world: Path, tmp_path: Path) -> None:
    people = by_reference(computer, world)
    codes = arrived(computer, world, *(str(each["id"]) for each in people.values()))
    computer.does("scan", world, "--session", "open", stdin="\n".join(codes))
    computer.does("report", world, "attendance", "--out", tmp_path / "r.csv")

    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)] == _IN_ORDER
    listed = computer.does("delegates", world, "--json").json
    assert [
        " ".join(filter(None, (each["family_name"], each["given_name"]))) or each["native_name"]
        for each in listed
    ] == _IN_ORDER


@pytest.mark.parametrize(
    ("typed", "family_names"),
    [
        ("mueller", {"Müller"}),
        ("MUXXLLER", {"Müller"}),
        ("müller", {"Müller", "Muller"}),
        ("aangstroem", {"Ångström"}),
        ("oezil", {"Özil"}),
        ("dang", {"Đặng"}),
    ],
)
def test_names_are_found_as_passports_and_tickets_spell_them(
    computer: Computer, world: Path, typed: str, family_names: set[str]
) -> None:
    found = computer.does("delegates", world, "--search", typed, "--json").json

    assert {each["family_name"] for each in found} == family_names
