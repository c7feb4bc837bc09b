from __future__ import annotations

import ast
import re
import string
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checkin import assets, wording
from checkin.wording import update

if TYPE_CHECKING:
    from babel.messages.catalog import Message

SOURCE = Path(wording.__file__).parents[1]
TRANSLATED = [code for code in wording.languages() if code != "en"]


def the_catalogue(code: str) -> update.Catalogue:
    return update.catalogue_at(assets.resource("locale", code, "LC_MESSAGES", "checkin.po"), code)


def forms(message: Message) -> tuple[list[str], list[str]]:
    """The English forms and the translated ones."""
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
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
def test_every_sentence_of_the_program_is_translated(code: str) -> None:
    catalogue = the_catalogue(code)
    missing = [
        text
        for text in update.sentences(SOURCE)
        if (found := catalogue.get(text)) is None or not update.is_translated(found)
    ]

    assert missing == [], "translate these in resources/locale, see checkin/wording/update.py"


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_has_as_many_forms_as_its_language(code: str) -> None:
    catalogue = the_catalogue(code)
    wrong = [
        message.id
        for message in catalogue
        if message.pluralizable and len(forms(message)[1]) != catalogue.num_plurals
    ]

    assert wrong == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_label_with_a_shortcut_has_one_that_a_keyboard_types(code: str) -> None:
    """Alt goes with a Latin letter; to underline a Khmer one would tear its cluster apart on the screen."""
    wrong = [
        message.id
        for message in the_catalogue(code)
        if message.id
        and any(
            len(re.findall("&[A-Za-z]", text)) != text.count("&")
            or text.count("&") != forms(message)[0][0].count("&")
            for text in forms(message)[1]
        )
    ]

    assert wrong == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_bringing_a_finished_catalogue_up_changes_nothing(code: str) -> None:
    path = assets.resource("locale", code, "LC_MESSAGES", "checkin.po")
    again = update.brought_up(the_catalogue(code), update.sentences(SOURCE), code)

    assert update.written(again) == path.read_bytes(), "run: python -m checkin.wording.update"


def test_khmer_may_break_a_line_every_few_words() -> None:
    """The window ends a line at spaces alone; Khmer has none between words, but for the zero-width one."""
    unbroken = [
        run
        for message in the_catalogue("km")
        for text in forms(message)[1]
        for run in re.findall("[\u1780-\u17dd]+", text)
        if len(run) > 20
    ]

    assert unbroken == [], "put U+200B between the words"


def test_a_sentence_that_gained_a_plural_is_translated_anew_and_one_that_went_is_dropped() -> None:
    known = update.brought_up(update.Catalogue("fr"), {"kept": ("kept",), "{n} row": ("{n} row",)}, "fr")
    known["kept"].string, known["{n} row"].string = "gardé", "{n} ligne"

    again = update.brought_up(known, {"kept": ("kept",), "{n} row": ("{n} row", "{n} rows")}, "fr")
    assert again["kept"].string == "gardé"
    assert not update.is_translated(again["{n} row"])
    assert "gone" not in update.brought_up(known, {"kept": ("kept",)}, "fr")


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_compiled_catalogue_is_the_one_that_translators_wrote(code: str) -> None:
    shipped = assets.resource("locale", code, "LC_MESSAGES", "checkin.mo").read_bytes()

    assert shipped == update.compiled(the_catalogue(code)), "run: python -m checkin.wording.update"


def test_every_sentence_is_written_out_where_it_is_looked_up() -> None:
    """An f-string or a put-together text can never be found in a catalogue."""
    wrong = [
        f"{path.relative_to(SOURCE)}:{call.lineno}"
        for path, call in update.lookups(SOURCE)
        if not is_written_out(call.args[0])
    ]

    assert wrong == []


def is_written_out(argument: ast.expr) -> bool:
    """A literal, or a value that holds a marked one: a name, an attribute, an item."""
    return bool(update.literal(argument)) or isinstance(argument, ast.Name | ast.Attribute | ast.Subscript)


def test_sentences_are_found_where_a_wording_speaks_and_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(
        """
self._wording.text("Arrivals"); wording.many("{count} row", "{count} rows", n); TITLE = marked("Door")
page.text("no sentence"); label.text(); wording.text(f"{name} arrived"); wording.text(TITLE)
""",
        "utf-8",
    )

    assert update.sentences(tmp_path) == {
        "Arrivals": ("Arrivals",),
        "Door": ("Door",),
        "{count} row": ("{count} row", "{count} rows"),
    }
    assert sum(not is_written_out(call.args[0]) for _, call in update.lookups(tmp_path)) == 1


def test_french_has_its_narrow_space_before_high_signs_and_within_its_quotation_marks() -> None:
    """U+202F, which never ends a line: « Nom : », « Quel événement aujourd’hui ? »."""
    wrong = [
        text
        for message in the_catalogue("fr")
        if message.id
        for text in forms(message)[1]
        if re.search(r"(?<!\u202f)[:;!?»](?!//)|«(?!\u202f)", re.sub(r"[0-9]:[0-9]|\{[^}]*\}", "0", text))
    ]

    assert wrong == []


def test_french_names_every_key_as_french_keyboards_do() -> None:
    wrong = [
        text
        for message in the_catalogue("fr")
        if message.id
        for text in forms(message)[1]
        if re.search(r"\b(Enter|Return|Esc|Escape|Shift|Space)\b", text)
    ]

    assert wrong == []
