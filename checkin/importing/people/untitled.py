"""Takes the titles off a name that is known already, as lists write them in all languages."""

from __future__ import annotations

from checkin.importing.people.list_words import name_words
from checkin.importing.people.name_keys import IS_NATIVE, pieces_of


def untitled(name: str) -> str:
    """The name without titles before and behind; a name that is nothing but titles stays."""
    words = name_words()
    if IS_NATIVE.search(name):
        front = words.honorifics.in_front_of_native(name)
        end = max(words.titles.end_of_native(name), front + 1)
        return name[front:end].strip() or name
    if words.honorifics.may_begin(name):
        pieces = pieces_of(name)
        name = name[pieces[words.honorifics.in_front(pieces)].start :] if pieces else name
    if words.titles.may_end(name):
        pieces = pieces_of(name)
        if size := words.titles.at_end(pieces, comma=False):
            name = name[: pieces[-size].start].rstrip(" ,")
    return name
