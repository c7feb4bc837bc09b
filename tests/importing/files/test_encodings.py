from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from checkin.errors import CheckinError
from checkin.importing.files.encodings import decode
from checkin.importing.files.sheets import read_file
from tests.importing.files.encoding_lists import (
    ASKED_WRONG,
    RIGHT,
    SIZES,
    UNICODE,
    WRONG,
    made_lists,
    outcome,
)

LIST = Path("list.csv")
POLISH = "Nazwisko;Imię\r\nŻurawska;Łucja\r\nGołębiowski;Świętosław\r\nSzczepańska;Róża\r\n"
GERMAN = "Name,Vorname\nMüller,Jörg\nBöhme,Käthe\nSchäfer,Günther\n"


def keep_the_law(sizes: tuple[int, ...], seeds: range) -> None:
    found: Counter[str] = Counter()
    long: Counter[str] = Counter()
    for made in (made for seed in seeds for made in made_lists(sizes=sizes, seed=seed)):
        kind = outcome(made)
        assert kind != WRONG, made
        assert kind == RIGHT or made.encoding not in UNICODE, made
        found[kind] += 1
        if made.size >= 20:
            long[kind] += 1
    assert found[ASKED_WRONG] <= 0.01 * found.total(), found
    assert long[RIGHT] >= 0.85 * long.total(), long


def test_lists_in_22_encodings_are_right_or_asked_about_with_the_right_one_first() -> None:
    keep_the_law((6, 60), range(19, 20))


@pytest.mark.long
def test_24_lists_in_each_of_22_encodings_are_right_or_asked_about() -> None:
    keep_the_law(SIZES, range(19, 22))


def test_an_encoding_that_is_not_clear_is_a_question_with_a_sample_of_each() -> None:
    found = decode("Name,Organisation\nCuric\u00f3,Bank\n".encode("cp437"), LIST)

    assert len(found.choices) > 1
    assert found.encoding == found.choices[0].name
    samples = [choice.sample for choice in found.choices]
    assert len(set(samples)) == len(samples)
    assert ("Curicó",) in samples
    for choice in found.choices:
        assert choice.sample[0] in decode(found.text.encode(found.encoding), LIST, choice.name).text


def test_two_encodings_with_the_same_letters_are_no_question() -> None:
    found = decode(GERMAN.encode("iso8859-15"), LIST)

    assert (found.text, found.choices) == (GERMAN, ())


@pytest.mark.parametrize("told", ["cp1250", "Windows-1250", "CP1250 "])
def test_the_encoding_that_is_told_is_taken(told: str) -> None:
    found = decode(POLISH.encode("cp1250"), LIST, told)

    assert (found.text, found.encoding, found.choices) == (POLISH, "cp1250", ())


def test_the_encoding_that_is_told_is_taken_also_where_another_one_is_likelier() -> None:
    assert decode(POLISH.encode("cp1250"), LIST, "iso-8859-2").text != POLISH


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("klingon", "The encoding is not known"),
        ("rot13", "The encoding is not known"),
        ("utf-8+klingon", "The encoding is not known"),
        ("utf-8", "The list is not in this encoding"),
        ("cp932", "The list is not in this encoding"),
    ],
)
def test_an_encoding_that_cannot_be_is_told_in_a_sentence(told: str, title: str) -> None:
    with pytest.raises(CheckinError) as error:
        decode("Name\nNuñ\nZoë\n".encode("cp1252"), LIST, told)

    assert error.value.title == title


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_never_a_question(encoding: str) -> None:
    for text in ("Name\tNote\r\nឈ្មោះ\tx\r\n", "名,x\n姓,y\n", "Name,Note\nÉ,x\n"):
        found = decode(text.encode(encoding), LIST)

        assert (found.text, found.choices) == (text, ())


def test_lines_of_another_encoding_in_utf_8_are_read_alone() -> None:
    data = "Family name,Given name\nLefèvre,Hélène\n".encode() + "Müller,Jörg\n".encode("cp1252")

    for told in ("", "utf-8", "utf-8+cp1252"):
        found = decode(data, LIST, told)
        assert found.text == "Family name,Given name\nLefèvre,Hélène\nMüller,Jörg\n"
        assert found.choices == ()
    assert decode(data, LIST).encoding == "utf-8"


@pytest.mark.parametrize("taken_for", ["latin-1", "cp1252", "cp1250", "cp1251"])
@pytest.mark.parametrize(
    "text", ["Name\nMüller\nRené\n", "Imię\nŻółkowska\n", "Имя\nПетров\n", "姓名\n张伟\n", "ឈ្មោះ\nសុខ\n"]
)
def test_utf_8_that_a_program_took_for_another_encoding_is_mended(text: str, taken_for: str) -> None:
    wrong = "".join(bytes([byte]).decode(taken_for, "ignore") or chr(byte) for byte in text.encode())

    assert decode(wrong.encode(), LIST).text == text


@pytest.mark.parametrize(
    "text", ["SÃO PAULO, ÂNGELO, Ã©\nJosé\n", "Name\nMÃ¼ller\nÃ(\n", "Рівне\nСёмин\n", "50 Â° Ã–\nÉ"]
)
def test_what_is_not_wholly_so_stays_as_it_is(text: str) -> None:
    assert "�" not in decode(text.encode(), LIST).text
    assert [line for line in text.splitlines() if line in {"José", "Рівне", "Сёмин", "É"}] == [
        line
        for line in decode(text.encode(), LIST).text.splitlines()
        if line in {"José", "Рівне", "Сёмин", "É"}
    ]


def test_a_file_tells_its_encoding_and_takes_the_one_that_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(POLISH.encode("cp1250"))

    found = read_file(path)

    assert (found.encoding, found.choices) == ("cp1250", ())
    assert found.sheets[0].rows[1] == ("Żurawska", "Łucja")
    assert read_file(path, "mac_roman").sheets[0].rows[1] != ("Żurawska", "Łucja")
