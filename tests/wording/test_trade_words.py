"""What people read uses the words of their trade: a person on the list is a participant, a badge is invalidated."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

import checkin

if TYPE_CHECKING:
    from collections.abc import Iterator

_SOURCES: Final = Path(checkin.__file__).parent
_NOT_READ: Final = ("storage",)
"""Where sentences are questions to the database."""
_OWN_WORDS: Final = {"delegate": "participant", "revoked": "invalidated", "walk-in": "on-site registration"}


def sentences(source: Path) -> Iterator[str]:
    """Each text of more than one word that is no docstring; the parts of an f-string are joined."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    told = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    parts = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            words = "…".join(part.value for part in node.values if isinstance(part, ast.Constant))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in told | parts:
            words = node.value
        else:
            continue
        if " " in words.strip():
            yield words


@pytest.mark.parametrize("word", _OWN_WORDS)
def test_no_sentence_has_a_word_of_the_program_for_what_the_trade_calls_otherwise(word: str) -> None:
    found = [
        f"{source.relative_to(_SOURCES)}: {sentence}"
        for source in sorted(_SOURCES.rglob("*.py"))
        if not source.relative_to(_SOURCES).as_posix().startswith(_NOT_READ)
        for sentence in sentences(source)
        if re.search(rf"\b{word}s?\b", sentence, re.IGNORECASE)
    ]

    assert found == []
