"""Removes control characters from the texts of a fact before the fact is written into the journal."""

from __future__ import annotations

import dataclasses
import re
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from checkin.plain_text import plain
from checkin.storage.codec import encode

if TYPE_CHECKING:
    from checkin.domain.facts import Fact

_SUSPECT: Final = re.compile(
    rb"\\[bfnrt]|\\u00[01]|\x7f|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xaf]"
    rb"|\xef\xbb\xbf|\xef\xbf[\xb9-\xbb]"
)
"""Finds characters that are not stored in a body: as a JSON escape or in UTF-8. Few other bodies match the pattern."""


def written_down(fact: Fact, recorded_at: int | None) -> tuple[Fact, bytes]:
    """The fact as it is stored, and the body (JSON) of its journal entry; no text in them has control characters.

    The function `plain` removes the characters. The body says that it was recorded at the time `recorded_at` (ms since
    1970), unless this is None. The finished body is searched for control characters, because to look at each text of
    the fact would take a hundred times as long.
    """
    body = encode(fact, recorded_at)
    if _SUSPECT.search(body) is None:
        return fact, body
    stored: Fact = _plain(fact)
    return stored, encode(stored, recorded_at)


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a fact is made of
    match value:
        case Enum():
            return value
        case str():
            return plain(value)
        case tuple() | frozenset():
            return type(value)(map(_plain, value))
        case dict():
            return {_plain(name): _plain(content) for name, content in value.items()}
        case _ if dataclasses.is_dataclass(type(value)):
            names = [each.name for each in dataclasses.fields(value) if each.init]
            return dataclasses.replace(value, **{name: _plain(getattr(value, name)) for name in names})
        case _:
            return value
