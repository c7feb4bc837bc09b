from __future__ import annotations

import subprocess
import sys

import pytest

from checkin import paper

WHAT_IS_LOADED = """
import sys
import checkin.badges
print([name for name in ("reportlab", "uharfbuzz", "qrcode", "PySide6") if name in sys.modules])
"""


def test_a_window_that_may_draw_badges_later_does_not_wait_for_the_libraries_now() -> None:
    done = subprocess.run([sys.executable, "-c", WHAT_IS_LOADED], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_everything_the_door_promises_is_there() -> None:
    assert all(getattr(paper, name) is not None for name in paper.__all__)


def test_what_the_door_does_not_have_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'paragraph'"):
        paper.paragraph  # noqa: B018
