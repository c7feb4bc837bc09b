"""A tool for developers: copies the sentences of the source code into the catalogues, and compiles the catalogues.

    .venv/bin/python -m checkin.wording.update         after a sentence was added or translated
    .venv/bin/python -m checkin.wording.update de      the same, and begins a catalogue for German

A sentence is the literal in `wording.text("…")` or `marked("…")`, or the two literals in `wording.many("…", "…", n)`.
The object on which `text` or `many` is called must be named `wording`, `_wording`, `say` or `_say`. Commit the .po and
.mo files together. Both hold only the sentences, in alphabetical order, without dates or places in the source. So two
versions of a file differ only if a sentence differs.
"""

from __future__ import annotations

import ast
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel import Locale
from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog

from checkin import assets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Message

_SOURCE: Final = Path(__file__).resolve().parents[1]
_SPEAKERS: Final = frozenset({"wording", "_wording", "say", "_say"})
"""The names of the variables that hold a `Wording`; objects with other names may have a method `text` too."""
_FLEETING: Final = frozenset(
    {
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    }
)


def lookups(folder: Path) -> Iterator[tuple[Path, ast.Call]]:
    """Yield pairs: the path of a source file in the folder, and a call in this file with a sentence to translate.

    Such calls are `wording.text(…)`, `wording.many(…)` and `marked(…)`.
    """
    for path in sorted(folder.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and call.args and _looks_up(call, path):
                yield path, call


def sentences(folder: Path) -> dict[str, tuple[str, ...]]:
    """The sentences to translate in the folder's source files, as a dict.

    For a sentence with a singular and a plural, the key is the singular, and the value is the pair of both. For any
    other sentence, the key is the sentence, and the value is a tuple of this sentence alone.
    """
    found: dict[str, tuple[str, ...]] = {}
    for _, call in lookups(folder):
        wanted = 2 if isinstance(call.func, ast.Attribute) and call.func.attr == "many" else 1
        forms = tuple(form for form in map(literal, call.args[:wanted]) if form)
        if len(forms) == wanted and len(found.get(forms[0], ())) < wanted:
            found[forms[0]] = forms
    return dict(sorted(found.items()))


def literal(argument: ast.expr) -> str:
    """The text of an argument that is a string literal; "" if the argument is computed."""
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else ""


class Catalogue(Catalog):
    """A catalogue of translations into one language, whose header names no dates, no persons and no tool.

    So two versions of its file differ only if a sentence differs.
    """

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The names and values in the header, without those that change with every update, such as dates."""
        return [(name, value) for name, value in super().mime_headers if name not in _FLEETING]


def catalogue_at(path: Path, language: str) -> Catalogue:
    """The catalogue in the .po file at `path`; an empty catalogue for this language if there is no such file."""
    catalogue = _empty(language)
    if path.exists():
        with path.open("rb") as file:
            for message in pofile.read_po(file, locale=language):
                if message.id:
                    catalogue[message.id] = message
    return catalogue


def brought_up(known: Catalogue, wanted: dict[str, tuple[str, ...]], language: str) -> Catalogue:
    """A new catalogue for this language: the sentences in `wanted`, with their translations from the catalogue `known`.

    `wanted` is a result of `sentences`. Sentences that `known` lacks have no translation.
    """
    catalogue = _empty(language)
    for first, forms in wanted.items():
        message = known.get(first)
        is_the_same = message is not None and message.pluralizable == (len(forms) > 1)
        string = message.string if message is not None and is_the_same else ""
        catalogue.add(forms if len(forms) > 1 else first, string)
    return catalogue


def written(catalogue: Catalogue) -> bytes:
    """The catalogue as a .po file, which translators read."""
    file = io.BytesIO()
    pofile.write_po(file, catalogue, width=0, sort_output=True)
    return file.getvalue()


def compiled(catalogue: Catalogue) -> bytes:
    """The catalogue as a .mo file, which the program reads."""
    file = io.BytesIO()
    mofile.write_mo(file, catalogue)
    return file.getvalue()


def is_translated(message: Message) -> bool:
    """Whether the sentence is translated; a sentence with singular and plural must be translated in all its forms."""
    return bool(message.string) and all(message.string or "")


def _empty(language: str) -> Catalogue:
    comment = f"# The sentences of checkin in {Locale(language).english_name}."
    return Catalogue(language, header_comment=comment, project="checkin", version="1", fuzzy=False)


def _looks_up(call: ast.Call, path: Path) -> bool:
    match call.func:
        case ast.Name(id="marked"):
            return True
        case ast.Attribute(attr="text" | "many", value=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in _SPEAKERS or (name == "self" and path.parent.name == "wording")
        case _:
            return False


def _update(language: str, wanted: dict[str, tuple[str, ...]]) -> str:
    path = assets.resource("locale") / language / "LC_MESSAGES" / "checkin.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue = brought_up(catalogue_at(path, language), wanted, language)
    path.write_bytes(written(catalogue))
    path.with_suffix(".mo").write_bytes(compiled(catalogue))
    missing = [str(message.id) for message in catalogue if message.id and not is_translated(message)]
    return "\n  ".join([f"{language}: {len(catalogue)} sentences, {len(missing)} not translated", *missing])


def main(begun: list[str]) -> None:
    """Update all catalogues, make a new one for each language code in `begun`, and print the untranslated sentences."""
    wanted = sentences(_SOURCE)
    there = [path.name for path in assets.resource("locale").iterdir() if path.is_dir()]
    for language in sorted({*there, *begun}):
        sys.stdout.write(_update(language, wanted) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
