"""Bytes in the event file for each delegate, badge and scan; the floors are the list's own text and a bare row."""

from __future__ import annotations

from tests.benchmarks import event_files, people
from tests.benchmarks.figures import show
from tests.benchmarks.floors import bare_commits

_BARE_ROWS = 1000


def bytes_in_the_file(size: int, _runs: int) -> None:
    """What one more of each adds, all indexes and the journal included."""
    built = event_files.of_size(size)
    with event_files.scratch() as folder:
        people.write_csv(folder / "list.csv", size)
        listed = (folder / "list.csv").stat().st_size / size
        with bare_commits(folder) as bare:
            for _ in range(_BARE_ROWS):
                bare.commit()
            row = bare.bytes_per_row()
    delegate = (built.bytes_with_delegates - built.bytes_empty) / built.delegates
    scan = (built.bytes_with_scans - built.bytes_with_badges) / built.scans
    show(f"file {size} delegate", delegate, "bytes")
    show(f"file {size} delegate floor", listed, "bytes")
    show(f"file {size} delegate ratio", delegate / listed, "x")
    show(
        f"file {size} badge",
        (built.bytes_with_badges - built.bytes_with_delegates) / built.delegates,
        "bytes",
    )
    show(f"file {size} scan", scan, "bytes")
    show(f"file {size} scan floor", row, "bytes")
    show(f"file {size} scan ratio", scan / row, "x")
