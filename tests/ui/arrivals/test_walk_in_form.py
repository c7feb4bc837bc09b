"""The form for a walk-in: what it proposes, where it stands, and whom it would register twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from checkin.desk.find import everybody
from checkin.desk.issue_badge import replace_badge
from checkin.desk.register import register
from checkin.domain.delegates import Field
from checkin.domain.reasons import Reason, Why
from checkin.ui.arrivals.walk_in_form import WalkInForm
from tests.ui.desks import NOW, STAFF

if TYPE_CHECKING:
    from checkin.ui.frames.person_form import PersonForm
    from tests.ui.arrivals.conftest import Hands


def a_form(hands: Hands, text: str) -> WalkInForm:
    """The form for somebody whom a search did not find."""
    hands.look_for(text)
    hands.control(Qt.Key.Key_N)
    hands.settle()
    form = hands.page.side.currentWidget()
    assert isinstance(form, WalkInForm)
    return form


def text_of(form: PersonForm, field: Field) -> str:
    line = form.input(field)
    assert isinstance(line, QLineEdit)
    return line.text()


def marks(form: PersonForm) -> list[str]:
    """The labels with the sign of a field that is missing."""
    return [each.text() for each in form.findChildren(QLabel) if each.text().startswith("→")]


def alike(form: WalkInForm) -> list[str]:
    """The look-alikes that can be seen."""
    return [each.delegate.name for each in form.look_alikes.results.found] * form.look_alikes.isVisible()


def test_a_name_is_proposed_as_the_event_writes_names_and_what_is_typed_stays(hands: Hands) -> None:
    form = a_form(hands, "dupont jean-luc")
    assert (text_of(form, Field.FAMILY_NAME), text_of(form, Field.GIVEN_NAME)) == ("DUPONT", "Jean-Luc")

    family = form.input(Field.FAMILY_NAME)
    assert isinstance(family, QLineEdit)
    family.setFocus()
    family.selectAll()
    hands.type("de la tour")
    form.input(Field.CATEGORY).setFocus()
    hands.type("a")
    hands.enter()
    assert hands.desk.known("tour").delegate.family_name == "de la tour"


def test_where_the_list_has_small_letters_a_name_is_proposed_so(hands: Hands) -> None:
    for number in range(20):
        register(hands.desk.file, STAFF, {Field.FAMILY_NAME: f"Name{'abcdefghijklmnopqrstuv'[number]}",
                                          Field.CATEGORY: "M"})  # fmt: skip
    hands.page.on_opened()
    hands.settle()

    assert text_of(a_form(hands, "dupont marie"), Field.FAMILY_NAME) == "Dupont"


def test_the_form_stands_on_the_first_field_that_is_missing_and_marks_it(hands: Hands) -> None:
    form = a_form(hands, "")
    assert form.input(Field.FAMILY_NAME).hasFocus()
    assert marks(form) == ["→ Family name *"]

    hands.type("X")
    assert marks(form) == ["→ Category *"]
    assert form.input(Field.CATEGORY).accessibleDescription() == "missing"
    form.input(Field.FAMILY_NAME).setProperty("text", "")
    form.input(Field.NATIVE_NAME).setProperty("text", "ជា")
    assert marks(form) == ["→ Category *"]

    category = form.input(Field.CATEGORY)
    assert isinstance(category, QComboBox)
    category.setCurrentIndex(1)
    assert marks(form) == []
    form.input(Field.NATIVE_NAME).setProperty("text", "  ")
    assert marks(form) == ["→ Family name *"]


def test_with_the_name_typed_the_form_stands_on_the_category_and_enter_says_what_is_missing(
    hands: Hands,
) -> None:
    form = a_form(hands, "dupont marie")
    assert form.input(Field.CATEGORY).hasFocus()
    form.input(Field.ORGANISATION).setFocus()
    hands.enter()

    shown = [each.text() for each in form.findChildren(QLabel) if each.isVisible()]
    assert "“Category” is missing." in shown
    assert form.input(Field.CATEGORY).hasFocus()
    assert hands.queued == []

    hands.type("a")
    shown = [each.text() for each in form.findChildren(QLabel) if each.isVisible()]
    assert "“Category” is missing." not in shown
    hands.enter()
    assert len(hands.queued) == 1


def test_the_fields_come_in_the_order_of_the_badge(hands: Hands) -> None:
    form = a_form(hands, "dupont")
    shown = [
        Field.HONORIFIC, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME, Field.CATEGORY, Field.ORGANISATION,
    ]  # fmt: skip
    heights = [form.input(field).y() for field in shown]

    assert heights == sorted(set(heights))


def test_look_alikes_show_while_the_name_is_typed(hands: Hands) -> None:
    form = a_form(hands, "")
    assert alike(form) == []

    hands.type("jea wana")
    hands.settle()
    assert alike(form) == ["CHEA Vanna"]
    assert "expected" in str(form.look_alikes.results.index(0).data())

    hands.type("nnot")
    hands.settle()
    assert alike(form) == []


def test_a_look_alike_is_taken_by_the_keyboard_and_received_by_the_next_enter(hands: Hands) -> None:
    form = a_form(hands, "jea wana")
    assert alike(form) == ["CHEA Vanna"]
    hands.control(Qt.Key.Key_Down)
    shown = [each.text() for each in form.look_alikes.findChildren(QLabel)]
    assert shown == ["Enter chooses CHEA Vanna. Nobody is received by that."]
    assert "Enter" not in form.save_button.text()

    before = len(everybody(hands.desk.file))
    hands.enter()
    assert not hands.page.side.is_asking
    assert hands.desk.known("chea").arrival is None
    assert "CHEA Vanna" in hands.page.side.card.text

    hands.enter()
    assert hands.desk.known("chea").arrival is not None
    assert len(everybody(hands.desk.file)) == before


def test_a_look_alike_is_taken_by_a_click(hands: Hands) -> None:
    form = a_form(hands, "kem rit")
    assert alike(form)[0] == "KEM Rith"
    place = form.look_alikes.list.visualRect(form.look_alikes.results.index(0)).center()
    QTest.mouseClick(form.look_alikes.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    hands.settle()

    assert hands.names == ["KEM Rith"]
    assert hands.desk.known("kem").arrival is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_X])
def test_a_mark_goes_when_one_types_on_or_goes_back_up_and_enter_saves_again(
    hands: Hands, key: Qt.Key
) -> None:
    form = a_form(hands, "jea wana")
    form.input(Field.GIVEN_NAME).setFocus()
    hands.press(Qt.Key.Key_Down)
    assert form.look_alikes.list.currentIndex().isValid()
    hands.press(key)

    assert not form.look_alikes.list.currentIndex().isValid()
    assert form.save_button.text().endswith("Enter")
    assert hands.page.side.currentWidget() is form


def test_whoever_is_no_look_alike_is_registered_all_the_same(hands: Hands) -> None:
    form = a_form(hands, "jea wana")
    assert form.input(Field.CATEGORY).hasFocus()
    hands.type("a")
    hands.enter()

    assert hands.desk.known("jea").delegate.name == "JEA Wana"
    assert hands.desk.known("chea").arrival is None


def test_what_has_the_focus_stays_in_sight_in_a_low_window(hands: Hands) -> None:
    hands.page.resize(1024, 480)
    form = a_form(hands, "sok dara")
    hands.qtbot.waitUntil(lambda: not form.input(Field.CATEGORY).visibleRegion().isEmpty())

    category = form.input(Field.CATEGORY)
    assert category.hasFocus()
    assert category.visibleRegion().boundingRect().height() == category.height()


@pytest.mark.parametrize(
    ("searched", "typed", "name"),
    [
        ("", "aisulu", ("aisulu", "")),
        ("aisulu", "amanova", ("AISULU", "amanova")),
        ("xyz123", "aisulu", ("aisulu", "")),
    ],
)
def test_whoever_goes_on_typing_the_name_chooses_no_category(
    hands: Hands, searched: str, typed: str, name: tuple[str, str]
) -> None:
    form = a_form(hands, searched)
    hands.type(typed)
    assert (text_of(form, Field.FAMILY_NAME), text_of(form, Field.GIVEN_NAME)) == name
    assert marks(form) == ["→ Category *"]

    hands.enter()
    assert form.input(Field.CATEGORY).hasFocus()
    hands.type("a")
    hands.enter()
    assert hands.desk.known(typed).delegate.category == "A"


@pytest.mark.parametrize("act", ["arrival", "delegation", "undo", "correction", "arrow"])
def test_a_text_that_has_led_to_an_act_is_no_name_of_the_next_guest(hands: Hands, act: str) -> None:
    hands.look_for("chea vanna")
    if act == "delegation":
        hands.control(Qt.Key.Key_G)
        hands.settle()
    elif act == "correction":
        hands.control(Qt.Key.Key_E)
        hands.type("x")
    hands.enter()
    if act == "undo":
        hands.control(Qt.Key.Key_Z)
        hands.settle()
    elif act == "arrow":
        hands.press(Qt.Key.Key_Down)
    assert hands.page.finder.search.text() == "chea vanna"
    hands.control(Qt.Key.Key_N)
    hands.type("Smith")

    form = hands.page.side.currentWidget()
    assert isinstance(form, WalkInForm)
    assert form.input(Field.FAMILY_NAME).hasFocus()
    assert (text_of(form, Field.FAMILY_NAME), text_of(form, Field.GIVEN_NAME)) == ("Smith", "")


@pytest.mark.parametrize("before", ["another search", "an undo", "a scan"])
def test_a_text_that_has_led_to_no_act_is_the_name_of_the_guest(hands: Hands, before: str) -> None:
    code = replace_badge(
        hands.desk.file, STAFF, hands.desk.known("kem").delegate.id, Why(Reason.LOST), NOW, to_print=False
    )
    hands.look_for("chea vanna")
    hands.enter()
    hands.type("dupont marie")
    hands.settle()
    if before == "an undo":
        hands.control(Qt.Key.Key_Z)
        hands.settle()
    elif before == "a scan":
        hands.scan(code)
    hands.control(Qt.Key.Key_N)

    form = hands.page.side.currentWidget()
    assert isinstance(form, WalkInForm)
    assert (text_of(form, Field.FAMILY_NAME), text_of(form, Field.GIVEN_NAME)) == ("DUPONT", "Marie")
