"""The sentences about a folder of photos that was taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checkin.wording.language import Language


def taken(say: Language, taken: int, same: int, not_matched: int, rejected: int) -> str:
    """How many photos of a folder were set, were there already, mean nobody, and could not be read."""
    parts = [say.many("{count} photo taken in", "{count} photos taken in", taken)]
    if same:
        parts.append(say.many("{count} the same as before", "{count} the same as before", same))
    if not_matched:
        parts.append(say.many("{count} file means nobody", "{count} files mean nobody", not_matched))
    if rejected:
        parts.append(say.many("{count} file not taken", "{count} files not taken", rejected))
    return " · ".join(parts)
