"""Invented people in any number, and what a tired volunteer types to find one of them; the same seed gives the same.

Nearly every name is another, as in a list of 100,000: given names are put together of two, family names of a stem and
an ending. Whoever is looked for has a name that nobody else has.
"""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from checkin.domain.delegates import Delegate, Field
from checkin.text import search_key
from tests.text.invented_names import PLACES, POOLS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Typing = Callable[[random.Random, Delegate], str]

Random = random.Random
_SEED: Final = 1913


def _words(text: str) -> list[str]:
    return text.split()


FIELDS: Final = (
    Field.HONORIFIC, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME, Field.NAME_ORDER, Field.ORGANISATION,
    Field.REFERENCE, Field.EMAIL, Field.PHONE,
)  # fmt: skip
"""The fields that these people have."""
_SHARES: Final = {"khmer": 40, "european": 22, "chinese": 13, "vietnamese": 14, "arabic": 11}
_STEMS: Final = _words(
    "Ander Berg Stein Lind Holm Wald Kauf Zimmer Schu Bau Ros Gold Silber Eich Hart Lang Kurz Neu Alt Hoch Petro Ivan"
    " Nikol Mark Jan Pavl Kowal Wojn Adam Stan Mar Carl Fern Rodrig Dom Ram Alv Gonz Mont Bel Font Lar Dup Mor"
    " Tho John Robert Hughe Willi Richard Dona Mac Hans Olav Knut Lars Sven Mik Kar Tam"
)
_ENDINGS: Final = _words(
    "son sen mann berg stein ov ova ski ska ez es ard eau ier ini etti elli sson ic enko er ley ton"
)
_SYLLABLES: Final = _words(
    "ming=明 wei=伟 li=丽 hua=华 jian=建 guo=国 mei=美 ling=玲 zhi=志 qiang=强 hai=海 tao=涛 xiu=秀 ying=英 jun=俊"
    " jie=杰 xin=欣 yi=怡 fan=凡 shu=淑 zhen=珍 tian=天 yu=宇 xuan=轩 ruo=若 lan=兰 de=德 fang=芳 chun=春 hong=红"
    " bo=波 pei=佩 yao=瑶 zi=子 han=涵 dong=东 qiao=巧 yun=云 bing=冰 qing=清 shao=少 yong=永 kang=康"
)
_SOUNDS: Final = (
    ("kh", "k"), ("ph", "f"), ("ch", "j"), ("th", "t"), ("sh", "s"), ("z", "s"), ("s", "z"), ("v", "w"), ("y", "i"),
    ("f", "ph"), ("g", "k"), ("d", "t"), ("b", "p"), ("p", "b"), ("t", "d"), ("k", "g"), ("c", "k"), ("m", "mm"),
)  # fmt: skip
"""What is written for what was heard."""
_LONG: Final = 4
"""A word of so many letters can have a typo."""


class Kind(NamedTuple):
    """A kind of query: how it is typed, and in how many of a dozen the person may be missed."""

    typing: Typing
    may_miss: int = 0


class Sought(NamedTuple):
    """What somebody types, of which kind it is, and the id of the person who is meant."""

    kind: str
    typed: str
    meant: str


def people(many: int) -> list[Delegate]:
    """So many invented people."""
    dice = Random(_SEED)
    languages = dice.choices(list(_SHARES), list(_SHARES.values()), k=many)
    return [_person(dice, number, language) for number, language in enumerate(languages)]


def queries(everybody: Sequence[Delegate], each: int) -> list[Sought]:
    """So many queries of each kind, about people whose name nobody else has."""
    dice = Random(_SEED + 1)
    names = Counter(_name_key(one) for one in everybody)
    unique = [one for one in everybody if names[_name_key(one)] == 1]
    return [
        query for name, kind in KINDS.items() for query in _of_kind(dice, name, kind.typing, unique, each)
    ]


