"""Writing a file so that it appears complete or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def written_whole(target: Path) -> Iterator[BinaryIO]:
    """Open a new file beside the target for writing; it replaces the target if the block ends without an error.

    An existing target is replaced only once the whole new file is on the disk. It keeps its permissions; a link stays a
    link. Raises OSError if the disk refuses to write.
    """
    target = target.resolve()
    draft = target.with_name(f".{secrets.token_hex(6)}.part")
    file = draft.open("xb")
    try:
        yield file
        file.flush()
        os.fsync(file.fileno())
        file.close()
        with suppress(OSError):
            shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        # On a full disk closing fails too.
        with suppress(OSError):
            file.close()
        with suppress(OSError):
            draft.unlink(missing_ok=True)
