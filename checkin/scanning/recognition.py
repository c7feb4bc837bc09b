"""Decides whether the last keys are a scanned code, by the form of their text more than by their timing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.domain import code_frames, codes

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.domain.code_frames import FramedCode
    from checkin.scanning.before import Before
    from checkin.scanning.key_run import KeyRun

_LATE_ENTER_MS: Final = 800
_ENTER_BY_HAND_MS: Final = 2000
"""A person who types a code looks up from the keys before they press Enter."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The codes with which a sequence of keys ends.

    `texts` holds each code with its frame (what a scanner adds around a code). `keys` are all keys that belong to the
    codes. `is_typed` tells that the codes are what the keys give in the active keyboard layout, because the scanner is
    set to that layout and not to a US keyboard.
    """

    texts: tuple[str, ...]
    keys: KeyRun
    is_typed: bool

    @property
    def enter_may_come_ms(self) -> int:
        """The time in ms after the last key in which an Enter still counts as the end of the scan."""
        return _LATE_ENTER_MS if self.keys.is_mostly_quick else _ENTER_BY_HAND_MS

    @property
    def before(self) -> Before:
        """What the text fields of the window held just before the scanner sent the first key of the codes."""
        return self.keys.bursts[0].before


def codes_at_end(run: KeyRun, is_genuine: Callable[[str], bool]) -> Recognised | None:
    """The codes with which these keys end; None if the keys may be something else.

    16 characters whose check character fits are a code, if they came too quickly for a person, or if they begin like a
    code and contain a digit, as no name does. `is_genuine` tells whether a text is a code of the open event; such a
    code is recognised in any case, even after characters that scanners do not normally add.
    """
    both = (
        _found(run, run.text, is_genuine, is_typed=False),
        _found(run, run.typed, is_genuine, is_typed=True),
    )
    found = [each for each in both if each is not None]
    return next((each for each in found if all(map(is_genuine, each.texts))), found[0] if found else None)


def _found(run: KeyRun, text: str, is_genuine: Callable[[str], bool], *, is_typed: bool) -> Recognised | None:
    found = _codes_at_end(text)
    if not found:
        return None
    first = found[0][1].begins_at
    begins_at, keys = run.since(first)
    has_strange_signs = not all(map(code_frames.may_follow_code, text[begins_at:first]))
    goes_on_from_letters = not keys.is_mostly_quick and text[first - 1 : first].isalnum()
    is_by_itself = not (has_strange_signs or goes_on_from_letters)
    if all(
        is_genuine(piece) or (is_by_itself and (keys.is_mostly_quick or _is_no_name(code)))
        for piece, code in found
    ):
        return Recognised(tuple(piece for piece, _ in found), keys, is_typed)
    return None


def _codes_at_end(text: str) -> list[tuple[str, FramedCode]]:
    """The codes at the end of the text, one after the other without anything between them, each with its frame."""
    found: list[tuple[str, FramedCode]] = []
    while (code := code_frames.last_code(text)) is not None and codes.is_whole(code.characters):
        found.insert(0, (text[code.begins_at :], code))
        text = text[: code.begins_at]
    return found


def _is_no_name(code: FramedCode) -> bool:
    return code.has_digit and codes.begins_as_code(code.characters)
