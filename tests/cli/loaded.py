"""The program, loaded with all its commands: commands of the tests begin as copies of the process that holds it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import checkin.__main__
from checkin.cli.main import main
from checkin.cli.registry import NAMES, command

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

for _name in NAMES:
    command(_name)


def carry_out(
    arguments: Sequence[str | bytes], streams: Sequence[Path], folder: Path, environment: Mapping[str, str]
) -> None:
    """Carry out one command in this process, with these files as its input, output and errors, and end the process."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for number, stream in enumerate(streams):
        opened = os.open(stream, os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, encoding="utf-8", errors="surrogateescape")  # noqa: SIM115, PTH123 - until the end
        for number, mode in enumerate("rww")
    )
    sys.argv = ["checkin", *map(os.fsdecode, arguments)]
    sys.modules["__main__"] = checkin.__main__  # what a command starts apart begins there
    sys.exit(main())
