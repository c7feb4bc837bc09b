"""Whoever works by keyboard sees where the keyboard is, on everything that can have it, in every palette."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from checkin.domain.colours import contrast
from checkin.pictures.scenes import SCENES, WITHOUT_EVENT
from checkin.settings import Palette
from checkin.ui.door.panel import VerdictPanel
from checkin.ui.frames.question import Question

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from checkin.pictures.stage import Stage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)
LOOKED_AT: Final = (
    "start", "arrivals-selected", "arrivals-arrived", "arrivals-correction", "arrivals-form", "arrivals-delegation",
    "arrivals-question", "arrivals-reprint", "door-asked", "door-too-early", "door-blocked", "door-search",
    "reports-of-a-session", "import-looked-at", "settings-staff", "trouble", "people-history", "people-columns",
)  # fmt: skip
HAVE_NO_EDGE: Final = (VerdictPanel, Question)
"""These fill their place and take keys for the page, whose keys work wherever the keyboard is."""
_RING: Final = 4
_ENOUGH: Final = 3.0


@pytest.mark.parametrize("palette", Palette)
def test_the_keyboard_is_seen_on_everything_that_can_have_it(
    stage: Stage, demo_event: Path, palette: Palette
) -> None:
    stage.program.look.wear(palette)
    seen, unseen = set[tuple[object, ...]](), list[str]()
    for scene in (*WITHOUT_EVENT, *SCENES):
        if scene is SCENES[0]:
            stage.open(demo_event)
        if scene.name not in LOOKED_AT:
            continue
        stage.clear()
        scene.play(stage)
        for widget in focusable():
            if kind(widget) not in seen:
                seen.add(kind(widget))
                unseen += [f"{scene.name}: {kind(widget)}"] if not is_seen(widget) else []
    stage.program.look.wear(Palette.LIGHT)

    assert len(seen) > 15
    assert unseen == []


def focusable() -> list[QWidget]:
    """Everything on the screen that Tab leads to."""
    return [
        widget
        for widget in QApplication.allWidgets()
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, (QMenu, *HAVE_NO_EDGE))
        and not widget.visibleRegion().isEmpty()
    ]


def kind(widget: QWidget) -> tuple[object, ...]:
    """What the style sheet distinguishes."""
    names = ("tone", "autoRaise", "default", "checked")
    return (type(widget).__name__, *(f"{name}={widget.property(name)}" for name in names))


def is_seen(widget: QWidget) -> bool:
    """Whether the edge of the widget, or the box of a tick, is drawn otherwise while the keyboard is there."""
    pictures = []
    for act in (widget.clearFocus, lambda: widget.setFocus(Qt.FocusReason.TabFocusReason)):
        act()
        QApplication.processEvents()
        pictures.append(widget.grab().toImage())
    least = (
        widget.width() if not isinstance(widget, QAbstractButton) else min(widget.width(), widget.height())
    )
    return changed(*pictures, whole=widget.height() < 30) >= least


def changed(before: QImage, after: QImage, *, whole: bool) -> int:
    """How many dots of the edge have clearly another colour than before."""
    box = before.rect()
    inner = box.adjusted(_RING, _RING, -_RING, -_RING) if not whole else QRect()
    return sum(
        before.pixel(x, y) != after.pixel(x, y)
        and contrast(before.pixelColor(x, y).name(), after.pixelColor(x, y).name()) >= _ENOUGH
        for x in range(box.width())
        for y in range(box.height())
        if not inner.contains(x, y)
    )
