from __future__ import annotations

import ast
import io
import string
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages import mofile, pofile
from babel.messages.extract import extract_from_dir

from checkin import assets, wording

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

SOURCE = Path(wording.__file__).parents[1]
TRANSLATED = [code for code in wording.languages() if code != "en"]
KEYWORDS = {"text": None, "marked": None, "many": (1, 2)}
# What has a method `text` and is no wording lives elsewhere.
SPEAKERS = {"wording", "_wording", "say", "_say"}


def the_catalogue(code: str) -> Catalog:
    with assets.resource("locale", code, "LC_MESSAGES", "checkin.po").open("rb") as file:
        return pofile.read_po(file, locale=code)


def sentences_in(folder: Path) -> set[str]:
    found = extract_from_dir(folder, keywords=KEYWORDS)
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


def forms(message: Message) -> tuple[list[str], list[str]]:
    """The English forms and the translated ones."""
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    strings = [message.string] if isinstance(message.string, str) else list(message.string)
    return ids, [text for text in strings if text]


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def test_there_are_four_languages_english_first() -> None:
    assert wording.languages() == ("en", "fr", "km", "zh")


@pytest.mark.parametrize("code", TRANSLATED)
def test_placeholders_are_the_same_in_every_translation(code: str) -> None:
    for message in the_catalogue(code):
        if not message.id:
            continue
        english, translated = forms(message)
        for text in translated:
            assert placeholders(text) == placeholders(english[-1]), message.id


@pytest.mark.parametrize("code", TRANSLATED)
@pytest.mark.parametrize("folder", ["wording", "reports"])
def test_every_sentence_of_the_domain_and_the_reports_is_translated(code: str, folder: str) -> None:
    catalogue = the_catalogue(code)
    missing = {
        text
        for text in sentences_in(SOURCE / folder)
        if (found := catalogue.get(text)) is None or not forms(found)[1]
    }

    assert missing == set()


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_compiled_catalogue_is_the_one_that_translators_wrote(code: str) -> None:
    compiled = io.BytesIO()
    mofile.write_mo(compiled, the_catalogue(code))

    shipped = assets.resource("locale", code, "LC_MESSAGES", "checkin.mo").read_bytes()
    assert shipped == compiled.getvalue(), "run: sh resources/locale/update.sh"


def test_every_sentence_is_written_out_where_it_is_looked_up() -> None:
    """An f-string or a put-together text can never be found in a catalogue."""
    wrong = [
        f"{path.relative_to(SOURCE)}:{call.lineno}"
        for path in sorted(SOURCE.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and _looks_up(call, path) and not _is_written_out(call.args[0])
    ]

    assert wrong == []


def _looks_up(call: ast.Call, path: Path) -> bool:
    if not call.args:
        return False
    match call.func:
        case ast.Name(id="marked"):
            return True
        case ast.Attribute(
            attr="text" | "many" | "marked", value=ast.Name(id=name) | ast.Attribute(attr=name)
        ):
            return name in SPEAKERS or (name == "self" and path.parent.name == "wording")
        case _:
            return False


def _is_written_out(argument: ast.expr) -> bool:
    """A literal, or a value that holds a marked one: a name, an attribute, an item."""
    literal = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    return literal or isinstance(argument, ast.Name | ast.Attribute | ast.Subscript)


def test_the_check_above_finds_what_it_looks_for() -> None:
    call = ast.parse('self._wording.text(f"{count} rows")').body[0]
    assert isinstance(call, ast.Expr)
    assert isinstance(call.value, ast.Call)

    assert _looks_up(call.value, Path("page.py"))
    assert not _is_written_out(call.value.args[0])
