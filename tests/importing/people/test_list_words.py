from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checkin.domain.delegates import NEVER_GIVEN_OUT, Field, NameOrder, Status
from checkin.text import search_key

FOLDER = Path(__file__).parents[3] / "resources" / "lists"
LANGUAGES = (
    *(
        "ar",
        "cs",
        "da",
        "de",
        "en",
        "es",
        "fil",
        "fr",
        "hi",
        "hu",
        "id",
        "it",
        "ja",
        "km",
        "ko",
        "lo",
        "mn",
        "ms",
    ),
    *("my", "nl", "pl", "pt", "ru", "th", "tr", "vi", "zh"),
)
FILES = (*LANGUAGES, "systems")
KEYS = {
    "columns": {*Field, "full_name", "seat", "persons", "photo", "number", "particle", "unread", "companion"},
    "others": {"words"},
    "status": {*Status},
    "yes_no": {"yes", "no"},
    "sex": {"female", "male"},
    "name_order": {*NameOrder},
    "honorifics": {"before", "after"},
    "job_titles": {"words"},
    "organisations": {"words"},
    "rows": {"total", "signature", "unnamed", "represented", "accompanying"},
    "sheets": {"skipped"},
    "preferred": {"words", "persons"},
    "companions": {"beside", "category"},
}
STATUS_WORDS = {
    "registered": (
        "registered, confirmed, approved, accepted, attending, going, yes, completed, paid, checked in, attended, "
        "active, valid, confirmé, inscrit, oui, présent, bestätigt, angemeldet, ja, confirmado, sí, confirmed guest, "
        "បានបញ្ជាក់, បាទ, 已确认, 出席, 参加, 참석, да, maybe with a ticket"
    ),
    "pending": (
        "pending, waitlist, waiting list, unpaid, tentative, awaiting approval, on hold, en attente, liste d'attente, "
        "warteliste, offen, pendiente, កំពុងរង់ចាំ, 待定, 待审核, キャンセル待ち"
    ),
    "cancelled": (
        "cancelled, canceled, void, refunded, annulled, withdrawn, annulé, remboursé, storniert, abgesagt, cancelado, "
        "បានលុបចោល, 取消, 已取消, キャンセル, 취소, отменено"
    ),
    "declined": (
        "declined, no, not attending, not going, regrets, rejected, refusé, décliné, non, abgelehnt, nein, rechazado, "
        "拒绝, 不参加, 欠席, 불참"
    ),
    "excused": "excused, apologies, excusé, entschuldigt, excusado, សុំអភ័យទោស",
    "invited": (
        "invited, sent, no reply, no answer, not responded, needs action, invité, sans réponse, eingeladen, "
        "keine antwort, invitado, បានអញ្ជើញ, 已邀请, 未回复"
    ),
    "blocked": "blocked, banned, do not admit",
}
"""Words that cells have for each state, in several languages."""
TWO_FIELDS = {"jabatan": {"position", "organisation"}}
"""Headers that have two meanings: Jabatan is an office in Indonesian, and a department in Malay."""


@cache
def words_of(language: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))


def key_of(word: str) -> str:
    """The word as a reader compares words; a sign without letters and digits, such as ✓, stands for itself."""
    return search_key(word) or word.strip()


def keys_of_words(section: dict[str, list[str]]) -> dict[str, set[str]]:
    """The keys of the section under which each word stands."""
    found: dict[str, set[str]] = {}
    for key, words in section.items():
        for word in words:
            found.setdefault(key_of(word), set()).add(key)
    return found


def test_there_is_a_file_for_every_language_and_one_for_the_exports_of_systems() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == {*FILES}


@pytest.mark.parametrize("language", FILES)
def test_a_file_has_only_the_sections_and_keys_that_a_reader_knows(language: str) -> None:
    sections = words_of(language)
    assert sections.keys() <= KEYS.keys()
    assert {
        name: section.keys() - KEYS[name] for name, section in sections.items() if section.keys() - KEYS[name]
    } == {}


@pytest.mark.parametrize("language", FILES)
def test_every_word_is_a_text_with_something_in_it(language: str) -> None:
    words = [
        word for section in words_of(language).values() for listed in section.values() for word in listed
    ]
    assert [word for word in words if not isinstance(word, str) or word != word.strip() or not word] == []


@pytest.mark.parametrize("language", FILES)
def test_no_word_stands_under_two_keys_of_a_section_or_twice_under_one(language: str) -> None:
    for name, section in words_of(language).items():
        assert {word: keys for word, keys in keys_of_words(section).items() if len(keys) > 1} == {}, name
        for key, words in section.items():
            assert len({*map(key_of, words)}) == len(words), (name, key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_the_headers_of_the_common_fields(language: str) -> None:
    columns = words_of(language)["columns"]
    common = {
        "full_name",
        "family_name",
        "given_name",
        "position",
        "organisation",
        "country",
        "email",
        "phone",
    }
    assert common <= columns.keys()
    assert words_of(language).keys() >= KEYS.keys() - {"name_order", "preferred"}


def meanings_in_all(section: str) -> dict[str, set[str]]:
    """The keys of the section under which each word stands in any of the files."""
    found: dict[str, set[str]] = {}
    for language in FILES:
        for word, keys in keys_of_words(words_of(language).get(section, {})).items():
            found.setdefault(word, set()).update(keys)
    return found


@pytest.mark.parametrize("status", STATUS_WORDS)
def test_a_word_of_a_state_stands_under_this_state_and_under_no_other(status: str) -> None:
    meanings = meanings_in_all("status")
    wanted = {word: {status} for word in STATUS_WORDS[status].split(", ")}
    assert {word: meanings.get(key_of(word), set()) for word in wanted} == wanted


@pytest.mark.parametrize("section", ["status", "yes_no", "sex", "name_order"])
def test_no_word_of_a_cell_means_something_else_in_another_language(section: str) -> None:
    assert {word: keys for word, keys in meanings_in_all(section).items() if len(keys) > 1} == {}


def test_no_header_means_another_field_in_another_language() -> None:
    meanings = meanings_in_all("columns")
    for field in set(Field) - NEVER_GIVEN_OUT:  # no list that this program writes has a column of these
        meanings.setdefault(key_of(field.value), set()).add(field.value)
    assert {word: keys for word, keys in meanings.items() if len(keys) > 1} == TWO_FIELDS
