"""What a form says of a wrong value, and where."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin.ui.frames.form import Form
from checkin.ui.frames.inputs import TextLine, choice
from checkin.ui.frames.scrolled_inputs import ScrolledInputs
from checkin.ui.plain import PlainLabel
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NAMES = tuple("abcdefghijklmnop")


class _Numbers(Form[str]):
    """A form in which each input must hold a number."""

    def filled_in(self) -> object:
        texts = {name: self.line(name).text() for name in NAMES}
        wrong = [name for name, text in texts.items() if not text.isdigit()]
        for name in reversed(wrong):
            self.show_wrong(name, lambda say: say.text("“{field}” is missing.").format(field="x"))
        if wrong:
            raise ValueError(wrong)
        return texts

    def line(self, name: str) -> TextLine:
        line = self.input(name)
        assert isinstance(line, TextLine)
        return line


@pytest.fixture
def form(qtbot: QtBot) -> _Numbers:
    form = _Numbers(
        a_look(), lambda _say: "Numbers", {name: TextLine("1") for name in NAMES}, lambda name, _say: name
    )
    qtbot.addWidget(form)
    form.resize(400, 260)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


def seen(form: _Numbers) -> list[PlainLabel]:
    """The lines that say what is wrong, from above."""
    return [
        each for each in form.findChildren(PlainLabel) if each.isVisible() and each.text().startswith("“")
    ]


def test_each_wrong_value_has_its_line_and_the_first_has_the_focus(form: _Numbers, qtbot: QtBot) -> None:
    form.line("n").clear()
    form.line("p").clear()
    QTest.keyClick(form.line("a"), Qt.Key.Key_Return)

    assert set(form.wrong()) == {"n", "p"}
    assert len(seen(form)) == 2
    assert form.line("n").hasFocus()
    assert form.line("n").accessibleDescription() == "“x” is missing."
    below = seen(form)[0]
    qtbot.waitUntil(lambda: not below.visibleRegion().isEmpty())
    assert below.visibleRegion().boundingRect().height() == below.height()


def test_the_bar_that_says_there_is_more_never_covers_the_input_with_the_focus(
    form: _Numbers, qtbot: QtBot
) -> None:
    (bar,) = (each for each in form.findChildren(PlainLabel) if each.property("tone") == "more")
    area = bar.parentWidget()
    assert area is not None
    for name in NAMES[1:]:
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        line = form.line(name)
        assert line.hasFocus()
        qtbot.waitUntil(
            lambda line=line: bar.isHidden() or line.mapTo(area, line.rect().bottomLeft()).y() < bar.y()  # type: ignore[misc]
        )


def test_a_changed_value_is_wrong_no_more_and_the_others_still_are(form: _Numbers) -> None:
    form.line("a").clear()
    form.line("b").clear()
    QTest.keyClick(form.line("c"), Qt.Key.Key_Return)
    QTest.keyClicks(form.line("a"), "5")

    assert set(form.wrong()) == {"b"}
    assert form.line("a").accessibleDescription() == ""
    assert len(seen(form)) == 1


def test_what_was_wrong_can_be_saved_again(form: _Numbers, qtbot: QtBot) -> None:
    form.line("a").clear()
    QTest.keyClick(form.line("a"), Qt.Key.Key_Return)
    QTest.keyClicks(form.line("a"), "7")
    with qtbot.waitSignal(form.saved) as saved:
        QTest.keyClick(form.line("a"), Qt.Key.Key_Return)

    assert saved.args is not None
    assert saved.args[0]["a"] == "7"
    assert not seen(form)


def test_what_is_wrong_is_said_in_the_language_of_the_window(form: _Numbers) -> None:
    form.line("a").clear()
    QTest.keyClick(form.line("a"), Qt.Key.Key_Return)
    before = seen(form)[0].text()
    form._look.speak("fr")
    after = [each.text() for each in form.findChildren(PlainLabel) if each.isVisible()]

    assert form.wrong()["a"] in after
    assert form.wrong()["a"] != before


def test_a_note_stands_below_its_input_until_the_value_is_wrong(form: _Numbers) -> None:
    form.show_note("c", lambda _say: "“c” is large")
    assert [each.text() for each in seen(form)] == ["“c” is large"]
    assert form.input("c").accessibleDescription() == "“c” is large"

    form.show_wrong("c", lambda _say: "“c” is wrong")
    assert [each.text() for each in seen(form)] == ["“c” is wrong"]
    form.hide_wrong("c")
    assert [each.text() for each in seen(form)] == ["“c” is large"]
    form.show_note("c", None)

    assert seen(form) == []


def test_a_hidden_input_takes_its_label_and_its_note_with_it_and_keeps_its_content(form: _Numbers) -> None:
    form.show_note("b", lambda _say: "“b” is large")

    form.show_input("b", is_shown=False)
    assert not form.input("b").isVisible()
    assert seen(form) == []
    assert form.line("b").text() == "1"
    form.show_input("b", is_shown=True)

    assert form.input("b").isVisible()
    assert len(seen(form)) == 1


def test_the_wheel_over_a_choice_neither_changes_it_nor_takes_the_focus(qtbot: QtBot) -> None:
    box = choice({"a": "A", "b": "B"}, "a")
    qtbot.addWidget(box)
    place, step = QPointF(box.rect().center()), QPoint(0, -120)
    wheel = QWheelEvent(
        place, box.mapToGlobal(place), QPoint(), step, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, wheel)

    assert box.currentData() == "a"
    assert box.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_click_on_the_bar_that_says_that_there_is_more_shows_more_until_the_end(form: _Numbers) -> None:
    area = form.findChild(ScrolledInputs)
    assert isinstance(area, ScrolledInputs)
    places, focused = [0], QApplication.focusWidget()
    while area.has_more and len(places) < len(NAMES):
        edge = QPoint(area.width() // 2, area.height() - 4)
        bar = area.childAt(edge)
        assert bar is not None
        QTest.mouseClick(
            bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, bar.mapFrom(area, edge)
        )
        places.append(area.verticalScrollBar().value())

    assert len(places) > 2
    assert all(after > before for before, after in pairwise(places))
    assert not area.has_more
    assert QApplication.focusWidget() is focused
