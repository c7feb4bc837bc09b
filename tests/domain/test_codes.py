"""Codes: what was minted is read, and nothing else is."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.codes import (
    ALPHABET,
    LENGTH,
    Code,
    CodeKind,
    Forged,
    Misread,
    NotOurs,
    beginning,
    mint,
    read,
)

KEY = b"the key of the forum"
OTHER_KEY = b"the key of another event"

# Minted once under KEY, so that a change of the format, which would turn every badge on paper into waste, is noticed.
ON_PAPER = "B1VE05KXR5FNB31W"

keys = st.binary(min_size=1, max_size=64)


@given(keys)
def test_a_minted_code_is_read_back(key: bytes) -> None:
    code = mint(key)

    assert read(code.text, key) == code
    assert read(str(code), key) == code
    assert read(code.in_groups, key) == code


def test_a_code_of_a_badge_printed_long_ago_is_still_genuine() -> None:
    assert read(ON_PAPER, KEY) == Code(ON_PAPER)


def test_a_code_is_sixteen_letters_that_a_small_qr_code_can_hold() -> None:
    code = mint(KEY)

    assert re.fullmatch("[0-9A-HJKMNP-TV-Z]{16}", code.text)
    assert len(ALPHABET) == len(set(ALPHABET)) == 32
    assert code.text.startswith("B")


def test_a_code_is_shown_in_groups_of_four() -> None:
    assert Code("B1VE05KXR5FNB31W").in_groups == "B1VE-05KX-R5FN-B31W"


def test_a_thousand_codes_are_a_thousand_badges() -> None:
    assert len({mint(KEY).text for _ in range(1000)}) == 1000


def test_every_single_substitution_is_noticed() -> None:
    code = mint(KEY).text
    torn = [
        code[:place] + letter + code[place + 1 :]
        for place in range(LENGTH)
        for letter in ALPHABET
        if letter != code[place]
    ]

    assert len(torn) == LENGTH * 31
    assert {type(read(text, KEY)) for text in torn} == {Misread}


@given(st.data())
def test_every_swap_of_neighbours_is_noticed(data: st.DataObject) -> None:
    code = mint(data.draw(keys)).text
    for place, (left, right) in enumerate(pairwise(code)):
        swapped = code[:place] + right + left + code[place + 2 :]

        assert left == right or read(swapped, KEY) == Misread(swapped)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(ON_PAPER.lower(), id="lower case"),
        pytest.param(ON_PAPER.replace("0", "O"), id="O for 0"),
        pytest.param(ON_PAPER.replace("0", "o"), id="o for 0"),
        pytest.param(ON_PAPER.replace("1", "I"), id="I for 1"),
        pytest.param(ON_PAPER.replace("1", "i"), id="i for 1"),
        pytest.param(ON_PAPER.replace("1", "L"), id="L for 1"),
        pytest.param(ON_PAPER.replace("1", "l"), id="l for 1"),
        pytest.param(" ".join(ON_PAPER), id="a space after each letter"),
        pytest.param(f"\t{ON_PAPER[:8]}\u00a0{ON_PAPER[8:]}\u3000\r\n", id="spaces of any kind"),
        pytest.param(Code(ON_PAPER).in_groups, id="groups"),
        pytest.param(f"--{ON_PAPER}--", id="hyphens around"),
        *(
            pytest.param(f"]Q{digit}{ON_PAPER}", id=f"behind the AIM identifier ]Q{digit}")
            for digit in range(7)
        ),
        pytest.param(f"]d2\x1d{ON_PAPER}", id="behind another identifier and GS"),
        pytest.param(f"]q3\\000026{ON_PAPER.lower()}", id="behind identifier and ECI, in lower case"),
        pytest.param(f"\x02{ON_PAPER}\x03", id="between STX and ETX"),
        pytest.param(f"\x01\x02{ON_PAPER}\x03\x04", id="in a frame of four control characters"),
        pytest.param(f"\x1d{ON_PAPER}\x1e", id="between GS and RS"),
        pytest.param(f"*{ON_PAPER}*", id="between the stars of Code 39"),
        pytest.param(f"\ufeff{ON_PAPER}", id="behind a byte order mark"),
        pytest.param(ON_PAPER.translate({n: n + 0xFEE0 for n in range(33, 127)}), id="full-width"),
        *(
            pytest.param(
                Code(ON_PAPER).in_groups.replace("-", dash), id=f"groups with {unicodedata.name(dash)}"
            )
            for dash in "‐‑‒–—―−﹣－­"
        ),
    ],
)
def test_what_a_hand_or_a_scanner_makes_of_a_code_is_put_right(written: str) -> None:
    assert read(written, KEY) == Code(ON_PAPER)


@given(keys, keys)
def test_a_code_of_another_event_is_forged_here(key: bytes, other: bytes) -> None:
    # HMAC fills a short key up with zero bytes: keys that differ only in those are one key.
    if key.rstrip(b"\0") == other.rstrip(b"\0"):
        return
    code = mint(other)

    assert read(code.text, key) == Forged(code.text)


def test_the_kind_of_a_code_is_signed_as_well() -> None:
    forged = _with_check_character("C" + ON_PAPER[1:15])

    assert read(forged, KEY) == Forged(forged)


@pytest.mark.parametrize("place", range(1, 15))
def test_every_letter_is_signed_also_where_the_check_character_is_made_to_fit(place: int) -> None:
    for letter in set(ALPHABET) - {ON_PAPER[place]}:
        forged = _with_check_character(ON_PAPER[:place] + letter + ON_PAPER[place + 1 : 15])

        assert read(forged, KEY) == Forged(forged)


@pytest.mark.parametrize("kind", CodeKind)
def test_a_code_says_what_it_is_by_its_first_character(kind: CodeKind) -> None:
    code = mint(KEY, kind)

    assert (code.text[0], code.kind) == (kind.value, kind)
    assert read(code.text.lower(), KEY) == code
    assert code.opens_doors == (kind is not CodeKind.INVITATION)
    assert mint(KEY).kind is CodeKind.BADGE


def test_a_kind_of_code_that_is_not_known_opens_no_door() -> None:
    code = Code("Z" + ON_PAPER[1:])

    assert code.kind is None
    assert not code.opens_doors


def _with_check_character(signed: str) -> str:
    """The one text of these fifteen letters whose check character is right."""
    (text,) = (signed + letter for letter in ALPHABET if not isinstance(read(signed + letter, KEY), Misread))
    return text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("   ", id="spaces only"),
        pytest.param("SOK Dara", id="a name"),
        pytest.param(ON_PAPER[:-1], id="one letter short"),
        pytest.param(ON_PAPER + "0", id="one letter long"),
        pytest.param(ON_PAPER * 2, id="read twice"),
        pytest.param("U" + ON_PAPER[1:], id="a letter that is not in the alphabet"),
        pytest.param("https://example.org", id="a web address"),
        pytest.param("\0" * LENGTH, id="sixteen NUL"),
        pytest.param(ON_PAPER[:8] + "\0" + ON_PAPER[8:], id="a NUL inside"),
        pytest.param("ក" * LENGTH, id="sixteen Khmer letters"),
        pytest.param("٠" * LENGTH, id="sixteen Arabic digits"),
        pytest.param(ON_PAPER[:-1] + "ß", id="a letter that is two in capitals"),
        pytest.param(ON_PAPER.replace("1", "ı"), id="a dotless i"),
        pytest.param("A" * 1_000_000, id="a million letters"),
        pytest.param("*" * 1_000_000 + "A", id="a million stars"),
        pytest.param(f"ABC{ON_PAPER}", id="behind letters that no standard knows"),
        pytest.param(f"]Q{ON_PAPER}", id="behind half an identifier"),
        pytest.param(f"\\00026{ON_PAPER}", id="behind an ECI of five digits"),
        pytest.param(f"{ON_PAPER[:8]}*{ON_PAPER[8:]}", id="a star inside"),
    ],
)
def test_a_text_of_another_form_is_not_ours(text: str) -> None:
    assert read(text, KEY) == NotOurs(text)


def test_half_a_character_is_not_ours_and_is_kept_in_a_form_that_can_be_written_down() -> None:
    reading = read("caf\udce9", KEY)

    assert reading == NotOurs("caf?")


@given(st.text(alphabet=st.characters(), max_size=40))
def test_no_text_at_all_is_let_in_by_chance_and_each_can_be_written_down(text: str) -> None:
    reading = read(text, KEY)

    assert not isinstance(reading, Code)
    assert reading.text.encode().decode() == reading.text


@given(st.text(alphabet=ALPHABET, min_size=LENGTH - 1, max_size=LENGTH - 1))
def test_exactly_one_check_character_fits_any_fifteen_letters(signed: str) -> None:
    kinds = [type(read(signed + letter, KEY)) for letter in ALPHABET]

    assert kinds.count(Misread) == 31
    assert kinds.count(Code) == 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("B", "B", id="the first letter"),
        pytest.param("b1ve-o5", "B1VE05", id="put right as a whole code is"),
        pytest.param(ON_PAPER, ON_PAPER, id="all of it"),
        pytest.param("", "", id="nothing"),
        pytest.param("- ", "", id="only what is put right"),
        pytest.param("cara", "", id="a name with another first letter"),
        pytest.param("D7", "D7", id="of a day badge"),
        pytest.param("n 7", "N7", id="of an invitation, with a blank in it"),
        pytest.param("s7", "S7", id="of a spare"),
        pytest.param("buth", "", id="a name with a letter that is in no code"),
        pytest.param("bក", "", id="another script"),
    ],
)
def test_the_beginning_of_a_code_is_known_by_its_letters(typed: str, meant: str) -> None:
    assert beginning(typed) == meant
