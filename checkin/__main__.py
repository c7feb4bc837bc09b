"""Starts the program, as `checkin`, `checkin-desk` or `python -m checkin`."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> None:
    """Carry out the command line and exit with its code."""
    multiprocessing.freeze_support()  # in the built folder, the process that reads workbooks is started through here
    from checkin.cli.main import main as run

    sys.exit(run())


if __name__ == "__main__":
    main()
