"""The sentence about the outcome of importing a folder of photos."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checkin.wording.language import Language


def taken(say: Language, taken: int, same: int, not_matched: int, rejected: int) -> str:
    """The sentence that says how many photos were set, how many were set before, and how many files were not used.

    `not_matched` files fit no delegate, and `rejected` files are no photos.
    """
    parts = [say.many("{count} photo taken in", "{count} photos taken in", taken)]
    if same:
        parts.append(say.many("{count} the same as before", "{count} the same as before", same))
    if not_matched:
        parts.append(say.many("{count} file means nobody", "{count} files mean nobody", not_matched))
    if rejected:
        parts.append(say.many("{count} file not taken", "{count} files not taken", rejected))
    return " · ".join(parts)
