"""Whether each text on the screen has room in its box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QToolButton,
    QWidget,
)

from checkin.ui.stack import PageStack

if TYPE_CHECKING:
    from collections.abc import Iterator

_AIR: Final = 1
"""Dots that rounding may take."""
_WITHOUT_END: Final = 100_000


def cut_texts(window: QWidget, *, may_scroll: bool = False) -> list[str]:
    """Each text of the window, and of the small windows in front of it, that is cut; a sentence for each.

    Where the page `may_scroll` as a whole, what is scrolled out of sight is not cut.
    """
    bars = [] if may_scroll else [bar for bar in _bars(window) if bar.isVisible()]
    told = [f"the page is scrolled: {bar.maximum()} dots" for bar in bars]
    for top in QApplication.topLevelWidgets():
        if top is window or (top.isVisible() and isinstance(top, QMenu | QDialog)):
            for widget in (top, *top.findChildren(QWidget)):
                if widget.isVisible() and widget.window() is top:
                    told += list(_trouble(widget, may_scroll=may_scroll))
    return told


def _trouble(widget: QWidget, *, may_scroll: bool) -> Iterator[str]:
    text = _text_of(widget)
    if text:
        wanted, given = _wanted(widget), _given(widget)
        name = f"{type(widget).__name__} “{text[:60]}”"
        if (
            wanted.width() > given.width() + _AIR or wanted.height() > given.height() + _AIR
        ) and not _is_told(widget, text):
            yield f"{name} wants {wanted.width()} × {wanted.height()}, has {given.width()} × {given.height()}"
        hidden = _hidden(widget, may_scroll=may_scroll)
        if hidden:
            yield f"{name} is {hidden}"
    if isinstance(widget, QHeaderView):
        yield from _cut_headings(widget)


def _text_of(widget: QWidget) -> str:
    match widget:
        case QLabel() | QAbstractButton():
            return widget.text()
        case QComboBox():
            return widget.currentText()
        case QLineEdit() if not widget.text():
            return widget.placeholderText()
        case _:
            return ""


def _is_told(widget: QWidget, text: str) -> bool:
    """Whether the tool tip has the whole of what is cut on purpose."""
    return text.strip().replace("&", "") in widget.toolTip()


def _wanted(widget: QWidget) -> QSize:
    metrics, text = widget.fontMetrics(), _text_of(widget)
    if isinstance(widget, QLabel):
        return _wanted_by_label(widget)
    size = metrics.size(Qt.TextFlag.TextShowMnemonic.value, text)
    if isinstance(widget, QAbstractButton) and not widget.icon().isNull():
        gap = 4
        size.setWidth(size.width() + widget.iconSize().width() + gap)
    return size


def _wanted_by_label(label: QLabel) -> QSize:
    if label.textFormat() is Qt.TextFormat.RichText:
        document = QTextDocument()
        document.setDefaultFont(label.font())
        document.setHtml(label.text())
        document.setTextWidth(label.contentsRect().width())
        return QSize(round(document.idealWidth()), 0 if _scrolls(label) else round(document.size().height()))
    flags = Qt.TextFlag.TextWordWrap.value if label.wordWrap() else 0
    flags |= Qt.TextFlag.TextShowMnemonic.value if label.buddy() is not None else 0
    room = QRect(0, 0, label.contentsRect().width() if label.wordWrap() else _WITHOUT_END, _WITHOUT_END)
    return (
        label.fontMetrics().boundingRect(room, flags | Qt.TextFlag.TextExpandTabs.value, label.text()).size()
    )


def _given(widget: QWidget) -> QSize:
    style = widget.style()
    match widget:
        case QPushButton():
            option = QStyleOptionButton()
            widget.initStyleOption(option)
            return style.subElementRect(QStyle.SubElement.SE_PushButtonContents, option, widget).size()
        case QCheckBox() | QRadioButton():
            option = QStyleOptionButton()
            widget.initStyleOption(option)
            return style.subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, widget).size()
        case QToolButton():
            return widget.size() - QSize(4, 2)
        case QComboBox():
            box = QStyleOptionComboBox()
            widget.initStyleOption(box)
            return style.subControlRect(
                QStyle.ComplexControl.CC_ComboBox, box, QStyle.SubControl.SC_ComboBoxEditField, widget
            ).size()
        case QLineEdit():
            return widget.contentsRect().size() - QSize(8, 0)
        case _:
            return widget.contentsRect().size()


def _hidden(widget: QWidget, *, may_scroll: bool) -> str:
    """How a part of the widget is hidden by what is around it; "" if all of it is seen or can be scrolled to."""
    if _scrolls(widget, may_scroll=may_scroll):
        return ""
    seen = widget.visibleRegion().boundingRect().size()
    if seen.width() < widget.width() - _AIR or seen.height() < widget.height() - _AIR:
        return f"seen as {seen.width()} × {seen.height()} of {widget.width()} × {widget.height()}"
    return ""


def _bars(window: QWidget) -> list[QScrollBar]:
    """The scroll bars of the page as a whole."""
    stacks = window.findChildren(PageStack)
    return [bar for each in stacks for bar in (each.horizontalScrollBar(), each.verticalScrollBar())]


def _scrolls(widget: QWidget, *, may_scroll: bool = False) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and (may_scroll or not isinstance(above, PageStack)):
            return True
        above = above.parentWidget()
    return False


def _cut_headings(header: QHeaderView) -> Iterator[str]:
    table, model = header.parentWidget(), header.model()
    if (
        model is None
        or not isinstance(table, QAbstractScrollArea)
        or header.orientation() is Qt.Orientation.Vertical
    ):
        return
    for section in range(header.count()):
        text = str(model.headerData(section, header.orientation()) or "")
        tip = str(model.headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole) or "")
        wanted = header.fontMetrics().horizontalAdvance(text) + 4
        if text and text not in tip and header.sectionSize(section) < wanted:
            yield f"heading “{text}” wants {wanted}, has {header.sectionSize(section)}"
