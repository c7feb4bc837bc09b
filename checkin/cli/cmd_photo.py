"""checkin photo: set the photo of a delegate, or take in a folder of photos."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, open_event, own_wording, staff, tell, tell_json, warn

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable

    from checkin.desk.photos import PhotosTaken
    from checkin.storage.event_file import EventFile


_MOST_NAMES: Final = 20


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument(
        "delegate", metavar="PARTICIPANT", nargs="?", help="an id, a code, or a search that finds exactly one"
    )
    parser.add_argument(
        "file", metavar="FILE", type=Path, nargs="?", help="a JPEG, PNG, WebP, GIF, BMP or TIFF"
    )
    parser.add_argument(
        "--folder",
        metavar="DIR",
        type=Path,
        help="photos of many, each named by a reference, an e-mail or the name of one person",
    )
    parser.add_argument("--remove", action="store_true", help="leave the participant without a photo")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace) -> int:
    _require_one_way(arguments)
    with open_event(arguments.event) as file:
        if arguments.folder is not None:
            _tell_folder(arguments, _take_folder(file, arguments))
        else:
            _set_one(file, arguments)
    return 0


def _require_one_way(arguments: Namespace) -> None:
    """End the command as a mistake of usage unless it names a participant with a file, or a folder."""
    is_of_folder = arguments.folder is not None and arguments.delegate is None and not arguments.remove
    is_of_one = arguments.folder is None and arguments.delegate is not None
    if not is_of_folder and not (is_of_one and (arguments.file is None) is arguments.remove):
        print("checkin photo: Name a participant and a file, or --folder and a folder.", file=sys.stderr)
        raise SystemExit(2)


def _set_one(file: EventFile, arguments: Namespace) -> None:
    from checkin.desk import find
    from checkin.desk.photos import remove_photo, take_photo

    delegate = find.one(file, arguments.delegate).delegate
    if arguments.remove:
        now = remove_photo(file, staff(arguments), delegate.id)
    else:
        now = take_photo(file, staff(arguments), delegate.id, arguments.file)
    is_same = now.delegate.photo == delegate.photo
    if arguments.json:
        tell_json(
            {"taken": int(not is_same), "same": int(is_same), "not_matched": [], "rejected": []}
            | {"delegate": delegate.id}
        )


def _take_folder(file: EventFile, arguments: Namespace) -> PhotosTaken:
    from checkin.desk.photos import take_folder

    return take_folder(file, staff(arguments), arguments.folder, _progress())


def _progress() -> Callable[[int, int], None]:
    if not sys.stderr.isatty():
        return lambda _done, _all: None
    word = own_wording().text("photos")
    return lambda done, number: print(
        f"\r{word}: {done:,} / {number:,}", end="\r", file=sys.stderr, flush=True
    )


def _tell_folder(arguments: Namespace, done: PhotosTaken) -> None:
    if arguments.json:
        rejected = [{"file": name, "reason": error.message} for name, error in done.rejected]
        told = {"taken": done.taken, "same": done.same, "not_matched": list(done.not_matched)}
        tell_json(told | {"rejected": rejected} | ({} if done.act is None else {"act": done.act}))
        return
    say = own_wording()
    tell(say.photos_taken(done.taken, done.same, len(done.not_matched), len(done.rejected)))
    if done.not_matched:
        more = len(done.not_matched) - _MOST_NAMES
        names = ", ".join(done.not_matched[:_MOST_NAMES]) + (f", … (+{more:,})" if more > 0 else "")
        warn(say.about(say.text("Files that mean nobody"), names))
    for name, error in done.rejected:
        warn(say.about(name, error.message))


COMMAND: Final = Command("photo", "Set a participant's photo, or take in a folder of photos.", _takes, _run)
