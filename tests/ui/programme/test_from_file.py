"""A programme from a file is looked at on the Programme page, and comes in as one act once the organiser agrees."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from checkin import assets
from checkin.desk.bring_programme import plan
from checkin.desk.define import amend
from checkin.desk.open_event import new_event
from checkin.desk.report import report
from checkin.domain.programme import LocalText
from checkin.domain.rearranging import with_session
from checkin.domain.rejections import RejectReason
from checkin.importing.definition import read_definition
from checkin.reports import write_report
from checkin.ui.programme.check_words import Fate, rows_of
from checkin.wording import in_language
from tests.importing.made_files import a_csv
from tests.ui.doors import DESK, Story, a_story_in, at
from tests.ui.programme.organiser import CTRL, Organiser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from checkin.ui.programme.check_panel import CheckPanel

HEADS = ("Code", "Day", "Start", "End", "Room", "Title", "Capacity")
PROGRAMME = (
    HEADS,
    ("opening", "2026-09-14", "09:30", "11:00", "Ballroom", "Opening", "250"),
    ("lunch", "2026-09-14", "09:10", "10:40", "Mekong", "Lunch", "2"),
    ("", "2026-09-15", "14:00", "15:00", "North", "Workshop on ports", ""),
    ("", "2026-09-15", "16:00", "15:00", "North", "Backwards", ""),
)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    yield from a_story_in(tmp_path)


@pytest.fixture
def organiser(qtbot: QtBot, story: Story) -> Organiser:
    return Organiser(qtbot, story)


def look_at(organiser: Organiser, path: Path) -> CheckPanel:
    organiser.page.take_list(path)
    organiser.settle()
    check = organiser.page.from_file.check
    assert check is not None
    return check


def told(check: CheckPanel) -> list[tuple[Fate, str, str]]:
    return [(each.fate, each.title, each.told) for each in check.rows]


def test_a_file_is_shown_before_it_comes_in_as_one_act(organiser: Organiser, tmp_path: Path) -> None:
    before = organiser.event
    check = look_at(organiser, a_csv(tmp_path, PROGRAMME))
    shown = told(check)
    seen = organiser.event
    counts = check.counts.text()
    organiser.press(Qt.Key.Key_Return, CTRL)
    organiser.settle()

    assert seen == before
    assert counts == "1 new, 1 changed, 0 withdrawn, 1 unchanged, 1 rejected"
    assert shown == [
        (Fate.REJECTED, "Backwards", "row 5, End: The end is not after the start."),
        (Fate.CHANGED, "Opening", "Start: 09:00 → 09:30; End: 10:30 → 11:00; Capacity: 300 → 250"),
        (Fate.NEW, "Workshop on ports", "Tue, Sep 15, 14:00–15:00, North, open to everybody"),
    ]
    assert (organiser.session("opening").start, organiser.session("opening").capacity) == (at(30), 250)
    assert organiser.session("workshop-ports").title == LocalText.of("Workshop on ports")
    assert organiser.page.from_file.check is check, "the rejected row is still told"
    assert (check.to_come, check.bring_in_button.isEnabled()) == (0, False)
    assert organiser.page.line.text == "2 rows came in"
    assert (organiser.window.focusWidget(), check.close_button.text()) == (check.table, "Close   Esc")
    organiser.page.view.setFocus()
    organiser.press(Qt.Key.Key_Escape)
    assert organiser.page.from_file.check is None
    assert organiser.window.focusWidget() is not None
    organiser.undo()
    assert organiser.event.sessions_by_time() == before.sessions_by_time()


def test_lines_that_were_copied_are_sessions_of_the_day_that_is_shown(organiser: Organiser) -> None:
    QApplication.clipboard().setText(
        "13:00-13:20 Ports (North; Dr Sok; Ms Chan)\n\n13:20–13:40 Bridges (Mekong)\nTuesday\n9h-10h Recap"
    )
    before = organiser.event
    organiser.press(Qt.Key.Key_V, CTRL)
    organiser.settle()
    check = organiser.page.from_file.check
    assert check is not None
    shown = told(check)
    organiser.press(Qt.Key.Key_Return, CTRL)
    organiser.settle()
    new = {
        str(each.title): each
        for code, each in organiser.event.sessions.items()
        if code not in before.sessions
    }

    assert check.name == "Pasted programme"
    assert [(fate, title) for fate, title, _ in shown] == [
        (Fate.NEW, "Ports"),
        (Fate.NEW, "Bridges"),
        (Fate.NEW, "Recap"),
    ]
    assert [str(each) for each in new["Ports"].speakers] == ["Dr Sok", "Ms Chan"]
    assert new["Ports"].start.date() == new["Bridges"].start.date() < new["Recap"].start.date()
    organiser.undo()
    assert organiser.event.sessions_by_time() == before.sessions_by_time()


def test_with_nothing_copied_the_page_says_what_to_copy(organiser: Organiser) -> None:
    QApplication.clipboard().clear()
    organiser.press(Qt.Key.Key_V, CTRL)
    organiser.settle()

    assert organiser.page.line.text.startswith("Copy lines first")


def test_a_rejected_row_names_the_session_and_the_word_and_a_new_session_says_who_may_enter(
    organiser: Organiser, tmp_path: Path
) -> None:
    rows = (
        ("Day", "Time", "Open to", "Title"),
        ("2026-09-14", "18:00-19:00", "Martians", "Drinks"),
        ("2026-09-14", "19:00-20:00", "P", "Press talk"),
        ("2026-09-14", "20:00-21:00", "by invitation only", "Dinner"),
    )
    check = look_at(organiser, a_csv(tmp_path, rows))

    assert told(check) == [
        (
            Fate.REJECTED,
            "Drinks",
            f"row 2, Open to: “Martians”: {in_language('en').rejection(RejectReason.UNKNOWN_OPEN_TO)}",
        ),
        (Fate.NEW, "Press talk", "Mon, Sep 14, 19:00–20:00, open to: Parliament"),
        (Fate.NEW, "Dinner", "Mon, Sep 14, 20:00–21:00, only who is named"),
    ]


def test_the_file_is_looked_at_again_when_the_event_changes_meanwhile(
    organiser: Organiser, tmp_path: Path
) -> None:
    check = look_at(organiser, a_csv(tmp_path, PROGRAMME[:4]))
    organiser.change_elsewhere(replace(organiser.session("opening"), capacity=250))
    organiser.settle()

    assert told(check)[0][2] == "Start: 09:00 → 09:30; End: 10:30 → 11:00"
    organiser.press(Qt.Key.Key_Return)
    organiser.settle()
    assert organiser.page.from_file.check is None
    assert organiser.page.view.selection == "opening"
    assert organiser.window.focusWidget() is organiser.block("opening")


def test_a_new_session_of_the_file_whose_code_somebody_has_just_used_is_selected(
    organiser: Organiser, tmp_path: Path
) -> None:
    look_at(organiser, a_csv(tmp_path, (HEADS, PROGRAMME[3])))
    seen = organiser.event
    theirs = replace(seen.sessions["lunch"], code="workshop-ports")
    amend(organiser.story.file, DESK, seen, with_session(seen, theirs))  # this window does not know it yet
    organiser.press(Qt.Key.Key_Return, CTRL)
    organiser.settle()

    assert organiser.session("workshop-ports") == theirs
    assert str(organiser.session("workshop-ports-2").title) == "Workshop on ports"
    assert organiser.page.view.selection == "workshop-ports-2"


def test_what_cannot_be_read_is_said_and_what_is_half_typed_stays(
    organiser: Organiser, tmp_path: Path
) -> None:
    organiser.page.take_list(a_csv(tmp_path, (("Colour", "Shoe"), ("red", "42"))))
    organiser.settle()
    titles = [each.title for each in organiser.story.troubles]
    organiser.choose("panel")
    organiser.press(Qt.Key.Key_Return)
    organiser.qtbot.keyClicks(organiser.window.focusWidget(), "x")
    organiser.page.take_list(a_csv(tmp_path, PROGRAMME))
    organiser.settle()

    assert titles == ["The file has no sessions"]
    assert organiser.page.from_file.check is None
    assert organiser.page.is_begun
    assert organiser.page.line.text == "Esc once more gives up what was filled in."


def test_an_empty_programme_offers_the_usual_sessions_of_a_preset(organiser: Organiser) -> None:
    sessions = organiser.event.sessions.values()
    organiser.change_elsewhere(*(replace(each, withdrawn=True) for each in sessions))
    organiser.page.welcome.usual["conference"].trigger()
    organiser.settle()

    known = organiser.event.sessions_by_time()
    assert known[0].code == organiser.page.view.selection != "opening"
    assert known[0].title.in_language("en") == "Opening"
    assert organiser.event.day_of(known[0].start) == organiser.event.description.first_day
    organiser.undo()
    assert organiser.event.sessions_by_time() == []


def test_an_empty_programme_offers_the_first_session_and_a_file(organiser: Organiser) -> None:
    sessions = organiser.event.sessions.values()
    organiser.change_elsewhere(*(replace(each, withdrawn=True) for each in sessions))
    organiser.page.on_opened()
    way = organiser.window.focusWidget()
    organiser.page.welcome.add_button.click()

    assert way is organiser.page.welcome.add_button
    assert organiser.page.welcome.file_button.text() == "Programme from a file…   Ctrl+O"
    assert organiser.page.panel.is_asking


def test_a_longer_session_is_told_with_its_doors_only_if_they_do_not_move_along(
    organiser: Organiser, tmp_path: Path
) -> None:
    early = replace(organiser.session("opening"), last_entry=organiser.session("opening").end)
    organiser.change_elsewhere(early)
    check = look_at(organiser, a_csv(tmp_path, PROGRAMME[:2]))

    assert told(check)[0][2] == "Start: 09:00 → 09:30; End: 10:30 → 11:00; Capacity: 300 → 250"


def test_the_demos_own_programme_brings_nothing_new(tmp_path: Path) -> None:
    say = in_language("en")
    shown = {}
    with new_event(tmp_path / "demo.event", read_definition(assets.demo("forum.toml")), DESK) as file:
        made = report(file, "programme", datetime(2027, 3, 20, tzinfo=UTC), say)
        for ending in ("csv", "ics"):
            path = tmp_path / f"programme.{ending}"
            write_report(made, path, file.event, say)
            found = plan(file, path).plan
            shown[ending] = rows_of(found, say), found.same == len(file.event.sessions_by_time())

    assert shown == {"csv": ([], True), "ics": ([], True)}
