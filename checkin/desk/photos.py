"""Sets, reads and removes the photos of delegates: one photo by hand, or many from a folder as one act."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from checkin.desk.find import registered
from checkin.desk.recording import record, record_prepared
from checkin.domain import codes
from checkin.domain.delegates import Field
from checkin.domain.facts import Corrected, LongAct
from checkin.importing.photos.errors import PhotoError, second_photo
from checkin.importing.photos.folder import files_of
from checkin.importing.photos.portrait import Photo
from checkin.importing.photos.whose import Whose
from checkin.storage import badges, delegates, persons, pictures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from checkin.desk.staff import Staff
    from checkin.domain.delegates import Delegate
    from checkin.domain.facts import Fact
    from checkin.domain.portraits import Frame
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile

_AT_ONCE: Final = 8
"""How many photos are recorded in one transaction: 320 kB, which the disk writes while a desk waits."""


@dataclass(frozen=True, slots=True)
class PhotosTaken:
    """The outcome of importing a folder of photos.

    `taken` is the number of photos that were set, and `same` the number that their delegates had already. `not_matched`
    holds the names of files that fit no delegate, and `rejected` the errors for files that are no photos. `act` is the
    act's id; None if no photo was set.
    """

    taken: int
    same: int
    not_matched: tuple[str, ...]
    rejected: tuple[tuple[str, PhotoError], ...]
    act: str | None


@dataclass(slots=True)
class _Sums:
    taken: int = 0
    same: int = 0
    not_matched: list[str] = field(default_factory=list)
    rejected: list[tuple[str, PhotoError]] = field(default_factory=list)


def photo_of(file: EventFile, delegate: Delegate) -> bytes | None:
    """The delegate's photo as a JPEG; None if there is none, or if its bytes are missing or damaged."""
    return pictures.by_digest(file.database, delegate.photo) if delegate.photo else None


def take_photo(
    file: EventFile, staff: Staff, delegate: str, path: Path, frame: Frame | None = None
) -> Registration:
    """Set the photo of the delegate with this id from a file, cut to `frame` (None: to the middle of the photo).

    Returns the registration. Raises PhotoError, which names the file, if the file is no photo, and CheckinError if the
    id is unknown.
    """
    return set_photo(file, staff, delegate, Photo.read(path, to_cut=frame is not None).portrait(frame))


def set_photo(file: EventFile, staff: Staff, delegate: str, portrait: bytes) -> Registration:
    """Set the photo of the delegate with this id, and return the registration.

    `portrait` is a JPEG as `Photo.portrait` makes it. Nothing is recorded if the delegate has this photo already.
    Raises CheckinError if the id is unknown.
    """
    with file.transaction():
        known = registered(file, delegate)
        is_same = known.delegate.photo == pictures.digest_of(portrait)
        if not is_same or photo_of(file, known.delegate) is None:
            digest = file.keep_picture(portrait)
            if not is_same:
                record(file, staff, [Corrected(delegate, {Field.PHOTO: digest})])
        return registered(file, delegate)


def remove_photo(file: EventFile, staff: Staff, delegate: str) -> Registration:
    """Remove the photo of the delegate with this id, and return the registration.

    The bytes stay in the event file, because the removal can be undone. Raises CheckinError if the id is unknown.
    """
    with file.transaction():
        if registered(file, delegate).delegate.photo:
            record(file, staff, [Corrected(delegate, {Field.PHOTO: ""})])
        return registered(file, delegate)


def take_folder(
    file: EventFile, staff: Staff, folder: Path, progress: Callable[[int, int], None]
) -> PhotosTaken:
    """Import the photos in a folder, as `take_many` does. Also raises CheckinError if the folder cannot be read."""
    return take_many(file, staff, files_of(folder), progress)


def take_many(
    file: EventFile, staff: Staff, paths: Sequence[Path], progress: Callable[[int, int], None]
) -> PhotosTaken:
    """Import photos as one act; the name of each file says whose photo it is.

    The file name is a delegate's reference, e-mail, ticket or badge code, or id, or the name of exactly one delegate.
    `progress` is called with the number of files examined so far and the number of all files. If `progress` raises an
    exception, the act is cancelled and no photo is set. Raises CheckinError while another long act is running.
    """
    sums = _Sums()
    pieces = _pieces(file, paths, sums, progress)
    act = record_prepared(file, staff, LongAct.PHOTOS, pieces, lambda _: None)
    return PhotosTaken(
        sums.taken, sums.same, tuple(sums.not_matched), tuple(sums.rejected), act if sums.taken else None
    )


def _pieces(
    file: EventFile, paths: Sequence[Path], sums: _Sums, progress: Callable[[int, int], None]
) -> Iterator[Callable[[], list[Fact]]]:
    """Read the photos, and yield functions that set some of them each; these photos are ready by then."""
    ready: list[tuple[str, bytes]] = []
    for delegate, path in _matched(file, paths, sums, progress):
        try:
            portrait = Photo.read(path, to_cut=False).portrait()
        except PhotoError as error:
            sums.rejected.append((path.name, error))
            continue
        if _has(file, delegate, pictures.digest_of(portrait)):
            sums.same += 1
            continue
        ready.append((delegate, portrait))
        if len(ready) == _AT_ONCE:
            yield partial(_set, file, tuple(ready), sums)
            ready = []
    if ready:
        yield partial(_set, file, tuple(ready), sums)


def _matched(
    file: EventFile, paths: Sequence[Path], sums: _Sums, progress: Callable[[int, int], None]
) -> Iterator[tuple[str, Path]]:
    """Yield the files that mean a person, with the person's id; of two files for one person only the first."""
    whose = Whose(each.delegate for each in delegates.everybody(file.database))
    seen: dict[str, str] = {}
    for number, path in enumerate(paths):
        progress(number, len(paths))
        delegate = whose.of(path.stem) or whose.of(path.name) or _holder(file, path.stem)
        if not delegate:
            sums.not_matched.append(path.name)
        elif delegate in seen:
            sums.rejected.append((path.name, second_photo(path, seen[delegate])))
        else:
            seen[delegate] = path.name
            yield delegate, path
    progress(len(paths), len(paths))


def _holder(file: EventFile, text: str) -> str:
    """The id of the delegate whose badge has this code; "" if the text is no code, or nobody's."""
    reading = file.read_code(text)
    badge = badges.by_code(file.database, reading.text) if isinstance(reading, codes.Code) else None
    return badge.delegate if badge is not None else ""


def _has(file: EventFile, delegate: str, digest: str) -> bool:
    known = delegates.by_id(file.database, delegate)
    return known is not None and known.delegate.photo == digest and pictures.is_there(file.database, digest)


def _set(file: EventFile, ready: Sequence[tuple[str, bytes]], sums: _Sums) -> list[Fact]:
    """Store the photos, and give the facts that name them. Who has been taken out of the event meanwhile gets none."""
    there = [(delegate, photo) for delegate, photo in ready if persons.is_there(file.database, delegate)]
    sums.taken += len(there)
    return [Corrected(delegate, {Field.PHOTO: file.keep_picture(photo)}) for delegate, photo in there]
