"""The table of people reads only the rows in sight, and shows all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from checkin.desk.recording import record_many
from checkin.domain.facts import LongAct, Registered
from checkin.ui.people.people_model import PeopleModel
from checkin.wording import in_language
from tests.ui.desks import STAFF

if TYPE_CHECKING:
    from tests.ui.people.conftest import Hands

MANY = 3000


def fill(hands: Hands) -> None:
    """Register three thousand people at once."""
    facts = [Registered(f"d{n:05}", {"family_name": f"N{n:05}", "category": "M"}) for n in range(MANY)]
    record_many(hands.desk.file, STAFF, LongAct.IMPORT, facts, lambda _: None)
    hands.desk.changes.delegates_changed.emit(frozenset())
    hands.settle()


def test_the_last_of_many_rows_is_reached_and_only_rows_in_sight_are_read(hands: Hands) -> None:
    fill(hands)
    model, table = hands.page.people.model, hands.page.table
    far = model.texts_at(MANY // 2)
    table.scrollToBottom()
    table.viewport().repaint()
    hands.settle()
    known = sum(model.listed_at(row) is not None for row in range(model.rowCount()))

    assert far == ()
    assert model.texts_at(model.rowCount() - 20)[0].startswith("N0")
    assert model.rowCount() == MANY + 8
    assert known < 400


def test_all_rows_are_selected_at_once_and_stay_selected_when_the_order_changes(hands: Hands) -> None:
    fill(hands)
    hands.page.table.setFocus()
    hands.page.table.selectAll()
    hands.page.table.put_in_order(0, is_down=True)
    hands.settle()

    assert hands.page.table.number_selected == MANY + 8
    assert len(set(hands.page.table.selected)) == MANY + 8


def test_a_screen_reader_hears_the_head_and_the_cell(hands: Hands) -> None:
    model = hands.page.people.model
    row = hands.names.index("LY Nary")
    said = {
        model.headerData(column, Qt.Orientation.Horizontal): model.index(row, column).data(
            Qt.ItemDataRole.AccessibleTextRole
        )
        for column in range(model.columnCount())
    }

    assert said["Name"] == "Name: LY Nary"
    assert said["Attention"] == "Attention: yes"
    assert said["Category"] == "Category: Ministries"


def test_another_language_words_the_heads_and_the_cells_anew(hands: Hands) -> None:
    model = hands.page.people.model
    row = hands.names.index("MARTIN Jean-Pierre")
    before = model.texts_at(row)
    hands.desk.look.speak("fr")
    hands.settle()
    after = model.texts_at(row)
    hands.desk.look.speak("en")

    assert before[3] == "cancelled"
    assert after[3] == in_language("fr").text("cancelled")
    assert isinstance(model, PeopleModel)
