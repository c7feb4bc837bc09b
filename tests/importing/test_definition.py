from __future__ import annotations

import contextlib
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.assets import demo
from checkin.domain.programme import Exits, LocalText, NotArrived, Policy, SessionStatus
from checkin.errors import CheckinError
from checkin.importing.definition import read_definition

if TYPE_CHECKING:
    from pathlib import Path

FORUM = """
[event]
title = { en = "Security Forum", km = "វេទិកា" }
venue = "Cambodiana Hotel"
zone = "Asia/Phnom_Penh"
languages = ["en", "fr", "km"]
first_day = 2026-11-02
last_day = 2026-11-03

[[categories]]
code = "P"
letter = "P"
name = { en = "Parliament", fr = "Parlement" }
colour = "#5B2A86"

[[categories]]
code = "F"
letter = "F"
name = "Staff"
counts = false

[[sessions]]
code = "opening"
title = "Opening"
room = "Ballroom"
start = 2026-11-02T09:00:00
end = 2026-11-02T10:30:00

[[sessions]]
code = "topic-1"
topic = "1"
title = { en = "Issues" }
kind = "panel"
room = "Mekong"
start = 2026-11-02T11:00:00
end = 2026-11-02T12:30:00
doors_open = 2026-11-02T10:45:00
last_entry = 2026-11-02T11:30:00
capacity = 48
re_entry = false
open_to = ["P"]
status = "cancelled"

[policy]
not_arrived = "refuse"
exits = "none"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "forum.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_event_is_as_the_file_says(tmp_path: Path) -> None:
    event = read_definition(written(tmp_path, FORUM))

    assert event.description.title == LocalText((("en", "Security Forum"), ("km", "វេទិកា")))
    assert event.description.languages == ("en", "fr", "km")
    assert (event.description.first_day, event.description.last_day) == (date(2026, 11, 2), date(2026, 11, 3))
    assert event.policy == Policy(NotArrived.REFUSE, Exits.NONE)
    assert [(one.letter, one.colour, one.counts) for one in event.categories.values()] == [
        ("P", "#5B2A86", True),
        ("F", "#4A5568", False),
    ]


def test_times_at_the_venue_are_kept_in_utc(tmp_path: Path) -> None:
    session = read_definition(written(tmp_path, FORUM)).sessions["topic-1"]

    assert session.start == datetime(2026, 11, 2, 4, 0, tzinfo=UTC)
    assert session.doors_open == datetime(2026, 11, 2, 3, 45, tzinfo=UTC)
    assert session.last_entry == datetime(2026, 11, 2, 4, 30, tzinfo=UTC)
    assert session.start.tzinfo is UTC


def test_a_session_says_who_comes_in_and_how(tmp_path: Path) -> None:
    session = read_definition(written(tmp_path, FORUM)).sessions["topic-1"]

    assert tuple(map(str, (session.topic, session.kind, session.room))) == ("1", "panel", "Mekong")
    assert (session.capacity, session.re_entry, session.open_to) == (48, False, frozenset({"P"}))
    assert session.status is SessionStatus.CANCELLED


def test_what_a_session_leaves_out_has_its_default(tmp_path: Path) -> None:
    session = read_definition(written(tmp_path, FORUM)).sessions["opening"]

    assert session.doors_open == datetime(2026, 11, 2, 1, 30, tzinfo=UTC)
    assert session.last_entry == session.end
    assert (session.capacity, session.re_entry, session.open_to) == (None, True, None)
    assert session.status is SessionStatus.PLANNED


def test_an_event_without_policy_and_sessions_is_one(tmp_path: Path) -> None:
    text = FORUM[: FORUM.index("[[sessions]]")]
    event = read_definition(written(tmp_path, text))

    assert event.sessions == {}
    assert event.policy == Policy(NotArrived.ADMIT, Exits.NONE)


IN_PARIS = """
[event]
title = "Night"
zone = "Europe/Paris"
first_day = 2027-03-28
last_day = 2027-10-31
[[categories]]
code = "P"
letter = "P"
name = "People"
[[sessions]]
code = "night"
title = "Night"
"""


@pytest.mark.parametrize("key", ["start", "end", "doors_open", "last_entry"])
def test_a_time_that_the_clocks_skip_is_none(tmp_path: Path, key: str) -> None:
    times = {"start": "03-28T01:00", "end": "03-28T09:00"} | {key: "03-28T02:30"}
    text = IN_PARIS + "".join(f"{name} = 2027-{time}:00\n" for name, time in times.items())

    with pytest.raises(
        CheckinError, match=f"night: {key} is 02:30, and the clocks skip that time on 2027-03-28"
    ):
        read_definition(written(tmp_path, text))


def test_of_a_time_that_comes_twice_the_first_is_meant(tmp_path: Path) -> None:
    text = f"{IN_PARIS}start = 2027-10-31T02:30:00\nend = 2027-11-01T01:00:00\n"
    session = read_definition(written(tmp_path, text)).sessions["night"]

    assert session.start == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_a_session_may_end_after_the_midnight_of_the_last_day(tmp_path: Path) -> None:
    text = f"{IN_PARIS}start = 2027-10-31T23:00:00\nend = 2027-11-01T01:00:00\n"

    assert read_definition(written(tmp_path, text)).sessions["night"].end.day == 1


def test_letters_that_differ_by_an_accent_are_two_letters(tmp_path: Path) -> None:
    text = FORUM.replace('letter = "P"', 'letter = "E"').replace('letter = "F"', 'letter = "É"')

    assert [one.letter for one in read_definition(written(tmp_path, text)).categories.values()] == ["E", "É"]


def test_what_stands_in_texts_and_remarks_is_no_bracket_and_no_key(tmp_path: Path) -> None:
    odd = "[" * 100 + "." * 100 + "x" * 400
    title = f'''title = """{odd}\n\\"{odd}"""'''
    text = FORUM.replace('title = "Opening"', f"{title} # {odd}\nkind = '{odd}'")

    assert str(read_definition(written(tmp_path, text)).sessions["opening"].kind) == odd


@pytest.mark.parametrize("begin", ['a = "', "a = '", 'a = """', "a = '''"])
def test_a_text_that_never_ends_is_told(tmp_path: Path, begin: str) -> None:
    with pytest.raises(CheckinError, match="is not valid TOML"):
        read_definition(written(tmp_path, begin + '\\"' * 500_000))


