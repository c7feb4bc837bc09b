"""A file that stands at its place whole, or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def written_whole(target: Path) -> Iterator[BinaryIO]:
    """A new file beside the target, which takes its place when the block ends well and is taken away otherwise.

    A file that stood there is replaced only by the whole new one, durably. Raises OSError where the disk does.
    """
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    file = draft.open("xb")
    try:
        yield file
        file.flush()
        os.fsync(file.fileno())
        file.close()
        draft.replace(target)
    finally:
        # On a full disk even closing fails once more.
        with suppress(OSError):
            file.close()
        with suppress(OSError):
            draft.unlink(missing_ok=True)
