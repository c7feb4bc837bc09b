"""Somebody who is registered twice: the card says so, and a key lays both registrations side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from checkin.desk.find import everybody
from checkin.ui.alike.compare_panel import ComparePanel

if TYPE_CHECKING:
    from tests.ui.arrivals.conftest import Hands


def test_the_card_leads_to_the_comparison_and_an_undo_takes_the_merge_back(hands: Hands) -> None:
    side = hands.page.side
    hands.look_for("sopheap")
    hands.qtbot.waitUntil(lambda: len(side.alike) == 1)

    assert "Registered twice? Compare with" in side.card.text
    hands.control(Qt.Key.Key_D)
    hands.qtbot.waitUntil(lambda: isinstance(side.currentWidget(), ComparePanel))
    hands.control(Qt.Key.Key_Return)
    hands.qtbot.waitUntil(lambda: not side.is_asking)
    hands.settle()
    assert [each.delegate.name for each in everybody(hands.desk.file)].count("SOK Sopheap") == 1
    hands.qtbot.waitUntil(lambda: "merged" in hands.page.undo_button.accessibleName())
    hands.control(Qt.Key.Key_Z)
    hands.settle()
    assert [each.delegate.name for each in everybody(hands.desk.file)].count("SOK Sopheap") == 2


def test_a_key_without_a_look_alike_says_so_and_esc_closes_a_comparison(hands: Hands) -> None:
    side = hands.page.side
    hands.look_for("vanna")
    hands.control(Qt.Key.Key_D)
    assert not side.is_asking
    hands.look_for("sopheap")
    hands.qtbot.waitUntil(lambda: len(side.alike) == 1)
    hands.control(Qt.Key.Key_D)
    hands.qtbot.waitUntil(lambda: isinstance(side.currentWidget(), ComparePanel))

    hands.press(Qt.Key.Key_Escape)

    hands.qtbot.waitUntil(lambda: not side.is_asking)
