"""Puts the name of a row into its fields: whole names are taken apart, and titles before a name go to its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Field
from checkin.importing.people.companions import ACCOMPANIED, whom_a_name_accompanies
from checkin.importing.people.evidence import is_native
from checkin.importing.people.headers import FULL_NAME
from checkin.importing.people.list_words import name_words
from checkin.importing.people.name_keys import CJK
from checkin.importing.people.name_splits import split
from checkin.importing.people.names import take_apart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkin.importing.people.names import TakenApart

_PARTICLE: Final = "particle"
"""The content of a column with what stands before the family name, such as “van der”."""
_KHMER: Final = re.compile("[\u1780-\u17ff]")


def with_names(texts: Mapping[str, str], rule: str = "") -> tuple[dict[str, str], str]:
    """Divide the name in a row's texts into the fields of names.

    Returns the texts with these fields, and the name of the person who represents the row's person ("" if nobody). A
    whole name is used only if the row lacks the family name or the given name; if the row has one of them, the whole
    name tells the other. `rule` is the rule by which the operator wants whole names divided (`SplitRule`); "" for none.
    """
    found = dict(texts)
    whole, particle = found.pop(FULL_NAME, ""), found.pop(_PARTICLE, "")
    if particle and found.get(Field.FAMILY_NAME):
        found[Field.FAMILY_NAME] = f"{particle} {found[Field.FAMILY_NAME]}"
    family, given = found.get(Field.FAMILY_NAME, ""), found.get(Field.GIVEN_NAME, "")
    represented = ""
    if whole and not (family and given):
        if family or given:
            _complete(found, whole, family or given)
        else:
            apart = split(whole, rule) if rule else take_apart(whole, name_words())
            represented = _put(found, apart)
    elif family and not given:
        represented = _put(found, take_apart(family, name_words()))
    elif not texts.get(Field.NATIVE_NAME) and is_native(family) and is_native(given):
        found |= {Field.FAMILY_NAME: "", Field.GIVEN_NAME: "", Field.NATIVE_NAME: _joined(family, given)}
    if native := texts.get(Field.NATIVE_NAME, ""):
        apart = take_apart(native, name_words(), script_column_is_native=True)
        found[Field.NATIVE_NAME] = apart.native_name or native
        found[Field.NATIVE_HONORIFIC] = found.get(Field.NATIVE_HONORIFIC) or apart.native_honorific
    _put_title_to_its_name(found)
    return found, represented


def _joined(family: str, given: str) -> str:
    """A name in a script without capitals from its two parts, as the script writes it."""
    if CJK.match(family):
        return family + given
    return f"{family} {given}" if _KHMER.match(family) else f"{given} {family}"


def _put_title_to_its_name(found: dict[str, str]) -> None:
    """A title in another script than Latin belongs before the native name; a title never crosses to the other name."""
    title = found.get(Field.HONORIFIC, "")
    has_latin = bool(found.get(Field.FAMILY_NAME) or found.get(Field.GIVEN_NAME))
    if title and is_native(title) and not has_latin and not found.get(Field.NATIVE_HONORIFIC):
        found |= {Field.HONORIFIC: "", Field.NATIVE_HONORIFIC: title}


def _complete(found: dict[str, str], whole: str, known: str) -> None:
    """Add the other part of a name of which one part is known, from the whole name."""
    words, part = whole.split(), known.split()
    rest = [word for word in words if word.casefold() not in {each.casefold() for each in part}]
    missing = Field.FAMILY_NAME if found.get(Field.GIVEN_NAME) else Field.GIVEN_NAME
    if len(rest) + len(part) == len(words):
        found[missing] = " ".join(rest)


def _put(found: dict[str, str], apart: TakenApart) -> str:
    """Put a name that was taken apart into the fields; what the row says itself stays. Return who comes instead."""
    is_taken = bool(apart.family_name) or (bool(apart.native_name) and not found.get(Field.NATIVE_NAME))
    if is_taken:
        found[Field.FAMILY_NAME] = apart.family_name
    for name, text in (
        (Field.GIVEN_NAME, apart.given_name),
        (Field.NATIVE_NAME, apart.native_name),
        (Field.HONORIFIC, apart.honorific),
        (Field.NATIVE_HONORIFIC, apart.native_honorific),
    ):
        if text and not found.get(name):
            found[name] = text
    if apart.accompanying and (whom := whom_a_name_accompanies(apart.left)):
        found[ACCOMPANIED] = whom
    return apart.represented
