"""Reads contacts as telephones and address books write them: vCard 2.1 to 4.0, and LDIF."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any, Final

import ldif
import vobject
from vobject.base import VObjectError

from checkin.errors import CheckinError
from checkin.importing.files.contact_rows import Contact, rows_of
from checkin.importing.files.sheet import empty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from checkin.importing.files.sheet import Row

_PICTURE: Final = re.compile(
    r"^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:].*(?:\r?\n(?:[ \t].*|[A-Za-z0-9+/=]+\r?$))*",
    re.IGNORECASE | re.MULTILINE,
)
"""What a card has besides texts; vobject takes hours for a large one."""
_ADDRESS: Final = ("box", "extended", "street", "city", "region", "code", "country")
_OF_CARDS: Final = {
    "TITLE": "Job title",
    "ROLE": "Role",
    "NOTE": "Note",
    "NICKNAME": "Nickname",
    "BDAY": "Birthday",
    "GENDER": "Sex",
    "URL": "Website",
    "CATEGORIES": "Labels",
}
_OF_ENTRIES: Final = {
    "personaltitle": "Honorific",
    "sn": "Family name",
    "surname": "Family name",
    "givenname": "Given name",
    "o": "Organisation",
    "company": "Organisation",
    "ou": "Department",
    "title": "Job title",
    "mail": "E-mail",
    "mozillasecondemail": "E-mail",
    "telephonenumber": "Phone",
    "mobile": "Phone",
    "homephone": "Phone",
    "c": "Country",
    "co": "Country",
    "countryname": "Country",
    "friendlycountryname": "Country",
    "mozillaworkcountryname": "Country",
    "description": "Note",
}
_NAMES: Final = ("cn", "commonname", "displayname")
_GROUPS: Final = frozenset({"groupofnames", "groupofuniquenames", "posixgroup", "group"})


def read_cards(text: str, path: Path) -> Iterator[Row]:
    """Yield a header row, then one row for each vCard; `path` names the file in errors (CheckinError).

    Photos are left out, and so are what programs add for themselves (X-…) and what is no text.
    """
    text = _PICTURE.sub(lambda found: "\n" * found.group().count("\n"), text)
    contacts: list[Contact] = []
    try:
        for card in vobject.readComponents(text, allowQP=True):
            contacts.append(_contact(list(card.lines())))  # noqa: PERF401 - the error below tells how many there were
    except (VObjectError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        line = getattr(error, "lineNumber", None)
        place = f"line {line}" if line else f"card {len(contacts) + 1}"
        raise CheckinError(
            "A card of the list cannot be read",
            f"{path.name}, {place}: correct or delete this card, or export the cards again, and import again.",
        ) from error
    if not contacts:
        raise empty(path)
    yield from rows_of(contacts)


def _contact(lines: list[Any]) -> Contact:
    contact = Contact()
    for line in sorted(lines, key=_is_second):
        if line.name == "N":
            name = line.value
            contact.add("Honorific", _joined(name.prefix))
            contact.add("Family name", _joined(name.family))
            contact.add("Given name", " ".join(filter(None, map(_joined, (name.given, name.additional)))))
            contact.add("Suffix", _joined(name.suffix))
        elif line.name == "ORG":
            organisation, *departments = [*line.value, ""] if isinstance(line.value, list) else [line.value]
            contact.add("Organisation", _joined(organisation))
            contact.add("Department", ", ".join(filter(None, map(_joined, departments))))
        elif line.name == "EMAIL":
            contact.add("E-mail", _joined(line.value).removeprefix("mailto:"))
        elif line.name == "TEL":
            contact.add("Phone", _joined(line.value).removeprefix("tel:"))
        elif line.name == "ADR":
            parts = {part: _joined(getattr(line.value, part)) for part in _ADDRESS}
            contact.add("Country", parts.pop("country"))
            contact.add("Address", ", ".join(filter(None, parts.values())))
        elif line.name in _OF_CARDS:
            contact.add(_OF_CARDS[line.name], _joined(line.value))
    if not contact.texts.keys() & {"Family name", "Given name"}:
        for line in lines:
            contact.add("Name", _joined(line.value) if line.name == "FN" else "")
    return contact


def _is_second(line: Any) -> bool:  # noqa: ANN401 - vobject has no types
    """Whether a line is not the one that the card prefers, of several phones, say."""
    words = {*line.singletonparams, *line.params.get("TYPE", ())}
    return not ("PREF" in line.params or "PREF" in {word.upper() for word in words})


def _joined(value: object) -> str:
    """The text of a value, which is a list where it holds commas."""
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_joined, value)))
    return value if isinstance(value, str) else ""


def read_entries_of_directory(text: str, path: Path) -> Iterator[Row]:
    """Yield a header row, then one row for each person of an LDIF; `path` names the file in errors (CheckinError)."""
    # The library adds each continued line to the lines before it, which takes minutes for many of them.
    whole = text.replace("\r\n", "\n").replace("\n ", "")
    parser = ldif.LDIFParser(io.BytesIO(whole.encode()))
    contacts: list[Contact] = []
    number = 1
    try:
        for _, entry in parser.parse():
            if (contact := _person(entry)) is not None:
                contacts.append(contact)
            number += 1
    except (ValueError, LookupError, TypeError) as error:
        raise CheckinError(
            "An entry of the list cannot be read",
            f"{path.name}, entry {number}: correct or delete this entry, or export the contacts again, "
            "and import again.",
        ) from error
    if not contacts:
        raise empty(path)
    yield from rows_of(contacts)


def _person(entry: dict[str, Iterable[object]]) -> Contact | None:
    """The person of an entry; None for a group, or for another entry without a name."""
    texts = {
        key.lower().partition(";")[0]: [_joined(value) for value in values] for key, values in entry.items()
    }
    if _GROUPS & {kind.lower() for kind in texts.get("objectclass", ())}:
        return None
    contact = Contact()
    for key, header in _OF_ENTRIES.items():
        for text in texts.get(key, ()):
            contact.add(header, text)
    names = [text for key in _NAMES for text in texts.get(key, ())]
    if not contact.texts.keys() & {"Family name", "Given name"}:
        if not names:
            return None
        contact.add("Name", names[0])
    return contact
