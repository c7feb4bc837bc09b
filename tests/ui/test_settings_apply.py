"""A setting applies while everything on the screen stays: typed, chosen, looked at, on every page in every state."""

from __future__ import annotations

from itertools import cycle, islice, permutations
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollBar,
    QTableView,
    QToolButton,
    QWidget,
)

from checkin.desk.scan_at_door import scan
from checkin.desk.staff import Staff
from checkin.domain.delegates import Status
from checkin.domain.listing import Trait
from checkin.domain.presence import Direction
from checkin.settings import Palette
from checkin.tasks import Tasks
from checkin.ui.counters import CountersPanel
from checkin.ui.door.choice import ByHand
from checkin.ui.main_window import PAGES, MainWindow
from checkin.ui.people.change_form import ChangeForm
from tests.importing.made_files import a_csv
from tests.ui.doors import STAFF, Story, a_story, at, tell
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from checkin.ui.arrivals.arrivals_page import ArrivalsPage
    from checkin.ui.delegations.delegations_page import DelegationsPage
    from checkin.ui.door.door_page import DoorPage
    from checkin.ui.import_list.import_page import ImportPage
    from checkin.ui.people.people_page import PeoplePage
    from checkin.ui.reports.reports_page import ReportsPage

TIMES: Final = (pytest.param(4, id="4"), pytest.param(20, id="20", marks=pytest.mark.long))
ORDERS: Final = (pytest.param(False, id="two"), pytest.param(True, id="all", marks=pytest.mark.long))
SIZES: Final = (125, 200, 90, 100)
LOOKS: Final = [(language, palette) for palette in Palette for language in ("fr", "km", "zh", "en")]


