from __future__ import annotations

import base64
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.errors import CheckinError
from checkin.importing.files.texts import read_text


def rows_of(text: str | bytes) -> list[tuple[str, ...]]:
    data = text if isinstance(text, bytes) else text.encode()
    _, sheets = read_text(data, Path("list.vcf"))
    ((_, _, rows),) = sheets
    return list(rows)


def a_card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def the_texts(card: str) -> dict[str, str]:
    header, row = rows_of(card)
    return dict(zip(header, row, strict=True))


def test_cards_become_rows_under_one_header() -> None:
    cards = a_card(
        "N:Kraus;Nina;Maria;Dr.;", "FN:Nina Kraus", "ORG:Elbe & Co;Sales", "TITLE:Director"
    ) + a_card("FN:Paul", "EMAIL:paul@example.org", version="4.0")

    assert rows_of(cards) == [
        (
            "Honorific",
            "Family name",
            "Given name",
            "Name",
            "Organisation",
            "Department",
            "Job title",
            "E-mail",
        ),
        ("Dr.", "Kraus", "Nina Maria", "", "Elbe & Co", "Sales", "Director", ""),
        ("", "", "", "Paul", "", "", "", "paul@example.org"),
    ]


def test_a_card_of_an_old_telephone_is_read() -> None:
    assert the_texts(
        a_card(
            "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96zt=",
            "=C3=BCrk;Paul;;;",
            "ORG;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Soci=E9t=E9",
            "TEL;HOME:1",
            "TEL;CELL;PREF:+33 6 12",
            "ADR;WORK:;;Rue 1;Paris;;75000;France",
            version="2.1",
        )
    ) == {
        "Family name": "Öztürk",
        "Given name": "Paul",
        "Organisation": "Société",
        "Phone": "+33 6 12",
        "Phone 2": "1",
        "Country": "France",
        "Address": "Rue 1, Paris, 75000",
    }


def test_folded_lines_groups_escapes_and_addresses_of_the_web_are_read() -> None:
    assert the_texts(
        a_card(
            "N:Kraus;Nina;;;",
            "item1.EMAIL;TYPE=INTERNET:nina@exam",
            " ple.org",
            'TEL;VALUE=uri;TYPE="voice,home":tel:+1-555',
            "NOTE:a\\, b\\; c\\nd",
            version="4.0",
        )
    ) == {
        "Family name": "Kraus",
        "Given name": "Nina",
        "E-mail": "nina@example.org",
        "Phone": "+1-555",
        "Note": "a, b; c\nd",
    }


@pytest.mark.parametrize("indent", ["", " "])
def test_a_large_photo_is_left_out(indent: str) -> None:
    photo = base64.b64encode(bytes(range(256)) * 4000).decode()
    lines = [indent + photo[at : at + 76] for at in range(0, len(photo), 76)]

    card = a_card("PHOTO;ENCODING=BASE64;JPEG:", *lines, "", "N:Kraus;Nina;;;", version="2.1")

    assert rows_of(card) == [("Family name", "Given name"), ("Kraus", "Nina")]


def test_a_card_in_an_encoding_of_its_time_is_read() -> None:
    assert rows_of(a_card("N:Lefèvre;Zoë;;;", "FN:Zoë Lefèvre").encode("cp1252"))[1] == ("Lefèvre", "Zoë")


def test_the_line_that_is_no_line_of_a_card_is_named() -> None:
    with pytest.raises(CheckinError, match="line 8"):
        rows_of(
            a_card("PHOTO;ENCODING=b:AAAA", " AAAA", "FN:Sok") + "BEGIN:VCARD\r\nnothing\r\nEND:VCARD\r\n"
        )


def test_a_card_without_an_end_is_told() -> None:
    with pytest.raises(CheckinError, match="A card of the list cannot be read"):
        rows_of("BEGIN:VCARD\r\nFN:Sok\r\n")


LINES = [
    *(
        "BEGIN:VCARD",
        "END:VCARD",
        "VERSION:2.1",
        "N:Kraus;Nina",
        "FN:x",
        "ORG:",
        "TEL;PREF:1",
        "EMAIL:a",
        "ADR:;;",
    ),
    *(
        "NOTE;QUOTED-PRINTABLE:a=",
        "N;CHARSET=none;ENCODING=QUOTED-PRINTABLE:=E9",
        " folded",
        "",
        "PHOTO:x",
        "odd",
    ),
]


@given(st.lists(st.sampled_from(LINES), max_size=15))
def test_no_cards_are_more_than_a_sentence(lines: list[str]) -> None:
    try:
        rows = rows_of("BEGIN:VCARD\r\n" + "\r\n".join(lines))
    except CheckinError:
        return
    assert {len(row) for row in rows} == {len(rows[0])}


DIRECTORY = """version: 1

# people
dn: cn=Nina Kraus,ou=Sales,dc=example,dc=org
objectClass: person
cn: Nina Kraus
sn: Kraus
givenName: Nina
mail: nina@example.org
o: Elbe & Co

dn:: Y249UGF1bCDDlnp0w7xyayxkYz1leGFtcGxl
objectClass: person
cn:: UGF1bCDDlnp0w7xyaw==
telephoneNumber: 1

dn: cn=Everybody,dc=example
objectClass: groupOfNames
cn: Everybody

dn: dc=example
"""


def test_the_people_of_a_directory_become_rows() -> None:
    assert rows_of(DIRECTORY) == [
        ("Family name", "Given name", "Name", "Organisation", "E-mail", "Phone"),
        ("Kraus", "Nina", "", "Elbe & Co", "nina@example.org", ""),
        ("", "", "Paul Öztürk", "", "", "1"),
    ]


@pytest.mark.parametrize(
    ("entries", "title"),
    [
        ("dn: dc=example\n", "The list is empty"),
        ("dn: cn=x\ncn: x\n\ncn: y\n", "An entry of the list cannot be read"),
        ("dn: cn=x\ncn:: A\n", "An entry of the list cannot be read"),
        ("dn: cn=x\nno colon\n", "An entry of the list cannot be read"),
    ],
)
def test_a_directory_without_people_or_with_damage_is_told(entries: str, title: str) -> None:
    with pytest.raises(CheckinError) as told:
        rows_of(entries)
    assert told.value.title == title
