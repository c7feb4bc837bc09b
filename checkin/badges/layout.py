"""A layout: what stands where on a badge, read from a TOML file in millimetres."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from checkin import assets
from checkin.badges.fields import BY_NAME, BadgeField
from checkin.errors import CheckinError
from checkin.paper import LEADING, Align, Fit, Style, Valign

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum
    from pathlib import Path

    Choice = TypeVar("Choice", bound=StrEnum)

CATEGORY: Final = "category"
ON_CATEGORY: Final = "on_category"
_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")
_FIELD: Final = re.compile(r"\{(\w+)\}")
_LARGEST: Final = 2000
"""mm; what a desk could print on ends long before."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the badge: its upper left corner and its size in mm."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Template:
    """Words and fields in the order in which they are shown."""

    parts: tuple[str | BadgeField, ...]

    @property
    def fields(self) -> tuple[BadgeField, ...]:
        """The fields it shows."""
        return tuple(part for part in self.parts if isinstance(part, BadgeField))


@dataclass(frozen=True, slots=True)
class Words:
    """What a text says and how it looks; the style's colour may be CATEGORY or ON_CATEGORY."""

    template: Template
    style: Style


@dataclass(frozen=True, slots=True)
class Text:
    """Words in a box."""

    box: Box
    words: Words


@dataclass(frozen=True, slots=True)
class StackItem:
    """Words in a stack: at most `height` mm, `gap` mm below the item above."""

    words: Words
    height: float
    gap: float


@dataclass(frozen=True, slots=True)
class Stack:
    """Texts below each other in one box; an empty one leaves no gap."""

    box: Box
    valign: Valign
    items: tuple[StackItem, ...]


@dataclass(frozen=True, slots=True)
class CodeSquare:
    """The QR code, `size` mm without its quiet zone."""

    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Band:
    """A filled rectangle."""

    box: Box
    colour: str
    radius: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    thickness: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG, as large as its box allows."""

    box: Box
    file: Path


Element: TypeAlias = Text | Stack | CodeSquare | Band | Rule | Picture


@dataclass(frozen=True, slots=True)
class Layout:
    """One side of a badge: its size in mm and its elements in the order in which they are drawn."""

    name: str
    width: float
    height: float
    elements: tuple[Element, ...]


@cache
def standard() -> Layout:
    """The layout that comes with the program: A6 upright."""
    return read(assets.resource("layouts", "a6.toml"))


def read(path: Path) -> Layout:
    """The layout in a TOML file; CheckinError names the element and the value that cannot be used."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CheckinError(
            f"The layout {path.name} cannot be read", f"{error.strerror or error}. Choose another file."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CheckinError(
            f"The layout {path.name} is not a TOML file", f"{error}. Mend that place and try again."
        ) from error
    return _layout(_Table(path, "The layout", table))


