"""Find delegates by a text in any script or by a code, or find the one delegate whom an id, a code or a text names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.desk.find_delegation import of_delegations_called
from checkin.domain import codes
from checkin.domain.admission import Refusal
from checkin.domain.arriving import refusal_of_badge
from checkin.errors import CheckinError
from checkin.storage import badges, delegates, phones
from checkin.text import (
    delegation_named,
    digits_typed,
    joined_words,
    letters_in_order,
    name_order,
    passport_spellings,
    place_in_number,
    query_words,
    search_key,
    spellings_of_number,
    ticket_key,
)
from checkin.text.keys import SOFT_BREAKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile

MOST: Final = 50
_LETTERS_OF_A_CODE: Final = 3
_NOWHERE: Final = 99
_WITHOUT_APOSTROPHES: Final = dict.fromkeys(map(ord, SOFT_BREAKS))


def find(file: EventFile, text: str, most: int = MOST) -> list[Registration]:
    """At most `most` delegates whom this text may mean, the likeliest first.

    The text can be a code, an id, a ticket code of another system, or words from the delegates' fields, such as the
    beginning of a name.
    """
    holder = by_code(file, text)
    if holder is not None:
        return [holder]
    known = delegates.by_id(file.database, text.strip())
    found = [known] if known is not None else []
    found += delegates.with_ticket(file.database, ticket_key(text))
    words = query_words(text)
    digits = digits_typed(text)
    named = phones.with_digits(file.database, digits, most) if digits else []
    if len(words) == 1 or not named:
        named += delegates.search(file.database, words, most)
    for spelt in passport_spellings(text):  # Müller, of whom the list has the spelling of the passport
        named += delegates.search(file.database, query_words(spelt), most)
    if digits:
        found += sorted(named, key=lambda each: _how_far_back(digits, text, each))
    else:
        named += of_delegations_called(file, words, most - len(named))
        found += sorted(named, key=lambda each: _how_unlike(words, text, each))
    if not found and (joined := joined_words(text)):
        found = delegates.search(file.database, [joined], most)
    beginning = codes.beginning(text)
    if len(beginning) >= _LETTERS_OF_A_CODE and len(found) < most:
        found += delegates.with_code_beginning(file.database, beginning, most)
    return list({registration.delegate.id: registration for registration in found}.values())[:most]


def find_at_door(file: EventFile, text: str, most: int = MOST, session: str = "") -> list[Registration]:
    """At most `most` delegates whom this text may mean, for a door.

    Those who are named for the session with the code `session` come first. Among those who are named, and among those
    who are not, flagged delegates and delegates without a badge come first, because they are the likeliest to be let in
    by name. A flagged delegate (`attention`) is one for whom the protocol officer is called, such as a minister whose
    aide carries the badge.
    """
    return sorted(
        find(file, text, most),
        key=lambda each: (
            session not in each.invited,
            not each.delegate.attention and each.badge is not None,
        ),
    )


def _how_unlike(words: Sequence[str], text: str, registration: Registration) -> tuple[object, ...]:
    """The key that sorts the likeliest delegate first.

    Each word of the query should begin a different word of the name. Whoever's name begins with the letters as they
    were typed, with or without their accents, stands before whoever's name is only spelt or sounds alike; whole words
    count next. Of two delegates who are equally likely, the one who has not arrived yet comes first, because
    that is probably the one at the desk; else they stand in the order of names.

    "chhea" finds CHHEANG before CHEA, although the search key of "chhea" is the whole key of CHEA.
    "sok so" finds SOK Sopheap before KOY Sokphearun, in whose name a single word would have to match both.
    """
    delegate = registration.delegate
    free = search_key(f"{delegate.latin_name} {delegate.native_name}").split()
    first = next((place for place, word in enumerate(free) if words and word.startswith(words[0])), _NOWHERE)
    whole = answered = 0
    for word in words:
        likely = min((each for each in free if each.startswith(word)), key=len, default="")
        if likely:
            free.remove(likely)
            answered += 1
            whole += likely == word
    name = f"{delegate.latin_name} {delegate.native_name}"
    names = _letters(name) + letters_in_order(name).split()
    typed = [word for word in _letters(text) if search_key(word) in words]  # without honorifics
    as_typed = sum(any(each.startswith(word) for each in names) for word in typed)
    return (-answered, -as_typed, -whole, first, registration.arrival is not None, name_order(delegate))


def _how_far_back(digits: str, text: str, registration: Registration) -> tuple[object, ...]:
    """The key that sorts the likeliest delegate first if the text is a number.

    First comes the reference, then whoever's telephone number ends with the digits, which is what people say.
    """
    delegate = registration.delegate
    places = (place_in_number(delegate.phone, spelt) for spelt in spellings_of_number(digits))
    place = next((place for place in places if place is not None), _NOWHERE)
    is_other = delegate.reference != text.strip()
    return (is_other, place, registration.arrival is not None, name_order(delegate))


def _letters(text: str) -> list[str]:
    """The words of a text without case and accents, as they are spelt; an apostrophe does not end a word."""
    return letters_in_order(text.translate(_WITHOUT_APOSTROPHES)).split()


def registered(file: EventFile, delegate: str) -> Registration:
    """The delegate with this id; raises CheckinError if there is none."""
    known = delegates.by_id(file.database, delegate)
    if known is None:
        raise CheckinError("This participant is not registered", f"There is nobody with the id {delegate}.")
    return known


def by_code(file: EventFile, text: str) -> Registration | None:
    """The delegate of the badge with this code, whether or not the badge is valid.

    None if the text is no code, or no delegate is known for it.
    """
    reading = file.read_code(text)
    if not isinstance(reading, codes.Code):
        return None
    badge = badges.by_code(file.database, reading.text)
    return delegates.by_id(file.database, badge.delegate) if badge is not None else None


def one_to_let_in(file: EventFile, text: str) -> Registration:
    """The one delegate whom this id, code or search text names, if the delegate is to be received or let in.

    Raises CheckinError if the text names nobody or several, and also if it is the code of a revoked badge.
    """
    reading = file.read_code(text)
    badge = badges.by_code(file.database, reading.text) if isinstance(reading, codes.Code) else None
    if refusal_of_badge(reading, badge) is Refusal.REVOKED:
        raise CheckinError(
            "This badge was invalidated",
            "Somebody else may show the badge. Look who it is, and give the name or the id instead.",
        )
    return one(file, text)


def one(file: EventFile, text: str) -> Registration:
    """The one delegate whom this id, code or search text names; raises CheckinError if it names nobody or several."""
    known = delegates.by_id(file.database, text.strip())
    found = [known] if known is not None else find(file, text, most=MOST)
    if not found:
        raise CheckinError(
            f"Nobody was found for “{text}”", "Give the participant's id, code, or more of the name."
        )
    exact = _with_key(file, text)
    if len(found) > 1 and len(exact) == 1:
        return exact[0]  # the reference R1, where R10 was found too
    if len(found) > 1:
        names = "; ".join(f"{each.delegate.name} ({each.delegate.id})" for each in found[:5])
        how_many = f"{MOST} or more" if len(found) >= MOST else str(len(found))
        raise CheckinError(
            f"“{text}” means {how_many} participants",
            f"Give one of these ids instead: {names}{'; …' * (len(found) > 5)}",  # noqa: PLR2004
        )
    return found[0]


def _with_key(file: EventFile, text: str) -> list[Registration]:
    """The delegates, each once, who have this text as their reference or as their ticket code."""
    by_reference = delegates.by_reference(file.database, text.strip())
    both = (*by_reference, *delegates.with_ticket(file.database, ticket_key(text)))
    return list({each.delegate.id: each for each in both}.values())


def everybody(file: EventFile) -> list[Registration]:
    """All delegates, in the order in which they were registered."""
    return list(delegates.everybody(file.database))


def again(file: EventFile, ids: Iterable[str]) -> list[Registration]:
    """The present records of the delegates with these ids; whoever is no longer registered is left out."""
    return delegates.by_ids(file.database, ids)


def in_delegation(file: EventFile, delegation: str) -> list[Registration]:
    """All delegates of the delegation with this name, the head of the delegation first.

    Delegates whose records have another name of the same delegation are included.
    """
    named = delegation_named(file.event, delegation)
    meant = delegates.delegations(file.database) if named is not None else [delegation]
    same = [name for name in meant if name == delegation or delegation_named(file.event, name) == named]
    return delegates.in_delegation(file.database, same)
