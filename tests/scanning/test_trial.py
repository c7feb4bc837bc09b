"""What the trial of a scanner says of a text that is not the code on the screen."""

from __future__ import annotations

from checkin.domain.codes import is_whole, mint
from checkin.scanning.trial import Remark, Trial

FRENCH = str.maketrans("AQZWYM", "QAWZMY")
KEY = b"the event"


def remarks(shown: str, came: str) -> tuple[Remark, ...]:
    return Trial(shown, came, came, has_ending=True, longest_pause=0, is_read=False).remarks


def test_a_code_that_another_layout_turns_into_a_whole_code_tells_of_the_layout() -> None:
    """One code of 32 comes out whole, as if it were the code of somebody's badge."""
    codes = (mint(KEY).text for _ in iter(int, 1))
    shown = next(
        code for code in codes if code.translate(FRENCH) != code and is_whole(code.translate(FRENCH))
    )

    assert remarks(shown, shown.translate(FRENCH)) == (Remark.LAYOUT_OF_SCANNER,)


def test_another_code_is_another_code_also_where_no_character_of_the_first_comes_twice() -> None:
    codes = (mint(KEY).text for _ in iter(int, 1))
    shown = next(code for code in codes if len(set(code)) == len(code))

    assert remarks(shown, mint(KEY).text) == (Remark.OTHER_CODE,)
