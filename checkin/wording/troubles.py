"""What is wrong with an event file or with a badge, and what the operator does about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from checkin.domain.badges import Problem
from checkin.domain.faults import Fault
from checkin.errors import NotDrawnError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.errors import CheckinError
    from checkin.wording.language import Language

_MOST_SIGNS: Final = 4
"""How many signs without a font are told: a whole name in an unknown script needs no more."""
_MOST_BADGES: Final = 5
"""How many badges that cannot be printed are told by name; there may be many where a font is missing."""


def fault(say: Language, fault: Fault, place: str) -> str:  # noqa: PLR0911 - a line for each
    """A fault found in an event file, as one sentence; `place` says where in the file the fault is."""
    match fault:
        case Fault.DAMAGED:
            return say.text("The file is damaged: {place}. Restore the newest back-up.").format(place=place)
        case Fault.SCHEMA:
            return say.text(
                "{place} was put into the file, changed or taken out of it by something else than this program."
            ).format(place=place)
        case Fault.FOREIGN_CODES:
            return say.text("Badges whose code was not made for this event: {place}").format(place=place)
        case Fault.PICTURE:
            return say.text("The picture {place} is missing or is another one.").format(place=place)
        case Fault.CHANGED:
            return say.text("Entry {place} was changed after it was written.").format(place=place)
        case Fault.MISSING:
            return say.text("Entry {place} is missing.").format(place=place)
        case Fault.DIFFERS:
            return say.text("The table {place} is not what the journal adds up to.").format(place=place)
        case Fault.UNKNOWN_KIND:
            return say.text(
                "Entry {place} is of a newer program; what is understood of it is shown, all of it is kept."
            ).format(place=place)
        case _:
            assert_never(fault)


def problem(say: Language, problem: Problem, fields: str, detail: str) -> str:
    """A problem with a badge to be printed, as one sentence.

    `fields` names the fields concerned. `detail` is, for example, the type size that is too small.
    """
    match problem:
        case Problem.BELOW_MINIMUM:
            sentence = say.text("{fields} is very small, {detail} pt.")
        case Problem.NO_GLYPH:
            sentence = say.text("{fields} has signs that no font here can draw: {detail}.")
        case Problem.MISPLACED_MARK:
            sentence = say.text("{fields} has a mark that belongs to no letter; type it again.")
        case Problem.NO_NAME:
            sentence = say.text("There is no name.")
        case _:
            assert_never(problem)
    return sentence.format(fields=fields, detail=detail)


def not_drawn(say: Language, signs: Sequence[str]) -> str:
    """One sentence that names the characters `signs`, which no font has, each with its number in Unicode."""
    told = ", ".join(map(_sign, signs[:_MOST_SIGNS])) + ("…" if len(signs) > _MOST_SIGNS else "")
    return say.text("No font here has {signs}.").format(signs=told)


def words(say: Language, error: CheckinError) -> tuple[str, str]:
    """The title and the message of an error in this language, or in English, as most errors are not translated."""
    if not isinstance(error, NotDrawnError):
        return error.title, error.message
    steps = (
        not_drawn(say, error.signs) if error.signs else problem(say, Problem.NO_NAME, "", ""),
        (
            say.text("Find {name}: then Ctrl+B prints the Latin name alone, Ctrl+E corrects the name.")
            if error.takes_latin
            else say.text("Find {name}: then Ctrl+E corrects the name.")
        ).format(name=error.name),
        say.text("Or write the badge by hand: its code is {code}.").format(code=_in_one_line(error.code)),
        _others_not_drawn(say, error),
    )
    return say.text("The badge of {name} cannot be printed").format(name=error.name), " ".join(
        filter(None, steps)
    )


def _others_not_drawn(say: Language, error: NotDrawnError) -> str:
    told = "; ".join(f"{name} ({_in_one_line(code)})" for name, code in error.others[: _MOST_BADGES - 1])
    if not told:
        return ""
    if (more := len(error.others) - _MOST_BADGES + 1) > 0:
        told = say.many("{fields} and {count} more", "{fields} and {count} more", more, fields=told)
    return say.text("These cannot be printed either: {badges}.").format(badges=told)


def _sign(cluster: str) -> str:
    return f"{cluster} ({' '.join(f'U+{ord(character):04X}' for character in cluster)})"


def _in_one_line(code: str) -> str:
    """The code with hyphens at which no line is broken, so that it can be copied by hand."""
    return code.replace("-", "\u2011")
