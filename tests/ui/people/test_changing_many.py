"""Many people are changed at once: the number is said before, and one undo takes all of it back after a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from checkin.desk.find import everybody
from checkin.domain.delegates import Field
from checkin.ui.people.change_form import ChangeForm
from tests.ui.people.conftest import CONTROL, SHIFT

if TYPE_CHECKING:
    from tests.ui.people.conftest import Hands


def open_form(hands: Hands) -> ChangeForm:
    hands.press(Qt.Key.Key_E, CONTROL | SHIFT)
    form = hands.form
    assert isinstance(form, ChangeForm)
    return form


def count_now(hands: Hands, form: ChangeForm) -> dict[str, str]:
    form._soon.timeout.emit()
    hands.settle()
    return form.notes()


def countries(hands: Hands) -> list[str]:
    return [each.delegate.country for each in everybody(hands.desk.file)]


def test_the_selected_people_are_changed_and_one_undo_takes_it_back(hands: Hands) -> None:
    hands.choose("CHEA Vanna", "KEM Rith", "LY Nary")
    offered = hands.page.change_button.text()
    form = open_form(hands)
    hands.fill_in("?field", Field.COUNTRY)
    hands.fill_in(Field.COUNTRY, "Laos")
    notes, button = count_now(hands, form), form.save_button.text()
    hands.press(Qt.Key.Key_Return)
    changed, told = countries(hands).count("Laos"), hands.page.told.text()
    hands.press(Qt.Key.Key_Z, CONTROL)
    asked = hands.question.accessibleName()
    still = countries(hands).count("Laos")
    hands.press(Qt.Key.Key_Return)

    assert offered.startswith("Change 3 people")
    assert button.startswith("Change 3 people")
    assert notes == {Field.COUNTRY: "3 people will change."}
    assert (changed, told) == (3, "3 people changed")
    assert asked.startswith("Undo this act: 3 people changed: Country?")
    assert "None of these people has arrived" in asked
    assert (still, countries(hands).count("Laos")) == (3, 0)


def test_without_a_selection_all_who_are_shown_are_changed(hands: Hands) -> None:
    hands.type("ministry")
    form = open_form(hands)
    hands.fill_in("?field", Field.ATTENTION)
    hands.fill_in(Field.ATTENTION, "yes")
    shown, wanted = len(hands.page.people.ids), form.wanted
    hands.press(Qt.Key.Key_Return)

    assert (wanted.code, wanted.value, len(wanted.people)) == (Field.ATTENTION, True, shown)
    assert sum(each.delegate.attention for each in everybody(hands.desk.file)) == shown


def test_a_category_must_be_chosen_and_who_has_it_is_passed_over(hands: Hands) -> None:
    hands.page.table.selectAll()
    form = open_form(hands)
    hands.press(Qt.Key.Key_Return)
    wrong = form.wrong()
    hands.fill_in(Field.CATEGORY, "A")
    notes = count_now(hands, form)
    hands.press(Qt.Key.Key_Return)

    assert wrong == {Field.CATEGORY: "Choose a value."}
    assert notes == {Field.CATEGORY: "7 people will change. 1 has this value already."}
    assert {each.delegate.category for each in everybody(hands.desk.file)} == {"A"}


def test_an_empty_text_empties_the_field_and_says_so(hands: Hands) -> None:
    hands.page.table.selectAll()
    form = open_form(hands)
    hands.fill_in("?field", Field.ORGANISATION)
    notes = count_now(hands, form)
    hands.press(Qt.Key.Key_Return)

    assert notes[Field.ORGANISATION].startswith("The field will be emptied. 5 people will change.")
    assert {each.delegate.organisation for each in everybody(hands.desk.file)} == {""}


def test_nobody_is_changed_if_everybody_has_the_value(hands: Hands) -> None:
    hands.page.table.selectAll()
    open_form(hands)
    hands.fill_in("?field", Field.COUNTRY)
    hands.press(Qt.Key.Key_Return)

    assert hands.page.told.text() == "Nobody had another value: nothing was changed."


def test_a_question_about_an_undo_is_closed_by_esc_and_undoes_nothing(hands: Hands) -> None:
    hands.page.table.selectAll()
    open_form(hands)
    hands.fill_in("?field", Field.COUNTRY)
    hands.fill_in(Field.COUNTRY, "Laos")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Z, CONTROL)
    hands.press(Qt.Key.Key_Escape)

    assert not hands.page.side.is_asking
    assert set(countries(hands)) == {"Laos"}
