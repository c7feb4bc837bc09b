"""Finds out which delegates a pasted list or a sheet names, so that they can be invited; nothing is guessed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from checkin.desk.find import by_code, find
from checkin.desk.invite import LONGEST_SEAT, MOST_PERSONS, Wish
from checkin.domain.naming import Answer
from checkin.plain_text import plain
from checkin.storage import delegates
from checkin.text import letters_in_order, query_words, search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checkin.domain.registration import Registration
    from checkin.importing.files.sheet import Sheet
    from checkin.importing.guest_columns import GuestColumns
    from checkin.storage.event_file import EventFile

_ANSWERS: Final = {
    Answer.ACCEPTS: (
        "accepts", "accept", "accepted", "yes", "y", "confirmed", "attending", "ok",
        "accepte", "accepté", "acceptée", "oui", "confirmé", "confirmée",
        "ចូលរួម", "យល់ព្រម", "បានបញ្ជាក់", "បាទ", "ចាស",
        "接受", "是", "出席", "确认",
    ),
    Answer.DECLINES: (
        "declines", "decline", "declined", "no", "n", "regrets", "not attending",
        "décline", "décliné", "déclinée", "non", "ne vient pas",
        "បដិសេធ", "បានបដិសេធ", "មិនចូលរួម", "ទេ",
        "谢绝", "否", "不出席",
    ),
    Answer.NONE: ("none", "no answer", "no reply", "sans réponse", "មិនទាន់ឆ្លើយ", "未答复"),
}  # fmt: skip
_BY_WORD: Final = {search_key(word): answer for answer, words in _ANSWERS.items() for word in words}
_CANDIDATES: Final = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list of guests: the text that names a delegate (`who`), and the texts of the other columns.

    `who` is a reference, code, id, e-mail address or full name. `line` is the number of the row in its list, from 1.
    """

    line: int
    who: str
    seat: str = ""
    answer: str = ""
    persons: str = ""


class Unclear(StrEnum):
    """The reasons why a row invites nobody."""

    NOBODY = "nobody"
    SEVERAL = "several"
    TWICE = "twice"
    ANSWER = "answer"
    PERSONS = "persons"
    SEAT = "seat"


@dataclass(frozen=True, slots=True)
class Found:
    """A row that names exactly one delegate, and the invitation that the row asks for."""

    line: int
    registration: Registration
    wish: Wish


@dataclass(frozen=True, slots=True)
class NotFound:
    """A row that invites nobody, and the reason.

    `text` is the text in the row that has the fault. `candidates` are at most 5 delegates whom the row may mean, so
    that somebody can choose one.
    """

    line: int
    text: str
    why: Unclear
    candidates: tuple[Registration, ...] = ()


@dataclass(frozen=True, slots=True)
class GuestList:
    """The result of reading a list of guests: `found` has the rows that name one delegate, `unclear` all other rows.

    Both are in the order of the list.
    """

    found: tuple[Found, ...] = ()
    unclear: tuple[NotFound, ...] = field(default=())

    @property
    def wishes(self) -> tuple[Wish, ...]:
        """The invitations that the rows in `found` ask for, as `invite` takes them."""
        return tuple(each.wish for each in self.found)


def rows_of(text: str) -> list[Row]:
    """The rows of a pasted text, one for each line that is not empty.

    A line copied from a sheet has up to four columns, divided by tabs: who is meant, seat, answer and persons.
    """
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        cells = [plain(cell).strip() for cell in line.split("\t")]
        if any(cells):
            rows.append(Row(number, *[*cells, "", "", ""][:4]))
    return rows


def rows_in(sheet: Sheet, columns: GuestColumns) -> list[Row]:
    """The rows of a sheet below its header; rows without any text are left out.

    `columns` says which columns of the sheet hold what.
    """
    rows = []
    for number, cells in enumerate(sheet.rows[columns.header + 1 :], columns.header + 2):
        texts = [" ".join(filter(None, (_cell(cells, index) for index in columns.who)))]
        texts += [_cell(cells, index) for index in (columns.seat, columns.answer, columns.persons)]
        if any(texts):
            rows.append(Row(number, *texts))
    return rows


def _cell(cells: Sequence[str], index: int | None) -> str:
    return plain(cells[index]).strip() if index is not None and index < len(cells) else ""


