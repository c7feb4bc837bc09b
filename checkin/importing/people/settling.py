"""Decides which columns are read as which field, where headers are unsure or several columns mean one field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Field
from checkin.importing.people.headers import COMPANION, COMPANION_NAMES, FULL_NAME, Meaning, Strength
from checkin.importing.people.list_words import list_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checkin.importing.people.evidence import Evidence

NOT_FIELDS: Final = frozenset({"seat", "persons", "photo", "number", "unread"})
"""Contents that are recognised so that nobody takes the column for a field of delegates."""
_ENOUGH: Final = 0.5
_OF_COMPANIONS: Final = {
    str(FULL_NAME): COMPANION,
    str(Field.FAMILY_NAME): COMPANION_NAMES[0],
    str(Field.GIVEN_NAME): COMPANION_NAMES[1],
}
"""What columns of names hold where they are about those who come along."""
_STATE: Final = "state"
_PERSONS: Final = "persons"
"""The content of a column that has how many persons come, or their names."""
_WHOLE_NAMES: Final = 1.75
"""The mean number of words from which a column of names beside one of family names holds whole names."""


def settled(
    known: Sequence[Meaning | None], cells: Sequence[Evidence], keys: Sequence[str]
) -> Mapping[int, tuple[str, bool]]:
    """The content of each column that is read, by the column's index, and whether the cells decided it.

    `known` says what the headers mean, `cells` what the cells look like, and `keys` are the search keys of the headers.
    Of several columns for one content those with the surest header are read, row by row the first with a text.
    """
    read: dict[int, tuple[Meaning, bool]] = {}
    for index, (meaning, seen) in enumerate(zip(known, cells, strict=True)):
        if meaning is None or meaning.is_others:
            continue
        if meaning.content == _PERSONS and seen.names > _ENOUGH:
            read[index] = (Meaning(COMPANION, meaning.strength), True)
        if meaning.content in NOT_FIELDS:
            continue
        content = _by_cells(meaning.content, seen, keys[index])
        if content is not None:
            changed = Meaning(content, meaning.strength if content == meaning.content else Strength.LAST_PART)
            read[index] = (changed, content != meaning.content)
    _read_by_cells(read, known, cells, keys)
    _put_companions_apart(read, cells, keys)
    _name_the_names(read, cells)
    surest = {
        content: max(each.strength for each, _ in read.values() if each.content == content)
        for content in {each.content for each, _ in read.values()}
    }
    return {
        index: (each.content, by_cells)
        for index, (each, by_cells) in read.items()
        if each.strength == surest[each.content]
    }


def _by_cells(content: str, seen: Evidence, key: str) -> str | None:
    """The content as the cells confirm or correct it; None if they show that the column holds something else."""
    match content:
        case Field.HONORIFIC | Field.NATIVE_HONORIFIC if seen.filled and seen.honorifics < _ENOUGH:
            return Field.POSITION if content == Field.HONORIFIC else Field.NATIVE_POSITION
        case Field.SALUTATION if seen.honorifics > _ENOUGH:
            return Field.HONORIFIC
        case Field.REFERENCE | Field.TICKET | Field.POSITION if seen.is_counting:
            return None
        case Field.EMAIL if seen.filled and not seen.addresses:
            return None
        case Field.COUNTRY if key == _STATE and seen.codes > _ENOUGH:
            return None
        case _:
            return content


def _put_companions_apart(
    read: dict[int, tuple[Meaning, bool]], cells: Sequence[Evidence], keys: Sequence[str]
) -> None:
    """Columns of guests hold who comes along if another column names the person; so do columns of spouses.

    A column without names, such as one with the number of guests, is not read.
    """
    beside = list_words().beside
    names = {index: each.content for index, (each, _) in read.items() if each.content in _OF_COMPANIONS}
    own = [index for index in names if keys[index] not in beside]
    for index, content in names.items() if own else ():
        if keys[index] in beside:
            read[index] = (Meaning(_OF_COMPANIONS[content], read[index][0].strength), False)
    for index in [index for index, (each, _) in read.items() if each.content == COMPANION]:
        if cells[index].filled and cells[index].names < _ENOUGH:
            del read[index]


def _name_the_names(read: dict[int, tuple[Meaning, bool]], cells: Sequence[Evidence]) -> None:
    """Read columns of whole names: those in another script as native names, others as the family name or as a whole.

    Beside a column of given names, a column of “names” holds family names, as in “Nom, Prénom”.
    """
    contents = {each.content for each, _ in read.values()}
    for index, (each, _) in list(read.items()):
        if each.content == Field.GIVEN_NAME and contents.isdisjoint({Field.FAMILY_NAME, FULL_NAME}):
            read[index] = (Meaning(FULL_NAME, each.strength), True)
            continue
        is_whole = cells[index].words >= _WHOLE_NAMES
        if each.content == FULL_NAME and Field.GIVEN_NAME in contents and Field.FAMILY_NAME not in contents:
            read[index] = (Meaning(Field.FAMILY_NAME, each.strength), False)
        elif each.content == FULL_NAME and not is_whole and _has_family_name_alone(contents):
            read[index] = (Meaning(Field.GIVEN_NAME, each.strength), True)
        elif each.content == FULL_NAME and cells[index].is_mostly_native:
            read[index] = (Meaning(Field.NATIVE_NAME, each.strength), True)
        elif each.content == Field.NATIVE_NAME and cells[index].filled and not cells[index].native:
            read[index] = (Meaning(FULL_NAME, each.strength), True)


def _read_by_cells(
    read: dict[int, tuple[Meaning, bool]],
    known: Sequence[Meaning | None],
    cells: Sequence[Evidence],
    keys: Sequence[str],
) -> None:
    """Read a column whose header means nothing as addresses or telephone numbers, if no header names such a column.

    Addresses are known by their cells; for telephone numbers a word of the header must say so too.
    """
    for content, share in ((Field.EMAIL, "addresses"), (Field.PHONE, "phones")):
        if any(each.content == content for each, _ in read.values()):
            continue
        for index, seen in enumerate(cells):
            is_told = content == Field.EMAIL or _has_word_for(content, keys[index])
            if known[index] is None and is_told and getattr(seen, share) > _ENOUGH:
                read[index] = (Meaning(content, Strength.PART), True)
                break


def _has_word_for(content: str, key: str) -> bool:
    columns = list_words().columns.values()
    return any(words.get(word) == content for words in columns for word in key.split())


def _has_family_name_alone(contents: set[str]) -> bool:
    return Field.FAMILY_NAME in contents and Field.GIVEN_NAME not in contents


def guessed(cells: Sequence[Evidence]) -> dict[int, str]:
    """What the columns of a list without a header hold, as far as their cells tell, by the column's index.

    Names are told by `name_columns`.
    """
    found: dict[int, str] = {}
    for index, seen in enumerate(cells):
        for content, share in (
            (Field.EMAIL, seen.addresses),
            (Field.PHONE, seen.phones),
            (Field.HONORIFIC, seen.honorifics),
            (Field.POSITION, seen.job_titles),
            (Field.ORGANISATION, seen.organisations),
        ):
            if share > _ENOUGH and content not in found.values() and index not in found:
                found[index] = content
    return found


def name_columns(cells: Sequence[Evidence], found: Mapping[int, str]) -> list[int]:
    """The columns of a list without a header that may hold names, in the order of the list."""
    return [
        index
        for index, seen in enumerate(cells)
        if index not in found and seen.names > _ENOUGH and seen.filled and not seen.is_counting
    ]
