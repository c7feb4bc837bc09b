"""Icons take the colour that is asked for and are sharp at any size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap

from checkin import assets
from checkin.errors import CheckinError
from checkin.ui.self_check import draws_icons
from checkin.ui.theme import VERDICT_LOOKS, icon, picture, program_icon

pytestmark = pytest.mark.usefixtures("qapp")
NAMES = sorted(file.stem for file in assets.resource("icons").glob("*.svg"))


def _ink(pixmap: QPixmap) -> list[QColor]:
    image = pixmap.toImage()
    dots = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return [dot for dot in dots if dot.alpha() > 0]


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_its_colour(name: str) -> None:
    ink = _ink(icon(name, "#A4161A").pixmap(48))

    assert len(ink) > 50
    for dot in ink:
        if dot.alpha() == 255:
            assert (dot.red(), dot.green(), dot.blue()) == pytest.approx((0xA4, 0x16, 0x1A), abs=1)


@pytest.mark.parametrize("side", [16, 24, 32, 48, 64])
def test_an_icon_has_a_drawing_for_every_usual_size(side: int) -> None:
    drawn = icon("printer", "#000000").pixmap(QSize(side, side), 1.0)

    assert drawn.toImage() == picture("printer", "#000000", side).toImage()


def test_a_picture_grows_without_growing_coarse() -> None:
    small, large = (len(_ink(picture("check", "#000000", side))) for side in (24, 240))

    assert large == pytest.approx(100 * small, rel=0.5)


def test_a_picture_is_sharp_on_a_fine_screen() -> None:
    drawn = picture("check", "#000000", 100, ratio=1.5)

    assert (drawn.width(), drawn.deviceIndependentSize().width()) == (150, 100)


def test_a_copy_of_an_icon_outlives_it() -> None:
    original = icon("star", "#5B2A86")
    copy = QIcon(original)
    copy.addPixmap(QPixmap(8, 8))  # makes it one of its own
    del original

    assert _ink(copy.pixmap(32))


def test_every_sign_of_a_verdict_can_be_drawn() -> None:
    for look in VERDICT_LOOKS.values():
        assert look.signs
        for sign in look.signs:
            assert not icon(sign, look.text_colour).isNull()


def test_an_unknown_icon_is_told() -> None:
    with pytest.raises(CheckinError, match="unicorn"):
        icon("unicorn", "#000000")


@pytest.mark.parametrize("side", [16, 32, 48, 256])
def test_the_program_has_an_icon_of_its_own_in_every_size_that_a_desktop_shows(side: int) -> None:
    pixmap = program_icon().pixmap(QSize(side, side), 1.0)
    colours = {dot.name() for dot in _ink(pixmap) if dot.alpha() == 255}

    assert (pixmap.width(), pixmap.height()) == (side, side)
    assert {"#1b3a6b", "#ffffff"} <= colours


def test_the_self_check_notices_an_icon_that_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = draws_icons()
    monkeypatch.setattr("checkin.ui.self_check.program_icon", QIcon)

    assert whole
    assert not draws_icons()