def test_no_mark_of_direction_and_no_control_character_comes_in(tmp_path: Path) -> None:
    odd = FORUM.replace('"opening"', r'"open\u202eing"').replace('"Opening"', r'"Open\u001b[31m\n\u0000ing"')
    session = read_definition(written(tmp_path, odd)).sessions["opening"]

    assert str(session.title) == "Open[31m ing"


def test_a_byte_order_mark_and_everybody_by_name_are_fine(tmp_path: Path) -> None:
    event = read_definition(written(tmp_path, "\ufeff" + FORUM.replace('["P"]', '"all"')))

    assert event.sessions["topic-1"].open_to is None


MISTAKES = [
    ('open_to = ["P"]', 'open_to = ["P", "X"]', "[[sessions]] topic-1: open_to names X"),
    (
        "end = 2026-11-02T10:30:00",
        "end = 2026-11-02T08:30:00",
        "[[sessions]] opening: end is not after start",
    ),
    (
        "last_entry = 2026-11-02T11:30:00",
        "last_entry = 2026-11-02T10:00:00",
        "last_entry is before doors_open",
    ),
    (
        "last_entry = 2026-11-02T11:30:00",
        "last_entry = 2026-11-02T12:31:00",
        "topic-1: last_entry is after the end",
    ),
    ('code = "F"', 'code = "P"', "[[categories]]: code P stands there twice"),
    (
        'letter = "F"',
        'letter = "p"',
        "[[categories]] F: letter p is the code of P too; a list could mean either",
    ),
    ('name = "Staff"', 'name = { km = "PARLIAMENT" }', "F: name PARLIAMENT is the name of P too"),
    ('name = "Staff"', 'name = "p"', "F: name p is the code of P too"),
    ('code = "F"', 'code = "parlement"', "parlement: code parlement is the name of P too"),
    (
        "start = 2026-11-02T09:00:00",
        "start = 2026-11-01T23:59:59",
        "opening: start is on 2026-11-01, and the days",
    ),
    ("first_day = 2026-11-02", "first_day = 0001-01-01", "[event]: first_day is in the year 1"),
    ("last_day = 2026-11-03", "last_day = 9999-12-31", "[event]: last_day is in the year 9999"),
    ("capacity = 48", "capacity = 9999999999", "capacity must be a whole number, 0 or more, and at most"),
    ("capacity = 48", f"capacity = {'9' * 5000}", "line 39: a number or key is longer than 300 characters"),
    ("capacity = 48", f"capacity = 0x{'f' * 5000}", "line 39: a number or key is longer than 300 characters"),
    ("capacity = 48", f"capacity = {'[' * 50_000}", "line 39: more than 50 brackets stand in each other"),
    ("capacity = 48", f"capacity = {'{a=' * 50_000}", "line 39: more than 50 brackets stand in each other"),
    ("capacity = 48", f"capacity{'.a' * 100_000} = 1", "line 39: a key has more than 50 parts"),
    ("capacity = 48", "[" + '"a".' * 100_000 + "a]", "line 39: a key has more than 50 parts"),
    (
        "[policy]",
        '[[rooms]]\ncode = "a"\nname = "Ballroom"\n[[rooms]]\ncode = "ballroom"\n[policy]',
        "ballroom: code",
    ),
    (
        "[policy]",
        '[[delegations]]\ncode = "fr"\nnames = ["France"]\n[[delegations]]\ncode = "x"\nnames = ["france"]\n[policy]',
        "[[delegations]] x: name france is the name of fr too",
    ),
    (
        "[policy]",
        '[[fields]]\ncode = "bus"\n[[fields]]\ncode = "car"\nname = { fr = "Bus" }\n[policy]',
        "[[fields]] car: name Bus is the code of bus too",
    ),
    (
        "[policy]",
        '[[fields]]\ncode = "bus"\nkind = "choice"\nchoices = ["A", { en = "B", fr = "a" }]\n[policy]',
        "choices holds A and a; a list could mean either",
    ),
    ('title = "Opening"', f'title = "{"x" * 30_000}"', "title is a text of 30,000 characters"),
    ('code = "topic-1"', 'code = "opening"', "[[sessions]]: code opening stands there twice"),
    ("Asia/Phnom_Penh", "Asia/Nowhere", "[event]: zone Asia/Nowhere is no time zone"),
    ("Asia/Phnom_Penh", "../../etc/passwd", "is no time zone"),
    ("#5B2A86", "violet", "[[categories]] P: colour violet is no colour"),
    ('not_arrived = "refuse"', 'not_arrived = "maybe"', "[policy]: not_arrived must be one of admit, refuse"),
    ('exits = "none"', 'entries = "none"', "[policy]: entries is not known here"),
    ("capacity = 48", "capacity = -1", "[[sessions]] topic-1: capacity must be a whole number"),
    ("capacity = 48", "capactiy = 48", "[[sessions]] topic-1: capactiy is not known here"),
    ("re_entry = false", 're_entry = "no"', "re_entry must be true or false"),
    ('status = "cancelled"', 'status = "off"', "status must be one of planned, cancelled"),
    ("first_day = 2026-11-02", "first_day = 2026-11-09", "[event]: last_day is before first_day"),
    ("first_day = 2026-11-02", 'first_day = "2 November"', "first_day must be a date"),
    ("last_day = 2026-11-03", "", "[event]: last_day is missing"),
    ("start = 2026-11-02T09:00:00", "start = 2026-11-02", "[[sessions]] opening: start must be a time"),
    (
        "start = 2026-11-02T09:00:00",
        "start = 0001-01-01T00:00:00",
        "start is in the year 1; years are from 1900 to 2999",
    ),
    ('code = "opening"', "", "[[sessions]] number 1: code is missing"),
    ('code = "opening"', f'code = "{"x" * 65}"', "code has 65 letters; at most 64 are possible"),
    ('code = "F"', f'code = "{"x" * 400}"', "code has 400 letters; at most 64 are possible"),
    ('title = "Opening"', 'title = ""', "[[sessions]] opening: title is empty"),
    ('title = "Opening"', "title = {}", "title must be a text"),
    ('title = "Opening"', "title = [1]", "title must be a text"),
    ('languages = ["en", "fr", "km"]', 'languages = "en"', "languages must be a list"),
    ("[[categories]]", "[[kinds]]", "kinds is not known here"),
    ("[policy]", "[[policy]]", "policy must be written as a table"),
    ("[event]", "[event", "forum.toml"),
]


