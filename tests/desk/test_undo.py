"""An act is undone by its name, and what another desk has left unfinished can be given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk.keep import back_up, give_up, restore
from checkin.desk.open_event import open_event
from checkin.desk.undo import undo
from checkin.domain.facts import ActBegun, ActEnded, BadgePrinted, LongAct
from checkin.errors import CheckinError
from checkin.storage.journal import read_entries
from tests.desk.seminar import DARA, at
from tests.storage.stories import a_registration, copied, recorded

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.domain.facts import Fact
    from checkin.storage.event_file import EventFile

BEGUN: list[Fact] = [ActBegun(LongAct.IMPORT)]
PRINTED: list[Fact] = [ActBegun(LongAct.PRINT), BadgePrinted("B1", at(0))]
LEFT = pytest.mark.parametrize(
    "facts", [pytest.param(BEGUN, id="an import's beginning"), pytest.param(PRINTED, id="a badge run")]
)


def come_in_from_another_desk(file: EventFile, *facts: Fact) -> str:
    """The act of another desk that these facts are, which is known here as well."""
    with copied(file, file.path.with_name("other.event"), "another") as other:
        act = recorded(other, *facts)
        file.receive(list(read_entries(other.database)))
    return act


@LEFT
def test_what_another_desk_has_left_unfinished_can_be_undone_by_its_name(
    file: EventFile, facts: list[Fact]
) -> None:
    act = come_in_from_another_desk(file, *facts)
    file.close()

    with open_event(file.path) as again:
        assert again.notice is not None
        assert again.notice.message.endswith(f"checkin undo EVENT --act {act}")
        undo(again, DARA, act)
        with pytest.raises(CheckinError, match="undone already"):
            undo(again, DARA, act)
    with open_event(file.path) as once_more:
        assert once_more.notice is None


@LEFT
def test_what_a_back_up_holds_unfinished_of_another_desk_can_be_given_up(
    file: EventFile, tmp_path: Path, facts: list[Fact]
) -> None:
    act = come_in_from_another_desk(file, *facts)
    restored = tmp_path / "restored.event"

    known = restore(back_up(file), restored, lambda _: None)
    give_up(restored, DARA, known.unfinished)

    assert known.unfinished == (act,)
    with open_event(restored) as again:
        assert again.notice is None


def test_an_own_act_that_a_back_up_cut_off_is_told_beside_one_of_another_desk(
    file: EventFile, tmp_path: Path
) -> None:
    theirs = come_in_from_another_desk(file, *BEGUN)
    recorded(file, *PRINTED)

    known = restore(back_up(file), tmp_path / "restored.event", lambda _: None)

    assert known.unfinished == (theirs,)
    assert known.notice is not None
    assert "was cut off the last time" in str(known.notice)
    assert theirs in known.notice.message


def test_a_badge_run_that_ended_cannot_be_undone(file: EventFile) -> None:
    act = come_in_from_another_desk(file, *PRINTED, ActEnded())

    with pytest.raises(CheckinError, match="cannot be undone"):
        undo(file, DARA, act)


def test_an_entry_in_the_middle_of_an_act_is_no_act(file: EventFile) -> None:
    act = recorded(file, a_registration("d1"), a_registration("d2"))
    stream, _, seq = act.rpartition("-")

    for named in (f"{stream}-{int(seq) + 1}", f"{stream}-0{seq}"):
        with pytest.raises(CheckinError, match="not on record"):
            undo(file, DARA, named)
    assert undo(file, DARA, act).undone.size == 2
