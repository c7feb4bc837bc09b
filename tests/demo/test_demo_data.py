"""The demo event is the forum that its papers describe, and its people are many, mixed and well formed."""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from datetime import datetime
from typing import Any

import pytest

from checkin import assets
from checkin.domain.delegates import NameOrder, Sex, Status
from tests.demo.make_photos import REFERENCES

_PALETTE = {
    "navy": "#1B3A6B", "plum": "#7A2048", "steel": "#33658A", "olive": "#556B2F", "ochre": "#8A6100",
    "orange": "#E69F00", "sky": "#56B4E9", "pink": "#CC79A7", "yellow": "#F0E442", "slate": "#4A5568",
    "teal": "#00606B", "brown": "#6B4226",
}  # fmt: skip
_VERDICTS = {
    "welcome": "#0B6E4F", "amber": "#FFB000", "notice": "#0072B2", "refusal": "#A4161A", "alert": "#5B2A86",
}  # fmt: skip
_COUNTED = "PGMDRATLOCS"
_NOT_COUNTED = "WYIF"

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


BY_REFERENCE = {person["Reference"]: person for person in PEOPLE}


def _having(column: str) -> list[dict[str, str]]:
    return [person for person in PEOPLE if person[column]]


def _of(category: str) -> list[dict[str, str]]:
    return [person for person in PEOPLE if person["Category"] == category]


def _whom_they_accompany(person: dict[str, str]) -> dict[str, str]:
    return BY_REFERENCE[person["Accompanies"]]


def _is_khmer(text: str) -> bool:
    return re.search(f"[{_SCRIPTS['Khmer']}]", text) is not None


def _scripts(text: str) -> set[str]:
    """The first word of each letter's and mark's Unicode name: KHMER, LATIN, CJK, …"""
    return {unicodedata.name(sign).split()[0] for sign in text if unicodedata.category(sign)[0] in "LM"}


# ---------------------------------------------------------------------------------------------------------- the forum


def test_the_categories_are_the_forums_and_press_security_interpreters_and_staff_do_not_count() -> None:
    codes = [category["code"] for category in FORUM["categories"]]
    uncounted = [category["code"] for category in FORUM["categories"] if not category.get("counts", True)]

    assert codes == list(_COUNTED + _NOT_COUNTED)
    assert [category["letter"] for category in FORUM["categories"]] == codes
    assert uncounted == list(_NOT_COUNTED)


def test_every_colour_is_of_the_palette_and_none_is_a_verdicts() -> None:
    colours = {category["colour"] for category in FORUM["categories"]}

    assert colours == set(_PALETTE.values())
    assert colours.isdisjoint(_VERDICTS.values())


def test_who_counts_has_a_colour_of_their_own_and_who_does_not_shares_the_slate() -> None:
    colours = {category["code"]: category["colour"] for category in FORUM["categories"]}

    assert len({colours[code] for code in _COUNTED} - {_PALETTE["slate"]}) == len(_COUNTED)
    assert {colours[code] for code in _NOT_COUNTED} == {_PALETTE["slate"]}
    assert [colours[code] for code in "PGMR"] == [
        _PALETTE[name] for name in ("plum", "steel", "ochre", "olive")
    ]


def test_titles_and_names_are_there_in_every_language_of_the_event() -> None:
    languages = FORUM["event"]["languages"]
    texts = [FORUM["event"]["title"], FORUM["event"]["venue"]]
    texts += [category["name"] for category in FORUM["categories"]]
    texts += [session["title"] for session in FORUM["sessions"]]
    texts += [room["name"] for room in FORUM["rooms"]]
    texts += [delegation["names"][0] for delegation in FORUM["delegations"]]
    texts += [text for field in FORUM["fields"] for text in (field["name"], *field.get("choices", []))]

    assert languages == ["en", "fr", "km"]
    for text in texts:
        assert list(text) == languages
        assert all(text.values())
        assert _is_khmer(text["km"])


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


def test_every_session_has_a_room_that_is_defined_and_holds_it() -> None:
    capacities = {room["code"]: room["capacity"] for room in FORUM["rooms"]}

    assert {session["room"] for session in FORUM["sessions"]} == set(capacities)
    for session in FORUM["sessions"]:
        assert session.get("capacity", 0) <= capacities[session["room"]], session["code"]


