"""The frame of a portrait stays within the photo, 3 wide and 4 high, whatever is done to it."""

from __future__ import annotations

import pytest

from checkin.domain.portraits import Frame, middle


def test_a_wide_photo_is_cut_at_both_sides_and_a_tall_one_more_below_than_above() -> None:
    assert middle(1600, 800).dots(1600, 800) == (500, 0, 1100, 800)
    assert middle(600, 1800).dots(600, 1800) == (0, 400, 600, 1200)


def test_a_frame_never_leaves_the_photo_however_far_it_is_moved_or_zoomed() -> None:
    frame = middle(1000, 800)
    for right, down, factor in ((9, 9, 0.3), (-9, -9, 0.01), (0.2, -0.1, 100), (9, -9, 0.5)):
        frame = frame.zoomed(factor, 1000, 800).moved(right, down, 1000, 800)
        left, top, right_edge, bottom = frame.dots(1000, 800)

        assert left >= 0
        assert top >= 0
        assert right_edge <= 1000
        assert bottom <= 800
        assert (right_edge - left) / (bottom - top) == pytest.approx(0.75, abs=0.02)


def test_a_zoom_keeps_the_middle_of_the_frame() -> None:
    frame = Frame(0.3, 0.3, 0.4)

    closer = frame.zoomed(0.5, 1200, 1200)

    assert closer.left + closer.width(1200, 1200) / 2 == pytest.approx(0.3 + frame.width(1200, 1200) / 2)
    assert closer.top + closer.height / 2 == pytest.approx(0.5)
