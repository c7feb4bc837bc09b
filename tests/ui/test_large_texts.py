"""What stays in sight with large texts on small screens: what a key does, who is meant, and which answers there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetrics, QTextDocumentFragment
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QPushButton

from checkin import assets
from checkin.desk.open_event import new_event
from checkin.desk.register import register
from checkin.domain.delegates import Field
from checkin.errors import CheckinError, NotDrawnError
from checkin.importing.definition import read_definition
from checkin.pictures.scenes import SCENES, WITHOUT_EVENT
from checkin.pictures.stage import DESK
from checkin.ui.arrivals.arrivals_page import ArrivalsPage
from checkin.ui.door.door_page import DoorPage
from checkin.ui.frames.person_form import PersonForm
from checkin.ui.frames.question import Question
from checkin.ui.main_window import PAGES
from checkin.ui.reports.reports_page import ReportsPage
from checkin.ui.stack import PageStack
from checkin.ui.start import StartPage
from tests.ui.boxes import cut_texts

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from checkin.pictures.stage import Stage

SMALL, LAPTOP = (1024, 600), (1280, 720)
OF_THE_ORGANISER = (
    "programme", "programme-cancel", "programme-form", "programme-file", "programme-guests", "programme-guest",
    "programme-guests-checked", "event", "event-settings", "event-categories", "event-category-wrong",
    "event-category-withdrawn", "event-rooms", "event-delegations", "event-fields", "reports",
    "reports-of-a-session", "reports-inside", "reports-invited", "people", "people-history", "people-filtered",
    "people-nobody", "people-form", "people-doubts", "people-change", "people-undo", "people-columns",
)  # fmt: skip
"""The scenes of the Programme, Event, Reports and People pages."""


@pytest.fixture
def demo(stage: Stage, demo_event: Path) -> Stage:
    stage.open(demo_event)
    return stage


def test_texts_grow_after_the_pages_of_an_event_are_gone(stage: Stage, tmp_path: Path) -> None:
    new_event(tmp_path / "own.event", read_definition(assets.demo("forum.toml")), DESK).close()
    stage.open(tmp_path / "own.event")
    for number in range(len(PAGES)):
        stage.window.open_page(number)
    stage.settle()
    stage.program.menu.of_event.close_wanted.emit()
    stage.wait(lambda: bool(stage.window.findChildren(StartPage)))
    stage.settle()
    stage.program.look.grow(150)

    assert stage.window.page is None  # and no exception was caught in Qt's event loop


def test_the_start_page_with_recent_events_is_arranged_for_longer_words(stage: Stage) -> None:
    next(scene for scene in WITHOUT_EVENT if scene.name == "start-again").play(stage)
    stage.window.resize(*LAPTOP)
    stage.program.look.grow(200)
    stage.program.look.speak("fr")
    stage.settle()

    assert cut_texts(stage.window, may_scroll=True) == []


def play(stage: Stage, name: str) -> None:
    """Play the scene with this name."""
    stage.clear()
    next(scene for scene in SCENES if scene.name == name).play(stage)
    stage.settle()


def look_at(stage: Stage, size: tuple[int, int], percent: int, language: str) -> None:
    """Look at the window in this size, with texts of this size, in this language."""
    stage.program.look.grow(percent)
    stage.program.look.speak(language)
    stage.window.resize(*size)
    for _ in range(6):  # a layout that has changed asks the one around it
        QApplication.processEvents()


def is_whole(widget: QWidget) -> bool:
    """Whether all of the widget is seen."""
    return widget.isVisible() and widget.visibleRegion().boundingRect().size() == widget.size()


def is_in_a_list(widget: QWidget) -> bool:
    """Whether the widget is in a part of the page that is scrolled by itself."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, PageStack):
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


@pytest.mark.parametrize(
    "scene", ["door-welcome", "door-flagged", "door-blocked", "door-too-early", "door-search"]
)
def test_the_undo_button_and_the_counter_are_seen_at_a_door_of_every_size(demo: Stage, scene: str) -> None:
    play(demo, scene)
    page = demo.window.page
    assert isinstance(page, DoorPage)
    unseen = []
    for size in (SMALL, LAPTOP):
        for percent in (100, 200):
            for language in ("en", "fr", "km"):
                look_at(demo, size, percent, language)
                where = f"{size}, {percent} %, {language}"
                unseen += [where for each in (page.undo_button, page.counter.inside) if not is_whole(each)]
                unseen += [f"{told} | {where}" for told in cut_texts(demo.window, may_scroll=True)]

    assert "\n".join(unseen) == ""


def test_at_a_door_with_much_to_do_nothing_is_cut(demo: Stage) -> None:
    for scene in ("door-flagged", "door-too-early", "door-blocked", "door-already-in", "door-blocked"):
        play(demo, scene)
    page = demo.window.page
    assert isinstance(page, DoorPage)
    for code in ("one", "two"):
        page.on_scanned(code)
        demo.settle()
    cut = []
    for size in (SMALL, LAPTOP):
        for language in ("en", "fr", "km"):
            look_at(demo, size, 200, language)
            cut += [f"{told} | {size}, {language}" for told in cut_texts(demo.window, may_scroll=True)]

    assert "\n".join(cut) == ""


