"""Turns one cell of a list of delegates into the value of a field, or into the reason why the cell is rejected."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Final, assert_never

from checkin.domain.delegates import NUMBERS, YES_OR_NO, Field, NameOrder, Sex, Status, Value, number_of
from checkin.domain.programme import FieldKind
from checkin.domain.rejections import RejectReason
from checkin.plain_text import plain
from checkin.text import search_key

if TYPE_CHECKING:
    from checkin.domain.programme import Event, OwnField


_STATUS_WORDS: Final = {
    Status.INVITED: (
        "invited", "no answer", "no reply", "not answered",
        "invité", "invitée", "sans réponse",
        "អញ្ជើញ", "បានអញ្ជើញ", "មិនទាន់ឆ្លើយ",
    ),
    Status.PENDING: (
        "pending", "not cleared", "awaiting clearance", "to be confirmed",
        "en attente", "à confirmer",
        "រង់ចាំ", "កំពុងរង់ចាំ",
    ),
    Status.REGISTERED: (
        "registered", "confirmed", "accepted", "attending", "yes", "ok",
        "inscrit", "inscrite", "confirmé", "confirmée", "accepté", "acceptée", "oui",
        "បានចុះឈ្មោះ", "ចុះឈ្មោះ", "បានបញ្ជាក់", "បញ្ជាក់", "ចូលរួម",
    ),
    Status.CANCELLED: (
        "cancelled", "canceled", "withdrawn",
        "annulé", "annulée", "désisté", "désistée",
        "បានលុបចោល", "លុបចោល", "បោះបង់", "បានបោះបង់",
    ),
    Status.DECLINED: (
        "declined", "refused", "not attending", "no",
        "décliné", "déclinée", "refusé", "refusée", "non", "ne vient pas",
        "បានបដិសេធ", "បដិសេធ", "មិនចូលរួម",
    ),
    Status.EXCUSED: (
        "excused", "regrets", "apologies", "represented",
        "excusé", "excusée", "représenté", "représentée",
        "អវត្តមាន", "អវត្តមានមានច្បាប់", "សុំអភ័យទោស",
    ),
    Status.BLOCKED: (
        "blocked", "banned", "not admitted", "barred",
        "bloqué", "bloquée", "interdit", "interdite",
        "បានរារាំង", "រារាំង", "ហាមឃាត់", "បានហាមឃាត់",
    ),
}  # fmt: skip
_SEX_WORDS: Final = {
    Sex.FEMALE: ("f", "female", "woman", "w", "mrs", "ms", "femme", "féminin", "fem", "ស្រី", "ស្ត្រី", "ស"),
    Sex.MALE: ("m", "male", "man", "h", "mr", "homme", "masculin", "masc", "ប្រុស", "បុរស", "ប"),
}
_GIVEN_FIRST_WORDS: Final = (
    "given first", "given name first", "first name first", "given family", "first last", "western",
    "prénom d'abord", "prénom nom", "prénom en premier",
    "នាមខ្លួនមុន", "នាមមុន",
)  # fmt: skip
_NO_WORDS: Final = frozenset(
    (
        "0",
        "0.0",
        "no",
        "n",
        "false",
        "none",
        "-",
        "–",
        "—",
        "non",
        "faux",
        "aucun",
        "aucune",
        "ទេ",
        "មិនមែន",
        "អត់",
        "គ្មាន",
    )
)
_HALF_CHARACTERS: Final = re.compile("[\ud800-\udfff]")
_INVISIBLE: Final = "\u200b\u200c\u200d\u2060 "

_PLAIN: Final = (
    frozenset(Field) - NUMBERS - YES_OR_NO - {Field.CATEGORY, Field.STATUS, Field.NAME_ORDER, Field.SEX}
)
_SEXES: Final = {search_key(word): sex for sex, words in _SEX_WORDS.items() for word in words}
_STATUSES: Final = {search_key(word): status for status, words in _STATUS_WORDS.items() for word in words}
_GIVEN_FIRST: Final = frozenset(map(search_key, _GIVEN_FIRST_WORDS))


class Cells:
    """Converts texts in the cells of an imported list to values of delegates' fields, for one event.

    A cell may name a category by its code, letter or name.
    """

    def __init__(self, event: Event) -> None:
        categories = list(event.categories.values())
        names = [(search_key(name), one.code) for one in categories for _, name in one.name.by_language]
        letters = [(one.letter.casefold(), one.code) for one in categories]
        codes = [(one.code.casefold(), one.code) for one in categories]
        self._own = event.fields
        self._by_name = {key: code for key, code in reversed(names) if key}
        self._by_sign = dict([*reversed(letters), *reversed(codes)])  # codes win over letters

    def read(self, field: str, text: str) -> Value | RejectReason:
        """Convert a cell's text to a value of the field; return the value, or the reason for rejecting the text.

        `field` is the field's code, and `text` must be a result of `tidy`. An empty text gives the field's default
        value, except for the category, which must not be empty.
        """
        if field in _PLAIN:
            return text
        if field in self._own:
            return _own_value(self._own[field], text)
        return self._read_typed(field, text)

    def _read_typed(self, field: str, text: str) -> Value | RejectReason:
        match field:
            case Field.CATEGORY:
                return self._category(text)
            case Field.STATUS:
                return _status(text)
            case Field.SEX:
                return _SEXES.get(search_key(text), RejectReason.UNKNOWN_SEX) if text else Sex.NOT_SAID
            case Field.NAME_ORDER:
                return NameOrder.GIVEN_FIRST if search_key(text) in _GIVEN_FIRST else NameOrder.FAMILY_FIRST
            case _:
                return _number(text) if field in NUMBERS else _is_yes(text)

    def _category(self, text: str) -> str | RejectReason:
        if not text:
            return RejectReason.NO_CATEGORY
        code = self._by_sign.get(text.casefold()) or self._by_name.get(search_key(text))
        return code or RejectReason.UNKNOWN_CATEGORY


def tidy(text: str) -> str:
    """The text without control characters, direction marks and superfluous spaces, in composed form (NFC)."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    written = unicodedata.normalize("NFC", _HALF_CHARACTERS.sub("", plain(text)))
    return " ".join(written.split()).strip(_INVISIBLE)


