"""Photos of delegates: one by hand, and a folder of them as one act."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from checkin.desk import keep
from checkin.desk.correct import correct
from checkin.desk.find import registered
from checkin.desk.photos import photo_of, remove_photo, set_photo, take_folder, take_photo
from checkin.desk.print_badges import layout_named, print_to_file
from checkin.desk.undo import undo
from checkin.domain.delegates import Field
from checkin.domain.portraits import Frame
from checkin.errors import CheckinError
from checkin.importing.photos import folder as photo_folder
from checkin.importing.photos.errors import PhotoError
from checkin.storage import acts, verifying
from tests.desk.seminar import DARA, a_badge, a_delegate, at
from tests.photos import a_photo

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checkin.desk.photos import PhotosTaken
    from checkin.storage.event_file import EventFile


class CancelledError(Exception):
    """What a progress raises to cancel."""


def photo(file: EventFile, delegate: str) -> bytes | None:
    return photo_of(file, registered(file, delegate).delegate)


def taken(
    file: EventFile, folder: Path, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> PhotosTaken:
    return take_folder(file, DARA, folder, progress)


def number_of_acts(file: EventFile) -> int:
    return sum(1 for _ in acts.newest_first(file.database, file.desk))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (folder := tmp_path / "photos").mkdir()
    return folder


# ---- one


def test_the_photo_of_a_delegate_is_a_small_jpeg_in_the_event(file: EventFile, tmp_path: Path) -> None:
    someone = a_delegate(file)
    take_photo(file, DARA, someone, a_photo(tmp_path / "any name.png", size=(2400, 3200)))
    known = photo(file, someone)

    assert known is not None
    assert Image.open(BytesIO(known)).size == (480, 640)
    assert len(known) <= 40_000


def test_the_same_photo_again_records_nothing(file: EventFile, tmp_path: Path) -> None:
    someone, path = a_delegate(file), a_photo(tmp_path / "one.jpg")
    take_photo(file, DARA, someone, path)
    before = number_of_acts(file)
    take_photo(file, DARA, someone, path)

    assert number_of_acts(file) == before


def test_a_frame_chooses_the_part_of_the_photo(file: EventFile, tmp_path: Path) -> None:
    someone, path = a_delegate(file), a_photo(tmp_path / "one.jpg")
    take_photo(file, DARA, someone, path)
    whole = photo(file, someone)
    take_photo(file, DARA, someone, path, Frame(0.3, 0.2, 0.4))

    assert photo(file, someone) not in {whole, None}


def test_a_photo_is_removed_and_comes_back_by_undo(file: EventFile, tmp_path: Path) -> None:
    someone = a_delegate(file)
    take_photo(file, DARA, someone, a_photo(tmp_path / "one.jpg"))
    before = photo(file, someone)
    remove_photo(file, DARA, someone)
    assert photo(file, someone) is None
    undo(file, DARA)

    assert photo(file, someone) == before


def test_no_photo_is_removed_twice(file: EventFile) -> None:
    someone = a_delegate(file)
    before = number_of_acts(file)
    remove_photo(file, DARA, someone)

    assert number_of_acts(file) == before


def test_a_broken_photo_changes_nothing(file: EventFile, tmp_path: Path) -> None:
    someone = a_delegate(file)
    take_photo(file, DARA, someone, a_photo(tmp_path / "one.jpg"))
    before, whole = photo(file, someone), (tmp_path / "one.jpg").read_bytes()
    (tmp_path / "two.jpg").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(PhotoError, match=r"two\.jpg"):
        take_photo(file, DARA, someone, tmp_path / "two.jpg")

    assert photo(file, someone) == before


def test_nobody_gets_no_photo(file: EventFile) -> None:
    with pytest.raises(CheckinError, match="not registered"):
        set_photo(file, DARA, "d-nobody", b"photo")


def test_a_correction_of_a_name_leaves_the_photo(file: EventFile, tmp_path: Path) -> None:
    someone = a_delegate(file)
    take_photo(file, DARA, someone, a_photo(tmp_path / "one.jpg"))
    before = photo(file, someone)
    correct(file, DARA, someone, {Field.FAMILY_NAME: "MAO"})

    assert photo(file, someone) == before


def test_a_restored_back_up_has_the_photos(file: EventFile, tmp_path: Path) -> None:
    someone = a_delegate(file)
    take_photo(file, DARA, someone, a_photo(tmp_path / "one.jpg"))
    before = photo(file, someone)
    copy = keep.back_up(file, tmp_path / "stick")
    keep.restore(copy, tmp_path / "restored.event", lambda _: None)
    with keep.open_event(tmp_path / "restored.event") as restored:
        assert photo(restored, someone) == before


# ---- a folder

PEOPLE = {
    "F/017": {"family": "SOK", Field.GIVEN_NAME: "Sopheap", Field.NATIVE_NAME: "សុខ សុភាព"},
    "F/018": {"family": "MARTIN", Field.GIVEN_NAME: "Jean-Pierre", Field.EMAIL: "jp.martin@example.org"},
    "F/019": {
        "family": "CHEA",
        Field.GIVEN_NAME: "Vanna",
        Field.HONORIFIC: "H.E.",
        Field.TICKET: "k9hw zt4m",
    },
    "F/020": {"family": "LIM", Field.GIVEN_NAME: "Dara"},
    "F/021": {"family": "LIM", Field.GIVEN_NAME: "Dara"},
}


@pytest.fixture
def people(file: EventFile) -> dict[str, str]:
    """Five people, two of them with one name; their ids by their references."""
    return {
        reference: a_delegate(file, **{Field.REFERENCE: reference, **more})  # type: ignore[arg-type]
        for reference, more in PEOPLE.items()
    }


@pytest.mark.parametrize(
    ("name", "reference"),
    [
        ("F-017.jpg", "F/017"),
        ("f_017.PNG", "F/017"),
        ("f017 (2).jpg", "F/017"),
        ("SOK Sopheap.jpg", "F/017"),
        ("sopheap_sok.webp", "F/017"),
        ("សុខ សុភាព.jpg", "F/017"),
        ("F-017 SOK Sopheap.jpg", "F/017"),
        ("Sopheap SOK_F017.jpg", "F/017"),
        ("jp.martin@example.org.jpg", "F/018"),
        ("JP.Martin@Example.org.png", "F/018"),
        ("Jean-Pierre Martin.jpg", "F/018"),
        ("H.E. Chea Vanna.jpg", "F/019"),
        ("K9HWZT4M.jpg", "F/019"),
        ("F-020 LIM Dara.jpg", "F/020"),
        ("LIM Dara.jpg", None),
        ("IMG_2041.jpg", None),
        ("F-018 SOK Sopheap.jpg", None),
    ],
)
def test_a_file_is_the_photo_of_the_one_person_whom_its_name_means(
    file: EventFile, folder: Path, people: dict[str, str], name: str, reference: str | None
) -> None:
    a_photo(folder / name)
    done = taken(file, folder)
    with_photo = [known for known, delegate in people.items() if photo(file, delegate) is not None]

    assert with_photo == ([reference] if reference else [])
    assert (done.taken, done.not_matched) == ((1, ()) if reference else (0, (name,)))


def test_an_id_and_the_code_of_a_badge_name_a_person_too(
    file: EventFile, folder: Path, people: dict[str, str]
) -> None:
    code = a_badge(file, people["F/020"])
    a_photo(folder / f"{code}.jpg")
    a_photo(folder / f"{people['F/021']}.jpg", "#7A2048")
    done = taken(file, folder)

    assert (done.taken, done.same, done.not_matched, done.rejected) == (2, 0, (), ())


def test_a_folder_is_one_act_with_one_undo(file: EventFile, folder: Path, people: dict[str, str]) -> None:
    for reference in people:
        a_photo(folder / f"{reference.replace('/', '-')}.jpg")
    before = number_of_acts(file)
    done = taken(file, folder)
    assert (done.taken, number_of_acts(file)) == (5, before + 1)
    assert done.act is not None
    undo(file, DARA, done.act)

    assert all(photo(file, delegate) is None for delegate in people.values())
    assert verifying.verify(file.database, lambda _: None).findings == ()


def test_what_of_a_folder_was_not_taken_is_told_file_by_file(
    file: EventFile, folder: Path, people: dict[str, str]
) -> None:
    a_photo(folder / "F-017.jpg")
    a_photo(folder / "SOK Sopheap.jpg")
    (folder / "F-018.jpg").write_text("no photo")
    (folder / "F-019.jpg").touch()
    (folder / "list.xlsx").write_text("a list")
    (folder / ".hidden.jpg").touch()
    (folder / "Thumbs.db").touch()
    (folder / "more").mkdir()
    done = taken(file, folder)

    assert (done.taken, done.same, done.not_matched) == (1, 0, ("list.xlsx",))
    assert [name for name, _ in done.rejected] == ["F-018.jpg", "F-019.jpg", "SOK Sopheap.jpg"]
    assert "F-017.jpg" in done.rejected[2][1].message
    assert photo(file, people["F/017"]) is not None


@pytest.mark.usefixtures("people")
def test_the_same_folder_again_records_nothing(file: EventFile, folder: Path) -> None:
    a_photo(folder / "F-017.jpg")
    taken(file, folder)
    before = number_of_acts(file)
    done = taken(file, folder)

    assert (done.taken, done.same, done.act) == (0, 1, None)
    assert number_of_acts(file) == before


@pytest.mark.usefixtures("people")
def test_a_newer_folder_sets_only_what_is_new(file: EventFile, folder: Path) -> None:
    a_photo(folder / "F-017.jpg")
    a_photo(folder / "F-018.jpg")
    taken(file, folder)
    a_photo(folder / "F-018.jpg", "#7A2048")
    done = taken(file, folder)

    assert (done.taken, done.same) == (1, 1)


@pytest.mark.usefixtures("people")
def test_a_folder_that_is_cancelled_leaves_no_photo(file: EventFile, folder: Path) -> None:
    many = {f"M{n}": a_delegate(file, "MAO", **{Field.REFERENCE: f"M{n}"}) for n in range(20)}
    for reference in many:
        a_photo(folder / f"{reference}.jpg", size=(60, 80))

    def progress(done: int, _all: int) -> None:
        if done == 18:
            raise CancelledError

    with pytest.raises(CancelledError):
        taken(file, folder, progress)

    assert all(photo(file, delegate) is None for delegate in many.values())
    assert verifying.verify(file.database, lambda _: None).findings == ()


@pytest.mark.usefixtures("people")
def test_progress_counts_the_files(file: EventFile, folder: Path) -> None:
    for n in range(3):
        a_photo(folder / f"{n}.jpg", size=(60, 80))
    told: list[tuple[int, int]] = []
    taken(file, folder, lambda done, number: told.append((done, number)))

    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


@pytest.mark.usefixtures("people")
def test_a_folder_of_thousands_of_files_that_mean_nobody_is_told(file: EventFile, folder: Path) -> None:
    for n in range(2_000):
        (folder / f"IMG_{n:05}.jpg").touch()
    done = taken(file, folder)

    assert (done.taken, len(done.not_matched), done.rejected) == (0, 2_000, ())


def test_a_folder_that_is_missing_or_holds_too_much_is_refused(
    file: EventFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CheckinError, match="cannot be opened"):
        taken(file, folder / "nowhere")
    monkeypatch.setattr(photo_folder, "MOST_FILES", 1)
    (folder / "one.jpg").touch()
    (folder / "two.jpg").touch()
    with pytest.raises(CheckinError, match="too many files"):
        taken(file, folder)


# ---- on badges


def test_a_badge_shows_the_photo_where_its_layout_has_a_place_for_it(file: EventFile, tmp_path: Path) -> None:
    someone = a_delegate(file)
    take_photo(file, DARA, someone, a_photo(tmp_path / "one.jpg"))
    for layout, is_shown in (("a6-photo", True), ("a6", False)):
        out = tmp_path / f"{layout}.pdf"
        print_to_file(
            file, DARA, [registered(file, someone)], out, at(0), lambda _: None, layout=layout_named(layout)
        )

        assert (b"DCTDecode" in out.read_bytes()) is is_shown


def test_a_badge_that_was_printed_is_another_one_once_the_photo_has_changed(
    file: EventFile, tmp_path: Path
) -> None:
    someone, out = a_delegate(file), tmp_path / "badges.pdf"

    def face() -> str:
        print_to_file(file, DARA, [registered(file, someone)], out, at(0), lambda _: None)
        badge = registered(file, someone).badge
        assert badge is not None
        return badge.face

    without = face()
    take_photo(file, DARA, someone, a_photo(tmp_path / "one.jpg"))
    with_one = face()
    remove_photo(file, DARA, someone)

    assert with_one != without
    assert face() == without
