from __future__ import annotations

import unicodedata

import pytest
from anyascii import anyascii
from hypothesis import example, given
from hypothesis import strategies as st

from checkin.text import in_latin_letters, index_words, joined_words, query_words
from checkin.text.honorifics import HONORIFICS
from tests.paper.scripts import SAMPLES

SCRIPTS = st.sampled_from(
    [
        "abyhkns",
        "ÀÉđøß",
        "កខសដតំ្ាិេោ៉\u200b",
        "ลกิ้ๆ",
        "ກຂ້ີ",
        "ကျော့်",
        "नमद्ोँ़",
        "مُحدى",
        "йёщ",
        "김철수",
        "习近平",
        "かガー",
        "রহমা্ৌ়",
        "தமி்ழ",
        "සිං්\u200dර",
        "కృ్ష",
        "བསྟན་འ",
        "ᠮᠣᠩ",
        "כהָןׁ",
        "ދިވެ",
        "გიᲒ",
        "Արմ",
        "አበበ፡",
    ]
)
WORDS = SCRIPTS.flatmap(lambda letters: st.text(st.sampled_from(letters + "0៣.'- "), max_size=12))
TEXTS = st.lists(WORDS, max_size=6).map(" ".join) | st.text(max_size=30)


def finds(query: str, *texts: str, are_names: bool = True) -> bool:
    words = index_words(texts, are_names=are_names).split()
    return all(any(word.startswith(wanted) for word in words) for wanted in query_words(query))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("s", "Sok Sopheap"),
        ("sopheap sok", "Sok Sopheap"),
        ("soksopheap", "Sok Sopheap"),
        ("sopheapso", "Sok Sopheap"),
        ("Sokonn", "Prak SOKHONN"),
        ("H.E. Sok", "Sok Sopheap"),
        ("h.e sok", "Sok Sopheap"),
        ("HE Sok", "Sok Sopheap"),
        ("Sok, Mr", "Sok Sopheap"),
        ("His Excellency Prof. Dr. Sok", "Sok Sopheap"),
        ("M. Dupont", "Jean Dupont"),
        ("Lok Chumteav Chea", "Chea Vanna"),
        ("Son Excellence Mme Chea", "Chea Vanna"),
        ("ឯកឧត្តម សុខ", "សុខ សុភាព"),
        ("ឯកឧត្តមសុខ", "សុខ សុភាព"),
        ("សុខ", "ឯកឧត្តមសុខ សុភាព"),
        ("លោកជំទាវ\u200b ជា", "ជា វណ្ណា"),
        ("សុខសុភាព", "សុខ សុភាព"),
        ("សម្ដេច", "សម្តេច ហ៊ាង"),
        ("sokh so", "សុខ សុភាព"),
        ("jeanpierre", "Jean-Pierre Martin"),
        ("jean pierre m", "Jean-Pierre Martin"),
        ("nguyen duc", "Nguyễn Văn Đức"),
        ("xijin", "习近平"),
        ("gim cheol", "김 철수"),
        ("기", "김철수"),
        ("vladimir shch", "Владимир Щербаков"),
        ("tanaka", "タナカ"),
        ("somsak", "ສົມສັກ"),
        ("ivoire", "Côte d’Ivoire"),
        ("d'ivoire", "Côte d’Ivoire"),
        ("ប្រជា", "រដ្ឋសភា\u200bប្រជាជន"),
        ("រដ្ឋសភាប្រជា", "រដ្ឋសភា\u200bប្រជាជន"),
        ("mueller", "Müller"),
        ("muxxller", "Müller"),
        ("MUELLER JOERG", "Jörg Müller"),
        ("joerg", unicodedata.normalize("NFD", "Jörg")),
        ("bjoern", "Bjørn"),
        ("aase", "Åse"),
        ("weiss", "Weiß"),
        ("munxxoz", "Muñoz"),
        ("munoz", "Muñoz"),
        ("thordis", "Þórdís"),
        ("gudrun", "Guðrún"),
        ("kaere", "Kære"),
        ("muellerjo", "Müller Jörg"),
        ("", "anybody"),
    ],
)
def test_a_query_finds_the_person(query: str, text: str) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [("sok vanna", "Sok Sopheap"), ("pheap", "Sok Sopheap"), ("sok m", "Sok Sopheap"), ("សុខ", "សូខា")],
)
def test_a_query_does_not_find_others(query: str, text: str) -> None:
    assert not finds(query, text)


@pytest.mark.parametrize("honorific", HONORIFICS)
def test_an_honorific_alone_is_searched_for_as_it_stands(honorific: str) -> None:
    assert query_words(honorific)
    assert finds(honorific, honorific)


@pytest.mark.parametrize("honorific", HONORIFICS)
def test_an_honorific_before_a_name_is_passed_over(honorific: str) -> None:
    assert query_words(f"{honorific} Vuthy") == query_words("Vuthy")


def test_words_of_several_texts_are_searched_together() -> None:
    assert finds("foreign sok", "Sok Sopheap", "Ministry of Foreign Affairs")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("012345", "+855 12 345 678"),
        ("+855 12 345", "+855 12 345 678"),
        ("012 345 678", "+855 (0)12-345-678"),
        ("sok.s@example", "sok.s@example.org"),
        ("345678", "+855 12 345 678"),
        ("12345678", "+855 12 345 678"),
        ("345 678", "012 345 678"),
        ("foreign min", "Ministry of Foreign Affairs"),
    ],
)
def test_a_query_finds_what_else_is_known(query: str, text: str) -> None:
    assert finds(query, text, are_names=False)


@pytest.mark.parametrize(
    ("query", "is_found"), [("nationalasse", True), ("assembly nat", True), ("assemblyna", False)]
)
def test_what_is_no_name_is_found_written_together_from_its_first_word_on(
    query: str, *, is_found: bool
) -> None:
    assert finds(query, "National Assembly", are_names=False) is is_found


def test_a_name_typed_in_pieces_is_one_word_when_joined() -> None:
    assert joined_words("So pheap") == joined_words("Sopheap")
    assert index_words(["Sopheap"]).startswith(joined_words("So ph"))


def test_nothing_to_index_is_nothing() -> None:
    assert index_words(["", " ", "–"]) == ""


@given(TEXTS, st.data())
@example("Sok-Kheng Heng", None)
def test_whoever_types_the_beginning_of_a_word_finds_the_text(text: str, data: st.DataObject | None) -> None:
    for whole in (text, anyascii(text)):
        for word in whole.split():
            length = data.draw(st.integers(min_value=1, max_value=len(word))) if data else len(word)

            assert finds(word[:length], text)
            assert finds(word[:length], text, are_names=False)


@given(st.lists(TEXTS, max_size=4))
def test_the_index_holds_words_and_single_spaces_only(texts: list[str]) -> None:
    words = index_words(texts)

    assert words == " ".join(dict.fromkeys(words.split()))
    assert all(not character.isascii() or character.isalnum() or character == " " for character in words)
    words.encode()


@pytest.mark.parametrize("script", SAMPLES)
def test_a_name_in_any_script_is_found_by_its_beginning_and_by_latin_letters(script: str) -> None:
    name = SAMPLES[script]
    words = index_words([name], are_names=True).split()

    for typed in (name, name[:3], in_latin_letters(name)[:4]):
        assert query_words(typed)
        assert all(any(word.startswith(key) for word in words) for key in query_words(typed))
