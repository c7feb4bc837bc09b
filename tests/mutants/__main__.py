"""Faults are put into the program, to see whether a test notices each: `python -m tests.mutants [--list]`.

Every fault is a line: its number, where it is, what it changes, and the test that noticed it, or LIVES. The same seed
and options draw the same faults. Those that no test can notice are named with a reason in known.toml and not tried,
unless --only asks for them. The exit code is 1 when another one lives.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.mutants import likely
from tests.mutants.draw import draw
from tests.mutants.known import Known, as_table
from tests.mutants.places import find
from tests.mutants.session import copies, try_all
from tests.mutants.trial import CannotTryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.mutants.draw import Mutant
    from tests.mutants.places import Module
    from tests.mutants.source import Place
    from tests.mutants.trial import Verdict

_ROOT: Final = Path(__file__).parents[2]
_MOST_MEMORY: Final = 4 << 30
_AROUND: Final = 24
"""So many characters are shown on each side of what changes."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw mutants and list them or try them; the exit code."""
    options = _options(arguments)
    modules = _modules(options.module or list(likely.NEAR))
    drawn = draw(modules, options.seed, options.least, options.count, options.function)
    if options.only:
        drawn = [mutant for mutant in drawn if mutant.number in options.only]
    if options.list:
        for mutant in drawn:
            _say(f"{_where(mutant)}\n      {mutant.place.before}\n      {mutant.place.after}")
        return 0
    known = Known()
    for each in known.obsolete(modules):
        _say(f"known.toml names what is no longer there: {each}")
    return _try(drawn, known, options)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="tests.mutants", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--seed", type=int, default=1, help="what the draw depends on (1)")
    add("--least", type=int, default=4, help="faults in every function that has a branch (4)")
    add("--count", type=int, default=0, help="faults more, from everywhere (0)")
    add("--module", action="append", metavar="PATH", help="only this one, listed or not; may be repeated")
    add("--function", metavar="NAME", help="only what is in functions of this name")
    add("--list", action="store_true", help="only print what would be tried")
    add("--only", type=int, nargs="+", metavar="NUMBER", help="of all that is drawn only these")
    add("--near", action="store_true", help="leave it at the likely tests of each module")
    add("--jobs", type=int, default=2, help="mutants side by side (2)")
    return parser.parse_args(arguments)


def _modules(paths: Sequence[str]) -> list[Module]:
    modules = []
    for path in paths:
        file = path if path.startswith("checkin/") else f"checkin/{path}"
        if (_ROOT / file).exists():
            modules.append(find(file, (_ROOT / file).read_text(encoding="utf-8")))
        else:
            _say(f"{file} is not there")
    return modules


def _try(drawn: Sequence[Mutant], known: Known, options: argparse.Namespace) -> int:
    waiting = []
    for mutant in drawn:
        reason = None if options.only else known.reason(mutant.place)
        if reason is None:
            waiting.append(mutant)
        else:
            _say(f"{_where(mutant)}  not tried: {reason}")
    try:
        return _report(waiting, len(drawn) - len(waiting), options)
    except CannotTryError as error:
        _say(str(error))
        return 2


def _report(waiting: Sequence[Mutant], known: int, options: argparse.Namespace) -> int:
    """Try them and tell of each; whether one lives."""
    import resource  # noqa: PLC0415 - Windows has none

    # Whoever ends this program ends its tests as well, and the copies go.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    alive: list[Place] = []
    with copies(_ROOT, dict.fromkeys(mutant.module.file for mutant in waiting), options.jobs) as made:
        began = time.monotonic()
        for mutant, verdict in try_all(made, waiting, only_near=options.near):
            _say(f"{_where(mutant)}  {_told(verdict)}")
            if not verdict.noticed_by or verdict.is_doubtful:
                alive.append(mutant.place)
    seconds = (time.monotonic() - began) / max(len(waiting), 1)
    _say(f"\n{len(waiting)} tried, {len(waiting) - len(alive)} noticed, {len(alive)} live; {known} known")
    _say(f"{seconds:.1f} s each")
    if alive:
        _say(f"\nWhat lives, as known.toml would name it:\n\n{as_table(alive)}")
    return 1 if alive else 0


def _where(mutant: Mutant) -> str:
    place = mutant.place
    before, after = _in_short(place.before, place.after)
    return (
        f"{mutant.number:4}  {place.file}:{place.line}  {place.function}  {place.kind}: {before}  →  {after}"
    )


def _told(verdict: Verdict) -> str:
    if verdict.is_doubtful:
        return f"DOUBTFUL: {verdict.noticed_by} fails without it as well"
    return f"noticed by {verdict.noticed_by}" if verdict.noticed_by else "LIVES"


def _in_short(before: str, after: str) -> tuple[str, str]:
    """The lines around what is different in them."""
    shorter = min(len(before), len(after))
    head = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    tail = next((at for at in range(shorter - head) if before[-1 - at] != after[-1 - at]), shorter - head)
    return _cut(before, head, len(before) - tail), _cut(after, head, len(after) - tail)


def _cut(line: str, first: int, last: int) -> str:
    start, end = max(first - _AROUND, 0), last + _AROUND
    return f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
