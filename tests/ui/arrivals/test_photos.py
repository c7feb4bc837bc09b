"""The photo of the selected delegate at the Arrivals page: on the card, and the panel that sets it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from checkin.desk.photos import photo_of, take_photo
from checkin.ui.photos.photo_panel import PhotoPanel
from tests.photos import a_photo
from tests.ui.desks import STAFF

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.ui.arrivals.card import PersonCard
    from tests.ui.arrivals.conftest import Hands


def settle(hands: Hands) -> None:
    hands.qtbot.waitUntil(
        lambda: not hands.desk.tasks.drawing.is_busy and not hands.desk.tasks.prompt.is_busy
    )


def give_photo(hands: Hands, name: str, folder: Path) -> None:
    take_photo(hands.desk.file, STAFF, hands.desk.known(name).delegate.id, a_photo(folder / "face.png"))


def photo(hands: Hands, name: str) -> bytes | None:
    return photo_of(hands.desk.file, hands.desk.known(name).delegate)


def card(hands: Hands) -> PersonCard:
    return hands.page.side.card


def panel(hands: Hands) -> PhotoPanel:
    shown = hands.page.side.currentWidget()
    assert isinstance(shown, PhotoPanel)
    return shown


@pytest.fixture
def opened(hands: Hands, tmp_path: Path) -> PhotoPanel:
    """The panel of CHEA Vanna, opened by its key, which takes a photo from a file."""
    hands.look_for("chea")
    hands.control(Qt.Key.Key_P, shift=True)
    known = panel(hands)
    known.ask_for_file = lambda _parent: a_photo(tmp_path / "face.png", size=(800, 800))
    return known


def test_the_card_shows_the_photo_beside_the_name_and_nothing_where_there_is_none(
    hands: Hands, tmp_path: Path
) -> None:
    give_photo(hands, "chea", tmp_path)
    hands.look_for("chea")
    settle(hands)
    assert card(hands).shows_photo
    assert "<img" in card(hands).text
    hands.look_for("kem")
    settle(hands)

    assert not card(hands).shows_photo
    assert "<img" not in card(hands).text


def test_a_photo_whose_bytes_are_missing_leaves_the_card_as_it_is(hands: Hands, tmp_path: Path) -> None:
    give_photo(hands, "chea", tmp_path)
    with hands.desk.file.transaction():
        hands.desk.file.database.run("DELETE FROM pictures")
    hands.look_for("chea")
    settle(hands)

    assert not card(hands).shows_photo
    assert "CHEA Vanna" in card(hands).text


def test_a_photo_is_chosen_and_taken_by_enter_and_taken_back_by_undo(
    hands: Hands, opened: PhotoPanel
) -> None:
    hands.press(Qt.Key.Key_Return)
    settle(hands)
    assert opened.is_begun
    hands.press(Qt.Key.Key_Return)
    hands.qtbot.waitUntil(lambda: photo(hands, "chea") is not None)
    settle(hands)

    assert hands.page.band.text.startswith("PHOTO SET")
    assert not hands.page.side.is_asking
    assert card(hands).shows_photo
    hands.control(Qt.Key.Key_Z)
    hands.qtbot.waitUntil(lambda: photo(hands, "chea") is None)
    settle(hands)
    assert "photo set" in hands.page.band.text
    assert hands.desk.known("chea").arrival is None


def test_arrow_keys_and_the_mouse_move_the_frame_and_plus_makes_it_smaller(
    hands: Hands, opened: PhotoPanel
) -> None:
    hands.press(Qt.Key.Key_Return)
    settle(hands)
    before = opened.picker.frame
    assert before is not None
    QTest.keyClick(opened.picker, Qt.Key.Key_Plus)
    smaller = opened.picker.frame
    QTest.keyClick(opened.picker, Qt.Key.Key_Right)
    moved = opened.picker.frame
    middle = opened.picker.rect().center()
    QTest.mousePress(opened.picker, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(opened.picker, middle + QPoint(-40, 0))
    QTest.mouseRelease(opened.picker, Qt.MouseButton.LeftButton, pos=middle + QPoint(-40, 0))
    dragged = opened.picker.frame

    assert smaller is not None
    assert moved is not None
    assert dragged is not None
    assert smaller.height < before.height
    assert moved.left > smaller.left
    assert dragged.left < moved.left
    opened.save_button.click()
    hands.qtbot.waitUntil(lambda: photo(hands, "chea") is not None)


def test_what_is_cut_by_hand_is_what_is_kept(hands: Hands, opened: PhotoPanel, tmp_path: Path) -> None:
    half = Image.new("RGB", (1200, 800), "#FFFFFF")
    half.paste("#0000C8", (600, 0, 1200, 800))
    half.save(tmp_path / "half.png")
    opened.ask_for_file = lambda _parent: tmp_path / "half.png"
    opened.choose_button.click()
    settle(hands)
    for _ in range(20):
        QTest.keyClick(opened.picker, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    opened.save_button.click()
    hands.qtbot.waitUntil(lambda: photo(hands, "chea") is not None)
    kept = photo(hands, "chea")

    assert kept is not None
    for x in (5, 240, 475):
        colour = Image.open(BytesIO(kept)).getpixel((x, 300))
        assert isinstance(colour, tuple)
        assert colour[0] < 60
        assert colour[2] > 150


def test_a_file_that_is_no_photo_is_told_in_the_panel_and_nothing_is_lost(
    hands: Hands, opened: PhotoPanel, tmp_path: Path
) -> None:
    (tmp_path / "list.jpg").write_text("no photo")
    opened.read(tmp_path / "list.jpg")
    settle(hands)
    assert "list.jpg" in opened.trouble
    assert not opened.is_begun
    opened.read(a_photo(tmp_path / "face.png"))
    settle(hands)

    assert opened.trouble == ""
    assert opened.is_begun


def test_a_photo_is_removed(hands: Hands, tmp_path: Path) -> None:
    give_photo(hands, "chea", tmp_path)
    hands.look_for("chea")
    hands.control(Qt.Key.Key_P, shift=True)
    settle(hands)
    assert panel(hands).picker.has_photo
    panel(hands).remove_button.click()
    hands.qtbot.waitUntil(lambda: photo(hands, "chea") is None)
    settle(hands)

    assert hands.page.band.text.startswith("PHOTO REMOVED")
    assert not card(hands).shows_photo


def test_esc_closes_the_panel_and_asks_first_where_a_photo_would_be_lost(
    hands: Hands, opened: PhotoPanel
) -> None:
    hands.press(Qt.Key.Key_Return)
    settle(hands)
    hands.press(Qt.Key.Key_Escape)
    assert hands.page.side.currentWidget() is opened
    hands.press(Qt.Key.Key_Escape)

    assert not hands.page.side.is_asking
    assert photo(hands, "chea") is None


def test_a_file_that_is_dropped_opens_the_panel_of_whoever_is_selected(hands: Hands, tmp_path: Path) -> None:
    path = a_photo(tmp_path / "IMG_0001.jpg")
    assert not hands.page.take_photo(path)
    hands.look_for("chea")
    assert hands.page.take_photo(path)
    settle(hands)
    assert panel(hands).is_begun
    assert hands.page.take_photo(a_photo(tmp_path / "IMG_0002.jpg"))
    settle(hands)

    assert panel(hands).is_begun
    assert hands.page.side.count() == 2


def test_a_badge_that_is_scanned_meanwhile_leaves_the_photo_that_was_begun(
    hands: Hands, opened: PhotoPanel
) -> None:
    hands.press(Qt.Key.Key_Return)
    settle(hands)
    hands.scan("B000-0000-0000-0000")

    assert hands.page.side.currentWidget() is opened
    assert opened.is_begun


@pytest.mark.parametrize("language", ["en", "km"])
def test_everything_of_the_card_that_staff_need_is_above_the_fold_with_a_photo(
    hands_in_window: Hands, tmp_path: Path, language: str
) -> None:
    hands = hands_in_window
    give_photo(hands, "chea", tmp_path)
    hands.desk.look.speak(language)
    hands.look_for("chea")
    settle(hands)
    known = card(hands)

    assert known.shows_photo
    assert known.verticalScrollBar().maximum() <= known.viewport().height() // 2
