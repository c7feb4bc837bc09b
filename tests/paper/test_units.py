from __future__ import annotations

import pytest

from checkin.paper import units


def test_an_inch_is_72_points() -> None:
    assert units.points(25.4) == pytest.approx(72)


def test_there_and_back_is_the_same_length() -> None:
    assert units.mm(units.points(105)) == pytest.approx(105)
