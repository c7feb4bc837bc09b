"""Pairs of invented people: one person written in two ways, or two who have nothing to do with each other.

The same seed gives the same pairs. Alone the module prints the figures: `python -m tests.text.invented_pairs`.
"""

# ruff: noqa: T201 - the figures are printed

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from anyascii import anyascii

from checkin.domain.delegates import Delegate, NameOrder
from checkin.importing.people.untitled import untitled
from checkin.text import alike
from tests.text.invented_names import PLACES, POOLS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


Random = random.Random
_SEED: Final = 19


def person(dice: Random, number: int, language: str = "") -> Delegate:
    """One invented person, of whom some have no native name, no organisation, no address or no number."""
    language = language or dice.choice(list(POOLS))
    pool = POOLS[language]
    (family, native_family), (given, native_given) = dice.choice(pool.families), dice.choice(pool.given)
    native = f"{native_family}{pool.between}{native_given}" if native_family and dice.random() < 0.6 else ""
    return Delegate(
        f"d{number:07}",
        family_name=family.upper() if dice.random() < 0.5 else family,
        given_name=given,
        native_name=native,
        name_order=pool.order,
        organisation=dice.choice(PLACES) if dice.random() < 0.7 else "",
        language=language,
        email=f"{number}.{given.split()[0].lower()}@example.org" if dice.random() < 0.6 else "",
        phone=f"+855 {number // 10000 + 10} {number % 10000 // 100:03} {number * 7 % 1000:03}"
        if dice.random() < 0.5
        else "",
    )


# ---- one person in two ways


def _swapped(dice: Random, one: Delegate) -> Delegate:
    del dice
    return replace(one, family_name=one.given_name, given_name=one.family_name)


def _in_one_field(dice: Random, one: Delegate) -> Delegate:
    names = [one.family_name.title(), one.given_name]
    dice.shuffle(names)
    return replace(one, family_name=" ".join(names), given_name="")


def _titled(dice: Random, one: Delegate) -> Delegate:
    title = dice.choice(POOLS[one.language].titles)
    is_khmer = "\u1780" <= one.native_name[:1] <= "\u17ff"
    native = f"ឯកឧត្តម{dice.choice(['', ' '])}{one.native_name}" if is_khmer else one.native_name
    if one.name_order is NameOrder.FAMILY_FIRST:
        return replace(one, family_name=f"{title} {one.family_name}", native_name=native)
    return replace(one, given_name=f"{title} {one.given_name}", native_name=native)


def _without_accents(dice: Random, one: Delegate) -> Delegate:
    del dice
    plain = _Bare()
    return replace(
        one, family_name=one.family_name.translate(plain), given_name=one.given_name.translate(plain)
    )


class _Bare(dict[int, str]):
    def __missing__(self, point: int) -> str:
        return anyascii(chr(point)) if point < 0x2000 and not 0x0300 <= point <= 0x036F else chr(point)


_IN_PASSPORTS: Final = str.maketrans(
    {
        "ü": "ue",
        "ö": "oe",
        "ä": "ae",
        "ø": "oe",
        "å": "aa",
        "ß": "ss",
        "Ö": "Oe",
        "Å": "Aa",
        "Ü": "UE",
        "Ø": "OE",
    }
)


def _as_in_passports(dice: Random, one: Delegate) -> Delegate:
    found = replace(
        one,
        family_name=one.family_name.translate(_IN_PASSPORTS),
        given_name=one.given_name.translate(_IN_PASSPORTS),
    )
    return _without_accents(dice, found)


_LETTERS: Final = "abcdefghijklmnoprstuvwyz"


def _mistyped(dice: Random, text: str) -> str:
    places = [at for at, letter in enumerate(text) if letter.isalpha()]
    at = dice.choice(places)
    match dice.randrange(4):
        case 0:
            return text[:at] + dice.choice(_LETTERS.replace(text[at].lower(), "")) + text[at + 1 :]
        case 1 if len(places) > 2:
            return text[:at] + text[at + 1 :]
        case 2 if at + 1 < len(text) and text[at + 1].isalpha():
            return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        case _:
            return text[:at] + dice.choice(_LETTERS) + text[at:]


def _one_letter(dice: Random, one: Delegate) -> Delegate:
    if dice.random() < 0.5:
        return replace(one, family_name=_mistyped(dice, one.family_name))
    return replace(one, given_name=_mistyped(dice, one.given_name))


