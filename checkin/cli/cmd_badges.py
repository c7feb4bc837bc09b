"""checkin badges: write badges into a PDF file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import (
    Command,
    file_to_write,
    now,
    open_event,
    own_wording,
    progress,
    staff,
    tell,
    warn,
)
from checkin.desk import find
from checkin.desk.print_badges import Which, chosen, layout_named, print_to_file, require_badges_for
from checkin.errors import CheckinError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Sequence

    from checkin.badges import PreflightFinding
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


_MOST_NAMES: Final = 10


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument("--out", metavar="F.pdf", type=file_to_write, required=True)
    parser.add_argument("--layout", metavar="L", help="a layout that comes with the program, or a TOML file")
    whose = parser.add_mutually_exclusive_group(required=True)
    whose.add_argument("--all", action="store_true", help="everybody who is expected")
    whose.add_argument("--new", action="store_true", help="those whose badge was never printed")
    whose.add_argument("--category", metavar="X", help="everybody of a category")
    whose.add_argument("--delegate", metavar="D", nargs="+", help="these participants")


def _run(arguments: Namespace) -> int:
    say = own_wording()
    with open_event(arguments.event) as file:
        whose = _whose(file, arguments)
        run = print_to_file(
            file,
            staff(arguments),
            whose,
            arguments.out,
            now(),
            progress(say.text("badges")),
            layout=layout_named(arguments.layout) if arguments.layout else None,
        )
    tell(
        say.many(
            "{badges} of {count} badge in {file}", "{badges} of {count} badges in {file}", run.delegates,
            badges=run.badges, file=str(arguments.out),
        )
    )  # fmt: skip
    names = {each.delegate.id: each.delegate.name for each in whose}
    for sentence, found in _findings(run.outcome.findings).items():
        warn(say.about(_some([names[delegate] for delegate in found]), sentence))
    if run.outcome.left_out:
        left_out = _some([names[delegate] for delegate in run.outcome.left_out])
        warn(
            say.many(
                "{left_out} of {count} badge cannot be printed: {names}",
                "{left_out} of {count} badges cannot be printed: {names}",
                len(whose), left_out=len(run.outcome.left_out), names=left_out,
            )
        )  # fmt: skip
    return 0


def _findings(findings: Iterable[PreflightFinding]) -> dict[str, list[str]]:
    """The delegates (ids) whom each sentence about a badge is about, each sentence once."""
    say = own_wording()
    found: dict[str, list[str]] = {}
    for each in findings:
        found.setdefault(say.problem(each.problem, ", ".join(each.fields), each.detail), []).append(
            each.delegate
        )
    return found


def _some(names: Sequence[str]) -> str:
    """The names, or the first of many names and the number of the others."""
    say, shown = own_wording(), [name or "-" for name in names[:_MOST_NAMES]]
    others = len(names) - len(shown)
    told = ", ".join(shown)
    return (
        told
        if not others
        else say.many("{name} and {count} other", "{name} and {count} others", others, name=told)
    )


def _whose(file: EventFile, arguments: Namespace) -> list[Registration]:
    if arguments.delegate:
        named = [find.one(file, text) for text in arguments.delegate]
        require_badges_for(named)
        return list({registration.delegate.id: registration for registration in named}.values())
    if arguments.category is not None and arguments.category not in file.event.categories:
        raise CheckinError(
            f"There is no category “{arguments.category}”",
            f"The categories are: {', '.join(file.event.categories)}.",
        )
    return chosen(file, Which.NEW if arguments.new else Which.ALL, arguments.category)


COMMAND: Final = Command("badges", "Put badges into a PDF file.", _takes, _run)
