"""The figures of the program, each beside its floor: `python -m tests.benchmarks [NAME…] [--sizes 300,10000]`.

Every figure is a line `name: value unit`; lines with # tell what goes on. Ours and the floor are taken in turn, and
the best of some runs counts. Event files are built once and kept in this computer's cache folder, or in
CHECKIN_BENCHMARKS; the largest takes some minutes and 0.5 GB. Measure on a machine with nothing else to do: look at the
floor before you believe a figure.
"""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from tests.benchmarks import (
    badge_runs,
    cold_start,
    imports,
    journals,
    previews,
    scans,
    searches,
    searches_trial,
    sizes,
    tables,
    timetables,
    windows,
)
from tests.benchmarks.event_files import scratch
from tests.benchmarks.figures import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SIZES = (300, 10_000, 100_000)
BENCHMARKS: dict[str, Callable[[int, int], None]] = {
    "scan": scans.at_rest,
    "scan-after-change": scans.after_a_change,
    "scan-during-import": scans.during_import,
    "scan-during-badge-run": scans.during_badge_run,
    "scan-during-exchange": journals.during_exchange,
    "undo": journals.act_to_undo,
    "verify": journals.verification,
    "find": searches.keys_to_rows,
    "find-mistyped": searches_trial.of_typos,
    "badge-run": badge_runs.run_to_file,
    "badge": badge_runs.one_badge,
    "start": cold_start.offscreen,
    "start-on-x": cold_start.on_x_server,
    "settings": windows.settings_applied,
    "preview": previews.last_key_to_badge,
    "sort": windows.sorted_by_heading,
    "people": tables.people_scrolled,
    "programme": timetables.drag_and_drop,
    "import-csv": imports.from_csv,
    "import-xlsx": imports.from_xlsx,
    "file-size": sizes.bytes_in_the_file,
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what was named, or everything, at each size."""
    parser = argparse.ArgumentParser(
        prog="tests.benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--sizes", type=_numbers, default=SIZES, help="delegates, separated by commas")
    parser.add_argument("--runs", type=int, default=3, help="of which the best counts (3)")
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.names) - set(BENCHMARKS)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with scratch() as home:
        # Whatever this computer's settings are, nothing of them is measured or touched.
        os.environ["CHECKIN_HOME"] = str(home)
        for name in chosen.names or BENCHMARKS:
            for size in chosen.sizes:
                say(f"{name} at {size:,}")
                BENCHMARKS[name](size, chosen.runs)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(","))


if __name__ == "__main__":
    main()
