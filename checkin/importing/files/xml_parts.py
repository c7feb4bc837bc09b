"""Reads XML with expat, piece by piece, and refuses what makes a small file large: declarations of documents."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Final, TypeAlias
from xml.parsers.expat import ExpatError, ParserCreate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from xml.parsers.expat import XMLParserType

_PIECE: Final = 64 * 1024

Begin: TypeAlias = "Callable[[str, dict[str, str]], None]"
End: TypeAlias = "Callable[[str], None]"
Text: TypeAlias = "Callable[[str], None]"


def walk(
    pieces: Iterable[str | bytes], begin: Begin, end: End | None = None, text: Text | None = None
) -> Iterator[XMLParserType]:
    """Call `begin`, `end` and `text` for the elements and texts, and yield the parser after each piece of the XML.

    The names of elements and attributes keep their prefixes. ExpatError is raised if the XML is not well-formed, or if
    it declares a document type, as that is where entities are declared that stand for long texts.
    """
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = begin
    if end is not None:
        parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = _refuse
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        for piece in pieces:
            parser.Parse(piece)
            yield parser
        parser.Parse(b"", True)
    except (ValueError, LookupError) as error:  # an encoding that expat does not know
        raise ExpatError(str(error)) from error
    yield parser


def in_pieces(text: str) -> Iterator[str]:
    """Yield the text in pieces that a parser takes one by one."""
    for start in range(0, len(text), _PIECE):
        yield text[start : start + _PIECE]


def pieces_of_part(part: IO[bytes]) -> Iterator[bytes]:
    """Yield the content of an open file in pieces."""
    while piece := part.read(_PIECE):
        yield piece


def local(name: str) -> str:
    """The name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


def _refuse(*_declared: object) -> None:
    raise ExpatError("a document type is declared")
