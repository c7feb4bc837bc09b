"""The error that is told to the operator."""

from __future__ import annotations

import pickle

import pytest

from checkin.errors import CheckinError


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
