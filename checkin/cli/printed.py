"""The stream through which all commands print: a text from a file or a person cannot control the terminal."""

from __future__ import annotations

import io
from typing import TextIO

from checkin.plain_text import printable


class PrintedStream(io.TextIOBase):
    """A standard stream that prints texts without control characters and without marks of writing direction."""

    def __init__(self, stream: TextIO) -> None:
        """Print to this stream."""
        super().__init__()
        self._stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override]  # the standard library declares an attribute
        """The encoding of the stream."""
        return self._stream.encoding

    def write(self, text: str) -> int:
        """Print the text without the characters that a terminal would obey; return the length of the given text."""
        self._stream.write(printable(text))
        return len(text)

    def flush(self) -> None:
        """Flush the stream."""
        self._stream.flush()

    def fileno(self) -> int:
        """The file descriptor of the stream."""
        return self._stream.fileno()

    def isatty(self) -> bool:
        """Whether the stream is a terminal."""
        return self._stream.isatty()

    def writable(self) -> bool:
        """Whether the stream can be written to."""
        return True
