"""Batch work in pieces: it enters by its own way, so that the desk goes first, and puts the search index in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checkin.domain.facts import LongAct, Undone
from checkin.storage import long_acts, pieces, projection, refolding
from checkin.storage.database import Database
from checkin.storage.pieces import _CALM_PIECE_SECONDS, _PIECE_SECONDS, Piece
from tests.storage.stories import a_registration, copied, entries, recorded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checkin.storage.event_file import EventFile


@pytest.fixture
def ways(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each transaction that is begun from now on is one of batch work."""
    known: list[bool] = []
    enter = Database.transaction

    def noted(self: Database, *, batch: bool = False, took: Callable[[float], object] | None = None) -> Any:  # noqa: ANN401
        known.append(batch)
        return enter(self, batch=batch, took=took)

    monkeypatch.setattr(Database, "transaction", noted)
    return known


def test_batch_work_enters_by_its_own_way_only(file: EventFile, tmp_path: Path, ways: list[bool]) -> None:
    def way_of(work: Callable[[], object]) -> set[bool]:
        ways.clear()
        work()
        return set(ways)

    people = [a_registration(f"e{n}") for n in range(450)]
    acts: list[str] = []
    with copied(file, tmp_path / "other.event") as other:

        def bring_in() -> None:
            acts.append(long_acts.record(file, LongAct.IMPORT, people, "Dara", lambda _: None))

        assert way_of(bring_in) == {True}
        recorded(file, Undone(acts[0]))
        assert way_of(lambda: long_acts.finish_undo(file.database)) == {True}
        assert way_of(lambda: other.receive(entries(file))) == {True}
        assert way_of(lambda: refolding.fold_anew(file.database)) == {True}
        for edition in ("read_by", "folded_by"):
            file.database.run("UPDATE own SET value = 0 WHERE name = ?", (edition,))
            assert way_of(lambda: refolding.catch_up(file.database)) == {True}


def test_an_act_that_is_cancelled_is_taken_back_by_the_way_of_batch_work(
    file: EventFile, ways: list[bool]
) -> None:
    def cancel(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        long_acts.record(file, LongAct.IMPORT, [a_registration("e1")], "Dara", cancel)

    assert set(ways) == {True}
    assert projection.is_undone(file.database, next(e.act for e in entries(file) if e.kind == "act_begun"))


def test_a_breath_between_two_pieces_is_slept_through(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(pieces.time, "sleep", slept.append)
    pieces.pause(0.003)

    assert slept == [0.003]


def test_the_search_index_is_put_in_order_after_every_fourth_piece(
    file: EventFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    tidied: list[object] = []
    monkeypatch.setattr(pieces.write_persons, "tidy_search", tidied.append)

    breaths: list[float] = []
    monkeypatch.setattr(pieces, "pause", breaths.append)
    piece = pieces.Piece(file.database)
    after = []
    for _ in range(9):
        piece.let_the_desk_in()
        after.append(len(tidied))

    assert after == [0, 0, 0, 1, 1, 1, 1, 2, 2]
    assert tidied == [file.database] * 2
    assert len(breaths) == 9
    assert min(breaths) > 0


def test_pieces_of_batch_work_are_shorter_while_somebody_is_at_the_desk(tmp_path: Path) -> None:
    database = Database(tmp_path / "calm.event")
    piece = Piece(database)
    first = piece.size

    piece.took(_CALM_PIECE_SECONDS / 4)
    piece.took(_CALM_PIECE_SECONDS)
    calm = piece.size
    with database.gate.for_desk():
        pass
    piece.took(_CALM_PIECE_SECONDS)

    assert calm == 2 * first
    assert piece.size == max(first, int(calm * _PIECE_SECONDS / _CALM_PIECE_SECONDS))
    database.close()