def _own_value(field: OwnField, text: str) -> Value | RejectReason:
    """The value of one of the event's own fields, or the reason for rejecting the text.

    The value is "" for an empty text, the choice's `str` for a choice, and ISO text for a date.
    """
    if not text:
        return ""
    match field.kind:
        case FieldKind.TEXT:
            return text
        case FieldKind.YES_NO:
            return _is_yes(text)
        case FieldKind.NUMBER:
            return _number(text)
        case FieldKind.DATE:
            return _day(text)
        case FieldKind.CHOICE:
            return _choice(field, text)
        case _:
            assert_never(field.kind)


def _choice(field: OwnField, text: str) -> str | RejectReason:
    key = search_key(text)
    for choice in field.choices:
        if key in {search_key(words) for _, words in choice.by_language}:
            return str(choice)
    return RejectReason.UNKNOWN_CHOICE


def _day(text: str) -> str | RejectReason:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return RejectReason.NOT_A_DAY


def _status(text: str) -> Status | RejectReason:
    if not text:
        return Status.REGISTERED
    return _STATUSES.get(search_key(text), RejectReason.UNKNOWN_STATUS)


def _is_yes(text: str) -> bool:
    """Whether the text means yes. Every text does, except an empty one and the words for no."""
    return text != "" and text.casefold() not in _NO_WORDS


def _number(text: str) -> float | RejectReason | None:
    try:
        return number_of(text)
    except ValueError:
        return RejectReason.NOT_A_NUMBER