_ROMANISATIONS: Final = {
    "khmer": """
        ea>ie, ou>u, ch>j, ph>f, th>t, kh>k, v>w, y>i, nn>n, o>au, sok>sokh, k>kh, u>ou, eng>eang,
        ey>ei, a>ar
        """,
    "arabic": """
        ou>u, ei>ai, ee>i, ed>ad, ss>s, q>k, kh>k, al->al_, al->el-, el->al, y>i, mohammed>muhamad,
        mohammed>mohamed, othman>osman, jamal>gamal, sh>ch, khaled>khalid, omar>umar,
        hussein>husain, suleiman>soliman, dd>d
        """,
    "chinese": """
        xi>hsi, zh>ch, xu>hsu, q>ch, ji>chi, guo>kuo, gao>kao, deng>teng, peng>pang, wang>wong,
        zhang>cheung, chen>chan, liu>lau, huang>wong, zhou>chow, zeng>tsang, xie>tse, cao>tsao,
        jiang>chiang, luo>lo, he>ho, song>sung, dong>tung, d>t, b>p, z>ts
        """,
    "european": """
        k>c, c>k, y>i, ff>f, th>t, ie>y, sch>sh, ei>ey, ov>off, ph>f, x>ks, an>ann, w>v, ss>s, z>s,
        j>y
        """,
    "vietnamese": """
        uy>ui, i>y, quoc>kuoc, ph>f, hoang>huynh, vu>vo, kh>k
        """,
}  # fmt: skip
"""What may be written otherwise in names of each part of the world, where a "_" is a space."""


def _romanised_otherwise(dice: Random, one: Delegate) -> Delegate:
    plain = _without_accents(dice, one) if one.language == "vietnamese" else one
    names = [plain.family_name.lower(), plain.given_name.lower()]
    rules = _ROMANISATIONS[one.language].replace("_", " ").split(",")
    pairs = [rule.strip(" \n").partition(">")[::2] for rule in rules]
    fitting = [(at, old, new) for at in (0, 1) for old, new in pairs if old in names[at]]
    if not fitting:
        return _one_letter(dice, one)
    at, old, new = dice.choice(fitting)
    names[at] = names[at].replace(old, new, 1)
    return replace(one, family_name=names[0].title(), given_name=names[1].title())


_KHMER: Final = (
    ("\u17c4", "\u17c1\u17b6"), ("\u17d2\u178a", "\u17d2\u178f"), ("\u17c9", ""), ("\u17cb", ""),
    ("\u17be", "\u17c1\u17b8"), ("\u17cc", ""), ("\u17cd", ""), (" ", ""), (" ", "\u200b"),
    ("\u17d2\u178b", "\u17d2\u1790"), ("\u178e", "\u1793"), ("\u17c8", "\u17c7"),
)  # fmt: skip


def _khmer_otherwise(dice: Random, one: Delegate) -> Delegate:
    """A Khmer name without a Latin one, with one of the ways to write a sign instead of another."""
    fitting = [(old, new) for old, new in _KHMER if old in one.native_name]
    old, new = dice.choice(fitting)
    return replace(one, native_name=one.native_name.replace(old, new, 1))


def _same_address(dice: Random, one: Delegate) -> Delegate:
    other = person(dice, 0)
    return replace(other, email=dice.choice([str.upper, str.title, str])(one.email), phone="", native_name="")


def _same_number(dice: Random, one: Delegate) -> Delegate:
    digits = "".join(filter(str.isdigit, one.phone))
    written = dice.choice(
        [
            f"0{digits[3:]}",
            f"+{digits}",
            f"00{digits}",
            f"({digits[:3]}) {digits[3:5]}-{digits[5:]}",
            one.phone,
        ]
    )
    return replace(person(dice, 0), email="", phone=written, native_name="")


# ---- kinds that were held out while the rules were made


def _two_changes(dice: Random, one: Delegate) -> Delegate:
    return _swapped(dice, _romanised_otherwise(dice, _titled(dice, one)))


def _letter_and_order(dice: Random, one: Delegate) -> Delegate:
    return _in_one_field(dice, _one_letter(dice, one))


def _initial(dice: Random, one: Delegate) -> Delegate:
    del dice
    return replace(one, given_name=f"{one.given_name.split()[0][0]}.")


def _taken_apart(dice: Random, one: Delegate) -> Delegate:
    at = dice.randrange(2, len(one.given_name) - 1)
    return replace(
        one, given_name=f"{one.given_name[:at]}{dice.choice(' -')}{one.given_name[at:].strip(' -')}"
    )


def _further_name(dice: Random, one: Delegate) -> Delegate:
    further = dice.choice(["Karl", "Maria", "Thi", "Luis", "B.", "Rin", "Noor"])
    return replace(
        one, given_name=dice.choice([f"{one.given_name} {further}", f"{further} {one.given_name}"])
    )


_TRADITIONAL: Final = str.maketrans(
    "张陈刘赵黄孙罗郑谢冯邓晓伟丽华国强杰兰红云", "張陳劉趙黃孫羅鄭謝馮鄧曉偉麗華國強傑蘭紅雲"
)


def _traditional(dice: Random, one: Delegate) -> Delegate:
    del dice
    return replace(one, native_name=one.native_name.translate(_TRADITIONAL), family_name="", given_name="")


class Kind(NamedTuple):
    """One way to write a person otherwise, of whom it can be done, and what the person lacks then."""

    otherwise: Callable[[Random, Delegate], Delegate]
    fits: Callable[[Delegate], bool]
    without: dict[str, str] = {}  # noqa: RUF012


def _any(one: Delegate) -> bool:
    return bool(one.given_name)


def _accented(one: Delegate) -> bool:
    return not one.latin_name.isascii()


