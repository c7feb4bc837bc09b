"""What can be wrong at one node of a module's tree."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tests.mutants import statements
from tests.mutants.source import Edit, Kind

if TYPE_CHECKING:
    import ast
    from collections.abc import Iterator, Sequence

    from tests.mutants.source import Source

_OTHER: Final = {
    "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">",
    "is": "is not", "is not": "is", "in": "not in", "not in": "in", "and": "or", "or": "and",
}  # fmt: skip
_COMPARISON: Final = re.compile(r"\bis\s+not\b|\bnot\s+in\b|\bis\b|\bin\b|[=!<>]=|[<>]")
_JOINT: Final = re.compile(r"\band\b|\bor\b")
_COMMENT: Final = re.compile(r"#[^\n]*")
_SENTENCE: Final = re.compile(r"[A-Z].*\s.*[.!?]", re.DOTALL)


def comparisons(source: Source, node: ast.Compare) -> Iterator[Edit]:
    """Each comparison is the next one: its contrary, or with or without equality."""
    return _between(source, [node.left, *node.comparators], _COMPARISON)


def joints(source: Source, node: ast.BoolOp) -> Iterator[Edit]:
    """Each `and` is an `or`, and each `or` an `and`."""
    return _between(source, node.values, _JOINT)


def without_not(source: Source, node: ast.UnaryOp) -> Edit:
    """The `not` is missing."""
    start = source.span(node)[0]
    dropped = re.compile(r"not\s*").match(source.text, start)
    assert dropped is not None
    return Edit(start, dropped.end(), "")


def with_not(source: Source, node: ast.expr) -> Edit:
    """The condition is its contrary."""
    written = source.written(node)
    return Edit(*source.span(node), f"not ({written})" if ":=" in written else f"not {written}")


def removed(source: Source, node: ast.stmt) -> Edit:
    """The step is not taken."""
    return Edit(*source.span(node), "pass")


def shortened(source: Source, tuples: Sequence[ast.Tuple]) -> Iterator[tuple[Edit, ...]]:
    """Each part is missing, in all of these tuples, which are equally long."""
    for missing in range(len(tuples[0].elts)):
        yield tuple(_without(source, each, missing) for each in tuples)


def other_constants(source: Source, node: ast.Constant) -> Iterator[tuple[Kind, Edit]]:
    """A number is one more, an empty text is none, any other is empty, and a truth is its contrary."""
    start, end = source.span(node)
    match node.value:
        case bool() as truth:
            yield Kind.CONSTANT, Edit(start, end, str(not truth))
        case int() | float() as number:
            yield Kind.CONSTANT, Edit(start, end, repr(number + 1))
        case str() if statements.is_statement(node.value):
            yield from other_statements(source, node)
        case str() as text if not _SENTENCE.fullmatch(text):
            yield Kind.CONSTANT, Edit(start, end, '""' if text else '"mutant"')
        case _:
            pass


def other_statements(source: Source, node: ast.expr) -> Iterator[tuple[Kind, Edit]]:
    """What an SQL statement can have wrong, if this text is one."""
    written = source.written(node)
    if statements.is_statement(written):
        for edit in statements.faults(written, source.span(node)[0]):
            yield Kind.SQL, edit


def _between(source: Source, operands: Sequence[ast.expr], operator: re.Pattern[str]) -> Iterator[Edit]:
    for left, right in pairwise(operands):
        start, end = source.span(left)[1], source.span(right)[0]
        gap = _COMMENT.sub(lambda comment: " " * len(comment[0]), source.text[start:end])
        found = operator.search(gap)
        assert found is not None
        yield Edit(start + found.start(), start + found.end(), _OTHER[" ".join(found[0].split())])


def _without(source: Source, node: ast.Tuple, missing: int) -> Edit:
    kept = [source.written(each) for at, each in enumerate(node.elts) if at != missing]
    return Edit(*source.span(node), f"({', '.join(kept)}{',' if len(kept) == 1 else ''})")
