import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

from checkin.domain.portraits import Frame
from checkin.importing.photos import opening
from checkin.importing.photos.errors import PhotoError
from checkin.importing.photos.portrait import MOST_BYTES, Photo

RED, GREEN, BLUE, YELLOW = (200, 30, 30), (30, 160, 30), (30, 30, 200), (220, 210, 30)
ORIENTATION = 0x0112


def four_corners(width: int = 600, height: int = 800) -> Image.Image:
    """A picture that is red, green, blue and yellow: left above, right above, left below, right below."""
    picture = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width // 2, height // 2), RED)
    draw.rectangle((width // 2, 0, width, height // 2), GREEN)
    draw.rectangle((0, height // 2, width // 2, height), BLUE)
    draw.rectangle((width // 2, height // 2, width, height), YELLOW)
    return picture


def saved(folder: Path, picture: Image.Image, name: str = "photo.jpg", **options: Any) -> Path:  # noqa: ANN401 - what Pillow takes
    picture.save(folder / name, **options)
    return folder / name


def portrait(path: Path, frame: Frame | None = None) -> Image.Image:
    made = Photo.read(path).portrait(frame)
    assert len(made) <= MOST_BYTES
    return Image.open(BytesIO(made))


def is_near(colour: object, wanted: tuple[int, int, int], most: int = 12) -> bool:
    assert isinstance(colour, tuple)
    return all(abs(one - other) <= most for one, other in zip(colour, wanted, strict=True))


def corners(picture: Image.Image) -> list[object]:
    wide, high = picture.size
    return [picture.getpixel((x, y)) for y in (high // 8, high * 7 // 8) for x in (wide // 8, wide * 7 // 8)]


def assert_upright(picture: Image.Image) -> None:
    for colour, wanted in zip(corners(picture), (RED, GREEN, BLUE, YELLOW), strict=True):
        assert is_near(colour, wanted)


TURNED = {
    1: lambda picture: picture,
    2: lambda picture: picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
    3: lambda picture: picture.transpose(Image.Transpose.ROTATE_180),
    4: lambda picture: picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
    5: lambda picture: picture.transpose(Image.Transpose.TRANSPOSE),
    6: lambda picture: picture.transpose(Image.Transpose.ROTATE_90),
    7: lambda picture: picture.transpose(Image.Transpose.TRANSVERSE),
    8: lambda picture: picture.transpose(Image.Transpose.ROTATE_270),
}


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "tif"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_turned_as_its_exif_data_say(tmp_path: Path, orientation: int, ending: str) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    path = saved(tmp_path, TURNED[orientation](four_corners()), f"photo.{ending}", exif=exif)

    made = portrait(path)

    assert made.size == (480, 640)
    assert_upright(made)


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "gif", "bmp", "tif"])
def test_each_usual_kind_of_picture_becomes_a_jpeg(tmp_path: Path, ending: str) -> None:
    made = portrait(saved(tmp_path, four_corners(), f"photo.{ending}"))

    assert (made.format, made.mode, made.size) == ("JPEG", "RGB", (480, 640))
    assert_upright(made)


@pytest.mark.parametrize(
    ("mode", "ending"),
    [
        ("CMYK", "jpg"),
        ("L", "jpg"),
        ("P", "png"),
        ("1", "png"),
        ("LA", "png"),
        ("RGBA", "png"),
        ("CMYK", "tif"),
    ],
)
def test_each_kind_of_colours_comes_out_right(tmp_path: Path, mode: str, ending: str) -> None:
    picture = Image.new("RGB", (600, 800), (255, 255, 255))
    ImageDraw.Draw(picture).rectangle((0, 400, 600, 800), (0, 0, 0))

    made = portrait(saved(tmp_path, picture.convert(mode), f"photo.{ending}"))

    assert is_near(made.getpixel((240, 60)), (255, 255, 255))
    assert is_near(made.getpixel((240, 600)), (0, 0, 0), most=40)


def test_colours_of_a_cmyk_photo_are_not_turned_into_their_opposites(tmp_path: Path) -> None:
    made = portrait(saved(tmp_path, four_corners().convert("CMYK")))

    assert_upright(made)


def test_shades_of_16_bits_are_not_cut_off(tmp_path: Path) -> None:
    shades = Image.new("I;16", (600, 800), 257 * 128)

    made = portrait(saved(tmp_path, shades, "photo.png"))

    assert is_near(made.getpixel((240, 320)), (128, 128, 128), most=3)


def test_what_is_transparent_is_white(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (600, 800), (10, 200, 10, 0))
    ImageDraw.Draw(clear).rectangle((0, 400, 600, 800), (*BLUE, 255))

    made = portrait(saved(tmp_path, clear, "photo.png"))

    assert is_near(made.getpixel((240, 60)), (255, 255, 255))
    assert is_near(made.getpixel((240, 600)), BLUE)


def test_a_transparent_colour_of_a_palette_is_white(tmp_path: Path) -> None:
    drawn = Image.new("P", (600, 800), 0)
    drawn.putpalette([0, 0, 0, *BLUE])

    made = portrait(saved(tmp_path, drawn, "photo.gif", transparency=0))

    assert is_near(made.getpixel((240, 320)), (255, 255, 255))


def test_colours_of_a_profile_become_those_of_screens(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = saved(tmp_path, four_corners(), icc_profile=lab)

    made = portrait(path)

    assert_upright(made)
    assert "icc_profile" not in made.info


def test_a_damaged_profile_is_passed_over(tmp_path: Path) -> None:
    made = portrait(saved(tmp_path, four_corners(), icc_profile=b"no profile at all"))

    assert_upright(made)


def test_nothing_is_kept_of_where_and_with_what_a_photo_was_taken(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "A camera of somebody"
    exif.get_ifd(0x8825)[1] = "N"
    path = saved(
        tmp_path, four_corners(), exif=exif, comment=b"taken at home", xmp=b"<x:xmpmeta/>", dpi=(300, 300)
    )

    made = Photo.read(path).portrait()

    assert not Image.open(BytesIO(made)).getexif()
    assert all(each not in made for each in (b"camera", b"taken at home", b"xmpmeta", b"Exif"))


def test_the_words_in_a_png_are_not_kept(tmp_path: Path) -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", "taken at home")

    made = Photo.read(saved(tmp_path, four_corners(), "photo.png", pnginfo=words)).portrait()

    assert b"taken at home" not in made


def test_a_frame_by_hand_is_what_is_kept(tmp_path: Path) -> None:
    path = saved(tmp_path, four_corners(1200, 1600))

    made = portrait(path, Frame(0.5, 0.5, 0.5))

    assert made.size == (480, 640)
    assert all(is_near(colour, YELLOW) for colour in corners(made))


def test_a_small_photo_is_not_enlarged(tmp_path: Path) -> None:
    assert portrait(saved(tmp_path, four_corners(90, 120))).size == (90, 120)


def test_a_photo_of_noise_alone_is_small_enough_too(tmp_path: Path) -> None:
    made = portrait(saved(tmp_path, Image.effect_noise((960, 1280), 255).convert("RGB"), "noise.png"))

    assert made.size == (480, 640)


def test_what_the_screen_shows_is_the_whole_photo_made_smaller(tmp_path: Path) -> None:
    photo = Photo.read(saved(tmp_path, four_corners(3000, 4000)))

    shown = Image.open(BytesIO(photo.shown))

    assert shown.size == (900, 1200)


# ---- bad input


def refused(path: Path) -> str:
    with pytest.raises(PhotoError) as refusal:
        Photo.read(path)
    assert path.name in refusal.value.title
    return refusal.value.message


def test_a_text_called_jpg_is_told_to_be_no_picture(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_text("SOK Sopheap")

    assert "no JPEG" in refused(path)


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.touch()

    assert "empty" in refused(path)


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    assert refused(tmp_path)
    assert refused(tmp_path / "nothing.jpg")


@pytest.mark.parametrize("share", [0.02, 0.3, 0.9])
@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "gif", "bmp", "tif"])
def test_a_photo_that_ends_too_early_is_told(tmp_path: Path, ending: str, share: float) -> None:
    picture = Image.effect_noise((600, 800), 90).convert("RGB")
    whole = saved(tmp_path, picture, f"whole.{ending}").read_bytes()
    path = tmp_path / f"photo.{ending}"
    path.write_bytes(whole[: max(int(len(whole) * share), 20)])

    assert "damaged" in refused(path)


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "gif", "bmp", "tif"])
def test_a_damaged_photo_is_told_or_read_and_never_ends_the_program(tmp_path: Path, ending: str) -> None:
    whole = saved(tmp_path, four_corners(), f"whole.{ending}").read_bytes()
    path = tmp_path / f"photo.{ending}"
    for place in range(12, min(len(whole), 400), 29):
        path.write_bytes(whole[:place] + bytes((whole[place] ^ 0xFF,)) + whole[place + 1 :])

        try:
            made = Photo.read(path).portrait()
        except PhotoError:
            continue
        assert len(made) <= MOST_BYTES


def test_a_picture_of_a_telephone_that_is_not_read_is_told_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "IMG_0001.HEIC"
    path.write_bytes(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(200))

    assert "HEIC" in refused(path)
    assert "JPEG" in refused(path)


def a_png_of(width: int, height: int) -> bytes:
    """The beginning of a PNG that says to be so large; it holds no dots."""
    out = BytesIO()
    Image.new("RGB", (1, 1)).save(out, "PNG")
    content = bytearray(out.getvalue())
    content[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    head = bytes(content[12:29])
    return bytes(content[:29]) + zlib.crc32(head).to_bytes(4, "big") + bytes(content[33:])


def test_a_png_of_100_megapixels_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(a_png_of(10_000, 10_000))

    assert "10,000 × 10,000" in refused(path)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(b"VP8X\x0a\x00\x00\x00\x00\x00\x00\x00\xff\x3f\x00\xff\x3f\x00", id="extended"),
        pytest.param(b"VP8L\x0a\x00\x00\x00\x2f\xff\xff\xff\x0f", id="lossless"),
        pytest.param(b"VP8 \x0a\x00\x00\x00\x00\x00\x00\x9d\x01\x2a\xff\x3f\xff\x3f", id="usual"),
    ],
)
def test_a_huge_webp_is_refused_before_the_library_makes_room_for_it(tmp_path: Path, head: bytes) -> None:
    path = tmp_path / "photo.webp"
    path.write_bytes(b"RIFF\x00\x01\x00\x00WEBP" + head + bytes(100))

    assert "16,38" in refused(path)


def test_a_picture_of_a_few_dots_is_no_photo(tmp_path: Path) -> None:
    assert "3 × 4" in refused(saved(tmp_path, four_corners(3, 4), "photo.png"))


def test_a_file_of_hundreds_of_megabytes_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_BYTES", 1_000)

    assert "larger than" in refused(saved(tmp_path, four_corners()))


def test_a_photo_of_100_megapixels_is_read_within_bounded_memory(tmp_path: Path) -> None:
    """It takes 300 MB when it is decoded as a whole; here it is decoded at a quarter of its size."""
    resource = pytest.importorskip(
        "resource", reason="Windows does not tell how much memory a program has taken"
    )
    path = saved(tmp_path, four_corners(9_000, 12_000), quality=50)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    made = portrait(path)

    assert_upright(made)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000
