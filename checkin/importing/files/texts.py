"""Tells what kind of list a file of text is: separated values for now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.importing.files.separated import read_separated
from checkin.importing.files.sheet import Marks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checkin.importing.files.sheet import SheetRead


def read_text(data: bytes, path: Path) -> Iterator[SheetRead]:
    """Yield the sheets of a file of text with the content `data`; `path` names the file in errors (CheckinError)."""
    yield "", Marks(), read_separated(data, path)
