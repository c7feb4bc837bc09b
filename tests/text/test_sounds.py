"""How words sound: spellings that are heard alike have one sound, and the index finds its words by that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.text import MARK, nearly, search_key, sound_words, sounding_words

LATIN = st.text("abcdefghijklmnopqrstuvwxyzéñüßø", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sokhonn", "Sokonn"), ("Rith", "Rit"), ("Chea", "Jea"), ("Phally", "Faly"), ("Sopheap", "Sobiep"),
        ("Zhang", "Chang"), ("Djamila", "Jamila"), ("Tchaikovsky", "Chaikovski"), ("Schmidt", "Smit"),
        ("Cecile", "Sessil"), ("Caroline", "Karolin"), ("Xavier", "Zavier"), ("Lucca", "Luka"), ("Müller", "Mueller"),
        ("Müller", "Miller"), ("Nguyễn", "Nuyen"), ("Kim", "Gim"), ("Vuthy", "Wothy"), ("Åse", "Oze"),
        ("សុខ", "sokh"), ("Щербаков", "Sherbakov"),
    ],
)  # fmt: skip
def test_words_that_sound_alike_have_one_sound(one: str, other: str) -> None:
    assert [sound for sound, _ in sounding_words(one)] == [sound for sound, _ in sounding_words(other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sok", "Sovann"), ("Rith", "Lith"), ("Heng", "Seng"), ("Vanna", "Vannak"), ("An", "Na")],
)
def test_words_that_sound_otherwise_have_another(one: str, other: str) -> None:
    assert sounding_words(one)[0][0] != sounding_words(other)[0][0]


@pytest.mark.parametrize("text", ["", "123", "R-17", "+855 12", "–"])
def test_what_is_no_word_has_no_sound(text: str) -> None:
    assert [word for _, word in sounding_words(text) if any(map(str.isdigit, word))] == []
    assert not any(map(str.isdigit, sound_words(text)))


def test_the_index_holds_the_sound_and_the_key_of_each_word_once() -> None:
    assert sound_words("Sok SOKH Sophy") == f"{MARK}sk{MARK}sok {MARK}sp{MARK}sopi"
    assert search_key(MARK) == ""


@given(LATIN, st.data())
def test_one_consonant_more_less_or_other_is_nearly_the_sound(word: str, data: st.DataObject) -> None:
    for sound, _ in sounding_words(word):
        near = set(nearly(sound))
        at = data.draw(st.integers(0, len(sound) - 1))

        assert sound[:at] + sound[at + 1 :] in near
        assert f"{sound[:at]}k{sound[at:]}" in near
        assert sound[:at] + "k" + sound[at + 1 :] in near | {sound}
        assert sound[:at] + sound[at : at + 2][::-1] + sound[at + 2 :] in near | {sound}
