"""Writes whole numbers as a spreadsheet shows them, where a number format adds zeros or signs: 0007, 06 12 34 56 78.

Dates, decimals, thousands, percentages and amounts of money are left as they are.
"""

from __future__ import annotations

import operator
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST: Final = 255
"""The longest format code of Excel, in characters."""
_MOST_NUMBER: Final = 1e15
"""Numbers from this limit on are not exact in a spreadsheet, which shows them in the general format then."""
_TOKEN: Final = re.compile(
    r"""(?P<quoted>"[^"]*") | (?P<escaped>\\.) | (?P<skipped>_.|\*.|\[\$-[0-9A-Fa-f]+\])
    | \[(?P<relation><=|>=|<>|<|>|=)\s*(?P<limit>-?\d+(?:\.\d+)?)\]
    | (?P<colour>\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color\s?\d+)\])
    | (?P<place>[0#?]) | (?P<literal>[ \-+():!^&'~{}<>=\u00a0]) | (?P<next>;) | (?P<other>.)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_RELATIONS: Final[dict[str, Callable[[float, float], bool]]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}


@dataclass(frozen=True, slots=True)
class _Section:
    """One of the parts that semicolons divide a format code into.

    `template` takes a text for each place of a digit; `fillers` are these texts where the number has no digit. A unit
    behind a number is no change of the text.
    """

    template: str
    fillers: tuple[str, ...]
    changes_the_text: bool
    relation: str = ""
    limit: float = 0.0

    def holds_for(self, number: float) -> bool:
        return not self.relation or _RELATIONS[self.relation](number, self.limit)

    def text(self, number: int) -> str:
        digits = str(number) if number else ""
        further = len(digits) - len(self.fillers)
        if further > 0:
            digits_of_places = (digits[: further + 1], *digits[further + 1 :])
        else:
            digits_of_places = (*self.fillers[: -len(digits) or None], *digits)
        return (self.template % digits_of_places).strip()


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A number format that changes how a whole number reads."""

    sections: tuple[_Section, ...]

    def text(self, number: float) -> str | None:
        """The number as the sheet shows it; None if the format does not change this number."""
        if not float(number).is_integer() or abs(number) >= _MOST_NUMBER:
            return None
        section, minus = self._section_for(number)
        return minus + section.text(abs(int(number))) if section.changes_the_text else None

    def _section_for(self, number: float) -> tuple[_Section, str]:
        minus = "-" if number < 0 else ""
        if len(self.sections) == 1:
            return self.sections[0], minus
        if any(section.relation for section in self.sections):
            fitting = (section for section in self.sections if section.holds_for(number))
            return next(fitting, self.sections[-1]), minus
        if number < 0:
            return self.sections[1], ""
        if number == 0 and len(self.sections) > 2:  # noqa: PLR2004 - the third section is that of zero
            return self.sections[2], ""
        return self.sections[0], minus


@lru_cache(maxsize=1000)
def number_format(code: str) -> NumberFormat | None:
    """Return the format with this code, as Excel writes it; None if it changes the text of no whole number."""
    if len(code) > _LONGEST:
        return None
    sections: list[_Section] = []
    tokens: list[re.Match[str]] = []
    for token in _TOKEN.finditer(code + ";"):
        if token.lastgroup == "next":
            sections.append(_section(tokens))
            tokens = []
        else:
            tokens.append(token)
    changing = any(section.changes_the_text for section in sections)
    return NumberFormat(tuple(sections)) if changing else None


def _section(tokens: list[re.Match[str]]) -> _Section:
    template, fillers = "", []
    is_plain, relation, limit = True, "", 0.0
    for token in tokens:
        text = token.group()
        if token.lastgroup != "skipped":
            is_plain = is_plain and not any(map(_is_money, text))
        match token.lastgroup:
            case "limit":
                relation, limit = token["relation"], float(token["limit"])
            case "place":
                fillers.append("0" if text == "0" else "")
                template += "%s"
            case "quoted" | "escaped" | "literal":
                template += _literal(text).replace("%", "%%")
            case "other":
                is_plain = is_plain and not text.isascii()
                template += text.replace("%", "%%")
            case _:  # colours, widths and the language of the format
                pass
    has_signs = not template.startswith("%s" * len(fillers))
    changes = is_plain and bool(fillers) and (fillers.count("0") > 1 or has_signs)
    return _Section(template, tuple(fillers), changes, relation, limit)


def _literal(text: str) -> str:
    return text[1:-1] if text.startswith('"') else text.removeprefix("\\") if len(text) > 1 else text


def _is_money(sign: str) -> bool:
    return unicodedata.category(sign) == "Sc"