def test_the_press_leaves_after_the_opening_and_comes_to_no_closed_session() -> None:
    open_to_the_press = [
        code for code, session in SESSIONS.items() if "W" in session.get("open_to", _COUNTED + _NOT_COUNTED)
    ]

    assert open_to_the_press == ["opening", "coffee-1", "press"]


@pytest.mark.parametrize("category", "YIF")
def test_security_interpreters_and_staff_work_in_every_session_but_the_one_by_name(category: str) -> None:
    closed = [
        code for code, session in SESSIONS.items() if category not in session.get("open_to", [category])
    ]

    assert closed == ["ministers"]


def test_a_door_refuses_discreetly_and_exits_are_read() -> None:
    assert FORUM["policy"] == {"not_arrived": "admit", "exits": "scanned", "door_words": "discreet"}


def test_some_places_of_delegations_are_still_to_be_named() -> None:
    named = Counter(person["Delegation"] for person in PEOPLE)
    open_places = {
        delegation["code"]: delegation["quota"]
        - sum(named[text] for name in delegation["names"] for text in set(name.values()))
        for delegation in FORUM["delegations"]
    }

    assert {code: places for code, places in open_places.items() if places} == {
        "MND": 1, "MOI": 1, "IN": 1, "PRESS": 1,
    }  # fmt: skip


def test_embassies_represent_a_state_and_ministries_come_before_them() -> None:
    orders: dict[str, list[int]] = {}
    for delegation in FORUM["delegations"]:
        assert delegation.get("represents_state", False) == (delegation["kind"] == "state"), delegation[
            "code"
        ]
        if "order" in delegation:
            orders.setdefault(delegation["kind"], []).append(delegation["order"])
    every = [order for some in orders.values() for order in some]

    assert len(set(every)) == len(every) == 13
    assert max(orders["ministry"]) < min(orders["state"])


def test_the_forum_asks_who_wants_no_photograph_and_keeps_the_cars_to_itself() -> None:
    fields = {field["code"]: field for field in FORUM["fields"]}

    assert list(fields) == ["photograph", "vehicle"]
    assert fields["photograph"]["shown"] == ["card", "badge"]
    assert (fields["vehicle"]["private"], fields["vehicle"]["shown"]) == (True, ["card"])
    assert {person["Photograph"] for person in PEOPLE} == {"", "No photograph", "On the podium only"}
    assert 5 <= len(_having("Vehicle")) <= 15


def test_the_programme_has_a_session_of_every_sort_that_a_door_can_meet() -> None:
    topics = Counter(session.get("topic", "") for session in FORUM["sessions"])
    rooms = {session["room"] for session in FORUM["sessions"]}

    assert all(topics[topic] >= 2 for topic in "123")
    assert rooms == {"Ballroom", "Mekong", "Tonle Sap"}
    assert [code for code, session in SESSIONS.items() if session.get("capacity") == 48] == ["talk-1"]
    assert [code for code, session in SESSIONS.items() if not session.get("re_entry", True)] == ["talk-2"]
    assert [code for code, session in SESSIONS.items() if "status" in session] == ["students"]
    assert SESSIONS["students"]["status"] == "cancelled"
    assert SESSIONS["ministers"]["open_to"] == []
    assert {"press", "lunch-1", "coffee-1", "closing"} <= set(SESSIONS)


# --------------------------------------------------------------------------------------------------------- the people


def test_there_are_three_hundred_people_each_with_a_reference() -> None:
    assert [person["Reference"] for person in PEOPLE] == [f"F{number:03}" for number in range(1, 301)]


def test_the_file_opens_in_a_spreadsheet_program_with_its_scripts() -> None:
    assert assets.demo("delegates.csv").read_bytes().startswith(b"\xef\xbb\xbfReference,")


def test_the_guests_of_the_lunch_are_24_people_who_are_expected() -> None:
    expected = {person["Reference"] for person in PEOPLE if person["Status"] == "registered"}
    guests = assets.demo("guests.csv").read_text(encoding="utf-8").splitlines()[1:]
    references = {line.split(",")[0] for line in guests}

    assert len(guests) == len(references) == 24
    assert references <= expected


def test_all_but_four_are_expected() -> None:
    statuses = Counter(Status(person["Status"]) for person in PEOPLE)

    assert statuses == {
        Status.REGISTERED: 296,
        Status.EXCUSED: 1,
        Status.PENDING: 1,
        Status.INVITED: 1,
        Status.BLOCKED: 1,
    }


