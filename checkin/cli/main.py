"""Reads the command line and carries out one command. Exit codes: 0 done, 1 refused or failed, 2 mistake of usage."""

from __future__ import annotations

import argparse
import io
import logging
import os
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from checkin import __version__, logs, settings
from checkin.cli.printed import PrintedStream
from checkin.cli.registry import NAMES, command
from checkin.errors import CheckinError

if TYPE_CHECKING:
    from collections.abc import Sequence

_LOG = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out the command in `arguments`, by default those of this process, and return the exit code."""
    _have_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    with redirect_stdout(PrintedStream(sys.stdout)), redirect_stderr(PrintedStream(sys.stderr)):
        return _main(arguments)


def _main(arguments: Sequence[str] | None) -> int:
    given = _with_command(list(sys.argv[1:] if arguments is None else arguments))
    if any(not _is_text(argument) for argument in given):
        sys.stderr.write("checkin: an argument is not text in UTF-8. Type it again.\n")
        return 2
    with logs.recording():
        try:
            return _run(given)
        except BrokenPipeError:
            _say_no_more()
            return 1
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - any fault is told in a sentence
            is_told = isinstance(error, CheckinError) and error.is_told
            return _failed("" if is_told else _in_words(error))


def _say_no_more() -> None:
    """Discard what is still to be written to standard output, so that Python does not fail on it again when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _in_words(error: BaseException) -> str:
    """The sentence for the operator about what stopped the command; an unforeseen error is also logged."""
    match error:
        case CheckinError():
            return str(error)
        case KeyboardInterrupt():
            return "Cancelled: nothing was half done."
        case OSError():
            _LOG.error("a command was stopped", exc_info=error)
            return (
                f"The computer refused: {error.strerror or error}. What was recorded is safe; make room or check "
                "where the answer goes, then try again."
            )
        case _:
            _LOG.error("a command failed", exc_info=error)
            return (
                f"A fault of the program ({type(error).__name__}): what was recorded is safe. "
                f"Send {logs.log_file()} to whoever looks after this program."
            )


def _have_streams() -> None:
    """Replace missing standard streams by the null device: on Windows the windowed program is started without any."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - until the end


def _is_text(argument: str) -> bool:
    """Whether the argument can be encoded in UTF-8; bytes that are not UTF-8 arrive as lone surrogates."""
    return argument.encode("utf-8", errors="ignore").decode() == argument


def _with_command(given: list[str]) -> list[str]:
    """The arguments with a command at the front: `checkin` and `checkin EVENT` get the command `desk`."""
    if not given or (given[0] not in NAMES and _may_be_event(given[0])):
        return ["desk", *given]
    return given


def _may_be_event(text: str) -> bool:
    """Whether the text can name an event file, rather than be a mistyped command."""
    return not text.startswith("-") and (not text.isidentifier() or Path(text).exists())


def _run(given: list[str]) -> int:
    parser = _parser("checkin", "The registration desk of a conference.")
    parser.add_argument("--version", action="version", version=f"checkin {__version__}")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=_Parser)
    wanted = next((word for word in given if not word.startswith("-")), "")
    # Only the command that is asked for is loaded: `checkin scan` must not wait for the rest.
    for name in [wanted] if wanted in NAMES and given[0] == wanted else NAMES:
        known = command(name)
        own = subparsers.add_parser(name, help=known.help, description=known.help, allow_abbrev=False)
        known.takes(own)
        own.add_argument(
            "--operator", metavar="NAME", default="", help="who is responsible for what is recorded"
        )
        own.set_defaults(run=known.run)
    chosen = parser.parse_args(given)
    trouble = settings.in_order()
    if trouble is not None:
        print(trouble, file=sys.stderr)
    chosen.trouble = trouble
    code: int = chosen.run(chosen)
    sys.stdout.flush()
    return code


class _Parser(argparse.ArgumentParser):
    """An argument parser that reports a mistake in one sentence, with what to do about it."""

    def error(self, message: str) -> NoReturn:
        """Print the message and exit with code 2."""
        self.exit(2, f"{self.prog}: {message}. See {self.prog} --help.\n")


def _parser(name: str, description: str) -> _Parser:
    return _Parser(prog=name, description=description, allow_abbrev=False)


def _failed(sentence: str) -> int:
    try:
        sys.stdout.flush()
    except OSError:
        _say_no_more()
    if sentence:
        print(sentence, file=sys.stderr)
    return 1
