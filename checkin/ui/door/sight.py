"""What the large panel of a door shows, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.ui.theme import VERDICT_LOOKS, Look

if TYPE_CHECKING:
    from checkin.domain.programme import Category
    from checkin.ui.door.shown import Shown
    from checkin.ui.theme import Colours


_TITLE, _NAME, _NATIVE, _CATEGORY, _SENTENCE = 0.26, 0.21, 0.18, 0.125, 0.125
"""The heights of the lines, as shares of the panel's height.

The smallest is 10 mm on a 14-inch screen of 768 lines.
"""


EDGE: Final = 18.0
"""The width of the edge around the panel, in dots."""


@dataclass(frozen=True, slots=True)
class SightLine:
    """One text in the panel.

    `share` is the height of the text as a share (0 to 1) of the panel's height. `chip` is the category whose letter is
    painted before the text, on a square in the category's colour; None for no square.
    """

    text: str
    share: float
    is_bold: bool = False
    chip: Category | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """All that the panel of the door page paints at one time.

    `signs` are names of icons; `spoken` is the text for a screen reader. `edge` is the colour of the frame ("" for no
    frame), and `edge_width` its width in dots. For a flagged person (a VIP), `edge` is the colour for VIPs, and the
    verdict's own frame is painted inside in the colour `inner_edge`. `photo` is the digest of the person's photo; ""
    where the panel does not name the person.
    """

    colour: str
    text_colour: str
    signs: tuple[str, ...]
    lines: tuple[SightLine, ...]
    spoken: str
    edge: str = ""
    edge_width: float = EDGE
    inner_edge: str = ""
    is_flagged: bool = False
    photo: str = ""


def sight_of(shown: Shown) -> Sight:
    """The `Sight` (all that the panel paints) for one answer of the door."""
    style, words = shown.style, shown.words
    about = "  ·  ".join(part for part in (shown.category_name, shown.seat, shown.note, shown.own) if part)
    sentence = "  ·  ".join(part for part in (shown.elsewhere, words.sentence) if part)
    lines: tuple[SightLine, ...] = (
        SightLine(words.title, _TITLE, is_bold=True),
        SightLine(shown.name, _NAME, is_bold=True),
        SightLine(shown.native_name, _NATIVE),
        SightLine(about, _CATEGORY, chip=shown.category),
        SightLine(sentence, _SENTENCE, is_bold=not shown.name),
    )
    if shown.is_discreet:  # whoever stands behind the guest reads neither who it is nor why
        lines = lines[:1]
    return Sight(
        style.colour,
        style.text_colour,
        style.signs,
        tuple(line for line in lines if line.text),
        shown.spoken,
        VERDICT_LOOKS[Look.FLAGGED].colour if shown.is_flagged else style.edge,
        inner_edge=style.edge if shown.is_flagged else "",
        is_flagged=shown.is_flagged,
        photo=shown.photo,
    )


def waiting_sight(colours: Colours, title: str, sentence: str) -> Sight:
    """The `Sight` (all that the panel paints) while there is no verdict: two lines of text in quiet colours."""
    lines = (SightLine(title, _TITLE, is_bold=True), SightLine(sentence, _CATEGORY))
    spoken = f"{title}. {sentence}"
    return Sight(colours.base, colours.muted, ("scan-line",), lines, spoken, colours.edge, 2.0)


def trouble_sight(title: str, sentence: str, look: Look = Look.HELP_DESK) -> Sight:
    """The `Sight` (all that the panel paints) for an error, with two lines of text.

    An error must be shown in place of the former verdict, so that no guest takes somebody else's green verdict for
    their own.
    """
    style = VERDICT_LOOKS[look]
    lines = (SightLine(title, _TITLE, is_bold=True), SightLine(sentence, _CATEGORY))
    return Sight(style.colour, style.text_colour, ("triangle-alert",), lines, f"{title}. {sentence}")
