"""The rules by which a column of whole names is divided into family name and given name; the operator chooses one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from checkin.importing.people.list_words import name_words
from checkin.importing.people.name_keys import IS_NATIVE
from checkin.importing.people.names import TakenApart, take_apart

if TYPE_CHECKING:
    from collections.abc import Iterable

SIGNS: Final = ("/", "|", ";", "_", " - ", "·")
"""The signs at which a name can be divided."""


class SplitRule(StrEnum):
    """The rules for dividing a whole name. Without a rule, a name is divided only if the name itself shows how."""

    FAMILY_FIRST = "family_first"
    GIVEN_FIRST = "given_first"
    COMMA = "comma"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class SplitName:
    """A name as it is written in the list, and the parts into which a rule divides the name."""

    text: str
    family_name: str
    given_name: str
    native_name: str = ""


def split(text: str, rule: str) -> TakenApart:
    """Divide a whole name by this rule; a name that the rule does not fit stays whole, as a family name.

    With the rules for a comma and for a sign, the part before the comma or sign is the family name. Titles in front of
    the name are taken off first.
    """
    words = name_words()
    if rule == SplitRule.SIGN:
        sign = sign_in([text])
        return _at(text, sign) if sign else take_apart(text, words)
    if rule == SplitRule.COMMA:
        return _at(text, ",") if "," in text else take_apart(text, words)
    apart = take_apart(text, words)
    whole = " ".join(part for part in _as_written(apart, text) if part)
    if " " not in whole or IS_NATIVE.match(whole):
        return apart
    first, rest = whole.split(" ", 1)
    given, last = whole.rsplit(" ", 1)
    family, given = (first, rest) if rule == SplitRule.FAMILY_FIRST else (last, given)
    return _with(apart, family, given)


def sign_in(texts: Iterable[str]) -> str:
    """The sign that can divide the largest number of these names; "" if no name has a sign."""
    names = list(texts)
    most = max(SIGNS, key=lambda sign: sum(sign in name for name in names))
    return most if any(most in name for name in names) else ""


def samples(texts: Iterable[str], rule: str) -> list[SplitName]:
    """Each name with the parts into which this rule divides the name; the rule "" means no rule."""
    found = []
    for text in texts:
        apart = split(text, rule) if rule else take_apart(text, name_words())
        found.append(SplitName(text, apart.family_name, apart.given_name, apart.native_name))
    return found


def _at(text: str, sign: str) -> TakenApart:
    """The name divided at a sign; titles stand before either part."""
    before, _, behind = text.partition(sign)
    first, second = (take_apart(part, name_words()) for part in (before, behind))
    family = " ".join(filter(None, _as_written(first, before)))
    given = " ".join(filter(None, _as_written(second, behind)))
    if not family or not given:
        return take_apart(text, name_words())
    honorific = " ".join(filter(None, (first.honorific, second.honorific)))
    return TakenApart(
        honorific=honorific, family_name=family, given_name=given,
        native_name=" ".join(filter(None, (first.native_name, second.native_name))),
        represented=first.represented or second.represented,
    )  # fmt: skip


def _as_written(apart: TakenApart, text: str) -> tuple[str, str]:
    """The family and the given name in the order in which the text has them."""
    both = (apart.family_name, apart.given_name)
    at = [text.find(part) for part in both]
    return both if at[0] <= at[1] or not all(both) else (both[1], both[0])


def _with(apart: TakenApart, family: str, given: str) -> TakenApart:
    return TakenApart(
        honorific=apart.honorific, family_name=family, given_name=given,
        native_honorific=apart.native_honorific, native_name=apart.native_name, left=apart.left,
        represented=apart.represented, accompanying=apart.accompanying,
    )  # fmt: skip
