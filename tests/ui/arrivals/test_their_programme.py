"""The programme of the delegate on the card, as a file in their language."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt

from checkin.desk.correct import correct
from checkin.desk.define import amend
from checkin.desk.report import language_of
from checkin.domain.delegates import Field
from checkin.domain.programme import LocalText, Session
from tests.ui.desks import STAFF

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.arrivals.conftest import Hands


@pytest.fixture
def guided(hands: Hands) -> Hands:
    """The page of an event with three sessions, of which the guest may enter two."""
    file, start = hands.desk.file, hands.desk.now
    sessions = {
        code: Session(
            code, LocalText.of({"en": code.title(), "fr": f"{code} (fr)"}), LocalText.of("Ballroom"),
            start + timedelta(hours=hour), start + timedelta(hours=hour + 1), start, start + timedelta(hours=hour + 1),
            open_to=open_to,
        )
        for hour, (code, open_to) in enumerate(
            {"opening": None, "guests": frozenset("M"), "others": frozenset("P")}.items()
        )
    }  # fmt: skip
    amend(file, STAFF, file.event, replace(file.event, sessions=sessions))
    assert len(file.event.sessions) == 3
    return hands


def saved(hands: Hands, folder: Path, ending: str) -> Path:
    """The one file of this kind in the folder, once the page says that it is there."""
    hands.qtbot.waitUntil(lambda: bool(hands.page.side.programme.text))
    (path,) = folder.glob(f"*.{ending}")
    assert hands.page.side.programme.text == str(path)
    return path


def test_one_click_on_the_card_saves_what_the_person_may_enter_in_their_language(
    guided: Hands, tmp_path: Path
) -> None:
    who = guided.desk.known("ly nary").delegate
    correct(guided.desk.file, STAFF, who.id, {Field.LANGUAGE: "fr"})
    guided.look_for("ly nary")
    link = guided.page.side.card.widget()

    link.linkActivated.emit("programme")
    path = saved(guided, tmp_path, "pdf")

    with pypdfium2.PdfDocument(path) as pdf:
        words = pdf[0].get_textpage().get_text_bounded()
    assert "opening (fr)" in words
    assert "guests (fr)" in words
    assert "others" not in words
    assert who.titled_name in words
    assert "Page 1 sur 1" in words
    assert who.family_name not in path.name
    assert guided.queued == []


def test_the_key_saves_a_calendar_where_the_operator_names_one(guided: Hands, tmp_path: Path) -> None:
    guided.page.side.programme.ask_where = lambda _parent, _name: tmp_path / "guest.ics"
    guided.look_for("ly nary")

    guided.control(Qt.Key.Key_S)
    path = saved(guided, tmp_path, "ics")

    entries = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert {str(entry["SUMMARY"]) for entry in entries} == {"Opening", "Guests"}


def test_the_strip_goes_with_the_person_and_nothing_is_written_without_a_place(
    guided: Hands, tmp_path: Path
) -> None:
    guided.look_for("ly nary")
    guided.control(Qt.Key.Key_S)
    saved(guided, tmp_path, "pdf")
    guided.page.side.programme.ask_where = lambda _parent, _name: None

    guided.look_for("chea")
    guided.control(Qt.Key.Key_S)
    guided.settle()

    assert guided.page.side.programme.text == ""
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_a_file_that_cannot_be_written_is_told(guided: Hands, tmp_path: Path) -> None:
    guided.page.side.programme.ask_where = lambda _parent, name: tmp_path / "nowhere" / name
    guided.look_for("ly nary")

    guided.control(Qt.Key.Key_S)
    guided.qtbot.waitUntil(lambda: bool(guided.desk.troubles))

    assert "could not be written" in guided.desk.troubles[0].title
    guided.desk.troubles.clear()


def test_an_event_without_a_session_says_so(hands: Hands) -> None:
    hands.look_for("ly nary")
    hands.control(Qt.Key.Key_S)

    assert hands.page.band.text.startswith("The programme has no session yet.")


@pytest.mark.parametrize(
    ("own", "expected"), [("fr", "fr"), ("KM ", "km"), ("zh", "zh"), ("Klingon", "en"), ("", "en")]
)
def test_papers_are_in_the_persons_language_where_there_are_words_in_it(
    hands: Hands, own: str, expected: str
) -> None:
    who = hands.desk.known("ly nary").delegate.id
    correct(hands.desk.file, STAFF, who, {Field.LANGUAGE: own})

    assert language_of(hands.desk.file.event, hands.desk.known("ly nary").delegate) == expected
