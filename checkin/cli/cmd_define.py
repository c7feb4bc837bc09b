"""checkin define: write the event out as a definition, or bring the event to what a definition says."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import (
    Command,
    file_to_write,
    open_event,
    own_wording,
    staff,
    tell,
    tell_json,
    warn,
)
from checkin.cli.definition_json import redefinition_json
from checkin.desk.define import define, plan
from checkin.domain.redefining import Fate
from checkin.errors import CheckinError
from checkin.files import written_whole
from checkin.importing.definition import read_edited_definition
from checkin.importing.definition_text import definition_text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from checkin.desk.define import Redefinition
    from checkin.storage.event_file import EventFile


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--out", metavar="DEF.toml", type=file_to_write, help="write the event as it stands")
    way.add_argument("--from", metavar="DEF.toml", type=Path, dest="definition", help="make the event so")
    parser.add_argument(
        "--into", metavar="OLD=NEW", type=_succession, action="append", default=[],
        help="the people of the category OLD, which is withdrawn, go into NEW",
    )  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument("--json", action="store_true")


def _succession(text: str) -> tuple[str, str]:
    old, equals, new = text.partition("=")
    if not (old and equals and new):
        message = f"{text!r} is not of the form OLD=NEW"
        raise ArgumentTypeError(message)
    return old, new


def _run(arguments: Namespace) -> int:
    with open_event(arguments.event) as file:
        if arguments.out is not None:
            _write_out(file, arguments.out)
            return 0
        into = dict(arguments.into)
        wanted, named = read_edited_definition(arguments.definition, into)
        if arguments.dry_run:
            done, act = plan(file, wanted, named, into), ""
        else:
            done, act = define(file, staff(arguments), wanted, named, into)
        zone = file.event.zone
    if arguments.json:
        tell_json(redefinition_json(done, zone))
    else:
        _tell(done, act)
    say = own_wording()
    for code, inside in done.inside.items():
        warn(
            say.many(
                "{count} person is still inside {session}, which is withdrawn, until the badge is read.",
                "{count} persons are still inside {session}, which is withdrawn, until their badges are read.",
                inside,
                session=code,
            )
        )
    return 0


def _write_out(file: EventFile, out: Path) -> None:
    try:
        with written_whole(out, is_private=True) as written:
            written.write(definition_text(file.event).encode())
    except OSError as error:
        raise CheckinError(
            "The definition cannot be written", f"{out}: {error.strerror or error}. Choose another place."
        ) from error


def _tell(done: Redefinition, act: str) -> None:
    say = own_wording()
    number = {fate: sum(each.fate is fate for each in done.changes) for fate in Fate}
    tell(
        say.text("{new} new, {changed} changed, {removed} withdrawn, {same} unchanged").format(
            new=number[Fate.NEW], changed=number[Fate.CHANGED], removed=number[Fate.REMOVED], same=done.same
        )
    )
    if act:
        tell(say.text("To take it back: checkin undo EVENT --act {act}").format(act=act))


COMMAND: Final = Command("define", "Write the event out as a definition, or bring it to one.", _takes, _run)
