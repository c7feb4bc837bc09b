"""Brings the sentences of the source into the catalogues, and compiles those. For whoever develops or translates.

    .venv/bin/python -m checkin.wording.update         after a sentence was added or translated
    .venv/bin/python -m checkin.wording.update de      the same, and a catalogue for German is begun

A sentence is the literal in `wording.text("…")` and `marked("…")`, and the two in `wording.many("…", "…", n)`, on
whatever is called `wording`, `_wording` or `say`. Commit the .po and .mo files together.
"""

from __future__ import annotations

import ast
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog

from checkin import assets

if TYPE_CHECKING:
    from collections.abc import Iterator

_SOURCE: Final = Path(__file__).resolve().parents[1]
_SPEAKERS: Final = frozenset({"wording", "_wording", "say", "_say"})
"""What a `Wording` is called; other things have a method `text` too."""


def lookups(folder: Path) -> Iterator[tuple[Path, ast.Call]]:
    """Every call in the folder's source that looks a sentence up or marks one."""
    for path in sorted(folder.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and call.args and _looks_up(call, path):
                yield path, call


def sentences(folder: Path) -> dict[str, tuple[str, ...]]:
    """The sentences in the folder's source by their first form: one form, or singular and plural."""
    found: dict[str, tuple[str, ...]] = {}
    for _, call in lookups(folder):
        wanted = 2 if isinstance(call.func, ast.Attribute) and call.func.attr == "many" else 1
        forms = tuple(form for form in map(literal, call.args[:wanted]) if form)
        if len(forms) == wanted and len(found.get(forms[0], ())) < wanted:
            found[forms[0]] = forms
    return dict(sorted(found.items()))


def literal(argument: ast.expr) -> str:
    """The text that is written out there, "" where something is computed."""
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else ""


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as the program reads it."""
    written = io.BytesIO()
    mofile.write_mo(written, catalogue)
    return written.getvalue()


def catalogue_of(path: Path, language: str) -> Catalog:
    """The catalogue that stands there, or an empty one."""
    if not path.exists():
        return Catalog(language, project="checkin", version="1", fuzzy=False)
    with path.open("rb") as file:
        return pofile.read_po(file, locale=language)


def _looks_up(call: ast.Call, path: Path) -> bool:
    match call.func:
        case ast.Name(id="marked"):
            return True
        case ast.Attribute(attr="text" | "many", value=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in _SPEAKERS or (name == "self" and path.parent.name == "wording")
        case _:
            return False


def _update(language: str, template: Catalog) -> str:
    folder = assets.resource("locale") / language / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "checkin.po"
    catalogue = catalogue_of(path, language)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    with path.open("wb") as file:
        pofile.write_po(file, catalogue, width=0, sort_output=True)
    path.with_suffix(".mo").write_bytes(compiled(catalogue))
    missing = [str(message.id) for message in catalogue if message.id and not _is_translated(message.string)]
    return "\n  ".join([f"{language}: {len(catalogue)} sentences, {len(missing)} not translated", *missing])


def _is_translated(string: str | list[str] | tuple[str, ...] | None) -> bool:
    return string is not None and bool(string) and all(string)


def main(begun: list[str]) -> None:
    """Update the catalogues that there are and those to be begun; tell what each lacks."""
    template = Catalog()
    for forms in sentences(_SOURCE).values():
        template.add(forms if len(forms) > 1 else forms[0])
    there = [path.name for path in assets.resource("locale").iterdir() if path.is_dir()]
    for language in sorted({*there, *begun}):
        sys.stdout.write(_update(language, template) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
