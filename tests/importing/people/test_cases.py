"""Lists as organisers and other systems have them: the cells that each should bring in do so, or a question is asked.

Each folder of `cases` has a list and `expected.json`, with the persons and their cells. All persons are invented.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from checkin.assets import demo
from checkin.domain.delegates import Delegate, Field
from checkin.importing.definition import read_definition
from checkin.importing.files.sheets import pieces_of, put_together
from checkin.importing.people.column_choices import read_choices
from checkin.importing.people.list_sheets import NoHeaderRowError
from checkin.importing.people.list_words import list_key, list_words
from checkin.importing.people.plan import plan_import
from checkin.importing.people.wishes import ListWishes

if TYPE_CHECKING:
    from checkin.domain.programme import Event
    from checkin.importing.people.planned import ImportPlan

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
NAMES = ("family_name", "given_name", "native_name")
FIELDS = (
    *("honorific", "native_honorific", "position", "organisation"),
    *("country", "email", "phone", "reference", "status", "category"),
)
_COUNTED: Final = "The column numbers its rows 1, 2, 3, which is nobody's reference."
_PENDING: Final = "Who waits or has not paid is pending, as words.tsv says."
UNDERSTOOD: Final = {
    ("02-indico-registrations", "reference"): _COUNTED,
    ("02-indico-registrations", "status"): _PENDING,
    ("04-hievents-xlsx", "status"): _PENDING,
    ("09-meetup-xls-tsv", "status"): _PENDING,
    ("11-teams-attendance", "name"): "Brackets behind a name are no part of the name.",
    ("22-connpass-sjis", "status"): _PENDING,
    ("32-liste-de-name-vorname", "reference"): _COUNTED,
    ("43-sheets-by-category", "category"): "The sheet of the press is the event's category for the press.",
    ("45-secretary-columns", "country"): "Nationality is never the country.",
    (
        "37-no-header-2",
        "asked",
    ): "Without a header and with two columns of names the order of the names is asked.",
    ("38-doodle-xls-like", "refused"): "A poll, whose first column has no header, is no list of persons.",
}
"""Where the program differs from what is expected, by the case and the field, with the reason."""


@cache
def the_event() -> Event:
    return read_definition(demo("forum.toml"))


def plan_of(case: str, expected: dict[str, Any]) -> ImportPlan | None:
    """The plan for the list of a case; None if it is refused for want of a header."""
    category = expected["category_given_for_all"]
    choices = read_choices([f"=category:{category}"] if category else [])
    sheets = put_together(pieces_of(FOLDER / case / expected["list"])).sheets
    try:
        return plan_import(sheets, [], the_event(), ListWishes(choices))
    except NoHeaderRowError:
        return None


def tidied(text: object) -> str:
    return " ".join(unicodedata.normalize("NFC", str(text or "")).split())


def name_of(person: dict[str, Any]) -> tuple[str, ...]:
    return tuple(tidied(person.get(name)) for name in NAMES)


def words_of(person: dict[str, Any]) -> set[str]:
    return {
        word.casefold() for text in (*name_of(person), str(person.get("honorific"))) for word in text.split()
    }


def as_told(delegate: Delegate) -> dict[str, Any]:
    return {str(field): delegate.value(field) for field in Field}


def meant(wanted: dict[str, Any], came: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The person who came in and is the wanted one: with the same name or address, or the most words in common."""
    right = [name_of(wanted), *map(name_of, wanted.get("also_right", {}).get("names", []))]
    same = [
        one for one in came if name_of(one) in right or (one["email"] and one["email"] == wanted["email"])
    ]
    if same or not came:
        return same[0] if same else None
    nearest = max(came, key=lambda one: len(words_of(wanted) & words_of(one)))
    return nearest if words_of(wanted) & words_of(nearest) else None


def is_right(field: str, wanted: dict[str, Any], one: dict[str, Any]) -> bool:
    right = [tidied(wanted[field]), *map(tidied, wanted.get("also_right", {}).get(field, []))]
    told = [tidied(one[field])]
    if field in {"position", "organisation", "honorific"} and not told[0]:
        told.append(tidied(one[f"native_{field}"]))
    if field == "phone":
        right, told = (["".join(filter(str.isdigit, text)) for text in texts] for texts in (right, told))
    return any(text in right for text in told)


def differences(expected: dict[str, Any], plan: ImportPlan) -> set[str]:
    """The fields that came in otherwise; "lost" and "invented" for persons, "asked" for those whom a question holds."""
    came = [as_told(Delegate.of("", candidate.details)) for candidate in plan.new]
    found: set[str] = set()
    for wanted in expected["delegates"]:
        one = meant(wanted, came)
        if one is None:
            found.add("asked" if plan.questions else "lost")
            continue
        came.remove(one)
        if name_of(one) not in [
            name_of(wanted),
            *map(name_of, wanted.get("also_right", {}).get("names", [])),
        ]:
            found.add("name")
        found |= {field for field in FIELDS if field in wanted and not is_right(field, wanted, one)}
    return found | ({"invented"} if came else set())


@pytest.mark.parametrize("case", CASES)
def test_a_list_brings_in_the_cells_that_it_should(case: str) -> None:
    expected = json.loads((FOLDER / case / "expected.json").read_text(encoding="utf-8"))
    plan = plan_of(case, expected)
    found = {"refused"} if plan is None else differences(expected, plan)

    assert found == {field for name, field in UNDERSTOOD if name == case}
    assert plan is None or len(plan.questions) <= 2


def test_the_words_of_states_mean_what_is_agreed() -> None:
    lines = (FOLDER / "words.tsv").read_text(encoding="utf-8").splitlines()[1:]
    agreed = {
        word: status
        for words, _, status in (line.split("\t") for line in lines)
        if status in set(list_words().statuses.values())
        for word in words.split(", ")
    }

    assert len(agreed) > 80
    assert {word: list_words().statuses.get(list_key(word)) for word in agreed} == agreed
