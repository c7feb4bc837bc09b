"""Faults in the text of an SQL statement: a condition or a key of the order is missing, a comparison is another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tests.mutants.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_LITERAL: Final = re.compile(r"""[A-Za-z]*(\"{3}|'{3}|"|')(?P<text>(?:\\.|(?!\1).)*)\1""", re.DOTALL)
"""One of the literals that a text is put together from."""
_STATEMENT: Final = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|FROM|JOIN|WHERE|AND|ORDER BY)\s")
_END: Final = re.compile(
    r"(AND|OR|ORDER BY|GROUP BY|LIMIT|(LEFT |CROSS )?JOIN|WHERE|UNION|RETURNING|THEN|ELSE)\b"
)
_BOUND: Final = re.compile(r"\?\d*|\{[^{}]*\}")
"""What a value is bound to, or a text that is set in: it must stay, or the statement could not even be read."""
_OTHER: Final = {
    "=": "<>", "<>": "=", "<": "<=", "<=": "<", ">": ">=", ">=": ">", " IS NULL": " IS NOT NULL",
    " IS NOT NULL": " IS NULL", " DESC": "",
}  # fmt: skip
_CHANGED: Final = re.compile(r"<>|<=|>=|(?<!\|)[=<>]| IS NULL\b| IS NOT NULL\b| DESC\b")
_ASSIGNMENT: Final = re.compile(r"\bSET\b(?:(?!\bWHERE\b).)*\Z", re.DOTALL)


def is_statement(written: str) -> bool:
    """Whether what is written here is an SQL statement or a part of one."""
    return _STATEMENT.search(written) is not None


def faults(written: str, at: int) -> Iterator[Edit]:
    """The faults in a statement, which stands at `at` in its module, quotation marks included."""
    for literal in _LITERAL.finditer(written):
        text, start = literal["text"], at + literal.start("text")
        for edit in (*_conditions(text), *_orders(text), *_comparisons(text)):
            yield Edit(start + edit.start, start + edit.end, edit.text)


def _conditions(text: str) -> Iterator[Edit]:
    """Each condition is left out; the values that it was given are taken in and not looked at."""
    for word in re.finditer(r"\s*\b(AND|WHERE)\s+", text):
        end = _end_of(text, word.end())
        if end == word.end() or _follows_between(text[: word.start()]):
            continue
        bound = _BOUND.findall(text[word.end() : end])
        if bound:
            yield Edit(word.end(), end, f"coalesce({', '.join(['1', *bound])})")
        elif word[1] == "AND":
            yield Edit(word.start(), end, "")
        else:
            yield Edit(word.end(), end, "1")


def _follows_between(text: str) -> bool:
    return re.search(r"\bBETWEEN\s+\S+\Z", text) is not None


def _orders(text: str) -> Iterator[Edit]:
    """The last key of each order is left out, the whole order where it has but one."""
    for word in re.finditer(r"\s*\bORDER BY\s+", text):
        end = _end_of(text, word.end())
        last = _last_comma(text[word.end() : end])
        yield Edit(word.start() if last is None else word.end() + last, end, "")


def _comparisons(text: str) -> Iterator[Edit]:
    for found in _CHANGED.finditer(text):
        is_set_in = text.count("{", 0, found.start()) > text.count("}", 0, found.start())
        if not is_set_in and not (found[0] == "=" and _ASSIGNMENT.search(text[: found.start()])):
            yield Edit(found.start(), found.end(), _OTHER[found[0]])


def _end_of(text: str, start: int) -> int:
    """Where the clause ends that starts here; the blanks after it are none of its own."""
    depth, at = 0, start
    while at < len(text):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        starts_word = at == start or not (text[at - 1].isalnum() or text[at - 1] == "_")
        if depth < 0 or (depth == 0 and at > start and starts_word and _END.match(text, at)):
            break
        at += 1
    return start + len(text[start:at].rstrip())


def _last_comma(text: str) -> int | None:
    """The last comma outside all brackets."""
    commas = [
        at
        for at, letter in enumerate(text)
        if letter == "," and text.count("(", 0, at) == text.count(")", 0, at)
    ]
    return commas[-1] if commas else None