def test_every_category_has_people() -> None:
    used = Counter(person["Category"] for person in PEOPLE)

    assert set(used) == set(_COUNTED + _NOT_COUNTED)
    assert min(used[category] for category in _COUNTED) >= 10
    assert min(used[category] for category in _NOT_COUNTED) >= 5


@pytest.mark.parametrize("script", _SCRIPTS)
def test_names_come_in_every_script_that_the_desk_will_meet(script: str) -> None:
    name = re.compile(f"[{_SCRIPTS[script]}]")
    columns = ("Family name", "Given name", "Name in native script")

    assert any(any(name.search(person[column]) for column in columns) for person in PEOPLE)


def test_more_than_half_are_khmer() -> None:
    khmer = [person for person in PEOPLE if _is_khmer(person["Name in native script"])]

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


def test_titles_stand_as_the_protocol_office_wrote_them() -> None:
    latin = {person["Honorific"] for person in PEOPLE}
    native = {person["Native title"] for person in PEOPLE}

    assert max(map(len, latin)) > 45
    assert {
        "H.E.", "Lok Chumteav", "Oknha", "Prof. Dr.", "Assoc. Prof. Dr.",
        "Samdech Akka Moha Bandit Vibolpheakdei Sereymongkol", "Samdech Akka Moha Bandit",
    } <= latin  # fmt: skip
    assert max(map(len, native)) > 35
    assert {"ឯកឧត្តម", "លោកជំទាវ", "ឧកញ៉ា", "សាស្ត្រាចារ្យបណ្ឌិត", "សម្តេចអគ្គមហាបណ្ឌិត", "កញ្ញា", "ព្រះតេជគុណ"} <= native


def test_no_title_crosses_to_the_name_of_the_other_script() -> None:
    assert {script for person in PEOPLE for script in _scripts(person["Honorific"])} == {"LATIN"}
    for person in PEOPLE:
        scripts = _scripts(person["Native title"])

        assert "LATIN" not in scripts
        assert scripts <= _scripts(person["Name in native script"]), person["Reference"]


def test_everybody_with_a_khmer_name_has_a_khmer_title() -> None:
    untitled = [
        person["Reference"]
        for person in PEOPLE
        if _is_khmer(person["Name in native script"]) and not _is_khmer(person["Native title"])
    ]

    assert untitled == []


@pytest.mark.parametrize(
    ("latin", "khmer"),
    [
        (r"H\.E\.", "ឯកឧត្តម"), ("Lok Chumteav", "លោកជំទាវ"), ("Samdech", "សម្តេច"), ("Neak Oknha", "អ្នកឧកញ៉ា"),
        (r"Mr$", "លោក$"), (r"Mrs$", "លោកស្រី$"), (r"Ms$", "(លោកស្រី|កញ្ញា)$"), (r"(.* )?Oknha", ".*ឧកញ៉ា"),
        (r"(.* )?Dr\.$", ".*បណ្ឌិត$"), (r"(.* )?Prof\.", ".*សាស្ត្រាចារ្យ"), (r"(.* )?Assoc\. Prof\.", ".*សាស្ត្រាចារ្យរង"),
        (r"(.* )?General$", ".*ឧត្តមសេនីយ៍"), (r"Colonel$", "វរសេនីយ៍ឯក$"), (r"Venerable$", "ព្រះតេជគុណ$"),
    ],
)  # fmt: skip
def test_the_title_of_a_khmer_name_is_that_of_the_latin_one(latin: str, khmer: str) -> None:
    titles = [
        (person["Honorific"], person["Native title"])
        for person in PEOPLE
        if _is_khmer(person["Name in native script"])
    ]

    assert any(re.match(latin, one) for one, _ in titles)
    assert [pair for pair in titles if re.match(latin, pair[0]) and not re.match(khmer, pair[1])] == []


def test_who_is_read_in_khmer_first_has_position_and_institution_in_khmer() -> None:
    khmer_first = [person for person in PEOPLE if person["Category"] in "PGMR"]
    positions, organisations = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for person in khmer_first:
        positions[person["Position"]].add(person["Native position"])
        organisations[person["Organisation"]].add(person["Native organisation"])

    assert all(_is_khmer(person["Native position"]) for person in khmer_first)
    assert all(_is_khmer(person["Native organisation"]) for person in khmer_first)
    assert {len(terms) for terms in organisations.values()} == {1}
    # A deputy governor is one of a province, which Khmer says in the same breath.
    assert {position for position, terms in positions.items() if len(terms) > 1} == {"Deputy Governor"}


