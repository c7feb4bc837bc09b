"""The three palettes as data, and how the application puts one on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QPalette

from checkin import assets
from checkin.domain.colours import BLACK, WHITE, text_colour_on
from checkin.settings import Palette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette, each colour "#RRGGBB". Tones are for text and lamps on `window`, `base` and `alternate` alike."""

    window: str
    base: str
    alternate: str
    text: str
    muted: str
    disabled: str
    button: str
    accent: str
    on_accent: str
    edge: str
    link: str
    good: str
    warning: str
    bad: str
    strip: str
    on_strip: str


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

TONES: Final = ("muted", "good", "warning", "bad")
"""A label whose property `tone` is one of these takes that colour; a frame whose tone is "strip" tells of trouble."""


def wear(app: QApplication, palette: Palette) -> Colours:
    """Dress the application in this palette, now; returns its colours for what is painted by hand.

    Fusion is the one style that keeps to a palette on every system.
    """
    colours = PALETTES[palette]
    if app.style().name() != "fusion" and not app.styleSheet():
        app.setStyle("Fusion")
    app.setPalette(qt_palette(colours))
    app.setStyleSheet(style_sheet(colours))
    return colours


def qt_palette(colours: Colours) -> QPalette:
    """The same as Qt wants it, for every role that Fusion draws with."""
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


def style_sheet(colours: Colours) -> str:
    """What a palette cannot say: edges that are seen, a focus that is seen, and the tones."""
    tones = "".join(f'QLabel[tone="{tone}"] {{ color: {getattr(colours, tone)}; }}\n' for tone in TONES)
    ticked = colours.accent if text_colour_on(colours.accent) == BLACK else WHITE
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {{
  border: 1px solid {colours.edge}; border-radius: 4px; padding: 4px 7px;
  background: {colours.base}; color: {colours.text};
}}
QLineEdit {{ placeholder-text-color: {colours.muted}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
  border: 2px solid {colours.accent}; padding: 3px 6px;
}}
QComboBox::drop-down {{ border: none; width: 22px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 22px; }}
QComboBox::down-arrow, QAbstractSpinBox::down-arrow {{
  width: 0; height: 0; border: 5px solid {colours.base}; border-top: 6px solid {colours.text}; border-bottom: none;
}}
QAbstractSpinBox::up-arrow {{
  width: 0; height: 0; border: 5px solid {colours.base}; border-bottom: 6px solid {colours.text}; border-top: none;
}}
QPushButton {{
  border: 1px solid {colours.edge}; border-radius: 4px; padding: 5px 12px;
  background: {colours.button}; color: {colours.text};
}}
QPushButton:hover {{ border-color: {colours.accent}; }}
QPushButton:pressed, QPushButton:default {{ background: {colours.accent}; color: {colours.on_accent}; }}
QPushButton:focus {{ border: 2px solid {colours.accent}; padding: 4px 11px; }}
QPushButton:default:focus {{ border-color: {colours.text}; }}
QPushButton:disabled {{ background: {colours.window}; color: {colours.disabled}; }}
QPushButton[tone="left"] {{ text-align: left; }}
QPushButton[tone="answer"] {{ text-align: left; padding: 8px 12px; }}
QPushButton[tone^="group"] {{ padding: 8px 10px; background: {colours.window}; }}
QPushButton[tone="group bad"] {{ color: {colours.bad}; }}
QPushButton[tone="group warning"] {{ color: {colours.warning}; }}
QPushButton[tone="group none"] {{ color: {colours.disabled}; }}
QPushButton[tone^="group"]:checked {{
  border: 2px solid {colours.accent}; padding: 7px 9px; background: {colours.base};
}}
QPushButton[tone^="group"]:focus {{ border: 2px solid {colours.text}; padding: 7px 9px; }}
QToolButton[tone="page"] {{
  border: 1px solid {colours.window}; border-bottom: 4px solid {colours.window}; border-radius: 4px; padding: 3px 8px;
}}
QToolButton[tone="page"]:hover {{ border-bottom-color: {colours.edge}; }}
QToolButton[tone="page"]:checked {{
  border-color: {colours.edge}; border-bottom-color: {colours.accent}; background: {colours.base}; font-weight: bold;
}}
QToolButton[tone="page"]:focus {{ border-color: {colours.accent}; }}
QCheckBox::indicator, QRadioButton::indicator {{
  width: 14px; height: 14px; border: 1px solid {colours.edge}; border-radius: 3px; background: {colours.base};
}}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {colours.accent}; }}
QCheckBox::indicator:checked, QRadioButton::indicator:checked {{
  background: {ticked}; image: url("{assets.icon("check").as_posix()}");
}}
QAbstractItemView {{ border: 1px solid {colours.edge}; gridline-color: {colours.alternate}; }}
QHeaderView {{ border: none; }}
QHeaderView::section {{
  border: none; border-bottom: 1px solid {colours.edge}; padding: 4px 6px;
  background: {colours.button}; color: {colours.text};
}}
QMenu, QToolTip {{
  border: 1px solid {colours.edge}; background: {colours.base}; color: {colours.text}; padding: 3px;
}}
QMenu::item:selected {{ background: {colours.accent}; color: {colours.on_accent}; }}
QMenu::item:disabled {{ color: {colours.disabled}; }}
QLabel[tone="heading"] {{ font-weight: bold; font-size: 13pt; }}
QLabel[tone="strong"] {{ font-weight: bold; }}
QLabel[tone="clock"] {{ font-weight: bold; font-size: 15pt; }}
QLabel[tone="greeting"] {{ font-size: 20pt; }}
QFrame[tone="strip"] {{ background: {colours.strip}; border: 1px solid {colours.on_strip}; border-radius: 4px; }}
QToolButton[tone="strip"] {{
  background: {colours.strip}; color: {colours.on_strip}; border: 1px solid {colours.on_strip}; border-radius: 4px;
  padding: 3px 8px;
}}
QFrame[tone="strip"] QLabel {{ color: {colours.on_strip}; border: none; }}
{tones}"""
