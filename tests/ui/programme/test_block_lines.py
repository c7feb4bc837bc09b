"""A block of the programme says what matters most in the lines that it has."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from checkin.domain.programme import LocalText, Session
from checkin.ui.programme.block_lines import BlockLine, Tone, lines_of
from checkin.ui.programme.block_words import BlockWords, block_words
from checkin.wording import in_language
from tests.ui.programme.test_session_form import EVENT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NINE = datetime(2027, 10, 30, 7, tzinfo=UTC)
LONG = "Second reading of the joint declaration on water"
TALK = Session(
    "talk", LocalText.of(LONG), LocalText.of("one"), NINE, NINE + timedelta(minutes=30), NINE, NINE,
    kind=LocalText.of("Panel"), speakers=(LocalText.of("H.E. Sok Dara"), LocalText.of("Dr. Lim Bopha")),
)  # fmt: skip
EVERYBODY, NAMED, SOME = None, frozenset[str](), frozenset("PM")


def words(session: Session = TALK) -> BlockWords:
    return block_words(in_language("en"), EVENT, session, 0, ())


@pytest.fixture
def metrics(qapp: QApplication) -> QFontMetrics:
    del qapp
    return QFontMetrics(QFont("Noto Sans", 10))


def shown(session: Session, metrics: QFontMetrics, room: int) -> list[BlockLine]:
    return lines_of(words(session), metrics, metrics.horizontalAdvance("Second reading of the"), room)


def test_the_second_line_says_first_who_may_enter(metrics: QFontMetrics) -> None:
    everybody, named, some = (
        shown(replace(TALK, open_to=open_to), metrics, 2)[1] for open_to in (EVERYBODY, NAMED, SOME)
    )

    assert (everybody.text, everybody.categories) == ("09:00–09:30 · Panel", ())
    assert (named.text, named.categories) == ("only who is named · 09:00–09:30 · Panel", ())
    assert (some.text, [each.letter for each in some.categories]) == ("09:00–09:30 · Panel", ["P", "M"])


@pytest.mark.parametrize(
    ("room", "title", "others"),
    [
        (2, [LONG], 1),
        (3, ["Second reading of the", "joint declaration on water"], 1),
        (4, ["Second reading of the", "joint declaration on", "water"], 1),
        (6, ["Second reading of the", "joint declaration on", "water"], 3),
        (9, ["Second reading of the", "joint declaration on", "water"], 3),
    ],
)
def test_a_title_takes_the_lines_that_the_block_has_and_the_speakers_follow(
    metrics: QFontMetrics, room: int, title: list[str], others: int
) -> None:
    lines = shown(TALK, metrics, room)

    assert [each.text for each in lines if each.tone is Tone.TITLE] == title
    assert len(lines) == len(title) + others
    if others > 1:
        assert " ".join(each.text for each in lines[-2:]) == "H.E. Sok Dara, Dr. Lim Bopha"


def test_the_time_is_not_cut_where_a_line_below_is_empty(metrics: QFontMetrics) -> None:
    lines = shown(replace(TALK, title=LocalText.of("Talk"), open_to=NAMED), metrics, 3)

    assert [each.text for each in lines] == ["Talk", "only who is named ·", "09:00–09:30 · Panel"]


def test_a_block_of_one_line_says_who_may_enter_too(metrics: QFontMetrics) -> None:
    (named,) = shown(replace(TALK, open_to=NAMED), metrics, 1)
    (some,) = shown(replace(TALK, open_to=SOME), metrics, 1)

    assert named.text == f"only who is named · 09:00–09:30 {LONG}"
    assert [each.code for each in some.categories] == ["P", "M"]


def test_a_block_of_one_line_has_time_and_title(metrics: QFontMetrics) -> None:
    assert [each.text for each in shown(TALK, metrics, 1)] == [f"09:00–09:30 {LONG}"]
