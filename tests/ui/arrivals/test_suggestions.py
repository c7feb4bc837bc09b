"""A search that finds nobody: who else it may be, and that nobody is received by one key too many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from checkin.desk.arrive import arrive
from checkin.desk.register import register
from checkin.domain.delegates import Field
from tests.ui.desks import NOW, STAFF

if TYPE_CHECKING:
    from tests.ui.arrivals.conftest import Hands


def rows(hands: Hands) -> list[str]:
    """What stands in the list, from above."""
    model = hands.page.finder.results
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def marked(hands: Hands) -> str:
    return str(hands.page.finder.list.currentIndex().data() or "")


def has_arrived(hands: Hands, text: str) -> bool:
    return hands.desk.known(text).arrival is not None


def test_whose_name_was_mistyped_is_listed_under_a_heading_and_the_walk_in_comes_last(hands: Hands) -> None:
    hands.look_for("jea wana")

    assert rows(hands) == [
        "Nobody is called “jea wana”. Spelt nearly like that:",
        "CHEA Vanna, Ministry of Foreign Affairs, Ministries, expected",
        "None of these? Ctrl+N registers somebody on site.",
    ]
    assert marked(hands) == ""
    assert hands.page.finder.chosen is None
    assert "arrow keys" in hands.page.side.card.text


def test_each_clue_has_its_heading(hands: Hands) -> None:
    hands.look_for("vana foreignxy")

    assert [each for each in rows(hands) if "expected" not in each] == [
        "Nobody is called “vana foreignxy”. With fewer letters, “vana foreign”:",
        "None of these? Ctrl+N registers somebody on site.",
    ]
    hands.look_for("rithx royal")
    assert [each for each in rows(hands) if "expected" not in each] == [
        "Nobody is called “rithx royal”. Organisation or position “royal”:",
        "Sounds alike:",
        "None of these? Ctrl+N registers somebody on site.",
    ]


def test_a_suggestion_is_chosen_by_one_enter_and_received_by_the_next(hands: Hands) -> None:
    hands.look_for("jea wana")
    hands.press(Qt.Key.Key_Down)
    assert marked(hands).startswith("CHEA Vanna")
    assert "Enter chooses" in hands.page.side.card.text
    assert not hands.page.side.main.isEnabled()

    hands.enter()
    assert not has_arrived(hands, "chea")
    assert hands.page.finder.chosen is not None
    assert hands.names == ["CHEA Vanna"]
    assert "CHEA Vanna" in hands.page.side.card.text

    hands.enter()
    assert has_arrived(hands, "chea")
    assert len(hands.queued) == 1


@pytest.mark.parametrize("text", ["jea wana", "rithx royal", "sokx"])
def test_however_often_enter_is_pressed_whoever_is_not_marked_is_left_alone(hands: Hands, text: str) -> None:
    hands.look_for("")
    with hands.quicker_than_the_desk():
        hands.type(text)
        hands.press(Qt.Key.Key_Return)
        hands.press(Qt.Key.Key_Return)
    hands.enter()
    hands.enter()

    assert hands.page.finder.chosen is None
    assert hands.queued == []


def test_a_held_enter_chooses_and_does_not_receive(hands: Hands) -> None:
    hands.look_for("jea wana")
    hands.press(Qt.Key.Key_Down)
    hands.hold(Qt.Key.Key_Return)

    assert hands.names == ["CHEA Vanna"]
    assert not has_arrived(hands, "chea")


def test_headings_are_passed_over_by_the_arrows(hands: Hands) -> None:
    hands.look_for("rithx royal")
    seen = []
    for _ in range(8):
        hands.press(Qt.Key.Key_Down)
        seen.append(marked(hands))

    assert all("expected" in each for each in seen)
    assert [each.split(",")[0] for each in seen[:2]] == ["SOK Sopheap", "KEM Rith"]


def test_a_double_click_chooses_a_suggestion_and_receives_nobody(hands: Hands) -> None:
    hands.look_for("jea wana")
    list_ = hands.page.finder.list
    place: QPoint = list_.visualRect(hands.page.finder.results.index(1)).center()
    QTest.mouseClick(list_.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(list_.viewport(), Qt.MouseButton.LeftButton, pos=place)
    hands.settle()

    assert not has_arrived(hands, "chea")
    assert hands.names == ["CHEA Vanna"]


def test_the_next_letter_begins_the_next_search(hands: Hands) -> None:
    hands.look_for("jea wana")
    hands.press(Qt.Key.Key_Down)
    hands.enter()
    hands.type("kem")
    hands.settle()

    assert hands.page.finder.search.text() == "kem"
    assert hands.names == ["KEM Rith"]


def test_a_later_key_drops_the_suggestions_of_an_earlier_text(hands: Hands) -> None:
    with hands.quicker_than_the_desk():
        hands.type("jea wana")
        hands.press(Qt.Key.Key_Escape)
        hands.type("chea")
    assert hands.names == ["CHEA Vanna"]

    hands.look_for("qqqq")
    assert rows(hands) == []
    assert "Try fewer letters, or the organisation" in hands.page.side.card.text


def test_what_another_desk_does_shows_among_the_suggestions(hands: Hands) -> None:
    hands.look_for("jea wana")
    hands.press(Qt.Key.Key_Down)
    desk = hands.desk
    arrive(desk.file, STAFF, [desk.known("chea").delegate.id], NOW)
    desk.changes.delegates_changed.emit(frozenset())
    hands.settle()

    assert "✔" in marked(hands)
    assert marked(hands).startswith("CHEA Vanna")

    register(desk.file, STAFF, {Field.FAMILY_NAME: "JEA", Field.GIVEN_NAME: "Wana", Field.CATEGORY: "M"})
    desk.changes.delegates_changed.emit(frozenset())
    hands.settle()
    assert hands.names == ["JEA Wana"]


def with_chan(hands: Hands) -> None:
    desk = hands.desk
    for family in ("CHENG", "CHAN"):
        details = {Field.FAMILY_NAME: family, Field.GIVEN_NAME: "Makara", Field.CATEGORY: "M"}
        register(desk.file, STAFF, details)


def test_below_few_who_are_found_stand_those_who_are_spelt_nearly_so(hands: Hands) -> None:
    with_chan(hands)
    hands.look_for("chen makara")

    assert [each.split(",")[0] for each in rows(hands)] == [
        "CHENG Makara",
        "Spelt nearly like that:",
        "CHAN Makara",
    ]
    assert hands.names == ["CHENG Makara"]
    assert marked(hands).startswith("CHENG Makara")


def test_whoever_is_only_spelt_nearly_so_is_not_received_by_one_enter(hands: Hands) -> None:
    with_chan(hands)
    hands.look_for("chen makara")
    hands.press(Qt.Key.Key_Down)
    assert marked(hands).startswith("CHAN Makara")
    assert "Enter chooses" in hands.page.side.card.text

    hands.enter()
    assert not has_arrived(hands, "chan makara")
    assert hands.names == ["CHAN Makara"]

    hands.enter()
    assert has_arrived(hands, "chan makara")
    assert not has_arrived(hands, "cheng makara")


def test_enter_receives_whoever_was_found_above_those_spelt_nearly_so(hands: Hands) -> None:
    with_chan(hands)
    hands.look_for("chen makara")
    hands.enter()

    assert has_arrived(hands, "cheng makara")
    assert not has_arrived(hands, "chan makara")
