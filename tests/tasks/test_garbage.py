from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest

from checkin.tasks import Tasks
from checkin.tasks.garbage import Garbage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Ring:
    """Holds itself, so that only a look for garbage takes it apart; tells in which thread that was."""

    def __init__(self, seen: list[threading.Thread]) -> None:
        self._self = self
        self._seen = seen

    def __del__(self) -> None:
        self._seen.append(threading.current_thread())


def test_no_lane_takes_apart_what_the_window_has_let_go_of(qtbot: QtBot) -> None:
    tasks = Tasks()
    seen: list[threading.Thread] = []
    Ring(seen)
    done: list[int] = []
    tasks.batch.run(lambda _report: len([[number] for number in range(300_000)]), then=done.append)
    qtbot.waitUntil(lambda: bool(done))

    assert seen == []
    tasks.close()
    assert gc.isenabled()


@pytest.mark.usefixtures("qapp")
def test_a_look_takes_apart_what_nobody_holds() -> None:
    garbage = Garbage(lambda: False)
    seen: list[threading.Thread] = []
    Ring(seen)
    held = [[number] for number in range(30_000)]
    garbage.look()

    assert seen == [threading.current_thread()]
    assert len(held) == 30_000
    garbage.close()


@pytest.mark.usefixtures("qapp")
def test_older_objects_are_looked_at_only_when_long_work_has_ended() -> None:
    busy = [True]
    garbage = Garbage(lambda: bool(busy))
    seen: list[threading.Thread] = []
    ring = Ring(seen)
    held = []

    def look() -> None:
        held.append([[number] for number in range(20_000)])
        garbage.look()

    look()
    del ring
    for _ in range(50):
        look()
    during = len(seen)
    busy.clear()
    look()

    assert (during, len(seen)) == (0, 1)
    garbage.close()
