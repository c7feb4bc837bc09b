"""Every text is read on its ground."""

from __future__ import annotations

from dataclasses import fields
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette

from checkin.domain.colours import contrast, text_colour_on
from checkin.settings import Palette
from checkin.ui.theme import PALETTES, VERDICT_LOOKS, wear
from checkin.ui.theme.palettes import qt_palette
from checkin.ui.theme.style_sheet import TONES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ENOUGH = 4.5
ROLE = QPalette.ColorRole
TEXT_AND_GROUND = (
    (ROLE.WindowText, ROLE.Window),
    (ROLE.Text, ROLE.Base),
    (ROLE.Text, ROLE.AlternateBase),
    (ROLE.ButtonText, ROLE.Button),
    (ROLE.HighlightedText, ROLE.Highlight),
    (ROLE.HighlightedText, ROLE.Accent),
    (ROLE.ToolTipText, ROLE.ToolTipBase),
    (ROLE.PlaceholderText, ROLE.Base),
    (ROLE.Link, ROLE.Window),
    (ROLE.Link, ROLE.Base),
    (ROLE.LinkVisited, ROLE.Base),
    (ROLE.BrightText, ROLE.Window),
)


def _hex(colour: QColor) -> str:
    return colour.name().upper()


@pytest.mark.parametrize("palette", Palette)
@pytest.mark.parametrize(
    "group", [QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled]
)
def test_qt_draws_every_text_with_enough_contrast(palette: Palette, group: QPalette.ColorGroup) -> None:
    drawn = qt_palette(PALETTES[palette])
    poor = {
        (text.name, ground.name): ratio
        for text, ground in TEXT_AND_GROUND
        if (ratio := contrast(_hex(drawn.color(group, text)), _hex(drawn.color(group, ground)))) < ENOUGH
    }

    assert poor == {}


@pytest.mark.parametrize("palette", Palette)
def test_what_is_painted_by_hand_has_enough_contrast(palette: Palette) -> None:
    colours = PALETTES[palette]
    grounds = (colours.window, colours.base, colours.alternate)
    texts = (colours.text, colours.disabled, *(getattr(colours, tone) for tone in TONES))
    pairs = [*product(texts, grounds), (colours.on_accent, colours.accent), (colours.on_strip, colours.strip)]

    assert [pair for pair in pairs if contrast(*pair) < ENOUGH] == []


@pytest.mark.parametrize("palette", Palette)
def test_edges_and_focus_are_seen(palette: Palette) -> None:
    colours = PALETTES[palette]
    for seen, ground in product((colours.edge, colours.accent), (colours.window, colours.base)):
        assert contrast(seen, ground) >= 3  # WCAG 2.1, 1.4.11


def test_the_contrast_palette_has_the_contrast_of_its_name() -> None:
    colours = PALETTES[Palette.CONTRAST]
    texts = (colours.text, *(getattr(colours, tone) for tone in TONES))

    assert min(contrast(text, colours.window) for text in texts) >= 7


@pytest.mark.parametrize("palette", Palette)
def test_every_colour_is_written_out(palette: Palette) -> None:
    for field in fields(PALETTES[palette]):
        assert QColor(getattr(PALETTES[palette], field.name)).isValid()


@pytest.mark.parametrize("look", VERDICT_LOOKS.values(), ids=lambda look: look.sound)
def test_a_verdict_is_read_on_its_colour(look: object) -> None:
    colour, text_colour = look.colour, look.text_colour  # type: ignore[attr-defined]

    assert text_colour == text_colour_on(colour)
    assert contrast(text_colour, colour) >= ENOUGH


@pytest.mark.parametrize(
    ("colours", "text_colour"),
    [
        ("#5B2A86 #0072B2 #1B3A6B #0B6E4F #4A5568 #A4161A #00606B #6B4226", "#FFFFFF"),
        ("#E69F00 #56B4E9 #CC79A7 #F0E442", "#000000"),
    ],
)
def test_a_category_has_the_text_colour_of_the_design(colours: str, text_colour: str) -> None:
    assert {text_colour_on(colour) for colour in colours.split()} == {text_colour}


@given(st.from_regex(r"#[0-9A-Fa-f]{6}", fullmatch=True))
def test_any_colour_can_be_written_on(colour: str) -> None:
    assert contrast(text_colour_on(colour), colour) >= ENOUGH


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_palette_can_be_changed_without_a_restart(qapp: QApplication) -> None:
    before, sheet = qapp.palette(), qapp.styleSheet()
    grounds = []
    for palette in Palette:
        colours = wear(qapp, palette)
        grounds.append((_hex(qapp.palette().color(ROLE.Window)), colours.window))
    qapp.setStyleSheet(sheet)
    qapp.setPalette(before)

    assert all(drawn == meant for drawn, meant in grounds)
    assert len({drawn for drawn, _ in grounds}) == 3
