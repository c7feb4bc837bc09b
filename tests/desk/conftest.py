"""The event file of the services' tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk.open_event import new_event
from tests.desk.seminar import DARA, a_seminar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checkin.storage.event_file import EventFile


@pytest.fixture
def file(tmp_path: Path) -> Iterator[EventFile]:
    """The seminar's event file, open, with nobody registered."""
    with new_event(tmp_path / "seminar.event", a_seminar(), DARA) as event_file:
        yield event_file
