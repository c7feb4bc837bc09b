"""Where faults are put, and where none is."""

from __future__ import annotations

import ast
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from tests.mutants.draw import draw
from tests.mutants.known import Known, as_table
from tests.mutants.places import OUTSIDE, find
from tests.mutants.source import Kind

if TYPE_CHECKING:
    from pathlib import Path

EVERYTHING = dedent('''\
    """A module. It has "1 < 2" in its docstring."""

    from __future__ import annotations

    from typing import TYPE_CHECKING, Final, TypeAlias

    if TYPE_CHECKING:
        LIMIT = 5
    _ORDER: Final = "SELECT a FROM t WHERE b = ? AND c <> 'é, ü' ORDER BY d DESC, max(e, f) LIMIT 1"
    """What comes first."""
    Kinds: TypeAlias = dict[str, tuple[1, 2]]


    class Desk:
        """A desk."""

        is_open: bool = True

        @lru_cache(maxsize=8)
        def admits(self, name: str = "", *, most: int = 3) -> bool:
            """Whether "é" may come in; 1 == 1."""
            if not name or len(name) > most:  # 2 < 3
                raise DeskError(f"{name} is no name", "Give one", code=4)
            for é in name: self.note("ü", é)
            return (name, "z") < (self.name, "y") and (self.is_open
                # and so on
                or name is not None)

        def straight(self, name):
            self.note(name)
            message = "never changed"
            raise ValueError(message)
''')


def _after(text: str, kind: Kind | None = None) -> list[str]:
    places = find("checkin/desk/example.py", text).places
    return sorted(place.after for place in places if kind is None or place.kind is kind)


@pytest.mark.parametrize(
    ("written", "with_faults"),
    [
        ("x = a == b", ["x = a != b"]),
        ("x = a < b <= 3", ["x = a < b < 3", "x = a < b <= 4", "x = a <= b <= 3"]),
        ("x = (a) is not (b)", ["x = (a) is (b)"]),
        ("x = a not in b", ["x = a in b"]),
        ("x = a and b or c", ["x = a and b and c", "x = a or b or c"]),
        ("x = not (a)", ["x = (a)"]),
        ("x = 0b11", ["x = 4"]),
        ("x = -1.5", ["x = -2.5"]),
        ("x = ''", ['x = "mutant"']),
        ("x = 'desk'", ['x = ""']),
        ("x = True", ["x = False"]),
        ("x = None", []),
        ("x = ...", []),
        ("x = 'There is no such desk.'", []),
        ("é = a['é'] == b", ['é = a[""] == b', "é = a['é'] != b"]),
    ],
)
def test_each_operator_and_each_constant_is_another(written: str, with_faults: list[str]) -> None:
    assert _after(written) == with_faults


@pytest.mark.parametrize(
    ("written", "with_faults"),
    [
        ("if x: y = z", ["if not x: y = z"]),
        ("y = [z for z in x if z.is_open]", ["y = [z for z in x if not z.is_open]"]),
        ("while (n := read()): y = n", ["while (not (n := read())): y = n"]),
        ("y = a if f(x) else b", ["y = a if not f(x) else b"]),
        ("f(x)", ["pass"]),
        ("def f(): yield x", ["def f(): pass"]),
        ("assert_never(x)", []),
        ("y = a, b", []),
        ("y = sorted(x, key=lambda e: (e.at, e.no))", [
            "y = sorted(x, key=lambda e: (e.at,))",
            "y = sorted(x, key=lambda e: (e.no,))",
        ]),
        ("y = (a, b) < (c, d)", ["y = (a, b) <= (c, d)", "y = (a,) < (c,)", "y = (b,) < (d,)"]),
        ("def f(): return a, b, c", [
            "def f(): return (a, b)", "def f(): return (a, c)", "def f(): return (b, c)",
        ]),
    ],
)  # fmt: skip
def test_each_condition_step_and_part_is_missing(written: str, with_faults: list[str]) -> None:
    assert _after(written) == with_faults


