"""The Delegations page on a real event file: figures, filters, moves, the second screen and the sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.desk.arrive import arrive
from checkin.desk.define import amend
from checkin.desk.register import register
from checkin.domain.delegates import Field
from checkin.domain.programme import Delegation, LocalText
from checkin.ui.delegations.delegations_page import DelegationsPage
from checkin.ui.plain import HtmlLabel
from tests.ui.desks import MFA, NOW, STAFF, Desk, an_event_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from checkin.domain.delegates import Value

LAOS = Delegation(
    "LAO", (LocalText.of("Lao PDR"), LocalText.of("LPDR")), order=2, quota=3, liaison_name="Noy"
)
DEFINED = {
    "MFA": Delegation("MFA", (LocalText.of("Foreign Affairs"), LocalText.of(MFA)), order=1, quota=5),
    "LAO": LAOS,
    "JPN": Delegation("JPN", (LocalText.of("Japan"),), order=3, quota=2),
}


@dataclass
class Officer:
    """The protocol officer at the page."""

    desk: Desk
    page: DelegationsPage
    qtbot: QtBot

    def settle(self) -> None:
        tasks = self.desk.tasks
        self.qtbot.waitUntil(lambda: not (tasks.prompt.is_busy or tasks.batch.is_busy), timeout=20_000)

    def move(self, key: Qt.Key) -> None:
        table = self.page.order.table if self.page.tabs.currentIndex() else self.page.delegations.table
        QTest.keyClick(table, key, Qt.KeyboardModifier.AltModifier)
        self.settle()

    def undo(self) -> None:
        self.qtbot.waitUntil(lambda: bool(self.page.undo.named))
        self.page.undo.take_back()
        self.settle()
        self.page.work.read()
        self.settle()

    def choose(self, key: str) -> None:
        rows = [each.key for each in self.page.order.shown]
        self.page.order.table.selectRow(rows.index(key))

    @property
    def delegations(self) -> list[str]:
        return [each.delegation.code for each in self.page.delegations.shown]

    @property
    def names(self) -> list[str]:
        """The order as it is shown, with the codes of the delegations."""
        shown = self.page.order.shown
        return [each.person.registration.delegate.family_name if each.person else each.key for each in shown]

    @property
    def of_laos(self) -> list[str]:
        """The members of one delegation, in the order in which they are shown."""
        names = self.names
        return names[names.index("§LAO") + 1 : names.index("§")]


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(an_event_file(tmp_path / "forum.event"), qapp)
    seen = desk.file.event
    amend(desk.file, STAFF, seen, replace(seen, delegations=DEFINED))
    for name, number in (("VONG", 1), ("SISO", 2)):
        details: dict[str, Value] = {
            Field.FAMILY_NAME: name,
            Field.CATEGORY: "M",
            Field.DELEGATION: "LPDR",
            Field.PRECEDENCE: number,
        }
        register(desk.file, STAFF, details)
    yield desk
    desk.close()


@pytest.fixture
def officer(desk: Desk, qtbot: QtBot, tmp_path: Path) -> Officer:
    page = DelegationsPage(desk.parts, lambda _parent, name, _ending: tmp_path / name)
    qtbot.addWidget(page)
    page.resize(1180, 640)
    page.show()
    page.on_opened()
    officer = Officer(desk, page, qtbot)
    officer.settle()
    return officer


def test_the_table_has_each_delegation_in_the_order_of_precedence_or_of_names(officer: Officer) -> None:
    assert officer.delegations == ["MFA", "LAO", "JPN"]
    officer.page.delegations.order.setCurrentIndex(1)

    assert officer.delegations == ["MFA", "JPN", "LAO"]


def test_who_was_asked_and_has_named_nobody_is_one_choice_away(officer: Officer) -> None:
    which = officer.page.delegations.which
    found = {}
    for number in range(which.count()):
        which.setCurrentIndex(number)
        found[which.itemData(number)] = officer.delegations

    assert found == {
        "all": ["MFA", "LAO", "JPN"],
        "only_asked": ["JPN"],
        "incomplete": ["MFA", "LAO", "JPN"],
        "nobody_here": ["MFA", "LAO"],
    }
    assert which.itemText(1) == "Asked, no names yet (1)"


def test_a_delegation_is_filtered_by_each_of_its_names_and_by_its_liaison_officer(officer: Officer) -> None:
    for letters in ("lpdr", "lao", "noy"):
        officer.page.delegations.filter.setText(letters)
        assert officer.delegations == ["LAO"]


def test_a_delegation_is_moved_by_a_key_and_brought_back_by_undo(officer: Officer) -> None:
    officer.page.delegations.table.selectRow(1)
    officer.move(Qt.Key.Key_Up)
    assert officer.delegations == ["LAO", "MFA", "JPN"]
    assert officer.page.delegations.chosen is not None
    assert officer.page.delegations.chosen.delegation.code == "LAO"
    officer.undo()

    assert officer.delegations == ["MFA", "LAO", "JPN"]


def test_in_the_order_of_names_nothing_is_moved_and_the_page_says_why(officer: Officer) -> None:
    officer.page.delegations.order.setCurrentIndex(1)
    officer.page.delegations.table.selectRow(1)
    officer.move(Qt.Key.Key_Up)

    assert "by precedence" in officer.page.told.text()


def test_a_member_is_moved_among_the_members_and_no_further(officer: Officer) -> None:
    officer.page.tabs.setCurrentIndex(1)
    vong = officer.desk.known("vong").delegate.id
    assert officer.of_laos == ["VONG", "SISO"]
    officer.choose(vong)
    officer.move(Qt.Key.Key_Down)
    assert officer.of_laos == ["SISO", "VONG"]
    assert officer.page.order.key == vong
    officer.move(Qt.Key.Key_Down)
    assert "moves among the members" in officer.page.told.text()
    officer.undo()

    assert officer.of_laos == ["VONG", "SISO"]
    assert officer.desk.known("siso").delegate.precedence == 2


def test_a_heading_takes_its_members_along(officer: Officer) -> None:
    officer.page.tabs.setCurrentIndex(1)
    officer.choose("§LAO")
    officer.move(Qt.Key.Key_Up)

    assert officer.names[:4] == ["§LAO", "VONG", "SISO", "§MFA"]


def test_an_arrival_at_any_desk_appears_on_the_page_and_on_the_second_screen(officer: Officer) -> None:
    page, desk = officer.page, officer.desk
    page.tabs.setCurrentIndex(1)
    page.show_screen()
    screen = page.screen_window
    assert screen is not None
    assert screen.isVisible()
    before = len(screen.texts)
    assert page.order.summary.text() == f"{before} are missing"
    assert any("VONG" in text for text in screen.texts)
    arrive(desk.file, STAFF, [desk.known("vong").delegate.id], NOW)
    desk.changes.delegates_changed.emit(frozenset())
    officer.qtbot.waitUntil(lambda: len(screen.texts) == before - 1, timeout=20_000)
    assert not any("VONG" in text for text in screen.texts)
    assert "VONG 08:46" in screen.here.text()
    page.show_screen()

    assert not screen.isVisible()


@pytest.mark.parametrize("size", [(1024, 576), (900, 500), (1366, 768)])
def test_no_text_on_the_second_screen_is_cut_off(officer: Officer, size: tuple[int, int]) -> None:
    page, desk = officer.page, officer.desk
    long: dict[str, Value] = {
        Field.FAMILY_NAME: "Vibolmongkol",
        Field.GIVEN_NAME: "Bun",
        Field.HONORIFIC: "Samdech Akka Moha Bandit Vibolpheakdei Sereymongkol",
        Field.NATIVE_HONORIFIC: "សម្តេចអគ្គមហាបណ្ឌិតវិបុលភក្តីសេរីមង្គល",
        Field.NATIVE_NAME: "ប៊ុន វិបុលមង្គល",
        Field.POSITION: "Privy Adviser with the rank of Deputy Prime Minister",
        Field.CATEGORY: "M",
        Field.DELEGATION: "MFA",
        Field.PRECEDENCE: 1,
    }
    register(desk.file, STAFF, long)
    page.work.read()
    officer.settle()
    page.tabs.setCurrentIndex(1)
    page.show_screen()
    screen = page.screen_window
    assert screen is not None
    screen.showNormal()
    screen.resize(*size)
    officer.qtbot.waitUntil(lambda: any(each.isVisible() for each in screen.findChildren(HtmlLabel)))
    shown = [each for each in screen.findChildren(HtmlLabel) if each.isVisible()]

    assert any("Vibolmongkol" in each.text() for each in shown)
    assert [each.text() for each in shown if each.height() < each.heightForWidth(each.width())] == []
    page.show_screen()


def test_only_the_first_are_looked_at_and_only_who_is_missing_may_be_shown(officer: Officer) -> None:
    desk, page = officer.desk, officer.page
    arrive(desk.file, STAFF, [desk.known("vong").delegate.id], NOW)
    page.work.read()
    officer.settle()
    page.tabs.setCurrentIndex(1)
    page.order.only_missing.setChecked(True)
    assert "VONG" not in officer.names
    assert "SISO" in officer.names
    officer.choose("§LAO")
    officer.move(Qt.Key.Key_Up)

    assert "Show everybody" in page.told.text()


def test_no_number_of_rank_stands_on_the_page_or_on_the_second_screen(officer: Officer) -> None:
    page = officer.page
    page.tabs.setCurrentIndex(1)
    page.show_screen()
    assert page.screen_window is not None
    heads = [each.title for each in page.order._columns()]

    assert heads == ["Arrived", "Name", "Name in native script", "Position"]
    page.screen_window.close()


@pytest.mark.parametrize(
    ("part", "name", "words"), [(0, "delegations", "Lao PDR"), (1, "precedence", "VONG")]
)
def test_what_is_shown_is_saved_on_a_sheet(
    officer: Officer, tmp_path: Path, part: int, name: str, words: str
) -> None:
    officer.page.tabs.setCurrentIndex(part)
    officer.page.save()
    officer.settle()
    (path,) = tmp_path.glob(f"{name}-*.pdf")
    paper = pypdfium2.PdfDocument(path)

    assert len(paper) == 1
    assert words in paper[0].get_textpage().get_text_range()
    assert str(path) in officer.page.saved.text


def test_the_page_goes_on_where_it_stood(officer: Officer, qtbot: QtBot) -> None:
    page = officer.page
    page.tabs.setCurrentIndex(1)
    page.order.first.setCurrentIndex(0)
    page.delegations.which.setCurrentIndex(2)
    other = DelegationsPage(officer.desk.parts)
    qtbot.addWidget(other)
    other.take_state(page.state)

    assert other.state == page.state
    other.take_state({"part": "x", "first": 7, "which": "other"})
    assert other.state["first"] == 10
