"""The event files of the storage's tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.storage.event_file import EventFile
from tests.storage.stories import an_event

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed event file with the programme and nothing else."""
    path = tmp_path_factory.mktemp("template") / "forum.event"
    EventFile.create(path, an_event(), "office", "Dara").close()
    return path


@pytest.fixture
def file(tmp_path: Path) -> Iterator[EventFile]:
    """A fresh event file, open."""
    with EventFile.create(tmp_path / "forum.event", an_event(), "desk1", "Dara") as event_file:
        yield event_file