def _of_kind(dice: Random, kind: str, typing: Typing, unique: Sequence[Delegate], each: int) -> list[Sought]:
    made: list[Sought] = []
    while len(made) < each:
        one = dice.choice(unique)
        if typed := typing(dice, one):
            made.append(Sought(kind, typed, one.id))
    return made


# ---- people


def _person(dice: Random, number: int, language: str) -> Delegate:
    pool = POOLS[language]
    family, native_family = dice.choice(pool.families)
    given, native_given = _GIVEN[language](dice)
    if language == "european" and dice.random() < 0.9:
        family = dice.choice(_STEMS) + dice.choice(_ENDINGS)
    native = f"{native_family}{pool.between}{native_given}" if native_family and native_given else ""
    return Delegate(
        f"d{number:07}",
        honorific=dice.choice(pool.titles) if dice.random() < 0.6 else "",
        family_name=family.upper() if dice.random() < 0.5 else family,
        given_name=given,
        native_name=native if dice.random() < 0.7 else "",
        name_order=pool.order,
        organisation=dice.choice(PLACES),
        language=language,
        reference=f"R{number:06}",
        email=f"{given.split()[0].lower()}.{number}@example.org" if given.isascii() else "",
        phone=_phone(dice),
    )


def _phone(dice: Random) -> str:
    digits = f"{dice.randrange(10**8):08}"
    return (
        f"+855 {digits[:2]} {digits[2:5]} {digits[5:]}"
        if dice.random() < 0.7
        else f"0{digits[:2]} {digits[2:]}"
    )


def _khmer(dice: Random) -> tuple[str, str]:
    (one, native), (other, other_native) = dice.choices(POOLS["khmer"].given, k=2)
    return (one, native) if dice.random() < 0.1 else (one + other.lower(), native + other_native)


def _chinese(dice: Random) -> tuple[str, str]:
    (one, _, native), (other, _, other_native) = (
        each.partition("=") for each in dice.choices(_SYLLABLES, k=2)
    )
    return (one + other).capitalize(), native + other_native


def _arabic(dice: Random) -> tuple[str, str]:
    (one, native), (other, other_native) = dice.choices(POOLS["arabic"].given, k=2)
    return f"{one} {other}", f"{native} {other_native}"


def _vietnamese(dice: Random) -> tuple[str, str]:
    one, other, third = (name.split() for name, _ in dice.choices(POOLS["vietnamese"].given, k=3))
    return f"{one[0]} {other[-1]} {third[-1]}", ""


def _european(dice: Random) -> tuple[str, str]:
    (one, _), (other, _) = dice.choices(POOLS["european"].given, k=2)
    return (one if dice.random() < 0.6 else f"{one} {other}"), ""


_GIVEN: Final[dict[str, Callable[[Random], tuple[str, str]]]] = {
    "khmer": _khmer,
    "european": _european,
    "chinese": _chinese,
    "arabic": _arabic,
    "vietnamese": _vietnamese,
}


def _name_key(one: Delegate) -> tuple[str, ...]:
    return tuple(sorted(search_key(one.latin_name).split()))


# ---- what is typed


def _swapped(dice: Random, one: Delegate) -> str:
    del dice
    words = one.latin_name.split()
    return " ".join([*words[1:], words[0]])


def _dropped_honorific(dice: Random, one: Delegate) -> str:
    del dice
    return one.latin_name if one.honorific else ""


def _another_honorific(dice: Random, one: Delegate) -> str:
    return f"{dice.choice(('H.E.', 'Dr', 'Mr', 'Prof.', 'Mme'))} {one.latin_name.lower()}"


def _letter_wrong(dice: Random, word: str, at: int, letters: str) -> str:
    return word[:at] + dice.choice(letters) + word[at + 1 :]


def _letters_swapped(dice: Random, word: str, at: int, letters: str) -> str:
    del dice, letters
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _letter_missing(dice: Random, word: str, at: int, letters: str) -> str:
    del dice, letters
    return word[:at] + word[at + 1 :]