@pytest.mark.parametrize(("right", "wrong", "said"), MISTAKES)
def test_a_mistake_is_told_with_file_table_and_key(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    assert right in FORUM
    with pytest.raises(CheckinError) as told:
        read_definition(written(tmp_path, FORUM.replace(right, wrong)))

    assert "forum.toml" in told.value.message
    assert said in told.value.message


@pytest.mark.parametrize("missing", ["[event]", "[[categories]]"])
def test_what_no_event_can_lack_is_named(tmp_path: Path, missing: str) -> None:
    text = "[policy]" if missing == "[event]" else FORUM[: FORUM.index("[[categories]]")]
    with pytest.raises(CheckinError, match="is missing") as told:
        read_definition(written(tmp_path, text))

    assert missing in told.value.message


def test_a_file_that_is_not_there_or_not_utf8_is_told(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes('title = "Éric"'.encode("cp1252"))

    with pytest.raises(CheckinError, match=r"latin\.toml: line 1 is not a text in UTF-8"):
        read_definition(latin)
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(CheckinError, match="cannot be read"):
            read_definition(path)


def test_the_demo_event_is_well_defined() -> None:
    event = read_definition(demo("forum.toml"))

    assert len(event.categories) == 15
    assert not event.counts("F")
    assert {"opening"} <= set(event.sessions)


@given(cut=st.integers(min_value=0, max_value=len(FORUM)), junk=st.text(max_size=4))
def test_no_damage_to_the_file_is_more_than_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, cut: int, junk: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.toml"
    path.write_bytes((FORUM[:cut] + junk + FORUM[cut + 3 :]).encode("utf-8", "replace"))
    with contextlib.suppress(CheckinError):
        read_definition(path)
