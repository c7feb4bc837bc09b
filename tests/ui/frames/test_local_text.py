"""Texts in the languages of an event, as they are filled in by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from checkin.domain.programme import LocalText
from checkin.ui.frames.form import Form
from checkin.ui.frames.inputs import content_of, when_changed
from checkin.ui.frames.local_text import LocalTextInput
from checkin.ui.frames.local_texts import LocalTextsInput
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from checkin.ui.appearance import Appearance

CODES = ("", "en", "fr", "km", "zh", "es")


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


def names(*texts: str) -> tuple[LocalText, ...]:
    return tuple(map(LocalText.of, texts))


@pytest.fixture
def look(qapp: QApplication) -> Appearance:
    assert qapp is not None
    return a_look()


@given(
    st.dictionaries(st.sampled_from(CODES), st.sampled_from(("Forum", "វេទិកា", "A  B"))),
    st.lists(st.sampled_from(CODES[1:]), unique=True, max_size=4),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_text_that_nobody_touches_keeps_all_its_languages(
    look: Appearance, words: dict[str, str], languages: Sequence[str]
) -> None:
    text = LocalText.of({language: " ".join(each.split()) for language, each in words.items()})

    assert LocalTextInput(look, languages, text).text() == text


def test_a_language_is_changed_and_those_without_a_line_stay(qtbot: QtBot) -> None:
    text = LocalText.of({"en": "Forum", "fr": "Forum FR", "es": "Foro"})
    field = LocalTextInput(a_look(), ("en", "fr"), text, words="Title")
    shown(qtbot, field)
    field.lines["fr"].selectAll()
    QTest.keyClicks(field.lines["fr"], "  Le   forum ")

    assert field.text() == LocalText.of({"en": "Forum", "fr": "Le forum", "es": "Foro"})
    assert [each.text() for each in field.findChildren(QLabel)] == ["English", "French"]
    assert field.lines["fr"].accessibleName() == "Title: French"


def test_one_language_has_one_line_without_a_label(qtbot: QtBot) -> None:
    field = LocalTextInput(a_look(), ("fr",), LocalText.of({"": "Salle A"}))
    shown(qtbot, field)
    field.setFocus()
    QTest.keyClicks(field.lines[""], "2 ")

    assert field.text() == LocalText.of("2 Salle A")
    assert not field.findChildren(QLabel)


def test_a_text_for_all_languages_has_a_line_of_its_own_and_can_be_emptied(qtbot: QtBot) -> None:
    field = LocalTextInput(a_look(), ("en", "fr"), LocalText.of("Salle A"))
    shown(qtbot, field)
    assert list(field.lines) == ["", "en", "fr"]
    field.lines[""].clear()
    QTest.keyClicks(field.lines["en"], "Room A")

    assert field.text() == LocalText.of({"en": "Room A"})


def test_texts_are_added_moved_and_removed_by_keyboard(qtbot: QtBot) -> None:
    field = LocalTextsInput(a_look(), ("en",), names("One", "Two"))
    shown(qtbot, field)
    field.inputs[1].lines[""].setFocus()
    QTest.keyClick(field.inputs[1].lines[""], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert field.texts() == names("Two", "One")
    assert field.inputs[0].lines[""].hasFocus()

    QTest.keyClick(field.add_button, Qt.Key.Key_Space)
    assert field.inputs[2].lines["en"].hasFocus()
    QTest.keyClicks(field.inputs[2].lines["en"], "Three")
    assert field.texts() == (*names("Two", "One"), LocalText.of({"en": "Three"}))

    field.drop(0)
    assert field.texts() == (*names("One"), LocalText.of({"en": "Three"}))
    assert field.inputs[0].lines[""].hasFocus()


def test_a_second_empty_text_is_not_added_and_empty_ones_do_not_count(qtbot: QtBot) -> None:
    field = LocalTextsInput(a_look(), ("en",))
    shown(qtbot, field)
    field.add()
    field.add()

    assert len(field.inputs) == 1
    assert field.texts() == ()


class _TitleForm(Form[str]):
    """A form with a title and its speakers."""

    def filled_in(self) -> object:
        title, speakers = self.input("title"), self.input("speakers")
        assert isinstance(title, LocalTextInput)
        assert isinstance(speakers, LocalTextsInput)
        return title.text(), speakers.texts()


def a_form(qtbot: QtBot) -> _TitleForm:
    look = a_look()
    inputs = {
        "title": LocalTextInput(look, ("en", "fr"), LocalText.of({"en": "Opening"})),
        "speakers": LocalTextsInput(look, ("en",), names("Sok")),
    }
    form = _TitleForm(look, lambda _say: "Session", inputs, lambda name, _say: name.title())
    shown(qtbot, form)
    return form


def test_a_form_knows_when_a_text_was_begun_and_saves_it_at_enter(qtbot: QtBot) -> None:
    form = a_form(qtbot)
    title = form.input("title")
    assert isinstance(title, LocalTextInput)
    assert title.lines["en"].hasFocus()
    assert not form.is_begun
    QTest.keyClicks(title.lines["fr"], "Ouverture")
    assert form.is_begun
    with qtbot.waitSignal(form.saved) as saved:
        QTest.keyClick(title.lines["fr"], Qt.Key.Key_Return)

    assert saved.args == [(LocalText.of({"en": "Opening", "fr": "Ouverture"}), names("Sok"))]


def test_tab_goes_through_all_lines_to_the_button_that_adds_one_and_never_to_one_that_removes(
    qtbot: QtBot,
) -> None:
    look = a_look()
    inputs = {
        "speakers": LocalTextsInput(look, ("en", "fr"), (LocalText.of({"en": "Sok", "fr": "Sok"}),)),
        "kind": LocalTextInput(look, ("en",)),
    }
    form = _TitleForm(look, lambda _say: "Session", inputs, lambda name, _say: name.title())
    shown(qtbot, form)
    speakers, kind = inputs["speakers"], inputs["kind"]
    assert isinstance(speakers, LocalTextsInput)
    assert isinstance(kind, LocalTextInput)
    way = []
    for _ in range(4):
        way.append(form.focusWidget())
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    lines = speakers.inputs[0].lines
    assert way == [lines["en"], lines["fr"], speakers.add_button, kind.lines["en"]]

    QTest.keyClick(speakers.add_button, Qt.Key.Key_Space)
    added = speakers.inputs[1].lines
    qtbot.waitUntil(added["fr"].isVisible)
    assert added["en"].hasFocus()
    QTest.keyClick(added["en"], Qt.Key.Key_Tab)
    assert added["fr"].hasFocus()
    QTest.keyClick(added["fr"], Qt.Key.Key_Tab)
    assert speakers.add_button.hasFocus()
    QTest.keyClick(speakers.add_button, Qt.Key.Key_Tab)
    assert kind.lines["en"].hasFocus()
    QTest.keyClick(kind.lines["en"], Qt.Key.Key_Backtab)
    assert speakers.add_button.hasFocus()

    form.save_button.setFocus()
    QTest.keyClick(form.save_button, Qt.Key.Key_Tab)
    assert lines["en"].hasFocus()
    speakers.drop(0)
    first = speakers.inputs[0].lines["en"]
    qtbot.waitUntil(first.isVisible)
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Backtab)
    assert form.save_button.hasFocus()


def test_a_form_hears_of_a_list_of_texts(qtbot: QtBot) -> None:
    form = a_form(qtbot)
    speakers = form.input("speakers")
    heard: list[object] = []
    when_changed(speakers, lambda: heard.append(content_of(speakers)))
    assert isinstance(speakers, LocalTextsInput)
    speakers.drop(0)

    assert heard[-1] == ()


@pytest.mark.parametrize("language", ["fr", "km"])
def test_the_labels_follow_the_language_of_the_window(qtbot: QtBot, language: str) -> None:
    look = a_look()
    field = LocalTextInput(look, ("en", "fr"))
    shown(qtbot, field)
    before = [each.text() for each in field.findChildren(QLabel)]
    look.speak(language)

    assert [each.text() for each in field.findChildren(QLabel)] != before


def test_an_empty_line_shows_the_words_that_are_used_in_its_place(look: Appearance) -> None:
    field = LocalTextInput(look, ("en", "fr"), LocalText.of("Annex"))
    field.show_example("for example this")
    at_first = {language: line.placeholderText() for language, line in field.lines.items()}
    field.lines[""].clear()
    cleared = {language: line.placeholderText() for language, line in field.lines.items()}
    field.lines["en"].setText("Hall")

    assert at_first == {"": "", "en": "Annex", "fr": "Annex"}
    assert cleared == {"": "for example this", "en": "", "fr": ""}
    assert {language: line.placeholderText() for language, line in field.lines.items()} == {
        "": "", "en": "Hall", "fr": "Hall",
    }  # fmt: skip
