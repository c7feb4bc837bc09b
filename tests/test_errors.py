"""The error that is told to the operator."""

from __future__ import annotations

import pickle

import pytest

from checkin.errors import CheckinError, NotDrawnError


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (CheckinError("The disk is full", "Delete something."), "The disk is full: Delete something."),
        (CheckinError("The disk is full", ""), "The disk is full"),
    ],
)
def test_it_reads_as_one_line(error: CheckinError, line: str) -> None:
    assert str(error) == line


def test_it_comes_back_whole_from_another_process() -> None:
    error = pickle.loads(pickle.dumps(CheckinError("The disk is full", "Delete something.")))  # noqa: S301

    assert (error.title, error.message) == ("The disk is full", "Delete something.")


def test_so_does_a_badge_that_cannot_be_drawn_with_what_would_help() -> None:
    told = NotDrawnError("YOSHINO Ken", ("𠮷",), "BYAR-A83T", True)
    error = pickle.loads(pickle.dumps(told))  # noqa: S301

    assert (error.title, error.message) == (told.title, told.message)
    assert (error.name, error.signs, error.code, error.takes_latin) == (
        "YOSHINO Ken",
        ("𠮷",),
        "BYAR-A83T",
        True,
    )
    assert "Ctrl+B" in error.message
    assert "Ctrl+B" not in NotDrawnError("RAREHAN 𠮷", ("𠮷",), "BYAR-A83T", False).message
