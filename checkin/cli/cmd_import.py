"""checkin import: import a list of delegates."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, open_event, own_wording, progress, staff, tell, tell_json, warn
from checkin.cli.import_json import as_json
from checkin.desk import bring_in
from checkin.importing import read_answers, read_choices

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from checkin.importing import ImportPlan, NotDrawn, Rejection


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument("list", metavar="LIST", type=Path, help="a CSV, XLSX, XLS or ODS file")
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
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace) -> int:
    say = own_wording()
    counting = progress(say.text("rows"))
    with open_event(arguments.event) as file:
        choices = read_choices(arguments.column, file.event.fields)
        answers = read_answers(arguments.answer, arguments.value)
        if arguments.dry_run:
            plan, act = (
                bring_in.plan(file, arguments.list, choices, lambda done, _: counting(done), answers),
                None,
            )
        else:
            plan, act = bring_in.bring_in_at_once(
                file, staff(arguments), arguments.list, counting, choices, answers, source=arguments.source
            )
    if arguments.json:
        tell_json(as_json(plan) | ({} if act is None else {"act": act}))
    else:
        _tell(plan, dry_run=arguments.dry_run)
    return 1 if plan.is_stopped else 0


def _tell(plan: ImportPlan, *, dry_run: bool) -> None:
    say = own_wording()
    sentence = (
        say.text(
            "Would come in: {new} new, {changed} changed; {same} same, {alike} alike, {missing} not in this list"
        )
        if dry_run
        else say.text(
            "Came in: {new} new, {changed} changed; {same} same, {alike} alike, {missing} not in this list"
        )
    )
    tell(
        sentence.format(
            new=len(plan.new), changed=len(plan.changed), same=len(plan.same),
            alike=len(plan.alike), missing=len(plan.missing),
        )
    )  # fmt: skip
    if plan.still_blocked:
        warn(say.still_blocked(len(plan.still_blocked)))
    for each in plan.rejected:
        print(_place(each), say.rejection(each.reason), file=sys.stderr)
    for remark in plan.not_drawn:
        print(
            _place(remark),
            say.not_drawn(remark.signs),
            say.text("The badge cannot be printed."),
            file=sys.stderr,
        )
    if any(remark.takes_latin for remark in plan.not_drawn):
        warn(say.text("Correct these names, or print the Latin name alone: checkin correct … latin_only=yes"))
    elif plan.not_drawn:
        warn(say.text("Correct these names."))


def _place(found: Rejection | NotDrawn) -> str:
    say = own_wording()
    sheet = f"{found.sheet}, " if found.sheet else ""
    row = say.text("row {row}").format(row=found.row)
    column = f", {found.column}" if found.column else ""
    return f"{sheet}{row}{column}:"


COMMAND: Final = Command("import", "Bring a list of participants in.", _takes, _run)