@pytest.mark.parametrize(("sex", "titles"), [
    ("f", {"Ms", "Mrs", "Mme", "Daw", "Lok Chumteav", "Lok Chumteav Dr.", "H.E. Ms", "H.E. Mrs"}),
    ("m", {"Mr", "M.", "U", "H.E.", "H.E. Mr", "Samdech Akka Moha Bandit"}),
])  # fmt: skip
def test_sex_is_what_the_title_says(sex: str, titles: set[str]) -> None:
    said = {person["Honorific"]: person["Sex"] for person in PEOPLE if person["Honorific"] in titles}

    assert said == dict.fromkeys(titles, sex)


def test_of_some_people_the_lists_do_not_say_whether_they_are_women() -> None:
    sexes = Counter(Sex(person["Sex"]) for person in PEOPLE)

    assert sexes[Sex.FEMALE] > 100
    assert 20 <= sexes[Sex.NOT_SAID] <= 50


def test_nationality_is_no_other_word_for_country() -> None:
    nationalities = defaultdict[str, set[str]](set)
    for person in _having("Nationality"):
        nationalities[person["Country"]].add(person["Nationality"])

    assert nationalities["Cambodia"] == {"Cambodian"}
    assert nationalities["New Zealand"] == {"New Zealander", "British"}
    assert all(person["Nationality"] for person in PEOPLE if person["Country"] != "Cambodia")


# ------------------------------------------------------------------------------------------ those who need special care


def test_a_charge_daffaires_leads_an_embassy_that_has_no_ambassador() -> None:
    (charge,) = [person for person in PEOPLE if person["Position"] == "Chargé d'affaires a.i."]
    ambassadors = [person for person in _of("D") if person["Position"].startswith("Ambassador")]

    assert charge["Head of delegation"] == "yes"
    assert not charge["Honorific"].startswith("H.E.")
    assert charge["Delegation"] not in {person["Delegation"] for person in ambassadors}
    assert float(charge["Precedence"]) > max(float(person["Precedence"]) for person in ambassadors)


def test_a_spouse_has_title_name_and_badge_of_their_own_beside_the_principal() -> None:
    spouses = [person for person in PEOPLE if person["Position"] == "Accompanying person"]

    assert Counter(person["Category"] for person in spouses) == {"G": 1, "D": 2}
    for spouse in spouses:
        principal = _whom_they_accompany(spouse)

        assert spouse["Honorific"]
        assert spouse["Family name"] != principal["Family name"]
        assert spouse["Precedence"] == ""
        assert [spouse[column] for column in ("Category", "Delegation")] == [
            principal[column] for column in ("Category", "Delegation")
        ]


def test_an_interpreter_has_two_languages_and_some_have_a_principal() -> None:
    interpreters = _of("I")
    principals = [_whom_they_accompany(person) for person in interpreters if person["Accompanies"]]

    assert all(re.fullmatch(r"Interpr.te.*: \w+, \w+", person["Position"]) for person in interpreters)
    assert 0 < len(principals) < len(interpreters)
    assert {person["Position"] for person in principals} == {"Ambassador Extraordinary and Plenipotentiary"}


def test_close_protection_goes_with_every_samdech() -> None:
    guards = [person for person in _of("Y") if person["Position"] == "Close protection"]
    samdechs = {person["Reference"] for person in PEOPLE if person["Honorific"].startswith("Samdech")}

    assert len(samdechs) == 3
    assert samdechs < {person["Accompanies"] for person in guards}
    assert all(person["Delegation"] == _whom_they_accompany(person)["Delegation"] for person in guards)


def test_only_guards_interpreters_and_spouses_accompany_somebody_who_is_expected_and_accompanies_nobody() -> (
    None
):
    accompanying = _having("Accompanies")
    principals = [_whom_they_accompany(person) for person in accompanying]

    assert {
        person["Category"] for person in accompanying if person["Position"] != "Accompanying person"
    } == set("YI")
    assert {person["Status"] for person in principals} == {Status.REGISTERED}
    assert {person["Accompanies"] for person in principals} == {""}


