"""All places of a module where a fault can be put, function by function, and which functions have a branch."""

from __future__ import annotations

import ast
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tests.mutants import faults
from tests.mutants.source import Edit, Kind, Place, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

OUTSIDE: Final = "(module)"
"""In place of a function's name, what is in none."""
_NO_MESSAGE: Final = {"cast", "TypeVar", "NewType", "assert_never"}
_LOGGERS: Final = {"debug", "info", "warning", "error", "exception", "critical"}


@dataclass(frozen=True, slots=True)
class Module:
    """A module's text, and where it can be made wrong."""

    file: str
    text: str
    places: tuple[Place, ...]
    branching: frozenset[str]
    """The functions that have a branch."""


def find(file: str, text: str) -> Module:
    """The module of this file with all its places."""
    walk = _Walk(Source(file, text))
    walk.visit(walk.source.tree)
    return Module(file, text, tuple(walk.places), frozenset(walk.branching))


class _Walk(ast.NodeVisitor):
    """Goes through a tree, past what no fault is put into: annotations, imports, docstrings and sentences."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.places: list[Place] = []
        self.branching: set[str] = set()
        self._alike: Counter[tuple[str, str, str]] = Counter()
        self._names: list[str] = []
        self._is_in_function = False
        self._is_in_message = False

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._go_into(node.name, node.body)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        parts = [
            *node.args.defaults,
            *(each for each in node.args.kw_defaults if each is not None),
            *node.body,
        ]
        if self._is_in_function:
            self._visit_all(parts)
            return
        self._is_in_function = True
        self._go_into(node.name, parts)
        self._is_in_function = False

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self.visit_FunctionDef(node)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._shorten(node.body)
        self.visit(node.body)

    def visit_Import(self, node: ast.Import) -> None:
        pass

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        pass

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None and "TypeAlias" not in ast.unparse(node.annotation):
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        names = {each.id for each in node.targets if isinstance(each, ast.Name)}
        self._visit_all([node.value], message=bool(names & {"message", "title", "__all__"}))

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Constant):
            return
        is_call = isinstance(node.value, ast.Call) and _name_of(node.value) not in _NO_MESSAGE | _LOGGERS
        if is_call or isinstance(node.value, ast.Yield | ast.YieldFrom | ast.Await):
            self._note(Kind.STEP, faults.removed(self.source, node))
        self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        self._visit_all([node.exc] if node.exc is not None else [], message=True)

    def visit_Call(self, node: ast.Call) -> None:
        name = _name_of(node)
        is_message = name in _NO_MESSAGE | _LOGGERS or name.endswith(("Error", "Exception", "Warning"))
        self._visit_all([node.func])
        self._visit_all([*node.args, *node.keywords], message=is_message)

    def visit_If(self, node: ast.If) -> None:
        if "TYPE_CHECKING" not in ast.unparse(node.test):
            self._branch(node.test)
            self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        self._branch(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._branch(node.test)
        self.generic_visit(node)

    def visit_For(self, node: ast.For) -> None:
        self._branch()
        self.generic_visit(node)

    def visit_AsyncFor(self, node: ast.AsyncFor) -> None:
        self._branch()
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        if node.ifs:
            self._branch(*node.ifs)
        self.generic_visit(node)

    def visit_Match(self, node: ast.Match) -> None:
        self._branch()
        self.generic_visit(node)

    def visit_match_case(self, node: ast.match_case) -> None:
        self._branch(*([node.guard] if node.guard is not None else []))
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        self._branch()
        for edit in faults.joints(self.source, node):
            self._note(Kind.CONDITION, edit)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self._note(Kind.CONDITION, faults.without_not(self.source, node))
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        for edit in faults.comparisons(self.source, node):
            self._note(Kind.COMPARISON, edit)
        self._shorten(node.left, *node.comparators)
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        self._shorten(node.value)
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if self._is_in_message and isinstance(node.value, str):
            return
        for kind, edit in faults.other_constants(self.source, node):
            self._note(kind, edit)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        if not self._is_in_message:
            for kind, edit in faults.other_statements(self.source, node):
                self._note(kind, edit)

    def _go_into(self, name: str, parts: Iterable[ast.AST]) -> None:
        self._names.append(name)
        self._visit_all(parts)
        self._names.pop()

    def _visit_all(self, parts: Iterable[ast.AST], *, message: bool = False) -> None:
        before = self._is_in_message
        self._is_in_message = before or message
        for each in parts:
            self.visit(each)
        self._is_in_message = before

    def _branch(self, *conditions: ast.expr) -> None:
        """Note that the function has a branch; what is compared or joined in a condition is found by itself."""
        self.branching.add(self._function)
        for each in conditions:
            if isinstance(each, ast.Name | ast.Attribute | ast.Call | ast.Subscript | ast.NamedExpr):
                self._note(Kind.CONDITION, faults.with_not(self.source, each))

    def _shorten(self, *operands: ast.expr | None) -> None:
        """Tuples that are compared with each other lose the same part."""
        tuples = [each for each in operands if isinstance(each, ast.Tuple) and len(each.elts) > 1]
        if tuples and len({len(each.elts) for each in tuples}) == 1:
            for edits in faults.shortened(self.source, tuples):
                self._note(Kind.PART, *edits)

    def _note(self, kind: Kind, *edits: Edit) -> None:
        place = self.source.place(self._function, kind, *edits)
        lines = self._function, place.before, place.after
        self._alike[lines] += 1
        self.places.append(replace(place, nth=self._alike[lines]))

    @property
    def _function(self) -> str:
        return ".".join(self._names) if self._names else OUTSIDE


def _name_of(call: ast.Call) -> str:
    """The last part of the name that is called."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
