"""Tries out how a scanner is set: what arrives when the scanner reads a code that this program shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from checkin.domain.code_frames import bare, last_code
from checkin.domain.codes import LENGTH, is_whole
from checkin.scanning import keys
from checkin.scanning.before import Before
from checkin.scanning.key_reader import KeyReader
from checkin.scanning.key_run import LONGEST_PAUSE_MS, KeyRun
from checkin.scanning.recognition import codes_at_end

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from checkin.scanning.key_reader import Struck

_PAUSE_WORTH_TELLING_MS: Final = 60
_AFTER_ENDING_MS: Final = 200
"""How long to wait after Enter for a further key that ends the scan."""


class Remark(Enum):
    """The findings that a trial of a scanner can have."""

    WHOLE = auto()
    """The program reads the code exactly as the scanner sent it."""
    NO_ENTER = auto()
    SIGNS_BEFORE = auto()
    SIGNS_AFTER = auto()
    PAUSES = auto()
    LAYOUT_OF_DESK = auto()
    """The computer's keyboard layout turns the keys into other characters; the program reads the keys themselves."""
    LAYOUT_OF_SCANNER = auto()
    """The scanner types for the keyboard of another country, and the computer's layout does not correct this."""
    TOO_SHORT = auto()
    OTHER_CODE = auto()
    UNREADABLE = auto()


@dataclass(frozen=True, slots=True)
class Trial:
    """The outcome of a trial: what arrived from the scanner when it read the code `shown`.

    `text` is what the keys give on a US keyboard, `typed` what they give in the active keyboard layout. `has_ending`
    tells whether Enter or another key that ends a scan came. `longest_pause` is in ms. `is_read` tells whether the
    program recognises the code that was shown; `is_read_as_typed`, whether it recognises the code only in `typed`.
    """

    shown: str
    text: str
    typed: str
    has_ending: bool
    longest_pause: int
    is_read: bool
    is_read_as_typed: bool = False

    @property
    def arrived(self) -> str:
        """The text that arrived: `typed` if the program recognises the code only in the active layout, else `text`."""
        return self.typed if self.is_read_as_typed else self.text

    @property
    def signs_before(self) -> str:
        """The characters before the code; "" if there are none."""
        code = last_code(self.arrived)
        return self.arrived[: code.first] if code is not None else ""

    @property
    def signs_after(self) -> str:
        """The characters after the code; "" if there are none."""
        code = last_code(self.arrived)
        return self.arrived[code.end :] if code is not None else ""

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """The findings about the scanner, the most important first."""
        if not self.is_read:
            return (self._fault,)
        found = (
            (Remark.WHOLE, True),
            (Remark.NO_ENTER, not self.has_ending),
            (Remark.SIGNS_BEFORE, bool(self.signs_before)),
            (Remark.SIGNS_AFTER, bool(self.signs_after)),
            (Remark.PAUSES, self.longest_pause >= _PAUSE_WORTH_TELLING_MS),
            (Remark.LAYOUT_OF_DESK, not self.is_read_as_typed and bare(self.typed) != bare(self.text)),
        )
        return tuple(remark for remark, applies in found if applies)

    @property
    def _fault(self) -> Remark:
        code = last_code(self.text)
        is_of_a_badge = code is not None and is_whole(code.characters)
        if any(
            _is_respelt(self.shown, text, is_of_a_badge=is_of_a_badge) for text in (self.text, self.typed)
        ):
            return Remark.LAYOUT_OF_SCANNER
        if is_of_a_badge:
            return Remark.OTHER_CODE
        return Remark.TOO_SHORT if len(bare(self.text)) < LENGTH else Remark.UNREADABLE


