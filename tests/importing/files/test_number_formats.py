from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.importing.files.number_formats import number_format

PHONE_OF_THE_STATES = "[<=9999999]###-####;(###) ###-####"


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("0000", 7, "0007"),
        ("0000", 12345, "12345"),
        ("0000", 0, "0000"),
        ("0000", -7, "-0007"),
        ("0000;-0000", -7, "-0007"),
        ("[Red]0000", 7, "0007"),
        ("[$-40C]0000", 7, "0007"),
        ("00 00 00 00 00", 612345678, "06 12 34 56 78"),
        ('0#" "##" "##" "##" "##', 612345678, "06 12 34 56 78"),
        ("000-0000", 1234567, "123-4567"),
        ("00000\\-0000", 123456789, "12345-6789"),
        ("000-00-0000", 123456789, "123-45-6789"),
        (PHONE_OF_THE_STATES, 5551234, "555-1234"),
        (PHONE_OF_THE_STATES, 2125551234, "(212) 555-1234"),
        ('"+"0', 33612345678, "+33612345678"),
        ("\\+00 00", 1234, "+12 34"),
        ('"ID-"0000', 7, "ID-0007"),
        ('"100%-"00', 7, "100%-07"),
    ],
)
def test_a_number_reads_as_the_sheet_shows_it(code: str, number: int, shown: str) -> None:
    known = number_format(code)

    assert known is not None
    assert known.text(float(number)) == shown


@pytest.mark.parametrize(
    "code",
    [
        *("", "General", "0", "#", "#,##0", "00,000", "0000.00", "00%", '0 "kg"', '"$"0000', "[$€-407] 0000"),
        *("€ 000", "yyyy-mm-dd", "[h]:mm", "@", "0E+00", "# ?/?", "0000,", ";;;", "0" * 300),
    ],
)
def test_dates_decimals_thousands_money_and_units_stay_as_they_are(code: str) -> None:
    known = number_format(code)

    assert known is None or known.text(7.0) is None


@pytest.mark.parametrize("number", [7.5, 1e15, float("inf"), float("nan")])
def test_what_is_no_exact_whole_number_stays_as_it_is(number: float) -> None:
    known = number_format("0000")

    assert known is not None
    assert known.text(number) is None


@given(st.text('0#?";\\[]<=>- +_*%A$€', max_size=30), st.integers(min_value=-(10**14), max_value=10**14))
def test_no_format_loses_a_digit(code: str, number: int) -> None:
    known = number_format(code)
    shown = known.text(float(number)) if known is not None else None

    if shown is not None and number:
        left = iter(shown)
        assert all(digit in left for digit in str(abs(number)))
