"""The People page: everybody in one table, found by words and choices, with the selected person and their history."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from checkin.desk.arrive import arrive
from checkin.desk.change_many import change_many
from checkin.desk.correct import correct
from checkin.desk.find import everybody
from checkin.desk.register import register
from checkin.domain.delegates import Field
from checkin.domain.listing import ListColumn, Trait
from checkin.ui.arrivals.arrivals_page import ArrivalsPage
from checkin.ui.frames.person_form import PersonForm
from checkin.ui.people.columns import USUAL
from checkin.ui.people.columns_panel import ColumnsPanel
from tests.ui.desks import MFA, NOW, STAFF
from tests.ui.people.conftest import ALT, CONTROL, SHIFT

if TYPE_CHECKING:
    from tests.ui.people.conftest import Hands

EVERYBODY = [
    "<b>BOLD</b> & Co", "CHEA Vanna", "KEM Rith", "LY Nary", "MAO Tevy", "MARTIN Jean-Pierre", "SOK Sopheap",
    "SOK Sopheap",
]  # fmt: skip


def test_everybody_stands_in_the_order_of_names_and_is_counted(hands: Hands) -> None:
    QAbstractItemModelTester(hands.page.people.model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    assert hands.names == EVERYBODY
    assert hands.page.filters.count.text() == "8 of 8"
    assert hands.page.table.columns == USUAL


def test_letters_typed_anywhere_filter_the_table_and_esc_shows_everybody(hands: Hands) -> None:
    hands.page.table.setFocus()
    hands.type("chea")
    found, count = hands.names, hands.page.filters.count.text()
    hands.press(Qt.Key.Key_Escape)

    assert (found, count) == (["CHEA Vanna"], "1 of 8")
    assert hands.names == EVERYBODY


def test_chips_and_boxes_combine(hands: Hands) -> None:
    arrive(hands.desk.file, STAFF, [hands.desk.known("chea").delegate.id], NOW)
    filters = hands.page.filters
    filters.chips[Trait.ARRIVED].click()
    hands.settle()
    arrived = hands.names
    filters.chips[Trait.EXPECTED].click()
    filters.delegation.setCurrentIndex(filters.delegation.findData(MFA))
    filters.delegation.activated.emit(filters.delegation.currentIndex())
    hands.settle()
    both = hands.names
    filters.everybody.click()
    hands.settle()

    assert arrived == ["CHEA Vanna"]
    assert both == ["CHEA Vanna", "KEM Rith", "SOK Sopheap"]
    assert hands.names == EVERYBODY
    assert not filters.everybody.isEnabled()


def test_an_empty_table_says_why_and_what_to_do(hands: Hands) -> None:
    hands.type("nobody")
    nobody = hands.page.table.hint
    hands.page.filters.clear()
    hands.settle()

    assert nobody == "Nobody fits these choices. “Show everybody” clears them."
    assert hands.page.table.hint.startswith("Nobody is registered yet.")  # seen only while that is so


def test_a_click_on_a_head_sorts_all_and_whoever_is_selected_stays_selected(hands: Hands) -> None:
    hands.choose("LY Nary")
    page = hands.page
    page.table.put_in_order(USUAL.index(ListColumn.ATTENTION), is_down=False)
    hands.settle()

    assert hands.names[0] == "LY Nary"
    assert page.table.currentIndex().row() == 0
    assert page.table.order == (USUAL.index(ListColumn.ATTENTION), False)


def test_columns_are_ticked_moved_and_remembered(hands: Hands) -> None:
    hands.press(Qt.Key.Key_C, CONTROL | SHIFT)
    panel = hands.page.side.currentWidget()
    assert isinstance(panel, ColumnsPanel)
    panel.list.setCurrentRow(1)
    hands.press(Qt.Key.Key_Space)
    panel.list.setCurrentRow(2)
    hands.press(Qt.Key.Key_Up, ALT)
    hands.press(Qt.Key.Key_Return)
    chosen, state = hands.page.table.columns, hands.page.state
    hands.page.people.show_columns(USUAL)
    hands.page.take_state(state)

    assert chosen == (ListColumn.NAME, ListColumn.CATEGORY, *USUAL[3:])
    assert hands.page.table.columns == chosen


def test_a_column_that_was_dragged_stays_where_it_is(hands: Hands) -> None:
    header = hands.page.table.horizontalHeader()
    header.moveSection(2, 0)
    state = hands.page.state
    hands.page.people.show_columns(USUAL)
    hands.page.take_state(state)

    assert hands.page.table.columns[:3] == (ListColumn.CATEGORY, ListColumn.NAME, ListColumn.NATIVE_NAME)


def test_what_is_chosen_comes_back_and_the_words_do_not(hands: Hands) -> None:
    hands.choose("KEM Rith")
    page = hands.page
    page.filters.chips[Trait.EXPECTED].click()
    page.filters.category.setCurrentIndex(page.filters.category.findData("M"))
    page.filters.category.activated.emit(page.filters.category.currentIndex())
    hands.type("kem")
    page.table.put_in_order(1, is_down=True)
    hands.settle()
    state = page.state
    page.filters.clear()
    page.take_state(state)
    hands.open("reports")
    hands.open()

    assert "kem" not in str(state.values()).casefold()
    assert page.filters.chips[Trait.EXPECTED].isChecked()
    assert page.people.sought.category == "M"
    assert (page.people.sought.order, page.people.sought.is_down) == (ListColumn.NATIVE_NAME, True)
    assert page.table.current == hands.desk.known("kem").delegate.id


def test_the_selected_person_is_shown_with_their_history(hands: Hands) -> None:
    who = hands.desk.known("chea").delegate.id
    correct(hands.desk.file, STAFF, who, {Field.PHONE: "12"})
    hands.choose("CHEA Vanna")

    assert "CHEA Vanna" in hands.page.panel.card.text
    assert hands.history == ["Phone: – → 12", "registered"]
    assert "Bopha, Desk 2" in hands.page.panel.history.lines[0]


def test_a_line_of_the_history_is_undone_at_once_and_brought_back(hands: Hands) -> None:
    who = hands.desk.known("chea").delegate.id
    correct(hands.desk.file, STAFF, who, {Field.PHONE: "12"})
    hands.choose("CHEA Vanna")
    (newest, *_) = hands.page.panel.history.undo_buttons.values()
    newest.setFocus()
    newest.click()
    hands.settle()
    undone, phone = hands.page.panel.history.lines[0], hands.desk.known("chea").delegate.phone
    keeps_focus = hands.page.panel.history.isAncestorOf(hands.window.focusWidget())
    hands.press(Qt.Key.Key_Z, CONTROL | SHIFT)

    assert (phone, keeps_focus) == ("", True)
    assert " · undone " in undone
    assert " · undone " not in hands.page.panel.history.lines[0]
    assert hands.desk.known("chea").delegate.phone == "12"


def test_an_act_of_many_is_undone_from_a_history_only_after_a_question(hands: Hands) -> None:
    people = [each.delegate.id for each in everybody(hands.desk.file)]
    change_many(hands.desk.file, STAFF, people, Field.COUNTRY, "Laos")
    hands.choose("CHEA Vanna")
    (newest, *_) = hands.page.panel.history.undo_buttons.values()
    newest.click()
    hands.settle()
    before = hands.desk.known("kem").delegate.country
    asked = hands.question.accessibleName()
    hands.press(Qt.Key.Key_Return)

    assert before == "Laos"
    assert asked.startswith("Undo this act: 8 people?")
    assert hands.desk.known("kem").delegate.country == ""
    assert not hands.page.side.is_asking


def test_what_others_record_is_seen_at_once_and_the_selection_stays(hands: Hands) -> None:
    hands.choose("KEM Rith", "LY Nary")
    new = register(hands.desk.file, STAFF, {Field.FAMILY_NAME: "AN", Field.CATEGORY: "M"}).delegate.id
    correct(hands.desk.file, STAFF, hands.desk.known("kem").delegate.id, {Field.GIVEN_NAME: "Ritha"})
    hands.desk.changes.delegates_changed.emit(frozenset({new, hands.desk.known("kem").delegate.id}))
    hands.settle()

    assert hands.names[:4] == ["AN", "<b>BOLD</b> & Co", "CHEA Vanna", "KEM Ritha"]
    assert hands.page.table.number_selected == 2
    assert hands.page.filters.count.text() == "9 of 9"


def test_f7_on_arrivals_opens_the_person_who_is_selected_there(hands: Hands) -> None:
    hands.page.filters.chips[Trait.ATTENTION].click()
    hands.open("arrivals")
    arrivals = hands.window.page
    assert isinstance(arrivals, ArrivalsPage)
    hands.type("kem")
    hands.press(Qt.Key.Key_F7)

    assert hands.page.table.current == hands.desk.known("kem").delegate.id
    assert "KEM Rith" in hands.page.panel.card.text


def test_a_person_is_corrected_by_enter_and_a_doubt_forbids_nothing(hands: Hands) -> None:
    hands.choose("KEM Rith")
    hands.page.table.setFocus()
    hands.press(Qt.Key.Key_Return)
    hands.fill_in(Field.EMAIL, "by telephone")
    hands.fill_in(Field.PRECEDENCE, "12,5")
    hands.form._soon.timeout.emit()  # type: ignore[attr-defined]
    hands.settle()
    notes = hands.form.notes()
    hands.press(Qt.Key.Key_Return)
    person = hands.desk.known("kem").delegate

    assert notes == {Field.EMAIL: "This is no e-mail address."}
    assert (person.email, person.precedence) == ("by telephone", 12.5)
    assert hands.page.told.text() == "KEM Rith: corrected"
    assert not hands.page.side.is_asking
    assert hands.page.undo.named


def test_what_is_no_number_is_wrong_and_stays_in_the_form(hands: Hands) -> None:
    hands.choose("KEM Rith")
    hands.press(Qt.Key.Key_E, CONTROL)
    hands.fill_in(Field.PRECEDENCE, "first")
    hands.press(Qt.Key.Key_Return)

    assert hands.form.wrong() == {Field.PRECEDENCE: "Write a number, or nothing."}


def test_a_new_person_is_registered_and_selected(hands: Hands) -> None:
    hands.press(Qt.Key.Key_N, CONTROL)
    form = hands.form
    assert isinstance(form, PersonForm)
    hands.fill_in(Field.FAMILY_NAME, "AN")
    hands.press(Qt.Key.Key_Return)
    missing = not hands.desk.troubles and hands.page.side.is_asking
    hands.fill_in(Field.CATEGORY, "A")
    hands.press(Qt.Key.Key_Return)

    assert missing
    assert hands.names[0] == "AN"
    assert hands.page.table.current == hands.desk.known("an").delegate.id
    assert hands.page.told.text() == "AN: registered"


def test_a_form_that_was_begun_is_kept_until_esc_is_pressed_twice(hands: Hands) -> None:
    hands.press(Qt.Key.Key_N, CONTROL)
    hands.fill_in(Field.FAMILY_NAME, "AN")
    hands.press(Qt.Key.Key_N, CONTROL)
    kept, told = hands.page.is_begun, hands.page.told.text()
    hands.press(Qt.Key.Key_Escape)

    assert kept
    assert told == "Esc once more gives up what was filled in."
    assert not hands.page.side.is_asking


def test_exactly_what_is_shown_is_saved_in_its_order(hands: Hands) -> None:
    page = hands.page
    page.people.show_columns((ListColumn.CATEGORY, ListColumn.NAME, ListColumn.ATTENTION))
    page.filters.chips[Trait.EXPECTED].click()
    page.table.put_in_order(1, is_down=True)
    hands.settle()
    page.saving.save_as("csv")
    hands.settle()
    page.saving.save_as("xlsx")
    hands.settle()
    (written,) = hands.folder.glob("people-*.csv")
    rows = list(csv.reader(written.read_text(encoding="utf-8-sig").splitlines()))

    assert [row[1] for row in rows if len(row) > 1][1:] == [
        "SOK Sopheap", "SOK Sopheap", "LY Nary", "KEM Rith", "CHEA Vanna", "<b>BOLD</b> & Co",
    ]  # fmt: skip
    assert list(hands.folder.glob("people-*.xlsx"))
    assert page.saved.text.endswith(": 6 rows")


def test_after_saving_by_click_the_focus_is_in_the_table_and_not_on_an_undo_button(hands: Hands) -> None:
    hands.choose("LY Nary")
    button = hands.page.saving.buttons["csv"]
    button.setFocus()
    button.click()
    hands.settle()

    assert hands.page.table.hasFocus()
