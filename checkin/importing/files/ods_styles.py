"""Collects the styles of an ODS: which cells are struck out, and which number formats change a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from checkin.importing.files.looks import Look
from checkin.importing.files.number_formats import number_format

_MOST_PARENTS: Final = 20
_MOST_DIGITS: Final = 40


@dataclass(slots=True)
class _CellStyle:
    parent: str
    number_style: str
    is_struck: bool | None = None


class OdsStyles:
    """The styles of cells by their names. The XML is given by `begin`, `end` and `text`."""

    def __init__(self) -> None:
        """Start without a style."""
        self._cells: dict[str, _CellStyle] = {}
        self._codes: dict[str, str] = {}
        self._style: _CellStyle | None = None
        self._name = ""
        self._code: list[str] = []
        self._digits = ""
        self._within: list[tuple[int, str]] | None = None
        self._position = 0
        self._takes_text = False
        self._said = ""
        self._known: dict[str, Look | None] = {}

    def look(self, name: str) -> Look | None:
        """Return what the style with this name says, also by its parents; None if that is nothing."""
        try:
            return self._known[name]
        except KeyError:
            look = self._look(name)
            self._known[name] = None if look == Look() else look
            return self._known[name]

    @property
    def tell_something(self) -> bool:
        """Whether there is a style that says something."""
        return any(self.look(name) is not None for name in self._cells)

    def _look(self, name: str) -> Look:
        code, is_struck = "", None
        for _ in range(_MOST_PARENTS):
            style = self._cells.get(name)
            if style is None:
                break
            code = code or style.number_style
            is_struck = style.is_struck if is_struck is None else is_struck
            name = style.parent
        return Look(number_format(self._codes.get(code, "")), bool(is_struck))

    def begin(self, name: str, given: dict[str, str]) -> None:
        """Take the beginning of an element."""
        match name:
            case "style:style" if given.get("style:family") == "table-cell":
                self._style = _CellStyle(
                    given.get("style:parent-style-name", ""), given.get("style:data-style-name", "")
                )
                self._cells[given.get("style:name", "")] = self._style
            case "style:text-properties" if self._style is not None:
                self._take_strike(self._style, given)
            case "number:number-style":
                self._name, self._code = given.get("style:name", ""), []
            case "number:number":
                self._begin_number(given)
            case "number:embedded-text":
                self._position = _whole(given.get("number:position", ""))
                self._takes_text = True
            case "number:text":
                self._takes_text = True
            case _:
                pass

    def end(self, name: str) -> None:
        """Take the end of an element."""
        match name:
            case "style:style":
                self._style = None
            case "number:number-style":
                self._codes[self._name] = "".join(self._code)
            case "number:number":
                self._end_number()
            case "number:embedded-text" if self._within is not None:
                self._within.append((self._position, self._said))
            case "number:text":
                self._code.append(_quoted(self._said))
            case _:
                pass
        self._takes_text, self._said = False, ""

    def text(self, text: str) -> None:
        """Take a piece of text."""
        if self._takes_text:
            self._said += text

    @staticmethod
    def _take_strike(style: _CellStyle, given: dict[str, str]) -> None:
        line = given.get("style:text-line-through-style", given.get("style:text-line-through-type"))
        if line is not None:
            style.is_struck = line != "none"

    def _begin_number(self, given: dict[str, str]) -> None:
        """Begin a number of digits only; one with decimals or thousands is none that changes a text."""
        decimals = given.get("number:decimal-places", "0")
        is_plain = decimals == "0" and given.get("number:grouping") != "true"
        self._digits = "0" * min(_whole(given.get("number:min-integer-digits", "")), _MOST_DIGITS) or "#"
        self._within = []
        if not is_plain:
            self._digits = "0.0"

    def _end_number(self) -> None:
        within = dict(self._within or ())
        width = min(max(len(self._digits), *within, 0) if within else len(self._digits), _MOST_DIGITS)
        digits = self._digits.rjust(width, "#") if self._digits != "0.0" else self._digits
        for place, digit in enumerate(digits):
            text = within.get(len(digits) - place, "")
            self._code.append((_quoted(text)) + digit)
        self._within = None


def _quoted(text: str) -> str:
    return "".join(f"\\{sign}" for sign in text)


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 4 else 0  # noqa: PLR2004 - more digits than any format has
