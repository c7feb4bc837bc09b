"""The name of an event file: what some system refuses, and what is proposed from the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.desk.choices import Wrong
from checkin.desk.event_names import file_name, wrong_in_name

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("Forum 2027", None),
        ("Forum 2027.event", None),
        ("វេទិកា.event", None),
        ("", Wrong.NO_NAME),
        (".event", Wrong.NO_NAME),
        ("..", Wrong.NO_NAME),
        ("what?", Wrong.SIGN_IN_NAME),
        ("C:\\forum", Wrong.SIGN_IN_NAME),
        ("tab\there", Wrong.SIGN_IN_NAME),
        ("con", Wrong.NAME_OF_DEVICE),
        ("Lpt1.event", Wrong.NAME_OF_DEVICE),
        ("nul.2027", Wrong.NAME_OF_DEVICE),
        ("ភ" * 70, Wrong.NAME_TOO_LONG),
    ],
)
def test_a_name_that_some_system_refuses_is_told(name: str, wrong: Wrong | None) -> None:
    assert wrong_in_name(name) is wrong


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Forum 2027", "Forum 2027.event"),
        ("Who? Where/When: Forum", "Who Where When Forum.event"),
        ("Forum. ", "Forum.event"),
        ("…?", "….event"),
        ("???", "Event.event"),
        ("CON", "Event CON.event"),
        ("a\nb", "a b.event"),
    ],
)
def test_a_name_is_proposed_from_the_title(tmp_path: Path, title: str, name: str) -> None:
    assert file_name(title, tmp_path) == name


def test_no_name_is_proposed_that_a_file_has(tmp_path: Path) -> None:
    (tmp_path / "Forum.event").touch()
    (tmp_path / "Forum 2.event").touch()

    assert file_name("Forum", tmp_path) == "Forum 3.event"


@given(st.text(max_size=300))
def test_any_title_gives_a_name_that_any_system_allows(
    tmp_path_factory: pytest.TempPathFactory, title: str
) -> None:
    name = file_name(title, tmp_path_factory.getbasetemp())

    assert wrong_in_name(name) is None
    assert len(name.encode()) <= 130
