"""Categories are read out of a pasted list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.colours import PALETTE
from checkin.domain.programme import Category, LocalText
from checkin.text.pasted_categories import read_pasted

PRESS = Category("P", "P", LocalText.of({"en": "Press"}), PALETTE["navy"])


def test_a_row_of_a_spreadsheet_has_the_letter_and_a_name_in_each_language() -> None:
    read = read_pasted("S\tScholars\tChercheurs\nO\t\tObservateurs\n\tYouth\n", [PRESS], ("en", "fr"))

    assert read.wrong_line == 0
    assert [(each.letter, each.name) for each in read.categories] == [
        ("S", LocalText.of({"en": "Scholars", "fr": "Chercheurs"})),
        ("O", LocalText.of({"fr": "Observateurs"})),
        ("Y", LocalText.of({"en": "Youth"})),
    ]


def test_the_first_line_with_something_that_another_category_has_is_found() -> None:
    read = read_pasted("S Scholars\n\nA press\nP Police", [PRESS], ("en",))

    assert read.wrong_line == 3
    assert read.taken is not None
    assert [sign.text for sign in read.taken] == ["press", "Press"]


@given(st.lists(st.sampled_from(["S Scholars", "Youth", "O\tObservers", "", "X", "\t"]), unique=True))
def test_each_line_is_a_category_or_wrong_or_empty_and_all_can_be_told_apart(lines: list[str]) -> None:
    read = read_pasted("\n".join(lines), [PRESS], ("en",))
    letters = [each.letter for each in read.categories]

    assert read.wrong_line in range(len(lines) + 1)
    assert len(read.categories) == sum(bool(line.strip()) for line in lines) or read.wrong_line
    assert len({letter.casefold() for letter in [*letters, "P"]}) == len(letters) + 1 or read.wrong_line
    assert len({each.colour for each in [*read.categories, PRESS]}) == len(letters) + 1
