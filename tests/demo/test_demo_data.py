"""The demo event is the forum that its papers describe, and its people are many, mixed and well formed."""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from collections import Counter
from datetime import datetime
from typing import Any

import pytest

from checkin import assets
from checkin.domain.delegates import NameOrder, Status

_PALETTE = frozenset(
    [
        "#5B2A86",
        "#0072B2",
        "#1B3A6B",
        "#0B6E4F",
        "#E69F00",
        "#56B4E9",
        "#CC79A7",
        "#F0E442",
        "#4A5568",
        "#A4161A",
        "#00606B",
        "#6B4226",
    ]
)

_SCRIPTS = {
    "Khmer": "\u1780-\u17ff",
    "Lao": "\u0e80-\u0eff",
    "Thai": "\u0e00-\u0e7f",
    "Burmese": "\u1000-\u109f",
    "Vietnamese": "\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9",
    "Han": "\u4e00-\u9fff",
    "Hangul": "\uac00-\ud7af",
    "Hiragana": "\u3041-\u309f",
    "Katakana": "\u30a0-\u30ff",
    "Devanagari": "\u0900-\u097f",
    "Arabic": "\u0600-\u06ff",
    "Cyrillic": "\u0400-\u04ff",
    "Mongolian Cyrillic": "\u04af\u04e9",
    "French": "çéèêëâîïœÉ",
}


def _forum() -> dict[str, Any]:
    return tomllib.loads(assets.demo("forum.toml").read_text(encoding="utf-8"))


def _people() -> list[dict[str, str]]:
    with assets.demo("delegates.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


FORUM = _forum()
PEOPLE = _people()
SESSIONS = {session["code"]: session for session in FORUM["sessions"]}


def _having(column: str) -> list[dict[str, str]]:
    return [person for person in PEOPLE if person[column]]


# ---------------------------------------------------------------------------------------------------------- the forum


def test_there_are_twelve_categories_and_only_the_staff_does_not_count() -> None:
    codes = [category["code"] for category in FORUM["categories"]]
    uncounted = [category["code"] for category in FORUM["categories"] if not category.get("counts", True)]

    assert codes == list("PGMDRATLOCSF")
    assert [category["letter"] for category in FORUM["categories"]] == codes
    assert uncounted == ["F"]


def test_every_category_has_its_own_colour_of_the_palette() -> None:
    colours = [category["colour"] for category in FORUM["categories"]]

    assert len(set(colours)) == len(colours)
    assert set(colours) == _PALETTE


def test_titles_and_names_are_there_in_every_language_of_the_event() -> None:
    languages = FORUM["event"]["languages"]
    texts = [FORUM["event"]["title"], FORUM["event"]["venue"]]
    texts += [category["name"] for category in FORUM["categories"]]
    texts += [session["title"] for session in FORUM["sessions"]]

    assert languages == ["en", "fr", "km"]
    for text in texts:
        assert list(text) == languages
        assert all(text.values())
        assert re.search(f"[{_SCRIPTS['Khmer']}]", text["km"])


def test_codes_of_sessions_are_unique_and_short() -> None:
    codes = [session["code"] for session in FORUM["sessions"]]

    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z0-9-]{4,13}", code) for code in codes)


@pytest.mark.parametrize("session", FORUM["sessions"], ids=lambda session: session["code"])
def test_a_session_lies_inside_the_days_and_its_door_opens_in_time(session: dict[str, Any]) -> None:
    start, end = session["start"], session["end"]
    doors, last_entry = session.get("doors_open", start), session.get("last_entry", end)

    assert FORUM["event"]["first_day"] <= doors.date() <= end.date() <= FORUM["event"]["last_day"]
    assert doors <= start < last_entry <= end
    assert set(session.get("open_to", [])) <= {category["code"] for category in FORUM["categories"]}


def test_no_two_sessions_share_a_room_at_a_time() -> None:
    for first in FORUM["sessions"]:
        for second in FORUM["sessions"]:
            if first is not second and first["room"] == second["room"]:
                assert first["end"] <= second["start"] or second["end"] <= first["start"], first["code"]


def test_the_opening_welcomes_three_hundred_from_eight_in_the_ballroom() -> None:
    opening = SESSIONS["opening"]

    assert opening["doors_open"] == datetime(2027, 3, 15, 8)  # noqa: DTZ001 - local to the venue
    assert (opening["room"], opening["capacity"], "open_to" in opening) == ("Ballroom", 300, False)


def test_the_programme_has_a_session_of_every_sort_that_a_door_can_meet() -> None:
    topics = Counter(session.get("topic", "") for session in FORUM["sessions"])
    rooms = {session["room"] for session in FORUM["sessions"]}

    assert all(topics[topic] >= 2 for topic in "123")
    assert rooms == {"Ballroom", "Mekong", "Tonle Sap"}
    assert [code for code, session in SESSIONS.items() if session.get("capacity") == 48] == ["talk-1"]
    assert [code for code, session in SESSIONS.items() if not session.get("re_entry", True)] == ["talk-2"]
    assert [code for code, session in SESSIONS.items() if "status" in session] == ["students"]
    assert SESSIONS["students"]["status"] == "cancelled"
    assert SESSIONS["ministers"]["open_to"] == ["P", "G", "D", "S"]
    assert {"press", "lunch-1", "coffee-1", "closing"} <= set(SESSIONS)


