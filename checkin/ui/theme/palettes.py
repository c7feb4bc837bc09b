"""The three palettes (light, dark, high contrast), and applying one of them to the application."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QPalette

from checkin.settings import Palette
from checkin.ui.theme.colours import Colours
from checkin.ui.theme.style_sheet import style_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


PALETTES: Final[dict[Palette, Colours]] = {
    Palette.LIGHT: Colours(
        window="#F3F4F6",
        base="#FFFFFF",
        alternate="#EAEEF3",
        text="#14181F",
        muted="#4A5260",
        disabled="#5C6472",
        button="#E1E6ED",
        accent="#0B5CAD",
        on_accent="#FFFFFF",
        edge="#737C8B",
        link="#0B4F94",
        good="#0B6E4F",
        warning="#7A4A00",
        bad="#A4161A",
        strip="#FBE3E4",
        on_strip="#7A1014",
    ),
    Palette.DARK: Colours(
        window="#1B1F26",
        base="#12151A",
        alternate="#232932",
        text="#F0F2F5",
        muted="#B4BCC8",
        disabled="#9BA5B3",
        button="#2D343F",
        accent="#5AA9F0",
        on_accent="#06121F",
        edge="#7F8A9A",
        link="#7CC0FF",
        good="#5BD6A5",
        warning="#FFC14D",
        bad="#FF8F8F",
        strip="#4A1518",
        on_strip="#FFDCDC",
    ),
    Palette.CONTRAST: Colours(
        window="#000000",
        base="#000000",
        alternate="#1C1C1C",
        text="#FFFFFF",
        muted="#FFFFFF",
        disabled="#C4C4C4",
        button="#000000",
        accent="#FFFF00",
        on_accent="#000000",
        edge="#FFFFFF",
        link="#7FDBFF",
        good="#66FFB2",
        warning="#FFD400",
        bad="#FFA3A3",
        strip="#000000",
        on_strip="#FFA3A3",
    ),
}


def wear(app: QApplication, palette: Palette) -> Colours:
    """Apply this palette to the application at once.

    Return the palette's colours, for widgets that paint themselves. The Qt style is set to Fusion, the only one that
    follows a palette on every system.
    """
    colours = PALETTES[palette]
    if app.style().name() != "fusion" and not app.styleSheet():
        app.setStyle("Fusion")
    app.setPalette(qt_palette(colours))
    sheet = style_sheet(colours, app.font().pointSizeF())
    if sheet != app.styleSheet():  # Qt styles every widget anew, also with the same style sheet
        app.setStyleSheet(sheet)
    return colours


def qt_palette(colours: Colours) -> QPalette:
    """Make the Qt palette with these colours, for every colour role that Qt's Fusion style uses."""
    role = QPalette.ColorRole
    palette = QPalette(QColor(colours.button), QColor(colours.window))
    for which, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.base),
        (role.AlternateBase, colours.alternate),
        (role.Text, colours.text),
        (role.Button, colours.button),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.bad),
        (role.ToolTipBase, colours.base),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.link),
        (role.LinkVisited, colours.link),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.disabled))
    for which in (role.Highlight, role.Accent):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.alternate))
    palette.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(colours.disabled))
    return palette