@pytest.mark.parametrize("language", ["en", "fr", "km"])
def test_the_panel_of_a_door_uses_the_room_below_also_with_a_strip_above(demo: Stage, language: str) -> None:
    play(demo, "door-welcome")
    page = demo.window.page
    assert isinstance(page, DoorPage)
    demo.window.strip.show_good_news(CheckinError("The event is back", "All is well."))
    look_at(demo, LAPTOP, 200, language)
    panel = page.panel
    panel.grab()
    smallest = min(QFontMetrics(placed.font).height() for placed in panel._placed)

    assert panel.height() > page.height() * 0.4
    assert smallest > QFontMetrics(page.font()).height() * 0.5


@pytest.mark.parametrize("language", ["en", "fr", "km"])
@pytest.mark.parametrize("percent", [150, 200])
def test_an_open_form_or_question_keeps_its_buttons_in_sight_and_tells_what_is_below(
    demo: Stage, percent: int, language: str
) -> None:
    play(demo, "arrivals-form")
    look_at(demo, LAPTOP, percent, language)
    form = demo.window.page.findChild(PersonForm)  # type: ignore[union-attr] # a page is open
    unseen = [button.text() for button in form.findChildren(QPushButton) if not is_whole(button)]
    play(demo, "arrivals-reprint")
    look_at(demo, LAPTOP, percent, language)
    question = demo.window.page.findChild(Question)  # type: ignore[union-attr]
    bar = next(each for each in question.findChildren(QLabel) if each.property("tone") == "more")
    told = bar.text().split() if bar.isVisible() else []
    answers = [*question._buttons, question.own]

    assert unseen == []
    assert is_whole(question._cancel)
    assert told or all(map(is_whole, answers))
    assert [str(n) for n, each in enumerate(answers, 1) if not is_whole(each) and str(n) not in told] == []


def test_a_search_field_that_gets_the_focus_is_in_sight(demo: Stage) -> None:
    play(demo, "arrivals-reprint")
    look_at(demo, SMALL, 200, "km")
    demo.press("4")
    page = demo.window.page
    assert isinstance(page, ArrivalsPage)
    page.finder.begin_search()
    for _ in range(6):
        QApplication.processEvents()

    assert page.finder.search.hasFocus()
    assert is_whole(page.finder.search)


@pytest.mark.parametrize("language", ["en", "fr", "km"])
def test_the_import_page_is_no_wider_than_the_screen(demo: Stage, language: str) -> None:
    for scene in ("import-looked-at", "import-brought-in"):
        play(demo, scene)
        look_at(demo, LAPTOP, 200, language)
        stack = demo.window.findChild(PageStack)
        assert stack is not None

        assert stack.horizontalScrollBar().maximum() == 0, scene


def test_the_pages_of_the_organiser_are_no_larger_than_the_screen(demo: Stage) -> None:
    scrolled = []
    for size, percent, language in ((LAPTOP, 200, "fr"), (SMALL, 125, "km")):
        look_at(demo, size, percent, language)
        for scene in OF_THE_ORGANISER:
            play(demo, scene)
            where, page = f"{scene}, {language}", demo.window.page
            assert page is not None
            scrolled += [f"{where}: {told}" for told in cut_texts(demo.window) if "is scrolled" in told]
            scrolled += [
                f"{where}: {each.text()}"
                for each in page.findChildren(QPushButton)
                if each.isVisible() and not is_whole(each) and not is_in_a_list(each)
            ]
            if isinstance(page, ReportsPage):
                rows = page.view.rows
                high = rows.viewport().height() / rows.verticalHeader().defaultSectionSize()
                scrolled += [f"{where}: {high:.1f} rows"] if high < 2.7 else []

    assert "\n".join(scrolled) == ""


@pytest.mark.parametrize("language", ["en", "fr", "km"])
def test_the_name_on_the_card_is_whole(demo: Stage, language: str) -> None:
    play(demo, "arrivals-selected")
    page = demo.window.page
    assert isinstance(page, ArrivalsPage)
    look_at(demo, LAPTOP, 200, language)
    card = page.side.card
    name = QFontMetrics(card._text.font()).height() * 1.2

    assert card.viewport().height() >= name + card._text.contentsMargins().top()
    assert QTextDocumentFragment.fromHtml(card._text.text()).toPlainText().index("Kosalvirak") < 40


@pytest.mark.parametrize("language", ["en", "fr", "km"])
def test_where_a_badge_cannot_be_printed_every_button_is_seen(demo: Stage, language: str) -> None:
    register(
        demo.file, DESK, {Field.FAMILY_NAME: "YOSHINO", Field.NATIVE_NAME: "𠮷野 健", Field.CATEGORY: "M"}
    )
    demo.clear()
    demo.turn_to(ArrivalsPage)
    demo.type("yoshino")
    demo.settle()
    page = demo.window.page
    assert isinstance(page, ArrivalsPage)
    trouble = NotDrawnError("YOSHINO", ("𠮷",), "ABCD-EFGH-JKLM-NPQR", takes_latin=True)
    look_at(demo, LAPTOP, 150, language)
    demo.window.strip.show_trouble(trouble)
    look_at(demo, LAPTOP, 150, language)
    buttons = [each for each in page.side.findChildren(QPushButton) if each.isVisible()]

    assert "ABCD\u2011EFGH" in demo.window.strip._message.text()
    assert [each.text() for each in buttons if not is_whole(each)] == []
    assert cut_texts(demo.window, may_scroll=True) == []
