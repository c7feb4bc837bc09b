"""A module's text with its tree, and the places in it where a fault can be put."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a fault does to the program."""

    COMPARISON = "comparison"
    CONSTANT = "constant"
    CONDITION = "condition"
    STEP = "removed step"
    PART = "removed part"
    SQL = "SQL"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Another text for the characters from `start` up to `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """One fault that could be put into a module; `before` and `after` are the lines that it changes."""

    file: str
    function: str
    line: int
    kind: Kind
    edits: tuple[Edit, ...]
    before: str
    after: str
    nth: int = 1
    """Which one it is of those in its function whose lines read alike."""

    def put_into(self, text: str) -> str:
        """The module's text with this fault in it."""
        return _edited(text, self.edits)


class Source:
    """The text of one module, its tree, and where each node of the tree stands in the text."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.tree = ast.parse(text)
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """The characters that the node is written in; brackets around it are none of its own."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._at(node.lineno, node.col_offset), self._at(node.end_lineno, node.end_col_offset)

    def written(self, node: ast.expr | ast.stmt) -> str:
        """The text of the node."""
        start, end = self.span(node)
        return self.text[start:end]

    def place(self, function: str, kind: Kind, *edits: Edit) -> Place:
        """The fault that these edits are."""
        first, last = self._line_at(edits[0].start), self._line_at(edits[-1].end)
        start, end = self._starts[first - 1], self._starts[last] - 1
        shifted = [Edit(each.start - start, each.end - start, each.text) for each in edits]
        before = self.text[start:end]
        return Place(
            self.file, function, first, kind, edits, _in_a_line(before), _in_a_line(_edited(before, shifted))
        )

    def _at(self, line: int, column: int) -> int:
        """The parser counts columns in bytes."""
        return self._starts[line - 1] + len(self._lines[line - 1].encode()[:column].decode())

    def _line_at(self, at: int) -> int:
        return self.text.count("\n", 0, at) + 1


def _edited(text: str, edits: tuple[Edit, ...] | list[Edit]) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _in_a_line(text: str) -> str:
    return " ".join(text.split())
