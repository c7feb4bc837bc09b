"""A process that opens a window, ours or a bare one, and waits for its first key; started by `cold_start`.

What is imported when is the program's own affair, so nothing is imported here that it would import later.
"""

from __future__ import annotations

import sys


def floor() -> None:
    """A bare window with one field."""
    from tests.benchmarks.typed_into import show_bare_window  # noqa: PLC0415 - said above

    show_bare_window(sys.argv[0])


def ours(event: str) -> None:
    """The desk, as `checkin desk EVENT` opens it."""
    from checkin.cli.main import main  # noqa: I001, PLC0415 - said above
    from checkin import app  # noqa: PLC0415 - said above
    from tests.benchmarks.typed_into import TypedInto  # noqa: PLC0415 - said above

    app.QApplication = TypedInto  # type: ignore[misc]
    sys.exit(main(["desk", event, "--operator", "Dara"]))


if __name__ == "__main__":
    floor() if sys.argv[1] == "floor" else ours(sys.argv[2])
