"""stub until the real one is merged"""

from dataclasses import dataclass

from checkin.importing.people.evidence import is_native


@dataclass(frozen=True, slots=True)
class TakenApart:
    honorific: str = ""
    family_name: str = ""
    given_name: str = ""
    native_honorific: str = ""
    native_name: str = ""
    name_order: object = None
    left: str = ""
    represented: str = ""
    accompanying: bool = False


@dataclass(frozen=True, slots=True)
class NameWords:
    before: frozenset
    after: frozenset
    represented: frozenset
    accompanying: frozenset
    unnamed: frozenset


def take_apart(text, words, *, script_column_is_native=False):
    if is_native(text):
        return TakenApart(native_name=text)
    return TakenApart(family_name=text)
