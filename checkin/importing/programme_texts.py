"""Compares the texts of a programme's rows with those of the event's sessions, which may be in several languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.programme import LocalText
from checkin.domain.rejections import RejectReason
from checkin.importing.people.cells import tidy
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.domain.programme import Event
    from checkin.importing.programme_rows import SessionRow
    from checkin.importing.programme_words import Part

    Pairs = tuple[tuple[str, str], ...]


def new_text(row: SessionRow, part: Part) -> LocalText:
    """The text of this part of a new session, in the languages in which the row has it."""
    return LocalText.of(dict(reversed(row.texts.get(part, ()))))


def amended_text(known: LocalText, pairs: Pairs, hint: str, language: str) -> LocalText:
    """The text of a session after the words of a row have replaced those that differ.

    `known` is the session's text so far, and `pairs` are the row's words, each with a language ("" if the row names no
    language). Words with a language replace the text in this language. Words without a language change nothing if
    `known` has these words in any language. Otherwise they replace the text in the language `hint` or, if there is
    none, the text that a reader of the event's first language (`language`) sees.
    """
    words = dict(known.by_language)
    for told, text in pairs:
        if told:
            if tidy(known.in_language(told)) != text:
                words[told] = text
        elif text not in map(tidy, words.values()):
            shown = next((each for each in (hint, language, "", "en", *words) if each in words), "")
            words[shown] = text
    return LocalText.of(words) if words != dict(known.by_language) else known


def amended_speakers(known: tuple[LocalText, ...], told: tuple[str, ...]) -> tuple[LocalText, ...]:
    """The speakers that a row names; a speaker who is known keeps the name in all languages.

    If the row names no speakers, the known speakers are returned.
    """
    if not told:
        return known
    languages = {language for speaker in known for language, _ in speaker.by_language} | {"en"}
    for language in languages:
        names = tuple(tidy(speaker.in_language(language)) for speaker in known)
        if told == names or told == (", ".join(names),) or "; ".join(told) == "; ".join(names):
            return known
    by_name = {tidy(words): speaker for speaker in known for _, words in speaker.by_language}
    return tuple(by_name.get(name) or LocalText.of(name) for name in told)


class Rooms:
    """The rooms of an event: those that it defines, and those that its sessions name."""

    def __init__(self, event: Event) -> None:
        self._event = event
        self._by_key: dict[str, dict[str, LocalText]] = {}
        for room in event.rooms.values():
            for name in (room.code, *(words for _, words in room.name.by_language)):
                self._by_key.setdefault(_key(name), {})[room.code] = LocalText.of(room.code)
        for session in event.sessions.values():
            if str(session.room) not in event.rooms:
                for _, words in session.room.by_language:
                    self._by_key.setdefault(_key(words), {}).setdefault(str(session.room), session.room)
        self._codes = {code.casefold(): code for code in event.rooms}

    @property
    def keys(self) -> frozenset[str]:
        """The search keys of all rooms."""
        return frozenset(self._by_key)

    def called(self, text: str) -> str:
        """The name of the only room that has this name or, if there is none, whose name begins with this text.

        Returns "" if there is no such room, or if there are several.
        """
        wanted = _key(text)
        exact = {wanted: codes} if (codes := self._by_key.get(wanted)) else {}
        keys = exact or {key: codes for key, codes in self._by_key.items() if key.startswith(f"{wanted} ")}
        rooms = {code for codes in keys.values() for code in codes}
        if len(rooms) != 1:
            return ""
        code = rooms.pop()
        names = self._event.names_of_rooms()[code].by_language
        return next((words for _, words in names if _key(words) in keys), code)

    def named(self, pairs: Pairs) -> LocalText | RejectReason:
        """The room that a row names, by the room's code or its name in any language; a new room if none has this name.

        `TWO_ROOMS` is returned if several rooms have the name.
        """
        for _, text in pairs:
            if (code := self._codes.get(text.casefold())) is not None:
                return LocalText.of(code)
            found = self._by_key.get(_key(text), {})
            if len(found) > 1:
                return RejectReason.TWO_ROOMS
            if found:
                return next(iter(found.values()))
        return LocalText.of(dict(reversed(pairs)))

    def amended(self, known: LocalText, pairs: Pairs) -> LocalText | RejectReason:
        """The room of a known session after the words of a row: the known room if the row names it in any language.

        Otherwise the result is that of `named`.
        """
        room = self._event.rooms.get(str(known))
        names = {_key(words) for words in _words([known, *([room.name] if room is not None else [])])}
        return known if not pairs or any(_key(text) in names for _, text in pairs) else self.named(pairs)


def _words(texts: Iterable[LocalText]) -> Iterable[str]:
    return (words for text in texts for _, words in text.by_language)


def _key(text: str) -> str:
    return search_key(text) or tidy(text).casefold()