def _is_respelt(shown: str, came: str, *, is_of_a_badge: bool) -> bool:
    """Whether `came` is `shown` with some characters replaced, each always by the same other character.

    With `is_of_a_badge` the text is a whole code, which may also be the code of somebody's badge. Then at least half of
    the characters must be in their place: a keyboard of another country moves only some letters, while another code has
    hardly any character in the same place.
    """
    if len(came) != len(shown) or came.upper() == shown:
        return False
    pairs = list(zip(shown, came.upper(), strict=True))
    in_place = sum(sent == arrived for sent, arrived in pairs)
    return len(set(pairs)) == len(set(shown)) and (not is_of_a_badge or in_place * 2 >= len(shown))


class ScannerTrial(QObject):
    """Tries out a scanner: between `start` and `stop`, it catches the keys of a scan and emits `heard` with the result.

    Keys that no scanner sends, such as Esc, act as usual.
    """

    heard = Signal(object)
    """Emitted with the `Trial` (the result), when no more keys arrive."""

    def __init__(
        self, app: QApplication, shown: str, parent: QObject, *, key_offset: int = keys.OFFSET
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._shown = shown
        self._reader = KeyReader(app, key_offset)
        self._run = KeyRun()
        self._longest_pause, self._has_ending = 0, False
        self._taken: set[int] = set()
        self._silence = QTimer(self, singleShot=True)
        self._silence.timeout.connect(self._tell)

    def start(self) -> None:
        """Begin to catch the keys."""
        self._app.installEventFilter(self)

    def stop(self) -> None:
        """Stop catching keys, and forget those that were caught."""
        self._app.removeEventFilter(self)
        self._silence.stop()
        self._run = KeyRun()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch the keys that a scanner may send, and let all others pass."""
        if isinstance(event, QInputMethodEvent):
            self._reader.note_composed(event)
            return bool(event.commitString())
        if not isinstance(event, QKeyEvent) or not event.nativeScanCode():
            return False
        match event.type():
            case QEvent.Type.ShortcutOverride:
                event.setAccepted(self._is_of_scanner(event))
                return event.isAccepted()
            case QEvent.Type.KeyPress if watched.isWindowType():
                return self._takes(event)
            case QEvent.Type.KeyRelease if watched.isWindowType():
                return self._takes_release(event)
            case _:
                return False

    def _is_of_scanner(self, event: QKeyEvent) -> bool:
        if self._reader.is_modifier(event) or event.key() == Qt.Key.Key_Escape:
            return False
        return self._reader.ends_scan(event) or bool(self._reader.meant_by(event).character)

    def _takes(self, event: QKeyEvent) -> bool:
        struck = self._reader.pressed(event)
        if struck is None or not self._is_of_scanner(event):
            return False
        self._taken.add(event.nativeScanCode())
        if self._reader.ends_scan(event):
            self._note_pause(event.timestamp())
            self._has_ending = True
            self._silence.start(_AFTER_ENDING_MS)
        else:
            self._add(struck)
        return True

    def _takes_release(self, event: QKeyEvent) -> bool:
        struck = self._reader.released(event)
        is_composed = struck is not None and bool(struck.character)
        if struck is not None and is_composed:
            self._add(struck)
        is_taken = event.nativeScanCode() in self._taken
        self._taken.discard(event.nativeScanCode())
        return is_composed or is_taken

    def _add(self, struck: Struck) -> None:
        self._note_pause(struck.at)
        before = None if self._run.is_in_burst_at(struck.at) else Before(self._app)
        self._run = self._run.with_key(struck.character, struck.typed, struck.at, before)
        self._silence.start(LONGEST_PAUSE_MS)

    def _note_pause(self, at: int) -> None:
        if self._run.bursts:
            self._longest_pause = max(self._longest_pause, at - self._run.last_at)

    def _tell(self) -> None:
        found = codes_at_end(self._run, lambda text: bare(text).endswith(self._shown))
        is_read = found is not None and bare(found.texts[-1]) == self._shown
        trial = Trial(
            self._shown, self._run.text, self._run.typed, self._has_ending, self._longest_pause,
            is_read, is_read and found is not None and found.is_typed,
        )  # fmt: skip
        self._run, self._longest_pause, self._has_ending = KeyRun(), 0, False
        if trial.text or trial.has_ending:
            self.heard.emit(trial)
