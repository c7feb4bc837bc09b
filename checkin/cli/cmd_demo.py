"""checkin demo: open a forum with 300 invented delegates, for trying everything out."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, now, own_wording, tell

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--folder", metavar="DIR", type=Path, help="keep the demo's event file there; else it is thrown away"
    )


def _run(arguments: Namespace) -> int:
    if arguments.folder is not None:
        return _open(arguments.folder, arguments)
    from checkin.app import require_screen

    require_screen()
    with tempfile.TemporaryDirectory(prefix="checkin-demo-", ignore_cleanup_errors=True) as folder:
        return _open(Path(folder), arguments)


def _open(folder: Path, arguments: Namespace) -> int:
    from checkin.app import run_desk
    from checkin.desk.demo import make_demo

    event = make_demo(folder, now())
    say = own_wording()
    tell(say.text("The demo forum is in {file}").format(file=event))
    return run_desk(event, operator=arguments.operator, is_demo=True, trouble=arguments.trouble)


COMMAND: Final = Command("demo", "Open the demo forum: 300 invented delegates, doors open now.", _takes, _run)
