"""Categories are read out of a pasted list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.colours import PALETTE
from checkin.domain.programme import Category, LocalText
from checkin.text.pasted_categories import read_pasted

PRESS = Category("P", "P", LocalText.of({"en": "Press"}), PALETTE["navy"])
GUESTS = Category("X", "X", LocalText.of({"en": "Guests"}), PALETTE["plum"])


def test_a_row_of_a_spreadsheet_has_the_letter_and_a_name_in_each_language() -> None:
    read = read_pasted("S\tScholars\tChercheurs\nO\t\tObservateurs\n\tYouth\n", [PRESS], ("en", "fr"))

    assert read.wrong_line == 0
    assert [(each.letter, each.name) for each in read.new] == [
        ("S", LocalText.of({"en": "Scholars", "fr": "Chercheurs"})),
        ("O", LocalText.of({"fr": "Observateurs"})),
        ("Y", LocalText.of({"en": "Youth"})),
    ]


def test_the_first_line_with_something_that_another_category_has_is_found() -> None:
    read = read_pasted("S Scholars\n\nX press", [PRESS, GUESTS], ("en",))

    assert read.wrong_line == 3
    assert read.taken is not None
    assert [sign.text for sign in read.taken] == ["press", "Press"]


@pytest.mark.parametrize("line", ["P Media", "p\tMedia", "P\tMedia (counted)"])
def test_a_line_with_the_letter_of_a_known_category_changes_its_name(line: str) -> None:
    read = read_pasted(f"{line}\nY Youth", [PRESS, GUESTS], ("en",))

    assert read.changed == (replace(PRESS, name=LocalText.of({"en": "Media"})),)
    assert [each.code for each in read.new] == ["Y"]


def test_a_known_category_is_found_by_its_code_and_its_name_and_keeps_its_other_languages() -> None:
    known = [PRESS, replace(GUESTS, code="VIP")]
    read = read_pasted("VIP Honoured guests\nPress\tPresse (staff)", known, ("en", "fr"))

    assert read.new == ()
    assert read.changed == (
        replace(known[1], name=LocalText.of({"en": "Honoured guests"})),
        replace(PRESS, name=LocalText.of({"en": "Press", "fr": "Presse"}), counts=False),
    )


@pytest.mark.parametrize(
    "line", ["Y Youth (ochre)", "Y\tYouth\t#8a6100", "Y\tYouth\tJeunes\tOcre", "Y Youth (staff) (ocre)"]
)
def test_a_colour_may_stand_in_brackets_or_in_a_cell(line: str) -> None:
    (youth,) = read_pasted(line, [PRESS], ("en", "fr"), {"Ocre": PALETTE["ochre"]}).new

    assert (youth.letter, youth.name.in_language("en"), youth.colour) == ("Y", "Youth", PALETTE["ochre"])
    assert youth.counts is ("staff" not in line)


def test_a_colour_changes_that_of_a_known_category_and_one_of_a_verdict_is_passed_over() -> None:
    changed = read_pasted("P Press (teal)", [PRESS], ("en",)).changed
    like_a_refusal = read_pasted("Y Youth (#A4161A)", [PRESS], ("en",)).new

    assert changed == (replace(PRESS, colour=PALETTE["teal"]),)
    assert [(str(each.name), each.colour in PALETTE.values()) for each in like_a_refusal] == [("Youth", True)]


@pytest.mark.parametrize("remark", ["(do not count)", "(not counted)", "(staff)", "（不计入）"])
def test_a_remark_behind_the_name_says_that_a_category_does_not_count(remark: str) -> None:
    (helpers, friends) = read_pasted(f"H Helpers {remark}\nF Friends (of art)", [PRESS], ("en",)).new

    assert (str(helpers.name), helpers.counts) == ("Helpers", False)
    assert (str(friends.name), friends.counts) == ("Friends (of art)", True)


def test_the_letter_of_a_known_category_alone_and_what_is_known_already_change_nothing() -> None:
    read = read_pasted("P\nX Guests", [PRESS, GUESTS], ("en",))

    assert (read.new, read.changed, read.wrong_line) == ((), (), 0)


@given(st.lists(st.sampled_from(["S Scholars", "Youth", "O\tObservers", "", "X", "\t"]), unique=True))
def test_each_line_is_a_category_or_wrong_or_empty_and_all_can_be_told_apart(lines: list[str]) -> None:
    read = read_pasted("\n".join(lines), [PRESS], ("en",))
    letters = [each.letter for each in read.new]

    assert read.wrong_line in range(len(lines) + 1)
    assert len(read.new) == sum(bool(line.strip()) for line in lines) or read.wrong_line
    assert len({letter.casefold() for letter in [*letters, "P"]}) == len(letters) + 1 or read.wrong_line
    assert len({each.colour for each in [*read.new, PRESS]}) == len(letters) + 1
