"""checkin import: import a list of delegates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from checkin.cli.command import Command, open_event, own_wording, progress, staff, tell, tell_json, warn
from checkin.cli.import_json import as_json
from checkin.cli.import_told import tell_plan
from checkin.desk import bring_in
from checkin.errors import CheckinError, EventFileError
from checkin.importing.people.column_choices import read_choices
from checkin.importing.people.questions import read_answers
from checkin.importing.people.wishes import ListWishes

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Iterator, Sequence

    from checkin.importing.people.planned import ImportPlan
    from checkin.storage.event_file import EventFile


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument(
        "list",
        metavar="LIST",
        type=Path,
        nargs="+",
        help="a spreadsheet, text, vCard or web table, or a folder",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would come in, and change nothing")
    parser.add_argument(
        "--column", metavar="HEADER=field", action="append", default=[],
        help='what a column holds; "=category:P" gives one value for all rows',
    )  # fmt: skip
    parser.add_argument(
        "--source", metavar="NAME", default="", help="whose list it is: this ministry's, that embassy's"
    )
    parser.add_argument(
        "--value",
        metavar="HEADER:WORD=value",
        action="append",
        default=[],
        help="what a word of a column means",
    )
    parser.add_argument(
        "--answer", metavar="ID=WORD", action="append", default=[], help="the answer to a question"
    )
    parser.add_argument(
        "--sheet",
        metavar="NAME",
        action="append",
        default=[],
        help="a sheet to read; all others are left out",
    )
    parser.add_argument(
        "--encoding", metavar="NAME", default="", help="the encoding of a text file, such as cp1250"
    )
    parser.add_argument("--list-wins", action="store_true", help="let the list change what a desk has set")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace) -> int:
    named: list[Path] = arguments.list
    if len(named) == 1 and not named[0].is_dir():
        with open_event(arguments.event) as file:
            plan, act = _bring_in(file, named[0], arguments)
        if arguments.json:
            tell_json(_told(plan, act))
        else:
            tell_plan(plan, dry_run=arguments.dry_run)
        return 1 if plan.is_stopped else 0
    return _run_several(arguments, list(_lists(named)))


def _run_several(arguments: Namespace, lists: Sequence[Path]) -> int:
    """Bring in several lists, an act each. A list that is refused is told with its name, and the others come in."""
    if not lists:
        raise CheckinError("There is no list in this folder", "Nothing was brought in. Name another folder.")
    told: list[dict[str, Any]] = []
    is_whole = True
    with open_event(arguments.event) as file:
        for path in lists:
            try:
                plan, act = _bring_in(file, path, arguments)
            except EventFileError:
                raise
            except CheckinError as error:
                warn(own_wording().about(path.name, str(error)))
                is_whole = False
                continue
            is_whole = is_whole and not plan.is_stopped
            told.append(_told(plan, act) | {"file": path.name})
            if not arguments.json:
                tell(f"{path.name}:")
                tell_plan(plan, dry_run=arguments.dry_run)
    if arguments.json:
        tell_json(told)
    return 0 if is_whole else 1


def _lists(paths: Iterable[Path]) -> Iterator[Path]:
    """The lists that were named; a folder stands for all files in it that are no hidden ones, by their names."""
    for path in paths:
        if path.is_dir():
            yield from sorted(
                each for each in path.iterdir() if each.is_file() and not each.name.startswith(".")
            )
        else:
            yield path


def _bring_in(file: EventFile, path: Path, arguments: Namespace) -> tuple[ImportPlan, str | None]:
    """The plan of one list and the id of the act that brought it in; None if nothing came in."""
    counting = progress(own_wording().text("rows"))
    wishes = ListWishes(
        read_choices(arguments.column, file.event.fields),
        read_answers(arguments.answer, arguments.value, arguments.encoding),
        arguments.source,
        list_wins=arguments.list_wins,
        sheets=tuple(arguments.sheet),
    )
    if arguments.dry_run:
        return bring_in.plan(file, path, wishes, lambda done, _: counting(done)), None
    return bring_in.bring_in_at_once(file, staff(arguments), path, counting, wishes)


def _told(plan: ImportPlan, act: str | None) -> dict[str, Any]:
    return as_json(plan) | ({} if act is None else {"act": act})


COMMAND: Final = Command("import", "Bring a list of participants in.", _takes, _run)