# --------------------------------------------------------------------------------------------------------- the people


def test_there_are_three_hundred_people_each_with_a_reference() -> None:
    assert [person["Reference"] for person in PEOPLE] == [f"F{number:03}" for number in range(1, 301)]


def test_the_file_opens_in_a_spreadsheet_program_with_its_scripts() -> None:
    assert assets.demo("delegates.csv").read_bytes().startswith(b"\xef\xbb\xbfReference,")


def test_all_but_four_are_expected() -> None:
    statuses = Counter(Status(person["Status"]) for person in PEOPLE)

    assert statuses == {Status.REGISTERED: 296, Status.CANCELLED: 2, Status.DECLINED: 1, Status.BLOCKED: 1}


def test_every_category_has_people() -> None:
    used = Counter(person["Category"] for person in PEOPLE)

    assert set(used) == {category["code"] for category in FORUM["categories"]}
    assert min(used.values()) >= 10


@pytest.mark.parametrize("script", _SCRIPTS)
def test_names_come_in_every_script_that_the_desk_will_meet(script: str) -> None:
    name = re.compile(f"[{_SCRIPTS[script]}]")
    columns = ("Family name", "Given name", "Name in native script")

    assert any(any(name.search(person[column]) for column in columns) for person in PEOPLE)


def test_more_than_half_are_khmer() -> None:
    khmer = [
        person for person in PEOPLE if re.search(f"[{_SCRIPTS['Khmer']}]", person["Name in native script"])
    ]

    assert 155 <= len(khmer) <= 175
    assert {person["Country"] for person in khmer} == {"Cambodia"}
    assert {person["Name order"] for person in khmer} == {NameOrder.FAMILY_FIRST}


def test_everybody_has_a_name_in_latin_letters_and_an_order_for_it() -> None:
    assert all(person["Family name"] for person in PEOPLE)
    assert {NameOrder(person["Name order"]) for person in PEOPLE} == set(NameOrder)


def test_two_people_have_one_name_and_work_at_different_places() -> None:
    names = Counter((person["Family name"], person["Given name"]) for person in PEOPLE)
    namesakes = [person for person in PEOPLE if names[person["Family name"], person["Given name"]] > 1]
    natives = Counter(person["Name in native script"] for person in _having("Name in native script"))

    assert len(namesakes) == 2
    assert len({person["Organisation"] for person in namesakes}) == 2
    assert [count for count in natives.values() if count > 1] == [2]


def test_one_person_has_no_organisation_and_one_has_a_very_long_one() -> None:
    lengths = sorted(len(person["Organisation"]) for person in PEOPLE)

    assert lengths.count(0) == 1
    assert lengths[-1] > 150
    assert lengths[-2] < 100


def test_honorifics_stand_as_the_protocol_office_wrote_them() -> None:
    honorifics = {person["Honorific"] for person in PEOPLE}

    assert max(map(len, honorifics)) > 45
    assert {
        "H.E.", "ឯកឧត្តម", "លោកជំទាវ", "Lok Chumteav", "Oknha", "Prof. Dr.", "Assoc. Prof. Dr.",
        "Samdech Akka Moha Bandit Vibolpheakdei Sereymongkol", "សម្តេចអគ្គមហាបណ្ឌិត",
    } <= honorifics  # fmt: skip


def test_every_delegation_has_exactly_one_head() -> None:
    delegations = {person["Delegation"] for person in _having("Delegation")}
    heads = Counter(person["Delegation"] for person in _having("Head of delegation"))

    assert len(delegations) > 40
    assert heads == dict.fromkeys(delegations, 1)


def test_precedence_is_a_number_that_nobody_shares() -> None:
    numbers = [float(person["Precedence"]) for person in _having("Precedence")]

    assert len(numbers) == len(set(numbers)) == 120
    assert [number for number in numbers if number % 1] == [17.5]


def test_nobody_can_be_reached() -> None:
    mails = [person["E-mail"] for person in _having("E-mail")]
    phones = [person["Phone"] for person in _having("Phone")]

    assert len(set(mails)) == len(mails) > 250
    assert all(re.fullmatch(r"[a-z.]+\d*@example\.(org|com)", mail) for mail in mails)
    # There is no country +999, and no Cambodian number begins with 00.
    assert len(set(phones)) == len(phones) > 240
    assert all(re.fullmatch(r"\+(855|999) 00 555 \d{3}", phone) for phone in phones)


def test_a_few_people_need_a_meal_a_note_or_attention() -> None:
    assert 20 <= len(_having("Dietary need")) <= 40
    assert 10 <= len(_having("Private note")) <= 20
    assert 15 <= len(_having("Public note")) <= 30
    assert 5 <= len(_having("Attention")) <= 12


@pytest.mark.parametrize("name", ["forum.toml", "delegates.csv"])
def test_texts_are_composed_and_hold_nothing_invisible(name: str) -> None:
    text = assets.demo(name).read_text(encoding="utf-8-sig")

    assert unicodedata.is_normalized("NFC", text)
    assert {character for character in text if unicodedata.category(character)[0] == "C"} == {"\n"}


def test_no_cell_begins_or_ends_with_a_space() -> None:
    assert all(cell == cell.strip() for person in PEOPLE for cell in person.values())
