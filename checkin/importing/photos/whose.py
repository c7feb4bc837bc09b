"""Finds the delegate whom the name of a photo's file means: by reference, e-mail, ticket code, id or name."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from checkin.text import search_key, ticket_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from checkin.domain.delegates import Delegate

_COPY: Final = re.compile(r"\s*(\(\d{1,3}\)|[-–_ ]+copy)$", re.IGNORECASE)
"""What the system adds to the name of a file that is there twice."""


class Whose:
    """Finds delegates of an event by the names of photo files.

    A file name that fits several delegates is treated as fitting nobody.
    """

    def __init__(self, people: Iterable[Delegate]) -> None:
        known = list(people)
        self._ways: tuple[tuple[Callable[[str], str], Mapping[str, set[str]]], ...] = (
            (_plain, _by(known, lambda one: [_plain(one.id)])),
            (_plain, _by(known, lambda one: [_plain(one.reference)])),
            (_plain, _by(known, lambda one: [_plain(one.email)])),
            (ticket_key, _by(known, lambda one: [ticket_key(one.ticket)])),
            (_letters, _by(known, lambda one: [_letters(one.reference)])),
            (_words, by_name := _by(known, _names_of)),
        )
        self._by_reference = self._ways[4][1]
        self._by_name = by_name

    def of(self, name: str) -> str:
        """The id of the only delegate whom this file name, without its ending, fits; "" if it fits nobody.

        The name is compared, in this order, with ids, references, e-mails, ticket codes, references without their
        signs, names in either script with the words in any order, and last names together with a reference before or
        behind them.
        """
        text = _COPY.sub("", name.strip())
        for key_of, known in self._ways:
            key = key_of(text)
            if key and key in known:
                return _only(known[key])
        return self._by_reference_and_name(text)

    def _by_reference_and_name(self, text: str) -> str:
        """The id of the delegate of a name such as “P-017 SOK Sopheap”, in which both mean the same person."""
        parts = re.split(r"[\s_]+", text)
        for reference, rest in ((parts[0], parts[1:]), (parts[-1], parts[:-1])):
            named = self._by_name.get(_words(" ".join(rest)), set())
            both = named & self._by_reference.get(_letters(reference), set())
            if both:
                return _only(both)
        return ""


def _names_of(delegate: Delegate) -> Iterator[str]:
    for name in (
        *(delegate.latin_name, f"{delegate.honorific} {delegate.latin_name}"),
        *(delegate.native_name, f"{delegate.native_honorific} {delegate.native_name}"),
    ):
        yield _words(name)


def _by(people: Iterable[Delegate], keys_of: Callable[[Delegate], Iterable[str]]) -> Mapping[str, set[str]]:
    known: dict[str, set[str]] = defaultdict(set)
    for one in people:
        for key in keys_of(one):
            if key:
                known[key].add(one.id)
    return dict(known)


def _only(found: set[str]) -> str:
    return next(iter(found)) if len(found) == 1 else ""


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _letters(text: str) -> str:
    """The letters and digits alone, because the name of a file holds no “/”."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _words(text: str) -> str:
    return " ".join(sorted(search_key(text.replace("_", " ")).split()))
