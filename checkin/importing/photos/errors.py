"""The errors for a file that cannot be read as a photo; each names the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.errors import CheckinError

if TYPE_CHECKING:
    from pathlib import Path


class PhotoError(CheckinError):
    """The error for a file that is no photo, or a photo that this program cannot read; `message` says why."""


def photo_error(path: Path, message: str) -> PhotoError:
    """The error for the file at this path."""
    return PhotoError(f"{path.name} cannot be read as a photo", message)


def no_picture(path: Path) -> PhotoError:
    """The error for a file that is not a picture of any kind that this program reads."""
    return photo_error(
        path, "The file is no JPEG, PNG, WebP, GIF, BMP or TIFF picture. Save the photo as a JPEG."
    )


def other_kind(path: Path, kind: str) -> PhotoError:
    """The error for a picture of a kind that this program knows by name, but does not read."""
    return photo_error(
        path, f"The file is a {kind} picture, which is not read here. Save the photo as a JPEG."
    )


def broken(path: Path) -> PhotoError:
    """The error for a picture that is damaged, or that ends too early."""
    return photo_error(
        path, "The picture is damaged or not whole. Copy the file again, or take another photo."
    )


def empty(path: Path) -> PhotoError:
    """The error for a file without any content."""
    return photo_error(path, "The file is empty. Copy the file again, or take another photo.")


def too_large(path: Path, width: int, height: int) -> PhotoError:
    """The error for a picture that has more dots than can be read without filling the computer's memory."""
    return photo_error(path, f"The picture has {width:,} × {height:,} dots. Save it smaller, then try again.")


def too_long(path: Path, megabytes: int) -> PhotoError:
    """The error for a file that is too long to be a photo."""
    return photo_error(
        path, f"The file is larger than {megabytes} MB. Save the photo smaller, then try again."
    )


def too_small(path: Path, width: int, height: int) -> PhotoError:
    """The error for a picture that is too small to show a face."""
    return photo_error(path, f"The picture has only {width} × {height} dots. Take another photo.")


def not_opened(path: Path, error: OSError | ValueError) -> PhotoError:
    """The error for a file that the system does not let this program read."""
    why = getattr(error, "strerror", None) or error
    return photo_error(path, f"{why}. Check the file, then try again.")


def second_photo(path: Path, first: str) -> PhotoError:
    """The error for a second photo of the same person in a folder; `first` is the name of the first photo's file."""
    return photo_error(path, f"{first} is a photo of the same person. Leave only one of them in the folder.")
