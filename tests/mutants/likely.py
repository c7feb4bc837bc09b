"""The modules that faults are put into, and the tests that are likely to notice them."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NEAR: Final[dict[str, tuple[str, ...]]] = {
    "checkin/domain/codes.py": ("tests/domain/test_codes.py",),
    "checkin/domain/code_frames.py": ("tests/domain/test_codes.py", "tests/domain/test_code_frames.py"),
    "checkin/domain/near_codes.py": ("tests/domain/test_near_codes.py",),
    "checkin/domain/admission.py": (
        "tests/domain/test_admission.py",
        "tests/domain/test_folding.py",
        "tests/domain/test_closed_lists.py",
    ),
    "checkin/domain/folding.py": ("tests/domain/test_folding.py", "tests/storage/test_undo.py"),
    "checkin/domain/undoing.py": ("tests/domain/test_undoing.py",),
    "checkin/domain/journal.py": ("tests/domain/test_journal.py",),
    "checkin/storage/journal.py": (
        "tests/storage/test_ties.py",
        "tests/storage/test_acts.py",
        "tests/storage/test_receiving.py",
        "tests/storage/test_undo.py",
        "tests/storage/test_laws.py",
        "tests/storage/test_verifying.py",
        "tests/storage/test_refolding.py",
    ),
    "checkin/storage/write_journal.py": (
        "tests/storage/test_ties.py",
        "tests/storage/test_acts.py",
        "tests/storage/test_receiving.py",
        "tests/storage/test_undo.py",
        "tests/storage/test_laws.py",
        "tests/storage/test_verifying.py",
        "tests/storage/test_refolding.py",
        "tests/desk/test_report.py",
    ),
    "checkin/storage/receiving.py": (
        "tests/storage/test_receiving.py",
        "tests/storage/test_pieces.py",
        "tests/storage/test_ties.py",
    ),
    "checkin/storage/pieces.py": ("tests/storage/test_pieces.py",),
    "checkin/storage/long_acts.py": (
        "tests/storage/test_pieces.py",
        "tests/storage/test_receiving.py",
        "tests/storage/test_undo.py",
        "tests/storage/test_killed.py",
        "tests/desk/test_doors.py",
    ),
    "checkin/storage/projection.py": (
        "tests/storage/test_ties.py",
        "tests/storage/test_refolding.py",
        "tests/storage/test_undo.py",
        "tests/storage/test_receiving.py",
        "tests/storage/test_laws.py",
    ),
    "checkin/storage/refolding.py": (
        "tests/storage/test_refolding.py",
        "tests/storage/test_pieces.py",
        "tests/storage/test_samples.py",
    ),
    "checkin/storage/acts.py": (
        "tests/storage/test_acts.py",
        "tests/storage/test_ties.py",
        "tests/storage/test_receiving.py",
        "tests/desk/test_doors.py",
    ),
    "checkin/desk/undo.py": (
        "tests/desk/test_arrive.py",
        "tests/desk/test_doors.py",
        "tests/cli/test_undo.py",
        "tests/storage/test_undo.py",
    ),
}
"""By module the few tests that run first, in the order of their likelihood."""
WIDE: Final = ("tests/domain", "tests/desk", "tests/storage", "tests/cli")
"""What runs where those let a fault live."""


def near(file: str, root: Path) -> list[str]:
    """The few tests that run first for this module: those of its name, and those that are listed."""
    path = PurePosixPath(file)
    of_its_name = f"tests/{path.parent.name}/test_{path.stem}.py"
    return _that_are_there([of_its_name, *NEAR.get(file, ())], root)


def wide(root: Path) -> list[str]:
    """The tests that run for every module in the end."""
    return _that_are_there(WIDE, root)


def _that_are_there(tests: Iterable[str], root: Path) -> list[str]:
    return [test for test in dict.fromkeys(tests) if (root / test).exists()]