@pytest.mark.parametrize(
    ("written", "with_faults"),
    [
        ('"SELECT a FROM t"', []),
        ('"SELECT a FROM t WHERE b"', ["SELECT a FROM t WHERE 1"]),
        ('"SELECT a FROM t WHERE b = ?"', [
            "SELECT a FROM t WHERE b <> ?", "SELECT a FROM t WHERE coalesce(1, ?)",
        ]),
        ('" AND (b OR f(c)) AND NOT EXISTS (SELECT d) LIMIT 1"', [
            " AND (b OR f(c)) LIMIT 1", " AND NOT EXISTS (SELECT d) LIMIT 1",
        ]),
        ('f" AND b IN ({marks}) OR c >= 2"', [
            " AND b IN ({marks}) OR c > 2", " AND coalesce(1, {marks}) OR c >= 2",
        ]),
        ('"SELECT x ORDER BY a"', ["SELECT x"]),
        ('"SELECT x ORDER BY a DESC, f(b, c) LIMIT 1"', [
            "SELECT x ORDER BY a DESC LIMIT 1", "SELECT x ORDER BY a, f(b, c) LIMIT 1",
        ]),
        ('"UPDATE t SET a = ?"', []),
        ('f"FROM t WHERE {x == y}"', ["FROM t WHERE coalesce(1, {x == y})"]),
        ('"SELECT a " "FROM t WHERE b IS NULL"', [
            'SELECT a " "FROM t WHERE 1', 'SELECT a " "FROM t WHERE b IS NOT NULL',
        ]),
        ('"INSERT INTO t VALUES (?)"', []),
    ],
)  # fmt: skip
def test_each_condition_and_order_of_a_statement_is_another(written: str, with_faults: list[str]) -> None:
    found = [line.removeprefix("x = ").lstrip("f")[1:-1] for line in _after(f"x = {written}", Kind.SQL)]

    assert found == sorted(" ".join(f'"{each}"'.split())[1:-1] for each in with_faults)


def test_every_fault_leaves_a_module_that_can_be_read_and_is_another() -> None:
    module = find("checkin/desk/example.py", EVERYTHING)
    trees = [ast.dump(ast.parse(place.put_into(EVERYTHING))) for place in module.places]

    assert len(trees) == len(set(trees)) > 20
    assert ast.dump(ast.parse(EVERYTHING)) not in trees


def test_no_fault_is_put_into_what_only_readers_see() -> None:
    module = find("checkin/desk/example.py", EVERYTHING)
    changed = {EVERYTHING[edit.start : edit.end] for place in module.places for edit in place.edits}

    assert not {"5", "8", "2", '"Give one"', '"never changed"'} & changed
    assert {"4", '""', "3", '"ü"', "or", "and", "not ", 'self.note("ü", é)'} <= changed


def test_a_fault_is_told_with_its_line_and_its_function() -> None:
    module = find("checkin/desk/example.py", EVERYTHING)
    lines = EVERYTHING.split("\n")
    negated = next(place for place in module.places if place.before.startswith("if not name"))

    assert lines[negated.line - 1].split() == negated.before.split()
    assert negated.function == "Desk.admits"
    assert {place.function for place in module.places} == {OUTSIDE, "Desk", "Desk.admits", "Desk.straight"}
    assert module.branching == {"Desk.admits"}


def test_faults_that_read_alike_are_counted() -> None:
    module = find("checkin/desk/example.py", "def f():\n    g()\n    g()\n\ndef h():\n    g()\n")

    assert [(place.function, place.line, place.nth) for place in module.places] == [
        ("f", 2, 1), ("f", 3, 2), ("h", 6, 1),
    ]  # fmt: skip


def test_what_is_known_to_live_is_found_by_its_lines(tmp_path: Path) -> None:
    module = find("checkin/desk/example.py", EVERYTHING)
    one, other, *_ = (place for place in module.places if place.function == "Desk.admits")
    table = tmp_path / "known.toml"
    table.write_text(as_table([one]).replace('reason = ""', 'reason = "No matter."'), encoding="utf-8")

    assert Known(table).reason(one) == "No matter."
    assert Known(table).reason(other) is None
    assert Known(table).obsolete([module]) == []
    assert Known(table).obsolete([find("checkin/desk/example.py", "x = 1")]) != []


def test_the_same_seed_draws_the_same_faults_and_some_of_every_function_with_a_branch() -> None:
    modules = [find("checkin/desk/example.py", EVERYTHING)]
    drawn = draw(modules, 1, 4, 0, None)

    assert drawn == draw(modules, 1, 4, 0, None)
    assert drawn != draw(modules, 2, 4, 0, None)
    assert [mutant.place.function for mutant in drawn] == ["Desk.admits"] * 4
    assert len({mutant.place.kind for mutant in drawn}) == 4


def test_more_faults_are_drawn_from_everywhere_until_there_are_none_left() -> None:
    module = find("checkin/desk/example.py", EVERYTHING)
    every = draw([module], 1, 4, 1000, None)

    assert [mutant.number for mutant in every] == list(range(1, len(module.places) + 1))
    assert len(draw([module], 1, 4, 3, None)) == 7
    assert {mutant.place.function for mutant in draw([module], 1, 4, 1000, "straight")} == {"Desk.straight"}
