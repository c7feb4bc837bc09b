"""The tests can be collected on every system: no module of them imports at its top what only Linux or POSIX has."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

_TESTS = Path(__file__).parents[1]
_NOT_EVERYWHERE = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "termios", "tty"}


@pytest.mark.parametrize("path", sorted(_TESTS.rglob("*.py")), ids=lambda path: str(path.relative_to(_TESTS)))
def test_no_module_imports_at_its_top_what_windows_lacks(path: Path) -> None:
    tree = ast.parse(path.read_bytes())
    names = {
        name.partition(".")[0]
        for statement in tree.body
        for name in (
            [each.name for each in statement.names]
            if isinstance(statement, ast.Import)
            else [statement.module or ""]
            if isinstance(statement, ast.ImportFrom)
            else []
        )
    }

    assert names & _NOT_EVERYWHERE == set()