class _Table:
    """A table of the file, which knows its place for the sentence about what is wrong in it."""

    def __init__(self, path: Path, place: str, values: dict[str, Any]) -> None:
        self.path = path
        self.place = place
        self._left = dict(values)

    def number(
        self, key: str, default: float | None = None, *, least: float = 0, most: float = _LARGEST
    ) -> float:
        value = self._take(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise self.wrong(f"{key} must be a number from {least:g} to {most:g}, not {value!r}")
        return float(value)

    def text(self, key: str, default: str | None = None) -> str:
        value = self._take(key, default)
        if not isinstance(value, str):
            raise self.wrong(f"{key} must be a text in quotes, not {value!r}")
        return value

    def flag(self, key: str) -> bool:
        value = self._take(key, default=False)
        if not isinstance(value, bool):
            raise self.wrong(f"{key} must be true or false, not {value!r}")
        return value

    def choice(self, key: str, default: Choice) -> Choice:
        value = self.text(key, default.value)
        kind = type(default)
        if value not in {member.value for member in kind}:
            raise self.wrong(f"{key} must be one of {_listed(m.value for m in kind)}, not {value!r}")
        return kind(value)

    def colour(self, key: str, default: str = "#000000") -> str:
        value = self.text(key, default)
        if value not in {CATEGORY, ON_CATEGORY} and not _COLOUR.fullmatch(value):
            raise self.wrong(f'{key} must be "#RRGGBB", "{CATEGORY}" or "{ON_CATEGORY}", not {value!r}')
        return value

    def box(self) -> Box:
        return Box(
            self.number("x"), self.number("y"), self.number("width", least=1), self.number("height", least=1)
        )

    def tables(self, key: str, called: str) -> list[_Table]:
        values = self._take(key, [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            raise self.wrong(f"{key} must be written as [[{key}]]")
        return [_Table(self.path, f"{called} {n}", value) for n, value in enumerate(values, start=1)]

    def done(self) -> None:
        """Nothing that was written may be passed over: a misspelt key would change nothing and say nothing."""
        if self._left:
            raise self.wrong(f"{_listed(self._left)} is not known here")

    def wrong(self, what: str) -> CheckinError:
        return CheckinError(f"The layout {self.path.name} cannot be used", f"{self.place}: {what}.")

    def _take(self, key: str, default: Any) -> Any:  # noqa: ANN401 - a TOML value
        value = self._left.pop(key, default)
        if value is None:
            raise self.wrong(f"{key} is missing")
        return value


def _layout(table: _Table) -> Layout:
    layout = Layout(
        table.text("name", table.path.stem),
        table.number("width", least=10),
        table.number("height", least=10),
        tuple(_element(element) for element in table.tables("elements", "Element")),
    )
    table.done()
    return layout


def _element(table: _Table) -> Element:
    kind = table.text("kind")
    read_kind = _KINDS.get(kind)
    if read_kind is None:
        raise table.wrong(f"kind must be one of {_listed(_KINDS)}, not {kind!r}")
    table.place += f" ({kind})"
    element = read_kind(table)
    table.done()
    return element


def _text(table: _Table) -> Text:
    return Text(table.box(), _words(table))


def _stack(table: _Table) -> Stack:
    box, valign = table.box(), table.choice("valign", Valign.TOP)
    return Stack(box, valign, tuple(_item(item) for item in table.tables("items", f"{table.place}, item")))


def _item(table: _Table) -> StackItem:
    item = StackItem(_words(table), table.number("height", least=1), table.number("gap", 0))
    table.done()
    return item


def _code(table: _Table) -> CodeSquare:
    return CodeSquare(table.number("x"), table.number("y"), table.number("size", least=5))


def _band(table: _Table) -> Band:
    return Band(table.box(), table.colour("colour", CATEGORY), table.number("radius", 0))


def _rule(table: _Table) -> Rule:
    return Rule(
        table.number("x1"),
        table.number("y1"),
        table.number("x2"),
        table.number("y2"),
        table.colour("colour"),
        table.number("thickness", 0.2),
    )


def _picture(table: _Table) -> Picture:
    file = table.path.parent / table.text("file")
    if not file.is_file():
        raise table.wrong(f"the file {file.name} is not beside the layout")
    return Picture(table.box(), file)


_KINDS: Final[dict[str, Callable[[_Table], Element]]] = {
    "text": _text,
    "stack": _stack,
    "code": _code,
    "band": _band,
    "line": _rule,
    "picture": _picture,
}


def _words(table: _Table) -> Words:
    size = table.number("size", least=1, most=500)
    style = Style(
        size=size,
        min_size=table.number("min_size", 0, most=size),
        bold=table.flag("bold"),
        colour=table.colour("colour"),
        align=table.choice("align", Align.LEFT),
        valign=table.choice("valign", Valign.TOP),
        fit=table.choice("fit", Fit.SHRINK),
        shrink_to=table.number("shrink_to", 0, most=size),
        leading=table.number("leading", LEADING, least=0.5, most=5),
    )
    return Words(_template(table), style)


def _template(table: _Table) -> Template:
    parts: list[str | BadgeField] = []
    for at, part in enumerate(_FIELD.split(table.text("text"))):
        if at % 2 == 0:
            parts += [part] if part else []
        elif part in BY_NAME:
            parts.append(BY_NAME[part])
        else:
            raise table.wrong(f"there is no field {{{part}}}; there are {_listed(BY_NAME)}")
    return Template(tuple(parts))


def _listed(names: Any) -> str:  # noqa: ANN401 - any iterable of texts
    return ", ".join(names)