class Place:
    """The window on a real event, and whoever works at it."""

    def __init__(self, qtbot: QtBot, story: Story, folder: Path) -> None:
        self.qtbot, self.story, self.folder = qtbot, story, folder
        self.look = a_look()
        self.window = MainWindow(self.look)
        qtbot.addWidget(self.window)
        self.parts = story.parts(self.look)
        self.window.open_event(self.parts)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitActive(self.window)

    def settle(self) -> None:
        for _ in range(3):  # what was asked to lay itself out does so, and what is around it then
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        tasks = self.story.tasks

        def is_idle() -> bool:
            QApplication.processEvents()  # what a lane has found comes to the page, which may ask the next thing
            lanes = (tasks.prompt, tasks.batch, tasks.devices, tasks.drawing)
            waiting = (timer for timer in self.window.findChildren(QTimer) if timer.isSingleShot())
            return not any(lane.is_busy for lane in lanes) and not any(timer.isActive() for timer in waiting)

        self.qtbot.waitUntil(is_idle, timeout=20_000)

    def page(self, module: str) -> QWidget:
        self.window.open_page(next(n for n, entry in enumerate(PAGES) if entry.module == module))
        self.settle()
        assert self.window.page is not None
        return self.window.page

    def arrivals(self) -> ArrivalsPage:
        return self.page("arrivals")  # type: ignore[return-value]

    def door(self) -> DoorPage:
        return self.page("door")  # type: ignore[return-value]

    def reports(self) -> ReportsPage:
        return self.page("reports")  # type: ignore[return-value]

    def delegations(self) -> DelegationsPage:
        return self.page("delegations")  # type: ignore[return-value]

    def imports(self) -> ImportPage:
        return self.page("import_list")  # type: ignore[return-value]

    def people(self) -> PeoplePage:
        self.window.resize(2200, 1300)  # so that a form has room beside the table with the largest texts too
        page: PeoplePage = self.page("people")  # type: ignore[assignment]
        page.filters.clear()
        self.wait_for_timers()
        page.table.setFocus()
        return page

    def wait_for_timers(self) -> None:
        """Wait until whatever was asked for after a pause was answered."""
        page = self.window.page
        assert page is not None
        short = [each for each in page.findChildren(QTimer) if each.isSingleShot()]
        self.qtbot.waitUntil(lambda: not any(each.isActive() for each in short), timeout=20_000)
        self.settle()

    def type(self, text: str) -> None:
        handle = self.window.windowHandle()
        assert handle is not None
        for letter in text:
            QTest.keyClick(handle, letter)
        self.settle()

    def press(self, key: Qt.Key, *, control: bool = False) -> None:
        handle = self.window.windowHandle()
        assert handle is not None
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(handle, key, held)
        self.settle()

    def seen(self) -> dict[str, object]:
        """Every text and choice on the window but the clock, whether it is seen, and where the keyboard is."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        focus = QApplication.focusWidget()
        known: dict[str, object] = {"focus": _path(focus) if focus is not None else ""}
        for widget in self.window.findChildren(QWidget):
            is_own = not isinstance(widget, QScrollBar) and not widget.objectName().startswith("qt_")
            is_clock = widget.property("tone") == "clock"
            if widget.window() is self.window and is_own and not is_clock:
                said = _said_by(widget)
                known[_path(widget)] = (widget.isVisible(), widget.accessibleName(), *said)
        return known

    def picture(self) -> QImage:
        """The page as it is drawn, without the row above it, in which a clock goes on."""
        self.settle()
        page = self.window.page
        assert page is not None
        page.setFocus()
        self.settle()
        seen = [page.grab().toImage()]

        def is_still() -> bool:
            QApplication.processEvents()  # `waitUntil` lets nothing happen before it looks for the first time
            moving = (each.state() for each in self.window.findChildren(QAbstractAnimation))
            if QAbstractAnimation.State.Running in moving:  # such as the sign that clears a line
                return False
            seen.append(page.grab().toImage())
            return seen[-1] == seen[-2]

        self.qtbot.waitUntil(is_still, timeout=20_000)
        return seen[-1]

    def done(self) -> dict[str, object]:
        """What somebody has typed, chosen or looked at, whatever the language."""
        kinds = (QLineEdit, QComboBox, QCheckBox, QAbstractItemView)
        return {
            _path(widget): (widget.isVisible(), *_done_in(widget))
            for widget in self.window.findChildren(QWidget)
            if isinstance(widget, kinds) and widget.window() is self.window
        }


def _path(widget: QWidget) -> str:
    parts = []
    while widget is not None:
        above = widget.parentWidget()
        same = (
            [each for each in above.children() if type(each) is type(widget)]
            if above is not None
            else [widget]
        )
        parts.append(f"{type(widget).__name__}{same.index(widget)}")
        widget = above  # type: ignore[assignment]
    return "/".join(reversed(parts))


def _said_by(widget: QWidget) -> tuple[object, ...]:
    match widget:
        case QLabel() | QPushButton() | QToolButton():
            return (widget.text(), widget.toolTip(), widget.isEnabled())
        case QLineEdit() | QComboBox() | QCheckBox() | QAbstractItemView():
            return _done_in(widget)
        case _:
            text = getattr(widget, "text", "")
            return (text if isinstance(text, str) else "",)


def _done_in(widget: QWidget) -> tuple[object, ...]:  # noqa: PLR0911 - a line for each kind
    match widget:
        case QLineEdit():
            return (widget.text(), widget.cursorPosition(), widget.selectedText())
        case QComboBox():
            return (widget.currentIndex(), str(widget.currentData()), widget.count())
        case QCheckBox():
            return (widget.isChecked(),)
        case QListWidget():
            ticks = [widget.item(row).checkState() for row in range(widget.count())]
            return (widget.currentRow(), ticks)
        case QTableView():
            head = widget.horizontalHeader()
            order = (head.sortIndicatorSection(), head.sortIndicatorOrder())
            return (*_looked_at(widget), order, widget.model().rowCount() if widget.model() else 0)
        case QAbstractScrollArea():
            return _looked_at(widget)
        case _:
            return ()


def _looked_at(widget: QAbstractScrollArea) -> tuple[object, ...]:
    row = widget.currentIndex().row() if isinstance(widget, QAbstractItemView) else -1
    return (row, widget.verticalScrollBar().value())


def searched(place: Place) -> None:
    place.arrivals()
    place.type("so")
    place.press(Qt.Key.Key_Down)


def half_typed_walk_in(place: Place) -> None:
    place.arrivals()
    place.press(Qt.Key.Key_N, control=True)
    place.type("dupont")


def half_typed_correction(place: Place) -> None:
    place.arrivals()
    place.type("chea")
    place.press(Qt.Key.Key_E, control=True)
    place.type("x")


def asked_why(place: Place) -> None:
    page = place.arrivals()
    place.type("blocked")
    place.press(Qt.Key.Key_Return)
    question = page.side.currentWidget()
    own = question.findChild(QLineEdit)
    assert own is not None
    own.setFocus()
    place.type("the minister says")


def received(place: Place) -> None:
    place.arrivals()
    place.type("chea")
    place.press(Qt.Key.Key_Return)


def delegation_ticked(place: Place) -> None:
    page = place.arrivals()
    place.type("kem")
    place.press(Qt.Key.Key_G, control=True)
    members = page.side.findChild(QListWidget)
    assert members is not None
    members.item(0).setCheckState(Qt.CheckState.Unchecked)


def asked_who_represents(place: Place) -> None:
    place.arrivals()
    place.type("kem")
    place.press(Qt.Key.Key_R, control=True)
    place.type("ki")
    place.press(Qt.Key.Key_Down)


def delegations_asked_in_their_order(place: Place) -> None:
    page = place.delegations()
    page.delegations.order.setCurrentIndex(1)
    page.delegations.filter.setText("sen")


def order_of_precedence(place: Place) -> None:
    page = place.delegations()
    page.tabs.setCurrentIndex(1)
    page.order.only_missing.setChecked(True)
    page.order.table.selectRow(2)


def door_ready(place: Place) -> None:
    place.door()


def door_by_hand_with_a_verdict(place: Place) -> None:
    page = place.door()
    tell(page, Direction.OUT, ByHand("lunch"))
    page.on_scanned("CHEAP WINE 2 for 1")
    place.settle()


def door_with_two_verdicts_and_half_a_code(place: Place) -> None:
    page = place.door()
    code = place.story.delegate("LATE", status="blocked")
    page.on_scanned(code)
    place.settle()
    page.on_scanned("4711")
    place.settle()
    place.type("abc")


def reports_of_one_session_in_another_order(place: Place) -> None:
    for family in ("SOK", "KEM", "CHEA"):
        scan(place.story.file, STAFF, "opening", place.story.delegate(family), at(1))
    place.story.changes.delegates_changed.emit(frozenset())
    counters = place.window.findChild(CountersPanel)
    assert counters is not None
    place.qtbot.waitUntil(
        lambda: any(label.text().startswith("3 / ") for label in counters.findChildren(QLabel))
    )
    page = place.reports()
    page.session_box.setCurrentIndex(page.session_box.findData("opening"))
    page.session_box.activated.emit(page.session_box.currentIndex())
    place.settle()
    page.view.rows.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    place.settle()
    page.view.rows.selectRow(1)
    assert page.view.rows.currentIndex().row() == 1


def list_looked_at(place: Place) -> None:
    page = place.imports()
    rows = [
        ("Ref", "Family name", "Category"),
        *((str(n), f"N{n:02}", "M") for n in range(80)),
        ("9", "X", "Q"),
    ]
    page.look_at(a_csv(place.folder, rows))
    place.settle()
    page.found.show_group(type(page.found.group).NEW)
    page.found.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    page.found.table.selectRow(40)


def list_brought_in(place: Place) -> None:
    list_looked_at(place)
    place.imports().work.bring_in()
    place.settle()


def people_filtered_and_sorted(place: Place) -> None:
    page = place.people()
    page.filters.chips[Trait.EXPECTED].click()
    page.table.put_in_order(0, is_down=True)
    place.settle()
    page.table.selectRow(1)
    place.settle()


def half_typed_change_of_many(place: Place) -> None:
    page = place.people()
    page.table.selectAll()
    page.acts.change_many()
    place.settle()
    form = page.side.currentWidget()
    assert isinstance(form, ChangeForm)
    field = form.input("?field")
    assert isinstance(field, QComboBox)
    field.setCurrentIndex(field.findData("country"))
    line = form.input("country")
    assert isinstance(line, QLineEdit)
    line.setText("Laos")
    place.wait_for_timers()


def half_typed_person(place: Place) -> None:
    page = place.people()
    page.acts.register()
    place.settle()
    place.type("dupont")
    place.wait_for_timers()


def columns_half_chosen(place: Place) -> None:
    page = place.people()
    page.acts.choose_columns()
    place.settle()
    columns = page.side.findChild(QListWidget)
    assert columns is not None
    columns.item(2).setCheckState(Qt.CheckState.Unchecked)


STATES: Final[tuple[Callable[[Place], None], ...]] = (
    searched, half_typed_walk_in, half_typed_correction, asked_why, received, delegation_ticked, door_ready,
    asked_who_represents, delegations_asked_in_their_order, order_of_precedence,
    door_by_hand_with_a_verdict, door_with_two_verdicts_and_half_a_code, reports_of_one_session_in_another_order,
    list_looked_at, list_brought_in, people_filtered_and_sorted, half_typed_change_of_many, half_typed_person,
    columns_half_chosen,
)  # fmt: skip


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    tasks = Tasks()
    bugs: list[Exception] = []
    tasks.bug.connect(bugs.append)
    story = a_story(tmp_path, tasks)
    for name, delegation in (("CHEA", ""), ("KEM", "Senate"), ("KIM", "Senate"), ("SOK", ""), ("SOM", "")):
        signs = {"attention": name == "CHEA", "head_of_delegation": name == "KEM"}
        story.delegate(name, badge=False, delegation=delegation, **signs)
    story.set_status(story.delegate("BLOCKED", badge=False), Status.BLOCKED)
    story.hands.now = at(30)
    place = Place(qtbot, story, tmp_path)
    yield place
    place.settle()
    tasks.close(story.file.let_go)
    story.file.close()
    assert bugs == []


@pytest.mark.parametrize("times", TIMES)
@pytest.mark.parametrize("state", STATES, ids=[each.__name__ for each in STATES])
def test_settings_take_nothing_away_that_was_typed_chosen_or_looked_at(
    place: Place, state: Callable[[Place], None], times: int
) -> None:
    state(place)
    place.settle()
    seen, done = place.seen(), place.done()
    for number, (language, palette) in enumerate(islice(cycle(LOOKS), times)):
        place.look.speak(language)
        place.look.wear(palette)
        place.look.grow(SIZES[number % len(SIZES)])
        place.parts.shift.hand_over(Staff(f"Operator {number}", "Door 1"))
        assert place.done() == done
    place.look.speak("en")
    place.look.wear(Palette.LIGHT)
    place.look.grow(100)
    place.parts.shift.hand_over(STAFF)
    place.settle()

    assert {path: said for path, said in place.seen().items() if said != seen.get(path)} == {}
    assert seen.keys() == place.seen().keys()


@pytest.mark.parametrize("state", STATES, ids=[each.__name__ for each in STATES])
def test_every_sentence_on_the_window_is_said_in_the_language_that_was_chosen_last(
    place: Place, qtbot: QtBot, tmp_path: Path, state: Callable[[Place], None]
) -> None:
    place.look.speak("fr")
    state(place)
    place.settle()
    begun_in_french = place.seen()
    place.look.speak("km")
    place.settle()
    place.look.speak("fr")
    place.settle()

    assert {path: said for path, said in place.seen().items() if said != begun_in_french.get(path)} == {}
    assert qtbot
    assert tmp_path


@pytest.mark.parametrize("has_all", ORDERS)
@pytest.mark.parametrize("state", STATES, ids=[each.__name__ for each in STATES])
def test_every_order_of_settings_leads_to_the_same_picture_and_the_way_back_to_the_first(
    place: Place, state: Callable[[Place], None], *, has_all: bool
) -> None:
    QApplication.setCursorFlashTime(0)
    state(place)
    first = place.picture()
    look = place.look
    changes = (
        (lambda: look.wear(Palette.DARK), lambda: look.wear(Palette.LIGHT)),
        (lambda: look.grow(125), lambda: look.grow(100)),
        (lambda: look.speak("fr"), lambda: look.speak("en")),
    )
    there, back = list[QImage](), list[QImage]()
    orders = list(permutations(changes))
    for order in orders if has_all else (orders[0], orders[-1]):
        for apply, _ in order:
            apply()
        there.append(place.picture())
        for _, undo in order:
            undo()
        back.append(place.picture())

    assert [picture == there[0] for picture in there] == [True] * len(there)
    assert [picture == first for picture in back] == [True] * len(back)
