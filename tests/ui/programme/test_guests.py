"""The guests of a session on the Programme page: named by a search, a pasted list or a sheet, changed and withdrawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication

from checkin.desk.guests import guests
from checkin.desk.invite import Wish, invite
from checkin.desk.scan_at_door import scan
from checkin.domain.naming import Answer, Naming
from checkin.domain.presence import Direction
from checkin.storage import acts
from checkin.ui.guests.guest_form import ANSWER, PERSONS, SEAT, GuestForm
from checkin.ui.guests.guest_words import meaning
from tests.ui.doors import DESK, STAFF, Story, a_story_in, at
from tests.ui.programme.organiser import CTRL, Organiser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LIST = "R1\tTable 1\tyes\t2\nLim Dara\tTable 2\nSopheap\nR4\tTable 3\tperhaps\nSok Sopheap"


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    for story in a_story_in(tmp_path):
        for reference, family, given in (
            ("R1", "Sok", "Sopheap"), ("R2", "Lim", "Dara"), ("R3", "Lim", "Dara"), ("R4", "Chea", "Vanna"),
        ):  # fmt: skip
            story.delegate(family, badge=reference == "R4", given_name=given, reference=reference)
        yield story


class Host(Organiser):
    """An organiser who looks after the guests of the panel."""

    def open(self, session: str = "panel") -> None:
        self.choose(session)
        self.press(Qt.Key.Key_G, CTRL)
        self.settle()

    @property
    def named(self) -> dict[str, Naming]:
        """The namings on record, by the reference of the person."""
        known = guests(self.story.file, "panel").named
        return {each.registration.delegate.reference: each.naming for each in known}

    @property
    def shown(self) -> list[str]:
        return [each.registration.delegate.reference for each in self.page.guests.table.rows]

    @property
    def number_of_acts(self) -> int:
        return len(list(acts.newest_first(self.story.file.database, self.story.file.desk)))

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.window.focusWidget(), text)  # type: ignore[no-untyped-call]
        self.settle()

    def paste(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, CTRL)
        self.settle()

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)
        self.settle()

    def select(self, *references: str) -> None:
        view, flags = self.page.guests.table.view, QItemSelectionModel.SelectionFlag
        view.setFocus()
        view.clearSelection()
        for reference in references:
            index = view.model().index(self.shown.index(reference), 0)
            view.selectionModel().select(index, flags.Select | flags.Rows)

    @property
    def checked(self) -> list[tuple[int, str]]:
        return [(each.row.line, meaning(self.look.say, each)) for each in self.page.guests.check.rows]

    @property
    def form(self) -> GuestForm:
        form = self.page.guests.panel.currentWidget()
        assert isinstance(form, GuestForm)
        return form

    def fill_in(self, name: str, text: str) -> None:
        self.form.input(name).setProperty("text", text)


@pytest.fixture
def host(qtbot: QtBot, story: Story) -> Host:
    return Host(qtbot, story)


def person(story: Story, reference: str) -> str:
    from checkin.storage.delegates import by_reference  # noqa: PLC0415 - only here

    return by_reference(story.file.database, reference)[0].delegate.id


# ---- the search and the form


def test_letters_and_enter_invite_and_the_next_enter_opens_the_form_each_as_one_act(host: Host) -> None:
    host.open()
    known = host.number_of_acts
    host.type("vanna")
    assert host.page.guests.adding.marked.text().endswith(" · Enter invites")
    host.enter()

    assert host.named == {"R4": Naming()}
    assert host.page.guests.sums.text == "1 invited · 0 accept · 0 inside"
    assert "is invited" in host.page.line.text

    host.enter()
    host.form.input(ANSWER).setProperty("currentIndex", 0)
    host.fill_in(SEAT, "Table 4")
    host.fill_in(PERSONS, "2")
    host.form.save_button.click()
    host.settle()

    assert host.named == {"R4": Naming(Answer.ACCEPTS, "Table 4", 2)}
    assert host.page.line.text.endswith("accepts · Table 4 · 2 persons")
    assert host.page.guests.sums.text == "2 invited · 2 accept · 0 inside"
    assert host.number_of_acts == known + 2

    host.undo()
    assert host.named == {"R4": Naming()}
    host.undo()
    assert host.shown == []


def test_a_marked_suggestion_says_what_enter_does(host: Host) -> None:
    host.open()
    host.type("sopheab")
    host.press(Qt.Key.Key_Down)
    marked = host.page.guests.adding.marked
    assert marked.text() == "Enter chooses Sok Sopheap."
    host.enter()
    assert marked.text().endswith(" · Enter invites")
    host.enter()

    assert host.named == {"R1": Naming()}


def test_who_is_in_the_event_under_no_such_name_is_told_how_to_come_in(host: Host) -> None:
    host.open()
    host.type("xqzw")

    assert "Ctrl+I brings a list in" in host.page.guests.adding.marked.text()


def test_a_form_for_several_changes_only_what_was_filled_in(host: Host) -> None:
    invite(host.story.file, DESK, "panel", [Wish(person(host.story, "R1"), seat="A1")])
    invite(host.story.file, DESK, "panel", [Wish(person(host.story, "R4"), Answer.DECLINES, "A2", 3)])
    host.open()
    host.select("R1", "R4")
    host.enter()
    host.fill_in(PERSONS, "none")
    host.form.save_button.click()
    assert host.form.wrong() == {PERSONS: "Write a number from 1 to 99."}
    host.fill_in(PERSONS, "")
    answer = host.form.input(ANSWER)
    answer.setProperty("currentIndex", 1)  # the first entry leaves each answer as it is
    known = host.number_of_acts
    host.fill_in(PERSONS, "2")
    host.form.save_button.click()
    host.settle()

    accepts = Answer.ACCEPTS
    assert host.named == {"R1": Naming(accepts, "A1", 2), "R4": Naming(accepts, "A2", 2)}
    assert host.number_of_acts == known + 1


def test_several_are_withdrawn_and_brought_back_with_their_seats(host: Host) -> None:
    for reference in ("R1", "R2", "R4"):
        invite(host.story.file, DESK, "panel", [Wish(person(host.story, reference), seat="A1")])
    host.open()
    host.select("R1", "R4")
    host.press(Qt.Key.Key_Delete)
    host.settle()
    withdrawn = {reference for reference, naming in host.named.items() if naming.withdrawn}

    assert withdrawn == {"R1", "R4"}
    assert host.shown[0] == "R2"
    assert host.page.guests.sums.text.startswith("1 invited")
    assert host.page.guests.table.withdraw_button.text().startswith("Invite again")

    host.press(Qt.Key.Key_Delete)
    host.settle()
    assert host.named["R1"] == Naming(seat="A1")
    host.undo()
    host.undo()
    assert not any(naming.withdrawn for naming in host.named.values())


# ---- a list


def test_a_pasted_list_is_checked_and_invites_nobody_before_the_organiser_says_so(host: Host) -> None:
    host.open()
    known = host.number_of_acts
    host.paste(LIST)

    assert host.checked == [
        (2, "Several people are called so."),
        (3, "Nobody has exactly this name or reference."),
        (4, "“perhaps” is no answer: accepts or declines."),
        (5, "This person stands in the list twice."),
        (1, "Sok Sopheap"),
    ]
    assert host.named == {}

    adding = host.page.guests.adding
    assert [each.delegate.reference for each in adding.finder.results.found] == ["R2", "R3"]
    assert adding.finder.chosen is None
    host.enter()
    host.press(Qt.Key.Key_Down, times=2)
    assert "R3" in adding.marked.text() or "R2" in adding.marked.text()
    assert adding.marked.text().endswith(" · Enter chooses")
    host.enter()
    host.press(Qt.Key.Key_Delete)
    host.settle()
    assert [line for line, _means in host.checked] == [4, 5, 1, 2]
    host.enter()
    host.press(Qt.Key.Key_Down)
    host.enter()
    assert host.page.guests.is_begun
    assert host.page.guests.check.invite_button.text() == "Invite 3 persons   Ctrl+Enter"
    host.press(Qt.Key.Key_Return, CTRL)
    host.settle()

    one = {"R2", "R3"} & set(host.named)
    assert len(one) == 1
    assert host.named == {
        "R1": Naming(Answer.ACCEPTS, "Table 1", 2),
        "R4": Naming(seat="Table 3"),
        one.pop(): Naming(seat="Table 2"),
    }
    assert host.number_of_acts == known + 1
    host.undo()
    assert host.named == {}


def test_several_lines_pasted_into_the_search_are_a_list_and_one_line_is_a_name(host: Host) -> None:
    host.open()
    host.paste("R1\nR4")

    assert [line for line, _means in host.checked] == [1, 2]
    host.press(Qt.Key.Key_Escape)
    assert not host.page.guests.lists.is_checking
    host.page.guests.adding.finder.search.setFocus()
    host.paste("vanna")
    assert host.page.guests.adding.finder.search.text() == "vanna"


def test_a_list_of_which_something_was_decided_is_given_up_only_at_the_second_esc(host: Host) -> None:
    host.open()
    host.paste("R1\nR4")
    host.press(Qt.Key.Key_Delete)
    host.press(Qt.Key.Key_Escape)

    assert host.page.guests.lists.is_checking
    assert "Esc" in host.page.line.text
    host.press(Qt.Key.Key_Escape)
    assert not host.page.guests.lists.is_checking
    host.press(Qt.Key.Key_Escape)
    assert host.page.guests.session == ""


def test_a_sheet_is_checked_by_its_headers_and_other_columns_can_be_chosen(
    host: Host, tmp_path: Path
) -> None:
    path = tmp_path / "guests.csv"
    path.write_text("Name,Ref,Table\nSok Sopheap,R1,T1\nLim Dara,R3,T2\n", encoding="utf-8")
    host.open()
    host.page.guests.lists.look_at(path)
    host.settle()
    check = host.page.guests.check

    assert check.title.text() == "guests.csv"
    assert host.checked == [(2, "Sok Sopheap"), (3, "Lim Dara")]

    boxes = check.columns.boxes
    boxes["who"].setCurrentIndex(boxes["who"].findText("Name"))
    boxes["who"].activated.emit(boxes["who"].currentIndex())
    host.settle()
    assert host.checked == [(3, "Several people are called so."), (2, "Sok Sopheap")]
    check.invite_button.click()
    host.settle()
    assert host.named == {"R1": Naming(seat="T1")}


# ---- live, and beside the sessions


def test_what_others_change_and_who_comes_in_is_shown_at_once(host: Host) -> None:
    host.open()
    code = host.story.delegate("Vong", reference="R5")
    invite(host.story.file, DESK, "panel", [Wish(person(host.story, "R5"), Answer.ACCEPTS)])
    host.story.changes.programme_changed.emit()
    host.settle()
    assert host.shown == ["R5"]

    scan(host.story.file, STAFF, "panel", code, at(95), Direction.IN)
    host.story.changes.presence_changed.emit("panel")
    host.settle()
    assert host.page.guests.sums.text == "1 invited · 1 accepts · 1 inside"

    host.change_elsewhere(replace(host.session("panel"), withdrawn=True))
    assert host.page.guests.session == ""


def test_keys_of_the_sessions_rest_while_the_guests_are_shown_and_letters_search(host: Host) -> None:
    host.open()
    before, known = host.event, host.number_of_acts
    host.page.guests.table.view.setFocus()
    host.press(Qt.Key.Key_Delete)
    host.press(Qt.Key.Key_D, CTRL)
    host.press(Qt.Key.Key_N, CTRL)
    host.type("v")

    assert (host.event, host.number_of_acts) == (before, known)
    assert not host.page.panel.is_asking
    assert host.page.guests.adding.finder.search.text() == "v"
    host.press(Qt.Key.Key_Escape)
    host.press(Qt.Key.Key_Escape)
    assert host.page.guests.session == ""
    assert host.page.view.selection == "panel"


def test_a_session_says_how_many_are_named_and_one_that_nobody_may_enter_says_so(host: Host) -> None:
    host.change_elsewhere(replace(host.session("panel"), open_to=frozenset()))
    host.choose("panel")
    side = host.page.side

    assert side.remark.isVisibleTo(side)
    assert "only who is named" in side.facts.text()
    invite(host.story.file, DESK, "panel", [Wish(person(host.story, "R1"))])
    host.story.changes.programme_changed.emit()
    host.settle()
    assert not side.remark.isVisibleTo(side)
    assert "1 named" in side.facts.text()
    assert "1 named" in host.block("panel").accessibleName()


def test_the_guests_that_were_shown_are_shown_again_after_a_restart(
    qtbot: QtBot, host: Host, story: Story
) -> None:
    invite(story.file, DESK, "panel", [Wish(person(story, "R1"))])
    host.open()
    state = host.page.state
    again = Host(qtbot, story)
    again.page.take_state(state)
    again.settle()

    assert again.page.guests.session == "panel"
    assert again.shown == ["R1"]
