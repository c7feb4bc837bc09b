"""The colours of categories, beside those of verdicts."""

from __future__ import annotations

import pytest

from checkin.domain.colours import (
    LEAST_CONTRAST,
    OF_VERDICTS,
    PALETTE,
    contrast,
    is_like_a_verdict,
    text_colour_on,
)


def test_the_colours_that_are_offered_are_readable_and_no_verdicts() -> None:
    for colour in PALETTE.values():
        assert contrast(colour, text_colour_on(colour)) >= LEAST_CONTRAST
        assert not is_like_a_verdict(colour)


@pytest.mark.parametrize("colour", [*sorted(OF_VERDICTS), "#0B7050", "#A01A1A"])
def test_a_colour_near_to_that_of_a_verdict_is_known(colour: str) -> None:
    assert is_like_a_verdict(colour)