def test_the_press_stands_for_its_medium_and_says_whether_it_writes_photographs_or_films() -> None:
    press = _of("W")
    work = Counter(
        sort
        for person in press
        for sort in ("Writer", "Photographer", "TV", "presse écrite")
        if sort in person["Position"]
    )

    assert {person["Delegation"] for person in press} == {"Press"}
    assert all(person["Organisation"] for person in press)
    assert work.total() == len(press)
    assert set(work) == {"Writer", "Photographer", "TV", "presse écrite"}


def test_a_minister_is_excused_and_represented_by_somebody_who_keeps_their_own_precedence() -> None:
    (minister,) = [person for person in PEOPLE if person["Status"] == Status.EXCUSED]
    substitute = BY_REFERENCE[minister["Represented by"]]

    assert "Minister" in minister["Position"]
    assert [person["Reference"] for person in _having("Represented by")] == [minister["Reference"]]
    assert substitute["Status"] == Status.REGISTERED
    assert substitute["Delegation"] == minister["Delegation"]
    assert float(substitute["Precedence"]) > float(minister["Precedence"])


def test_nobody_on_the_list_is_still_to_be_named() -> None:
    unnamed = re.compile("tbc|to be|nominated|spouse|épou", re.IGNORECASE)

    assert not [person["Reference"] for person in PEOPLE if unnamed.search(" ".join(person.values()))]


# ------------------------------------------------------------------------------------------------------ order and reach


def test_every_delegation_has_exactly_one_head() -> None:
    delegations = {person["Delegation"] for person in _having("Delegation")}
    heads = Counter(person["Delegation"] for person in _having("Head of delegation"))

    assert len(delegations) > 40
    assert heads == dict.fromkeys(delegations, 1)


def test_precedence_is_a_number_that_nobody_shares() -> None:
    numbers = [float(person["Precedence"]) for person in _having("Precedence")]

    assert len(numbers) == len(set(numbers)) == 119
    assert [number for number in numbers if number % 1] == [17.5]


def test_nobody_can_be_reached() -> None:
    mails = [person["E-mail"] for person in _having("E-mail")]
    phones = [person["Phone"] for person in _having("Phone")]
    liaisons = [delegation["liaison"]["phone"] for delegation in FORUM["delegations"]]

    assert len(set(mails)) == len(mails) > 250
    assert all(re.fullmatch(r"[a-z.]+\d*@example\.(org|com)", mail) for mail in mails)
    # There is no country +999, and no Cambodian number begins with 00.
    assert len(set(phones)) == len(phones) > 240
    assert all(re.fullmatch(r"\+(855|999) 00 555 \d{3}", phone) for phone in phones + liaisons)


def test_a_few_people_need_a_meal_a_note_or_attention() -> None:
    assert 20 <= len(_having("Dietary need")) <= 40
    assert 10 <= len(_having("Private note")) <= 20
    assert 15 <= len(_having("Public note")) <= 30
    assert 5 <= len(_having("Attention")) <= 12
    assert 10 <= len(_having("Salutation")) <= 20


@pytest.mark.parametrize("name", ["forum.toml", "delegates.csv"])
def test_texts_are_composed_and_hold_nothing_invisible(name: str) -> None:
    text = assets.demo(name).read_text(encoding="utf-8-sig")

    assert unicodedata.is_normalized("NFC", text)
    assert {character for character in text if unicodedata.category(character)[0] == "C"} == {"\n"}


def test_no_cell_begins_or_ends_with_a_space() -> None:
    assert all(cell == cell.strip() for person in PEOPLE for cell in person.values())


def test_the_programme_shows_what_a_programme_can_have() -> None:
    """A session that is cancelled, one without doors, and two rooms at once."""
    sessions = list(SESSIONS.values())
    assert any(each.get("status") == "cancelled" for each in sessions)
    assert any(each.get("doors") is False for each in sessions)
    assert any(
        one["room"] != other["room"] and one["start"] < other["end"] and other["start"] < one["end"]
        for one in sessions
        for other in sessions
    )


def test_each_photo_of_the_demo_is_small_and_of_somebody_who_takes_part() -> None:
    known = {person["Reference"] for person in PEOPLE}
    photos = sorted(assets.demo("photos").iterdir())

    assert [photo.stem for photo in photos] == sorted(REFERENCES)
    assert known >= set(REFERENCES)
    assert all(photo.stat().st_size < 14_000 for photo in photos)
