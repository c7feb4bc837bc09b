"""checkin verify: check whether the event file is intact."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, open_event, own_wording, progress, tell, tell_json, warn
from checkin.desk.check import check, mend
from checkin.errors import CheckinError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--mend",
        action="store_true",
        help="compute the tables anew where they differ; the journal stays as it is",
    )


def _run(arguments: Namespace) -> int:
    say = own_wording()
    try:
        with open_event(arguments.event) as file:
            found = check(file, progress(say.text("entries")))
            if arguments.mend and mend(file, found, progress(say.text("entries"))):
                warn(say.text("The tables were computed anew."))
                found = check(file, progress(say.text("entries")))
            elif arguments.mend and found.of_the_journal:
                warn(
                    say.text("Nothing was mended: the record itself is damaged. Restore the newest back-up.")
                )
    except CheckinError as error:
        if arguments.json and arguments.event.is_file():
            tell_json({"entries": 0, "streams": 0, "ok": False, "findings": [str(error)]})
        raise
    sentences = [say.fault(finding.fault, finding.place) for finding in found.findings]
    if arguments.json:
        tell_json(
            {"entries": found.entries, "streams": found.streams, "ok": found.is_whole, "findings": sentences}
        )
    elif found.is_whole:
        tell(
            say.many(
                "The event file is whole: {count} entry.",
                "The event file is whole: {count} entries.",
                found.entries,
            )
        )
    for sentence in sentences:
        print(sentence, file=sys.stderr)
    return 0 if found.is_whole else 1


COMMAND: Final = Command("verify", "Build everything again from the journal and compare.", _takes, _run)
