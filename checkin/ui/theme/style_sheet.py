"""The Qt style sheet, for what a palette cannot set: visible edges and focus, and the tones of widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin import assets
from checkin.domain.colours import BLACK, WHITE, text_colour_on

if TYPE_CHECKING:
    from checkin.ui.theme.colours import Colours

TONES: Final = ("muted", "good", "warning", "bad")
"""The tones of labels: a label whose property `tone` is one of these names is drawn in the colour of that name.

A frame with the tone "strip" is in the colours of an error, a frame with the tone "calm" in those of good news.
"""


def style_sheet(colours: Colours, points: float) -> str:
    """The text of the Qt style sheet in these colours; `points` is the usual size of texts.

    The style sheet sets what a Qt palette cannot: edges, a visible focus, and special colours for some labels, buttons
    and frames (those with the property `tone`). It also makes the list of a combo box open below the box
    (`combobox-popup`), so that the list does not cover the window.
    """
    tones = "".join(f'QLabel[tone="{tone}"] {{ color: {getattr(colours, tone)}; }}\n' for tone in TONES)
    tick, arrow = round(points * 1.4), round(points / 2)
    ticked, held = (
        ground if text_colour_on(ground) == BLACK else WHITE for ground in (colours.accent, colours.disabled)
    )
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {{
  border: 1px solid {colours.edge}; border-radius: 4px; padding: 4px 7px;
  background: {colours.base}; color: {colours.text};
}}
QLineEdit {{ placeholder-text-color: {colours.muted}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
  border: 2px solid {colours.accent}; padding: 3px 6px;
}}
QComboBox {{ combobox-popup: 0; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: none; padding: 0; background: transparent; }}
QComboBox::drop-down, QDateEdit::drop-down, QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
  border: none; width: {arrow * 4 + 2}px;
}}
QComboBox::down-arrow, QDateEdit::down-arrow, QAbstractSpinBox::down-arrow {{
  width: 0; height: 0; border: {arrow}px solid {colours.base}; border-bottom: none;
  border-top: {arrow + 1}px solid {colours.text};
}}
QAbstractSpinBox::up-arrow {{
  width: 0; height: 0; border: {arrow}px solid {colours.base}; border-top: none;
  border-bottom: {arrow + 1}px solid {colours.text};
}}
QPushButton {{
  border: 1px solid {colours.edge}; border-radius: 4px; padding: 5px 12px;
  background: {colours.button}; color: {colours.text};
}}
QPushButton:hover {{ border-color: {colours.accent}; }}
QPushButton:pressed, QPushButton:default {{ background: {colours.accent}; color: {colours.on_accent}; }}
QPushButton:focus {{ border: 2px solid {colours.accent}; padding: 4px 11px; }}
QPushButton:default:focus {{ border: 4px double {colours.on_accent}; padding: 2px 9px; }}
QPushButton:disabled {{ background: {colours.window}; color: {colours.disabled}; }}
QLabel[tone="more"] {{ background: {colours.button}; color: {colours.text}; border: 1px solid {colours.edge}; }}
QPushButton[tone="left"] {{ text-align: left; }}
QPushButton[tone="way"] {{ text-align: left; padding: 12px 14px; }}
QPushButton[tone="way"]:focus {{ padding: 11px 13px; }}
QPushButton[tone="answer"] {{ text-align: left; padding: 8px 12px; }}
QPushButton[tone^="group"] {{ padding: 8px 10px; background: {colours.window}; }}
QPushButton[tone="group bad"] {{ color: {colours.bad}; }}
QPushButton[tone="group warning"] {{ color: {colours.warning}; }}
QPushButton[tone="group none"] {{ color: {colours.disabled}; }}
QPushButton[tone^="group"]:checked {{
  border: 2px solid {colours.accent}; padding: 7px 9px; background: {colours.base};
}}
QPushButton[tone^="group"]:focus {{ border: 4px double {colours.accent}; padding: 5px 7px; }}
QToolButton {{
  border: 1px solid {colours.edge}; border-radius: 4px; padding: 4px 8px;
  background: {colours.button}; color: {colours.text};
}}
QToolButton[autoRaise="true"] {{ border-color: {colours.window}; background: {colours.window}; padding: 2px 4px; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton:hover {{ border-color: {colours.accent}; }}
QToolButton:pressed {{ background: {colours.accent}; color: {colours.on_accent}; }}
QToolButton:disabled {{ background: {colours.window}; color: {colours.disabled}; }}
QToolButton:focus {{ border: 2px solid {colours.accent}; padding: 3px 7px; }}
QToolButton[autoRaise="true"]:focus {{ border: 2px solid {colours.accent}; padding: 1px 3px; }}
QToolButton[tone="page"] {{
  background: {colours.window};
  border: 1px solid {colours.window}; border-bottom: 4px solid {colours.window}; border-radius: 4px; padding: 3px 8px;
}}
QToolButton[tone="page"]:hover {{ border-bottom-color: {colours.edge}; }}
QToolButton[tone="page"]:checked {{
  border-color: {colours.edge}; border-bottom-color: {colours.accent}; background: {colours.base}; font-weight: bold;
}}
QToolButton[tone="page"]:focus {{
  border: 2px solid {colours.accent}; border-bottom-width: 4px; padding: 2px 7px 3px 7px;
}}
QTabBar::tab {{
  border: 1px solid {colours.edge}; border-bottom: 4px solid {colours.window}; padding: 4px 11px;
  background: {colours.button}; color: {colours.text};
}}
QTabBar::tab:selected {{ border-bottom-color: {colours.accent}; background: {colours.base}; }}
QTabBar::tab:selected:focus {{
  border: 2px solid {colours.accent}; border-bottom-width: 4px; padding: 3px 10px 4px 10px;
}}
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{
  width: {tick}px; height: {tick}px; border: 1px solid {colours.edge}; border-radius: 3px; background: {colours.base};
}}
QRadioButton::indicator {{ border-radius: {tick // 2 + 1}px; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {colours.accent}; }}
QCheckBox::indicator:checked, QRadioButton::indicator:checked, QAbstractItemView::indicator:checked {{
  background: {ticked}; image: url("{assets.icon("check").as_posix()}");
}}
QCheckBox::indicator:checked:disabled, QAbstractItemView::indicator:checked:disabled {{ background: {held}; }}
QAbstractItemView {{ border: 1px solid {colours.edge}; padding: 1px; gridline-color: {colours.alternate}; }}
QAbstractItemView:focus {{ border: 2px solid {colours.accent}; padding: 0; }}
QScrollArea[tone="lines"] {{ border: 2px solid {colours.window}; }}
QScrollArea[tone="lines"]:focus {{ border-color: {colours.accent}; }}
QProgressBar {{ border: 1px solid {colours.edge}; border-radius: 2px; background: {colours.base}; }}
QProgressBar::chunk {{ background: {colours.accent}; }}
QScrollBar {{ border: none; background: {colours.alternate}; }}
QScrollBar:vertical {{ width: 14px; }}
QScrollBar:horizontal {{ height: 14px; }}
QScrollBar::handle {{ background: {colours.edge}; border: 2px solid {colours.alternate}; border-radius: 5px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {colours.text}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QHeaderView {{ border: none; }}
QHeaderView::section {{
  border: none; border-bottom: 1px solid {colours.edge}; padding: 4px 3px;
  background: {colours.button}; color: {colours.text};
}}
QMenu, QToolTip {{
  border: 1px solid {colours.edge}; background: {colours.base}; color: {colours.text}; padding: 3px;
}}
QMenu::item:selected {{ background: {colours.accent}; color: {colours.on_accent}; }}
QMenu::item:disabled {{ color: {colours.disabled}; }}
QLabel[tone="heading"] {{ font-weight: bold; font-size: {points * 1.3:.1f}pt; }}
QLabel[tone="strong"] {{ font-weight: bold; }}
QLabel[tone="note"] {{
    font-weight: bold; color: {colours.warning}; border-left: 4px solid {colours.warning}; padding: 4px 8px;
}}
QLabel[tone="rehearsal"] {{
  font-weight: bold; background: {colours.warning}; color: {colours.base}; border-radius: 4px; padding: 3px 10px;
}}
QPushButton[tone="rehearsal"] {{
  font-weight: bold; background: {colours.warning}; color: {colours.base}; border-color: {colours.warning};
  padding: 3px 10px;
}}
QPushButton[tone="rehearsal"]:focus, QPushButton[tone="rehearsal"]:hover {{
  border: 2px solid {colours.text}; padding: 2px 9px;
}}
QLabel[tone="clock"] {{ font-weight: bold; font-size: {points * 1.5:.1f}pt; }}
QLabel[tone="greeting"] {{ font-size: {points * 2:.1f}pt; }}
QFrame[tone="strip"] {{ background: {colours.strip}; border: 1px solid {colours.on_strip}; border-radius: 4px; }}
QFrame[tone="calm"] {{ background: {colours.base}; border: 1px solid {colours.good}; border-radius: 4px; }}
QFrame[tone="calm"] QLabel {{ border: none; }}
QToolButton[tone="strip"] {{
  background: {colours.strip}; color: {colours.on_strip}; border: 1px solid {colours.on_strip}; border-radius: 4px;
  padding: 3px 8px;
}}
QToolButton[tone="calm"] {{
  background: {colours.base}; color: {colours.text}; border: 1px solid {colours.edge}; border-radius: 4px;
  padding: 3px 8px;
}}
QToolButton[tone="calm"]:hover, QToolButton[tone="calm"]:focus {{ border-color: {colours.good}; }}
QFrame[tone="strip"] QToolButton[autoRaise="true"] {{
  border-color: {colours.strip}; background: {colours.strip};
}}
QFrame[tone="strip"] QToolButton:hover, QFrame[tone="strip"] QToolButton:focus {{ border-color: {colours.on_strip}; }}
QToolButton[tone="strip"]:focus {{ border: 2px solid {colours.on_strip}; padding: 2px 7px; }}
QFrame[tone="strip"] QLabel {{ color: {colours.on_strip}; border: none; }}
{tones}"""
