"""The program: `checkin`, `checkin-desk`, `python -m checkin`."""

from __future__ import annotations

import sys


def main() -> None:
    """Carry out the command line and exit with its code."""
    from checkin.cli.main import main as run

    sys.exit(run())


if __name__ == "__main__":
    main()
