"""Work is done in the lanes, and its outcome is told on the UI thread, in order, once, and only while it is wanted."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from checkin.errors import CheckinError
from checkin.tasks import Cancelled, Changes, Progress, Tasks, Ticker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    assert qtbot
    lanes = Tasks()
    yield lanes
    lanes.close()


def _thread() -> str:
    return threading.current_thread().name


def test_work_runs_in_the_lane_and_is_told_on_the_ui_thread(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[tuple[str, str]] = []
    tasks.prompt.run(_thread, then=lambda name: told.append((name, _thread())))
    qtbot.waitUntil(lambda: bool(told))

    assert told == [("prompt_0", threading.main_thread().name)]


def test_a_lane_keeps_the_order_in_which_work_was_asked_for(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[int] = []
    for number in range(100):
        tasks.prompt.run(lambda number=number: number, then=told.append)
    qtbot.waitUntil(lambda: not tasks.prompt.is_busy)

    assert told == list(range(100))


def test_long_work_does_not_hold_up_the_desk(tasks: Tasks, qtbot: QtBot) -> None:
    go_on = threading.Event()
    told: list[str] = []
    tasks.batch.run(lambda _tick: go_on.wait(20), then=lambda _: told.append("batch"))
    tasks.devices.run(lambda: go_on.wait(20), then=lambda _: told.append("devices"))
    tasks.prompt.run(lambda: None, then=lambda _: told.append("desk"))
    qtbot.waitUntil(lambda: told == ["desk"])
    go_on.set()
    qtbot.waitUntil(lambda: len(told) == 3)

    assert sorted(told[1:]) == ["batch", "devices"]


def test_what_the_world_is_to_blame_for_goes_to_fail(tasks: Tasks, qtbot: QtBot) -> None:
    def work() -> None:
        raise CheckinError("The disk is full", "Make room on it.")

    told: list[str] = []
    tasks.prompt.run(work, then=lambda _: told.append("then"), fail=lambda error: told.append(error.title))
    qtbot.waitUntil(lambda: bool(told))

    assert told == ["The disk is full"]


def test_trouble_that_nobody_listens_for_is_announced(tasks: Tasks, qtbot: QtBot) -> None:
    def work(_tick: Ticker) -> None:
        raise CheckinError("The disk is full", "Make room on it.")

    with qtbot.waitSignal(tasks.trouble) as announced:
        tasks.batch.run(work)

    assert announced.args is not None
    assert str(announced.args[0]) == "The disk is full: Make room on it."


def test_a_bug_is_announced_and_the_lane_goes_on(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[int] = []
    with qtbot.waitSignal(tasks.bug) as announced:
        tasks.prompt.run(lambda: 1 // 0, then=told.append, fail=lambda _: told.append(0))
        tasks.prompt.run(lambda: 7, then=told.append)
    qtbot.waitUntil(lambda: bool(told))

    assert announced.args is not None
    assert isinstance(announced.args[0], ZeroDivisionError)
    assert told == [7]


def test_a_listener_with_a_bug_does_not_silence_the_next(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[int] = []
    with qtbot.waitSignal(tasks.bug) as announced:
        tasks.prompt.run(lambda: 0, then=lambda zero: 1 // zero)
        tasks.prompt.run(lambda: 7, then=told.append)
    qtbot.waitUntil(lambda: bool(told))

    assert announced.args is not None
    assert isinstance(announced.args[0], ZeroDivisionError)


def test_a_newer_question_supersedes_the_older_ones(tasks: Tasks, qtbot: QtBot) -> None:
    go_on = threading.Event()
    asked: list[str] = []
    told: list[str] = []

    def search(text: str) -> str:
        asked.append(text)
        go_on.wait(20)
        return text

    for text in ("s", "so", "sok"):
        tasks.prompt.run(lambda text=text: search(text), then=told.append, key="search")
        qtbot.waitUntil(lambda: asked[:1] == ["s"])
    tasks.prompt.run(lambda: "counters", then=told.append, key="counters")
    go_on.set()
    qtbot.waitUntil(lambda: not tasks.prompt.is_busy)

    assert asked == ["s", "sok"]
    assert told == ["sok", "counters"]


def test_progress_is_told_and_the_last_figure_is_never_lost(tasks: Tasks, qtbot: QtBot) -> None:
    def work(tick: Ticker) -> str:
        for done in range(1000):
            tick(done + 1, 1000)
        return "done"

    told: list[Progress | str] = []
    tasks.batch.run(work, then=told.append, progress=told.append)
    qtbot.waitUntil(lambda: "done" in told)

    assert told[-2:] == [Progress(1000, 1000), "done"]


def test_cancelled_work_stops_at_its_next_tick_and_can_tidy_up(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[str] = []

    def work(tick: Ticker) -> None:
        try:
            for done in range(1_000_000_000):
                tick(done)
        except Cancelled:
            told.append("tidied")
            raise

    handle = tasks.batch.run(
        work,
        then=lambda _: told.append("then"),
        progress=lambda _: handle.cancel(),
        stopped=lambda: told.append("cancelled"),
    )
    qtbot.waitUntil(lambda: len(told) == 2)

    assert told == ["tidied", "cancelled"]


def test_cancelled_work_that_waits_is_never_begun(tasks: Tasks, qtbot: QtBot) -> None:
    go_on = threading.Event()
    told: list[str] = []
    tasks.batch.run(lambda _tick: go_on.wait(20))
    handle = tasks.batch.run(lambda _tick: told.append("begun"), stopped=lambda: told.append("cancelled"))
    handle.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(told))

    assert told == ["cancelled"]


def test_long_work_that_ended_before_it_noticed_the_cancel_has_happened(tasks: Tasks, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    told: list[str] = []

    def imports_all(_tick: Ticker) -> str:
        begun.set()
        go_on.wait(20)
        return "imported"

    handle = tasks.batch.run(imports_all, then=told.append, stopped=lambda: told.append("cancelled"))
    assert begun.wait(20)
    handle.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(told))

    assert told == ["imported"]


def test_closing_finishes_what_was_recorded_and_drops_what_was_only_asked(qtbot: QtBot) -> None:
    assert qtbot
    tasks = Tasks()
    begun, hold = threading.Event(), threading.Event()
    done: list[str] = []

    def endless(tick: Ticker) -> None:
        begun.set()
        try:
            while True:
                tick(0)
        finally:
            hold.set()

    tasks.batch.run(endless, stopped=lambda: done.append("long work cancelled"))
    assert begun.wait(20)
    tasks.prompt.run(lambda: hold.wait(20))
    tasks.prompt.run(lambda: done.append("arrival"), then=lambda _: done.append("arrival told"))
    tasks.prompt.run(lambda: done.append("search"), key="search")
    tasks.close(last=lambda: done.append(f"{_thread()} closed"))

    assert "search" not in done
    assert set(done[:-1]) >= {"long work cancelled", "batch_0 closed", "devices_0 closed", "arrival"}
    assert done.index("arrival") < done.index("prompt_0 closed") < done.index("arrival told")


def test_what_is_asked_for_after_closing_is_refused_quietly(qtbot: QtBot) -> None:
    assert qtbot
    tasks = Tasks()
    tasks.close()
    tasks.close()

    assert tasks.prompt.run(lambda: 1 // 0).is_cancelled
    assert tasks.batch.run(lambda _tick: 1 // 0).is_cancelled


def test_a_change_tells_whom_it_is_about(qtbot: QtBot) -> None:
    changes = Changes()
    with qtbot.waitSignals(
        [changes.delegates_changed, changes.presence_changed],
        check_params_cbs=[lambda ids: ids == frozenset({"d1", "d2"}), lambda session: session == "OPENING"],
    ):
        changes.delegates_changed.emit(frozenset({"d1", "d2"}))
        changes.presence_changed.emit("OPENING")
