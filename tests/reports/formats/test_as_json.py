from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path


def test_other_programs_read_names_offsets_and_nulls(write: Callable[..., Path], came: datetime) -> None:
    path = write(
        "a.json", [("d1", "ជា វណ្ណា", came, 47.25, True), ("d2", "", None, 0.0, False)], language="fr"
    )

    columns = ["delegate", "name", "first_in", "minutes", "assumed"]
    rows = [["d1", "ជា វណ្ណា", "2026-11-24T09:12:30+07:00", 47.25, True], ["d2", "", None, 0.0, False]]
    assert json.loads(path.read_text("utf-8")) == {
        "title": "Attendance",
        "as_of": "2026-11-24T12:00:00+07:00",
        "columns": columns,
        "rows": rows,
        "totals": {"P": 2, "O": 0, "X": 1},
        "foot": [],
        "tables": [
            {"title": "Attendance", "columns": columns, "rows": rows},
            {
                "title": "Persons by category",
                "columns": ["category", "persons"],
                "rows": [["P", 2], ["O", 0], ["X", 1]],
            },
        ],
    }
