"""The class of a command, and what all commands share: the operator, the wording, and printing."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentTypeError
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from checkin import settings
from checkin.desk.staff import Staff
from checkin.plain_text import escaped
from checkin.wording import in_language

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable

    from checkin.storage.event_file import EventFile
    from checkin.wording import Wording


@dataclass(frozen=True, slots=True)
class Command:
    """One command of the command line: its name and one line of help.

    `takes` adds the command's arguments to a parser; `run` carries the command out and gives the exit code.
    """

    name: str
    help: str
    takes: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


def staff(arguments: Namespace) -> Staff:
    """The names of the operator who acts and of this computer's desk.

    The operator is given by `--operator`, or else by this computer's settings.
    """
    here = settings.load()
    return Staff(arguments.operator or here.operator, here.desk_name)


def reason(text: str) -> str:
    """The reason for an act, as it was given on the command line, without blanks around it.

    Raises ArgumentTypeError for a blank reason.
    """
    if not text.strip():
        message = "a reason is needed; it is recorded with your name"
        raise ArgumentTypeError(message)
    return text.strip()


def file_to_write(text: str) -> Path:
    """The path of the file that a command will write; raises ArgumentTypeError for a path without a file name."""
    path = Path(text)
    if not path.name:
        message = f"{text!r} names no file"
        raise ArgumentTypeError(message)
    return path


def open_event(path: Path) -> EventFile:
    """Open the event file at this path; if there is a notice about it, print it for the operator."""
    from checkin.desk import open_event as desk  # late: the window loads this module too, and is shown first

    file = desk.open_event(path)
    if file.notice is not None:
        print(file.notice, file=sys.stderr)
        file.notice.is_told = True
    return file


def now() -> datetime:
    """The current time of this computer as an aware UTC datetime, in whole milliseconds as in the journal."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def own_wording() -> Wording:
    """The program's texts for its users (a `Wording`), in the language of this computer's settings."""
    return in_language(settings.load().language)


def tell(sentence: str) -> None:
    """Print a sentence for the operator on standard output."""
    print(sentence)


def warn(sentence: str) -> None:
    """Print a sentence about something that the operator should look at, on standard error."""
    print(sentence, file=sys.stderr)


def tell_json(value: object) -> None:
    """Print a value as JSON on one line, and flush the output at once.

    Control characters, which a terminal would obey, are written as JSON escapes. A reader of the JSON gets the value
    unchanged.
    """
    print(escaped(json.dumps(value, ensure_ascii=False)), flush=True)


def progress(what: str) -> Callable[[int], None]:
    """A function to call with the number done so far, which shows it on the terminal with the word `what`.

    The function does nothing if standard error is no terminal.
    """
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda done: print(f"\r{what}: {done:,}", end="\r", file=sys.stderr, flush=True)
