"""The bytes of pictures: named by facts, carried by copies, told by a verification, never lost with the file."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from checkin.domain.delegates import Field
from checkin.domain.facts import Corrected, Undone
from checkin.domain.faults import Fault
from checkin.errors import LostFileError
from checkin.storage import back_up, delegates, pictures, rehearsing, verifying
from checkin.storage.event_file import EventFile
from tests.storage.pulled_away import pull_away
from tests.storage.stories import a_registration, an_event, copied, entries, findings, recorded

if TYPE_CHECKING:
    from pathlib import Path

FACE = b"the bytes of a photo"
OTHER = b"the bytes of another photo"


def with_photo(file: EventFile, content: bytes = FACE, delegate: str = "d1") -> str:
    """Register somebody, unless they are known, and set their photo; the act's id."""
    if delegates.by_id(file.database, delegate) is None:
        recorded(file, a_registration(delegate))
    with file.transaction():
        return file.append([Corrected(delegate, {Field.PHOTO: file.keep_picture(content)})], "Dara")


def photo(file: EventFile, delegate: str = "d1") -> bytes | None:
    known = delegates.by_id(file.database, delegate)
    assert known is not None
    return pictures.by_digest(file.database, known.delegate.photo)


def test_a_delegate_names_the_bytes_of_the_photo_that_was_set_last(file: EventFile) -> None:
    assert photo_after(file, FACE) == FACE
    assert photo_after(file, OTHER) == OTHER
    assert findings(file) == []


def photo_after(file: EventFile, content: bytes) -> bytes | None:
    with_photo(file, content)
    return photo(file)


def test_an_undone_photo_gives_place_to_the_former_one_whose_bytes_are_still_there(file: EventFile) -> None:
    with_photo(file)
    act = with_photo(file, OTHER)
    undone = recorded(file, Undone(act))

    assert photo(file) == FACE
    recorded(file, Undone(undone))
    assert photo(file) == OTHER


def test_bytes_of_an_act_that_was_rolled_back_leave_no_trace(file: EventFile) -> None:
    recorded(file, a_registration("d1"))
    with suppress(ZeroDivisionError), file.transaction():
        file.keep_picture(FACE)
        _ = 1 // 0

    assert pictures.digests(file.database) == set()


def test_a_verification_tells_bytes_that_are_missing_or_other(file: EventFile) -> None:
    with_photo(file)
    with_photo(file, OTHER, "d2")
    digest, other = pictures.digest_of(FACE), pictures.digest_of(OTHER)
    with file.transaction():
        file.database.run("DELETE FROM pictures WHERE digest = ?", (bytes.fromhex(digest),))
        file.database.run("UPDATE pictures SET bytes = x'00' WHERE digest = ?", (bytes.fromhex(other),))
    found = verifying.verify(file.database, lambda _: None)

    assert {(each.fault, each.place) for each in found.findings} == {
        (Fault.PICTURE, digest), (Fault.PICTURE, other),
    }  # fmt: skip
    assert not found.is_whole
    assert found.of_the_journal == ()
    assert (photo(file), photo(file, "d2")) == (None, None)


def test_bytes_that_were_spoilt_are_mended_when_the_same_photo_is_set_again(file: EventFile) -> None:
    with_photo(file)
    with file.transaction():
        file.database.run("UPDATE pictures SET bytes = x'00'")
    with_photo(file)

    assert photo(file) == FACE
    assert findings(file) == []


@pytest.mark.parametrize("text", ["", "yes", "0" * 64, "g" * 64, "../etc/passwd"])
def test_a_digest_that_names_nothing_gives_no_photo(file: EventFile, text: str) -> None:
    recorded(file, a_registration("d1"), Corrected("d1", {Field.PHOTO: text}))

    assert photo(file) is None
    assert not pictures.is_there(file.database, text)


def test_a_back_up_a_restore_and_a_rehearsal_have_the_photos(file: EventFile, tmp_path: Path) -> None:
    with_photo(file)
    copy = back_up.back_up(file.database, tmp_path / "stick")
    back_up.restore(copy, tmp_path / "restored.event")
    rehearsal = tmp_path / "rehearsal.event"
    back_up.write_copy(file.database, rehearsal, rehearsing.make_rehearsal)

    for path in (copy, tmp_path / "restored.event", rehearsal):
        with EventFile.open(path, "desk1") as opened:
            assert photo(opened) == FACE


def test_pictures_of_another_desk_come_in_before_the_entries_that_name_them(
    file: EventFile, tmp_path: Path
) -> None:
    recorded(file, a_registration("d1"))
    with copied(file, tmp_path / "other.event") as other:
        for n in range(60):
            with_photo(other, b"photo %d" % n, f"d{n}")
        with other.transaction():
            other.database.run(
                "UPDATE pictures SET bytes = x'00' WHERE digest = ?",
                (bytes.fromhex(pictures.digest_of(b"photo 7")),),
            )
        file.receive_pictures(other.database)
        file.receive(entries(other))

        assert [photo(file, f"d{n}") for n in (0, 7, 59)] == [b"photo 0", None, b"photo 59"]
        assert [each.place for each in verifying.verify(file.database, lambda _: None).findings] == [
            pictures.digest_of(b"photo 7")
        ]


def test_good_bytes_of_another_desk_mend_those_that_were_spoilt_here(file: EventFile, tmp_path: Path) -> None:
    with_photo(file)
    with copied(file, tmp_path / "other.event") as other:
        with file.transaction():
            file.database.run("UPDATE pictures SET bytes = x'00'")
        file.receive_pictures(other.database)

    assert photo(file) == FACE


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not let anybody take an open file away")
@pytest.mark.parametrize("how", ["overwritten", "cut", "deleted"])
def test_the_photos_since_the_newest_back_up_outlive_a_lost_file(tmp_path: Path, how: str) -> None:
    (folder := tmp_path / "events").mkdir()
    (there := tmp_path / "elsewhere").mkdir()
    EventFile.create(there / "other.event", an_event(), "desk9", "Other").close()
    file = EventFile.create(folder / "forum.event", an_event(), "desk1", "Dara")
    recorded(file, a_registration("d1"))
    back_up.back_up(file.database)
    with_photo(file)
    pull_away(how, file.path, there / "other.event")
    with pytest.raises(LostFileError) as raised:
        file.require_in_place()
    file.close()

    assert raised.value.rescued is not None
    with EventFile.open(raised.value.rescued, "desk1") as kept:
        assert photo(kept) == FACE
        assert findings(kept) == []
