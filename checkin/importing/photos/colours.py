"""Converts pictures with any colour mode to the colours of screens: RGB, 8 bits, sRGB, without transparency."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image, ImageCms

_WHITE: Final = (255, 255, 255)
_DEEP: Final = 257
"""What a shade of 16 bits is divided by to become one of 8 bits."""
_TRANSPARENT: Final = frozenset({"RGBA", "RGBa", "LA", "La", "PA"})
_WITH_PROFILES: Final = {"RGB": "RGB", "CMYK": "CMYK", "L": "GRAY"}
"""The kinds of colours that an ICC profile can describe, with the name that the profile gives them."""


def in_screen_colours(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in RGB; transparent parts become white. `profile` is the picture's ICC profile, if there is one."""
    picture = _of_eight_bits(picture)
    if picture.mode == "P":
        picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    if picture.mode in _TRANSPARENT or "transparency" in picture.info:
        picture = _on_white(picture.convert("RGBA"))
    if picture.mode in {"1", "YCbCr", "LAB", "HSV", "RGBX"}:
        picture = picture.convert("RGB")
    if profile and picture.mode in _WITH_PROFILES:
        picture = _by_profile(picture, profile)
    return picture if picture.mode == "RGB" else picture.convert("RGB")


def _of_eight_bits(picture: Image.Image) -> Image.Image:
    """A picture of 16 or 32 bits in shades of 8 bits; any other picture as it is."""
    if picture.mode.startswith("I"):
        whole = picture.convert("I")
        _, most = whole.getextrema()
        is_deep = isinstance(most, int | float) and most > 255  # noqa: PLR2004 - what 8 bits hold
        return (whole.point(lambda shade: shade * (1 / _DEEP)) if is_deep else whole).convert("L")
    if picture.mode == "F":
        least, most = picture.getextrema()
        span = max(float(most) - float(least), 1e-9)  # type: ignore[arg-type]
        return picture.point(lambda shade: shade * (255 / span) - float(least) * 255 / span).convert("L")  # type: ignore[arg-type]
    return picture


def _on_white(picture: Image.Image) -> Image.Image:
    ground = Image.new("RGB", picture.size, _WHITE)
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _by_profile(picture: Image.Image, profile: bytes) -> Image.Image:
    """The picture in sRGB; as it is, if the profile is damaged or is one for other colours."""
    try:
        described = ImageCms.ImageCmsProfile(BytesIO(profile))
        if described.profile.xcolor_space.strip() != _WITH_PROFILES[picture.mode]:
            return picture
        converted = ImageCms.profileToProfile(
            picture, described, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture
    return picture if converted is None else converted
