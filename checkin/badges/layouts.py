"""Reads the layouts of badges from TOML files, and keeps the one that comes with the program."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from checkin import assets
from checkin.badges.fields import BY_NAME, BadgeField
from checkin.badges.layout import (
    CATEGORY,
    ON_CATEGORY,
    Band,
    Box,
    CodeSquare,
    Element,
    Layout,
    PhotoBox,
    Picture,
    Rule,
    Stack,
    StackItem,
    Template,
    Text,
    Words,
)
from checkin.paper import LEADING, Align, Fit, Style, Valign
from checkin.toml_tables import TomlTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")
_FIELD: Final = re.compile(r"\{(\w+)\}")
_LARGEST: Final = 2000
"""The largest length in mm; paper that a desk could print on is far smaller."""


@cache
def standard() -> Layout:
    """The layout that comes with the program: A6, upright."""
    return read(assets.resource("layouts", "a6.toml"))


def read(path: Path) -> Layout:
    """Read the layout in a TOML file. For a mistake, raise a CheckinError that names the element and the value."""
    table = TomlTable.of_file(path, f"The layout {path.name}", "The layout")
    layout = Layout(
        table.words("name", path.stem),
        _number(table, "width", least=10),
        _number(table, "height", least=10),
        tuple(_element(element, path.parent) for element in _numbered(table, "elements", "Element")),
    )
    table.done()
    return layout


def _numbered(table: TomlTable, key: str, called: str) -> list[TomlTable]:
    return [
        table.at(f"{called} {number}", values) for number, values in enumerate(table.tables(key), start=1)
    ]


def _number(table: TomlTable, key: str, default: float | None = None, *, least: float = 0) -> float:
    """The length in mm under this key of the table."""
    return table.number(key, default, least=least, most=_LARGEST)


def _colour(table: TomlTable, key: str, default: str = "#000000") -> str:
    value = table.words(key, default)
    if value not in {CATEGORY, ON_CATEGORY} and not _COLOUR.fullmatch(value):
        table.wrong(key, f'must be "#RRGGBB", "{CATEGORY}" or "{ON_CATEGORY}", not {value!r}')
    return value


def _box(table: TomlTable) -> Box:
    return Box(
        _number(table, "x"),
        _number(table, "y"),
        _number(table, "width", least=1),
        _number(table, "height", least=1),
    )


def _element(table: TomlTable, folder: Path) -> Element:
    """The layout element that the table describes; the file of a picture is looked for in `folder`."""
    kind = table.words("kind")
    read_kind = _KINDS.get(kind)
    if read_kind is None and kind != _PICTURE:
        table.wrong("kind", f"must be one of {', '.join((*_KINDS, _PICTURE))}, not {kind!r}")
    table.place += f" ({kind})"
    element = read_kind(table) if read_kind is not None else _picture(table, folder)
    table.done()
    return element


def _text(table: TomlTable) -> Text:
    return Text(_box(table), _words(table))


def _stack(table: TomlTable) -> Stack:
    box, valign = _box(table), table.choice("valign", Valign.TOP)
    return Stack(
        box, valign, tuple(_item(item) for item in _numbered(table, "items", f"{table.place}, item"))
    )


def _item(table: TomlTable) -> StackItem:
    item = StackItem(_words(table), _number(table, "height", least=1), _number(table, "gap", 0))
    table.done()
    return item


def _code(table: TomlTable) -> CodeSquare:
    return CodeSquare(_number(table, "x"), _number(table, "y"), _number(table, "size", least=5))


def _band(table: TomlTable) -> Band:
    return Band(_box(table), _colour(table, "colour", CATEGORY), _number(table, "radius", 0))


def _rule(table: TomlTable) -> Rule:
    return Rule(
        _number(table, "x1"),
        _number(table, "y1"),
        _number(table, "x2"),
        _number(table, "y2"),
        _colour(table, "colour"),
        _number(table, "thickness", 0.2),
    )


def _picture(table: TomlTable, folder: Path) -> Picture | PhotoBox:
    name = table.words("file")
    if name == _PHOTO:
        return PhotoBox(_box(table))
    file = folder / name
    if not file.is_file():
        table.wrong("file", f"names {file.name}, which is not beside the layout")
    return Picture(_box(table), file)


_PICTURE: Final = "picture"
_PHOTO: Final = "{photo}"
"""What a picture names in place of a file if it is the delegate's photo."""
_KINDS: Final[dict[str, Callable[[TomlTable], Element]]] = {
    "text": _text,
    "stack": _stack,
    "code": _code,
    "band": _band,
    "line": _rule,
}


def _words(table: TomlTable) -> Words:
    size = table.number("size", least=1, most=500)
    style = Style(
        size=size,
        min_size=table.number("min_size", 0, least=0, most=size),
        bold=table.flag("bold"),
        colour=_colour(table, "colour"),
        align=table.choice("align", Align.LEFT),
        valign=table.choice("valign", Valign.TOP),
        fit=table.choice("fit", Fit.SHRINK),
        shrink_to=table.number("shrink_to", 0, least=0, most=size),
        leading=table.number("leading", LEADING, least=0.5, most=5),
    )
    return Words(_template(table), style)


def _template(table: TomlTable) -> Template:
    parts: list[str | BadgeField] = []
    for at, part in enumerate(_FIELD.split(table.words("text"))):
        if at % 2 == 0:
            parts += [part] if part else []
        elif part in BY_NAME:
            parts.append(BY_NAME[part])
        else:
            table.wrong("text", f"names no field: {{{part}}}; there are {', '.join(BY_NAME)}")
    return Template(tuple(parts))