def _letter_too_many(dice: Random, word: str, at: int, letters: str) -> str:
    return word[:at] + dice.choice(letters) + word[at:]


def _with_typo(mistype: Callable[[Random, str, int, str], str]) -> Typing:
    """The typing of a whole Latin name in which one word of four letters or more has a typo, at any place."""

    def typing(dice: Random, one: Delegate) -> str:
        words = one.latin_name.lower().split()
        long = [place for place, word in enumerate(words) if len(search_key(word)) >= _LONG]
        if not long:
            return ""
        place = dice.choice(long)
        word = words[place]
        wrong = mistype(dice, word, dice.randrange(len(word)), "abcdefghijklmnopqrstuvwxyz")
        words[place] = wrong
        dice.shuffle(words)
        return " ".join(words) if search_key(wrong) != search_key(word) else ""

    return typing


def _native_typo(dice: Random, one: Delegate) -> str:
    words = one.native_name.split()
    if len(words) != 2 or len(words[1]) < _LONG:
        return ""
    mistype = dice.choice((_letter_wrong, _letters_swapped, _letter_missing, _letter_too_many))
    wrong = mistype(dice, words[1], dice.randrange(len(words[1])), one.native_name.replace(" ", ""))
    return f"{words[0]} {wrong}" if search_key(wrong) != search_key(words[1]) else ""


def _half_typed(dice: Random, one: Delegate) -> str:
    """The name with a typo in its last word, of which the last two letters or three are not typed yet."""
    words = one.latin_name.lower().split()
    last = words[-1]
    kept = len(last) - dice.choice((2, 3))
    if kept <= _LONG:
        return ""
    mistype = dice.choice((_letter_wrong, _letters_swapped, _letter_missing, _letter_too_many))
    begun = mistype(dice, last[:kept], dice.randrange(kept - 1), "abcdefghijklmnopqrstuvwxyz")
    return " ".join([*words[:-1], begun]) if not search_key(last).startswith(search_key(begun)) else ""


def _as_heard(dice: Random, one: Delegate) -> str:
    name = search_key(one.latin_name)
    possible = [(spelt, heard) for spelt, heard in _SOUNDS if spelt in name]
    if not possible or len(name.replace(" ", "")) < 2 * _LONG:
        return ""
    for spelt, heard in dice.sample(possible, min(2, len(possible))):
        name = name.replace(spelt, heard, 1)
    return name if search_key(name) != search_key(one.latin_name) else ""


def _last_digits(dice: Random, one: Delegate) -> str:
    del dice
    return one.phone.replace(" ", "")[-6:]


def _digits_in_the_middle(dice: Random, one: Delegate) -> str:
    digits = one.phone.replace(" ", "").lstrip("+")
    at = dice.randrange(1, len(digits) - 6)
    return f"{digits[at : at + 3]} {digits[at + 3 : at + 7]}"


def _whole_number(dice: Random, one: Delegate) -> str:
    digits = one.phone.removeprefix("+855").replace(" ", "").lstrip("0")
    between = dice.choice((" ", "-", ""))
    return f"0{digits[:2]}{between}{digits[2:4]}{between}{digits[4:6]}{between}{digits[6:]}"


KINDS: Final = {
    "swapped words": Kind(_swapped),
    "dropped honorific": Kind(_dropped_honorific),
    "another honorific": Kind(_another_honorific),
    "letter wrong": Kind(_with_typo(_letter_wrong)),
    "letters swapped": Kind(_with_typo(_letters_swapped)),
    "letter missing": Kind(_with_typo(_letter_missing)),
    "letter too many": Kind(_with_typo(_letter_too_many)),
    "typo in native name": Kind(_native_typo),
    "half typed with typo": Kind(_half_typed, may_miss=1),
    "as it was heard": Kind(_as_heard, may_miss=1),
    "last digits": Kind(_last_digits),
    "digits in the middle": Kind(_digits_in_the_middle),
    "whole number": Kind(_whole_number),
}
