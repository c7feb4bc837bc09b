"""The sentences about the text that arrived from a scanner in a test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from checkin.domain.code_frames import bare
from checkin.domain.codes import LENGTH
from checkin.scanning.trial import Remark

if TYPE_CHECKING:
    from checkin.scanning.trial import Trial
    from checkin.wording import Wording

_CONTROLS: Final = {
    "\x01": "<SOH>", "\x02": "<STX>", "\x03": "<ETX>", "\x04": "<EOT>",
    "\x1c": "<FS>", "\x1d": "<GS>", "\x1e": "<RS>", "\x1f": "<US>",
}  # fmt: skip
"""The names of the control characters that scanners send, as their manuals write them."""
_COPED_WITH: Final = frozenset(
    {Remark.NO_ENTER, Remark.SIGNS_BEFORE, Remark.SIGNS_AFTER, Remark.PAUSES, Remark.LAYOUT_OF_DESK}
)


def told_of_trial(say: Wording, trial: Trial) -> str:
    """The result of a scanner test in words: the text that arrived, and a line for each remark."""
    came = visible(trial.arrived)
    arrived = say.text("Arrived: {text}").format(text=came) if came else say.text("Only Enter arrived.")
    return f"{arrived}\n\n" + "\n".join(_line(say, remark, trial) for remark in trial.remarks)


def visible(text: str) -> str:
    """The text with a visible name, such as “<GS>”, in place of each control character that scanners send."""
    return "".join(_CONTROLS.get(sign, sign) for sign in text)


def _line(say: Wording, remark: Remark, trial: Trial) -> str:
    sign = "✔" if remark is Remark.WHOLE else "·" if remark in _COPED_WITH else "✕"
    return f"{sign}  {_words(say, remark, trial)}"


def _words(say: Wording, remark: Remark, trial: Trial) -> str:  # noqa: C901, PLR0911 - a line for each
    match remark:
        case Remark.WHOLE:
            return say.text("The scanner works: the code was read whole.")
        case Remark.NO_ENTER:
            return say.text("No Enter came after the code. The program does without, a moment later.")
        case Remark.SIGNS_BEFORE:
            before = say.text("The scanner puts “{signs}” before the code. The program passes it over.")
            return before.format(signs=visible(trial.signs_before))
        case Remark.SIGNS_AFTER:
            after = say.text("The scanner puts “{signs}” after the code. The program passes it over.")
            return after.format(signs=visible(trial.signs_after))
        case Remark.PAUSES:
            paused = say.text("The code came with a pause of {count} ms. The program waits for the rest.")
            return paused.format(count=trial.longest_pause)
        case Remark.LAYOUT_OF_DESK:
            other = say.text(
                "The keyboard layout of this computer makes “{text}” of the code. The program reads the keys"
                " themselves."
            )
            return other.format(text=visible(trial.typed))
        case Remark.LAYOUT_OF_SCANNER:
            return say.text(
                "The scanner types for the keyboard of another country. Scan “USA keyboard” in its manual, or switch"
                " this computer to the keyboard of that country."
            )
        case Remark.TOO_SHORT:
            return say.many(
                "{count} character is missing. Hold the scanner still, and nearer; then scan once more.",
                "{count} characters are missing. Hold the scanner still, and nearer; then scan once more.",
                LENGTH - len(bare(trial.text)),
            )
        case Remark.OTHER_CODE:
            return say.text("This is another code. Scan the one on this screen.")
        case Remark.UNREADABLE:
            return say.text(
                "This is not the code on the screen. Set the scanner to send what it reads as it is, without changes."
            )
        case _:
            assert_never(remark)
