"""The photo on a badge: drawn where the layout shows it, and nothing in its place where there is none."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from checkin import assets
from checkin.badges import draw_badge, layouts
from checkin.errors import CheckinError
from checkin.importing.photos.portrait import Photo
from tests.badges.examples import FORUM, a_badge
from tests.photos import a_photo

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

    from checkin.badges import Layout

WITH_PHOTO = layouts.read(assets.resource("layouts", "a6-photo.toml"))
BLUE = (51, 101, 138)
WHITE = (255, 255, 255)


@pytest.fixture
def portrait(tmp_path: Path) -> bytes:
    return Photo.read(a_photo(tmp_path / "face.png", "#33658A")).portrait()


def drawn(photo: bytes, layout: Layout = WITH_PHOTO) -> tuple[Image, bytes]:
    pdf = draw_badge(replace(a_badge(), photo=photo), FORUM, layout=layout)
    return pypdfium2.PdfDocument(BytesIO(pdf))[0].render(scale=2).to_pil().convert("RGB"), pdf


def at(page: Image, x: float, y: float) -> tuple[int, ...]:
    """The colour at a point of the page, in mm."""
    found = page.getpixel((round(x * page.width / 105), round(y * page.height / 148)))
    assert isinstance(found, tuple)
    return found


def test_the_photo_is_drawn_in_its_box_and_in_its_shape(portrait: bytes) -> None:
    page, pdf = drawn(portrait)

    assert all(abs(a - b) < 12 for a, b in zip(at(page, 40, 24.5), BLUE, strict=True))
    assert at(page, 38, 24.5) == at(page, 67, 24.5) == WHITE
    assert portrait[-2000:-100] in pdf or b"DCTDecode" in pdf  # as it is, not decoded and written anew


def test_a_badge_without_a_photo_has_nothing_in_its_place() -> None:
    page, _ = drawn(b"")

    assert at(page, 40, 24.5) == at(page, 52, 40) == WHITE


def test_bytes_that_are_no_picture_are_left_out() -> None:
    page, _ = drawn(b"no picture")

    assert at(page, 52, 40) == WHITE


def test_the_usual_layout_shows_no_photo(portrait: bytes) -> None:
    assert not layouts.standard().shows_photo
    assert WITH_PHOTO.shows_photo
    assert b"DCTDecode" not in drawn(portrait, layouts.standard())[1]


def test_a_picture_of_a_layout_is_a_file_beside_it_or_the_photo(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    box = 'kind = "picture"\nx = 1\ny = 1\nwidth = 30\nheight = 40\n'
    path.write_text(f'name = "Own"\nwidth = 100\nheight = 100\n[[elements]]\n{box}file = "{{photo}}"\n')
    assert layouts.read(path).shows_photo
    path.write_text(path.read_text().replace("{photo}", "{name}"))

    with pytest.raises(CheckinError, match="not beside the layout"):
        layouts.read(path)
