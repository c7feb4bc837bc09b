"""checkin programme: bring in sessions from a sheet or a calendar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from checkin.cli.command import Command, open_event, own_wording, staff, tell, tell_json, warn
from checkin.cli.definition_json import redefinition_json
from checkin.desk import bring_programme
from checkin.importing.people.planned import Rejection

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from checkin.importing.programme_plan import ProgrammePlan
    from checkin.importing.programme_rows import Skipped


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="a CSV, XLSX, XLS, ODS or text file, or a calendar (.ics)"
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace) -> int:
    with open_event(arguments.event) as file:
        brought = bring_programme.plan(file, arguments.file)
        done, act = brought.changed, ""
        if not arguments.dry_run:
            done, act = bring_programme.bring_in(file, staff(arguments), brought.plan)
        zone = file.event.zone
    if arguments.json:
        tell_json(redefinition_json(done, zone) | _as_json(brought.plan))
    else:
        _tell(brought.plan, act)
    return 0


def _as_json(plan: ProgrammePlan) -> dict[str, Any]:
    say = own_wording()

    def told(found: Rejection | Skipped) -> dict[str, Any]:
        of_cell = {}
        if isinstance(found, Rejection):
            of_cell = {"column": found.column, "session": found.name, "text": found.text}
        return {"sheet": found.sheet, "row": found.row, **of_cell, "reason": say.rejection(found.reason)}

    return {
        "same": plan.same,
        "rejected": [told(each) for each in plan.rejected],
        "skipped": [told(each) for each in plan.skipped],
    }


def _tell(plan: ProgrammePlan, act: str) -> None:
    say = own_wording()
    tell(
        say.text("{new} new, {changed} changed, {removed} withdrawn, {same} unchanged").format(
            new=len(plan.new), changed=len(plan.changed), removed=0, same=plan.same
        )
    )
    if act:
        tell(say.text("To take it back: checkin undo EVENT --act {act}").format(act=act))
    rows: list[Rejection | Skipped] = [*plan.rejected, *plan.skipped]
    for found in rows:
        of_cell = (found.column, found.name) if isinstance(found, Rejection) else (found.text,)
        text = found.text if isinstance(found, Rejection) else ""
        place = ", ".join(filter(None, (found.sheet, say.text("row {row}").format(row=found.row), *of_cell)))
        warn(say.about(place, say.rejected_text(found.reason, text)))


COMMAND: Final = Command("programme", "Bring in sessions from a sheet or a calendar.", _takes, _run)
