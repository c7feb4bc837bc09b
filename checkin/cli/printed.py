"""The one place through which commands print: no text of a file or a person sends a command to the terminal."""

from __future__ import annotations

import io
from typing import TextIO

from checkin.plain_text import printable


class PrintedStream(io.TextIOBase):
    """A standard stream that leaves control characters and marks of direction out of what it prints."""

    def __init__(self, stream: TextIO) -> None:
        """Print to this stream."""
        super().__init__()
        self._stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override]  # the standard library declares an attribute
        """The encoding of the stream."""
        return self._stream.encoding

    def write(self, text: str) -> int:
        """Print the text without what a terminal would obey."""
        self._stream.write(printable(text))
        return len(text)

    def flush(self) -> None:
        """Hand everything on that was printed."""
        self._stream.flush()

    def fileno(self) -> int:
        """The number of the stream's file."""
        return self._stream.fileno()

    def isatty(self) -> bool:
        """Whether the stream is a terminal."""
        return self._stream.isatty()

    def writable(self) -> bool:
        """Whether the stream can be written to."""
        return True