def _is_khmer(one: Delegate) -> bool:
    return "\u1780" <= one.native_name[:1] <= "\u17ff" and any(old in one.native_name for old, _ in _KHMER)


def _is_chinese(one: Delegate) -> bool:
    return "\u4e00" <= one.native_name[:1] <= "\u9fff"


_NO_LATIN: Final = {"family_name": "", "given_name": ""}
KINDS: Final = {
    "order": Kind(_swapped, _any),
    "one field": Kind(_in_one_field, _any),
    "title": Kind(_titled, _any),
    "accents": Kind(_without_accents, _accented),
    "passport": Kind(_as_in_passports, _accented),
    "letter": Kind(_one_letter, _any),
    "romanised": Kind(_romanised_otherwise, _any),
    "khmer": Kind(_khmer_otherwise, _is_khmer, _NO_LATIN),
    "address": Kind(_same_address, lambda one: bool(one.email)),
    "number": Kind(_same_number, lambda one: bool(one.phone)),
}
HELD_OUT: Final = {
    "two changes": Kind(_two_changes, _any),
    "letter and order": Kind(_letter_and_order, _any),
    "initial": Kind(_initial, _any),
    "taken apart": Kind(
        _taken_apart, lambda one: len(one.given_name.split()[0]) > 3 and one.given_name.isalpha()
    ),
    "further name": Kind(_further_name, _any),
    "traditional": Kind(_traditional, _is_chinese, _NO_LATIN),
}


class Pair(NamedTuple):
    """Two people, and the kind of their likeness; "" if they have nothing to do with each other."""

    kind: str
    one: Delegate
    other: Delegate


def true_pairs(dice: Random, many: int, kinds: dict[str, Kind], first: int = 0) -> Iterator[Pair]:
    """So many people, each written in two ways, of each kind in turn. Some of the second have other details."""
    names = list(kinds)
    for turn in range(many):
        kind = names[turn % len(names)]
        way, number = kinds[kind], first + 2 * turn
        one = person(dice, number)
        while not way.fits(one):
            one = person(dice, number)
        one = replace(one, **way.without)  # type: ignore[arg-type]
        other = replace(way.otherwise(dice, one), id=f"d{number + 1:07}")
        if kind not in {"address", "number"}:
            other = _with_other_details(dice, other, number + 1)
        yield Pair(kind, one, other)


def _with_other_details(dice: Random, other: Delegate, number: int) -> Delegate:
    """The second record rarely repeats the address, the number and the native name of the first."""
    if dice.random() < 0.7:
        other = replace(other, email=f"private{number}@example.net" if dice.random() < 0.5 else "", phone="")
    if other.latin_name and dice.random() < 0.5:
        other = replace(other, native_name="")
    if dice.random() < 0.3:
        other = replace(other, organisation="")
    return other


def unrelated_pairs(dice: Random, many: int, first: int = 0) -> Iterator[Pair]:
    """So many pairs of different people; of a third the family name, the given name or the organisation is the same."""
    for turn in range(many):
        number = first + 2 * turn
        one, other = person(dice, number), person(dice, number + 1)
        match turn % 9:
            case 0:
                other = replace(other, family_name=one.family_name, native_name="")
            case 1:
                other = replace(other, given_name=one.given_name, native_name="")
            case 2:
                other = replace(other, organisation=one.organisation)
            case _:
                pass
        while _words(one) == _words(other):
            other = replace(person(dice, number + 1), id=other.id)
        yield Pair("", one, other)


def _words(one: Delegate) -> set[str]:
    return set(one.latin_name.casefold().split())


def people_of(pairs: Iterable[Pair]) -> list[Delegate]:
    """Everybody of these pairs."""
    return [who for pair in pairs for who in (pair.one, pair.other)]


def told_of(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """The pairs that are told, and those that are not, where all their people are in one event."""
    found = {(each.one.id, each.other.id) for each in alike(people_of(pairs), untitled)}
    told = [pair for pair in pairs if (pair.one.id, pair.other.id) in found]
    return told, [pair for pair in pairs if (pair.one.id, pair.other.id) not in found]


def _print_figures() -> None:
    dice = random.Random(_SEED)  # noqa: S311 - invented people
    real = list(true_pairs(dice, 1_000, KINDS))
    held_out = list(true_pairs(dice, 600, HELD_OUT, first=100_000))
    unrelated = list(unrelated_pairs(dice, 10_000, first=200_000))
    told, not_told = told_of(real + held_out + unrelated)
    for name, kinds in (("built", KINDS), ("held out", HELD_OUT)):
        found = Counter(pair.kind for pair in told if pair.kind in kinds)
        missed = Counter(pair.kind for pair in not_told if pair.kind in kinds)
        print(f"{name}: recall {found.total() / (found.total() + missed.total()):.1%}")
        for kind in kinds:
            print(f"  {kind}: {found[kind]} of {found[kind] + missed[kind]}")
    print(f"false alarms: {sum(not pair.kind for pair in told) / len(unrelated):.2%}")


if __name__ == "__main__":
    _print_figures()