def look_up(file: EventFile, rows: Iterable[Row]) -> GuestList:
    """Find out which delegates the rows name, and which invitations they ask for; rows without any text are left out.

    A row names a delegate if its text is exactly the delegate's reference, code, id or e-mail address. It also names a
    delegate if it has exactly the words of the name in one script, in any order. A text that fits several delegates, or
    only a part of a name, names nobody.
    """
    found: dict[str, Found] = {}
    unclear: list[NotFound] = []
    for row in rows:
        if not (row.who or row.seat or row.answer or row.persons):
            continue
        read = _read(file, row)
        if isinstance(read, Found) and read.wish.delegate in found:
            read = NotFound(row.line, row.who, Unclear.TWICE, (read.registration,))
        if isinstance(read, Found):
            found[read.wish.delegate] = read
        else:
            unclear.append(read)
    return GuestList(tuple(found.values()), tuple(unclear))


def chosen(known: GuestList, row: Row, registration: Registration) -> GuestList:
    """The list after the organiser has said that this row means this delegate.

    Columns of the row that cannot be read are left out. If another row names the delegate already, the list stays as it
    is.
    """
    delegate = registration.delegate.id
    if any(each.wish.delegate == delegate for each in known.found):
        return known
    read = _wished(row, registration)
    while isinstance(read, NotFound):
        row = _readable(row, read.why)
        read = _wished(row, registration)
    found = sorted((*known.found, read), key=lambda each: each.line)
    return GuestList(tuple(found), tuple(each for each in known.unclear if each.line != row.line))


def _readable(row: Row, unclear: Unclear) -> Row:
    """The row without the column that cannot be read."""
    match unclear:
        case Unclear.ANSWER:
            return replace(row, answer="")
        case Unclear.PERSONS:
            return replace(row, persons="")
        case _:
            return replace(row, seat="")


def without(known: GuestList, line: int) -> GuestList:
    """The list without the row that has this line number."""
    return GuestList(
        tuple(each for each in known.found if each.line != line),
        tuple(each for each in known.unclear if each.line != line),
    )


def _read(file: EventFile, row: Row) -> Found | NotFound:
    meant = _meant(file, row.who)
    if len(meant) > 1:
        return NotFound(row.line, row.who, Unclear.SEVERAL, tuple(meant[:_CANDIDATES]))
    if not meant:
        near = find(file, row.who, _CANDIDATES) if row.who else []
        return NotFound(row.line, row.who, Unclear.NOBODY, tuple(near))
    return _wished(row, meant[0])


def _wished(row: Row, registration: Registration) -> Found | NotFound:
    """What the row wishes for this delegate, or the first of its other columns that cannot be read."""
    answer = _BY_WORD.get(search_key(row.answer)) if row.answer else None
    if row.answer and answer is None:
        return NotFound(row.line, row.answer, Unclear.ANSWER, (registration,))
    persons = _number(row.persons)
    if row.persons and not 1 <= persons <= MOST_PERSONS:
        return NotFound(row.line, row.persons, Unclear.PERSONS, (registration,))
    if len(row.seat) > LONGEST_SEAT:
        return NotFound(row.line, row.seat, Unclear.SEAT, (registration,))
    wish = Wish(registration.delegate.id, answer, row.seat or None, persons if row.persons else None)
    return Found(row.line, registration, wish)


def _number(text: str) -> int:
    """The whole number that the text says, also as 1+2 (the person and two more) or 3.0; 0 if it says none."""
    try:
        parts = [float(part) for part in text.split("+")]
    except ValueError:
        return 0
    total = sum(parts)
    return int(total) if all(part.is_integer() and 0 <= part <= MOST_PERSONS for part in parts) else 0


def _meant(file: EventFile, text: str) -> list[Registration]:
    """The delegates whom this text names exactly: whoever has it as id or code, else as reference, else as a name."""
    known = delegates.by_id(file.database, text) or by_code(file, text)
    if known is not None:
        return [known]
    by_reference = delegates.by_reference(file.database, text)
    if by_reference:
        return by_reference
    keys = query_words(text)  # without honorifics
    words = sorted(word for word in letters_in_order(text).split() if search_key(word) in keys)
    return [each for each in find(file, text) if _is_named(each, words) or _has_address(each, text)]


def _is_named(registration: Registration, words: Sequence[str]) -> bool:
    """Whether the delegate's name is spelt with exactly these words, without regard to case, accents and order."""
    delegate = registration.delegate
    names = (delegate.latin_name, delegate.native_name, f"{delegate.latin_name} {delegate.native_name}")
    return bool(words) and any(sorted(letters_in_order(name).split()) == words for name in names)


def _has_address(registration: Registration, text: str) -> bool:
    return "@" in text and registration.delegate.email.casefold() == text.casefold()
